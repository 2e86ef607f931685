/* The order of decimals: comparison with numbers of all types, hashes that agree with theirs, total order, minima and maxima.
 */
#include "stdlib/native/_decimal.h"
#include "vm/type.h"

static int by_value(MrThread *t, const MrDec *a, const MrDec *b)
{
    MrCoef x, y, scaled;
    mr_coef_of(&x, a);
    mr_coef_of(&y, b);
    if (a->e == b->e)
        return mr_coef_compare(&x, &y);
    if (x.n == 1 && y.n == 1 && a->e - b->e <= 19 && b->e - a->e <= 19) {
        MrU128 n = x.p[0], m = y.p[0];
        if (a->e > b->e)
            n *= (uint64_t)mr_dec_powers[a->e - b->e];
        else
            m *= (uint64_t)mr_dec_powers[b->e - a->e];
        return (n > m) - (n < m);
    }
    int64_t top = mr_coef_digits(t, &x), top2 = mr_coef_digits(t, &y);
    if (top < 0 || top2 < 0)
        return MR_DEC_ORDER_ERROR;
    if (a->e + top != b->e + top2)
        return a->e + top < b->e + top2 ? -1 : 1;
    if (a->e > b->e)
        return mr_coef_scale(t, &scaled, &x, a->e - b->e) ? mr_coef_compare(&scaled, &y) : MR_DEC_ORDER_ERROR;
    return mr_coef_scale(t, &scaled, &y, b->e - a->e) ? mr_coef_compare(&x, &scaled) : MR_DEC_ORDER_ERROR;
}

int mr_dec_order(MrThread *t, const MrDec *a, const MrDec *b, bool magnitudes)
{
    int s = mr_dec_sign(a) && !magnitudes ? -1 : 1, s2 = mr_dec_sign(b) && !magnitudes ? -1 : 1;
    if (mr_dec_is_small(a) && mr_dec_is_small(b) && a->e == b->e && s == s2) {
        MrU128 x = mr_dec_u128(a), y = mr_dec_u128(b);
        return x == y ? 0 : x < y ? -s : s;
    }
    if (mr_dec_kind(a) || mr_dec_kind(b)) {
        int x = mr_dec_kind(a) ? s : 0, y = mr_dec_kind(b) ? s2 : 0;
        return (x > y) - (x < y);
    }
    bool zero = mr_dec_is_zero(a), zero2 = mr_dec_is_zero(b);
    if (zero || zero2 || s != s2) {
        int x = zero ? 0 : s, y = zero2 ? 0 : s2;
        return (x > y) - (x < y);
    }
    int order = by_value(t, a, b);
    return order == MR_DEC_ORDER_ERROR ? order : order * s;
}

/* ---- hashes ---- */

#define PRIME (((uint64_t)1 << 61) - 1)

static uint64_t mul_mod(uint64_t a, uint64_t b)
{
    MrU128 p = (MrU128)a * b;
    uint64_t r = (uint64_t)(p & PRIME) + (uint64_t)(p >> 61);
    return r >= PRIME ? r - PRIME : r;
}

bool mr_dec_hash(MrThread *t, const MrDec *d, uint64_t *hash)
{
    if (mr_dec_kind(d)) {
        if (mr_dec_kind(d) == MR_DEC_SNAN)
            return (void)mr_raise(t, MR_EXC_TypeError, "Cannot hash a signaling NaN value"), false;
        *hash = mr_dec_kind(d) == MR_DEC_INFINITE ? (mr_dec_sign(d) ? (uint64_t)-314159 : 314159) : (mr_val(d) & 0xFFFFFFFFFFFFull) >> 4;
        return true;
    }
    uint64_t n = (uint64_t)(mr_dec_u128(d) % PRIME);
    if (d->h.aux & MR_DEC_BIG && !mr_bigint_hash(t, d->lo, &n))
        return false;
    if (d->e < 0 && d->e >= -18 && !(d->h.aux & MR_DEC_BIG)) {
        static const uint64_t inverses[] = {1u, 2075258708292324556u, 1129863074514710036u, 1035323511136948584u, 1487038156641911229u,
                                            379288116585560518u, 499097413501294842u, 1894584148721084645u, 1342379919478955440u, 134237991947895544u,
                                            1396929604723005925u, 1292614465079147568u, 590430048350653547u, 750795907599173540u, 75079590759917354u,
                                            1391013764604208106u, 1061438580145898391u, 2181402566306914395u, 1371061761237538415u};
        *hash = mul_mod(n, inverses[-d->e]);
        *hash = mr_dec_sign(d) ? -*hash : *hash;
        if (*hash == (uint64_t)-1)
            *hash = (uint64_t)-2;
        return true;
    }
    uint64_t base = d->e < 0 ? 2075258708292324556u : 10, count = d->e < 0 ? (uint64_t)-d->e : (uint64_t)d->e; /* the former is 1/10 modulo PRIME */
    for (; count; count >>= 1, base = mul_mod(base, base))
        if (count & 1)
            n = mul_mod(n, base);
    *hash = mr_dec_sign(d) ? -n : n;
    if (*hash == (uint64_t)-1)
        *hash = (uint64_t)-2;
    return true;
}

/* ---- comparison ---- */

/* The two numbers that a comparison with a number of another type comes to: *a may be replaced, too. 1, 0: another type, -1: error, 2: not equal. [script] */
static int other_of_comparison(MrThread *t, MrValue *a, MrValue *b, bool equality)
{
    MrDecContext *c;
    if (mr_is_integer(*b))
        return (*b = mr_dec_of_int(t, *b)) == MR_ERROR ? -1 : 1;
    double d = 0, imag = 0;
    bool is_float = mr_isinstance_of(t, *b, MR_TYPE_float);
    if (is_float) {
        if (!mr_to_double(t, *b, &d))
            return -1;
    } else if (equality && mr_isinstance_of(t, *b, MR_TYPE_complex)) {
        d = ((MrComplex *)mr_obj_of(*b))->real;
        imag = ((MrComplex *)mr_obj_of(*b))->imag;
        if (imag != 0)
            return 2;
        is_float = true;
    }
    if (is_float) {
        if (!(c = mr_dec_current(t)))
            return -1;
        if (equality)
            c->status |= MR_DEC_FLOAT;
        else if (!mr_dec_report(t, c, MR_DEC_FLOAT))
            return -1;
        return (*b = mr_dec_of_double(t, d)) == MR_ERROR ? -1 : 1;
    }
    if (mr_is_str(*b) || *b == MR_NONE || mr_is_tuple(*b) || mr_is_list(*b) || mr_is_dict(*b))
        return 0;
    MrValue rational = mr_dec_signals(t, "Rational");
    int is = rational == MR_ERROR ? -1 : mr_isinstance(t, *b, rational);
    if (is <= 0)
        return is;
    MrValue n = mr_getattr_c(t, *b, "numerator"), m = n == MR_ERROR ? n : mr_getattr_c(t, *b, "denominator");
    MrValue d2 = m == MR_ERROR ? m : mr_index(t, m), n2 = d2 == MR_ERROR ? d2 : mr_index(t, n);
    if (n2 == MR_ERROR || (*b = mr_dec_of_int(t, n2)) == MR_ERROR)
        return -1;
    if (mr_dec_kind(MR_DEC(*a)))
        return 1;
    MrCoef x, y, r;
    unsigned sign;
    mr_coef_of(&x, MR_DEC(*a));
    if (!mr_coef_of_int(t, &y, d2, &sign) || !mr_coef_mul(t, &r, &x, &y))
        return -1;
    MrValue product = mr_dec_make(t, mr_dec_sign(MR_DEC(*a)), MR_DEC(*a)->e, &r);
    *a = product;
    return product == MR_ERROR ? -1 : 1;
}

MrValue mr_dec_richcompare(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    bool equality = op == MR_CMP_EQ || op == MR_CMP_NE;
    MrDec small;
    if (mr_is_int(b) && !mr_dec_is_nan(MR_DEC(a))) { /* the common other type: no object is made for it */
        int64_t i = mr_int_of(b);
        memset(&small, 0, sizeof small);
        small.h.aux = i < 0 ? MR_DEC_SIGN : 0;
        small.lo = i < 0 ? -(uint64_t)i : (uint64_t)i;
        b = mr_val(&small);
    } else if (!mr_is_dec(t, b)) {
        int known = other_of_comparison(t, &a, &b, equality);
        if (known != 1)
            return known < 0 ? MR_ERROR : known ? mr_bool(op == MR_CMP_NE) : MR_NOT_IMPLEMENTED;
    }
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y)) {
        MrDecContext *c;
        if ((!equality || mr_dec_kind(x) == MR_DEC_SNAN || mr_dec_kind(y) == MR_DEC_SNAN) && (!(c = mr_dec_current(t)) || !mr_dec_report(t, c, MR_DEC_INVALID)))
            return MR_ERROR;
        return mr_bool(op == MR_CMP_NE);
    }
    int order = mr_dec_order(t, x, y, false);
    mr_hold(a);
    mr_hold(b);
    if (order == MR_DEC_ORDER_ERROR)
        return MR_ERROR;
    switch (op) {
    case MR_CMP_LT: return mr_bool(order < 0);
    case MR_CMP_LE: return mr_bool(order <= 0);
    case MR_CMP_EQ: return mr_bool(order == 0);
    case MR_CMP_NE: return mr_bool(order != 0);
    case MR_CMP_GT: return mr_bool(order > 0);
    default: return mr_bool(order >= 0);
    }
}

/* ---- comparisons with a decimal result ---- */

static MrValue as_number(MrThread *t, int order)
{
    return order == MR_DEC_ORDER_ERROR ? MR_ERROR : mr_dec_make_u128(t, order < 0, 0, order != 0);
}

MrValue mr_dec_compare(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    if (mr_dec_is_nan(MR_DEC(a)) || mr_dec_is_nan(MR_DEC(b)))
        return mr_dec_nan2(t, a, b, c);
    return as_number(t, mr_dec_order(t, MR_DEC(a), MR_DEC(b), false));
}

MrValue mr_dec_compare_signal(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    if (!mr_dec_is_nan(MR_DEC(a)) && !mr_dec_is_nan(MR_DEC(b)))
        return as_number(t, mr_dec_order(t, MR_DEC(a), MR_DEC(b), false));
    return mr_dec_report(t, c, MR_DEC_INVALID) ? mr_dec_nan2(t, a, b, c) : MR_ERROR;
}

static int total_order(MrThread *t, const MrDec *a, const MrDec *b, bool magnitudes)
{
    static const int ranks[] = {0, 0, 2, 1};
    bool negative = mr_dec_sign(a) && !magnitudes;
    if (!magnitudes && mr_dec_sign(a) != mr_dec_sign(b))
        return negative ? -1 : 1;
    int order, x = ranks[mr_dec_kind(a)], y = ranks[mr_dec_kind(b)];
    if (x || y) {
        MrCoef n, m;
        mr_coef_of(&n, a);
        mr_coef_of(&m, b);
        order = x != y ? (x > y) - (x < y) : mr_coef_compare(&n, &m);
        return negative ? -order : order;
    }
    order = mr_dec_order(t, a, b, magnitudes);
    if (order || mr_dec_kind(a))
        return order;
    order = (a->e > b->e) - (a->e < b->e);
    return negative ? -order : order;
}

MrValue mr_dec_compare_total(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    (void)c;
    return as_number(t, total_order(t, MR_DEC(a), MR_DEC(b), false));
}

MrValue mr_dec_compare_total_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    (void)c;
    return as_number(t, total_order(t, MR_DEC(a), MR_DEC(b), true));
}

/* ---- minima and maxima ---- */

static MrValue chosen(MrThread *t, MrValue a, MrValue b, MrDecContext *c, bool largest, bool magnitude)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y)) {
        if (mr_dec_kind(x) == MR_DEC_QNAN && !mr_dec_is_nan(y))
            return mr_dec_keeping(t, b, c);
        if (mr_dec_kind(y) == MR_DEC_QNAN && !mr_dec_is_nan(x))
            return mr_dec_keeping(t, a, c);
        return mr_dec_nan2(t, a, b, c);
    }
    int order = magnitude ? mr_dec_order(t, x, y, true) : 0;
    if (!order)
        order = mr_dec_order(t, x, y, false);
    if (!order)
        order = total_order(t, x, y, false);
    if (order == MR_DEC_ORDER_ERROR)
        return MR_ERROR;
    return mr_dec_keeping(t, largest ? (order < 0 ? b : a) : (order < 0 ? a : b), c);
}

MrValue mr_dec_max(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return chosen(t, a, b, c, true, false); }
MrValue mr_dec_min(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return chosen(t, a, b, c, false, false); }
MrValue mr_dec_max_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return chosen(t, a, b, c, true, true); }
MrValue mr_dec_min_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return chosen(t, a, b, c, false, true); }
