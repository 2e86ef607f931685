/* Integers of any size on GMP's mpn layer.
 *
 * Every function takes int values of any form (small ints, bools, MrInt objects, instances of subclasses) and returns an exact int,
 * normalised: a small int when it fits 48 bits. A result larger than MR_BIGINT_MAX_LIMBS is a MemoryError at once, so that hostile sizes
 * neither hang nor abort inside GMP. Long computations call mr_poll. */
#ifndef MR_VM_TYPES_BIGINT_H
#define MR_VM_TYPES_BIGINT_H

#include <math.h>

#include "vm/vm.h"

#define MR_BIGINT_MAX_LIMBS ((size_t)1 << 25) /* 256 MiB */

/* Magnitude and sign of an int value. `limbs` may point at `one` of the same struct: never copy it. The value must stay reachable. */
typedef struct MrIntView {
    const uint64_t *limbs;
    size_t n; /* normalised; 0 is zero */
    bool negative;
    uint64_t one;
} MrIntView;

/* Opens a view of an int or bool value. */
static inline void mr_int_view(MrValue v, MrIntView *out)
{
    int64_t i;
    if (mr_is_obj(v)) {
        const MrInt *big = MR_INT(v);
        out->limbs = big->limbs;
        out->negative = big->size < 0;
        out->n = (size_t)(big->size < 0 ? -(int64_t)big->size : big->size);
        return;
    }
    i = mr_is_int(v) ? mr_int_of(v) : (int64_t)(v & 1);
    out->negative = i < 0;
    out->one = i < 0 ? -(uint64_t)i : (uint64_t)i;
    out->n = i != 0;
    out->limbs = &out->one;
}

/* The value as int64 when it fits; not for other types than int and bool. */
static inline bool mr_int_as_i64(MrValue v, int64_t *out)
{
    const MrInt *big;
    if (mr_is_int(v)) {
        *out = mr_int_of(v);
        return true;
    }
    if (!mr_is_obj(v)) {
        *out = (int64_t)(v & 1);
        return true;
    }
    big = MR_INT(v);
    if (big->size == 0)
        *out = 0;
    else if (big->size == 1 && big->limbs[0] <= INT64_MAX)
        *out = (int64_t)big->limbs[0];
    else if (big->size == -1 && big->limbs[0] <= (uint64_t)1 << 63)
        *out = (int64_t)-big->limbs[0];
    else
        return false;
    return true;
}

/* -1, 0 or 1. */
int mr_int_sign(MrValue v);

/* A fresh MrInt with room for `n` limbs (NULL: MemoryError), to be completed by mr_int_finish, which normalises what the first n hold. */
MrInt *mr_int_alloc(MrThread *t, size_t n) MR_MUST_CHECK;
MrValue mr_int_finish(MrThread *t, MrInt *r, size_t n, bool negative) MR_MUST_CHECK;
MrValue mr_int_from_limbs(MrThread *t, const uint64_t *limbs, size_t n, bool negative) MR_MUST_CHECK;
MrValue mr_int_from_i128(MrThread *t, __int128 i) MR_MUST_CHECK;

/* An instance of a subclass of int with the value v. */
MrValue mr_int_subclass_new(MrThread *t, MrType *cls, MrValue v) MR_MUST_CHECK;
/* The same number as an exact int. */
MrValue mr_int_exact(MrThread *t, MrValue v) MR_MUST_CHECK;

MrValue mr_bigint_add(MrThread *t, MrValue a, MrValue b, bool subtract) MR_MUST_CHECK;
MrValue mr_bigint_mul(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;
/* Floor division; b is not zero. Either result may be NULL. */
bool mr_bigint_divmod(MrThread *t, MrValue a, MrValue b, MrValue *quotient, MrValue *remainder) MR_MUST_CHECK;
MrValue mr_bigint_neg(MrThread *t, MrValue a) MR_MUST_CHECK;
MrValue mr_bigint_abs(MrThread *t, MrValue a) MR_MUST_CHECK;
/* Shifts by a count that is not negative; right shifts floor. */
MrValue mr_bigint_lshift(MrThread *t, MrValue a, uint64_t count) MR_MUST_CHECK;
MrValue mr_bigint_rshift(MrThread *t, MrValue a, uint64_t count) MR_MUST_CHECK;
/* op: MR_BIN_AND, OR, XOR, on two's complement of unlimited width. */
MrValue mr_bigint_bitop(MrThread *t, MrBinop op, MrValue a, MrValue b) MR_MUST_CHECK;
/* a ** e for e >= 0. */
MrValue mr_bigint_pow(MrThread *t, MrValue a, MrValue e) MR_MUST_CHECK;
/* pow(a, e, m) as Python's: sign of m, modular inverse for a negative e; ValueError texts as CPython's. */
MrValue mr_bigint_powmod(MrThread *t, MrValue a, MrValue e, MrValue m) MR_MUST_CHECK;
/* a / b correctly rounded; b is not zero. OverflowError "integer division result too large for a float". */
MrValue mr_bigint_truediv(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;
MrValue mr_bigint_gcd(MrThread *t, MrValue a, MrValue b) MR_MUST_CHECK;
MrValue mr_bigint_isqrt(MrThread *t, MrValue a) MR_MUST_CHECK; /* a >= 0 */
MrValue mr_bigint_factorial(MrThread *t, uint64_t n) MR_MUST_CHECK;
MrValue mr_bigint_comb(MrThread *t, MrValue n, uint64_t k) MR_MUST_CHECK; /* n >= k */

/* -1, 0, 1. */
int mr_bigint_cmp(MrValue a, MrValue b);
/* Compares an int with a double that is not NaN, exactly. */
int mr_bigint_cmp_double(MrValue a, double d);
/* Correctly rounded (half to even); +-inf when it is too large. */
double mr_bigint_double(MrValue a);
/* a = result * 2^*exponent with 0.5 <= |result| < 1 (rounded to 53 bits); 0 for 0. */
double mr_bigint_frexp(MrValue a, int64_t *exponent);
/* The integer part of a finite double. */
MrValue mr_bigint_from_double(MrThread *t, double d) MR_MUST_CHECK;
uint64_t mr_bigint_bit_length(MrValue a);
MrValue mr_bigint_bit_count(MrThread *t, MrValue a) MR_MUST_CHECK; /* of |a| */
/* a modulo 2^61 - 1 with a's sign, -1 becoming -2: CPython's hash. */
bool mr_bigint_hash(MrThread *t, MrValue a, uint64_t *hash) MR_MUST_CHECK;

/* What an operation costs is looked at beyond so many limbs; about how many ns a multiplication takes whose operands or result have n limbs. */
#define MR_BIGINT_COSTLY 4096
static inline double mr_bigint_mul_cost(size_t n) { return 6 * (double)n * log2((double)n + 2); }

#endif
