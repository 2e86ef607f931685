/* _struct: formats, and the conversion between values and their bytes.
 *
 * A format's first character may choose byte order, sizes and alignment: '@' (the machine's own, aligned), '=' (its order), '<', '>' and '!'
 * (standard sizes, no alignment). Not here: the objects (_struct.c).
 */
#include <math.h>

#include "stdlib/native/_struct.h"
#include "vm/types/float.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

/* ---- formats ---- */

static unsigned width_of(char code, bool native)
{
    switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': return native ? 8 : 4;
    case 'q': case 'Q': case 'd': return 8;
    case 'n': case 'N': case 'P': return native ? 8 : 0;
    default: return 0;
    }
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool mr_struct_parse(MrThread *t, MrStruct *s, const char *format, size_t n)
{
    const char *p = format, *end = format + n;
    bool native = true, big = false;
    if (p < end && strchr("@=<>!", *p)) {
        native = *p == '@';
        big = *p == '>' || *p == '!';
        p++;
    }
    size_t size = 0, n_items = 0, n_fields = 0;
    MrStructField *fields = mr_buffer_new(t, (n + 1) * sizeof *fields);
    if (!fields)
        return false;
    size_t work = 0;
    while (p < end) {
        if (!mr_limits_work(t, work))
            return false;
        if (is_space(*p)) {
            p++;
            continue;
        }
        size_t count = 1;
        if (*p >= '0' && *p <= '9') {
            for (count = 0; p < end && *p >= '0' && *p <= '9'; p++) {
                if (__builtin_mul_overflow(count, 10, &count) || __builtin_add_overflow(count, (size_t)(*p - '0'), &count) || count > INT64_MAX)
                    goto too_long;
            }
            if (p == end) {
                mr_struct_raise(t, "repeat count given without format specifier");
                return false;
            }
        }
        char code = *p++;
        size_t width = width_of(code, native), bytes;
        if (!width) {
            mr_struct_raise(t, "bad char in struct format");
            return false;
        }
        size_t gap = native && width > 1 ? -size & (width - 1) : 0;
        if ((size += gap) > INT64_MAX || __builtin_mul_overflow(count, width, &bytes) || bytes > INT64_MAX - size)
            goto too_long;
        if (code == 's' || code == 'p')
            fields[n_fields++] = (MrStructField){code, false, native, 1, size, count, 1};
        else if (code != 'x' && count)
            fields[n_fields++] = (MrStructField){code, big, native, (uint8_t)width, size, width, count};
        n_items += code == 's' || code == 'p' ? 1 : code == 'x' ? 0 : count;
        size += bytes;
    }
    s->size = (int64_t)size;
    s->n_items = (int64_t)n_items;
    s->n_fields = n_fields;
    s->fields = fields;
    return true;
too_long:
    mr_struct_raise(t, "total struct size too long");
    return false;
}

/* ---- floats of 16 bits ---- */

static double double_of_half(uint16_t h)
{
    int exponent = h >> 10 & 31;
    double m = h & 1023;
    double d = exponent == 31 ? (m != 0 ? NAN : INFINITY) : exponent ? ldexp(m + 1024, exponent - 25) : ldexp(m, -24);
    return h & 0x8000 ? copysign(d, -1.0) : d;
}

/* False: too large. */
static bool half_of_double(double d, uint16_t *out)
{
    uint16_t sign = signbit(d) ? 0x8000 : 0;
    if (isnan(d) || isinf(d)) {
        *out = sign | (isnan(d) ? 0x7E00 : 0x7C00);
        return true;
    }
    int exponent;
    double m = frexp(fabs(d), &exponent);
    if (m != 0 && exponent > 16)
        return false;
    /* rint rounds halves to even; a mantissa that becomes 2048 carries into the exponent by itself */
    if (exponent < -13 || m == 0)
        *out = sign | (uint16_t)rint(ldexp(m, exponent + 24));
    else
        *out = sign | (uint16_t)(((exponent + 13) << 10) + (int)rint(ldexp(m, 11)));
    return m == 0 || (*out & 0x7FFF) < 0x7C00;
}

/* ---- single items ---- */

/* A copy of a width that the compiler knows is one instruction; of one that it does not, a loop whose bytes the next read has to wait for. */
static inline void put(const MrStructField *f, uint64_t bits, char *p)
{
    if (f->swapped)
        bits = __builtin_bswap64(bits) >> (64 - 8 * f->width);
    switch (f->width) {
    case 1: memcpy(p, &bits, 1); break;
    case 2: memcpy(p, &bits, 2); break;
    case 4: memcpy(p, &bits, 4); break;
    default: memcpy(p, &bits, 8); break;
    }
}

static inline uint64_t get(const MrStructField *f, const char *p)
{
    uint64_t bits = 0;
    switch (f->width) {
    case 1: memcpy(&bits, p, 1); break;
    case 2: memcpy(&bits, p, 2); break;
    case 4: memcpy(&bits, p, 4); break;
    default: memcpy(&bits, p, 8); break;
    }
    return f->swapped ? __builtin_bswap64(bits) >> (64 - 8 * f->width) : bits;
}

static inline bool is_signed(char code) { return code >= 'a' && code != 'P'; }

static bool out_of_range(MrThread *t, const MrStructField *f)
{
    unsigned bits = 8u * f->width;
    if (f->code == 'P')
        mr_struct_raise(t, "int too large to convert");
    else if (is_signed(f->code))
        mr_struct_raise(t, "'%c' format requires %lld <= number <= %lld", f->code, (long long)(INT64_MIN >> (64 - bits)),
                        (long long)(INT64_MAX >> (64 - bits)));
    else
        mr_struct_raise(t, "'%c' format requires 0 <= number <= %llu", f->code, (unsigned long long)(UINT64_MAX >> (64 - bits)));
    return false;
}

static bool pack_int(MrThread *t, const MrStructField *f, MrValue v, char *p)
{
    int64_t i;
    if (!mr_is_integer(v)) {
        if (!mr_has_index(t, v)) {
            mr_struct_raise(t, "required argument is not an integer");
            return false;
        }
        if ((v = mr_index(t, v)) == MR_ERROR)
            return false;
    }
    unsigned bits = 8u * f->width;
    if (!mr_int_as_i64(v, &i)) {
        MrIntView view;
        mr_int_view(v, &view);
        if (view.n != 1 || view.negative || bits < 64 || is_signed(f->code))
            return out_of_range(t, f);
        i = (int64_t)view.limbs[0];
    } else if (is_signed(f->code) ? i < INT64_MIN >> (64 - bits) || i > INT64_MAX >> (64 - bits)
                                  : (i < 0 && f->code != 'P') || (bits < 64 && (uint64_t)i >> bits)) {
        return out_of_range(t, f);
    }
    put(f, (uint64_t)i, p);
    return true;
}

static bool pack_float(MrThread *t, const MrStructField *f, MrValue v, char *p)
{
    double d;
    if (mr_is_float(v)) {
        d = mr_float_of(v);
    } else if (!mr_to_double(t, v, &d)) {
        mr_take_pending(t);
        mr_struct_raise(t, "required argument is not a float");
        return false;
    }
    uint64_t bits;
    uint16_t half;
    if (f->code == 'e') {
        if (!half_of_double(d, &half)) {
            if (mr_is_integer(v))
                mr_struct_raise(t, "int too large to convert");
            else
                mr_raise(t, MR_EXC_OverflowError, "float too large to pack with e format");
            return false;
        }
        bits = half;
    } else if (f->code == 'f') {
        float single = (float)d;
        uint32_t word;
        if (isinf(single) && !isinf(d) && !f->native) {
            if (mr_is_integer(v))
                mr_struct_raise(t, "int too large to convert");
            else
                mr_raise(t, MR_EXC_OverflowError, "float too large to pack with f format");
            return false;
        }
        memcpy(&word, &single, 4);
        bits = word;
    } else {
        d = mr_plain_nan(d);
        memcpy(&bits, &d, 8);
    }
    put(f, bits, p);
    return true;
}

static bool pack_text(MrThread *t, const MrStructField *f, MrValue v, char *p)
{
    if (!mr_is_bytes(v) && !mr_is_bytearray(v)) {
        mr_struct_raise(t, "argument for '%c' must be a bytes object", f->code);
        return false;
    }
    MrView view = mr_view(v);
    size_t room = f->size, head = f->code == 'p' && room;
    if (f->code == 'p' && !room)
        return true;
    size_t n = view.n < room - head ? view.n : room - head;
    if (head && n > 255)
        n = 255;
    if (head)
        *p = (char)n;
    if (n && !mr_work_copy(t, p + head, view.p, n))
        return false;
    if (head && view.n >= 255 && room > 256) /* the length byte says 255; the bytes beyond are stored all the same */
        return mr_work_copy(t, p + 1, view.p, view.n < room - 1 ? view.n : room - 1);
    return true;
}

bool mr_struct_pack_item(MrThread *t, const MrStructField *f, MrValue v, char *p)
{
    switch (f->code) {
    case 'c':
        if (!mr_is_bytes(v) || MR_BYTES(v)->length != 1) {
            mr_struct_raise(t, "char format requires a bytes object of length 1");
            return false;
        }
        *p = MR_BYTES(v)->bytes[0];
        return true;
    case '?': {
        int truth = mr_truth(t, v);
        *p = (char)(truth > 0);
        return truth >= 0;
    }
    case 's': case 'p': return pack_text(t, f, v, p);
    case 'e': case 'f': case 'd': return pack_float(t, f, v, p);
    default: return pack_int(t, f, v, p);
    }
}

MrValue mr_struct_unpack_item(MrThread *t, const MrStructField *f, const char *p)
{
    switch (f->code) {
    case 'c': return mr_bytes_new(t, p, 1);
    case '?': return mr_bool(*p != 0);
    case 's': return mr_bytes_new(t, f->size ? p : "", f->size);
    case 'p': {
        if (!f->size)
            return mr_bytes_new(t, "", 0);
        size_t n = (unsigned char)*p;
        return mr_bytes_new(t, p + 1, n < f->size - 1 ? n : f->size - 1);
    }
    case 'e': return mr_float(double_of_half((uint16_t)get(f, p)));
    case 'f': {
        uint32_t word = (uint32_t)get(f, p);
        float single;
        memcpy(&single, &word, 4);
        return mr_float((double)single);
    }
    case 'd': {
        uint64_t bits = get(f, p);
        double d;
        memcpy(&d, &bits, 8);
        return mr_float(d);
    }
    default: {
        uint64_t bits = get(f, p);
        unsigned spare = 64u - 8u * f->width;
        return is_signed(f->code) ? mr_int(t, (int64_t)(bits << spare) >> spare) : mr_int_u64(t, bits);
    }
    }
}
