/* Results of decimal operations: new numbers, conditions, and everything that rounds: bringing a result within a context's precision and range, quantize,
 * whole numbers, plus and minus.
 *
 * mr_dec_finish() is the one place where precision and range are applied. Conditions of an operation are reported once, when all are known.
 */
#include "stdlib/native/_decimal.h"

/* ---- numbers ---- */

static MrDec *make(MrThread *t, unsigned aux, int64_t e)
{
    MrDec *d = mr_alloc(t, sizeof *d, MR_KIND_OTHER, MR_TYPE_object);
    if (MR_LIKELY(d != NULL)) {
        d->h.shape = mr_dec_state(t)->shape;
        d->h.aux = (uint16_t)aux;
        d->e = e;
    }
    return d;
}

MrValue mr_dec_make_u128(MrThread *t, unsigned sign, int64_t e, MrU128 v)
{
    MrDec *d = make(t, sign, e);
    if (!d)
        return MR_ERROR;
    d->lo = (uint64_t)v;
    d->hi = (uint64_t)(v >> 64);
    return mr_val(d);
}

MrValue mr_dec_make(MrThread *t, unsigned sign, int64_t e, const MrCoef *c)
{
    if (c->n <= 2)
        return mr_dec_make_u128(t, sign, e, mr_coef_get_u128(c));
    MrValue big = mr_coef_int(t, c, 0);
    MrDec *d = big == MR_ERROR ? NULL : make(t, sign | MR_DEC_BIG, e);
    if (!d)
        return MR_ERROR;
    d->lo = big;
    return mr_val(d);
}

MrValue mr_dec_special(MrThread *t, unsigned sign, unsigned kind)
{
    MrDec *d = make(t, sign | kind << 1, 0);
    return d ? mr_val(d) : MR_ERROR;
}

MrValue mr_dec_with_sign(MrThread *t, const MrDec *from, unsigned sign)
{
    MrDec *d = make(t, (from->h.aux & ~(unsigned)MR_DEC_SIGN) | sign, from->e);
    if (!d)
        return MR_ERROR;
    d->lo = from->lo;
    d->hi = from->hi;
    return mr_val(d);
}

int64_t mr_dec_adjusted(MrThread *t, const MrDec *d)
{
    if (!(d->h.aux & MR_DEC_BIG))
        return d->e + mr_digits_u128(mr_dec_u128(d)) - 1;
    MrCoef n;
    mr_coef_of(&n, d);
    int64_t digits = mr_coef_digits(t, &n);
    return digits < 0 ? INT64_MIN : d->e + digits - 1;
}

/* ---- conditions ---- */

bool mr_dec_report(MrThread *t, MrDecContext *c, uint32_t bits)
{
    c->status |= bits;
    uint32_t trapped = bits & c->traps;
    if (MR_LIKELY(!trapped))
        return true;
    MrValue make_exception = mr_dec_signals(t, "exception_for");
    MrValue exception = make_exception == MR_ERROR ? MR_ERROR : mr_call1(t, make_exception, mr_small_int(trapped));
    if (exception != MR_ERROR)
        (void)mr_raise_value(t, exception);
    return false;
}

MrValue mr_dec_invalid(MrThread *t, MrDecContext *c, uint32_t bits)
{
    return mr_dec_report(t, c, bits) ? mr_dec_special(t, 0, MR_DEC_QNAN) : MR_ERROR;
}

MrValue mr_dec_nan(MrThread *t, MrValue a, MrDecContext *c)
{
    const MrDec *d = MR_DEC(a);
    if (mr_dec_kind(d) == MR_DEC_SNAN && !mr_dec_report(t, c, MR_DEC_INVALID))
        return MR_ERROR;
    MrCoef n, q, r, unit;
    int64_t room = c->prec - c->clamp;
    mr_coef_of(&n, d);
    MrCoef *payload = &n;
    if (n.n && mr_coef_digits(t, &n) > room) {
        if (!mr_coef_power10(t, &unit, room) || !mr_coef_divmod(t, &q, &r, &n, &unit))
            return MR_ERROR;
        payload = &r;
    }
    MrValue v = mr_dec_make(t, mr_dec_sign(d), 0, payload);
    if (v != MR_ERROR)
        MR_DEC(v)->h.aux |= MR_DEC_QNAN << 1;
    mr_hold(a);
    return v;
}

MrValue mr_dec_nan2(MrThread *t, MrValue a, MrValue b, MrDecContext *c)
{
    unsigned x = mr_dec_kind(MR_DEC(a)), y = mr_dec_kind(MR_DEC(b));
    return mr_dec_nan(t, x == MR_DEC_SNAN || (y != MR_DEC_SNAN && x == MR_DEC_QNAN) ? a : b, c);
}

/* ---- rounding ---- */

static bool rounds_up(int rest, unsigned mode, unsigned sign, bool odd, unsigned mod5)
{
    switch (mode) {
    case MR_DEC_HALF_EVEN: return rest == 3 || (rest == 2 && odd);
    case MR_DEC_HALF_UP: return rest >= 2;
    case MR_DEC_HALF_DOWN: return rest == 3;
    case MR_DEC_DOWN: return false;
    case MR_DEC_UP: return true;
    case MR_DEC_CEILING: return !sign;
    case MR_DEC_FLOOR: return sign;
    default: return mod5 == 0;
    }
}

int mr_dec_round_off(MrThread *t, MrCoef *r, const MrCoef *n, int64_t drop, unsigned mode, unsigned sign)
{
    int rest = mr_coef_cut(t, r, n, drop);
    if (rest <= 0)
        return rest;
    if (rounds_up(rest, mode, sign, r->n && r->p[0] & 1, mode == MR_DEC_05UP ? mr_coef_mod5(r) : 0) && !mr_coef_increment(t, r))
        return -1;
    return 1;
}

int mr_dec_rescale(MrThread *t, MrCoef *r, const MrCoef *n, int64_t e, int64_t to, unsigned mode, unsigned sign)
{
    if (to > e)
        return mr_dec_round_off(t, r, n, to - e, mode, sign);
    return mr_coef_scale(t, r, n, e - to) ? 0 : -1;
}

MrValue mr_dec_largest(MrThread *t, unsigned sign, MrDecContext *c)
{
    MrCoef power, one, n;
    mr_coef_u128(&one, 1);
    if (!mr_coef_power10(t, &power, c->prec) || !mr_coef_sub(t, &n, &power, &one))
        return MR_ERROR;
    return mr_dec_make(t, sign, mr_dec_etop(c), &n);
}

MrValue mr_dec_overflow(MrThread *t, unsigned sign, MrDecContext *c, uint32_t bits)
{
    unsigned mode = c->rounding;
    if (!mr_dec_report(t, c, bits | MR_DEC_OVERFLOW | MR_DEC_INEXACT | MR_DEC_ROUNDED))
        return MR_ERROR;
    if (mode == MR_DEC_DOWN || mode == MR_DEC_05UP || mode == (sign ? MR_DEC_CEILING : MR_DEC_FLOOR))
        return mr_dec_largest(t, sign, c);
    return mr_dec_special(t, sign, MR_DEC_INFINITE);
}

static MrValue finish_zero(MrThread *t, unsigned sign, int64_t e, MrDecContext *c, uint32_t bits)
{
    int64_t highest = c->clamp ? mr_dec_etop(c) : c->emax, lowest = mr_dec_etiny(c);
    if (e > highest || e < lowest) {
        e = e > highest ? highest : lowest;
        bits |= MR_DEC_CLAMPED;
    }
    return !bits || mr_dec_report(t, c, bits) ? mr_dec_make_u128(t, sign, e, 0) : MR_ERROR;
}

MrValue mr_dec_finish(MrThread *t, unsigned sign, int64_t e, const MrCoef *n, MrDecContext *c, uint32_t bits)
{
    MrCoef rounded;
    if (!n->n)
        return finish_zero(t, sign, e, c, bits);
    int64_t digits = mr_coef_digits(t, n);
    if (digits < 0)
        return MR_ERROR;
    int64_t adjusted = e + digits - 1;
    if (adjusted > c->emax)
        return mr_dec_overflow(t, sign, c, bits);
    int64_t drop = digits - c->prec;
    bool subnormal = adjusted < c->emin;
    if (subnormal) {
        bits |= MR_DEC_SUBNORMAL;
        if (drop < mr_dec_etiny(c) - e)
            drop = mr_dec_etiny(c) - e;
    }
    if (drop > 0) {
        int lost = mr_dec_round_off(t, &rounded, n, drop, c->rounding, sign);
        if (lost < 0)
            return MR_ERROR;
        n = &rounded;
        e += drop;
        bits |= MR_DEC_ROUNDED;
        if (lost)
            bits |= subnormal ? MR_DEC_INEXACT | MR_DEC_UNDERFLOW : MR_DEC_INEXACT;
        if (lost && rounded.n && drop >= digits - c->prec) { /* 99...9 may have become a power of ten */
            int64_t now = mr_coef_digits(t, n);
            if (now < 0)
                return MR_ERROR;
            if (now > c->prec) {
                if (!mr_coef_power10(t, &rounded, c->prec - 1))
                    return MR_ERROR;
                if (++e > mr_dec_etop(c))
                    return mr_dec_overflow(t, sign, c, bits);
            }
        }
        if (!n->n && subnormal)
            bits |= MR_DEC_CLAMPED;
    } else if (c->clamp && e > mr_dec_etop(c)) {
        if (!mr_coef_scale(t, &rounded, n, e - mr_dec_etop(c)))
            return MR_ERROR;
        n = &rounded;
        e = mr_dec_etop(c);
        bits |= MR_DEC_CLAMPED;
    }
    if (subnormal && bits & MR_DEC_INEXACT)
        bits |= MR_DEC_UNDERFLOW;
    return !bits || mr_dec_report(t, c, bits) ? mr_dec_make(t, sign, e, n) : MR_ERROR;
}

MrValue mr_dec_finish_u128(MrThread *t, unsigned sign, int64_t e, MrU128 v, MrDecContext *c)
{
    if (MR_LIKELY((c->prec > 38 || v < mr_dec_powers[c->prec]) && e >= c->emin && e <= mr_dec_etop(c)))
        return mr_dec_make_u128(t, sign, e, v);
    MrCoef n;
    mr_coef_u128(&n, v);
    return mr_dec_finish(t, sign, e, &n, c, 0);
}

/* ---- quantize and its kin ---- */

MrValue mr_dec_quantize(MrThread *t, MrValue a, MrValue b, MrDecContext *c, unsigned mode)
{
    const MrDec *x = MR_DEC(a), *y = MR_DEC(b);
    unsigned sign = mr_dec_sign(x);
    if (mr_dec_kind(x) || mr_dec_kind(y)) {
        if (mr_dec_is_nan(x) || mr_dec_is_nan(y))
            return mr_dec_nan2(t, a, b, c);
        return mr_dec_kind(x) && mr_dec_kind(y) ? mr_dec_special(t, sign, MR_DEC_INFINITE) : mr_dec_invalid(t, c, MR_DEC_INVALID);
    }
    int64_t e = y->e;
    if (e < mr_dec_etiny(c) || e > c->emax)
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    MrCoef n, r;
    mr_coef_of(&n, x);
    if (!n.n)
        return mr_dec_finish(t, sign, e, &n, c, 0);
    int64_t digits = mr_coef_digits(t, &n);
    if (digits < 0)
        return MR_ERROR;
    if (x->e + digits - 1 > c->emax || x->e - e + digits > c->prec)
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    uint32_t bits = 0;
    const MrCoef *result = &r;
    if (e > x->e) {
        int lost = mr_dec_round_off(t, &r, &n, e - x->e, mode, sign);
        if (lost < 0)
            return MR_ERROR;
        bits = lost ? MR_DEC_ROUNDED | MR_DEC_INEXACT : MR_DEC_ROUNDED;
    } else if (e == x->e) {
        result = &n;
    } else if (!mr_coef_scale(t, &r, &n, x->e - e))
        return MR_ERROR;
    digits = mr_coef_digits(t, result);
    if (digits < 0)
        return MR_ERROR;
    if (result->n && (digits > c->prec || e + digits - 1 > c->emax))
        return mr_dec_invalid(t, c, MR_DEC_INVALID);
    if (result->n && e + digits - 1 < c->emin)
        bits |= MR_DEC_SUBNORMAL;
    if (c->clamp && e > mr_dec_etop(c)) {
        MrDecContext quiet = *c; /* what was rounded away above is no underflow */
        quiet.traps = quiet.status = 0;
        MrValue clamped = mr_dec_finish(t, sign, e, result, &quiet, 0);
        return clamped != MR_ERROR && mr_dec_report(t, c, bits | quiet.status) ? clamped : MR_ERROR;
    }
    MrValue v = !bits || mr_dec_report(t, c, bits) ? mr_dec_make(t, sign, e, result) : MR_ERROR;
    mr_hold(a);
    return v;
}

MrValue mr_dec_integral(MrThread *t, MrValue a, MrDecContext *c, unsigned mode, bool exact)
{
    const MrDec *x = MR_DEC(a);
    unsigned sign = mr_dec_sign(x);
    if (mr_dec_is_nan(x))
        return mr_dec_nan(t, a, c);
    if (mr_dec_kind(x) || x->e >= 0)
        return mr_dec_with_sign(t, x, sign);
    MrCoef n, r;
    mr_coef_of(&n, x);
    if (!n.n)
        return mr_dec_make_u128(t, sign, 0, 0);
    int lost = mr_dec_round_off(t, &r, &n, -x->e, mode, sign);
    if (lost < 0 || (exact && !mr_dec_report(t, c, lost ? MR_DEC_ROUNDED | MR_DEC_INEXACT : MR_DEC_ROUNDED)))
        return MR_ERROR;
    mr_hold(a);
    return mr_dec_make(t, sign, 0, &r);
}

MrValue mr_dec_keeping(MrThread *t, MrValue a, MrDecContext *c)
{
    const MrDec *x = MR_DEC(a);
    if (mr_dec_kind(x))
        return mr_dec_is_nan(x) ? mr_dec_nan(t, a, c) : mr_dec_with_sign(t, x, mr_dec_sign(x));
    MrCoef n;
    mr_coef_of(&n, x);
    MrValue v = mr_dec_finish(t, mr_dec_sign(x), x->e, &n, c, 0);
    mr_hold(a);
    return v;
}

static MrValue with_sign(MrThread *t, MrValue a, MrDecContext *c, unsigned sign)
{
    const MrDec *x = MR_DEC(a);
    if (mr_dec_kind(x))
        return mr_dec_is_nan(x) ? mr_dec_nan(t, a, c) : mr_dec_with_sign(t, x, sign);
    MrCoef n;
    mr_coef_of(&n, x);
    MrValue v = mr_dec_finish(t, sign, x->e, &n, c, 0);
    mr_hold(a);
    return v;
}

static MrValue signed_as(MrThread *t, MrValue a, MrDecContext *c, unsigned flip)
{
    unsigned sign = mr_dec_sign(MR_DEC(a)) ^ flip;
    if (mr_dec_is_zero(MR_DEC(a)) && c->rounding != MR_DEC_FLOOR)
        sign = 0;
    return with_sign(t, a, c, sign);
}

MrValue mr_dec_plus(MrThread *t, MrValue a, MrDecContext *c) { return signed_as(t, a, c, 0); }
MrValue mr_dec_minus(MrThread *t, MrValue a, MrDecContext *c) { return signed_as(t, a, c, 1); }
MrValue mr_dec_abs(MrThread *t, MrValue a, MrDecContext *c) { return with_sign(t, a, c, 0); }
