/* Decimals of texts, tuples, ints and floats, and their text.
 *
 * All sources are read into a MrParts, whose exponent is held within 2^62; then the number is made exactly, which fails for what no context can
 * hold, or rounded to a context.
 */
#include <math.h>

#include "stdlib/native/_decimal.h"
#include "base/numtext.h"
#include "vm/types/int.h"

typedef struct MrParts {
    unsigned sign, kind;
    int64_t e;
    MrCoef n;
} MrParts;

#define FAR ((int64_t)1 << 61)

/* ---- reading ---- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_word(const char *p, const char *end, const char *word)
{
    for (; p < end && *word; p++, word++)
        if ((*p | 32) != *word)
            return false;
    return p == end && !*word;
}

/* 1, 0: no number, -1: error */
static int read_special(MrThread *t, const char *p, const char *end, MrParts *out)
{
    mr_coef_u128(&out->n, 0);
    out->e = 0;
    if (is_word(p, end, "inf") || is_word(p, end, "infinity")) {
        out->kind = MR_DEC_INFINITE;
        return 1;
    }
    out->kind = MR_DEC_QNAN;
    if (p < end && (*p | 32) == 's') {
        out->kind = MR_DEC_SNAN;
        p++;
    }
    if (end - p < 3 || !is_word(p, p + 3, "nan"))
        return 0;
    for (const char *q = p + 3; q < end; q++)
        if (!is_digit(*q))
            return 0;
    return mr_coef_of_text(t, &out->n, p + 3, (size_t)(end - p - 3)) ? 1 : -1;
}

static int64_t read_exponent(const char *p, const char *end)
{
    int64_t e = 0;
    for (; p < end; p++)
        e = e < FAR / 10 - 1 ? e * 10 + (*p - '0') : FAR;
    return e;
}

static int read_text(MrThread *t, const char *p, const char *end, MrParts *out)
{
    out->sign = 0;
    out->kind = MR_DEC_FINITE;
    if (p < end && (*p == '-' || *p == '+'))
        out->sign = *p++ == '-';
    const char *first = p, *point = NULL, *last;
    MrU128 v = 0;
    size_t n = 0;
    for (; p < end; p++) {
        if (is_digit(*p)) {
            if (n++ < 38)
                v = (v >> 60 ? v * 10 : (MrU128)((uint64_t)v * 10)) + (uint64_t)(*p - '0');
        } else if (*p == '.' && !point)
            point = p;
        else
            break;
    }
    last = p;
    if (!n)
        return read_special(t, first, end, out);
    out->e = 0;
    if (p < end) {
        if ((*p | 32) != 'e')
            return 0;
        bool negative = ++p < end && *p == '-';
        if (p < end && (*p == '-' || *p == '+'))
            p++;
        if (p == end)
            return 0;
        for (const char *q = p; q < end; q++)
            if (!is_digit(*q))
                return 0;
        out->e = read_exponent(p, end);
        if (negative)
            out->e = -out->e;
    }
    if (point)
        out->e -= last - point - 1;
    if (n <= 38) {
        mr_coef_u128(&out->n, v);
        return 1;
    }
    if (point) {
        char *digits = mr_buffer_new(t, n);
        if (!digits)
            return -1;
        memcpy(digits, first, (size_t)(point - first));
        memcpy(digits + (point - first), point + 1, (size_t)(last - point - 1));
        first = digits;
    }
    return mr_coef_of_text(t, &out->n, first, n) ? 1 : -1;
}

/* The characters of a str that count: blanks at the ends and underscores are left out. NULL: error. */
static const char *plain_text(MrThread *t, MrValue v, const char **end, bool strict)
{
    size_t n;
    const char *p = mr_number_text(t, MR_STR(v), &n);
    if (!p || strict)
        return p ? *end = p + n, p : NULL;
    while (n && (*p == ' ' || (*p >= '\t' && *p <= '\r') || (*p >= 0x1C && *p <= 0x1F)))
        p++, n--;
    while (n && (p[n - 1] == ' ' || (p[n - 1] >= '\t' && p[n - 1] <= '\r') || (p[n - 1] >= 0x1C && p[n - 1] <= 0x1F)))
        n--;
    if (memchr(p, '_', n)) {
        char *copy = mr_buffer_new(t, n + 1);
        if (!copy)
            return NULL;
        size_t m = 0;
        for (size_t i = 0; i < n; i++)
            if (p[i] != '_')
                copy[m++] = p[i];
        p = copy;
        n = m;
    }
    *end = p + n;
    return p;
}

static int read_tuple(MrThread *t, MrValue v, MrParts *out)
{
    MrValue *items, *digits;
    size_t n, n_digits;
    MrValue all = mr_is_list(v) ? mr_tuple_of(t, v) : v;
    if (all == MR_ERROR || !mr_sequence_items(all, &items, &n))
        return -1;
    if (n != 3)
        return mr_raise(t, MR_EXC_ValueError, "argument must be a sequence of length 3"), -1;
    int64_t sign;
    if (!mr_is_integer(items[0]) || !mr_int_as_i64(items[0], &sign) || sign < 0 || sign > 1)
        return mr_raise(t, MR_EXC_ValueError, "sign must be an integer with the value 0 or 1"), -1;
    out->sign = (unsigned)sign;
    out->kind = MR_DEC_FINITE;
    out->e = 0;
    mr_coef_u128(&out->n, 0);
    if (mr_is_str(items[2])) {
        out->kind = mr_str_equal_c(items[2], "F") ? MR_DEC_INFINITE : mr_str_equal_c(items[2], "n") ? MR_DEC_QNAN : mr_str_equal_c(items[2], "N") ? MR_DEC_SNAN : 0;
        if (!out->kind)
            return mr_raise(t, MR_EXC_ValueError, "string argument in the third position must be 'F', 'n' or 'N'"), -1;
        if (out->kind == MR_DEC_INFINITE)
            return 1;
    } else if (!mr_is_integer(items[2])) {
        return mr_raise(t, MR_EXC_ValueError, "exponent must be an integer"), -1;
    } else if (!mr_int_as_i64(items[2], &out->e))
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t"), -1;
    if (out->e > FAR || out->e < -FAR)
        out->e = out->e > 0 ? FAR : -FAR;
    MrValue coefficient = mr_is_list(items[1]) ? mr_tuple_of(t, items[1]) : items[1];
    if (coefficient == MR_ERROR)
        return -1;
    if (!mr_is_tuple(coefficient) || !mr_sequence_items(coefficient, &digits, &n_digits))
        return mr_raise(t, MR_EXC_ValueError, "coefficient must be a tuple of digits"), -1;
    char small[64], *text = n_digits <= sizeof small ? small : mr_buffer_new(t, n_digits);
    if (!text)
        return -1;
    for (size_t i = 0; i < n_digits; i++) {
        int64_t digit;
        if (!mr_is_integer(digits[i]) || !mr_int_as_i64(digits[i], &digit) || digit < 0 || digit > 9)
            return mr_raise(t, MR_EXC_ValueError, "coefficient must be a tuple of digits"), -1;
        text[i] = (char)('0' + digit);
    }
    return mr_coef_of_text(t, &out->n, text, n_digits) ? 1 : -1;
}

static bool read_double(MrThread *t, double d, MrParts *out)
{
    out->sign = signbit(d) != 0;
    out->kind = isnan(d) ? MR_DEC_QNAN : isinf(d) ? MR_DEC_INFINITE : MR_DEC_FINITE;
    out->e = 0;
    mr_coef_u128(&out->n, 0);
    if (out->kind || d == 0)
        return true;
    int power;
    uint64_t limbs[48] = {(uint64_t)ldexp(frexp(fabs(d), &power), 53)};
    power -= 53;
    int zeros = __builtin_ctzll(limbs[0]);
    limbs[0] >>= zeros;
    power += zeros;
    size_t n = 1;
    unsigned sign;
    if (power >= 0) {
        MrValue v = mr_bigint_from_double(t, fabs(d));
        return v != MR_ERROR && mr_coef_of_int(t, &out->n, v, &sign);
    }
    out->e = power; /* d = n / 2^k = n * 5^k / 10^k */
    for (int k = -power; k > 0; k -= 27) {
        uint64_t factor = 1, carry = 0;
        for (int i = 0; i < (k < 27 ? k : 27); i++)
            factor *= 5;
        for (size_t i = 0; i < n; i++) {
            MrU128 p = (MrU128)limbs[i] * factor + carry;
            limbs[i] = (uint64_t)p;
            carry = (uint64_t)(p >> 64);
        }
        if (carry)
            limbs[n++] = carry;
    }
    MrValue v = mr_int_from_limbs(t, limbs, n, false);
    return v != MR_ERROR && mr_coef_of_int(t, &out->n, v, &sign);
}

/* 1, 0: no number, -1: error. *c is set if it is NULL and needed. [script] */
static int read_value(MrThread *t, MrValue v, MrDecContext **c, bool strict, MrParts *out)
{
    if (mr_is_str(v)) {
        const char *end, *p = plain_text(t, v, &end, strict);
        int done = p ? read_text(t, p, end, out) : -1;
        mr_hold(v);
        return done;
    }
    out->kind = MR_DEC_FINITE;
    out->e = 0;
    if (mr_is_integer(v))
        return mr_coef_of_int(t, &out->n, v, &out->sign) ? 1 : -1;
    if (mr_is_dec(t, v)) {
        const MrDec *d = MR_DEC(v);
        out->sign = mr_dec_sign(d);
        out->kind = mr_dec_kind(d);
        out->e = d->e;
        mr_coef_of(&out->n, d);
        return 1;
    }
    if (mr_isinstance_of(t, v, MR_TYPE_float)) {
        double d;
        if (!mr_to_double(t, v, &d) || (!*c && !(*c = mr_dec_current(t))) || !mr_dec_report(t, *c, MR_DEC_FLOAT))
            return -1;
        return read_double(t, d, out) ? 1 : -1;
    }
    if (mr_is_tuple(v) || mr_is_list(v))
        return read_tuple(t, v, out);
    return mr_raise(t, MR_EXC_TypeError, "conversion from %s to Decimal is not supported", mr_type_name(t, v)), -1;
}

static MrValue make_special(MrThread *t, const MrParts *p)
{
    MrValue v = mr_dec_make(t, p->sign, 0, &p->n);
    if (v != MR_ERROR)
        MR_DEC(v)->h.aux |= (uint16_t)(p->kind << 1);
    return v;
}

static MrValue make_exact(MrThread *t, const MrParts *p, MrDecContext *c)
{
    if (p->kind)
        return make_special(t, p);
    bool fits = p->e >= MR_DEC_MIN_ETINY && p->e <= MR_DEC_MAX;
    if (fits && p->e > 0 && p->n.n) {
        int64_t digits = mr_coef_digits(t, &p->n);
        if (digits < 0)
            return MR_ERROR;
        fits = p->e + digits - 1 <= MR_DEC_MAX;
    }
    if (MR_LIKELY(fits))
        return mr_dec_make(t, p->sign, p->e, &p->n);
    return c || (c = mr_dec_current(t)) ? mr_dec_invalid(t, c, MR_DEC_INVALID) : MR_ERROR;
}

MrValue mr_dec_of(MrThread *t, MrValue v, MrDecContext *c)
{
    MrParts parts;
    int done = read_value(t, v, &c, false, &parts);
    if (done == 1)
        return make_exact(t, &parts, c);
    return done == 0 && (c || (c = mr_dec_current(t))) ? mr_dec_invalid(t, c, MR_DEC_CONVERSION) : MR_ERROR;
}

MrValue mr_dec_of_rounded(MrThread *t, MrValue v, MrDecContext *c)
{
    MrParts parts;
    int done = read_value(t, v, &c, true, &parts);
    if (done <= 0)
        return done ? MR_ERROR : mr_dec_invalid(t, c, MR_DEC_CONVERSION);
    if (!parts.kind) {
        MrValue r = mr_dec_finish(t, parts.sign, parts.e, &parts.n, c, 0);
        mr_hold(v);
        return r;
    }
    int64_t digits = mr_coef_digits(t, &parts.n);
    if (digits < 0)
        return MR_ERROR;
    return parts.n.n && digits > c->prec - c->clamp ? mr_dec_invalid(t, c, MR_DEC_CONVERSION) : make_special(t, &parts);
}

MrValue mr_dec_of_double(MrThread *t, double d)
{
    MrParts parts;
    return read_double(t, d, &parts) ? make_exact(t, &parts, NULL) : MR_ERROR;
}

MrValue mr_dec_of_int(MrThread *t, MrValue v)
{
    MrParts parts = {.e = 0};
    if (mr_is_int(v)) {
        int64_t i = mr_int_of(v);
        return mr_dec_make_u128(t, i < 0, 0, i < 0 ? -(uint64_t)i : (uint64_t)i);
    }
    return mr_coef_of_int(t, &parts.n, v, &parts.sign) ? mr_dec_make(t, parts.sign, 0, &parts.n) : MR_ERROR;
}

/* ---- writing ---- */

void mr_dec_place_point(MrBuf *buf, const char *digits, size_t n, int64_t point)
{
    if (point <= 0) {
        mr_buf_write(buf, "0.", 2);
        mr_buf_fill(buf, '0', (size_t)-point);
        mr_buf_write(buf, digits, n);
    } else if ((size_t)point >= n) {
        mr_buf_write(buf, digits, n);
        mr_buf_fill(buf, '0', (size_t)point - n);
    } else {
        mr_buf_write(buf, digits, (size_t)point);
        mr_buf_putc(buf, '.');
        mr_buf_write(buf, digits + point, n - (size_t)point);
    }
}

static MrValue special_text(MrThread *t, const MrDec *d, const char *sign)
{
    char small[40];
    size_t n = 0;
    MrCoef c;
    const char *payload = "";
    if (mr_dec_kind(d) == MR_DEC_INFINITE)
        return mr_strf(t, "%sInfinity", sign);
    mr_coef_of(&c, d);
    if (c.n && !(payload = mr_coef_text(t, &c, small, &n)))
        return MR_ERROR;
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, sign);
    mr_buf_puts(&buf, mr_dec_kind(d) == MR_DEC_QNAN ? "NaN" : "sNaN");
    mr_buf_write(&buf, payload, n);
    return mr_str_buf(t, &buf);
}

MrValue mr_dec_text(MrThread *t, const MrDec *d, bool engineering, bool capitals)
{
    if (mr_dec_kind(d))
        return special_text(t, d, mr_dec_sign(d) ? "-" : "");
    char small[40], room[80];
    size_t n;
    MrCoef c;
    mr_coef_of(&c, d);
    const char *digits = mr_coef_text(t, &c, small, &n);
    if (!digits)
        return MR_ERROR;
    int64_t left = d->e + (int64_t)n, point;
    if (d->e <= 0 && left > 0 && !engineering) { /* the usual form: digits with a point among them */
        unsigned sign = mr_dec_sign(d);
        char *to;
        MrValue v = mr_str_ascii(t, n + sign + (d->e < 0), &to);
        if (v == MR_ERROR)
            return v;
        *to = '-';
        memcpy(to + sign, digits, (size_t)left);
        if (d->e < 0) {
            to[sign + (size_t)left] = '.';
            memcpy(to + sign + left + 1, digits + left, n - (size_t)left);
        }
        mr_hold(mr_val(d));
        return v;
    }
    if (d->e <= 0 && left > -6)
        point = left;
    else if (!engineering)
        point = 1;
    else if (!c.n)
        point = ((left + 1) % 3 + 3) % 3 - 1;
    else
        point = ((left - 1) % 3 + 3) % 3 + 1;
    MrBuf buf = MR_BUF_ON(room);
    if (mr_dec_sign(d))
        mr_buf_putc(&buf, '-');
    mr_dec_place_point(&buf, digits, n, point);
    if (left != point) {
        char text[MR_INT64_TEXT + 2];
        int length = snprintf(text, sizeof text, "%c%+lld", capitals ? 'E' : 'e', (long long)(left - point));
        mr_buf_write(&buf, text, (size_t)length);
    }
    mr_hold(mr_val(d));
    return mr_str_buf(t, &buf);
}
