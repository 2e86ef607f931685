/* int's methods: operators as special methods, bytes, rounding; ends in the type's table.
 *
 * The binary operators go through mr_number_binop after a check that both operands are ints: int's own methods leave everything else
 * to the other type. bool has a table of its own and inherits these. */
#include "vm/isolate.h"
#include "vm/types/bigint_pieces.h"
#include "vm/types/float.h"
#include "vm/types/format.h"
#include "vm/types/int.h"
#include "vm/types/number.h"
#include "vm/types/text.h"

#define BINARY(name, op)                                                                                              \
    static MrValue int_##name(MrThread *t, MrValue *a)                                                                \
    {                                                                                                                 \
        return mr_is_integer(a[0]) && mr_is_integer(a[1]) ? mr_number_binop(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED; \
    }                                                                                                                 \
    static MrValue int_r##name(MrThread *t, MrValue *a)                                                               \
    {                                                                                                                 \
        return mr_is_integer(a[0]) && mr_is_integer(a[1]) ? mr_number_binop(t, op, a[1], a[0]) : MR_NOT_IMPLEMENTED; \
    }
BINARY(add, MR_BIN_ADD)
BINARY(sub, MR_BIN_SUB)
BINARY(mul, MR_BIN_MUL)
BINARY(truediv, MR_BIN_TRUEDIV)
BINARY(floordiv, MR_BIN_FLOORDIV)
BINARY(mod, MR_BIN_MOD)
BINARY(lshift, MR_BIN_LSHIFT)
BINARY(rshift, MR_BIN_RSHIFT)
BINARY(and, MR_BIN_AND)
BINARY(or, MR_BIN_OR)
BINARY(xor, MR_BIN_XOR)
#undef BINARY

#define COMPARE(name, op)                                                                               \
    static MrValue int_##name(MrThread *t, MrValue *a)                                                  \
    {                                                                                                   \
        return mr_is_integer(a[1]) ? mr_number_compare(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;         \
    }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue int_divmod(MrThread *t, MrValue *a)
{
    return mr_is_integer(a[1]) ? mr_number_divmod(t, a[0], a[1]) : MR_NOT_IMPLEMENTED;
}

static MrValue int_rdivmod(MrThread *t, MrValue *a)
{
    return mr_is_integer(a[1]) ? mr_number_divmod(t, a[1], a[0]) : MR_NOT_IMPLEMENTED;
}

static MrValue power(MrThread *t, MrValue base, MrValue exponent, MrValue mod)
{
    if (!mr_is_integer(base) || !mr_is_integer(exponent))
        return MR_NOT_IMPLEMENTED;
    if (mod == MR_UNBOUND || mod == MR_NONE)
        return mr_number_binop(t, MR_BIN_POW, base, exponent);
    return mr_is_integer(mod) ? mr_bigint_powmod(t, base, exponent, mod) : MR_NOT_IMPLEMENTED;
}

static MrValue int_pow(MrThread *t, MrValue *a) { return power(t, a[0], a[1], a[2]); }
static MrValue int_rpow(MrThread *t, MrValue *a) { return power(t, a[1], a[0], a[2]); }

static MrValue int_neg(MrThread *t, MrValue *a) { return mr_bigint_neg(t, a[0]); }
static MrValue int_abs(MrThread *t, MrValue *a) { return mr_bigint_abs(t, a[0]); }
static MrValue int_invert(MrThread *t, MrValue *a)
{
    int64_t i;
    return mr_int_as_i64(a[0], &i) ? mr_int(t, ~i) : mr_bigint_add(t, mr_small_int(-1), a[0], true);
}
static MrValue int_itself(MrThread *t, MrValue *a) { return mr_int_exact(t, a[0]); }
static MrValue int_bool(MrThread *t, MrValue *a) { return (void)t, mr_bool(mr_int_sign(a[0]) != 0); }
static MrValue int_float(MrThread *t, MrValue *a)
{
    double d;
    return mr_int_to_double(t, a[0], &d) ? mr_float(d) : MR_ERROR;
}
static MrValue int_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_bigint_hash(t, a[0], &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}
static MrValue int_repr(MrThread *t, MrValue *a) { return mr_int_to_str(t, a[0], 10); }

static MrValue int_format(MrThread *t, MrValue *a)
{
    MrStr *spec = mr_format_spec(t, a[1]);
    return spec == NULL ? MR_ERROR : mr_format_int(t, a[0], spec);
}

/* Negative ndigits: to the nearest multiple of 10 ** -ndigits, halves to the even one. */
static MrValue int_round(MrThread *t, MrValue *a)
{
    MrValue n, unit, quotient, rest, twice;
    int order;
    if (a[1] == MR_UNBOUND)
        return mr_int_exact(t, a[0]);
    n = mr_index(t, a[1]);
    if (n == MR_ERROR)
        return MR_ERROR;
    if (mr_int_sign(n) >= 0)
        return mr_int_exact(t, a[0]);
    n = mr_bigint_neg(t, n);
    if (n == MR_ERROR)
        return MR_ERROR;
    if (mr_bigint_cmp(n, mr_small_int((int64_t)(mr_bigint_bit_length(a[0]) + 1))) > 0)
        return mr_small_int(0);
    unit = mr_bigint_pow(t, mr_small_int(10), n);
    if (unit == MR_ERROR || !mr_bigint_divmod(t, a[0], unit, &quotient, &rest))
        return MR_ERROR;
    twice = mr_bigint_add(t, rest, rest, false);
    if (twice == MR_ERROR)
        return MR_ERROR;
    order = mr_bigint_cmp(twice, unit);
    rest = mr_bigint_add(t, a[0], rest, true);
    if (rest == MR_ERROR || order < 0)
        return rest;
    if (order == 0) {
        MrIntView q;
        mr_int_view(quotient, &q);
        if (q.n == 0 || !(q.limbs[0] & 1))
            return rest;
    }
    return mr_bigint_add(t, rest, unit, false);
}

static MrValue int_getnewargs(MrThread *t, MrValue *a)
{
    MrValue v = mr_int_exact(t, a[0]);
    return v == MR_ERROR ? v : mr_tuple_from(t, &v, 1);
}

static MrValue int_sizeof(MrThread *t, MrValue *a)
{
    uint64_t digits = (mr_bigint_bit_length(a[0]) + 29) / 30; /* as CPython's 30-bit digits would take */
    return mr_int(t, (int64_t)(24 + 4 * (digits ? digits : 1)));
}

static MrValue int_bit_length(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)mr_bigint_bit_length(a[0])); }
static MrValue int_bit_count(MrThread *t, MrValue *a) { return mr_bigint_bit_count(t, a[0]); }
static MrValue int_is_integer(MrThread *t, MrValue *a) { return (void)t, (void)a, MR_TRUE; }

static MrValue int_as_integer_ratio(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_int_exact(t, a[0]), mr_small_int(1)};
    return pair[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- bytes ---- */

/* 1 little, 0 big, -1 error. */
static int byte_order(MrThread *t, MrValue v, const char *function)
{
    if (v == MR_UNBOUND)
        return 0;
    if (!mr_is_str(v)) {
        (void)mr_raise(t, MR_EXC_TypeError, "%s() argument 'byteorder' must be str, not %s", function, mr_arg_type_name(t, v));
        return -1;
    }
    if (mr_str_equal_c(v, "little"))
        return 1;
    if (mr_str_equal_c(v, "big"))
        return 0;
    (void)mr_raise(t, MR_EXC_ValueError, "byteorder must be either 'little' or 'big'");
    return -1;
}

static MrValue int_to_bytes(MrThread *t, MrValue *a)
{
    MrIntView v;
    int64_t length = 1, i;
    int little, is_signed;
    uint64_t bits;
    bool minus;
    MrValue r;
    if (a[1] != MR_UNBOUND && !mr_arg_ssize(t, a[1], &length))
        return MR_ERROR;
    little = byte_order(t, a[2], "to_bytes");
    is_signed = a[3] == MR_UNBOUND ? 0 : mr_truth(t, a[3]);
    if (little < 0 || is_signed < 0)
        return MR_ERROR;
    if (length < 0)
        return mr_raise(t, MR_EXC_ValueError, "length argument must be non-negative");
    mr_int_view(a[0], &v);
    if (v.negative && !is_signed)
        return mr_raise(t, MR_EXC_OverflowError, "can't convert negative int to unsigned");
    bits = mr_bigint_bit_length(a[0]);
    if (is_signed && bits > 0) { /* the sign takes a bit, except that -2^k needs none beyond its k+1 */
        minus = v.negative;
        for (i = 0; minus && i + 1 < (int64_t)v.n; i++)
            minus = v.limbs[i] == 0;
        if (!(minus && (v.limbs[v.n - 1] & (v.limbs[v.n - 1] - 1)) == 0))
            bits++;
    }
    if (is_signed && v.negative && bits == 1)
        bits = 0; /* -1 is nothing but its sign, which no bytes have, too */
    if ((bits + 7) / 8 > (uint64_t)length)
        return mr_raise(t, MR_EXC_OverflowError, "int too big to convert");
    r = mr_bytes_new(t, NULL, (size_t)length);
    if (r == MR_ERROR)
        return r;
    return mr_limbs_to_bytes(t, &v, (unsigned char *)MR_BYTES(r)->bytes, (size_t)length, little) ? r : MR_ERROR;
}

static MrValue int_from_bytes(MrThread *t, MrValue *a)
{
    const unsigned char *bytes;
    const char *data;
    size_t n;
    int little, is_signed;
    MrValue source = a[1], r;
    MrInt *big;
    bool negative;
    little = byte_order(t, a[2], "from_bytes");
    is_signed = a[3] == MR_UNBOUND ? 0 : mr_truth(t, a[3]);
    if (little < 0 || is_signed < 0)
        return MR_ERROR;
    if (!mr_is_kind(source, MR_KIND_BYTES) && !mr_is_kind(source, MR_KIND_BYTEARRAY) && !mr_is_kind(source, MR_KIND_MEMORYVIEW)) {
        MrType *type = mr_typeof(t, source);
        bool counts = mr_slot(t, type, MR_SLOT_bytes) == MR_UNBOUND && mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND; /* bytes() would take it as a size */
        if (counts && mr_slot(t, type, MR_SLOT_iter) != MR_UNBOUND)
            source = mr_list_of(t, source);
        else if (counts || mr_is_str(source))
            return mr_raise(t, MR_EXC_TypeError, "cannot convert '%s' object to bytes", mr_type_name(t, source));
        if (source != MR_ERROR)
            source = mr_call1(t, mr_type_val(t, MR_TYPE_bytes), source);
    }
    if (source == MR_ERROR || !mr_buffer_of(t, source, &data, &n))
        return MR_ERROR;
    bytes = (const unsigned char *)data;
    big = mr_int_alloc(t, n / 8 + 1);
    if (big == NULL)
        return MR_ERROR;
    negative = is_signed && n > 0 && (bytes[little ? n - 1 : 0] & 0x80);
    if (!mr_limbs_from_bytes(t, big->limbs, bytes, n, little, negative))
        return MR_ERROR;
    r = mr_int_finish(t, big, n / 8 + 1, negative);
    if (r == MR_ERROR || a[0] == mr_type_val(t, MR_TYPE_int))
        return r;
    return mr_call1(t, a[0], r);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, x=0, /, base=10)", mr_int_new, "Create an int from a number or from text in a base.", MR_METHOD_STATIC},
    {"__repr__(self, /)", int_repr, NULL, 0},
    {"__hash__(self, /)", int_hash, NULL, 0},
    {"__format__(self, format_spec, /)", int_format, "The text that format_spec describes, see the format mini-language.", 0},
    {"__lt__(self, value, /)", int_lt, NULL, 0},
    {"__le__(self, value, /)", int_le, NULL, 0},
    {"__eq__(self, value, /)", int_eq, NULL, 0},
    {"__ne__(self, value, /)", int_ne, NULL, 0},
    {"__gt__(self, value, /)", int_gt, NULL, 0},
    {"__ge__(self, value, /)", int_ge, NULL, 0},
    {"__add__(self, value, /)", int_add, NULL, 0},
    {"__radd__(self, value, /)", int_radd, NULL, 0},
    {"__sub__(self, value, /)", int_sub, NULL, 0},
    {"__rsub__(self, value, /)", int_rsub, NULL, 0},
    {"__mul__(self, value, /)", int_mul, NULL, 0},
    {"__rmul__(self, value, /)", int_rmul, NULL, 0},
    {"__mod__(self, value, /)", int_mod, NULL, 0},
    {"__rmod__(self, value, /)", int_rmod, NULL, 0},
    {"__divmod__(self, value, /)", int_divmod, NULL, 0},
    {"__rdivmod__(self, value, /)", int_rdivmod, NULL, 0},
    {"__pow__(self, value, mod=None, /)", int_pow, NULL, 0},
    {"__rpow__(self, value, mod=None, /)", int_rpow, NULL, 0},
    {"__neg__(self, /)", int_neg, NULL, 0},
    {"__pos__(self, /)", int_itself, NULL, 0},
    {"__abs__(self, /)", int_abs, NULL, 0},
    {"__bool__(self, /)", int_bool, NULL, 0},
    {"__invert__(self, /)", int_invert, NULL, 0},
    {"__lshift__(self, value, /)", int_lshift, NULL, 0},
    {"__rlshift__(self, value, /)", int_rlshift, NULL, 0},
    {"__rshift__(self, value, /)", int_rshift, NULL, 0},
    {"__rrshift__(self, value, /)", int_rrshift, NULL, 0},
    {"__and__(self, value, /)", int_and, NULL, 0},
    {"__rand__(self, value, /)", int_rand, NULL, 0},
    {"__xor__(self, value, /)", int_xor, NULL, 0},
    {"__rxor__(self, value, /)", int_rxor, NULL, 0},
    {"__or__(self, value, /)", int_or, NULL, 0},
    {"__ror__(self, value, /)", int_ror, NULL, 0},
    {"__int__(self, /)", int_itself, NULL, 0},
    {"__float__(self, /)", int_float, NULL, 0},
    {"__floordiv__(self, value, /)", int_floordiv, NULL, 0},
    {"__rfloordiv__(self, value, /)", int_rfloordiv, NULL, 0},
    {"__truediv__(self, value, /)", int_truediv, NULL, 0},
    {"__rtruediv__(self, value, /)", int_rtruediv, NULL, 0},
    {"__index__(self, /)", int_itself, NULL, 0},
    {"__trunc__(self, /)", int_itself, "The int itself.", 0},
    {"__floor__(self, /)", int_itself, "The int itself.", 0},
    {"__ceil__(self, /)", int_itself, "The int itself.", 0},
    {"__round__(self, ndigits=None, /)", int_round, "The int itself, or the nearest multiple of a power of ten, halves to even.", 0},
    {"__getnewargs__(self, /)", int_getnewargs, "The arguments for making it again.", 0},
    {"__sizeof__(self, /)", int_sizeof, "The memory that the object takes, as a count of bytes.", 0},
    {"conjugate(self, /)", int_itself, "The number itself: there is no imaginary part.", 0},
    {"bit_length(self, /)", int_bit_length, "Number of bits of the absolute value in binary.", 0},
    {"bit_count(self, /)", int_bit_count, "How many bits of the absolute value are set.", 0},
    {"to_bytes(self, /, length=1, byteorder='big', *, signed=False)", int_to_bytes, "The int as an array of bytes.", 0},
    {"from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", int_from_bytes, "The int that an array of bytes holds.", MR_METHOD_CLASS},
    {"as_integer_ratio(self, /)", int_as_integer_ratio, "(self, 1), as other numbers give numerator and denominator.", 0},
    {"is_integer(self, /)", int_is_integer, "True, as floats answer it.", 0},
    {0},
};

static MrValue get_itself(MrThread *t, MrValue self) { return mr_int_exact(t, self); }
static MrValue get_zero(MrThread *t, MrValue self) { return (void)t, (void)self, mr_small_int(0); }
static MrValue get_one(MrThread *t, MrValue self) { return (void)t, (void)self, mr_small_int(1); }

static const MrGetSetDef getset[] = {
    {"real", get_itself, NULL, "The real part."},
    {"imag", get_zero, NULL, "The imaginary part."},
    {"numerator", get_itself, NULL, "The number itself, as a fraction's upper part."},
    {"denominator", get_one, NULL, "Always 1, as a fraction's lower part."},
    {0},
};

const MrTypeDef mr_int_type = {
    .name = "int",
    .kind = MR_KIND_INT,
    .size = sizeof(MrInt),
    .flags = MR_TYPEDEF_VARSIZE,
    .methods = methods,
    .getset = getset,
    .doc = "A whole number of any size, from a number (truncated towards zero) or from text in a base of 2 to 36, or 0 for the base that the text's "
           "prefix tells.",
};
