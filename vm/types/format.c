/* The format mini-language for str, int, float and complex.
 *
 * A spec is parsed once into Spec; each type checks what it does not allow, makes the text of its digits, and lay_out_number (or
 * write_padded for str) adds sign, prefix, grouping and padding. Order of the checks is CPython's, since it decides which error is seen.
 * The 'n' type groups as the C locale does: not at all. */
#include "vm/types/format.h"

#include <limits.h>
#include <math.h>

#include "base/numtext.h"
#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/number.h"
#include "vm/types/str.h"
#include "vm/types/text.h"
#include "vm/types/unicode.h"

#define MAX_TEXT ((int64_t)1 << 30) /* wider results are a MemoryError at once */

typedef struct Spec {
    MrThread *t;      /* whose limits filling keeps to */
    uint32_t fill;
    char align;       /* < > = ^ */
    char sign;        /* 0, '+', '-', ' ' */
    char separator;   /* 0, ',', '_' */
    uint8_t group;    /* digits in a group */
    bool no_neg_0, alternate;
    int64_t width;    /* -1: none */
    int64_t precision;/* -1: none */
    uint32_t type;    /* 0: none */
} Spec;

/* A number's text in parts: [sign][prefix][digits][point][rest]. */
typedef struct Parts {
    char sign; /* '-' or 0 */
    const char *prefix, *digits, *rest;
    size_t n_prefix, n_digits, n_rest, rest_width; /* rest: from the point on; rest_width in code points */
} Parts;

MrStr *mr_format_spec(MrThread *t, MrValue spec)
{
    if (mr_is_str(spec))
        return MR_STR(spec);
    (void)mr_raise(t, MR_EXC_TypeError, "__format__() argument must be str, not %s", mr_arg_type_name(t, spec));
    return NULL;
}

/* ---- parsing ---- */

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* Reads digits; -1 in *value when there are none. False: too large. */
static bool read_number(MrThread *t, const char **p, const char *end, int64_t *value)
{
    int64_t n = 0;
    const char *start = *p;
    while (*p < end) {
        const char *q = *p;
        int digit = mr_uni_decimal(mr_utf8_decode_valid(&q));
        if (digit < 0)
            break;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n)) {
            (void)mr_raise(t, MR_EXC_ValueError, "Too many decimal digits in format string");
            return false;
        }
        *p = q;
    }
    *value = *p == start ? -1 : n;
    return true;
}

static MrValue bad_separator(MrThread *t, char separator, uint32_t type)
{
    if (type > 32 && type < 128)
        return mr_raise(t, MR_EXC_ValueError, "Cannot specify '%c' with '%c'.", separator, (int)type);
    return mr_raise(t, MR_EXC_ValueError, "Cannot specify '%c' with '\\x%x'.", separator, (unsigned)type);
}

static MrValue unknown_type(MrThread *t, uint32_t type, const char *type_name)
{
    if (type > 32 && type < 128)
        return mr_raise(t, MR_EXC_ValueError, "Unknown format code '%c' for object of type '%s'", (int)type, type_name);
    return mr_raise(t, MR_EXC_ValueError, "Unknown format code '\\x%x' for object of type '%s'", (unsigned)type, type_name);
}

/* The specification may hold any character, NUL too. */
static bool invalid_spec(MrThread *t, MrStr *text, const char *type_name)
{
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_puts(&buf, "Invalid format specifier '");
    mr_work_write_buf(t, &buf, text->bytes, text->nbytes);
    mr_buf_puts(&buf, "' for object of type '");
    mr_buf_puts(&buf, type_name);
    mr_buf_putc(&buf, '\'');
    MrValue message = mr_str_buf(t, &buf);
    if (message != MR_ERROR)
        (void)mr_raise_type_value(t, MR_EXC_ValueError, message);
    return false;
}

static bool parse_spec(MrThread *t, MrStr *text, Spec *s, uint32_t default_type, char default_align, const char *type_name)
{
    const char *p = text->bytes, *end = p + text->nbytes, *q;
    uint32_t c;
    bool fill_given = false, align_given = false;
    *s = (Spec){.t = t, .fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type, .group = 3};
    if (p < end) {
        q = p;
        c = mr_utf8_decode_valid(&q);
        if (q < end && is_align((unsigned char)*q)) {
            s->fill = c;
            s->align = *q;
            fill_given = align_given = true;
            p = q + 1;
        } else if (is_align(c)) {
            s->align = (char)c;
            align_given = true;
            p = q;
        }
    }
    if (p < end && (*p == '+' || *p == '-' || *p == ' '))
        s->sign = *p++;
    if (p < end && *p == 'z')
        s->no_neg_0 = p++ < end;
    if (p < end && *p == '#')
        s->alternate = p++ < end;
    if (!fill_given && p < end && *p == '0') {
        s->fill = '0';
        if (!align_given && default_align == '>')
            s->align = '=';
        p++;
    }
    if (!read_number(t, &p, end, &s->width))
        return false;
    if (p < end && *p == ',')
        s->separator = *p++;
    if (p < end && *p == '_') {
        if (s->separator != 0)
            return mr_raise(t, MR_EXC_ValueError, "Cannot specify both ',' and '_'.") != MR_ERROR;
        s->separator = *p++;
    }
    if (p < end && *p == ',' && s->separator == '_')
        return mr_raise(t, MR_EXC_ValueError, "Cannot specify both ',' and '_'.") != MR_ERROR;
    if (p < end && *p == '.') {
        p++;
        if (!read_number(t, &p, end, &s->precision))
            return false;
        if (s->precision < 0)
            return mr_raise(t, MR_EXC_ValueError, "Format specifier missing precision") != MR_ERROR;
    }
    if (p < end) {
        s->type = mr_utf8_decode_valid(&p);
        if (p < end)
            return invalid_spec(t, text, type_name);
    }
    if (s->width > 0 && s->width < MAX_TEXT && !mr_limits_room(t, (uint64_t)s->width))
        return false;
    if (s->width > MAX_TEXT || (s->precision > MAX_TEXT && s->precision <= INT_MAX && s->type != 's'))
        return mr_raise_no_memory(t) != MR_ERROR;
    if (s->separator != 0) {
        switch (s->type) {
        case 0: case 'd': case 'e': case 'f': case 'g': case 'E': case 'F': case 'G': case '%':
            break;
        case 'b': case 'o': case 'x': case 'X':
            if (s->separator == '_') {
                s->group = 4;
                break;
            }
            /* fall through */
        default:
            return bad_separator(t, s->separator, s->type) != MR_ERROR;
        }
    }
    return true;
}

/* ---- laying out ---- */

static void fill_with(MrThread *t, MrBuf *buf, uint32_t c, int64_t n)
{
    if (n <= 0)
        return;
    if (c < 0x80)
        mr_work_fill_buf(t, buf, (char)c, (size_t)n);
    else
        for (size_t work = 0; n > 0 && !buf->failed; n--) {
            mr_buf_put_codepoint(buf, c);
            buf->failed |= !mr_limits_work(t, work);
        }
}

/* Width of n digits with separators, zeros put in front until min_width is reached; a separator never stands first. */
static size_t grouped_width(const Spec *s, size_t n, int64_t min_width)
{
    size_t width;
    if (n == 0)
        return 0;
    width = s->separator == 0 ? n : n + (n - 1) / s->group;
    if ((int64_t)width >= min_width)
        return width;
    return (size_t)min_width + (s->separator != 0 && min_width % (s->group + 1) == 0);
}

static void group_digits(MrBuf *buf, const Spec *s, const char *digits, size_t n, size_t width)
{
    size_t left = s->separator == 0 ? width : width - width / (s->group + 1u), zeros = left - n, head;
    if (s->separator == 0) {
        mr_work_fill_buf(s->t, buf, '0', zeros);
        mr_work_write_buf(s->t, buf, digits, n);
        return;
    }
    head = (left - 1) % s->group + 1;
    for (size_t work = 0; left > 0 && !buf->failed; left -= head, head = s->group) {
        buf->failed |= !mr_limits_work(s->t, work);
        size_t z = zeros < head ? zeros : head;
        mr_buf_fill(buf, '0', z);
        mr_buf_write(buf, digits, head - z);
        zeros -= z;
        digits += head - z;
        if (left > head)
            mr_buf_putc(buf, s->separator);
    }
}

static void lay_out_number(MrBuf *buf, const Spec *s, const Parts *p)
{
    char sign = p->sign ? '-' : s->sign == '+' || s->sign == ' ' ? s->sign : 0;
    size_t fixed = (sign != 0) + p->n_prefix + p->rest_width;
    int64_t min_width = s->fill == '0' && s->align == '=' ? s->width - (int64_t)fixed : 0, pad, before = 0, inner = 0, after = 0;
    size_t digits_width = grouped_width(s, p->n_digits, min_width);
    pad = s->width - (int64_t)(fixed + digits_width);
    if (pad > 0) {
        if (s->align == '<')
            after = pad;
        else if (s->align == '^')
            after = pad - (before = pad / 2);
        else if (s->align == '=')
            inner = pad;
        else
            before = pad;
    }
    fill_with(s->t, buf, s->fill, before);
    if (sign != 0)
        mr_buf_putc(buf, sign);
    mr_buf_write(buf, p->prefix, p->n_prefix);
    fill_with(s->t, buf, s->fill, inner);
    if (p->n_digits > 0)
        group_digits(buf, s, p->digits, p->n_digits, digits_width);
    mr_work_write_buf(s->t, buf, p->rest, p->n_rest);
    fill_with(s->t, buf, s->fill, after);
}

#define SMALL_TEXT 96

/* The number as a str. Short results in ASCII without groups, nearly all, need no buffer beside it. */
static MrValue number_text(MrThread *t, const Spec *s, const Parts *p)
{
    char sign = p->sign ? '-' : s->sign == '+' || s->sign == ' ' ? s->sign : 0;
    size_t length = (sign != 0) + p->n_prefix + p->n_digits + p->n_rest, pad = s->width > (int64_t)length ? (size_t)s->width - length : 0;
    if (s->separator != 0 || s->fill >= 0x80 || p->rest_width != p->n_rest || p->n_digits == 0 || length > SMALL_TEXT || pad > SMALL_TEXT - length) {
        MrBuf buf = MR_BUF_EMPTY;
        lay_out_number(&buf, s, p);
        return mr_str_buf(t, &buf);
    }
    char text[SMALL_TEXT], *at = text;
    size_t before = s->align == '>' ? pad : s->align == '^' ? pad / 2 : 0, inner = s->align == '=' ? pad : 0;
    memset(at, (char)s->fill, before);
    at += before;
    if (sign != 0)
        *at++ = sign;
    memcpy(at, p->prefix, p->n_prefix);
    at += p->n_prefix;
    memset(at, (char)s->fill, inner);
    at += inner;
    memcpy(at, p->digits, p->n_digits);
    at += p->n_digits;
    memcpy(at, p->rest, p->n_rest);
    at += p->n_rest;
    memset(at, (char)s->fill, pad - before - inner);
    return mr_str_sized(t, text, length + pad, length + pad);
}

/* ---- str ---- */

MrValue mr_format_str(MrThread *t, MrValue v, MrStr *spec)
{
    MrStr *str = MR_STR(v);
    MrBuf buf = MR_BUF_EMPTY;
    Spec s;
    int64_t length, pad, before;
    size_t nbytes;
    if (spec->nbytes == 0)
        return mr_str(t, v);
    if (!parse_spec(t, spec, &s, 's', '<', mr_type_name(t, v)))
        return MR_ERROR;
    if (s.type != 's')
        return unknown_type(t, s.type, mr_type_name(t, v));
    if (s.sign != 0)
        return mr_raise(t, MR_EXC_ValueError, "%s not allowed in string format specifier", s.sign == ' ' ? "Space" : "Sign");
    if (s.no_neg_0)
        return mr_raise(t, MR_EXC_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
    if (s.alternate)
        return mr_raise(t, MR_EXC_ValueError, "Alternate form (#) not allowed in string format specifier");
    if (s.align == '=')
        return mr_raise(t, MR_EXC_ValueError, "'=' alignment not allowed in string format specifier");
    length = (int64_t)str->length;
    nbytes = str->nbytes;
    if (s.precision >= 0 && s.precision < length) {
        length = s.precision;
        nbytes = mr_str_offset(t, str, (size_t)length);
    }
    pad = s.width > length ? s.width - length : 0;
    before = s.align == '>' ? pad : s.align == '^' ? pad / 2 : 0;
    fill_with(t, &buf, s.fill, before);
    mr_work_write_buf(t, &buf, str->bytes, nbytes);
    fill_with(t, &buf, s.fill, pad - before);
    return mr_str_buf(t, &buf);
}

/* ---- int ---- */

static MrValue format_char(MrThread *t, MrValue v, const Spec *s)
{
    MrBuf buf = MR_BUF_EMPTY;
    Parts p = {.prefix = "", .digits = ""};
    int64_t c;
    char text[MR_UTF8_MAX];
    if (s->sign != 0)
        return mr_raise(t, MR_EXC_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
        return mr_raise(t, MR_EXC_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!mr_to_i64(t, v, &c))
        return MR_ERROR;
    if (c < 0 || c > 0x10FFFF)
        return mr_raise(t, MR_EXC_OverflowError, "%%c arg not in range(0x110000)");
    p.n_rest = mr_utf8_encode((uint32_t)c, text);
    p.rest = text;
    p.rest_width = 1;
    lay_out_number(&buf, s, &p);
    return mr_str_buf(t, &buf);
}

static MrValue format_float_spec(MrThread *t, double d, Spec *s);

MrValue mr_format_int(MrThread *t, MrValue v, MrStr *spec)
{
    char small[24];
    Parts p = {.prefix = "", .rest = ""};
    Spec s;
    MrValue text;
    double d;
    char *c;
    int base;
    if (spec->nbytes == 0)
        return mr_is_int(v) || mr_is_exact(v, MR_TYPE_int) ? mr_int_to_str(t, v, 10) : mr_str(t, v);
    if (!parse_spec(t, spec, &s, 'd', '>', mr_type_name(t, v)))
        return MR_ERROR;
    switch (s.type) {
    case 'b': base = 2; p.prefix = "0b"; break;
    case 'o': base = 8; p.prefix = "0o"; break;
    case 'x': base = 16; p.prefix = "0x"; break;
    case 'X': base = 16; p.prefix = "0X"; break;
    case 'c': case 'd': case 'n': base = 10; break;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%':
        return mr_int_to_double(t, v, &d) ? format_float_spec(t, d, &s) : MR_ERROR;
    default:
        return unknown_type(t, s.type, mr_type_name(t, v));
    }
    if (s.precision != -1)
        return mr_raise(t, MR_EXC_ValueError, "Precision not allowed in integer format specifier");
    if (s.no_neg_0)
        return mr_raise(t, MR_EXC_ValueError, "Negative zero coercion (z) not allowed in integer format specifier");
    if (s.type == 'c')
        return format_char(t, v, &s);
    text = MR_UNBOUND;
    if (mr_is_int(v) && base == 10) {
        p.n_digits = mr_int64_text(mr_int_of(v), small);
        p.digits = small;
    } else {
        text = mr_int_to_str(t, v, base);
        if (text == MR_ERROR)
            return text;
        p.digits = MR_STR(text)->bytes;
        p.n_digits = MR_STR(text)->nbytes;
    }
    if (*p.digits == '-') {
        p.sign = '-';
        p.digits++;
        p.n_digits--;
    }
    p.n_prefix = s.alternate && base != 10 ? 2 : 0;
    if (s.type == 'X') /* the str is new and nobody else's */
        for (c = MR_STR(text)->bytes; *c != '\0'; c++)
            *c = *c >= 'a' && *c <= 'f' ? (char)(*c - 32) : *c;
    return number_text(t, &s, &p);
}

/* ---- float ---- */

static bool is_zero_text(const char *p, const char *end)
{
    for (; p < end && *p != 'e' && *p != 'E'; p++)
        if (*p >= '1' && *p <= '9')
            return false;
    return true;
}

static void put_repr(MrBuf *buf, double d, unsigned flags)
{
    char text[MR_DOUBLE_REPR_MAX];
    size_t n = mr_double_repr(d, text);
    char *e = memchr(text, 'e', n);
    if (!(flags & MR_FORMAT_ADD_DOT_0) && n > 2 && memcmp(text + n - 2, ".0", 2) == 0)
        n -= flags & MR_FORMAT_ALTERNATE ? 1 : 2;
    if ((flags & MR_FORMAT_ALTERNATE) && isfinite(d) && memchr(text, '.', n) == NULL) { /* 1e+16 becomes 1.e+16 */
        size_t head = e != NULL ? (size_t)(e - text) : n;
        mr_buf_write(buf, text, head);
        mr_buf_putc(buf, '.');
        mr_buf_write(buf, text + head, n - head);
        return;
    }
    mr_buf_write(buf, text, n);
}

/* 'g' that shows it is a float: ".0" is added, and a number of exactly `precision` digits before the point goes to the exponent form. */
static void put_general_dot_0(MrBuf *buf, double d, char type, int precision, bool alternate)
{
    size_t start = buf->length, i, digits = 0, end;
    bool point = false, exponent = false;
    mr_double_format(buf, d, type, precision, alternate);
    if (buf->failed || !isfinite(d))
        return;
    for (i = start; i < buf->length; i++) {
        if (buf->data[i] == '.')
            point = true;
        else if (buf->data[i] == 'e' || buf->data[i] == 'E')
            exponent = true;
        else if (!point && buf->data[i] != '-')
            digits += buf->data[i] != '0' || digits || d == 0; /* the 0 of 0.5 does not count */
    }
    if (exponent || (point && !alternate))
        return;
    if (digits < (size_t)(precision ? precision : 1)) {
        if (!point)
            mr_buf_puts(buf, ".0");
        return;
    }
    buf->length = start;
    mr_double_format(buf, d, type == 'G' ? 'E' : 'e', precision > 1 ? precision - 1 : 0, alternate);
    if (alternate || buf->failed)
        return;
    for (i = start; i < buf->length && buf->data[i] != 'e' && buf->data[i] != 'E'; i++) /* cut the mantissa's trailing zeros */
        point |= buf->data[i] == '.';
    for (end = i; point && (buf->data[end - 1] == '0' || buf->data[end - 1] == '.'); end--)
        if (buf->data[end - 1] == '.')
            point = false;
    memmove(buf->data + end, buf->data + i, buf->length - i + 1);
    buf->length -= i - end;
}

bool mr_format_double_to(MrBuf *buf, double d, char type, int precision, unsigned flags)
{
    size_t start = buf->length;
    if (type == 'r')
        put_repr(buf, d, flags);
    else if ((flags & MR_FORMAT_ADD_DOT_0) && (type | 0x20) == 'g')
        put_general_dot_0(buf, d, type, precision, flags & MR_FORMAT_ALTERNATE);
    else
        mr_double_format(buf, d, type, precision, flags & MR_FORMAT_ALTERNATE);
    if (buf->failed)
        return false;
    if (isnan(d) && buf->data[start] == '-') {
        memmove(buf->data + start, buf->data + start + 1, buf->length - start);
        buf->length--;
    }
    if ((flags & MR_FORMAT_NO_NEG_0) && isfinite(d) && buf->data[start] == '-' &&
        is_zero_text(buf->data + start + 1, buf->data + buf->length)) {
        memmove(buf->data + start, buf->data + start + 1, buf->length - start);
        buf->length--;
    }
    return true;
}

static void split_number(const char *text, size_t n, Parts *p)
{
    size_t i = 0;
    *p = (Parts){.prefix = ""};
    if (n > 0 && text[0] == '-') {
        p->sign = '-';
        text++;
        n--;
    }
    p->digits = text;
    while (i < n && text[i] >= '0' && text[i] <= '9')
        i++;
    p->n_digits = i;
    p->rest = text + i;
    p->n_rest = p->rest_width = n - i;
}

static MrValue format_float_spec(MrThread *t, double d, Spec *s)
{
    MrBuf text = MR_BUF_EMPTY;
    Parts p;
    char type = (char)s->type, fixed[MR_DOUBLE_FIXED_MAX];
    size_t n_fixed;
    int precision = 6;
    unsigned flags = (s->alternate ? MR_FORMAT_ALTERNATE : 0) | (s->no_neg_0 ? MR_FORMAT_NO_NEG_0 : 0);
    if (s->precision > INT_MAX)
        return mr_raise(t, MR_EXC_ValueError, "precision too big");
    if (type == 0) {
        flags |= MR_FORMAT_ADD_DOT_0;
        type = s->precision >= 0 ? 'g' : 'r';
    } else if (type == 'n') {
        type = 'g';
    } else if (type == '%') {
        type = 'f';
        d *= 100.0;
    }
    if (s->precision >= 0)
        precision = (int)s->precision;
    if (s->type == 'f' && !flags && (n_fixed = mr_double_fixed(d, precision, fixed)) > 0) {
        split_number(fixed, n_fixed, &p);
        return number_text(t, s, &p);
    }
    mr_format_double_to(&text, d, type, precision, flags);
    if (s->type == '%')
        mr_buf_putc(&text, '%');
    if (text.failed) {
        mr_buf_fini(&text);
        return mr_raise_no_memory(t);
    }
    split_number(text.data, text.length, &p);
    MrValue laid_out = number_text(t, s, &p);
    mr_buf_fini(&text);
    return laid_out;
}

MrValue mr_format_float(MrThread *t, double d, MrStr *spec)
{
    Spec s;
    if (!parse_spec(t, spec, &s, 0, '>', "float"))
        return MR_ERROR;
    switch (s.type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n': case '%':
        return format_float_spec(t, d, &s);
    default:
        return unknown_type(t, s.type, "float");
    }
}

/* ---- complex ---- */

MrValue mr_format_complex(MrThread *t, MrValue v, MrStr *spec)
{
    MrBuf text = MR_BUF_EMPTY, inner = MR_BUF_EMPTY, buf = MR_BUF_EMPTY;
    Spec s, plain;
    Parts p;
    double re = 0.0, im = 0.0;
    char type;
    int precision = 6;
    int64_t pad, before;
    unsigned flags;
    bool parentheses = false, skip_real = false;
    if (spec->nbytes == 0)
        return mr_str(t, v);
    mr_number_parts(v, &re, &im);
    if (!parse_spec(t, spec, &s, 0, '>', mr_type_name(t, v)))
        return MR_ERROR;
    switch (s.type) {
    case 0: case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'n':
        break;
    default:
        return unknown_type(t, s.type, mr_type_name(t, v));
    }
    if (s.precision > INT_MAX)
        return mr_raise(t, MR_EXC_ValueError, "precision too big");
    if (s.fill == '0')
        return mr_raise(t, MR_EXC_ValueError, "Zero padding is not allowed in complex format specifier");
    if (s.align == '=')
        return mr_raise(t, MR_EXC_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    flags = (s.alternate ? MR_FORMAT_ALTERNATE : 0) | (s.no_neg_0 ? MR_FORMAT_NO_NEG_0 : 0);
    type = s.type == 0 ? (s.precision >= 0 ? 'g' : 'r') : s.type == 'n' ? 'g' : (char)s.type;
    if (s.type == 0) {
        skip_real = re == 0.0 && !signbit(re);
        parentheses = !skip_real;
    }
    if (s.precision >= 0)
        precision = (int)s.precision;
    plain = s;
    plain.width = -1;
    if (parentheses)
        mr_buf_putc(&inner, '(');
    if (!skip_real) {
        if (!mr_format_double_to(&text, re, type, precision, flags))
            goto failed;
        split_number(text.data, text.length, &p);
        lay_out_number(&inner, &plain, &p);
        mr_buf_clear(&text);
        plain.sign = '+';
    }
    if (!mr_format_double_to(&text, im, type, precision, flags))
        goto failed;
    split_number(text.data, text.length, &p);
    lay_out_number(&inner, &plain, &p);
    mr_buf_puts(&inner, parentheses ? "j)" : "j");
    if (inner.failed)
        goto failed;
    pad = s.width > (int64_t)inner.length ? s.width - (int64_t)inner.length : 0;
    before = s.align == '>' ? pad : s.align == '^' ? pad / 2 : 0;
    fill_with(t, &buf, s.fill, before);
    mr_buf_write(&buf, inner.data, inner.length);
    fill_with(t, &buf, s.fill, pad - before);
    mr_buf_fini(&text);
    mr_buf_fini(&inner);
    return mr_str_buf(t, &buf);
failed:
    mr_buf_fini(&text);
    mr_buf_fini(&inner);
    return mr_raise_no_memory(t);
}
