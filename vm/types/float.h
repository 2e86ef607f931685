/* What float.c gives to the other number types and modules. */
#ifndef MR_VM_TYPES_FLOAT_H
#define MR_VM_TYPES_FLOAT_H

#include "vm/vm.h"

/* float or an instance of a subclass. */
static inline bool mr_is_floating(MrValue v) { return mr_is_float(v) || mr_is_kind(v, MR_KIND_FLOAT); }
static inline double mr_floating_of(MrValue v) { return mr_is_float(v) ? mr_float_of(v) : ((MrFloatObj *)mr_obj_of(v))->value; }

/* The number that leaves the VM: a NaN's low bits, which tell objects apart, cleared. */
static inline double mr_plain_nan(double d) { return __builtin_expect(d != d, 0) ? __builtin_copysign(__builtin_nan(""), d) : d; }

/* Reads a decimal number with an optional sign, "inf", "infinity" or "nan" in any case; returns the bytes read, 0 for none. */
size_t mr_float_scan(const char *text, size_t n, double *out);

/* The text without its underscores (each must stand between digits) and blanks at its ends, in *out (a view or collected memory).
 * 1, 0 when an underscore is misplaced, -1 error. */
int mr_float_clean(MrThread *t, const char *text, size_t n, const char **out, size_t *n_out);

#endif
