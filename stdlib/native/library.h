/* Libraries that native modules load when they are first needed, so that programs that do without need not have them.
 *
 * A library's functions are a struct of nothing but function pointers, in the order of a table of names; it lives in a bytes object parked at one of
 * the isolate's hooks. The libraries themselves are never unloaded: pointers into them stay good, and finalizers may hold copies.
 */
#ifndef MR_STDLIB_NATIVE_LIBRARY_H
#define MR_STDLIB_NATIVE_LIBRARY_H

#include "vm/vm.h"

typedef struct MrLibraryDef {
    const char *module;              /* who needs it, for messages */
    const char *title;               /* e.g. "zlib" */
    const char *const *files;        /* names to try, NULL-terminated */
    const char *const *symbols;      /* n of them */
    size_t n;
    int hook;                        /* MR_HOOK_... */
} MrLibraryDef;

/* The struct of functions, loaded at the first call. NULL: ImportError. */
const void *mr_library(MrThread *t, const MrLibraryDef *def) MR_MUST_CHECK;

#endif
