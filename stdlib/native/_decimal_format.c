/* Decimal.__format__: the format specs that decimals know, with digits grouped by commas or as the locale has it.
 */
#include "stdlib/native/_decimal.h"
#include "vm/types/format.h"

#define MAX_FILL ((int64_t)1 << 31) /* zeros and fill characters in a text; more are a MemoryError at once */

typedef struct MrDecSpec {
    const char *fill;
    size_t fill_bytes;
    char align, sign, kind; /* kind 0: as str() */
    bool no_minus_zero, zeros, comma;
    int64_t width, precision; /* precision -1: none */
    MrBuf locale_text;
    const char *point, *separator; /* UTF-8 */
    char grouping[32];
    size_t n_grouping;
} MrDecSpec;

static bool read_count(const char **p, const char *end, int64_t *n)
{
    const char *start = *p;
    *n = 0;
    for (; *p < end && **p >= '0' && **p <= '9'; ++*p)
        if ((*n = *n * 10 + (**p - '0')) > MR_DEC_MAX)
            return false;
    return *p > start;
}

static size_t bytes_of_first(const char *p, const char *end)
{
    size_t n = 1;
    while (p + n < end && (p[n] & 0xC0) == 0x80)
        n++;
    return n;
}

static bool read_spec(MrStr *text, MrDecSpec *s)
{
    const char *p = text->bytes, *end = p + text->nbytes;
    size_t first = p < end ? bytes_of_first(p, end) : 0;
    memset(s, 0, sizeof *s);
    s->fill = " ";
    s->fill_bytes = 1;
    s->sign = '-';
    s->precision = -1;
    s->point = ".";
    s->separator = ",";
    s->grouping[0] = 3;
    s->n_grouping = 1;
    if (p + first < end && strchr("<>=^", p[first])) {
        s->fill = p;
        s->fill_bytes = first;
        s->align = p[first];
        p += first + 1;
    } else if (p < end && strchr("<>=^", *p))
        s->align = *p++;
    if (p < end && strchr(" +-", *p))
        s->sign = *p++;
    if (p < end && *p == 'z') {
        s->no_minus_zero = true;
        p++;
    }
    if (p < end && *p == '0') {
        if (s->align)
            return false;
        s->zeros = true;
        s->fill = "0";
        s->align = '=';
        p++;
    }
    if (p < end && *p == '0')
        return false;
    if (p < end && *p >= '0' && *p <= '9' && !read_count(&p, end, &s->width))
        return false;
    if (p < end && *p == ',') {
        s->comma = true;
        p++;
    }
    if (p < end && *p == '.' && (++p, !read_count(&p, end, &s->precision)))
        return false;
    if (p < end) {
        if (!strchr("eEfFgGn%", *p))
            return false;
        s->kind = *p++;
    }
    if (!s->align)
        s->align = '>';
    return p == end && !(s->kind == 'n' && s->comma);
}

/* The texts of a locale: of `override`, a dict, or of locale.localeconv(). [script] */
static bool read_locale(MrThread *t, MrDecSpec *s, MrValue override, MrValue *keep)
{
    static const char *const names[] = {"decimal_point", "thousands_sep", "grouping"};
    MrValue values[3];
    if (override == MR_UNBOUND) {
        MrValue module = mr_import(t, "locale"), f = module == MR_ERROR ? module : mr_getattr_c(t, module, "localeconv");
        override = f == MR_ERROR ? f : mr_call0(t, f);
        if (override == MR_ERROR)
            return false;
    }
    for (int i = 0; i < 3; i++) {
        MrStr *name = mr_intern(t, names[i], strlen(names[i]));
        if (!name)
            return false;
        values[i] = mr_is_dict(override) ? mr_dict_get_str(t, MR_DICT(override), name) : MR_UNBOUND;
        keep[i] = values[i];
    }
    if (values[0] != MR_UNBOUND && mr_is_str(values[0]))
        s->point = mr_cstr(values[0]);
    else if (values[0] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_ValueError, "invalid override dict"), false;
    if (values[1] != MR_UNBOUND && mr_is_str(values[1]))
        s->separator = mr_cstr(values[1]);
    else if (values[1] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_ValueError, "invalid override dict"), false;
    if (!*s->point || strlen(s->point) > 4 || strlen(s->separator) > 4)
        return mr_raise(t, MR_EXC_ValueError, "invalid override dict"), false;
    if (values[2] == MR_UNBOUND)
        return true;
    MrValue *items;
    size_t n;
    s->n_grouping = 0;
    if (mr_is_str(values[2])) {
        const char *bytes = mr_cstr(values[2]);
        for (; s->n_grouping < sizeof s->grouping && bytes[s->n_grouping]; s->n_grouping++) {
            if ((s->grouping[s->n_grouping] = bytes[s->n_grouping]) < 0)
                return mr_raise(t, MR_EXC_ValueError, "invalid override dict"), false;
        }
        return true;
    }
    if (!mr_sequence_items(values[2], &items, &n))
        return mr_raise(t, MR_EXC_ValueError, "invalid override dict"), false;
    for (size_t i = 0; i < n && i < sizeof s->grouping; i++) {
        int64_t size;
        if (!mr_is_integer(items[i]) || !mr_int_as_i64(items[i], &size) || !size)
            break;
        s->grouping[s->n_grouping++] = (char)size;
    }
    return true;
}

static size_t characters(const char *p, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (p[i] & 0xC0) != 0x80;
    return count;
}

/* Appends digits in groups, at least `width` characters, by zeros before them. */
static bool put_grouped(MrThread *t, MrBuf *buf, const MrDecSpec *s, const char *digits, size_t n, int64_t width)
{
    /* The groups from the right: where each begins; zeros count as digits before the first. */
    int64_t separator = (int64_t)characters(s->separator, strlen(s->separator)), left = (int64_t)n, total = 0, n_separators = 0, room = width;
    size_t at = 0;
    if (!separator || !s->n_grouping) {
        mr_buf_fill(buf, '0', width > (int64_t)n ? (size_t)(width - (int64_t)n) : 0);
        mr_buf_write(buf, digits, n);
        return !buf->failed;
    }
    int64_t sizes_room = (left > room ? left : room) + 2;
    uint8_t *ends = mr_buffer_new(t, (size_t)sizes_room + 1); /* ends[i]: a separator stands before the i-th digit from the right */
    if (!ends)
        return false;
    for (bool last = false;;) {
        int size = s->grouping[at];
        bool stop = size == 127 || size <= 0;
        int64_t most = left > room ? left : room, take = most < 1 ? 1 : most;
        if (!stop && take > size)
            take = size;
        total += take;
        left = left > take ? left - take : 0;
        room -= take;
        last = stop || (!left && room <= 0);
        if (last)
            break;
        ends[total] = 1;
        n_separators++;
        room -= separator;
        if (at + 1 < s->n_grouping)
            at++;
    }
    for (int64_t i = total; i > 0; i--) {
        mr_buf_putc(buf, i > (int64_t)n ? '0' : digits[(int64_t)n - i]);
        if (i > 1 && ends[i - 1])
            mr_buf_puts(buf, s->separator);
    }
    return !buf->failed;
}

/* Rounds, or fills up, to so many significant digits. */
static bool to_places(MrThread *t, MrCoef *n, int64_t *e, int64_t places, unsigned mode, unsigned sign)
{
    int64_t digits = mr_coef_digits(t, n), drop = digits - places;
    MrCoef r;
    if (digits < 0)
        return false;
    if (!drop)
        return true;
    if (mr_dec_rescale(t, &r, n, 0, drop, mode, sign) < 0)
        return false;
    *e += drop;
    mr_coef_copy(n, &r);
    return drop < 0 || ((digits = mr_coef_digits(t, n)) > 0 && (digits <= places || to_places(t, n, e, places, MR_DEC_DOWN, 0)));
}

/* The digits of the number with point and exponent, without sign. */
static bool put_body(MrThread *t, MrBuf *buf, const MrDecSpec *s, const MrDec *d, MrDecContext *c, bool *zero)
{
    MrCoef view, n, r;
    char kind = s->kind == '%' ? 'f' : (char)(s->kind | 32), small[40];
    int64_t e = d->e, point;
    unsigned mode = c->rounding, sign = mr_dec_sign(d);
    size_t length;
    mr_coef_of(&view, d);
    mr_coef_copy(&n, &view);
    if (s->kind == '%')
        e += 2;
    if (kind == 'f' && (s->precision >= 0 || e > 0)) {
        int64_t to = s->precision >= 0 ? -s->precision : 0;
        if (e != to) {
            if (mr_dec_rescale(t, &r, &n, e, to, mode, sign) < 0)
                return false;
            mr_coef_copy(&n, &r);
            e = to;
        }
    } else if (s->precision >= 0 && kind == 'e') {
        if (n.n && !to_places(t, &n, &e, s->precision + 1, mode, sign))
            return false;
    } else if (s->precision >= 0) {
        int64_t places = s->precision ? s->precision : 1, digits = mr_coef_digits(t, &n);
        if (digits < 0 || (digits > places && !to_places(t, &n, &e, places, mode, sign)))
            return false;
    }
    *zero = !n.n;
    const char *digits = mr_coef_text(t, &n, small, &length);
    if (!digits)
        return false;
    int64_t left = e + (int64_t)length;
    if (kind == 'f')
        point = left;
    else if (kind == 'e')
        point = !n.n && s->precision >= 0 ? 1 - s->precision : 1;
    else
        point = e <= 0 && left > -6 ? left : 1;
    if (point < -MAX_FILL || point > MAX_FILL)
        return mr_raise_no_memory(t), false;
    mr_dec_place_point(buf, digits, length, point);
    if (kind == 'e' || left != point) {
        bool capital = s->kind == 'E' || s->kind == 'G' || (!s->kind && c->capitals);
        char text[32];
        int written = snprintf(text, sizeof text, "%c%+lld", capital ? 'E' : 'e', (long long)(left - point));
        mr_buf_write(buf, text, (size_t)written);
    }
    return !buf->failed || (mr_raise_no_memory(t), false);
}

static MrValue finish_text(MrThread *t, const MrDecSpec *s, const char *lead, const MrBuf *body)
{
    char room[160];
    MrBuf buf = MR_BUF_ON(room);
    int64_t fill = s->width - (int64_t)strlen(lead) - (int64_t)characters(body->data, body->length);
    if (fill > MAX_FILL)
        return mr_raise_no_memory(t);
    if (fill < 0)
        fill = 0;
    int64_t before = s->align == '<' ? 0 : s->align == '^' ? fill / 2 : fill;
    if (s->align == '=')
        mr_buf_puts(&buf, lead);
    for (int64_t i = 0; i < fill + 1; i++) {
        if (i == before) {
            if (s->align != '=')
                mr_buf_puts(&buf, lead);
            mr_buf_write(&buf, body->data, body->length);
        }
        if (i < fill)
            mr_buf_write(&buf, s->fill, s->fill_bytes);
        if ((i & 0xFFFF) == 0xFFFF && (buf.failed || !mr_poll(t))) {
            bool failed = buf.failed;
            mr_buf_fini(&buf);
            return failed ? mr_raise_no_memory(t) : MR_ERROR;
        }
    }
    return mr_str_buf(t, &buf);
}

MrValue mr_dec_format(MrThread *t, MrValue self, MrValue spec_text, MrValue override)
{
    const MrDec *d = MR_DEC(self);
    MrDecSpec s;
    MrValue keep[3] = {MR_UNBOUND, MR_UNBOUND, MR_UNBOUND};
    if (!mr_is_str(spec_text))
        return mr_raise(t, MR_EXC_TypeError, "format arg must be str");
    if (override != MR_UNBOUND && !mr_is_dict(override))
        return mr_raise(t, MR_EXC_TypeError, "optional argument must be a dict");
    if (!MR_STR(spec_text)->nbytes && override == MR_UNBOUND)
        return mr_str(t, self);
    MrDecContext *c = mr_dec_current(t);
    if (!c)
        return MR_ERROR;
    if (!read_spec(MR_STR(spec_text), &s))
        return mr_raise(t, MR_EXC_ValueError, "invalid format string");
    if ((s.kind == 'n' || override != MR_UNBOUND) && !read_locale(t, &s, override, keep))
        return MR_ERROR;
    if (s.kind == 'n')
        s.kind = 'g';
    if (keep[1] != MR_UNBOUND)
        s.comma = true;
    unsigned sign = mr_dec_sign(d);
    char plain_room[96], body_room[128];
    MrBuf plain = MR_BUF_ON(plain_room), body = MR_BUF_ON(body_room);
    bool zero = false;
    if (mr_dec_kind(d)) {
        MrValue positive = mr_dec_with_sign(t, d, 0), text = positive == MR_ERROR ? positive : mr_dec_text(t, MR_DEC(positive), false, true);
        if (text == MR_ERROR)
            return MR_ERROR;
        mr_buf_write(&body, mr_cstr(text), MR_STR(text)->nbytes);
        if (s.zeros) {
            s.fill = " ";
            s.align = '>';
        }
    } else if (!put_body(t, &plain, &s, d, c, &zero)) {
        mr_buf_fini(&plain);
        return MR_ERROR;
    }
    if (s.no_minus_zero && zero)
        sign = 0;
    char lead[2] = {sign ? '-' : s.sign == '-' ? 0 : s.sign, 0};
    if (!mr_dec_kind(d)) {
        size_t whole = 0;
        while (whole < plain.length && plain.data[whole] >= '0' && plain.data[whole] <= '9')
            whole++;
        const char *rest = plain.data + whole;
        size_t n_rest = plain.length - whole;
        bool dot = n_rest && *rest == '.';
        int64_t others = (int64_t)strlen(lead) + (int64_t)n_rest + (s.kind == '%') + (dot ? (int64_t)characters(s.point, strlen(s.point)) - 1 : 0);
        bool ok = true;
        if (s.comma)
            ok = put_grouped(t, &body, &s, plain.data, whole, s.zeros ? s.width - others : 0);
        else
            mr_buf_write(&body, plain.data, whole);
        if (dot)
            mr_buf_puts(&body, s.point);
        mr_buf_write(&body, rest + dot, n_rest - dot);
        if (!ok && !mr_pending(t))
            (void)mr_raise_no_memory(t);
        mr_buf_fini(&plain);
        if (!ok) {
            mr_buf_fini(&body);
            return MR_ERROR;
        }
    }
    if (s.kind == '%')
        mr_buf_putc(&body, '%');
    MrValue r = body.failed ? mr_raise_no_memory(t) : finish_text(t, &s, lead, &body);
    mr_buf_fini(&body);
    mr_hold(keep[0]);
    mr_hold(keep[1]);
    mr_hold(spec_text);
    return r;
}
