/* Calling anything from C, binding arguments of Python functions, pushing frames. */
#ifndef MR_VM_CALL_H
#define MR_VM_CALL_H

#include "vm/isolate.h"

/* The general call: argc positional values, then one value per name in kwnames (a tuple of strs, or NULL). [script] */
MrValue mr_vectorcall(MrThread *t, MrValue f, size_t argc, const MrValue *args, MrTuple *kwnames) MR_MUST_CHECK;
bool mr_native_quick(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrValue *result); /* false: not called, use mr_native_call */
void mr_native_prepare(MrThread *t, MrNativeFn *f); /* parses its signature now, so that f->plain is known */
bool mr_check_receiver(MrThread *t, MrNativeFn *f, MrValue self) MR_MUST_CHECK; /* may this method be called on self? TypeError otherwise */
/* Calls a native with arguments as above; `self` of a bound one is prepended here. */
MrValue mr_native_call(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrTuple *kwnames) MR_MUST_CHECK;
/* Arranges the arguments of a Python function into regs[0..nparams). regs may overlap args when regs <= args. TypeErrors as CPython words them. */
bool mr_bind_args(MrThread *t, MrFunction *f, size_t argc, const MrValue *args, MrTuple *kwnames, MrValue *regs) MR_MUST_CHECK;
/* A frame over `regs` (parameters are in place; the other locals are cleared here). NULL: RecursionError. */
MrFrame *mr_push_frame(MrThread *t, MrFunction *f, MrValue *regs) MR_MUST_CHECK;
/* Runs the topmost frame, which was pushed with entry set, to its end. */
MrValue mr_interp_run(MrThread *t) MR_MUST_CHECK;
/* Runs code that has no parameters in a namespace: module, class body, exec. */
MrValue mr_run_code(MrThread *t, MrFunction *f, MrValue ns) MR_MUST_CHECK;
MrValue mr_recursion_error(MrThread *t);
MrValue mr_recursion_error_in(MrThread *t, const char *what); /* "maximum recursion depth exceeded" and what was going on */
/* cls(*args): __new__ then __init__. */
/* str(v), int(v) and the like where that is simple: the classes that scripts call as functions. False: it is not, and nothing has been done. [script] */
bool mr_construct_plain(MrThread *t, MrType *type, MrValue v, MrValue *out);
MrValue mr_type_construct(MrThread *t, MrType *type, size_t argc, const MrValue *args, MrTuple *kwnames) MR_MUST_CHECK; /* type.__call__ */
/* "f()" or "mod.f()" as messages about a bad * or ** argument name it. */
MrValue mr_callee_name(MrThread *t, MrValue f);

#endif
