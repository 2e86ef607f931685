/* int: conversions to and from C numbers and text, and the constructor. The methods' table is in int_methods.c.
 *
 * Text to int takes what CPython takes: blanks around, a sign, a base prefix, single underscores between digits, decimal digits of any
 * script. The digit limit (isolate's int_max_str_digits) holds for bases that are not powers of two. */
#include "vm/types/int.h"

#include <gmp.h>
#include <math.h>

#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/bigint_aside.h"
#include "vm/types/number.h"
#include "vm/types/unicode.h"

/* ---- from C ---- */

MrValue mr_int(MrThread *t, int64_t i)
{
    MrInt *r;
    if (MR_LIKELY(mr_int_fits(i)))
        return mr_small_int(i);
    r = mr_int_alloc(t, 1);
    if (r == NULL)
        return MR_ERROR;
    r->limbs[0] = i < 0 ? -(uint64_t)i : (uint64_t)i;
    r->size = i < 0 ? -1 : 1;
    return mr_val(r);
}

MrValue mr_int_u64(MrThread *t, uint64_t i) { return mr_int_from_limbs(t, &i, 1, false); }

MrValue mr_int_from_double(MrThread *t, double d)
{
    if (isinf(d))
        return mr_raise(t, MR_EXC_OverflowError, "cannot convert float infinity to integer");
    if (isnan(d))
        return mr_raise(t, MR_EXC_ValueError, "cannot convert float NaN to integer");
    return mr_bigint_from_double(t, d);
}

/* ---- to C ---- */

bool mr_is_integer(MrValue v) { return mr_is_int(v) || mr_is_bool(v) || mr_is_kind(v, MR_KIND_INT); }

/* An int that __index__ or __int__ returned: exact ones as they are, subclass instances with a warning. */
static MrValue check_converted(MrThread *t, MrValue r, const char *method)
{
    if (r == MR_ERROR || mr_is_int(r) || mr_is_exact(r, MR_TYPE_int))
        return r;
    if (!mr_is_integer(r))
        return mr_raise(t, MR_EXC_TypeError, "%s returned non-int (type %s)", method, mr_type_name(t, r));
    if (!mr_warn(t, MR_EXC_DeprecationWarning,
                 "%s returned non-int (type %s).  The ability to return an instance of a strict subclass of int is deprecated, and may be "
                 "removed in a future version of Python.", method, mr_type_name(t, r)))
        return MR_ERROR;
    return mr_int_exact(t, r);
}

MrValue mr_index(MrThread *t, MrValue v)
{
    MrValue r;
    if (MR_LIKELY(mr_is_int(v)))
        return v;
    if (mr_is_integer(v))
        return mr_int_exact(t, v);
    r = mr_is_float(v) ? MR_UNBOUND : mr_call_slot(t, v, MR_SLOT_index, 0, NULL);
    if (r == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object cannot be interpreted as an integer", mr_type_name(t, v));
    return check_converted(t, r, "__index__");
}

bool mr_to_i64(MrThread *t, MrValue v, int64_t *out)
{
    v = mr_index(t, v);
    if (v == MR_ERROR)
        return false;
    if (mr_int_as_i64(v, out))
        return true;
    (void)mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C long");
    return false;
}

bool mr_to_ssize(MrThread *t, MrValue v, int64_t *out)
{
    MrValue i = mr_index(t, v);
    if (i == MR_ERROR)
        return false;
    if (mr_int_as_i64(i, out))
        return true;
    (void)mr_raise(t, MR_EXC_OverflowError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, v));
    return false;
}

int64_t mr_to_i64_clamped(MrThread *t, MrValue v, bool *ok)
{
    int64_t i;
    v = mr_index(t, v);
    *ok = v != MR_ERROR;
    if (!*ok)
        return 0;
    if (mr_int_as_i64(v, &i))
        return i;
    return mr_int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
}

/* ---- to text ---- */

static MrValue too_many_digits(MrThread *t)
{
    return mr_raise(t, MR_EXC_ValueError,
                    "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
                    t->iso->int_max_str_digits);
}

static double conversion_cost(size_t limbs)
{
    double plain = 2 * (double)limbs * (double)limbs, fast = 2 * log2((double)limbs + 2) * mr_bigint_mul_cost(limbs);
    return plain < fast ? plain : fast;
}

#define NS_PER_DIGIT 1 /* where the base is a power of two */

/* Where the base is a power of two, digits of so many bits each are cut out of the limbs here: GMP's conversion of a large int cannot be stopped. */
static MrValue cut_digits(MrThread *t, const MrIntView *a, unsigned bits, const char *digits)
{
    enum { DIGITS_AT_A_TIME = 8192 };
    size_t length = a->n * 64 - (size_t)__builtin_clzll(a->limbs[a->n - 1]), n = (length + bits - 1) / bits, at = 0;
    double cost = (double)n * NS_PER_DIGIT;
    char *text;
    if (cost > 1e6 && !mr_limits_cost(t, cost))
        return MR_ERROR;
    MrValue r = mr_str_ascii(t, n + a->negative, &text);
    if (r == MR_ERROR)
        return r;
    if (a->negative)
        *text++ = '-';
    for (size_t i = n; i > 0;) {
        for (size_t stop = i > DIGITS_AT_A_TIME ? i - DIGITS_AT_A_TIME : 0; i > stop; at += bits) {
            size_t limb = at / 64, shift = at % 64;
            uint64_t digit = a->limbs[limb] >> shift;
            if (shift + bits > 64 && limb + 1 < a->n)
                digit |= a->limbs[limb + 1] << (64 - shift);
            text[--i] = digits[digit & ((1u << bits) - 1)];
        }
        if (i && !mr_limits_tick(t))
            return MR_ERROR;
    }
    return r;
}

/* The digits as numbers, in a buffer; there may be zeros in front. NULL with an exception. */
static unsigned char *make_digits(MrThread *t, const MrIntView *a, int base, size_t *n)
{
    size_t room = (size_t)((double)a->n * 64 / log2(base)) + 3;
    double cost = conversion_cost(a->n);
    if (cost > 1e6 && !mr_limits_cost(t, cost))
        return NULL;
    unsigned char *raw = mr_buffer_new(t, room);
    if (raw && mr_aside_wanted(t, cost))
        return mr_big_to_text_aside(t, a, base, raw, room, n) ? raw : NULL;
    uint64_t *copy = raw ? mr_buffer_new(t, (a->n + 1) * sizeof *copy) : NULL; /* mpn_get_str may clobber its input */
    if (copy == NULL)
        return NULL;
    memcpy(copy, a->limbs, a->n * sizeof *copy);
    *n = mpn_get_str(raw, base, (mp_limb_t *)copy, (mp_size_t)a->n);
    return raw;
}

MrValue mr_int_to_str(MrThread *t, MrValue v, int base)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    MrIntView a;
    char small[72], *p = small + sizeof small, *text;
    unsigned char *raw;
    uint64_t u;
    size_t n = 0, i, skip;
    MrValue r;
    int limit = t->iso->int_max_str_digits;
    mr_int_view(v, &a);
    if (a.n <= 1) {
        u = a.n ? a.limbs[0] : 0;
        if (base == 10) {
            do
                *--p = (char)('0' + u % 10);
            while ((u /= 10) != 0);
        } else {
            do
                *--p = digits[u % (unsigned)base];
            while ((u /= (unsigned)base) != 0);
        }
        if (a.negative)
            *--p = '-';
        r = mr_str_ascii(t, (size_t)(small + sizeof small - p), &text);
        if (r != MR_ERROR)
            memcpy(text, p, (size_t)(small + sizeof small - p));
        return r;
    }
    if (base == 10 && limit > 0 && (double)(mr_bigint_bit_length(v) - 1) * 0.30102999 > limit + 1)
        return too_many_digits(t);
    if (!(base & (base - 1)))
        return cut_digits(t, &a, (unsigned)__builtin_ctz((unsigned)base), digits);
    raw = make_digits(t, &a, base, &n);
    if (raw == NULL)
        return MR_ERROR;
    for (skip = 0; skip < n && raw[skip] == 0; skip++)
        ;
    if (base == 10 && limit > 0 && n - skip > (size_t)limit)
        return too_many_digits(t);
    r = mr_str_ascii(t, n - skip + a.negative, &text);
    if (r == MR_ERROR)
        return r;
    if (a.negative)
        *text++ = '-';
    size_t work = 0;
    for (i = skip; i < n; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        *text++ = digits[raw[i]];
    }
    return r;
}

/* ---- from text ---- */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'z' ? c - 'a' + 10 : 99;
}

MrValue mr_int_parse(MrThread *t, const char *digits, size_t n, int base)
{
    bool negative = n > 0 && *digits == '-';
    const char *p = digits, *end = digits + n;
    unsigned char *raw;
    uint64_t u = 0;
    size_t count = 0, room;
    MrInt *r;
    int limit = t->iso->int_max_str_digits;
    if (n > 0 && (*p == '-' || *p == '+'))
        p++;
    if (limit > 0 && end - p > limit && (base & (base - 1)) != 0) { /* leading zeros count */
        for (const char *q = p; q < end; q++)
            count += *q != '_';
        if (count > (size_t)limit)
            return mr_raise(t, MR_EXC_ValueError,
                            "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
                            "sys.set_int_max_str_digits() to increase the limit", limit, count);
        count = 0;
    }
    while (p < end && (*p == '0' || *p == '_'))
        p++;
    if (end - p <= 12) { /* 36^12 < 2^64 */
        for (; p < end; p++)
            if (*p != '_')
                u = u * (unsigned)base + (unsigned)digit_value(*p);
        return mr_int_from_limbs(t, &u, 1, negative);
    }
    raw = mr_buffer_new(t, (size_t)(end - p));
    if (raw == NULL)
        return MR_ERROR;
    for (size_t work = 0; p < end; p++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        if (*p != '_')
            raw[count++] = (unsigned char)digit_value(*p);
    }
    room = (size_t)((double)count * log2(base) / 64) + 2;
    double cost = base & (base - 1) ? conversion_cost(room) : (double)count * NS_PER_DIGIT;
    if (cost > 1e6 && !mr_limits_cost(t, cost))
        return MR_ERROR;
    if (mr_aside_wanted(t, cost))
        return mr_big_from_text_aside(t, raw, count, base, room, negative);
    r = mr_int_alloc(t, room);
    if (r == NULL)
        return MR_ERROR;
    return mr_int_finish(t, r, (size_t)mpn_set_str((mp_limb_t *)r->limbs, raw, count, base), negative);
}

const char *mr_number_text(MrThread *t, MrStr *s, size_t *n)
{
    const char *p = s->bytes, *end = s->bytes + s->nbytes;
    char *to, *start;
    uint32_t c;
    int d;
    *n = s->nbytes;
    if (mr_str_is_ascii(s))
        return p;
    start = to = mr_buffer_new(t, s->nbytes + 1);
    if (start == NULL)
        return NULL;
    while (p < end) {
        c = mr_utf8_decode_valid(&p);
        if (c < 0x80) {
            *to++ = (char)c;
            continue;
        }
        d = mr_uni_decimal(c);
        *to++ = (char)(d >= 0 ? '0' + d : mr_uni_is_space(c) ? ' ' : '?');
    }
    *n = (size_t)(to - start);
    return start;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The int that the text holds, MR_UNBOUND when it is malformed. base 0: by the prefix. */
static MrValue parse_text(MrThread *t, const char *p, size_t n, int base)
{
    const char *end = p + n, *digits, *q;
    bool negative = false;
    int prefix;
    MrValue r;
    while (p < end && is_blank(*p))
        p++;
    while (end > p && is_blank(end[-1]))
        end--;
    if (p < end && (*p == '+' || *p == '-'))
        negative = *p++ == '-';
    prefix = 0;
    if (end - p >= 2 && p[0] == '0')
        prefix = (p[1] | 0x20) == 'x' ? 16 : (p[1] | 0x20) == 'o' ? 8 : (p[1] | 0x20) == 'b' ? 2 : 0;
    if (base == 0) {
        base = prefix ? prefix : 10;
        if (prefix == 0 && p < end && *p == '0') { /* 0, 00, 0_0, but no 09 */
            for (q = p; q < end; q++)
                if (*q != '0' && *q != '_')
                    return MR_UNBOUND;
        }
    }
    if (prefix == base) {
        p += 2;
        if (p < end && *p == '_')
            p++;
    }
    digits = p;
    if (p == end || end[-1] == '_')
        return MR_UNBOUND;
    for (size_t work = 0; p < end; p++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        if (*p == '_') {
            if (p == digits || p[-1] == '_')
                return MR_UNBOUND;
        } else if (digit_value(*p) >= base) {
            return MR_UNBOUND;
        }
    }
    r = mr_int_parse(t, digits, (size_t)(end - digits), base);
    return negative && r != MR_ERROR ? mr_bigint_neg(t, r) : r;
}

static MrValue invalid_literal(MrThread *t, MrValue text, int base)
{
    MrValue repr = mr_repr(t, text);
    if (repr == MR_ERROR)
        return MR_ERROR;
    if (MR_STR(repr)->length > 200)
        repr = mr_str_slice(t, repr, 0, 200);
    if (repr == MR_ERROR)
        return MR_ERROR;
    return mr_raise(t, MR_EXC_ValueError, "invalid literal for int() with base %d: %s", base, mr_cstr(repr));
}

/* int(text, base) of a str or bytes-like value; MR_UNBOUND: it is neither. */
static MrValue from_text(MrThread *t, MrValue v, int base, bool any_buffer)
{
    const char *text;
    size_t n;
    MrValue r, shown = v;
    if (mr_is_str(v)) {
        text = mr_number_text(t, MR_STR(v), &n);
        if (text == NULL)
            return MR_ERROR;
    } else if (mr_is_kind(v, MR_KIND_BYTES) || mr_is_kind(v, MR_KIND_BYTEARRAY) || (any_buffer && mr_is_kind(v, MR_KIND_MEMORYVIEW))) {
        if (!mr_buffer_of(t, v, &text, &n))
            return MR_ERROR;
        if (!mr_is_kind(v, MR_KIND_BYTES))
            shown = mr_bytes_new(t, text, n);
        if (shown == MR_ERROR)
            return MR_ERROR;
    } else {
        return MR_UNBOUND;
    }
    r = parse_text(t, text, n, base);
    return r == MR_UNBOUND ? invalid_literal(t, shown, base) : r;
}

bool mr_int_of_digits(MrThread *t, const MrStr *s, MrValue *out)
{
    enum { SURELY_INT64 = 18 };
    size_t i = s->bytes[0] == '-', n = s->nbytes;
    int64_t number = 0;
    if (n <= i || n > SURELY_INT64)
        return false;
    for (size_t k = i; k < n; k++) {
        unsigned digit = (unsigned char)s->bytes[k] - (unsigned)'0';
        if (digit > 9)
            return false;
        number = number * 10 + (int64_t)digit;
    }
    *out = mr_int(t, i ? -number : number);
    return true;
}

/* int(v) with one argument: an exact int. [script] */
static MrValue int_of_value(MrThread *t, MrValue v)
{
    MrValue r;
    if (mr_is_exact(v, MR_TYPE_str))
        return from_text(t, v, 10, true);
    if (mr_is_int(v) || mr_is_exact(v, MR_TYPE_int))
        return v;
    if (mr_is_float(v))
        return mr_int_from_double(t, mr_float_of(v));
    if (mr_is_bool(v))
        return mr_small_int((int64_t)(v & 1));
    r = mr_call_slot(t, v, MR_SLOT_int, 0, NULL);
    if (r != MR_UNBOUND)
        return check_converted(t, r, "__int__");
    r = mr_call_slot(t, v, MR_SLOT_index, 0, NULL);
    if (r != MR_UNBOUND)
        return check_converted(t, r, "__index__");
    r = mr_call_slot(t, v, MR_SLOT_trunc, 0, NULL);
    if (r == MR_ERROR)
        return r;
    if (r != MR_UNBOUND) {
        if (!mr_warn(t, MR_EXC_DeprecationWarning, "The delegation of int() to __trunc__ is deprecated."))
            return MR_ERROR;
        if (mr_is_integer(r))
            return mr_int_exact(t, r);
        v = r;
        r = mr_call_slot(t, v, MR_SLOT_index, 0, NULL);
        if (r == MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "__trunc__ returned non-Integral (type %s)", mr_type_name(t, v));
        return check_converted(t, r, "__index__");
    }
    r = from_text(t, v, 10, true);
    if (r == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                        mr_type_name(t, v));
    return r;
}

bool mr_check_new(MrThread *t, MrValue cls, MrTypeId base)
{
    const char *name = mr_builtin_type(t, base)->name->bytes, *given;
    if (!mr_is_type(cls)) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(X): X is not a type object (%s)", name, mr_type_name(t, cls));
        return false;
    }
    given = MR_TYPE(cls)->name->bytes;
    if (base == MR_TYPE_int && cls == mr_type_val(t, MR_TYPE_bool)) {
        (void)mr_raise(t, MR_EXC_TypeError, "int.__new__(bool) is not safe, use bool.__new__()");
        return false;
    }
    if (mr_type_is_subtype(MR_TYPE(cls), mr_builtin_type(t, base)))
        return true;
    (void)mr_raise(t, MR_EXC_TypeError, "%s.__new__(%s): %s is not a subtype of %s", name, given, given, name);
    return false;
}

MrValue mr_int_new(MrThread *t, MrValue *a)
{
    MrValue r;
    int64_t base;
    if (!mr_check_new(t, a[0], MR_TYPE_int))
        return MR_ERROR;
    if (a[1] == MR_UNBOUND) {
        if (a[2] != MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "int() missing string argument");
        r = mr_small_int(0);
    } else if (a[2] == MR_UNBOUND) {
        r = int_of_value(t, a[1]);
    } else {
        if (!mr_to_ssize(t, a[2], &base)) {
            if (!mr_clear_if(t, MR_EXC_OverflowError))
                return MR_ERROR;
            base = -1;
        }
        if ((base != 0 && base < 2) || base > 36)
            return mr_raise(t, MR_EXC_ValueError, "int() base must be >= 2 and <= 36, or 0");
        r = from_text(t, a[1], (int)base, false);
        if (r == MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "int() can't convert non-string with explicit base");
    }
    if (r == MR_ERROR || a[0] == mr_type_val(t, MR_TYPE_int))
        return r;
    return mr_int_subclass_new(t, MR_TYPE(a[0]), r);
}
