/* The parts of the math module that have a file of their own. Natives take their arguments as declared in math.c's table. */
#ifndef MR_STDLIB_NATIVE_MATH_PARTS_H
#define MR_STDLIB_NATIVE_MATH_PARTS_H

#include "vm/vm.h"

static inline MrValue mr_math_domain_error(MrThread *t) { return mr_raise(t, MR_EXC_ValueError, "math domain error"); }
static inline MrValue mr_math_range_error(MrThread *t) { return mr_raise(t, MR_EXC_OverflowError, "math range error"); }

/* math_sums.c: sums, products and norms of many values */
MrValue mr_math_fsum(MrThread *t, MrValue *a);
MrValue mr_math_sumprod(MrThread *t, MrValue *a);
MrValue mr_math_prod(MrThread *t, MrValue *a);
MrValue mr_math_hypot(MrThread *t, MrValue *a);
MrValue mr_math_dist(MrThread *t, MrValue *a);

/* math_special.c: gamma and its logarithm */
MrValue mr_math_gamma(MrThread *t, MrValue *a);
MrValue mr_math_lgamma(MrThread *t, MrValue *a);

/* math_ints.c: functions of integers */
MrValue mr_math_factorial(MrThread *t, MrValue *a);
MrValue mr_math_comb(MrThread *t, MrValue *a);
MrValue mr_math_perm(MrThread *t, MrValue *a);
MrValue mr_math_isqrt(MrThread *t, MrValue *a);
MrValue mr_math_gcd(MrThread *t, MrValue *a);
MrValue mr_math_lcm(MrThread *t, MrValue *a);

#endif
