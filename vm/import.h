/* The import system: frozen, native and source modules, packages, sys.path. */
#ifndef MR_VM_IMPORT_H
#define MR_VM_IMPORT_H

#include "vm/isolate.h"

#define MR_CACHE_TAG "moray-312" /* sys.implementation.cache_tag */

/* A module frozen into the binary. */
typedef struct MrFrozen {
    const char *name;        /* "asyncio.tasks" */
    const unsigned char *blob;
    uint32_t size;
    bool package;
} MrFrozen;
extern const MrFrozen mr_frozen[];      /* sorted by name */
extern const uint32_t mr_n_frozen;
const MrFrozen *mr_frozen_find(const char *name);           /* NULL: there is none */
MrCode *mr_frozen_code(MrThread *t, const MrFrozen *z) MR_MUST_CHECK;

/* __import__. [script] */
MrValue mr_import_module(MrThread *t, MrStr *name, MrValue globals, MrValue fromlist, int64_t level) MR_MUST_CHECK;
/* An empty module object with the usual attributes. */
MrModule *mr_module_new(MrThread *t, MrValue name) MR_MUST_CHECK;
/* A module's __spec__. origin: its file, or None. */
MrValue mr_spec_new(MrThread *t, const char *name, MrValue origin, bool package) MR_MUST_CHECK;
/* Fills a native module. */
MrModule *mr_module_native(MrThread *t, const MrModuleDef *def) MR_MUST_CHECK;
/* Runs a script file, -m module or text as __main__. path is shown as given. [script] */
MrValue mr_run_file(MrThread *t, const char *path) MR_MUST_CHECK;
MrValue mr_run_text(MrThread *t, const char *text, size_t n, const char *filename) MR_MUST_CHECK;
MrValue mr_run_module(MrThread *t, const char *name) MR_MUST_CHECK;
MrModule *mr_main_module(MrThread *t) MR_MUST_CHECK;
const MrModuleDef *mr_native_module(const char *name);       /* stdlib/registry.c */
extern const MrModuleDef *const mr_native_modules[];         /* NULL-terminated */

/* Why a module of the standard library has no such name, or NULL (vm/omitted.h). */
const char *mr_module_omits(MrThread *t, const MrModule *m, const MrStr *name);

#endif
