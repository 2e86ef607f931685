/* array.array for pickle. Since protocol 3 an array is its bytes and a number for the machine format that they have, so that another machine
 * can read them: _array_reconstructor() takes the bytes over as they are when they are in this machine's format, and item by item otherwise.
 * Older protocols have the list of its items.
 *
 * The numbers are those of PEP 3118's formats as CPython counts them; they stand in pickles and must not change.
 */
#include "stdlib/native/array.h"
#include "vm/error.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"

#define IS_BIG (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

typedef enum FormatKind { UNSIGNED, SIGNED, FLOATING, TEXT } FormatKind;
/* Format 0 and 1 are those of single bytes; from then on the big-endian one follows the little-endian one. */
static const struct Format { uint8_t kind, width; } formats[] = {
    {UNSIGNED, 1}, {SIGNED, 1}, {UNSIGNED, 2}, {UNSIGNED, 2}, {SIGNED, 2}, {SIGNED, 2}, {UNSIGNED, 4}, {UNSIGNED, 4}, {SIGNED, 4}, {SIGNED, 4}, {UNSIGNED, 8},
    {UNSIGNED, 8}, {SIGNED, 8}, {SIGNED, 8}, {FLOATING, 4}, {FLOATING, 4}, {FLOATING, 8}, {FLOATING, 8}, {TEXT, 2}, {TEXT, 2}, {TEXT, 4}, {TEXT, 4}};
enum { N_FORMATS = sizeof formats / sizeof *formats };

static bool is_big(int format) { return format > 1 && format % 2; }

static int format_of(char code, size_t width)
{
    FormatKind kind = code == 'u' ? TEXT : code == 'f' || code == 'd' ? FLOATING : code >= 'a' ? SIGNED : UNSIGNED;
    for (int i = 0; i < N_FORMATS; i++)
        if (formats[i].kind == kind && formats[i].width == width && (width == 1 || is_big(i) == IS_BIG))
            return i;
    return -1;
}

static MrValue list_of(MrThread *t, MrValue array)
{
    MrStr *name = mr_intern(t, "tolist", 6);
    return name ? mr_call_method(t, array, name, 0, NULL) : MR_ERROR;
}

/* a: self, protocol */
MrValue array_reduce(MrThread *t, MrValue *a)
{
    const MrArray *self = (MrArray *)mr_obj_of(a[0]);
    char code[2] = {self->code, 0};
    int64_t protocol;
    MrValue cls = mr_val(mr_typeof(t, a[0])), dict = mr_getattr_or(t, a[0], mr_n(t, __dict__)), text = mr_str_c(t, code), parts[3];
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "__reduce_ex__ argument should be an integer");
    if (dict == MR_ERROR || text == MR_ERROR || !mr_to_ssize(t, a[1], &protocol))
        return MR_ERROR;
    if (protocol < 3) {
        MrValue args[2] = {text, list_of(t, a[0])};
        parts[0] = cls;
        parts[1] = args[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, args, 2);
    } else {
        MrValue module = mr_import(t, "array"), bytes = mr_bytes_new(t, self->store->bytes, self->store->length);
        MrValue args[4] = {cls, text, mr_small_int(format_of(self->code, self->width)), bytes};
        parts[0] = module == MR_ERROR ? module : mr_getattr_c(t, module, "_array_reconstructor");
        parts[1] = bytes == MR_ERROR ? bytes : mr_tuple_from(t, args, 4);
    }
    parts[2] = dict == MR_UNBOUND ? MR_NONE : dict;
    return parts[0] == MR_ERROR || parts[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 3);
}

static MrValue item(MrThread *t, int format, const char *from)
{
    uint64_t bits = 0;
    size_t width = formats[format].width;
    for (size_t i = 0; i < width; i++)
        bits = bits << 8 | (unsigned char)from[is_big(format) ? i : width - 1 - i];
    if (formats[format].kind == UNSIGNED)
        return mr_int_u64(t, bits);
    if (formats[format].kind == SIGNED)
        return mr_int(t, (int64_t)(bits << (64 - 8 * width)) >> (64 - 8 * width));
    union { uint64_t bits; double value; } wide = {bits};
    union { uint32_t bits; float value; } narrow = {(uint32_t)bits};
    return mr_float(width == 4 ? (double)narrow.value : wide.value);
}

/* What an array of the class is made of: a list of the items, or a text. */
static MrValue contents(MrThread *t, int format, MrValue bytes)
{
    size_t width = formats[format].width, n = MR_BYTES(bytes)->length;
    if (formats[format].kind == TEXT) {
        static const char *const codecs[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
        return mr_decode(t, MR_BYTES(bytes)->bytes, n, codecs[format - 18], "strict");
    }
    if (n % width)
        return mr_raise(t, MR_EXC_ValueError, "string length not a multiple of item size");
    MrValue list = mr_list_new(t, n / width);
    for (size_t i = 0; i < n && list != MR_ERROR; i += width) {
        MrValue v = item(t, format, MR_BYTES(bytes)->bytes + i);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}

/* a: arraytype, typecode, mformat_code, items */
MrValue array_reconstructor(MrThread *t, MrValue *a)
{
    MrType *base = mr_array_type(t);
    int64_t format;
    if (!base)
        return MR_ERROR;
    if (!mr_is_str(a[1]) || MR_STR(a[1])->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "_array_reconstructor() argument 2 must be a unicode character, not %s", mr_arg_type_name(t, a[1]));
    if (!mr_to_ssize(t, a[2], &format))
        return MR_ERROR;
    if (!mr_is_type(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "first argument must be a type object, not %s", mr_type_name(t, a[0]));
    if (!mr_type_is_subtype(MR_TYPE(a[0]), base))
        return mr_raise(t, MR_EXC_TypeError, "%s is not a subtype of array.array", MR_TYPE(a[0])->name->bytes);
    char code = mr_cstr(a[1])[0];
    size_t width = mr_array_width(code);
    if (!width)
        return mr_raise(t, MR_EXC_ValueError, "second argument must be a valid type code");
    if (format < 0 || format >= N_FORMATS)
        return mr_raise(t, MR_EXC_ValueError, "third argument must be a valid machine format code.");
    if (!mr_is_bytes(a[3]))
        return mr_raise(t, MR_EXC_TypeError, "fourth argument should be bytes, not %s", mr_type_name(t, a[3]));
    if (format == format_of(code, width)) {
        MrStr *name = mr_intern(t, "frombytes", 9);
        MrValue array = name ? mr_call1(t, a[0], a[1]) : MR_ERROR;
        return array == MR_ERROR || mr_call_method(t, array, name, 1, &a[3]) == MR_ERROR ? MR_ERROR : array;
    }
    /* The letter for items of that kind and width here, whatever it was there. */
    static const char letters[] = "bBhHiIqQ";
    for (const char *p = letters; formats[format].kind <= SIGNED && *p; p++)
        if (mr_array_width(*p) == formats[format].width && (*p >= 'a') == (formats[format].kind == SIGNED))
            code = *p;
    char text[2] = {code, 0};
    MrValue args[2] = {mr_str_c(t, text), contents(t, (int)format, a[3])};
    return args[0] == MR_ERROR || args[1] == MR_ERROR ? MR_ERROR : mr_call(t, a[0], 2, args);
}
