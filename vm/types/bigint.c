/* Integers of any size on GMP's mpn layer: the arithmetic behind int.
 *
 * Invariant: an MrInt's top limb is nonzero, and an exact int that fits 48 bits is never an MrInt; mr_int_finish is the one place that sees
 * to both. Scratch space is collected buffers, so an error exit is a bare return. mpz_t appears only where the mpn layer has no public
 * function (modular powers, inverses, gcd, factorials, binomials), on read-only views of the limbs.
 * Text conversion, constructors and methods are in int.c and int_methods.c; mixed arithmetic is in number.c. */
#include "vm/types/bigint.h"

#include <gmp.h>
#include <math.h>

#include "vm/isolate.h"
#include "vm/types/bigint_aside.h"
#include "vm/types/bigint_pieces.h"

_Static_assert(sizeof(mp_limb_t) == 8 && GMP_NAIL_BITS == 0, "limbs are 64-bit words");

#define HASH_MODULUS (((uint64_t)1 << 61) - 1)

static const uint64_t *big_limbs(const mp_limb_t *p) { return (const uint64_t *)p; }
static const mp_limb_t *in(const uint64_t *p) { return (const mp_limb_t *)p; }
static mp_limb_t *out(uint64_t *p) { return (mp_limb_t *)p; }

int mr_int_sign(MrValue v)
{
    MrIntView a;
    mr_int_view(v, &a);
    return a.n == 0 ? 0 : a.negative ? -1 : 1;
}

MrInt *mr_int_alloc(MrThread *t, size_t n)
{
    MrInt *r;
    if (n > MR_BIGINT_MAX_LIMBS) {
        (void)mr_raise_no_memory(t);
        return NULL;
    }
    r = mr_alloc(t, sizeof(MrInt) + n * sizeof(uint64_t), MR_KIND_INT, MR_TYPE_int);
    if (r != NULL)
        r->size = (int32_t)n;
    return r;
}

static size_t strip_zeros(const uint64_t *limbs, size_t n)
{
    while (n > 0 && limbs[n - 1] == 0)
        n--;
    return n;
}

MrValue mr_int_finish(MrThread *t, MrInt *r, size_t n, bool negative)
{
    size_t room = (size_t)r->size;
    n = strip_zeros(r->limbs, n);
    if (n == 0)
        return mr_small_int(0);
    if (n == 1 && r->limbs[0] <= (uint64_t)MR_INT_MAX + negative)
        return mr_small_int(negative ? -(int64_t)r->limbs[0] : (int64_t)r->limbs[0]);
    if (room > 16 && n < room / 2) /* most of the cell would be wasted */
        return mr_int_from_limbs(t, r->limbs, n, negative);
    r->size = negative ? -(int32_t)n : (int32_t)n;
    return mr_val(r);
}

MrValue mr_int_from_limbs(MrThread *t, const uint64_t *limbs, size_t n, bool negative)
{
    MrInt *r;
    n = strip_zeros(limbs, n);
    if (n == 0)
        return mr_small_int(0);
    if (n == 1 && limbs[0] <= (uint64_t)MR_INT_MAX + negative)
        return mr_small_int(negative ? -(int64_t)limbs[0] : (int64_t)limbs[0]);
    r = mr_int_alloc(t, n);
    if (r == NULL)
        return MR_ERROR;
    if (!mr_work_copy(t, r->limbs, limbs, n * sizeof *limbs))
        return MR_ERROR;
    r->size = negative ? -(int32_t)n : (int32_t)n;
    return mr_val(r);
}

MrValue mr_int_from_i128(MrThread *t, __int128 i)
{
    bool negative = i < 0;
    unsigned __int128 u = negative ? -(unsigned __int128)i : (unsigned __int128)i;
    uint64_t limbs[2] = {(uint64_t)u, (uint64_t)(u >> 64)};
    return mr_int_from_limbs(t, limbs, 2, negative);
}

MrValue mr_int_subclass_new(MrThread *t, MrType *cls, MrValue v)
{
    MrIntView a;
    MrInt *r;
    mr_int_view(v, &a);
    r = mr_alloc_instance(t, sizeof(MrInt) + a.n * sizeof(uint64_t), cls);
    if (r == NULL)
        return MR_ERROR;
    memcpy(r->limbs, a.limbs, a.n * sizeof(uint64_t));
    r->size = a.negative ? -(int32_t)a.n : (int32_t)a.n;
    return mr_val(r);
}

MrValue mr_int_exact(MrThread *t, MrValue v)
{
    MrIntView a;
    if (mr_is_int(v) || mr_is_exact(v, MR_TYPE_int))
        return v;
    mr_int_view(v, &a);
    return mr_int_from_limbs(t, a.limbs, a.n, a.negative);
}

/* ---- comparison ---- */

static int compare_magnitudes(const MrIntView *a, const MrIntView *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    return a->n == 0 ? 0 : mpn_cmp(in(a->limbs), in(b->limbs), (mp_size_t)a->n);
}

int mr_bigint_cmp(MrValue va, MrValue vb)
{
    MrIntView a, b;
    int c;
    mr_int_view(va, &a);
    mr_int_view(vb, &b);
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    c = compare_magnitudes(&a, &b);
    c = c < 0 ? -1 : c > 0;
    return a.negative ? -c : c;
}

/* The 64 bits from the top one down; *sticky: whether a bit below is set. n > 0. */
static uint64_t top_bits(const MrIntView *a, bool *sticky)
{
    size_t n = a->n, i;
    int shift = __builtin_clzll(a->limbs[n - 1]);
    uint64_t top = a->limbs[n - 1] << shift, rest = 0;
    if (n > 1) {
        if (shift > 0) {
            top |= a->limbs[n - 2] >> (64 - shift);
            rest = a->limbs[n - 2] << shift;
        } else {
            rest = a->limbs[n - 2];
        }
        for (i = n - 2; rest == 0 && i > 0; i--)
            rest = a->limbs[i - 1];
    }
    *sticky = rest != 0;
    return top;
}

static uint64_t bit_length(const MrIntView *a)
{
    return a->n == 0 ? 0 : (uint64_t)a->n * 64 - (uint64_t)__builtin_clzll(a->limbs[a->n - 1]);
}

int mr_bigint_cmp_double(MrValue v, double d)
{
    MrIntView a;
    int exponent, sign, c;
    uint64_t top, bits, mantissa;
    bool sticky;
    mr_int_view(v, &a);
    if (isinf(d))
        return d > 0 ? -1 : 1;
    if (a.n == 0)
        return d > 0 ? -1 : d < 0;
    sign = a.negative ? -1 : 1;
    if (d == 0 || (d < 0) != a.negative)
        return sign;
    mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53) << 11; /* 64 bits, the top one set */
    bits = bit_length(&a);
    if (exponent <= 0 || bits != (uint64_t)exponent)
        return exponent <= 0 || bits > (uint64_t)exponent ? sign : -sign;
    top = top_bits(&a, &sticky);
    c = top != mantissa ? (top < mantissa ? -1 : 1) : sticky;
    return sign * c;
}

/* ---- doubles ---- */

double mr_bigint_frexp(MrValue v, int64_t *exponent)
{
    MrIntView a;
    uint64_t top;
    bool sticky;
    double d;
    int carry;
    mr_int_view(v, &a);
    *exponent = 0;
    if (a.n == 0)
        return 0.0;
    top = top_bits(&a, &sticky);
    d = frexp((double)(top | sticky), &carry); /* the sticky bit is far below the rounding position: half-even comes out right */
    *exponent = (int64_t)bit_length(&a) + carry - 64;
    return a.negative ? -d : d;
}

double mr_bigint_double(MrValue v)
{
    int64_t exponent;
    double d = mr_bigint_frexp(v, &exponent);
    return ldexp(d, exponent > 1025 ? 1025 : (int)exponent);
}

MrValue mr_bigint_from_double(MrThread *t, double d)
{
    int exponent;
    uint64_t mantissa;
    bool negative = d < 0;
    MrInt *r;
    size_t n, low, shift;
    if (fabs(d) < 9e18)
        return mr_int(t, (int64_t)d);
    mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    shift = (size_t)exponent - 53;
    low = shift / 64;
    n = low + 2;
    r = mr_int_alloc(t, n);
    if (r == NULL)
        return MR_ERROR;
    r->limbs[low] = mantissa << shift % 64;
    r->limbs[low + 1] = shift % 64 ? mantissa >> (64 - shift % 64) : 0;
    return mr_int_finish(t, r, n, negative);
}

uint64_t mr_bigint_bit_length(MrValue v)
{
    MrIntView a;
    mr_int_view(v, &a);
    return bit_length(&a);
}

MrValue mr_bigint_bit_count(MrThread *t, MrValue v)
{
    MrIntView a;
    uint64_t count;
    mr_int_view(v, &a);
    return mr_limbs_popcount(t, a.limbs, a.n, &count) ? mr_int(t, (int64_t)count) : MR_ERROR;
}

bool mr_bigint_hash(MrThread *t, MrValue v, uint64_t *hash)
{
    MrIntView a;
    uint64_t h = 0;
    mr_int_view(v, &a);
    if (a.n == 1 && a.limbs[0] < HASH_MODULUS)
        h = a.limbs[0];
    else if (!mr_limbs_mod_61(t, a.limbs, a.n, &h))
        return false;
    *hash = !a.negative ? h : h == 1 ? (uint64_t)-2 : -h;
    return true;
}

/* ---- addition, multiplication ---- */

MrValue mr_bigint_add(MrThread *t, MrValue va, MrValue vb, bool subtract)
{
    MrIntView x, y, *a = &x, *b = &y, *swap;
    MrInt *r;
    bool negative;
    mr_int_view(va, a);
    mr_int_view(vb, b);
    if (subtract)
        b->negative = !b->negative;
    if (a->negative == b->negative ? a->n < b->n : compare_magnitudes(a, b) < 0) {
        swap = a;
        a = b;
        b = swap;
    }
    negative = a->negative;
    if (b->n == 0)
        return mr_int_from_limbs(t, a->limbs, a->n, negative);
    r = mr_int_alloc(t, a->n + 1);
    if (r == NULL)
        return MR_ERROR;
    if (!(a->negative == b->negative ? mr_limbs_add : mr_limbs_sub)(t, r->limbs, a, b))
        return MR_ERROR;
    return mr_int_finish(t, r, a->n + 1, negative);
}

MrValue mr_bigint_mul(MrThread *t, MrValue va, MrValue vb)
{
    MrIntView x, y, *a = &x, *b = &y, *swap;
    MrInt *r;
    mr_int_view(va, a);
    mr_int_view(vb, b);
    if (a->n < b->n) {
        swap = a;
        a = b;
        b = swap;
    }
    if (b->n == 0)
        return mr_small_int(0);
    double cost = b->n > MR_BIGINT_COSTLY ? mr_bigint_mul_cost(a->n + b->n) : (double)a->n * (double)b->n * 2;
    if (cost > 1e6 && !mr_limits_cost(t, cost))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost))
        return mr_big_aside(t, MR_BIG_MUL, a, b, 0, NULL);
    r = mr_int_alloc(t, a->n + b->n);
    if (r == NULL)
        return MR_ERROR;
    if (b->n == 1)
        r->limbs[a->n] = mpn_mul_1(out(r->limbs), in(a->limbs), (mp_size_t)a->n, b->limbs[0]);
    else if (a->limbs == b->limbs)
        mpn_sqr(out(r->limbs), in(a->limbs), (mp_size_t)a->n);
    else
        mpn_mul(out(r->limbs), in(a->limbs), (mp_size_t)a->n, in(b->limbs), (mp_size_t)b->n);
    return mr_int_finish(t, r, a->n + b->n, a->negative != b->negative);
}

static MrValue copy_signed(MrThread *t, MrValue v, bool negate, bool absolute)
{
    MrIntView a;
    mr_int_view(v, &a);
    return mr_int_from_limbs(t, a.limbs, a.n, absolute ? false : a.negative != negate);
}

MrValue mr_bigint_neg(MrThread *t, MrValue v) { return copy_signed(t, v, true, false); }
MrValue mr_bigint_abs(MrThread *t, MrValue v) { return copy_signed(t, v, false, true); }

/* ---- division ---- */

/* The common case of a divisor of one limb: needs no room for the remainder. |a| >= |b|. */
static bool divide_by_limb(MrThread *t, const MrIntView *a, const MrIntView *b, MrValue *quotient, MrValue *remainder)
{
    MrInt *q;
    uint64_t rest;
    bool adjust, negative = a->negative != b->negative;
    if (quotient == NULL) {
        rest = mpn_mod_1(in(a->limbs), (mp_size_t)a->n, b->limbs[0]);
    } else {
        q = mr_int_alloc(t, a->n + 1);
        if (q == NULL)
            return false;
        rest = mpn_divrem_1(out(q->limbs), 0, in(a->limbs), (mp_size_t)a->n, b->limbs[0]);
        if (negative && rest != 0)
            mpn_add_1(out(q->limbs), out(q->limbs), (mp_size_t)(a->n + 1), 1);
        *quotient = mr_int_finish(t, q, a->n + 1, negative);
        if (*quotient == MR_ERROR)
            return false;
    }
    if (remainder != NULL) {
        adjust = negative && rest != 0;
        rest = adjust ? b->limbs[0] - rest : rest;
        *remainder = mr_int_from_limbs(t, &rest, 1, b->negative);
        return *remainder != MR_ERROR;
    }
    return true;
}

bool mr_bigint_divmod(MrThread *t, MrValue va, MrValue vb, MrValue *quotient, MrValue *remainder)
{
    MrIntView a, b;
    MrInt *q, *r;
    MrValue rest;
    bool adjust;
    mr_int_view(va, &a);
    mr_int_view(vb, &b);
    if (compare_magnitudes(&a, &b) < 0) { /* quotient 0 or, where the signs differ, -1 */
        adjust = a.n > 0 && a.negative != b.negative;
        if (quotient != NULL)
            *quotient = mr_small_int(adjust ? -1 : 0);
        if (remainder != NULL)
            *remainder = adjust ? mr_bigint_add(t, va, vb, false) : mr_int_exact(t, va);
        return remainder == NULL || *remainder != MR_ERROR;
    }
    if (b.n == 1)
        return divide_by_limb(t, &a, &b, quotient, remainder);
    double plain = (double)b.n * (double)(a.n - b.n + 1) * 3, fast = 4 * mr_bigint_mul_cost(a.n), cost = plain < fast ? plain : fast;
    if (cost > 1e6 && !mr_limits_cost(t, cost))
        return false;
    if (mr_aside_wanted(t, cost)) {
        MrValue quo = mr_big_aside(t, MR_BIG_DIVMOD, &a, &b, 0, remainder);
        if (quotient)
            *quotient = quo;
        return quo != MR_ERROR;
    }
    q = mr_int_alloc(t, a.n - b.n + 2);
    r = q == NULL ? NULL : mr_int_alloc(t, b.n);
    if (r == NULL)
        return false;
    mpn_tdiv_qr(out(q->limbs), out(r->limbs), 0, in(a.limbs), (mp_size_t)a.n, in(b.limbs), (mp_size_t)b.n);
    adjust = a.negative != b.negative && strip_zeros(r->limbs, b.n) > 0; /* from truncating to flooring */
    if (quotient != NULL) {
        if (adjust)
            mpn_add_1(out(q->limbs), out(q->limbs), (mp_size_t)(a.n - b.n + 2), 1);
        *quotient = mr_int_finish(t, q, a.n - b.n + 2, a.negative != b.negative);
        if (*quotient == MR_ERROR)
            return false;
    }
    if (remainder != NULL) {
        if (adjust)
            mpn_sub_n(out(r->limbs), in(b.limbs), out(r->limbs), (mp_size_t)b.n);
        rest = mr_int_finish(t, r, b.n, b.negative);
        *remainder = rest;
        return rest != MR_ERROR;
    }
    return true;
}

/* Scales a or b so that the integer quotient has 55 or 56 bits, keeps whether anything was lost below, and rounds once. */
MrValue mr_bigint_truediv(MrThread *t, MrValue va, MrValue vb)
{
    MrIntView a, b;
    int64_t difference, shift;
    uint64_t *scaled, *quotient, *rest, q, extra, mask;
    size_t words, n, nq, bits;
    bool inexact = false, negative;
    double d;
    mr_int_view(va, &a);
    mr_int_view(vb, &b);
    negative = a.negative != b.negative;
    if (a.n == 0)
        return mr_float(negative ? -0.0 : 0.0);
    if (a.n == 1 && b.n == 1 && a.limbs[0] <= (uint64_t)1 << 53 && b.limbs[0] <= (uint64_t)1 << 53) {
        d = (double)a.limbs[0] / (double)b.limbs[0];
        return mr_float(negative ? -d : d);
    }
    difference = (int64_t)bit_length(&a) - (int64_t)bit_length(&b);
    if (difference > 1024)
        return mr_raise(t, MR_EXC_OverflowError, "integer division result too large for a float");
    if (difference < -1080)
        return mr_float(negative ? -0.0 : 0.0);
    shift = (difference > -1021 ? difference : -1021) - 55;
    words = (size_t)((shift < 0 ? -shift : shift) / 64);
    n = a.n + 2 + (shift < 0 ? words : 0);
    scaled = mr_buffer_new(t, n * sizeof *scaled);
    if (scaled == NULL)
        return MR_ERROR;
    bits = (size_t)((shift < 0 ? -shift : shift) % 64);
    if (shift <= 0) {
        memcpy(scaled + words, a.limbs, a.n * sizeof *scaled);
        if (bits > 0)
            scaled[words + a.n] = mpn_lshift(out(scaled + words), out(scaled + words), (mp_size_t)a.n, (unsigned)bits);
    } else { /* the quotient has at least 55 bits, so a.n > words */
        inexact = strip_zeros(a.limbs, words) > 0;
        memcpy(scaled, a.limbs + words, (a.n - words) * sizeof *scaled);
        if (bits > 0)
            inexact |= mpn_rshift(out(scaled), out(scaled), (mp_size_t)(a.n - words), (unsigned)bits) != 0;
    }
    n = strip_zeros(scaled, n);
    if (n < b.n)
        return mr_float(negative ? -0.0 : 0.0);
    nq = n - b.n + 1;
    quotient = mr_buffer_new(t, nq * sizeof *quotient);
    rest = quotient == NULL ? NULL : mr_buffer_new(t, b.n * sizeof *rest);
    if (rest == NULL)
        return MR_ERROR;
    mpn_tdiv_qr(out(quotient), out(rest), 0, out(scaled), (mp_size_t)n, in(b.limbs), (mp_size_t)b.n);
    inexact |= strip_zeros(rest, b.n) > 0;
    q = quotient[0];
    if (q == 0)
        return mr_float(negative ? -0.0 : 0.0);
    bits = 64 - (size_t)__builtin_clzll(q);
    if ((int64_t)bits < -1021 - shift)
        bits = (size_t)(-1021 - shift); /* subnormal: fewer digits are kept */
    extra = bits - 53;
    mask = (uint64_t)1 << (extra - 1);
    q |= inexact;
    if ((q & mask) && (q & (3 * mask - 1)))
        q += mask;
    q &= ~(2 * mask - 1);
    d = ldexp((double)q, (int)shift);
    if (isinf(d))
        return mr_raise(t, MR_EXC_OverflowError, "integer division result too large for a float");
    return mr_float(negative ? -d : d);
}

/* ---- bits ---- */

MrValue mr_bigint_lshift(MrThread *t, MrValue v, uint64_t count)
{
    MrIntView a;
    MrInt *r;
    size_t words = (size_t)(count / 64), n;
    mr_int_view(v, &a);
    if (a.n == 0)
        return mr_small_int(0);
    if (count / 64 > MR_BIGINT_MAX_LIMBS)
        return mr_raise_no_memory(t);
    n = a.n + words + 1;
    r = mr_int_alloc(t, n);
    if (r == NULL)
        return MR_ERROR;
    if (!mr_limbs_lshift(t, r->limbs + words, a.limbs, a.n, (unsigned)(count % 64)))
        return MR_ERROR;
    return mr_int_finish(t, r, n, a.negative);
}

MrValue mr_bigint_rshift(MrThread *t, MrValue v, uint64_t count)
{
    MrIntView a;
    MrInt *r;
    size_t words = (size_t)(count / 64), n;
    bool lost;
    mr_int_view(v, &a);
    if (count / 64 >= a.n)
        return mr_small_int(a.negative ? -1 : 0);
    n = a.n - words;
    r = mr_int_alloc(t, n + 1);
    if (r == NULL)
        return MR_ERROR;
    if (!mr_limbs_rshift(t, r->limbs, a.limbs + words, n, (unsigned)(count % 64), &lost))
        return MR_ERROR;
    lost |= a.negative && strip_zeros(a.limbs, words) > 0;
    if (lost && a.negative)
        mpn_add_1(out(r->limbs), out(r->limbs), (mp_size_t)(n + 1), 1);
    return mr_int_finish(t, r, n + 1, a.negative);
}

/* Writes a's two's complement in n (> a->n) limbs. False: stop. */
static bool twos_complement(MrThread *t, uint64_t *to, const MrIntView *a, size_t n)
{
    return mr_work_copy(t, to, a->limbs, a->n * sizeof *to) && mr_work_fill(t, to + a->n, 0, (n - a->n) * sizeof *to) &&
           (!a->negative || mr_limbs_negate(t, to, n));
}

MrValue mr_bigint_bitop(MrThread *t, MrBinop op, MrValue va, MrValue vb)
{
    MrIntView a, b;
    MrInt *r;
    uint64_t *other;
    size_t n;
    bool negative;
    mr_int_view(va, &a);
    mr_int_view(vb, &b);
    n = (a.n > b.n ? a.n : b.n) + 1;
    r = mr_int_alloc(t, n);
    other = r == NULL ? NULL : mr_buffer_new(t, n * sizeof *other);
    if (other == NULL)
        return MR_ERROR;
    if (!twos_complement(t, r->limbs, &a, n) || !twos_complement(t, other, &b, n) ||
        !mr_limbs_bitop(t, op == MR_BIN_AND ? '&' : op == MR_BIN_OR ? '|' : '^', r->limbs, other, n))
        return MR_ERROR;
    negative = (int64_t)r->limbs[n - 1] < 0;
    if (negative && !mr_limbs_negate(t, r->limbs, n))
        return MR_ERROR;
    return mr_int_finish(t, r, n, negative);
}

/* ---- powers ---- */

/* limbs[0..n) squared or multiplied by the base into `to`; returns the count of limbs. */
static size_t square(uint64_t *to, const uint64_t *a, size_t n)
{
    mpn_sqr(out(to), in(a), (mp_size_t)n);
    return strip_zeros(to, 2 * n);
}

static size_t multiply(uint64_t *to, const uint64_t *a, size_t n, const uint64_t *base, size_t nbase)
{
    if (n >= nbase)
        mpn_mul(out(to), in(a), (mp_size_t)n, in(base), (mp_size_t)nbase);
    else
        mpn_mul(out(to), in(base), (mp_size_t)nbase, in(a), (mp_size_t)n);
    return strip_zeros(to, n + nbase);
}

/* Left to right binary powering of the base's odd part; its power of two becomes a shift at the end. */
MrValue mr_bigint_pow(MrThread *t, MrValue va, MrValue ve)
{
    MrIntView a;
    int64_t e;
    uint64_t zeros, *odd, *x, *y, *swap;
    size_t n_odd, n, room;
    bool negative;
    MrValue small;
    int bit;
    mr_int_view(va, &a);
    if (a.n == 0 || (a.n == 1 && a.limbs[0] == 1)) {
        MrIntView ev;
        mr_int_view(ve, &ev);
        negative = a.negative && ev.n > 0 && (ev.limbs[0] & 1);
        return mr_small_int(ev.n == 0 ? 1 : a.n == 0 ? 0 : negative ? -1 : 1);
    }
    if (!mr_int_as_i64(ve, &e))
        return mr_raise_no_memory(t);
    if (e == 0)
        return mr_small_int(1);
    zeros = mpn_scan1(in(a.limbs), 0);
    if ((uint64_t)e > MR_BIGINT_MAX_LIMBS * 64 || (double)(bit_length(&a) - 1) * (double)e > (double)MR_BIGINT_MAX_LIMBS * 64)
        return mr_raise_no_memory(t);
    negative = a.negative && (e & 1);
    odd = mr_buffer_new(t, a.n * sizeof *odd);
    if (odd == NULL)
        return MR_ERROR;
    n_odd = a.n - zeros / 64;
    if (zeros % 64)
        mpn_rshift(out(odd), in(a.limbs + zeros / 64), (mp_size_t)n_odd, (unsigned)(zeros % 64));
    else
        memcpy(odd, a.limbs + zeros / 64, n_odd * sizeof *odd);
    n_odd = strip_zeros(odd, n_odd);
    room = (size_t)((double)(bit_length(&a) - zeros) * (double)e / 64) + n_odd + 4;
    room = room < 2 * n_odd + 2 ? 2 * n_odd + 2 : room + room / 64;
    if (room > MR_BIGINT_MAX_LIMBS + 64)
        return mr_raise_no_memory(t);
    x = mr_buffer_new(t, room * sizeof *x);
    y = x == NULL ? NULL : mr_buffer_new(t, room * sizeof *y);
    if (y == NULL)
        return MR_ERROR;
    memcpy(x, odd, n_odd * sizeof *x);
    n = n_odd;
    if (n_odd == 1 && odd[0] == 1) {
        bit = -1; /* a power of two: the shift is all */
    } else {
        for (bit = 62; !((uint64_t)e >> bit & 1); bit--)
            ;
        bit--;
    }
    for (; bit >= 0; bit--) {
        double cost = mr_bigint_mul_cost(2 * n);
        if (n > MR_BIGINT_COSTLY && !mr_limits_cost(t, 2 * cost))
            return MR_ERROR;
        if (mr_aside_wanted(t, cost)) {
            MrIntView v = {.limbs = x, .n = n};
            if (!mr_big_mul_aside(t, y, &v, &v))
                return MR_ERROR;
            n = strip_zeros(y, 2 * n);
        } else {
            n = square(y, x, n);
        }
        swap = x;
        x = y;
        y = swap;
        if ((uint64_t)e >> bit & 1) {
            if (mr_aside_wanted(t, n_odd > MR_BIGINT_COSTLY / 8 ? cost : 0)) {
                MrIntView v = {.limbs = x, .n = n}, w = {.limbs = odd, .n = n_odd};
                if (!mr_big_mul_aside(t, y, &v, &w))
                    return MR_ERROR;
                n = strip_zeros(y, n + n_odd);
            } else {
                n = multiply(y, x, n, odd, n_odd);
            }
            swap = x;
            x = y;
            y = swap;
        }
        if (n > 1000 && !mr_poll(t))
            return MR_ERROR;
    }
    small = mr_int_from_limbs(t, x, n, negative);
    if (small == MR_ERROR || zeros == 0)
        return small;
    return mr_bigint_lshift(t, small, zeros * (uint64_t)e);
}

/* A read-only mpz of a view. */
static mpz_srcptr as_mpz(mpz_ptr z, const MrIntView *a)
{
    return mpz_roinit_n(z, in(a->limbs), a->negative ? -(mp_size_t)a->n : (mp_size_t)a->n);
}

static MrValue take_mpz(MrThread *t, mpz_ptr z)
{
    MrValue r = mr_int_from_limbs(t, big_limbs(mpz_limbs_read(z)), mpz_size(z), mpz_sgn(z) < 0);
    mpz_clear(z);
    return r;
}

/* result = a^e mod m in pieces of `chunk` bits of the exponent, which takes twice as long but can be stopped in between. */
static bool powm_in_pieces(MrThread *t, mpz_ptr result, mpz_srcptr a, mpz_srcptr e, mpz_srcptr m, size_t chunk)
{
    mpz_t part, power, piece;
    bool ok = true;
    mpz_inits(part, power, piece, NULL);
    mpz_setbit(power, chunk);
    mpz_set_ui(result, 1);
    for (size_t from = mpz_sizeinbase(e, 2); ok && from;) {
        size_t n = from % chunk ? from % chunk : chunk;
        from -= n;
        mpz_tdiv_q_2exp(part, e, from);
        mpz_tdiv_r_2exp(part, part, n);
        mpz_powm(result, result, power, m);
        mpz_powm(piece, a, part, m);
        mpz_mul(result, result, piece);
        mpz_tdiv_r(result, result, m);
        ok = mr_poll(t);
    }
    mpz_clears(part, power, piece, NULL);
    return ok;
}

static bool powm(MrThread *t, mpz_ptr result, mpz_srcptr a, mpz_srcptr e, mpz_srcptr m, double cost_of_bit)
{
    double bits = (double)mpz_sizeinbase(e, 2);
    if (bits * cost_of_bit > 8e6)
        return powm_in_pieces(t, result, a, e, m, cost_of_bit < 1e6 ? (size_t)(2e6 / cost_of_bit) + 1 : 1);
    mpz_powm(result, a, e, m);
    return true;
}

MrValue mr_bigint_powmod(MrThread *t, MrValue va, MrValue ve, MrValue vm)
{
    MrIntView a, e, m;
    mpz_t za, ze, zm, base, result;
    mr_int_view(va, &a);
    mr_int_view(ve, &e);
    mr_int_view(vm, &m);
    if (m.n == 0)
        return mr_raise(t, MR_EXC_ValueError, "pow() 3rd argument cannot be 0");
    double plain = (double)m.n * (double)m.n, fast = mr_bigint_mul_cost(2 * m.n + 2);
    double cost_of_bit = 2.5 * (plain < fast ? plain : fast);
    bool ok;
    if (!mr_limits_cost(t, (double)bit_length(&e) * cost_of_bit))
        return MR_ERROR;
    as_mpz(za, &a);
    as_mpz(zm, &m);
    mpz_init(result);
    if (e.negative) {
        mpz_init(base);
        if (!mpz_invert(base, za, zm)) {
            mpz_clears(base, result, NULL);
            return mr_raise(t, MR_EXC_ValueError, "base is not invertible for the given modulus");
        }
        e.negative = false;
        as_mpz(ze, &e);
        ok = powm(t, result, base, ze, zm, cost_of_bit);
        mpz_clear(base);
    } else {
        as_mpz(ze, &e);
        ok = powm(t, result, za, ze, zm, cost_of_bit);
    }
    if (!ok) {
        mpz_clear(result);
        return MR_ERROR;
    }
    if (m.negative && mpz_sgn(result) > 0) /* GMP's results are in 0..|m|-1 */
        mpz_add(result, result, zm);
    return take_mpz(t, result);
}

/* ---- number theory ---- */

MrValue mr_bigint_gcd(MrThread *t, MrValue va, MrValue vb)
{
    MrIntView a, b;
    mpz_t za, zb, result;
    uint64_t x, y, r;
    mr_int_view(va, &a);
    mr_int_view(vb, &b);
    if (a.n <= 1 && b.n <= 1) {
        x = a.n ? a.limbs[0] : 0;
        y = b.n ? b.limbs[0] : 0;
        while (y != 0) {
            r = x % y;
            x = y;
            y = r;
        }
        return mr_int_from_limbs(t, &x, 1, false);
    }
    size_t longest = a.n > b.n ? a.n : b.n;
    double cost = 15 * log2((double)longest) * mr_bigint_mul_cost(longest);
    if (longest > MR_BIGINT_COSTLY / 8 && !mr_limits_cost(t, cost))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost))
        return mr_big_aside(t, MR_BIG_GCD, &a, &b, 0, NULL);
    mpz_init(result);
    mpz_gcd(result, as_mpz(za, &a), as_mpz(zb, &b));
    return take_mpz(t, result);
}

MrValue mr_bigint_isqrt(MrThread *t, MrValue v)
{
    MrIntView a;
    MrInt *r;
    mr_int_view(v, &a);
    if (a.n == 0)
        return mr_small_int(0);
    double cost = 12 * mr_bigint_mul_cost(a.n);
    if (a.n > MR_BIGINT_COSTLY / 8 && !mr_limits_cost(t, cost))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost))
        return mr_big_aside(t, MR_BIG_SQRT, &a, NULL, 0, NULL);
    r = mr_int_alloc(t, (a.n + 1) / 2);
    if (r == NULL)
        return MR_ERROR;
    mpn_sqrtrem(out(r->limbs), NULL, in(a.limbs), (mp_size_t)a.n);
    return mr_int_finish(t, r, (a.n + 1) / 2, false);
}

/* A product of `factors` numbers, `limbs` long, in memory that GMP takes for itself: is there room, and time? */
static double cost_of_product(double limbs, uint64_t factors) { return 2 * mr_bigint_mul_cost((size_t)limbs) * log2((double)factors + 2); }

static bool may_make(MrThread *t, double limbs, uint64_t factors)
{
    if (limbs < MR_BIGINT_COSTLY / 8)
        return true;
    return mr_limits_room(t, (uint64_t)(limbs * 24)) && mr_limits_cost(t, cost_of_product(limbs, factors));
}

MrValue mr_bigint_factorial(MrThread *t, uint64_t n)
{
    mpz_t z;
    if (n > 2 && (double)n * (log2((double)n) - 1.5) > (double)MR_BIGINT_MAX_LIMBS * 64)
        return mr_raise_no_memory(t);
    double limbs = (double)n * log2((double)n + 1) / 64;
    if (!may_make(t, limbs, n))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost_of_product(limbs, n)))
        return mr_big_aside(t, MR_BIG_FACTORIAL, NULL, NULL, n, NULL);
    mpz_init(z);
    mpz_fac_ui(z, n);
    return take_mpz(t, z);
}

MrValue mr_bigint_comb(MrThread *t, MrValue vn, uint64_t k)
{
    MrIntView n;
    mpz_t zn, z;
    mr_int_view(vn, &n);
    if ((double)k * (double)(bit_length(&n) + 2) > (double)MR_BIGINT_MAX_LIMBS * 64 &&
        (double)k * ((double)bit_length(&n) - log2((double)k) + 2) > (double)MR_BIGINT_MAX_LIMBS * 64)
        return mr_raise_no_memory(t);
    double each = (double)bit_length(&n) - (k ? log2((double)k) : 0) + 2;
    double limbs = (double)k * (each > 1 ? each : 1) / 64;
    if (!may_make(t, limbs, k))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost_of_product(limbs, k)))
        return mr_big_aside(t, MR_BIG_BINOMIAL, &n, NULL, k, NULL);
    mpz_init(z);
    if (n.n <= 1)
        mpz_bin_uiui(z, n.n ? n.limbs[0] : 0, k);
    else
        mpz_bin_ui(z, as_mpz(zn, &n), k);
    return take_mpz(t, z);
}
