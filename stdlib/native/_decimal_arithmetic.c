/* Decimal arithmetic: sums, products, quotients, remainders, the square root. Powers, exp and logarithms are decided in Python (_decimal_functions).
 *
 * Operands whose coefficients and intermediate results fit into 128 bits take the first lines of each function; the rest is general.
 */
#include "stdlib/native/_decimal.h"

/* ---- sums ---- */

/* *v = x * 10**gap, if that is surely below 2^127. */
static inline bool scale_u128(MrU128 x, int64_t gap, MrU128 *v)
{
    if (gap > 19 || x >> 63)
        return false;
    *v = (MrU128)(uint64_t)x * (uint64_t)mr_dec_powers[gap];
    return true;
}

/* Brings x * 10**e down to the exponent *low of y. A y far below what the precision can show counts as one unit, and of one that reaches below it the digits
 * there are cut off, a digit being left that is no 0 or 5, so that rounding sees that something follows. */
static bool align(MrThread *t, MrCoef *x, int64_t e, MrCoef *y, int64_t *low, int64_t prec)
{
    if (!x->n)
        return true;
    int64_t x_digits = mr_coef_digits(t, x), y_digits = mr_coef_digits(t, y);
    if (x_digits < 0 || y_digits < 0)
        return false;
    int64_t least = e - 1 + (x_digits - prec - 1 < 0 ? x_digits - prec - 1 : 0);
    if (*low + y_digits - 1 < least) {
        mr_coef_u128(y, y->n > 0);
        *low = least;
    }
    int64_t floor = e + x_digits - prec - 3;
    MrCoef scaled;
    if (*low < floor && floor < e && *low + y_digits <= e + x_digits - 2) {
        int rest = mr_coef_cut(t, &scaled, y, floor - *low);
        if (rest < 0 || (rest && mr_coef_mod5(&scaled) == 0 && !mr_coef_increment(t, &scaled)))
            return false;
        mr_coef_copy(y, &scaled);
        *low = floor;
    }
    if (!mr_coef_scale(t, &scaled, x, e - *low))
        return false;
    mr_coef_copy(x, &scaled);
    return true;
}

static MrValue add_coefs(MrThread *t, unsigned s, MrCoef *x, int64_t e, unsigned s2, MrCoef *y, int64_t f, MrDecContext *c)
{
    MrCoef r;
    if (e > f) {
        if (!align(t, x, e, y, &f, c->prec))
            return MR_ERROR;
        e = f;
    } else if (f > e && !align(t, y, f, x, &e, c->prec))
        return MR_ERROR;
    if (s == s2)
        return mr_coef_add(t, &r, x, y) ? mr_dec_finish(t, s, e, &r, c, 0) : MR_ERROR;
    int order = mr_coef_compare(x, y);
    if (order > 0)
        return mr_coef_sub(t, &r, x, y) ? mr_dec_finish(t, s, e, &r, c, 0) : MR_ERROR;
    if (order < 0)
        return mr_coef_sub(t, &r, y, x) ? mr_dec_finish(t, s2, e, &r, c, 0) : MR_ERROR;
    mr_coef_u128(&r, 0);
    return mr_dec_finish(t, c->rounding == MR_DEC_FLOOR, e, &r, c, 0);
}

static MrValue add(MrThread *t, MrValue a, MrValue b, unsigned flip, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned s = mr_dec_sign(x), s2 = mr_dec_sign(y) ^ flip;
    if (MR_LIKELY(mr_dec_is_small(x) && mr_dec_is_small(y))) {
        MrU128 n = mr_dec_u128(x), m = mr_dec_u128(y);
        int64_t gap = x->e - y->e, e = gap < 0 ? x->e : y->e;
        if ((gap == 0 || (gap > 0 ? scale_u128(n, gap, &n) : scale_u128(m, -gap, &m))) && !((n | m) >> 127)) {
            if (s == s2)
                return mr_dec_finish_u128(t, s, e, n + m, c);
            if (n == m)
                return mr_dec_finish_u128(t, c->rounding == MR_DEC_FLOOR, e, 0, c);
            return n > m ? mr_dec_finish_u128(t, s, e, n - m, c) : mr_dec_finish_u128(t, s2, e, m - n, c);
        }
    } else if (mr_dec_kind(x) || mr_dec_kind(y)) {
        if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
            return mr_dec_nan2(t, a, b, c);
        if (mr_dec_kind(x) && mr_dec_kind(y) && s != s2)
            return mr_dec_invalid(t, c, MR_DEC_INVALID);
        return mr_dec_special(t, mr_dec_kind(x) ? s : s2, MR_DEC_INFINITE);
    }
    MrCoef n, m;
    mr_coef_of(&n, x);
    mr_coef_of(&m, y);
    MrValue v = add_coefs(t, s, &n, x->e, s2, &m, y->e, c);
    mr_hold(a);
    mr_hold(b);
    return v;
}

MrValue mr_dec_add(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return add(t, a, b, 0, c); }
MrValue mr_dec_sub(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return add(t, a, b, 1, c); }

/* ---- products ---- */

/* A product of which a factor is no finite number. */
static MrValue special_product(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
        return mr_dec_nan2(t, a, b, c);
    if (mr_dec_is_zero(x) || mr_dec_is_zero(y))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    return mr_dec_special(t, mr_dec_sign(x) ^ mr_dec_sign(y), MR_DEC_INFINITE);
}

MrValue mr_dec_mul(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned s = mr_dec_sign(x) ^ mr_dec_sign(y);
    if (MR_LIKELY(mr_dec_is_small(x) && mr_dec_is_small(y) && !(x->hi | y->hi)))
        return mr_dec_finish_u128(t, s, x->e + y->e, (MrU128)x->lo * y->lo, c);
    if (mr_dec_kind(x) || mr_dec_kind(y))
        return special_product(t, a, b, c);
    MrCoef n, m, r;
    mr_coef_of(&n, x);
    mr_coef_of(&m, y);
    if (!mr_coef_mul(t, &r, &n, &m))
        return MR_ERROR;
    mr_hold(a);
    mr_hold(b);
    return mr_dec_finish(t, s, x->e + y->e, &r, c, 0);
}

MrValue mr_dec_fma(MrThread *t, MrValue a, MrValue b, MrValue third, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b), *z = MR_DEC(third);
    unsigned s = mr_dec_sign(x) ^ mr_dec_sign(y);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y)) {
        bool signals = mr_dec_kind(x) == MR_DEC_SNAN || mr_dec_kind(y) == MR_DEC_SNAN;
        return !signals && mr_dec_kind(z) == MR_DEC_SNAN ? mr_dec_nan(t, third, c) : mr_dec_nan2(t, a, b, c);
    }
    if (mr_dec_kind(x) || mr_dec_kind(y)) {
        MrValue product = special_product(t, a, b, c);
        return product == MR_ERROR || mr_dec_is_nan(MR_DEC(product)) ? product : mr_dec_add(t, product, third, c);
    }
    if (mr_dec_kind(z))
        return mr_dec_is_nan(z) ? mr_dec_nan(t, third, c) : mr_dec_with_sign(t, z, mr_dec_sign(z));
    MrCoef n, m, r, o;
    mr_coef_of(&n, x);
    mr_coef_of(&m, y);
    mr_coef_of(&o, z);
    MrValue v = mr_coef_mul(t, &r, &n, &m) ? add_coefs(t, s, &r, x->e + y->e, mr_dec_sign(z), &o, z->e, c) : MR_ERROR;
    mr_hold(a);
    mr_hold(b);
    mr_hold(third);
    return v;
}

/* ---- quotients ---- */

/* Zeros at the end of an exact quotient are taken off up to the exponent `ideal`. */
static MrValue finish_exact(MrThread *t, unsigned s, int64_t e, MrCoef *q, int64_t ideal, MrDecContext *c)
{
    int64_t off = e < ideal ? mr_coef_strip(t, q, ideal - e) : 0;
    return off < 0 ? MR_ERROR : mr_dec_finish(t, s, e + off, q, c, 0);
}

static MrValue special_quotient(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned s = mr_dec_sign(x) ^ mr_dec_sign(y);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
        return mr_dec_nan2(t, a, b, c);
    if (mr_dec_kind(x) && mr_dec_kind(y))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (mr_dec_kind(x))
        return mr_dec_special(t, s, MR_DEC_INFINITE);
    return mr_dec_report(t, c, MR_DEC_CLAMPED) ? mr_dec_make_u128(t, s, mr_dec_etiny(c), 0) : MR_ERROR;
}

MrValue mr_dec_div(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned s = mr_dec_sign(x) ^ mr_dec_sign(y);
    if (mr_dec_kind(x) || mr_dec_kind(y))
        return special_quotient(t, a, b, c);
    int64_t ideal = x->e - y->e;
    if (mr_dec_is_zero(y)) {
        if (mr_dec_is_zero(x))
            return mr_dec_invalid(t, c, MR_DEC_UNDEFINED);
        return mr_dec_report(t, c, MR_DEC_DIVISION) ? mr_dec_special(t, s, MR_DEC_INFINITE) : MR_ERROR;
    }
    if (mr_dec_is_zero(x))
        return mr_dec_finish_u128(t, s, ideal, 0, c);
    if (mr_dec_is_small(x) && mr_dec_is_small(y) && !(x->hi | y->hi) && x->lo % y->lo == 0)
        return mr_dec_finish_u128(t, s, ideal, x->lo / y->lo, c);
    MrCoef n, m, scaled, q, r;
    mr_coef_of(&n, x);
    mr_coef_of(&m, y);
    int64_t n_digits = mr_coef_digits(t, &n), m_digits = mr_coef_digits(t, &m);
    if (n_digits < 0 || m_digits < 0)
        return MR_ERROR;
    int64_t shift = m_digits - n_digits + c->prec + 1;
    if (shift < 0)
        shift = 0;
    int64_t enough = (int64_t)m.n * 64; /* with so many digits more an exact quotient is whole */
    if (shift > enough + 10000) {
        if (!mr_coef_scale(t, &scaled, &n, enough) || !mr_coef_divmod(t, &q, &r, &scaled, &m))
            return MR_ERROR;
        if (!r.n)
            return finish_exact(t, s, ideal - enough, &q, ideal, c);
    }
    if (!mr_coef_scale(t, &scaled, &n, shift) || !mr_coef_divmod(t, &q, &r, &scaled, &m))
        return MR_ERROR;
    mr_hold(a);
    mr_hold(b);
    if (!r.n)
        return finish_exact(t, s, ideal - shift, &q, ideal, c);
    if (mr_coef_mod5(&q) == 0 && !mr_coef_increment(t, &q)) /* so that rounding sees that something follows */
        return MR_ERROR;
    return mr_dec_finish(t, s, ideal - shift, &q, c, 0);
}

/* ---- whole quotients and remainders ---- */

/* Quotient cut to a whole number, remainder and its exponent, of finite numbers, y not zero. 0: the quotient has too many digits; -1: error. */
static int divide_whole(MrThread *t, const MrDec *x, const MrDec *y, MrDecContext *c, bool want_rest, MrCoef *q, MrCoef *r, int64_t *e)
{
    MrCoef n, m, n2, m2;
    mr_coef_of(&n, x);
    mr_coef_of(&m, y);
    *e = x->e < y->e ? x->e : y->e;
    int64_t n_digits = mr_coef_digits(t, &n), m_digits = mr_coef_digits(t, &m), gap = x->e - y->e + n_digits - m_digits;
    if (n_digits < 0 || m_digits < 0)
        return -1;
    if (!n.n || gap < -1) {
        mr_coef_u128(q, 0);
        if (!want_rest || !n.n)
            mr_coef_u128(r, 0);
        else if (!mr_coef_scale(t, r, &n, x->e - *e))
            return -1;
        return 1;
    }
    if (gap > c->prec + 1)
        return 0;
    if (!mr_coef_scale(t, &n2, &n, x->e - *e) || !mr_coef_scale(t, &m2, &m, y->e - *e) || !mr_coef_divmod(t, q, r, &n2, &m2))
        return -1;
    int64_t digits = mr_coef_digits(t, q);
    return digits < 0 ? -1 : digits <= c->prec;
}

enum { QUOTIENT = 1, REST = 2 };

static MrValue pair(MrThread *t, MrValue x, MrValue y)
{
    MrValue both[2] = {x, y};
    return x == MR_ERROR || y == MR_ERROR ? MR_ERROR : mr_tuple_from(t, both, 2);
}

static MrValue for_both(MrThread *t, MrValue v, int want) { return want == (QUOTIENT | REST) ? pair(t, v, v) : v; }

static MrValue whole(MrThread *t, MrValue a, MrValue b, MrDecContext *c, int want)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned sign = mr_dec_sign(x), s = sign ^ mr_dec_sign(y);
    MrValue quotient = MR_NONE, rest = MR_NONE;
    MrDecContext quiet = *c; /* so that the conditions of both results are reported at once */
    quiet.traps = quiet.status = 0;
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
        return for_both(t, mr_dec_nan2(t, a, b, c), want);
    if (mr_dec_kind(x)) {
        if (mr_dec_kind(y) || want == REST)
            return for_both(t, mr_dec_invalid(t, c, MR_DEC_INVALID), want);
        quotient = mr_dec_special(t, s, MR_DEC_INFINITE);
        if (want & REST && quotient != MR_ERROR)
            rest = mr_dec_invalid(t, c, MR_DEC_INVALID);
    } else if (mr_dec_kind(y)) {
        quotient = mr_dec_make_u128(t, s, 0, 0);
        if (want & REST && quotient != MR_ERROR)
            rest = mr_dec_keeping(t, a, &quiet);
    } else if (mr_dec_is_zero(y)) {
        if (mr_dec_is_zero(x))
            return for_both(t, mr_dec_invalid(t, c, MR_DEC_UNDEFINED), want);
        if (want == REST)
            return mr_dec_invalid(t, c, MR_DEC_INVALID);
        if (!mr_dec_report(t, c, want & REST ? MR_DEC_DIVISION | MR_DEC_INVALID : MR_DEC_DIVISION))
            return MR_ERROR;
        quotient = mr_dec_special(t, s, MR_DEC_INFINITE);
        rest = mr_dec_special(t, 0, MR_DEC_QNAN);
    } else {
        MrCoef q, r;
        int64_t e;
        int done = divide_whole(t, x, y, c, want & REST, &q, &r, &e);
        if (done <= 0)
            return done ? MR_ERROR : for_both(t, mr_dec_invalid(t, c, MR_DEC_IMPOSSIBLE), want);
        if (want & QUOTIENT)
            quotient = mr_dec_finish(t, s, 0, &q, &quiet, 0);
        if (want & REST && quotient != MR_ERROR)
            rest = mr_dec_finish(t, sign, e, &r, &quiet, 0);
        mr_hold(a);
        mr_hold(b);
    }
    if (quotient == MR_ERROR || rest == MR_ERROR || !mr_dec_report(t, c, quiet.status))
        return MR_ERROR;
    return want == QUOTIENT ? quotient : want == REST ? rest : pair(t, quotient, rest);
}

MrValue mr_dec_floordiv(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return whole(t, a, b, c, QUOTIENT); }
MrValue mr_dec_mod(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return whole(t, a, b, c, REST); }
MrValue mr_dec_divmod(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return whole(t, a, b, c, QUOTIENT | REST); }

MrValue mr_dec_remainder_near(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
        return mr_dec_nan2(t, a, b, c);
    if (mr_dec_kind(x))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (mr_dec_kind(y))
        return mr_dec_keeping(t, a, c);
    if (mr_dec_is_zero(y))
        return mr_dec_invalid(t, c, mr_dec_is_zero(x) ? MR_DEC_UNDEFINED : MR_DEC_INVALID);
    MrCoef q, r, divisor, twice, m;
    int64_t e;
    int64_t top = mr_dec_adjusted(t, x), low = mr_dec_adjusted(t, y);
    if (top == INT64_MIN || low == INT64_MIN)
        return MR_ERROR;
    int done = divide_whole(t, x, y, c, true, &q, &r, &e);
    if (done < 0)
        return MR_ERROR;
    if (!done)
        return mr_dec_invalid(t, c, MR_DEC_IMPOSSIBLE);
    unsigned s = mr_dec_sign(x);
    if (mr_dec_is_zero(x) || top < low - 1) /* far below a half of the divisor */
        return mr_dec_finish(t, s, e, &r, c, 0);
    mr_coef_of(&m, y);
    if (!mr_coef_scale(t, &divisor, &m, y->e - e) || !mr_coef_add(t, &twice, &r, &r))
        return MR_ERROR;
    int order = mr_coef_compare(&twice, &divisor);
    if (order > 0 || (order == 0 && q.n && q.p[0] & 1)) {
        if (!mr_coef_sub(t, &twice, &divisor, &r) || !mr_coef_increment(t, &q))
            return MR_ERROR;
        mr_coef_copy(&r, &twice);
        s ^= 1;
        if (mr_coef_digits(t, &q) > c->prec)
            return mr_dec_invalid(t, c, MR_DEC_IMPOSSIBLE);
    }
    mr_hold(b);
    return mr_dec_finish(t, s, e, &r, c, 0);
}

/* ---- the square root ---- */

MrValue mr_dec_sqrt(MrThread *t, MrValue a, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a);
    if (mr_dec_is_nan(x))
        return mr_dec_nan(t, a, c);
    bool zero = mr_dec_is_zero(x);
    if (mr_dec_sign(x) && !zero)
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (mr_dec_kind(x))
        return mr_dec_special(t, 0, MR_DEC_INFINITE);
    int64_t odd = x->e & 1, ideal = (x->e - odd) / 2;
    MrCoef n, scaled, root;
    mr_coef_of(&n, x);
    if (zero)
        return mr_dec_finish(t, mr_dec_sign(x), ideal, &n, c, 0);
    int64_t digits = mr_coef_digits(t, &n);
    if (digits < 0)
        return MR_ERROR;
    int64_t shift = c->prec + 1 - (digits + odd + 1) / 2;
    bool exact = false;
    if (shift > 10000) { /* the root of a square needs no more digits */
        if (!mr_coef_scale(t, &scaled, &n, odd) || !mr_coef_sqrt(t, &root, &scaled, &exact))
            return MR_ERROR;
    }
    if (shift < 0 || exact)
        shift = 0;
    if (!mr_coef_scale(t, &scaled, &n, 2 * shift + odd) || !mr_coef_sqrt(t, &root, &scaled, &exact))
        return MR_ERROR;
    mr_hold(a);
    MrDecContext quiet = *c;
    quiet.rounding = MR_DEC_HALF_EVEN;
    quiet.status = quiet.traps = 0;
    MrValue v;
    if (exact) {
        v = finish_exact(t, 0, ideal - shift, &root, ideal, &quiet);
    } else {
        if (mr_coef_mod5(&root) == 0 && !mr_coef_increment(t, &root))
            return MR_ERROR;
        v = mr_dec_finish(t, 0, ideal - shift, &root, &quiet, 0);
    }
    return v != MR_ERROR && mr_dec_report(t, c, quiet.status) ? v : MR_ERROR;
}

/* ---- what is in Python ---- */

static MrValue call_function(MrThread *t, const char *name, MrValue a, MrValue b, MrDecContext *c)
{
    MrDecState *s = mr_dec_state(t);
    if (s->functions == MR_UNBOUND) {
        MrValue module = mr_import(t, "_decimal_functions");
        if (module == MR_ERROR)
            return MR_ERROR;
        s->functions = module;
    }
    MrValue f = mr_getattr_c(t, s->functions, name);
    if (f == MR_ERROR)
        return MR_ERROR;
    return b == MR_UNBOUND ? mr_call2(t, f, a, mr_val(c)) : mr_call3(t, f, a, b, mr_val(c));
}

MrValue mr_dec_exp(MrThread *t, MrValue a, MrDecContext *c) { return call_function(t, "exp", a, MR_UNBOUND, c); }
MrValue mr_dec_ln(MrThread *t, MrValue a, MrDecContext *c) { return call_function(t, "ln", a, MR_UNBOUND, c); }
MrValue mr_dec_log10(MrThread *t, MrValue a, MrDecContext *c) { return call_function(t, "log10", a, MR_UNBOUND, c); }

/* a ** count for a small exact result: count a small whole number, which is what the common powers are. MR_UNBOUND: not so. */
static MrValue small_power(MrThread *t, const MrDec *x, const MrDec *y, MrDecContext *c)
{
    if (!mr_dec_is_small(x) || !mr_dec_is_small(y) || y->e || y->hi || mr_dec_sign(y) || !y->lo || y->lo > 64 || x->hi || !x->lo || x->e > MR_DEC_MAX / 64 || x->e < -MR_DEC_MAX / 64)
        return MR_UNBOUND;
    MrU128 n = 1;
    for (uint64_t i = 0; i < y->lo; i++) {
        if (n >> 64)
            return MR_UNBOUND;
        n *= x->lo;
    }
    int64_t e = x->e * (int64_t)y->lo;
    if (c->prec > 38 || n >= mr_dec_powers[c->prec] || e < c->emin || e > mr_dec_etop(c) || x->lo == 1)
        return MR_UNBOUND;
    return mr_dec_make_u128(t, mr_dec_sign(x) && y->lo & 1, e, n);
}

/* a ** count where the exact result is not too long, for a whole count > 0: rounded once. MR_UNBOUND: not so. */
static MrValue whole_power(MrThread *t, const MrDec *x, const MrDec *y, MrDecContext *c)
{
    if (mr_dec_kind(x) || mr_dec_is_zero(x) || !mr_dec_is_small(y) || y->e || y->hi || mr_dec_sign(y) || !y->lo || y->lo > 2000 || x->e > MR_DEC_MAX / 2000
        || x->e < -MR_DEC_MAX / 2000)
        return MR_UNBOUND;
    MrCoef n, power, r;
    mr_coef_of(&n, x);
    int64_t digits = mr_coef_digits(t, &n), count = (int64_t)y->lo;
    if (digits < 0)
        return MR_ERROR;
    if ((n.n == 1 && n.p[0] == 1) || digits * count > (c->prec < 500 ? 2000 : 4 * c->prec))
        return MR_UNBOUND;
    mr_coef_copy(&power, &n);
    for (int bit = 62 - __builtin_clzll((uint64_t)count); bit >= 0; bit--) {
        if (!mr_coef_mul(t, &r, &power, &power))
            return MR_ERROR;
        if (!(count >> bit & 1))
            mr_coef_copy(&power, &r);
        else if (!mr_coef_mul(t, &power, &r, &n))
            return MR_ERROR;
    }
    int64_t e = x->e * count;
    digits = mr_coef_digits(t, &power);
    if (digits < 0)
        return MR_ERROR;
    if (e + digits - 1 < c->emin || e + digits - 1 >= c->emax)
        return MR_UNBOUND;
    return mr_dec_finish(t, mr_dec_sign(x) && count & 1, e, &power, c, 0);
}

MrValue mr_dec_power(MrThread *t, MrValue a, MrValue b, MrValue modulo, MrDecContext *c)
{
    if (modulo != MR_NONE) {
        MrValue three[3] = {a, b, modulo}, operands = mr_tuple_from(t, three, 3);
        return operands == MR_ERROR ? MR_ERROR : call_function(t, "power_modulo", operands, MR_UNBOUND, c);
    }
    MrValue v = small_power(t, MR_DEC(a), MR_DEC(b), c);
    if (v == MR_UNBOUND)
        v = whole_power(t, MR_DEC(a), MR_DEC(b), c);
    mr_hold(a);
    return v != MR_UNBOUND ? v : call_function(t, "power", a, b, c);
}
