/* What the files of _decimal share: numbers, contexts, coefficients, and each file's functions for the others.
 *
 * A number is immutable: sign, kind, exponent and coefficient. A coefficient is binary: one of up to 128 bits (38 digits, so all that the usual
 * precision of 28 makes) stands in the object itself, a longer one is an int of the language. Binary rather than base 10^19, since the work is then GMP's
 * and the ints' of the VM, with their limits; what rounding pays for it is a division by a power of ten, which in 128 bits is two instructions.
 * Everything between an operation's start and the new object is done on MrCoef, whose limbs stand on the C stack unless they are many.
 * Functions that give a MrValue return MR_ERROR with the exception pending, as everywhere; so does what signals when the signal is trapped.
 */
#ifndef MR_STDLIB_NATIVE_DECIMAL_H
#define MR_STDLIB_NATIVE_DECIMAL_H

#include "stdlib/native/instance.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"

__extension__ typedef unsigned __int128 MrU128;

enum { MR_DEC_FINITE, MR_DEC_INFINITE, MR_DEC_QNAN, MR_DEC_SNAN };
enum { MR_DEC_SIGN = 1, MR_DEC_KIND = 6, MR_DEC_BIG = 8 }; /* bits of h.aux */

typedef struct MrDec {
    MrObj h;
    int64_t e;
    uint64_t lo, hi; /* the coefficient; MR_DEC_BIG: lo is the MrValue of an int of more than 128 bits */
} MrDec;

enum { /* rounding modes */
    MR_DEC_CEILING, MR_DEC_FLOOR, MR_DEC_UP, MR_DEC_DOWN, MR_DEC_HALF_UP, MR_DEC_HALF_DOWN, MR_DEC_HALF_EVEN, MR_DEC_05UP, MR_DEC_N_MODES
};
enum { /* conditions; the first five make up the signal InvalidOperation */
    MR_DEC_INVALID = 1, MR_DEC_CONVERSION = 2, MR_DEC_IMPOSSIBLE = 4, MR_DEC_UNDEFINED = 8, MR_DEC_BAD_CONTEXT = 16, MR_DEC_FLOAT = 32, MR_DEC_DIVISION = 64,
    MR_DEC_OVERFLOW = 128, MR_DEC_UNDERFLOW = 256, MR_DEC_SUBNORMAL = 512, MR_DEC_INEXACT = 1024, MR_DEC_ROUNDED = 2048, MR_DEC_CLAMPED = 4096,
    MR_DEC_ALL_BITS = 8191
};
#define MR_DEC_MAX ((int64_t)999999999999999999) /* MAX_PREC and MAX_EMAX */
#define MR_DEC_MIN_ETINY (-2 * MR_DEC_MAX + 1)

typedef struct MrDecContext {
    MrObj h;
    int64_t prec, emin, emax;
    uint8_t rounding, capitals, clamp;
    uint32_t status, traps;
} MrDecContext;
static inline int64_t mr_dec_etiny(const MrDecContext *c) { return c->emin - c->prec + 1; }
static inline int64_t mr_dec_etop(const MrDecContext *c) { return c->emax - c->prec + 1; }

enum { MR_DEC_N_POWERS = 8 };
typedef struct MrDecState { /* of the isolate, at iso->hooks[MR_HOOK_DECIMAL] */
    MrObj h;
    MrType *number, *context;
    uint32_t shape;                /* of exact Decimals */
    MrValue variable;              /* the ContextVar of the current context */
    MrValue templates[3];          /* DefaultContext, BasicContext, ExtendedContext */
    MrValue modes[MR_DEC_N_MODES]; /* names of rounding modes */
    MrValue signals, functions;    /* the modules _decimal_signals and _decimal_functions; MR_UNBOUND until needed */
    int64_t exponents[MR_DEC_N_POWERS];
    MrValue powers[MR_DEC_N_POWERS]; /* the large powers of ten that were used last */
    unsigned next_power;
} MrDecState;
#define mr_dec_state(t) ((MrDecState *)mr_obj_of((t)->iso->hooks[MR_HOOK_DECIMAL]))

extern const MrTypeDef mr_dec_def, mr_dec_context_def, mr_dec_manager_def, mr_dec_state_def;

#define MR_DEC(v) ((MrDec *)mr_obj_of(v))
#define MR_DEC_CONTEXT(v) ((MrDecContext *)mr_obj_of(v))
static inline bool mr_is_dec(MrThread *t, MrValue v)
{
    return mr_is_kind(v, MR_KIND_OTHER) && (mr_obj_of(v)->shape == mr_dec_state(t)->shape || mr_typeof(t, v)->def == &mr_dec_def);
}
static inline bool mr_is_dec_context(MrThread *t, MrValue v) { return mr_is_kind(v, MR_KIND_OTHER) && mr_typeof(t, v)->def == &mr_dec_context_def; }
static inline unsigned mr_dec_sign(const MrDec *d) { return d->h.aux & MR_DEC_SIGN; }
static inline unsigned mr_dec_kind(const MrDec *d) { return (d->h.aux & MR_DEC_KIND) >> 1; }
static inline bool mr_dec_is_nan(const MrDec *d) { return mr_dec_kind(d) >= MR_DEC_QNAN; }
static inline bool mr_dec_is_small(const MrDec *d) { return !(d->h.aux & (MR_DEC_KIND | MR_DEC_BIG)); } /* finite, up to 128 bits */
static inline bool mr_dec_is_zero(const MrDec *d) { return mr_dec_is_small(d) && !(d->lo | d->hi); }
static inline MrU128 mr_dec_u128(const MrDec *d) { return (MrU128)d->hi << 64 | d->lo; }

/* ---- _decimal_coef.c: whole numbers without sign ---- */

enum { MR_COEF_ROOM = 32 };
typedef struct MrCoef { /* may point into itself: not to be copied, see mr_coef_copy */
    const uint64_t *p;
    size_t n;       /* normalised; 0: zero */
    MrValue keep;   /* the int whose limbs these are, or MR_UNBOUND */
    uint64_t room[MR_COEF_ROOM];
} MrCoef;

extern const MrU128 mr_dec_powers[39]; /* 10**i */
int mr_digits_u128(MrU128 v);          /* 1 for 0 */
static inline void mr_coef_u128(MrCoef *c, MrU128 v)
{
    c->room[0] = (uint64_t)v;
    c->room[1] = (uint64_t)(v >> 64);
    c->p = c->room;
    c->n = c->room[1] ? 2 : c->room[0] != 0;
    c->keep = MR_UNBOUND;
}
static inline MrU128 mr_coef_get_u128(const MrCoef *c) { return c->n == 0 ? 0 : c->n == 1 ? c->p[0] : (MrU128)c->p[1] << 64 | c->p[0]; } /* n <= 2 */
void mr_coef_of(MrCoef *c, const MrDec *d);       /* a view of the number's; valid while it lives */
bool mr_coef_of_int(MrThread *t, MrCoef *c, MrValue v, unsigned *sign) MR_MUST_CHECK;
MrValue mr_coef_int(MrThread *t, const MrCoef *c, unsigned sign) MR_MUST_CHECK; /* as an int of the language */
void mr_coef_copy(MrCoef *to, const MrCoef *from);
int64_t mr_coef_digits(MrThread *t, const MrCoef *c); /* 1 for 0; -1: error */
int mr_coef_compare(const MrCoef *a, const MrCoef *b);
/* The results may not be the operands. Sizes beyond all bounds are a MemoryError. */
bool mr_coef_power10(MrThread *t, MrCoef *r, int64_t exponent) MR_MUST_CHECK;
bool mr_coef_add(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b) MR_MUST_CHECK;
bool mr_coef_sub(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b) MR_MUST_CHECK; /* a >= b */
bool mr_coef_mul(MrThread *t, MrCoef *r, const MrCoef *a, const MrCoef *b) MR_MUST_CHECK;
bool mr_coef_divmod(MrThread *t, MrCoef *q, MrCoef *r, const MrCoef *a, const MrCoef *b) MR_MUST_CHECK; /* b > 0 */
bool mr_coef_scale(MrThread *t, MrCoef *r, const MrCoef *a, int64_t exponent) MR_MUST_CHECK;      /* a * 10**exponent */
bool mr_coef_sqrt(MrThread *t, MrCoef *r, const MrCoef *a, bool *exact) MR_MUST_CHECK;
bool mr_coef_increment(MrThread *t, MrCoef *c) MR_MUST_CHECK;
/* q = a without its last `drop` > 0 digits; what these were: 0 nothing, 1 below a half, 2 a half, 3 above. -1: error */
int mr_coef_cut(MrThread *t, MrCoef *q, const MrCoef *a, int64_t drop);
unsigned mr_coef_mod5(const MrCoef *c);
/* Takes off up to `most` zeros at the end; their number, or -1. */
int64_t mr_coef_strip(MrThread *t, MrCoef *c, int64_t most);
/* The digits as text, at least one; *n their number. NULL: error. `small` is room for 40. */
const char *mr_coef_text(MrThread *t, const MrCoef *c, char *small, size_t *n);
bool mr_coef_of_text(MrThread *t, MrCoef *c, const char *digits, size_t n) MR_MUST_CHECK; /* ASCII digits only */

/* ---- _decimal_round.c: results ---- */

MrValue mr_dec_make(MrThread *t, unsigned sign, int64_t e, const MrCoef *c) MR_MUST_CHECK;
MrValue mr_dec_make_u128(MrThread *t, unsigned sign, int64_t e, MrU128 v) MR_MUST_CHECK;
MrValue mr_dec_special(MrThread *t, unsigned sign, unsigned kind) MR_MUST_CHECK; /* infinity or NaN without payload */
MrValue mr_dec_with_sign(MrThread *t, const MrDec *d, unsigned sign) MR_MUST_CHECK; /* the same number, exact class */
bool mr_dec_report(MrThread *t, MrDecContext *c, uint32_t bits) MR_MUST_CHECK; /* false: one is trapped */
MrValue mr_dec_invalid(MrThread *t, MrDecContext *c, uint32_t bits);          /* NaN */
/* The number as the context can hold it, after the conditions `bits`. */
MrValue mr_dec_finish(MrThread *t, unsigned sign, int64_t e, const MrCoef *n, MrDecContext *c, uint32_t bits);
MrValue mr_dec_finish_u128(MrThread *t, unsigned sign, int64_t e, MrU128 v, MrDecContext *c);
MrValue mr_dec_overflow(MrThread *t, unsigned sign, MrDecContext *c, uint32_t bits);
MrValue mr_dec_largest(MrThread *t, unsigned sign, MrDecContext *c);
/* The NaN that comes of one or two operands of which one is NaN. */
MrValue mr_dec_nan(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_nan2(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
/* r = n rounded off by `drop` > 0 digits. 1: something was lost; -1: error */
int mr_dec_round_off(MrThread *t, MrCoef *r, const MrCoef *n, int64_t drop, unsigned mode, unsigned sign);
/* r = the coefficient for another exponent, rounded; as above. */
int mr_dec_rescale(MrThread *t, MrCoef *r, const MrCoef *n, int64_t e, int64_t to, unsigned mode, unsigned sign);
MrValue mr_dec_quantize(MrThread *t, MrValue a, MrValue b, MrDecContext *c, unsigned mode);
MrValue mr_dec_integral(MrThread *t, MrValue a, MrDecContext *c, unsigned mode, bool exact);
MrValue mr_dec_plus(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_minus(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_abs(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_keeping(MrThread *t, MrValue a, MrDecContext *c); /* brought within the context, zeros keeping their sign */
int64_t mr_dec_adjusted(MrThread *t, const MrDec *d);           /* of finite ones; see mr_coef_digits: INT64_MIN is an error */

/* ---- _decimal_arithmetic.c ---- */

MrValue mr_dec_add(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_sub(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_mul(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_div(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_floordiv(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_mod(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_divmod(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_remainder_near(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_fma(MrThread *t, MrValue a, MrValue b, MrValue third, MrDecContext *c);
MrValue mr_dec_sqrt(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_power(MrThread *t, MrValue a, MrValue b, MrValue modulo_or_none, MrDecContext *c); /* [script] */
MrValue mr_dec_exp(MrThread *t, MrValue a, MrDecContext *c);   /* [script] */
MrValue mr_dec_ln(MrThread *t, MrValue a, MrDecContext *c);    /* [script] */
MrValue mr_dec_log10(MrThread *t, MrValue a, MrDecContext *c); /* [script] */

/* ---- _decimal_order.c ---- */

enum { MR_DEC_ORDER_ERROR = 2 };
int mr_dec_order(MrThread *t, const MrDec *a, const MrDec *b, bool magnitudes); /* -1, 0, 1 of no NaNs, or the error */
bool mr_dec_hash(MrThread *t, const MrDec *d, uint64_t *hash) MR_MUST_CHECK;
MrValue mr_dec_richcompare(MrThread *t, MrCompare op, MrValue a, MrValue b); /* [script] */
MrValue mr_dec_compare(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_compare_signal(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_compare_total(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_compare_total_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_max(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_min(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_max_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_min_mag(MrThread *t, MrValue a, MrValue b, MrDecContext *c);

/* ---- _decimal_forms.c ---- */

MrValue mr_dec_normalize(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_logb(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_next_plus(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_next_minus(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_next_toward(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_scaleb(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_rotate(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_shift(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_logical_and(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_logical_or(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_logical_xor(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_logical_invert(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_number_class(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_is_normal(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_is_subnormal(MrThread *t, MrValue a, MrDecContext *c);
MrValue mr_dec_same_quantum(MrThread *t, MrValue a, MrValue b, MrDecContext *c);
MrValue mr_dec_copy_sign(MrThread *t, MrValue a, MrValue b, MrDecContext *c);

/* ---- _decimal_text.c, _decimal_format.c ---- */

MrValue mr_dec_text(MrThread *t, const MrDec *d, bool engineering, bool capitals) MR_MUST_CHECK;
/* The number that a text, tuple, int, float or Decimal is, exactly, or as the context rounds it; TypeError for other types. c may be NULL for the
 * current context if it is needed. Text to be rounded has neither blanks nor underscores. [script] */
MrValue mr_dec_of(MrThread *t, MrValue v, MrDecContext *c);
MrValue mr_dec_of_rounded(MrThread *t, MrValue v, MrDecContext *c);
MrValue mr_dec_of_double(MrThread *t, double d) MR_MUST_CHECK;
MrValue mr_dec_of_int(MrThread *t, MrValue v) MR_MUST_CHECK;
MrValue mr_dec_format(MrThread *t, MrValue self, MrValue spec, MrValue override); /* [script] */
void mr_dec_place_point(MrBuf *buf, const char *digits, size_t n, int64_t point); /* digits before the point; also <= 0, or beyond n */

/* ---- _decimal_number.c, _decimal_context.c ---- */

MrDecContext *mr_dec_current(MrThread *t);                    /* the current context; NULL: error */
MrDecContext *mr_dec_context_arg(MrThread *t, MrValue v);     /* `context` of methods: MR_UNBOUND or None is the current one; TypeError */
MrValue mr_dec_localcontext(MrThread *t, MrValue *a); /* the native function */
MrDecContext *mr_dec_context_copy(MrThread *t, const MrDecContext *c);
int mr_dec_mode(MrThread *t, MrValue v);                      /* a rounding mode by its name; -1: TypeError */
/* An operand: the Decimal of an int, MR_NOT_IMPLEMENTED; strictly: TypeError. */
MrValue mr_dec_operand(MrThread *t, MrValue v);
MrValue mr_dec_strict_operand(MrThread *t, MrValue v);
MrValue mr_dec_signals(MrThread *t, const char *name);        /* an attribute of the module _decimal_signals. [script] */

#endif
