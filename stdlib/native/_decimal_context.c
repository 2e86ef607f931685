/* The class decimal.Context, the current context, and the manager that localcontext() returns.
 *
 * Flags and traps are bits here; as mappings (SignalDict) and lists of classes they are made in Python (_decimal_signals). The current context is the
 * value of a context variable, so that each thread and each task has its own.
 */
#include "stdlib/native/_decimal.h"
#include "vm/context.h"

MrValue mr_dec_signals(MrThread *t, const char *name)
{
    MrDecState *s = mr_dec_state(t);
    if (s->signals == MR_UNBOUND) {
        MrValue module = mr_import(t, "_decimal_signals");
        if (module == MR_ERROR)
            return MR_ERROR;
        s->signals = module;
    }
    return mr_getattr_c(t, s->signals, name);
}

static MrDecContext *copy_as(MrThread *t, const MrDecContext *c, MrType *type)
{
    MrDecContext *r = mr_alloc_instance(t, sizeof *r, type);
    if (r) {
        r->prec = c->prec;
        r->emin = c->emin;
        r->emax = c->emax;
        r->rounding = c->rounding;
        r->capitals = c->capitals;
        r->clamp = c->clamp;
        r->status = c->status;
        r->traps = c->traps;
    }
    return r;
}

MrDecContext *mr_dec_context_copy(MrThread *t, const MrDecContext *c) { return copy_as(t, c, mr_dec_state(t)->context); }

MrDecContext *mr_dec_current(MrThread *t)
{
    MrDecState *s = mr_dec_state(t);
    MrValue v = mr_context_var_get(t, s->variable);
    if (MR_LIKELY(v != MR_UNBOUND && mr_is_dec_context(t, v)))
        return MR_DEC_CONTEXT(v);
    MrDecContext *c = mr_dec_context_copy(t, MR_DEC_CONTEXT(s->templates[0]));
    if (!c)
        return NULL;
    c->status = 0;
    return mr_context_var_set(t, s->variable, mr_val(c)) ? c : NULL;
}

MrDecContext *mr_dec_context_arg(MrThread *t, MrValue v)
{
    if (v == MR_UNBOUND || v == MR_NONE)
        return mr_dec_current(t);
    if (mr_is_dec_context(t, v))
        return MR_DEC_CONTEXT(v);
    (void)mr_raise(t, MR_EXC_TypeError, "optional argument must be a context");
    return NULL;
}

int mr_dec_mode(MrThread *t, MrValue v)
{
    MrDecState *s = mr_dec_state(t);
    for (int i = 0; i < MR_DEC_N_MODES; i++)
        if (v == s->modes[i])
            return i;
    for (int i = 0; mr_is_str(v) && i < MR_DEC_N_MODES; i++)
        if (mr_str_equal(t, MR_STR(v), MR_STR(s->modes[i])))
            return i;
    (void)mr_raise(t, MR_EXC_TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                                        "ROUND_HALF_EVEN,\n   ROUND_05UP]");
    return -1;
}

/* ---- settings ---- */

static bool read_setting(MrThread *t, MrValue v, int64_t low, int64_t high, const char *message, int64_t *out)
{
    if (v == MR_UNBOUND)
        return (void)mr_raise(t, MR_EXC_AttributeError, "context attributes cannot be deleted"), false;
    if (!mr_is_integer(v))
        return (void)mr_raise(t, MR_EXC_TypeError, "an integer is required"), false;
    if (!mr_int_as_i64(v, out))
        return (void)mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t"), false;
    if (*out < low || *out > high)
        return (void)mr_raise(t, MR_EXC_ValueError, "%s", message), false;
    return true;
}

#define SETTING(name, field, low, high, message)                                                   \
    static MrValue get_##name(MrThread *t, MrValue self) { return mr_int(t, MR_DEC_CONTEXT(self)->field); } \
    static bool set_##name(MrThread *t, MrValue self, MrValue v)                                   \
    {                                                                                              \
        int64_t n;                                                                                 \
        if (!read_setting(t, v, low, high, message, &n))                                           \
            return false;                                                                          \
        MR_DEC_CONTEXT(self)->field = (__typeof__(MR_DEC_CONTEXT(self)->field))n;                  \
        return true;                                                                               \
    }
SETTING(prec, prec, 1, MR_DEC_MAX, "valid range for prec is [1, MAX_PREC]")
SETTING(Emin, emin, -MR_DEC_MAX, 0, "valid range for Emin is [MIN_EMIN, 0]")
SETTING(Emax, emax, 0, MR_DEC_MAX, "valid range for Emax is [0, MAX_EMAX]")
SETTING(capitals, capitals, 0, 1, "valid values for capitals are 0 or 1")
SETTING(clamp, clamp, 0, 1, "valid values for clamp are 0 or 1")
#undef SETTING

static MrValue get_rounding(MrThread *t, MrValue self) { return mr_dec_state(t)->modes[MR_DEC_CONTEXT(self)->rounding]; }

static bool set_rounding(MrThread *t, MrValue self, MrValue v)
{
    if (v == MR_UNBOUND)
        return (void)mr_raise(t, MR_EXC_AttributeError, "context attributes cannot be deleted"), false;
    int mode = mr_dec_mode(t, v);
    if (mode >= 0)
        MR_DEC_CONTEXT(self)->rounding = (uint8_t)mode;
    return mode >= 0;
}

static MrValue signal_dict(MrThread *t, MrValue self, bool traps)
{
    MrValue cls = mr_dec_signals(t, "SignalDict"), make = cls == MR_ERROR ? cls : mr_dec_signals(t, "mapping_of");
    return make == MR_ERROR ? make : mr_call2(t, make, self, mr_bool(traps));
}

/* The bits of a list or mapping of signals. [script] */
static bool read_bits(MrThread *t, MrValue v, bool only_mapping, uint32_t *bits)
{
    if (v == MR_UNBOUND)
        return (void)mr_raise(t, MR_EXC_AttributeError, "context attributes cannot be deleted"), false;
    MrValue f = mr_dec_signals(t, "bits_of"), n = f == MR_ERROR ? f : mr_call2(t, f, v, mr_bool(only_mapping));
    if (n == MR_ERROR)
        return false;
    *bits = (uint32_t)mr_int_of(n) & MR_DEC_ALL_BITS;
    return true;
}

static MrValue get_flags(MrThread *t, MrValue self) { return signal_dict(t, self, false); }
static MrValue get_traps(MrThread *t, MrValue self) { return signal_dict(t, self, true); }
static bool set_flags(MrThread *t, MrValue self, MrValue v) { return read_bits(t, v, true, &MR_DEC_CONTEXT(self)->status); }
static bool set_traps(MrThread *t, MrValue self, MrValue v) { return read_bits(t, v, true, &MR_DEC_CONTEXT(self)->traps); }

static MrValue context_new(MrThread *t, MrValue *a)
{
    static const MrDecContext plain = {.prec = 28, .emin = -999999, .emax = 999999, .rounding = MR_DEC_HALF_EVEN, .capitals = 1,
                                       .traps = MR_DEC_DIVISION | MR_DEC_OVERFLOW | 31};
    if (!mr_def_accepts(t, &mr_dec_context_def, a[0]))
        return MR_ERROR;
    MrValue template = mr_dec_state(t)->templates[0];
    MrDecContext *c = copy_as(t, template == MR_UNBOUND ? &plain : MR_DEC_CONTEXT(template), MR_TYPE(a[0]));
    if (!c)
        return MR_ERROR;
    c->status = 0;
    return mr_val(c);
}

typedef bool Setter(MrThread *t, MrValue self, MrValue v);

/* Sets what is given of prec, rounding, Emin, Emax, capitals, clamp, flags, traps. */
static bool apply(MrThread *t, MrValue self, const MrValue *a)
{
    static Setter *const setters[] = {set_prec, set_rounding, set_Emin, set_Emax, set_capitals, set_clamp};
    for (int i = 0; i < 6; i++)
        if (a[i] != MR_UNBOUND && a[i] != MR_NONE && !setters[i](t, self, a[i]))
            return false;
    if (a[6] != MR_UNBOUND && a[6] != MR_NONE && !read_bits(t, a[6], false, &MR_DEC_CONTEXT(self)->status))
        return false;
    return a[7] == MR_UNBOUND || a[7] == MR_NONE || read_bits(t, a[7], false, &MR_DEC_CONTEXT(self)->traps);
}

/* Raises for the first of the keywords that no setting has. */
static MrValue refuse_keywords(MrThread *t, MrDict *keywords)
{
    size_t at = 0;
    MrValue key, value;
    (void)mr_dict_next(keywords, &at, &key, &value);
    return mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for this function", mr_cstr(key));
}

static MrValue context_init(MrThread *t, MrValue *a)
{
    if (a[9] != MR_UNBOUND && MR_DICT(a[9])->length)
        return refuse_keywords(t, MR_DICT(a[9]));
    return apply(t, a[0], a + 1) ? MR_NONE : MR_ERROR;
}

static void put_signals(MrBuf *buf, uint32_t bits)
{
    static const struct { uint32_t bits; const char *name; } rows[] = {
        {MR_DEC_CLAMPED, "Clamped"}, {31, "InvalidOperation"}, {MR_DEC_DIVISION, "DivisionByZero"}, {MR_DEC_INEXACT, "Inexact"},
        {MR_DEC_FLOAT, "FloatOperation"}, {MR_DEC_OVERFLOW, "Overflow"}, {MR_DEC_ROUNDED, "Rounded"}, {MR_DEC_SUBNORMAL, "Subnormal"},
        {MR_DEC_UNDERFLOW, "Underflow"}};
    const char *between = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (bits & rows[i].bits) {
            mr_buf_puts(buf, between);
            mr_buf_puts(buf, rows[i].name);
            between = ", ";
        }
}

static MrValue context_repr(MrThread *t, MrValue *a)
{
    const MrDecContext *c = MR_DEC_CONTEXT(a[0]);
    char text[200];
    MrBuf buf = MR_BUF_EMPTY;
    snprintf(text, sizeof text, "Context(prec=%lld, rounding=%s, Emin=%lld, Emax=%lld, capitals=%d, clamp=%d, flags=[", (long long)c->prec,
             mr_cstr(mr_dec_state(t)->modes[c->rounding]), (long long)c->emin, (long long)c->emax, c->capitals, c->clamp);
    mr_buf_puts(&buf, text);
    put_signals(&buf, c->status);
    mr_buf_puts(&buf, "], traps=[");
    put_signals(&buf, c->traps);
    mr_buf_puts(&buf, "])");
    return mr_str_buf(t, &buf);
}

static MrValue context_reduce(MrThread *t, MrValue *a)
{
    const MrDecContext *c = MR_DEC_CONTEXT(a[0]);
    MrValue list = mr_dec_signals(t, "signals_of");
    MrValue flags = list == MR_ERROR ? list : mr_call1(t, list, mr_small_int(c->status));
    MrValue traps = flags == MR_ERROR ? flags : mr_call1(t, list, mr_small_int(c->traps));
    if (traps == MR_ERROR)
        return traps;
    MrValue args[8] = {mr_int(t, c->prec), get_rounding(t, a[0]), mr_int(t, c->emin), mr_int(t, c->emax), mr_small_int(c->capitals), mr_small_int(c->clamp),
                       flags, traps};
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, 8)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue context_copy(MrThread *t, MrValue *a)
{
    MrDecContext *c = mr_dec_context_copy(t, MR_DEC_CONTEXT(a[0]));
    return c ? mr_val(c) : MR_ERROR;
}

static MrValue context_clear_flags(MrThread *t, MrValue *a) { return (void)t, MR_DEC_CONTEXT(a[0])->status = 0, MR_NONE; }
static MrValue context_clear_traps(MrThread *t, MrValue *a) { return (void)t, MR_DEC_CONTEXT(a[0])->traps = 0, MR_NONE; }
static MrValue context_Etiny(MrThread *t, MrValue *a) { return mr_int(t, mr_dec_etiny(MR_DEC_CONTEXT(a[0]))); }
static MrValue context_Etop(MrThread *t, MrValue *a) { return mr_int(t, mr_dec_etop(MR_DEC_CONTEXT(a[0]))); }
static MrValue context_radix(MrThread *t, MrValue *a) { return (void)a, mr_dec_make_u128(t, 0, 0, 10); }

/* ---- operations ---- */

static MrValue context_create_decimal(MrThread *t, MrValue *a)
{
    return a[1] == MR_UNBOUND ? mr_dec_make_u128(t, 0, 0, 0) : mr_dec_of_rounded(t, a[1], MR_DEC_CONTEXT(a[0]));
}

static MrValue context_create_decimal_from_float(MrThread *t, MrValue *a)
{
    double d;
    MrValue v;
    if (mr_is_integer(a[1]))
        v = mr_dec_of_int(t, a[1]);
    else if (!mr_isinstance_of(t, a[1], MR_TYPE_float))
        return mr_raise(t, MR_EXC_TypeError, "argument must be int or float");
    else
        v = mr_to_double(t, a[1], &d) ? mr_dec_of_double(t, d) : MR_ERROR;
    return v == MR_ERROR || mr_dec_kind(MR_DEC(v)) ? v : mr_dec_keeping(t, v, MR_DEC_CONTEXT(a[0]));
}

/* The number brought within the context; a NaN stays what it is but for its length. */
static MrValue context_apply(MrThread *t, MrValue *a)
{
    MrValue x = mr_dec_strict_operand(t, a[1]);
    if (x == MR_ERROR || !mr_dec_is_nan(MR_DEC(x)))
        return x == MR_ERROR ? x : mr_dec_keeping(t, x, MR_DEC_CONTEXT(a[0]));
    MrDecContext quiet = *MR_DEC_CONTEXT(a[0]);
    quiet.traps = 0;
    MrValue v = mr_dec_nan(t, x, &quiet);
    if (v != MR_ERROR && mr_dec_kind(MR_DEC(x)) == MR_DEC_SNAN)
        MR_DEC(v)->h.aux |= MR_DEC_SNAN << 1;
    return v;
}

static MrValue context_canonical(MrThread *t, MrValue *a) { return mr_is_dec(t, a[1]) ? a[1] : mr_raise(t, MR_EXC_TypeError, "argument must be a Decimal"); }
static MrValue context_is_canonical(MrThread *t, MrValue *a) { return mr_is_dec(t, a[1]) ? MR_TRUE : mr_raise(t, MR_EXC_TypeError, "argument must be a Decimal"); }

#define ONE(name, call)                                       \
    static MrValue context_##name(MrThread *t, MrValue *a)    \
    {                                                         \
        MrDecContext *c = MR_DEC_CONTEXT(a[0]);               \
        MrValue x = mr_dec_strict_operand(t, a[1]);           \
        if (x == MR_ERROR)                                    \
            return x;                                         \
        const MrDec *d = MR_DEC(x);                           \
        (void)d, (void)c;                                     \
        return call;                                          \
    }
#define SAME(name) ONE(name, mr_dec_##name(t, x, c))
SAME(abs) SAME(plus) SAME(minus) SAME(exp) SAME(ln) SAME(log10) SAME(logb) SAME(logical_invert) SAME(next_minus) SAME(next_plus) SAME(normalize)
SAME(number_class) SAME(sqrt) SAME(is_normal) SAME(is_subnormal)
#undef SAME
ONE(copy_abs, mr_dec_with_sign(t, d, 0))
ONE(copy_negate, mr_dec_with_sign(t, d, !mr_dec_sign(d)))
ONE(copy_decimal, x)
ONE(is_finite, mr_bool(!mr_dec_kind(d)))
ONE(is_infinite, mr_bool(mr_dec_kind(d) == MR_DEC_INFINITE))
ONE(is_nan, mr_bool(mr_dec_is_nan(d)))
ONE(is_qnan, mr_bool(mr_dec_kind(d) == MR_DEC_QNAN))
ONE(is_snan, mr_bool(mr_dec_kind(d) == MR_DEC_SNAN))
ONE(is_signed, mr_bool(mr_dec_sign(d)))
ONE(is_zero, mr_bool(mr_dec_is_zero(d)))
ONE(to_sci_string, mr_dec_text(t, d, false, c->capitals))
ONE(to_eng_string, mr_dec_text(t, d, true, c->capitals))
ONE(to_integral_exact, mr_dec_integral(t, x, c, c->rounding, true))
ONE(to_integral_value, mr_dec_integral(t, x, c, c->rounding, false))
#undef ONE

#define TWO(name, function)                                                                         \
    static MrValue context_##name(MrThread *t, MrValue *a)                                          \
    {                                                                                               \
        MrValue x = mr_dec_strict_operand(t, a[1]), y = x == MR_ERROR ? x : mr_dec_strict_operand(t, a[2]); \
        return y == MR_ERROR ? y : function(t, x, y, MR_DEC_CONTEXT(a[0]));                         \
    }
#define SAME(name) TWO(name, mr_dec_##name)
TWO(subtract, mr_dec_sub) TWO(multiply, mr_dec_mul) TWO(divide, mr_dec_div) TWO(divide_int, mr_dec_floordiv) TWO(remainder, mr_dec_mod)
SAME(add) SAME(divmod) SAME(compare) SAME(compare_signal) SAME(compare_total) SAME(compare_total_mag) SAME(copy_sign) SAME(logical_and) SAME(logical_or)
SAME(logical_xor) SAME(max) SAME(max_mag) SAME(min) SAME(min_mag) SAME(next_toward) SAME(remainder_near) SAME(rotate) SAME(same_quantum) SAME(scaleb) SAME(shift)
#undef SAME

static MrValue quantize(MrThread *t, MrValue x, MrValue y, MrDecContext *c) { return mr_dec_quantize(t, x, y, c, c->rounding); }
TWO(quantize, quantize)
#undef TWO

static MrValue context_fma(MrThread *t, MrValue *a)
{
    for (int i = 1; i < 4; i++)
        if ((a[i] = mr_dec_strict_operand(t, a[i])) == MR_ERROR)
            return MR_ERROR;
    return mr_dec_fma(t, a[1], a[2], a[3], MR_DEC_CONTEXT(a[0]));
}

static MrValue context_power(MrThread *t, MrValue *a)
{
    if (a[3] == MR_UNBOUND)
        a[3] = MR_NONE;
    for (int i = 1; i < 4; i++)
        if ((i < 3 || a[3] != MR_NONE) && (a[i] = mr_dec_strict_operand(t, a[i])) == MR_ERROR)
            return MR_ERROR;
    return mr_dec_power(t, a[1], a[2], a[3], MR_DEC_CONTEXT(a[0]));
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", context_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None, **other)", context_init,
     "Set up a new object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", context_repr, "Return repr(self).", 0},
    {"__reduce__(self, /)", context_reduce, "What pickle needs to make an equal one.", 0},
    {"__copy__(self, /)", context_copy, "A context of its own with the same settings.", 0},
    {"copy(self, /)", context_copy, "A context of its own with the same settings.", 0},
    {"clear_flags(self, /)", context_clear_flags, "Forget which signals have occurred.", 0},
    {"clear_traps(self, /)", context_clear_traps, "Let no signal raise an exception.", 0},
    {"Etiny(self, /)", context_Etiny, "The least exponent of subnormal numbers: Emin - prec + 1.", 0},
    {"Etop(self, /)", context_Etop, "The largest exponent of a full coefficient: Emax - prec + 1.", 0},
    {"radix(self, /)", context_radix, "Decimal(10).", 0},
    {"create_decimal(self, num='0', /)", context_create_decimal, "A Decimal of num, rounded to the precision. Text must be a plain number.", 0},
    {"create_decimal_from_float(self, f, /)", context_create_decimal_from_float, "The exact value of a float, rounded to the precision.", 0},
    {"canonical(self, x, /)", context_canonical, "The number itself: all are canonical.", 0},
    {"is_canonical(self, x, /)", context_is_canonical, "True.", 0},
    {"_apply(self, x, /)", context_apply, "The number brought within the context.", 0},
    {"abs(self, x, /)", context_abs, "The number without its sign, rounded.", 0},
    {"plus(self, x, /)", context_plus, "+x", 0},
    {"minus(self, x, /)", context_minus, "-x", 0},
    {"exp(self, x, /)", context_exp, "e**x, correctly rounded.", 0},
    {"ln(self, x, /)", context_ln, "The natural logarithm, correctly rounded.", 0},
    {"log10(self, x, /)", context_log10, "The logarithm to base ten, correctly rounded.", 0},
    {"logb(self, x, /)", context_logb, "The exponent of the first digit as a Decimal.", 0},
    {"logical_invert(self, x, /)", context_logical_invert, "All digits of the precision turned.", 0},
    {"next_minus(self, x, /)", context_next_minus, "The largest number of the context below.", 0},
    {"next_plus(self, x, /)", context_next_plus, "The smallest number of the context above.", 0},
    {"normalize(self, x, /)", context_normalize, "Rounded, and without zeros at the end.", 0},
    {"number_class(self, x, /)", context_number_class, "One of ten words for the kind of number.", 0},
    {"sqrt(self, x, /)", context_sqrt, "The square root, correctly rounded.", 0},
    {"is_normal(self, x, /)", context_is_normal, "Finite, not zero, and not below the range?", 0},
    {"is_subnormal(self, x, /)", context_is_subnormal, "Finite, not zero, and below the range?", 0},
    {"copy_abs(self, x, /)", context_copy_abs, "The number without its sign.", 0},
    {"copy_negate(self, x, /)", context_copy_negate, "The number with the other sign.", 0},
    {"copy_decimal(self, x, /)", context_copy_decimal, "The number as it is; copying needs no rounding.", 0},
    {"is_finite(self, x, /)", context_is_finite, "Neither infinite nor NaN?", 0},
    {"is_infinite(self, x, /)", context_is_infinite, "Infinite?", 0},
    {"is_nan(self, x, /)", context_is_nan, "A NaN of either kind?", 0},
    {"is_qnan(self, x, /)", context_is_qnan, "A quiet NaN?", 0},
    {"is_snan(self, x, /)", context_is_snan, "A signaling NaN?", 0},
    {"is_signed(self, x, /)", context_is_signed, "With a minus sign?", 0},
    {"is_zero(self, x, /)", context_is_zero, "A zero?", 0},
    {"to_sci_string(self, x, /)", context_to_sci_string, "The text of a number.", 0},
    {"to_eng_string(self, x, /)", context_to_eng_string, "The text with an exponent that is a multiple of three.", 0},
    {"to_integral(self, x, /)", context_to_integral_value, "The nearest whole number, without signals.", 0},
    {"to_integral_exact(self, x, /)", context_to_integral_exact, "The nearest whole number, with signals.", 0},
    {"to_integral_value(self, x, /)", context_to_integral_value, "The nearest whole number, without signals.", 0},
    {"add(self, x, y, /)", context_add, "x + y", 0},
    {"subtract(self, x, y, /)", context_subtract, "x - y", 0},
    {"multiply(self, x, y, /)", context_multiply, "x * y", 0},
    {"divide(self, x, y, /)", context_divide, "x / y", 0},
    {"divide_int(self, x, y, /)", context_divide_int, "x // y", 0},
    {"remainder(self, x, y, /)", context_remainder, "x % y", 0},
    {"divmod(self, x, y, /)", context_divmod, "(x // y, x % y)", 0},
    {"power(self, /, a, b, modulo=None)", context_power, "a ** b, or a ** b % modulo", 0},
    {"fma(self, x, y, z, /)", context_fma, "x * y + z with one rounding", 0},
    {"quantize(self, x, y, /)", context_quantize, "x rounded to the exponent of y", 0},
    {"compare(self, x, y, /)", context_compare, "Decimal('-1'), 0 or 1, or NaN.", 0},
    {"compare_signal(self, x, y, /)", context_compare_signal, "The same, every NaN being a signal.", 0},
    {"compare_total(self, x, y, /)", context_compare_total, "The order of representations, NaNs and zeros included.", 0},
    {"compare_total_mag(self, x, y, /)", context_compare_total_mag, "The same without signs.", 0},
    {"copy_sign(self, x, y, /)", context_copy_sign, "x with the sign of y.", 0},
    {"logical_and(self, x, y, /)", context_logical_and, "Digit by digit and.", 0},
    {"logical_or(self, x, y, /)", context_logical_or, "Digit by digit or.", 0},
    {"logical_xor(self, x, y, /)", context_logical_xor, "Digit by digit exclusive or.", 0},
    {"max(self, x, y, /)", context_max, "The larger one; a number wins over a quiet NaN.", 0},
    {"max_mag(self, x, y, /)", context_max_mag, "The one of larger magnitude.", 0},
    {"min(self, x, y, /)", context_min, "The smaller one; a number wins over a quiet NaN.", 0},
    {"min_mag(self, x, y, /)", context_min_mag, "The one of smaller magnitude.", 0},
    {"next_toward(self, x, y, /)", context_next_toward, "The neighbour of x in the direction of y.", 0},
    {"remainder_near(self, x, y, /)", context_remainder_near, "What is left of the nearest multiple of y.", 0},
    {"rotate(self, x, y, /)", context_rotate, "The digits of the coefficient moved round.", 0},
    {"same_quantum(self, x, y, /)", context_same_quantum, "Do both have the same exponent, or are both infinite, or both NaN?", 0},
    {"scaleb(self, x, y, /)", context_scaleb, "x * 10**y.", 0},
    {"shift(self, x, y, /)", context_shift, "The digits of the coefficient moved left, or right for a negative y.", 0},
    {0},
};

static const MrGetSetDef getset[] = {
    {"prec", get_prec, set_prec, "digits of results"}, {"rounding", get_rounding, set_rounding, "the rounding mode"},
    {"Emin", get_Emin, set_Emin, "the least exponent of the first digit"}, {"Emax", get_Emax, set_Emax, "the largest exponent of the first digit"},
    {"capitals", get_capitals, set_capitals, "1: exponents are written with E, 0: with e"}, {"clamp", get_clamp, set_clamp, "1: exponents up to Etop() only"},
    {"flags", get_flags, set_flags, "the signals that have occurred"}, {"traps", get_traps, set_traps, "the signals that raise an exception"}, {0}};

const MrTypeDef mr_dec_context_def = {
    .name = "decimal.Context",
    .kind = MR_KIND_OTHER,
    .flags = MR_TYPEDEF_NO_WEAKREF,
    .size = sizeof(MrDecContext),
    .methods = methods,
    .getset = getset,
    .module = "decimal",
    .signature = "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
    .doc = "How decimals are calculated: precision, rounding, the range of exponents, and which signals raise an exception.\n\n"
           "What is not given is as in DefaultContext.",
};

/* ---- localcontext() ---- */

typedef struct MrDecManager {
    MrObj h;
    MrValue outer, inner;
} MrDecManager;

static MrValue manager_enter(MrThread *t, MrValue *a)
{
    MrDecManager *m = (MrDecManager *)mr_obj_of(a[0]);
    return mr_context_var_set(t, mr_dec_state(t)->variable, m->inner) ? m->inner : MR_ERROR;
}

static MrValue manager_exit(MrThread *t, MrValue *a)
{
    MrDecManager *m = (MrDecManager *)mr_obj_of(a[0]);
    return mr_context_var_set(t, mr_dec_state(t)->variable, m->outer) ? MR_FALSE : MR_ERROR;
}

static void manager_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrDecManager *)o)->outer);
    mr_mark(gc, ((MrDecManager *)o)->inner);
}

static const MrMethodDef manager_methods[] = {{"__enter__(self, /)", manager_enter, "Make the context the current one.", 0},
                                              {"__exit__(self, /, *error)", manager_exit, "Bring back the context that was current before.", 0},
                                              {0}};

const MrTypeDef mr_dec_manager_def = {
    .name = "decimal.ContextManager",
    .kind = MR_KIND_OTHER,
    .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_NO_WEAKREF,
    .size = sizeof(MrDecManager),
    .methods = manager_methods,
    .trace = manager_trace,
    .module = "decimal",
    .doc = "What localcontext() returns: a context for the body of a with statement.",
};

static bool apply_keywords(MrThread *t, MrValue context, MrDict *keywords)
{
    static const char *const names[] = {"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"};
    MrValue settings[8] = {MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND, MR_UNBOUND}, key, value;
    for (size_t at = 0; mr_dict_next(keywords, &at, &key, &value);) {
        int i = 0;
        while (i < 8 && !mr_str_equal_c(key, names[i]))
            i++;
        if (i == 8)
            return (void)mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for this function", mr_cstr(key)), false;
        settings[i] = value;
    }
    return apply(t, context, settings);
}

MrValue mr_dec_localcontext(MrThread *t, MrValue *a)
{
    MrDecContext *outer = mr_dec_current(t), *c = outer ? mr_dec_context_arg(t, a[0]) : NULL;
    MrDecContext *inner = c ? mr_dec_context_copy(t, c) : NULL;
    if (!inner || (a[1] != MR_UNBOUND && !apply_keywords(t, mr_val(inner), MR_DICT(a[1]))))
        return MR_ERROR;
    MrDecManager *m = mr_def_alloc(t, &mr_dec_manager_def);
    if (!m)
        return MR_ERROR;
    m->outer = mr_val(outer);
    m->inner = mr_val(inner);
    return mr_val(m);
}
