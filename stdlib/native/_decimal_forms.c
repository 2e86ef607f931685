/* The rarer operations of decimal arithmetic: normal forms, neighbours, moving digits, digits as bits, classes of numbers.
 */
#include "stdlib/native/_decimal.h"

MrValue mr_dec_normalize(MrThread *t, MrValue a, MrDecContext *c)
{
    if (mr_dec_is_nan(MR_DEC(a)))
        return mr_dec_nan(t, a, c);
    MrValue v = mr_dec_keeping(t, a, c);
    if (v == MR_ERROR || mr_dec_kind(MR_DEC(v)))
        return v;
    MrDec *d = MR_DEC(v);
    if (mr_dec_is_zero(d))
        return mr_dec_make_u128(t, mr_dec_sign(d), 0, 0);
    MrCoef view, n;
    mr_coef_of(&view, d);
    mr_coef_copy(&n, &view);
    int64_t most = (c->clamp ? mr_dec_etop(c) : c->emax) - d->e, off = most > 0 ? mr_coef_strip(t, &n, most) : 0;
    return off < 0 ? MR_ERROR : mr_dec_make(t, mr_dec_sign(d), d->e + off, &n);
}

static MrValue of_i64(MrThread *t, int64_t i, MrDecContext *c)
{
    return mr_dec_finish_u128(t, i < 0, 0, i < 0 ? -(uint64_t)i : (uint64_t)i, c);
}

MrValue mr_dec_logb(MrThread *t, MrValue a, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a);
    if (mr_dec_kind(x))
        return mr_dec_is_nan(x) ? mr_dec_nan(t, a, c) : mr_dec_special(t, 0, MR_DEC_INFINITE);
    if (mr_dec_is_zero(x))
        return mr_dec_report(t, c, MR_DEC_DIVISION) ? mr_dec_special(t, 1, MR_DEC_INFINITE) : MR_ERROR;
    int64_t adjusted = mr_dec_adjusted(t, x);
    return adjusted == INT64_MIN ? MR_ERROR : of_i64(t, adjusted, c);
}

/* ---- neighbours ---- */

static MrValue neighbour(MrThread *t, MrValue a, MrDecContext *c, bool up)
{
    const MrDec *x = MR_DEC(a);
    unsigned sign = mr_dec_sign(x);
    if (mr_dec_is_nan(x))
        return mr_dec_nan(t, a, c);
    if (mr_dec_kind(x))
        return sign == !up ? mr_dec_special(t, sign, MR_DEC_INFINITE) : mr_dec_largest(t, sign, c);
    MrDecContext quiet = *c;
    quiet.status = quiet.traps = 0;
    quiet.rounding = up ? MR_DEC_CEILING : MR_DEC_FLOOR;
    MrValue v = mr_dec_keeping(t, a, &quiet);
    if (v == MR_ERROR || mr_dec_kind(MR_DEC(v)))
        return v;
    int order = mr_dec_order(t, MR_DEC(v), x, false);
    if (order)
        return order == MR_DEC_ORDER_ERROR ? MR_ERROR : v;
    if (mr_dec_is_zero(MR_DEC(v)))
        return mr_dec_make_u128(t, !up, mr_dec_etiny(c), 1);
    MrValue step = mr_dec_make_u128(t, !up, mr_dec_etiny(c) - 1, 1);
    return step == MR_ERROR ? MR_ERROR : mr_dec_add(t, v, step, &quiet);
}

MrValue mr_dec_next_plus(MrThread *t, MrValue a, MrDecContext *c) { return neighbour(t, a, c, true); }
MrValue mr_dec_next_minus(MrThread *t, MrValue a, MrDecContext *c) { return neighbour(t, a, c, false); }

MrValue mr_dec_next_toward(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
        return mr_dec_nan2(t, a, b, c);
    int order = mr_dec_order(t, x, y, false);
    if (order == MR_DEC_ORDER_ERROR)
        return MR_ERROR;
    if (!order)
        return mr_dec_with_sign(t, x, mr_dec_sign(y));
    MrValue v = neighbour(t, a, c, order < 0);
    if (v == MR_ERROR)
        return v;
    const MrDec *d = MR_DEC(v);
    uint32_t bits = 0;
    if (mr_dec_kind(d)) {
        if (!mr_dec_kind(x))
            bits = MR_DEC_OVERFLOW | MR_DEC_ROUNDED | MR_DEC_INEXACT;
    } else {
        int64_t adjusted = mr_dec_adjusted(t, d);
        if (adjusted == INT64_MIN)
            return MR_ERROR;
        if (mr_dec_is_zero(d) || adjusted < c->emin)
            bits = MR_DEC_UNDERFLOW | MR_DEC_SUBNORMAL | MR_DEC_ROUNDED | MR_DEC_INEXACT | (mr_dec_is_zero(d) ? MR_DEC_CLAMPED : 0);
    }
    return mr_dec_report(t, c, bits) ? v : MR_ERROR;
}

/* ---- moving digits ---- */

/* The second operand as a count of at most `most`. */
static bool count_of(const MrDec *y, int64_t most, int64_t *count)
{
    if (!mr_dec_is_small(y) || y->e || y->hi || y->lo > (uint64_t)most)
        return false;
    *count = mr_dec_sign(y) ? -(int64_t)y->lo : (int64_t)y->lo;
    return true;
}

MrValue mr_dec_scaleb(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a);
    int64_t count;
    if (mr_dec_is_nan(x) || mr_dec_is_nan(MR_DEC(b)))
        return mr_dec_nan2(t, a, b, c);
    if (!count_of(MR_DEC(b), 2 * (c->emax + c->prec), &count))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (mr_dec_kind(x))
        return mr_dec_with_sign(t, x, mr_dec_sign(x));
    MrCoef n;
    mr_coef_of(&n, x);
    MrValue v = mr_dec_finish(t, mr_dec_sign(x), x->e + count, &n, c, 0);
    mr_hold(a);
    return v;
}

static MrValue moved(MrThread *t, MrValue a, MrValue b, MrDecContext *c, bool rotate)
{
    const MrDec *x = MR_DEC(a);
    int64_t count, digits;
    if (mr_dec_is_nan(x) || mr_dec_is_nan(MR_DEC(b)))
        return mr_dec_nan2(t, a, b, c);
    if (!count_of(MR_DEC(b), c->prec, &count))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (mr_dec_kind(x))
        return mr_dec_with_sign(t, x, mr_dec_sign(x));
    MrCoef view, n, q, unit, high, low;
    mr_coef_of(&view, x);
    mr_coef_copy(&n, &view);
    if ((digits = mr_coef_digits(t, &n)) < 0)
        return MR_ERROR;
    if (digits > c->prec) {
        if (!mr_coef_power10(t, &unit, c->prec) || !mr_coef_divmod(t, &q, &n, &view, &unit) || (digits = mr_coef_digits(t, &n)) < 0)
            return MR_ERROR;
    }
    if (!rotate && count < 0) {
        if (mr_coef_cut(t, &q, &n, -count) < 0)
            return MR_ERROR;
        return mr_dec_make(t, mr_dec_sign(x), x->e, &q);
    }
    if (count < 0)
        count += c->prec;
    /* what is moved out on the left, and the rest */
    mr_coef_u128(&high, 0);
    mr_coef_copy(&low, &n);
    if (digits > c->prec - count && (!mr_coef_power10(t, &unit, c->prec - count) || !mr_coef_divmod(t, &high, &low, &n, &unit)))
        return MR_ERROR;
    if (!mr_coef_scale(t, &q, &low, count))
        return MR_ERROR;
    if (!rotate)
        return mr_dec_make(t, mr_dec_sign(x), x->e, &q);
    if (!mr_coef_add(t, &n, &q, &high))
        return MR_ERROR;
    return mr_dec_make(t, mr_dec_sign(x), x->e, &n);
}

MrValue mr_dec_rotate(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return moved(t, a, b, c, true); }
MrValue mr_dec_shift(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return moved(t, a, b, c, false); }

/* ---- digits as bits ---- */

/* The digits of a logical operand, all of them 0 or 1; NULL: it is none, or an error is pending. */
static const char *bits_of(MrThread *t, const MrDec *d, char *small, size_t *n)
{
    if (mr_dec_kind(d) || mr_dec_sign(d) || d->e)
        return NULL;
    MrCoef c;
    mr_coef_of(&c, d);
    const char *text = mr_coef_text(t, &c, small, n);
    for (size_t i = 0; text && i < *n; i++)
        if (text[i] > '1')
            return NULL;
    return text;
}

static MrValue logical(MrThread *t, MrValue a, MrValue b, MrDecContext *c, char op)
{
    char small[2][40];
    size_t n, m;
    const char *x = bits_of(t, MR_DEC(a), small[0], &n), *y = x ? bits_of(t, MR_DEC(b), small[1], &m) : NULL;
    if (!x || !y)
        return mr_pending(t) ? MR_ERROR : mr_dec_invalid(t, c, MR_DEC_INVALID);
    size_t length = n > m ? n : m;
    if (length > (size_t)c->prec)
        length = (size_t)c->prec;
    char *digits = mr_buffer_new(t, length);
    if (!digits)
        return MR_ERROR;
    for (size_t i = 0; i < length; i++) {
        bool p = i < n && x[n - 1 - i] == '1', q = i < m && y[m - 1 - i] == '1';
        digits[length - 1 - i] = (char)('0' + (op == '&' ? p && q : op == '|' ? p || q : p != q));
    }
    MrCoef r;
    return mr_coef_of_text(t, &r, digits, length) ? mr_dec_make(t, 0, 0, &r) : MR_ERROR;
}

MrValue mr_dec_logical_and(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return logical(t, a, b, c, '&'); }
MrValue mr_dec_logical_or(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return logical(t, a, b, c, '|'); }
MrValue mr_dec_logical_xor(MrThread *t, MrValue a, MrValue b, MrDecContext *c) { return logical(t, a, b, c, '^'); }

MrValue mr_dec_logical_invert(MrThread *t, MrValue a, MrDecContext *c)
{
    MrCoef power, one, ones, nine, r;
    mr_coef_u128(&one, 1);
    mr_coef_u128(&nine, 9);
    char small[40];
    size_t n;
    if (!bits_of(t, MR_DEC(a), small, &n))
        return mr_pending(t) ? MR_ERROR : mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (!mr_coef_power10(t, &power, c->prec) || !mr_coef_sub(t, &r, &power, &one) || !mr_coef_divmod(t, &ones, &one, &r, &nine))
        return MR_ERROR;
    MrValue all = mr_dec_make(t, 0, 0, &ones);
    return all == MR_ERROR ? MR_ERROR : logical(t, a, all, c, '^');
}

/* ---- classes ---- */

static int is_subnormal(MrThread *t, const MrDec *d, const MrDecContext *c)
{
    int64_t adjusted = mr_dec_adjusted(t, d);
    return adjusted == INT64_MIN ? -1 : adjusted < c->emin;
}

MrValue mr_dec_number_class(MrThread *t, MrValue a, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a);
    const char *sign = mr_dec_sign(x) ? "-" : "+";
    switch (mr_dec_kind(x)) {
    case MR_DEC_QNAN: return mr_str_c(t, "NaN");
    case MR_DEC_SNAN: return mr_str_c(t, "sNaN");
    case MR_DEC_INFINITE: return mr_strf(t, "%sInfinity", sign);
    }
    if (mr_dec_is_zero(x))
        return mr_strf(t, "%sZero", sign);
    int below = is_subnormal(t, x, c);
    return below < 0 ? MR_ERROR : mr_strf(t, "%s%s", sign, below ? "Subnormal" : "Normal");
}

static MrValue range_question(MrThread *t, MrValue a, const MrDecContext *c, int wanted)
{
    const MrDec *x = MR_DEC(a);
    if (mr_dec_kind(x) || mr_dec_is_zero(x))
        return MR_FALSE;
    int below = is_subnormal(t, x, c);
    return below < 0 ? MR_ERROR : mr_bool(below == wanted);
}

MrValue mr_dec_is_normal(MrThread *t, MrValue a, MrDecContext *c) { return range_question(t, a, c, 0); }
MrValue mr_dec_is_subnormal(MrThread *t, MrValue a, MrDecContext *c) { return range_question(t, a, c, 1); }

MrValue mr_dec_same_quantum(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    (void)t, (void)c;
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    if (mr_dec_kind(x) || mr_dec_kind(y))
        return mr_bool((mr_dec_is_nan(x) && mr_dec_is_nan(y)) || (mr_dec_kind(x) == MR_DEC_INFINITE && mr_dec_kind(y) == MR_DEC_INFINITE));
    return mr_bool(x->e == y->e);
}

MrValue mr_dec_copy_sign(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    (void)c;
    return mr_dec_with_sign(t, MR_DEC(a), mr_dec_sign(MR_DEC(b)));
}
