/* Coefficients: whole numbers without sign, of any size.
 *
 * Up to two limbs are done in 128 bits, up to MR_COEF_ROOM limbs by GMP's mpn layer on the C stack, and what is longer by the ints of the
 * language, whose operations can be ended by limits and know the largest size. Powers of ten of the last kind are kept for the next time.
 */
#include <gmp.h>
#include <math.h>

#include "stdlib/native/_decimal.h"
#include "vm/types/bigint_aside.h"

#define E19 10000000000000000000ull
const MrU128 mr_dec_powers[39] = {
    1ull, 10ull, 100ull, 1000ull, 10000ull, 100000ull, 1000000ull, 10000000ull, 100000000ull, 1000000000ull, 10000000000ull, 100000000000ull, 1000000000000ull,
    10000000000000ull, 100000000000000ull, 1000000000000000ull, 10000000000000000ull, 100000000000000000ull, 1000000000000000000ull, E19,
    (MrU128)E19 * 10ull, (MrU128)E19 * 100ull, (MrU128)E19 * 1000ull, (MrU128)E19 * 10000ull, (MrU128)E19 * 100000ull, (MrU128)E19 * 1000000ull,
    (MrU128)E19 * 10000000ull, (MrU128)E19 * 100000000ull, (MrU128)E19 * 1000000000ull, (MrU128)E19 * 10000000000ull, (MrU128)E19 * 100000000000ull,
    (MrU128)E19 * 1000000000000ull, (MrU128)E19 * 10000000000000ull, (MrU128)E19 * 100000000000000ull, (MrU128)E19 * 1000000000000000ull,
    (MrU128)E19 * 10000000000000000ull, (MrU128)E19 * 100000000000000000ull, (MrU128)E19 * 1000000000000000000ull, (MrU128)E19 * E19};

static const mp_limb_t *in(const uint64_t *p) { return (const mp_limb_t *)p; }
static mp_limb_t *out(uint64_t *p) { return (mp_limb_t *)p; }

static int bits_of(MrU128 v)
{
    uint64_t hi = (uint64_t)(v >> 64), lo = (uint64_t)v;
    return hi ? 128 - __builtin_clzll(hi) : lo ? 64 - __builtin_clzll(lo) : 0;
}

int mr_digits_u128(MrU128 v)
{
    int guess = bits_of(v) * 1233 >> 12; /* log10(2) */
    return guess + (v >= mr_dec_powers[guess]) + (v == 0);
}

/* ---- storage ---- */

/* Room for the limbs of a result, to be completed by settle(). NULL: error */
static uint64_t *make_room(MrThread *t, MrCoef *c, size_t n)
{
    c->keep = MR_UNBOUND;
    if (n <= MR_COEF_ROOM) {
        c->p = c->room;
        return c->room;
    }
    MrInt *big = mr_int_alloc(t, n);
    if (!big)
        return NULL;
    c->keep = mr_val(big);
    c->p = big->limbs;
    return big->limbs;
}

static bool settle(MrThread *t, MrCoef *c, size_t n)
{
    while (n && !c->p[n - 1])
        n--;
    c->n = n;
    if (c->keep == MR_UNBOUND)
        return true;
    MrValue v = mr_int_finish(t, MR_INT(c->keep), n, false);
    unsigned sign;
    return v != MR_ERROR && mr_coef_of_int(t, c, v, &sign);
}

void mr_coef_of(MrCoef *c, const MrDec *d)
{
    if (MR_LIKELY(!(d->h.aux & MR_DEC_BIG))) {
        mr_coef_u128(c, mr_dec_u128(d));
        return;
    }
    const MrInt *big = MR_INT(d->lo);
    c->keep = d->lo;
    c->p = big->limbs;
    c->n = (size_t)big->size;
}

bool mr_coef_of_int(MrThread *t, MrCoef *c, MrValue v, unsigned *sign)
{
    MrIntView view;
    mr_int_view(v, &view);
    *sign = view.negative;
    c->n = view.n;
    if (view.n <= MR_COEF_ROOM) {
        memcpy(c->room, view.limbs, view.n * sizeof *view.limbs);
        c->p = c->room;
        c->keep = MR_UNBOUND;
        return true;
    }
    if (view.negative || !mr_is_exact(v, MR_TYPE_int)) {
        v = mr_int_from_limbs(t, view.limbs, view.n, false);
        if (v == MR_ERROR)
            return false;
    }
    c->keep = v;
    c->p = MR_INT(v)->limbs;
    return true;
}

MrValue mr_coef_int(MrThread *t, const MrCoef *c, unsigned sign)
{
    return c->keep != MR_UNBOUND && !sign ? c->keep : mr_int_from_limbs(t, c->p, c->n, sign);
}

void mr_coef_copy(MrCoef *to, const MrCoef *from)
{
    to->n = from->n;
    to->keep = from->keep;
    to->p = from->p;
    if (from->keep == MR_UNBOUND && from->p == from->room) {
        memcpy(to->room, from->room, from->n * sizeof *from->room);
        to->p = to->room;
    }
}

/* The result of an operation of ints. */
static bool take(MrThread *t, MrCoef *c, MrValue v)
{
    unsigned sign;
    return v != MR_ERROR && mr_coef_of_int(t, c, v, &sign);
}

/* ---- size and order ---- */

int mr_coef_compare(const MrCoef *a, const MrCoef *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    int order = a->n ? mpn_cmp(in(a->p), in(b->p), (mp_size_t)a->n) : 0;
    return (order > 0) - (order < 0);
}

int64_t mr_coef_digits(MrThread *t, const MrCoef *c)
{
    if (c->n <= 2)
        return mr_digits_u128(mr_coef_get_u128(c));
    /* From the logarithm of the first 53 bits, unless that is too near to a power of ten. */
    double first = (double)c->p[c->n - 1] * 0x1p64 + (double)c->p[c->n - 2];
    double size = (log2(first) + 64 * (double)(c->n - 2)) * 0.30102999566398119521, whole = floor(size);
    double slack = 1e-14 * size + 1e-13;
    if (size - whole > slack && whole + 1 - size > slack)
        return (int64_t)whole + 1;
    int64_t near = (int64_t)llround(size);
    MrCoef power;
    if (!mr_coef_power10(t, &power, near))
        return -1;
    return near + (mr_coef_compare(c, &power) >= 0);
}

unsigned mr_coef_mod5(const MrCoef *c)
{
    unsigned sum = 0; /* 2^64 is 1 modulo 5 */
    for (size_t i = 0; i < c->n; i++)
        sum = (sum + (unsigned)(c->p[i] % 5)) % 5;
    return sum;
}

/* ---- arithmetic ---- */

/* A large power of ten, kept. */
static MrValue large_power(MrThread *t, int64_t exponent)
{
    MrDecState *s = mr_dec_state(t);
    for (unsigned i = 0; i < MR_DEC_N_POWERS; i++)
        if (s->exponents[i] == exponent && s->powers[i] != MR_UNBOUND)
            return s->powers[i];
    if ((double)exponent * 3.3219280948873623 > 64.0 * MR_BIGINT_MAX_LIMBS)
        return mr_raise_no_memory(t);
    MrValue v = mr_bigint_pow(t, mr_small_int(10), mr_small_int(exponent));
    if (v != MR_ERROR && exponent < 200000) {
        unsigned i = s->next_power++ % MR_DEC_N_POWERS;
        s->exponents[i] = exponent;
        s->powers[i] = v;
    }
    return v;
}

bool mr_coef_power10(MrThread *t, MrCoef *r, int64_t exponent)
{
    if (exponent <= 38) {
        mr_coef_u128(r, mr_dec_powers[exponent]);
        return true;
    }
    if (exponent > 600)
        return take(t, r, large_power(t, exponent));
    size_t n = 2;
    mr_coef_u128(r, mr_dec_powers[38]);
    for (exponent -= 38; exponent > 0; exponent -= 19) {
        uint64_t carry = mpn_mul_1(out(r->room), in(r->room), (mp_size_t)n, (uint64_t)mr_dec_powers[exponent < 19 ? exponent : 19]);
        if (carry)
            r->room[n++] = carry;
    }
    r->n = n;
    return true;
}

bool mr_coef_add(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b)
{
    if (a->n < b->n) {
        const MrCoef *swap = a;
        a = b;
        b = swap;
    }
    uint64_t *to = make_room(t, r, a->n + 1);
    if (!to)
        return false;
    to[a->n] = b->n ? mpn_add(out(to), in(a->p), (mp_size_t)a->n, in(b->p), (mp_size_t)b->n) : 0;
    if (!b->n)
        memcpy(to, a->p, a->n * sizeof *to);
    return settle(t, r, a->n + 1);
}

bool mr_coef_sub(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b)
{
    uint64_t *to = make_room(t, r, a->n);
    if (!to)
        return false;
    if (b->n)
        mpn_sub(out(to), in(a->p), (mp_size_t)a->n, in(b->p), (mp_size_t)b->n);
    else
        memcpy(to, a->p, a->n * sizeof *to);
    return settle(t, r, a->n);
}

bool mr_coef_mul(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b)
{
    if (!a->n || !b->n) {
        mr_coef_u128(r, 0);
        return true;
    }
    if (a->n + b->n <= MR_COEF_ROOM) {
        uint64_t *to = make_room(t, r, a->n + b->n);
        if (!to)
            return false;
        if (a->n >= b->n)
            mpn_mul(out(to), in(a->p), (mp_size_t)a->n, in(b->p), (mp_size_t)b->n);
        else
            mpn_mul(out(to), in(b->p), (mp_size_t)b->n, in(a->p), (mp_size_t)a->n);
        return settle(t, r, a->n + b->n);
    }
    MrValue x = mr_coef_int(t, a, 0), y = x == MR_ERROR ? x : mr_coef_int(t, b, 0);
    return y != MR_ERROR && take(t, r, mr_bigint_mul(t, x, y));
}

bool mr_coef_divmod(MrThread *t, MrCoef *q, MrCoef *r, const MrCoef *a, const MrCoef *b)
{
    if (a->n <= 2 && b->n <= 2) {
        MrU128 x = mr_coef_get_u128(a), y = mr_coef_get_u128(b);
        if (!(x >> 64) && !(y >> 64)) {
            mr_coef_u128(q, (uint64_t)x / (uint64_t)y);
            mr_coef_u128(r, (uint64_t)x % (uint64_t)y);
        } else {
            MrU128 quotient = x / y;
            mr_coef_u128(q, quotient);
            mr_coef_u128(r, x - quotient * y);
        }
        return true;
    }
    if (a->n < b->n) {
        mr_coef_u128(q, 0);
        mr_coef_copy(r, a);
        return true;
    }
    if (a->n <= MR_COEF_ROOM) {
        uint64_t *quotient = make_room(t, q, a->n - b->n + 1), *rest = make_room(t, r, b->n);
        if (!quotient || !rest)
            return false;
        mpn_tdiv_qr(out(quotient), out(rest), 0, in(a->p), (mp_size_t)a->n, in(b->p), (mp_size_t)b->n);
        return settle(t, q, a->n - b->n + 1) && settle(t, r, b->n);
    }
    MrValue x = mr_coef_int(t, a, 0), y = x == MR_ERROR ? x : mr_coef_int(t, b, 0), quotient, rest;
    return y != MR_ERROR && mr_bigint_divmod(t, x, y, &quotient, &rest) && take(t, q, quotient) && take(t, r, rest);
}

bool mr_coef_scale(MrThread *t, MrCoef *r, const MrCoef *a, int64_t exponent)
{
    if (!exponent || !a->n) {
        mr_coef_copy(r, a);
        return true;
    }
    if (a->n == 1 && exponent <= 19) {
        mr_coef_u128(r, (MrU128)a->p[0] * (uint64_t)mr_dec_powers[exponent]);
        return true;
    }
    MrCoef power;
    return mr_coef_power10(t, &power, exponent) && mr_coef_mul(t, r, a, &power);
}

bool mr_coef_sqrt(MrThread *t, MrCoef *r, const MrCoef *a, bool *exact)
{
    if (!a->n) {
        mr_coef_u128(r, 0);
        *exact = true;
        return true;
    }
    if (a->n <= MR_COEF_ROOM) {
        uint64_t rest[MR_COEF_ROOM], *to = make_room(t, r, (a->n + 1) / 2);
        if (!to)
            return false;
        *exact = mpn_sqrtrem(out(to), out(rest), in(a->p), (mp_size_t)a->n) == 0;
        return settle(t, r, (a->n + 1) / 2);
    }
    MrValue v = mr_coef_int(t, a, 0), root = v == MR_ERROR ? v : mr_bigint_isqrt(t, v);
    MrValue square = root == MR_ERROR ? root : mr_bigint_mul(t, root, root);
    if (square == MR_ERROR || !take(t, r, root))
        return false;
    *exact = mr_bigint_cmp(square, v) == 0;
    return true;
}

bool mr_coef_increment(MrThread *t, MrCoef *c)
{
    if (c->keep == MR_UNBOUND && c->p == c->room && c->n < MR_COEF_ROOM) {
        c->room[c->n] = 0;
        for (size_t i = 0; !++c->room[i]; i++)
            ;
        c->n += c->room[c->n] != 0;
        return true;
    }
    MrCoef one, sum;
    mr_coef_u128(&one, 1);
    if (!mr_coef_add(t, &sum, c, &one))
        return false;
    mr_coef_copy(c, &sum);
    return true;
}

int mr_coef_cut(MrThread *t, MrCoef *q, const MrCoef *a, int64_t drop)
{
    if (a->n <= 2) {
        MrU128 v = mr_coef_get_u128(a);
        if (drop > 38) {
            mr_coef_u128(q, 0);
            return v != 0;
        }
        MrU128 unit = mr_dec_powers[drop], quotient, rest, half = unit / 2;
        if (!(v >> 64)) {
            quotient = drop > 19 ? 0 : (uint64_t)v / (uint64_t)unit;
        } else
            quotient = v / unit;
        rest = v - quotient * unit;
        mr_coef_u128(q, quotient);
        return rest == 0 ? 0 : rest < half ? 1 : rest == half ? 2 : 3;
    }
    int64_t digits = (int64_t)(a->n * 64 * 0.30103) + 1;
    if (drop > digits + 1) {
        mr_coef_u128(q, 0);
        return 1;
    }
    MrCoef unit, rest, twice;
    if (!mr_coef_power10(t, &unit, drop) || !mr_coef_divmod(t, q, &rest, a, &unit))
        return -1;
    if (!rest.n)
        return 0;
    if (!mr_coef_add(t, &twice, &rest, &rest))
        return -1;
    return 2 + mr_coef_compare(&twice, &unit);
}

int64_t mr_coef_strip(MrThread *t, MrCoef *c, int64_t most)
{
    int64_t done = 0;
    if (!c->n)
        return 0;
    for (int64_t step = c->n > 2 ? 1024 : 16; step; step /= 2)
        while (most - done >= step && (c->n > 2 || step <= 32)) {
            if (c->p[0] & (step < 64 ? (1ull << step) - 1 : ~0ull)) /* 10**step divides only what 2**step does */
                break;
            MrCoef unit, q, r;
            if (!mr_coef_power10(t, &unit, step) || !mr_coef_divmod(t, &q, &r, c, &unit))
                return -1;
            if (r.n)
                break;
            mr_coef_copy(c, &q);
            done += step;
        }
    return done;
}

/* ---- text ---- */

static char *put_u64(char *end, uint64_t v, int least)
{
    for (; v || least > 0; v /= 10, least--)
        *--end = (char)('0' + v % 10);
    return end;
}

const char *mr_coef_text(MrThread *t, const MrCoef *c, char *small, size_t *n)
{
    if (c->n <= 2) {
        MrU128 v = mr_coef_get_u128(c);
        char *end = small + 40, *p;
        if (v >> 64) {
            MrU128 high = v / E19;
            p = put_u64(end, (uint64_t)(v - high * E19), 19);
            if (high >= E19) {
                p = put_u64(p, (uint64_t)(high % E19), 19);
                high /= E19;
            }
            p = put_u64(p, (uint64_t)high, 1);
        } else
            p = put_u64(end, (uint64_t)v, 1);
        *n = (size_t)(end - p);
        return p;
    }
    size_t room = (size_t)((double)c->n * 19.27) + 4, length = 0;
    unsigned char *digits = mr_buffer_new(t, room + c->n * sizeof(uint64_t) + 16);
    if (!digits)
        return NULL;
    if (c->n > MR_COEF_ROOM) {
        MrValue v = mr_coef_int(t, c, 0);
        MrIntView view;
        if (v == MR_ERROR)
            return NULL;
        mr_int_view(v, &view);
        if (c->n > MR_BIGINT_COSTLY / 4) {
            if (!mr_big_to_text_aside(t, &view, 10, digits, room, &length))
                return NULL;
        }
        mr_hold(v);
    }
    if (!length) { /* mpn_get_str destroys its operand */
        uint64_t *copy = (uint64_t *)(void *)(digits + (room + 7) / 8 * 8);
        memcpy(copy, c->p, c->n * sizeof *copy);
        length = mpn_get_str(digits, 10, out(copy), (mp_size_t)c->n);
    }
    size_t skip = 0;
    while (skip + 1 < length && !digits[skip])
        skip++;
    *n = length - skip;
    for (size_t i = 0; i < *n; i++)
        digits[i] = (unsigned char)(digits[i + skip] + '0');
    return (const char *)digits;
}

bool mr_coef_of_text(MrThread *t, MrCoef *c, const char *digits, size_t n)
{
    while (n && *digits == '0')
        digits++, n--;
    if (n <= 38) {
        MrU128 v = 0;
        for (size_t i = 0; i < n;) {
            uint64_t part = 0;
            size_t end = n - i > 19 ? i + 19 : n, from = i;
            for (; i < end; i++)
                part = part * 10 + (uint64_t)(digits[i] - '0');
            v = v * (uint64_t)mr_dec_powers[end - from] + part;
        }
        mr_coef_u128(c, v);
        return true;
    }
    unsigned char *raw = mr_buffer_new(t, n);
    if (!raw)
        return false;
    for (size_t i = 0; i < n; i++)
        raw[i] = (unsigned char)(digits[i] - '0');
    size_t limbs = (size_t)((double)n * 0.0519052) + 2;
    if (limbs > MR_BIGINT_COSTLY / 4)
        return take(t, c, mr_big_from_text_aside(t, raw, n, 10, limbs, false));
    uint64_t *to = make_room(t, c, limbs);
    return to && settle(t, c, (size_t)mpn_set_str(out(to), raw, n, 10));
}
