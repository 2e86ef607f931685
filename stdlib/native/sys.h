/* What sys.c and sys_info.c share. */
#ifndef MR_STDLIB_SYS_H
#define MR_STDLIB_SYS_H

#include "vm/vm.h"

#define MR_PY_VERSION "3.12.1"
#define MR_PY_HEXVERSION 0x030C01F0

/* Adds the constants and the struct sequences: version_info, flags, float_info, ... */
bool mr_sys_add_info(MrThread *t, MrModule *m) MR_MUST_CHECK;
/* Adds builtin_module_names and stdlib_module_names. */
MrValue mr_sys_missing(MrThread *t, MrModule *m, MrStr *name); /* the names of modules, made when they are asked for */
/* sys.get_asyncgen_hooks() */
MrValue mr_sys_asyncgen_hooks(MrThread *t, MrValue *a);
/* A list of what the isolate's argv holds. */
MrValue mr_sys_arguments(MrThread *t);

#endif
