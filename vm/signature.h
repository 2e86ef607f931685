/* Signatures of natives: parsed from the Python text of their table row. */
#ifndef MR_VM_SIGNATURE_H
#define MR_VM_SIGNATURE_H

#include "vm/isolate.h"

struct MrSignature {
    uint16_t n;          /* all parameters, * and ** included */
    uint16_t n_posonly, n_pos; /* positional-only; those plus positional-or-keyword */
    uint16_t n_required; /* leading positional ones without a default */
    uint16_t implicit;   /* 1: the first one is self or cls */
    int16_t var, varkw;  /* index of *args, **kwargs or -1 */
    uint64_t optional;   /* bit i: parameter i has a default */
    MrStr *names[];
};

/* Flags of MrMethodDef: a wrong count of arguments is reported in the words of CPython's format-string parser; of its tuple unpacking, though
 * the native takes one argument. A parsed `__new__` is "function" in them, and "__new__" if both flags are set. */
enum { MR_METHOD_PARSED = 4, MR_METHOD_TUPLE = 8 };

/* Arranges argc positional values and the keyword values behind them (names in kwnames, a tuple, or NULL) into out[sig->n]. */
bool mr_native_bind(MrThread *t, MrNativeFn *f, size_t argc, const MrValue *args, MrTuple *kwnames, MrValue *out) MR_MUST_CHECK;

#endif
