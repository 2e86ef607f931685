/* str.format and str.format_map: replacement fields. The format mini-language itself belongs to format.h and each type's __format__.
 *
 * A field's spec may hold fields of its own, one level deep. Fields are numbered automatically or by hand, never both.
 */
#include "vm/types/str_format.h"

#include "base/numtext.h"
#include "vm/isolate.h"
#include "vm/types/str.h"
#include "vm/types/unicode.h"

static int fail(MrThread *t, const char *message)
{
    mr_raise(t, MR_EXC_ValueError, "%s", message);
    return -1;
}

/* ---- parsing ---- */

/* Behind the '{': name, conversion, spec, up to the closing brace. */
static int read_field(MrThread *t, MrSpan *rest, MrMarkup *out)
{
    const char *p = rest->at, *end = rest->end;
    char c = 0;
    for (; p < end; p++) {
        c = *p;
        if (c == '{')
            return fail(t, "unexpected '{' in field name");
        if (c == '}' || c == ':' || c == '!')
            break;
        if (c == '[') {
            while (p + 1 < end && p[1] != ']')
                p++;
        }
    }
    out->name = (MrSpan){rest->at, p};
    if (p == end)
        return fail(t, "expected '}' before end of string");
    p++;
    out->spec = (MrSpan){p, p};
    if (c == '!') {
        if (p == end)
            return fail(t, "end of string while looking for conversion specifier");
        out->conversion = mr_utf8_decode_valid(&p);
        if (p < end) {
            c = *p++;
            if (c != '}' && c != ':')
                return fail(t, "expected ':' after conversion specifier");
        }
    }
    if (c != '}') {
        const char *from = p;
        for (int depth = 1;; p++) {
            if (p >= end)
                return fail(t, "unmatched '{' in format spec");
            if (*p == '{') {
                out->spec_has_fields = true;
                depth++;
            } else if (*p == '}' && --depth == 0) {
                break;
            }
        }
        out->spec = (MrSpan){from, p++};
    }
    rest->at = p;
    return 1;
}

int mr_markup_next(MrThread *t, MrSpan *rest, MrMarkup *out)
{
    if (rest->at == rest->end)
        return 0;
    *out = (MrMarkup){.literal = {rest->at, rest->end}};
    const char *p = rest->at;
    while (p < rest->end && *p != '{' && *p != '}')
        p++;
    if (p == rest->end) {
        rest->at = p;
        return 1;
    }
    bool doubled = p + 1 < rest->end && p[1] == *p;
    if (*p == '}' && !doubled)
        return fail(t, "Single '}' encountered in format string");
    if (p + 1 == rest->end)
        return fail(t, "Single '{' encountered in format string");
    if (doubled) {
        out->literal.end = p + 1;
        rest->at = p + 2;
        return 1;
    }
    out->literal.end = p;
    out->has_field = true;
    rest->at = p + 1;
    return read_field(t, rest, out);
}

/* A number in decimal digits of any script, or -1. */
static bool read_number(MrThread *t, MrSpan text, int64_t *number)
{
    *number = -1;
    if (text.at == text.end)
        return true;
    int64_t n = 0;
    for (const char *p = text.at; p < text.end;) {
        int digit = mr_uni_decimal(mr_utf8_decode_valid(&p));
        if (digit < 0)
            return true;
        if (n > (INT64_MAX - digit) / 10) {
            fail(t, "Too many decimal digits in format string");
            return false;
        }
        n = n * 10 + digit;
    }
    *number = n;
    return true;
}

bool mr_field_first(MrThread *t, MrSpan *name, MrSpan *first, int64_t *index)
{
    const char *p = name->at;
    while (p < name->end && *p != '.' && *p != '[')
        p++;
    *first = (MrSpan){name->at, p};
    name->at = p;
    return read_number(t, *first, index);
}

int mr_field_next(MrThread *t, MrSpan *rest, bool *is_attr, MrSpan *text, int64_t *index)
{
    if (rest->at == rest->end)
        return 0;
    const char *p = rest->at + 1, *end = rest->end;
    *index = -1;
    *is_attr = *rest->at == '.';
    if (*is_attr) {
        while (p < end && *p != '.' && *p != '[')
            p++;
    } else if (*rest->at == '[') {
        while (p < end && *p != ']')
            p++;
        if (p == end)
            return fail(t, "Missing ']' in format string");
    } else {
        return fail(t, "Only '.' or '[' may follow ']' in format field specifier");
    }
    *text = (MrSpan){rest->at + 1, p};
    rest->at = p + !*is_attr;
    if (!*is_attr && !read_number(t, *text, index))
        return -1;
    return text->at == text->end ? fail(t, "Empty attribute in format string") : 1;
}

/* ---- formatting ---- */

typedef struct Fields {
    MrThread *t;
    MrValue args, kwargs;
    enum { UNDECIDED, AUTOMATIC, MANUAL } numbering;
    int64_t next;
} Fields;

static MrValue first_object(Fields *f, MrSpan first, int64_t index)
{
    MrThread *t = f->t;
    bool empty = first.at == first.end;
    if (empty || index >= 0) {
        if (f->numbering == UNDECIDED)
            f->numbering = empty ? AUTOMATIC : MANUAL;
        if (f->numbering == AUTOMATIC && !empty)
            return mr_raise(t, MR_EXC_ValueError, "cannot switch from automatic field numbering to manual field specification");
        if (f->numbering == MANUAL && empty)
            return mr_raise(t, MR_EXC_ValueError, "cannot switch from manual field specification to automatic field numbering");
        if (empty)
            index = f->next++;
        if (f->args == MR_UNBOUND)
            return mr_raise(t, MR_EXC_ValueError, "Format string contains positional fields");
        MrTuple *args = MR_TUPLE(f->args);
        if ((uint64_t)index >= args->length)
            return mr_raise(t, MR_EXC_IndexError, "Replacement index %lld out of range for positional args tuple", (long long)index);
        return args->items[index];
    }
    MrValue key = mr_str_new(t, first.at, (size_t)(first.end - first.at));
    if (key == MR_ERROR)
        return MR_ERROR;
    return f->kwargs == MR_UNBOUND ? mr_raise_type_value(t, MR_EXC_KeyError, key) : mr_getitem(t, f->kwargs, key);
}

static MrValue field_object(Fields *f, MrSpan name)
{
    MrSpan first, text;
    int64_t index;
    if (!mr_field_first(f->t, &name, &first, &index))
        return MR_ERROR;
    MrValue v = first_object(f, first, index);
    while (v != MR_ERROR) {
        bool is_attr;
        int more = mr_field_next(f->t, &name, &is_attr, &text, &index);
        if (more <= 0)
            return more ? MR_ERROR : v;
        size_t n = (size_t)(text.end - text.at);
        if (is_attr) {
            MrStr *attr = mr_intern(f->t, text.at, n);
            v = attr ? mr_getattr(f->t, v, attr) : MR_ERROR;
        } else {
            MrValue key = index >= 0 ? mr_int(f->t, index) : mr_str_new(f->t, text.at, n);
            v = key == MR_ERROR ? MR_ERROR : mr_getitem(f->t, v, key);
        }
    }
    return v;
}

static MrValue convert(MrThread *t, MrValue v, uint32_t conversion)
{
    switch (conversion) {
    case 0: return v;
    case 'r': return mr_repr(t, v);
    case 's': return mr_str(t, v);
    case 'a': return mr_ascii(t, v);
    default:
        return conversion > 32 && conversion < 127 ? mr_raise(t, MR_EXC_ValueError, "Unknown conversion specifier %c", (int)conversion)
                                                   : mr_raise(t, MR_EXC_ValueError, "Unknown conversion specifier \\x%x", conversion);
    }
}

static bool put_format(Fields *f, MrBuf *out, MrSpan format, int depth);

static bool put_field(Fields *f, MrBuf *out, const MrMarkup *m, int depth)
{
    MrThread *t = f->t;
    MrValue v = field_object(f, m->name);
    if (v != MR_ERROR)
        v = convert(t, v, m->conversion);
    if (v == MR_ERROR)
        return false;
    if (m->spec.at == m->spec.end && mr_is_int(v)) {
        if (!mr_limits_buf(t, out, MR_INT64_TEXT))
            return false;
        mr_buf_put_int64(out, mr_int_of(v));
        return true;
    }
    if (m->spec.at == m->spec.end && (mr_is_exact(v, MR_TYPE_str)))
        return mr_str_to(t, out, v);
    MrValue spec;
    if (m->spec_has_fields) {
        MrBuf inner = MR_BUF_EMPTY;
        if (!put_format(f, &inner, m->spec, depth - 1)) {
            mr_buf_fini(&inner);
            return false;
        }
        spec = mr_str_buf(t, &inner);
    } else {
        spec = mr_str_new(t, m->spec.at, (size_t)(m->spec.end - m->spec.at));
    }
    v = spec == MR_ERROR ? MR_ERROR : mr_format(t, v, spec);
    if (v == MR_ERROR)
        return false;
    mr_work_write_buf(t, out, MR_STR(v)->bytes, MR_STR(v)->nbytes);
    return true;
}

static bool put_format(Fields *f, MrBuf *out, MrSpan format, int depth)
{
    if (depth <= 0) {
        fail(f->t, "Max string recursion exceeded");
        return false;
    }
    MrMarkup m;
    int more;
    size_t work = 0;
    while ((more = mr_markup_next(f->t, &format, &m)) > 0) {
        mr_work_write_buf(f->t, out, m.literal.at, (size_t)(m.literal.end - m.literal.at));
        if (!mr_limits_work(f->t, work))
            return false;
        if (m.has_field && !put_field(f, out, &m, depth))
            return false;
    }
    return more == 0;
}

/* format.format(*args, **kwargs) (str_format.c); args is a tuple or MR_UNBOUND (format_map), kwargs any mapping or MR_UNBOUND. [script] */
static MrValue format_fields(MrThread *t, MrValue format, MrValue args, MrValue kwargs)
{
    MrStr *s = MR_STR(format);
    Fields f = {t, args, kwargs, UNDECIDED, 0};
    char room[128];
    MrBuf out = MR_BUF_ON(room);
    mr_buf_reserve(&out, s->nbytes + 16);
    if (put_format(&f, &out, (MrSpan){s->bytes, s->bytes + s->nbytes}, 2))
        return mr_str_buf(t, &out);
    mr_buf_fini(&out);
    return MR_ERROR;
}

MrValue str_format(MrThread *t, MrValue *a) { return format_fields(t, a[0], a[1], a[2]); }
MrValue str_format_map(MrThread *t, MrValue *a) { return format_fields(t, a[0], MR_UNBOUND, a[1]); }
