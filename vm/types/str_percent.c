/* The % operator of str, bytes and bytearray: printf-style formatting.
 *
 * One engine serves both alphabets; `text` tells whether the format is a str (positions and widths are code points) or bytes. The right
 * operand is a tuple of arguments, a mapping, or one argument. A mapping (anything with __getitem__ that is not text or a tuple) may be left unused.
 */
#include "base/numtext.h"
#include "vm/isolate.h"
#include "vm/types/str.h"

enum { LEFT = 1, SIGN = 2, BLANK = 4, ALTERNATE = 8, ZERO = 16 };

typedef struct Formatter {
    MrThread *t;
    const char *start, *p, *end; /* the format */
    bool text;
    MrValue args;      /* the tuple, or the one argument */
    MrValue mapping;   /* or MR_UNBOUND */
    int64_t next, count; /* next argument; count -1: args is the one argument and next is -2 until it is used */
    MrBuf out;
    /* the conversion being done */
    unsigned flags;
    int64_t width, precision; /* -1: none */
    uint32_t conversion;
} Formatter;

static bool raise_value(Formatter *f, const char *message)
{
    mr_raise(f->t, MR_EXC_ValueError, "%s", message);
    return false;
}

static MrValue next_argument(Formatter *f)
{
    if (f->next >= f->count)
        return mr_raise(f->t, MR_EXC_TypeError, "not enough arguments for format string");
    int64_t i = f->next++;
    return f->count < 0 ? f->args : MR_TUPLE(f->args)->items[i];
}

/* The next character of the format; false with ValueError at its end. */
static bool next_char(Formatter *f, uint32_t *c)
{
    if (f->p >= f->end)
        return raise_value(f, "incomplete format");
    *c = f->text ? mr_utf8_decode_valid(&f->p) : (unsigned char)*f->p++;
    return true;
}

/* (key): the value becomes the only argument. */
static bool read_key(Formatter *f)
{
    if (f->mapping == MR_UNBOUND) {
        mr_raise(f->t, MR_EXC_TypeError, "format requires a mapping");
        return false;
    }
    const char *from = f->p;
    int depth = 1;
    for (; depth > 0 && f->p < f->end; f->p++)
        depth += *f->p == '(' ? 1 : *f->p == ')' ? -1 : 0;
    if (depth > 0)
        return raise_value(f, "incomplete format key");
    size_t n = (size_t)(f->p - 1 - from);
    MrValue key = f->text ? mr_str_new(f->t, from, n) : mr_bytes_new(f->t, from, n);
    if (key == MR_ERROR)
        return false;
    f->args = mr_getitem(f->t, f->mapping, key);
    f->count = -1;
    f->next = -2;
    return f->args != MR_ERROR;
}

/* A number or '*'; *c is the character at hand before and after. A missing number leaves *number alone. */
static bool read_number(Formatter *f, uint32_t *c, int64_t *number, const char *too_big)
{
    if (*c == '*') {
        MrValue v = next_argument(f);
        if (v == MR_ERROR)
            return false;
        if (!mr_is_integer(v)) {
            mr_raise(f->t, MR_EXC_TypeError, "* wants int");
            return false;
        }
        bool is_width = too_big[0] == 'w';
        if (!mr_to_i64(f->t, v, number) || (!is_width && (*number > INT32_MAX || *number < INT32_MIN))) {
            if (!mr_pending(f->t) || mr_clear_if(f->t, MR_EXC_OverflowError))
                mr_raise(f->t, MR_EXC_OverflowError, "Python int too large to convert to C %s", is_width ? "ssize_t" : "int");
            return false;
        }
        return next_char(f, c);
    }
    while (*c - '0' < 10) {
        if (*number < 0)
            *number = 0;
        if (*number > (too_big[0] == 'w' ? INT64_MAX : INT32_MAX) / 10 - 1)
            return raise_value(f, too_big);
        *number = *number * 10 + (int64_t)(*c - '0');
        if (!next_char(f, c))
            return false;
    }
    return true;
}

/* Everything between '%' and the conversion, that included. */
static bool read_spec(Formatter *f)
{
    uint32_t c;
    f->flags = 0;
    f->width = f->precision = -1;
    if (!next_char(f, &c) || (c == '(' && (!read_key(f) || !next_char(f, &c))))
        return false;
    for (;;) {
        unsigned flag = c == '-' ? LEFT : c == '+' ? SIGN : c == ' ' ? BLANK : c == '#' ? ALTERNATE : c == '0' ? ZERO : 0;
        if (!flag)
            break;
        f->flags |= flag;
        if (!next_char(f, &c))
            return false;
    }
    bool star = c == '*';
    if (!read_number(f, &c, &f->width, "width too big"))
        return false;
    if (f->width > 0 && f->width < INT32_MAX && !mr_limits_room(f->t, (uint64_t)f->width + f->out.length))
        return false;
    if (star && f->width < 0) {
        f->flags |= LEFT;
        f->width = f->width == INT64_MIN ? 0 : -f->width;
    }
    if (c == '.') {
        f->precision = 0;
        if (!next_char(f, &c) || !read_number(f, &c, &f->precision, f->text ? "precision too big" : "prec too big"))
            return false;
        if (f->precision < 0)
            f->precision = 0;
    }
    if ((c == 'h' || c == 'l' || c == 'L') && !next_char(f, &c))
        return false;
    f->conversion = c;
    return true;
}

static void put_fill(Formatter *f, char fill, int64_t n)
{
    if (n > 0)
        mr_work_fill_buf(f->t, &f->out, fill, (size_t)n);
}

/* Text without a sign: cut to the precision, padded to the width. */
static void put_text(Formatter *f, const char *text, size_t n)
{
    if (!f->text) {
        if (f->precision >= 0 && (uint64_t)f->precision < n)
            n = (size_t)f->precision;
    } else if (f->precision >= 0 && (uint64_t)f->precision < n) {
        n = mr_utf8_offset(text, n, (size_t)f->precision);
    }
    if (f->width < 0) {
        mr_work_write_buf(f->t, &f->out, text, n);
        return;
    }
    int64_t missing = f->width - (int64_t)(f->text ? mr_utf8_count(text, n) : n);
    if (!(f->flags & LEFT))
        put_fill(f, ' ', missing);
    mr_work_write_buf(f->t, &f->out, text, n);
    if (f->flags & LEFT)
        put_fill(f, ' ', missing);
}

/* A number in ASCII: optional '-', then `prefix` characters of "0x", then digits. The zero flag fills between prefix and digits. */
static void put_number(Formatter *f, const char *text, size_t n, size_t prefix)
{
    char sign = 0;
    if (*text == '-') {
        sign = *text++;
        n--;
    } else if (f->flags & SIGN) {
        sign = '+';
    } else if (f->flags & BLANK) {
        sign = ' ';
    }
    int64_t missing = f->width < 0 ? 0 : f->width - (int64_t)n - (sign != 0);
    bool zeros = f->flags & ZERO && !(f->flags & LEFT);
    if (!zeros && !(f->flags & LEFT))
        put_fill(f, ' ', missing);
    if (sign)
        mr_buf_putc(&f->out, sign);
    mr_work_write_buf(f->t, &f->out, text, prefix);
    if (zeros)
        put_fill(f, '0', missing);
    mr_work_write_buf(f->t, &f->out, text + prefix, n - prefix);
    if (f->flags & LEFT)
        put_fill(f, ' ', missing);
}

/* int(v) for d i u, operator.index(v) for o x X; MR_ERROR with the TypeError of %-formatting. [script] */
static MrValue integer_argument(Formatter *f, MrValue v)
{
    MrThread *t = f->t;
    if (mr_is_integer(v))
        return v;
    bool exact = f->conversion == 'o' || f->conversion == 'x' || f->conversion == 'X';
    MrValue r = MR_UNBOUND;
    MrType *type = mr_typeof(t, v);
    if (exact) {
        if (mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND)
            r = mr_index(t, v);
    } else if (mr_is_float(v) || mr_is_kind(v, MR_KIND_FLOAT)) {
        double d;
        r = mr_to_double(t, v, &d) ? mr_int_from_double(t, d) : MR_ERROR;
    } else if (mr_slot(t, type, MR_SLOT_int) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND ||
               mr_slot(t, type, MR_SLOT_trunc) != MR_UNBOUND) {
        if (!mr_is_str(v) && !mr_is_kind(v, MR_KIND_COMPLEX))
            r = mr_call1(t, mr_type_val(t, MR_TYPE_int), v);
    }
    if (r == MR_ERROR && mr_clear_if(t, MR_EXC_TypeError))
        r = MR_UNBOUND;
    if (r == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "%%%c format: %s is required, not %s", !f->text && f->conversion == 'i' ? 'd' : (int)f->conversion, exact ? "an integer" : "a real number",
                        mr_type_name(t, v));
    return r;
}

static bool put_integer(Formatter *f, MrValue v)
{
    v = integer_argument(f, v);
    if (v == MR_ERROR)
        return false;
    uint32_t c = f->conversion;
    int base = c == 'o' ? 8 : c == 'x' || c == 'X' ? 16 : 10;
    if (mr_is_int(v) && f->precision < 0 && base == 10) {
        char digits[24];
        size_t n = mr_int64_text(mr_int_of(v), digits);
        put_number(f, digits, n, 0);
        return true;
    }
    if (f->precision > INT32_MAX - 3) {
        mr_raise(f->t, MR_EXC_OverflowError, "precision too large");
        return false;
    }
    v = mr_int_to_str(f->t, v, base);
    if (v == MR_ERROR)
        return false;
    const char *digits = mr_cstr(v);
    size_t n = MR_STR(v)->nbytes, prefix = 0;
    MrBuf buf = MR_BUF_EMPTY;
    if (*digits == '-') {
        mr_buf_putc(&buf, *digits++);
        n--;
    }
    if (f->flags & ALTERNATE && base != 10) {
        mr_buf_putc(&buf, '0');
        mr_buf_putc(&buf, (char)c);
        prefix = 2;
    }
    if (f->precision > (int64_t)n)
        mr_work_fill_buf(f->t, &buf, '0', (size_t)f->precision - n);
    size_t from = buf.length;
    mr_work_write_buf(f->t, &buf, digits, n);
    if (c == 'X')
        for (size_t i = from; i < buf.length; i++)
            buf.data[i] = (char)(buf.data[i] >= 'a' ? buf.data[i] - 32 : buf.data[i]);
    if (buf.failed)
        f->out.failed = true;
    else
        put_number(f, buf.data, buf.length, prefix);
    mr_buf_fini(&buf);
    return true;
}

static bool put_float(Formatter *f, MrValue v)
{
    double d;
    if (!mr_to_double(f->t, v, &d)) {
        if (!f->text && (mr_clear_if(f->t, MR_EXC_TypeError) || mr_clear_if(f->t, MR_EXC_OverflowError)))
            mr_raise(f->t, MR_EXC_TypeError, "float argument required, not %s", mr_type_name(f->t, v));
        return false;
    }
    if (f->precision > INT32_MAX - 3)
        return raise_value(f, "precision too big");
    char fixed[MR_DOUBLE_FIXED_MAX];
    size_t n = f->conversion == 'f' && !(f->flags & ALTERNATE) ? mr_double_fixed(d, f->precision < 0 ? 6 : (int)f->precision, fixed) : 0;
    if (n > 0) {
        put_number(f, fixed, n, 0);
        return true;
    }
    MrBuf buf = MR_BUF_EMPTY;
    mr_double_format(&buf, d, (char)f->conversion, f->precision < 0 ? 6 : (int)f->precision, f->flags & ALTERNATE);
    if (buf.failed)
        f->out.failed = true;
    else
        put_number(f, buf.data, buf.length, 0);
    mr_buf_fini(&buf);
    return true;
}

/* %c */
static bool put_char(Formatter *f, MrValue v)
{
    MrThread *t = f->t;
    uint32_t limit = f->text ? 0x110000 : 256, c;
    if (f->text && mr_is_str(v) && MR_STR(v)->length == 1) {
        c = mr_str_at(t, MR_STR(v), 0);
    } else if (!f->text && (mr_is_kind(v, MR_KIND_BYTES) || mr_is_kind(v, MR_KIND_BYTEARRAY)) && mr_len(t, v) == 1) {
        c = (unsigned char)(mr_is_kind(v, MR_KIND_BYTES) ? MR_BYTES(v)->bytes[0] : MR_BYTEARRAY(v)->bytes[0]);
    } else {
        int64_t i;
        if (!mr_has_index(t, v)) {
            mr_raise(t, MR_EXC_TypeError, f->text ? "%%c requires int or char" : "%%c requires an integer in range(256) or a single byte");
            return false;
        }
        MrValue integer = mr_index(t, v);
        if (integer == MR_ERROR)
            return false;
        if (!mr_to_i64(t, integer, &i)) {
            if (!mr_clear_if(t, MR_EXC_OverflowError))
                return false;
            i = -1;
        }
        if (i < 0 || i >= limit) {
            mr_raise(t, MR_EXC_OverflowError, f->text ? "%%c arg not in range(0x110000)" : "%%c arg not in range(256)");
            return false;
        }
        c = (uint32_t)i;
    }
    char bytes[MR_UTF8_MAX] = {(char)c};
    f->precision = -1;
    put_text(f, bytes, f->text ? mr_utf8_encode(c, bytes) : 1);
    return true;
}

/* %b and %s of bytes: what has a buffer, or __bytes__. [script] */
static bool put_bytes(Formatter *f, MrValue v)
{
    MrThread *t = f->t;
    const char *bytes;
    size_t n;
    if (!mr_buffer_of(t, v, &bytes, &n)) {
        if (!mr_clear_if(t, MR_EXC_TypeError))
            return false;
        MrValue r = mr_call_slot(t, v, MR_SLOT_bytes, 0, NULL);
        if (r == MR_ERROR)
            return false;
        if (r == MR_UNBOUND)
            mr_raise(t, MR_EXC_TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", mr_type_name(t, v));
        else if (!mr_is_kind(r, MR_KIND_BYTES))
            mr_raise(t, MR_EXC_TypeError, "__bytes__ returned non-bytes (type %s)", mr_type_name(t, r));
        if (r == MR_UNBOUND || !mr_is_kind(r, MR_KIND_BYTES))
            return false;
        bytes = MR_BYTES(r)->bytes;
        n = MR_BYTES(r)->length;
    }
    put_text(f, bytes, n);
    return true;
}

/* Is the conversion the byte behind the digits of a width or a precision? */
static bool behind_number(const Formatter *f)
{
    const char *p = f->p - 1;
    bool number = false;
    for (; p > f->start && p[-1] >= '0' && p[-1] <= '9'; p--)
        number |= p[-1] != '0'; /* zeros alone are flags */
    return number || (p < f->p - 1 && p > f->start && p[-1] == '.');
}

static bool put_conversion(Formatter *f)
{
    uint32_t c = f->conversion;
    MrValue v = next_argument(f);
    if (v == MR_ERROR)
        return false;
    switch (c) {
    case 's': case 'b':
        if (!f->text)
            return put_bytes(f, v);
        if (c == 'b')
            break;
        if (mr_is_int(v)) {
            char digits[24];
            put_text(f, digits, mr_int64_text(mr_int_of(v), digits));
            return true;
        }
        v = mr_str(f->t, v);
        if (v != MR_ERROR)
            put_text(f, mr_cstr(v), MR_STR(v)->nbytes);
        return v != MR_ERROR;
    case 'r': case 'a':
        v = c == 'a' || !f->text ? mr_ascii(f->t, v) : mr_repr(f->t, v);
        if (v != MR_ERROR)
            put_text(f, mr_cstr(v), MR_STR(v)->nbytes);
        return v != MR_ERROR;
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return put_integer(f, v);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return put_float(f, v);
    case 'c': return put_char(f, v);
    default: break;
    }
    if (!f->text && c >= 128 && !behind_number(f)) { /* CPython reads a signed byte, over which its message stumbles */
        mr_raise(f->t, MR_EXC_OverflowError, "character argument not in range(0x110000)");
        return false;
    }
    size_t at = f->text ? mr_utf8_count(f->start, (size_t)(f->p - f->start)) : (size_t)(f->p - f->start);
    char shown[MR_UTF8_MAX], text[128]; /* by its length: the character may be a NUL */
    size_t n = mr_utf8_encode(!f->text || (c > 31 && c < 127) ? c : '?', shown);
    int before = snprintf(text, sizeof text, "unsupported format character '");
    memcpy(text + before, shown, n);
    int after = snprintf(text + before + n, sizeof text - (size_t)before - n, "' (0x%x) at index %zu", c, at - 1);
    MrValue message = mr_str_new(f->t, text, (size_t)(before + after) + n);
    if (message != MR_ERROR)
        mr_raise_str(f->t, MR_EXC_ValueError, message);
    return false;
}

/* Runs the format; false with the exception pending, the output freed. */
/* A bare %s or %d, which most are, of a value that needs no call: done without reading a specification. False: not such a one. */
static bool put_plain(Formatter *f)
{
    if (!f->text || f->p == f->end || (*f->p != 's' && *f->p != 'd') || f->next >= f->count)
        return false;
    MrValue v = f->count < 0 ? f->args : MR_TUPLE(f->args)->items[f->next];
    if (mr_is_int(v)) {
        mr_buf_put_int64(&f->out, mr_int_of(v));
    } else if (*f->p == 's' && mr_is_exact(v, MR_TYPE_str)) {
        mr_work_write_buf(f->t, &f->out, MR_STR(v)->bytes, MR_STR(v)->nbytes);
    } else {
        return false;
    }
    f->p++;
    f->next++;
    return true;
}

static bool run_format(Formatter *f)
{
    bool ok = true;
    for (size_t work = 0; ok && f->p < f->end;) {
        if (!mr_limits_work(f->t, work)) {
            ok = false;
            break;
        }
        const char *percent = *f->p == '%' ? f->p : memchr(f->p, '%', (size_t)(f->end - f->p));
        const char *stop = percent ? percent : f->end;
        if (stop > f->p)
            mr_work_write_buf(f->t, &f->out, f->p, (size_t)(stop - f->p));
        f->p = stop;
        if (percent) {
            f->p++;
            if (f->p < f->end && *f->p == '%') {
                mr_buf_putc(&f->out, *f->p++);
                continue;
            }
            if (put_plain(f))
                continue;
            ok = read_spec(f) && put_conversion(f);
        }
    }
    if (ok && f->next < f->count && f->mapping == MR_UNBOUND) {
        mr_raise(f->t, MR_EXC_TypeError, "not all arguments converted during %s formatting", f->text ? "string" : "bytes");
        ok = false;
    }
    if (!ok)
        mr_buf_fini(&f->out);
    return ok;
}

/* f->out is where the text begins. */
static void begin(Formatter *f, MrThread *t, const char *format, size_t n, MrValue args, bool text)
{
    f->t = t;
    f->start = f->p = format;
    f->end = format + n;
    f->text = text;
    f->args = args;
    f->mapping = MR_UNBOUND;
    if (mr_is_tuple(args)) {
        f->count = (int64_t)MR_TUPLE(args)->length;
        f->next = 0;
    } else {
        f->count = -1;
        f->next = -2;
        bool scalar = mr_is_str(args) || (!text && (mr_is_kind(args, MR_KIND_BYTES) || mr_is_kind(args, MR_KIND_BYTEARRAY)));
        if (!scalar && mr_slot(t, mr_typeof(t, args), MR_SLOT_getitem) != MR_UNBOUND)
            f->mapping = args;
    }
    mr_buf_reserve(&f->out, n + 16);
}

MrValue mr_str_percent(MrThread *t, MrValue format, MrValue args)
{
    char room[128];
    Formatter f;
    f.out = MR_BUF_ON(room);
    begin(&f, t, MR_STR(format)->bytes, MR_STR(format)->nbytes, args, true);
    return run_format(&f) ? mr_str_buf(t, &f.out) : MR_ERROR;
}

MrValue mr_bytes_percent(MrThread *t, const char *format, size_t n, MrValue args, bool is_bytearray)
{
    char room[128];
    Formatter f;
    f.out = MR_BUF_ON(room);
    begin(&f, t, format, n, args, false);
    if (!run_format(&f))
        return MR_ERROR;
    MrValue v = f.out.failed ? (t->iso->stopping && mr_pending(t) ? MR_ERROR : mr_raise_no_memory(t)) : (is_bytearray ? mr_bytearray_new : mr_bytes_new)(t, f.out.data, f.out.length);
    mr_buf_fini(&f.out);
    return v;
}
