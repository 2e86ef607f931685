/* The functions of the builtins module, spread over builtins_*.c by subject; the table that names them is in builtins.c. */
#ifndef MR_STDLIB_BUILTINS_H
#define MR_STDLIB_BUILTINS_H

#include "vm/types/text.h"
#include "vm/vm.h"

/* The innermost Python frame, or NULL when none runs. Natives have no frame: it is their caller's. */
static inline MrFrame *mr_caller_frame(MrThread *t) { return t->frame > t->frames ? t->frame : NULL; }

/* builtins_print.c */
MrNativeDecl builtin_print, builtin_input;
/* builtins_reduce.c */
MrNativeDecl builtin_all, builtin_any, builtin_max, builtin_min, builtin_sorted, builtin_sum;
/* builtins_code.c */
MrNativeDecl builtin_build_class, builtin_compile, builtin_eval, builtin_exec, builtin_globals, builtin_import, builtin_locals, builtin_vars, builtin_dir,
    builtin_breakpoint;

/* Gives a class the name by which messages call it, module and all, where it passes for one of native code. */
bool mr_name_like_native(MrThread *t, MrType *type) MR_MUST_CHECK;

#endif
