/* _decimal: the module, its state in the isolate, and what the parts of decimal that are in Python need: numbers as parts, rounding, signals.
 */
#include "stdlib/native/_decimal.h"

#include "vm/context.h"

static MrValue decimal_getcontext(MrThread *t, MrValue *a)
{
    (void)a;
    MrDecContext *c = mr_dec_current(t);
    return c ? mr_val(c) : MR_ERROR;
}

static MrValue decimal_setcontext(MrThread *t, MrValue *a)
{
    MrDecState *s = mr_dec_state(t);
    MrValue v = a[0];
    if (!mr_is_dec_context(t, v))
        return mr_raise(t, MR_EXC_TypeError, "argument must be a context");
    for (int i = 0; i < 3; i++)
        if (v == s->templates[i]) {
            MrDecContext *c = mr_dec_context_copy(t, MR_DEC_CONTEXT(v));
            if (!c)
                return MR_ERROR;
            c->status = 0;
            v = mr_val(c);
            break;
        }
    return mr_context_var_set(t, s->variable, v) ? MR_NONE : MR_ERROR;
}

/* ---- for the parts in Python ---- */

static MrValue decimal_parts(MrThread *t, MrValue *a)
{
    MrValue v = mr_dec_strict_operand(t, a[0]);
    if (v == MR_ERROR)
        return v;
    const MrDec *d = MR_DEC(v);
    MrCoef n;
    mr_coef_of(&n, d);
    MrValue parts[4] = {mr_small_int(mr_dec_sign(d)), mr_coef_int(t, &n, 0), mr_int(t, d->e), mr_small_int(mr_dec_kind(d))};
    return parts[1] == MR_ERROR || parts[2] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 4);
}

static bool read_exponent(MrThread *t, MrValue v, int64_t *e)
{
    if (!mr_is_integer(v))
        return (void)mr_raise(t, MR_EXC_TypeError, "an integer is required"), false;
    int64_t far = (int64_t)1 << 61;
    if (!mr_int_as_i64(v, e))
        *e = mr_int_sign(v) < 0 ? -far : far;
    *e = *e > far ? far : *e < -far ? -far : *e;
    return true;
}

static MrValue decimal_make(MrThread *t, MrValue *a)
{
    MrCoef n;
    int64_t e;
    unsigned sign;
    if (!mr_is_integer(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "an integer is required");
    if (!read_exponent(t, a[2], &e) || !mr_coef_of_int(t, &n, a[1], &sign))
        return MR_ERROR;
    MrValue v = mr_dec_make(t, a[0] == mr_small_int(1), e, &n);
    if (v != MR_ERROR && a[3] != MR_UNBOUND && mr_is_int(a[3]))
        MR_DEC(v)->h.aux |= (uint16_t)((mr_int_of(a[3]) & 3) << 1);
    return v;
}

static MrDecContext *need_context(MrThread *t, MrValue v)
{
    return mr_is_dec_context(t, v) ? MR_DEC_CONTEXT(v) : ((void)mr_raise(t, MR_EXC_TypeError, "optional argument must be a context"), NULL);
}

static MrValue decimal_finish(MrThread *t, MrValue *a)
{
    MrDecContext *c = need_context(t, a[0]);
    MrCoef n;
    int64_t e;
    unsigned sign;
    if (!c || !read_exponent(t, a[3], &e))
        return MR_ERROR;
    if (!mr_is_integer(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "an integer is required");
    if (!mr_coef_of_int(t, &n, a[2], &sign))
        return MR_ERROR;
    return mr_dec_finish(t, a[1] == mr_small_int(1), e, &n, c, a[4] != MR_UNBOUND && mr_is_int(a[4]) ? (uint32_t)mr_int_of(a[4]) & MR_DEC_ALL_BITS : 0);
}

static MrValue decimal_nan(MrThread *t, MrValue *a)
{
    MrDecContext *c = need_context(t, a[0]);
    MrValue x = c ? mr_dec_strict_operand(t, a[1]) : MR_ERROR, y = x == MR_ERROR || a[2] == MR_UNBOUND ? x : mr_dec_strict_operand(t, a[2]);
    return y == MR_ERROR ? y : mr_dec_nan2(t, x, y, c);
}

static MrValue decimal_report(MrThread *t, MrValue *a)
{
    MrDecContext *c = need_context(t, a[0]);
    return c && mr_is_int(a[1]) && mr_dec_report(t, c, (uint32_t)mr_int_of(a[1]) & MR_DEC_ALL_BITS) ? MR_NONE : MR_ERROR;
}

static MrValue decimal_bits(MrThread *t, MrValue *a)
{
    MrDecContext *c = need_context(t, a[0]);
    return c ? mr_small_int(a[1] == MR_TRUE ? c->traps : c->status) : MR_ERROR;
}

static MrValue decimal_set_bits(MrThread *t, MrValue *a)
{
    MrDecContext *c = need_context(t, a[0]);
    if (!c || !mr_is_int(a[2]))
        return c ? mr_raise(t, MR_EXC_TypeError, "an integer is required") : MR_ERROR;
    *(a[1] == MR_TRUE ? &c->traps : &c->status) = (uint32_t)mr_int_of(a[2]) & MR_DEC_ALL_BITS;
    return MR_NONE;
}

static const MrMethodDef functions[] = {
    {"getcontext()", decimal_getcontext, "The current context: of the thread, or of the task.", 0},
    {"setcontext(context, /)", decimal_setcontext, "Makes a context the current one; of the three ready-made ones a copy.", 0},
    {"localcontext(ctx=None, **kwargs)", mr_dec_localcontext,
     "A context for the body of a with statement: a copy of ctx, or of the current one, changed by the keywords.\n\nThe context before is in force again "
     "behind the statement.", 0},
    {"parts(number, /)", decimal_parts, "(sign, coefficient, exponent, kind)", 0},
    {"make(sign, coefficient, exponent, kind=0, /)", decimal_make, "The number of such parts.", 0},
    {"finish(context, sign, coefficient, exponent, bits=0, /)", decimal_finish, "The number as the context can hold it.", 0},
    {"nan(context, x, y=None, /)", decimal_nan, "The NaN that comes of operands of which one is NaN.", 0},
    {"report(context, bits, /)", decimal_report, "Sets flags; raises what is trapped.", 0},
    {"bits(context, traps, /)", decimal_bits, "The flags or the traps as bits.", 0},
    {"set_bits(context, traps, bits, /)", decimal_set_bits, "Sets the flags or the traps.", 0},
    {0},
};

static void state_trace(MrGc *gc, MrObj *o)
{
    MrDecState *s = (MrDecState *)o;
    mr_mark(gc, s->variable);
    mr_mark_values(gc, s->templates, 3);
    mr_mark_values(gc, s->modes, MR_DEC_N_MODES);
    mr_mark(gc, s->signals);
    mr_mark(gc, s->functions);
    mr_mark_values(gc, s->powers, MR_DEC_N_POWERS);
}

const MrTypeDef mr_dec_state_def = {
    .name = "decimal._State", .kind = MR_KIND_OTHER, .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .size = sizeof(MrDecState), .trace = state_trace, .module = "decimal"};

static MrValue template(MrThread *t, int64_t prec, uint8_t rounding, uint32_t traps)
{
    MrDecContext *c = mr_def_alloc(t, &mr_dec_context_def);
    if (!c)
        return MR_ERROR;
    c->prec = prec;
    c->emin = -999999;
    c->emax = 999999;
    c->capitals = 1;
    c->rounding = rounding;
    c->traps = traps;
    return mr_val(c);
}

static bool init(MrThread *t, MrModule *m)
{
    static const char *const modes[] = {"ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};
    static const char *const names[] = {"DefaultContext", "BasicContext", "ExtendedContext"};
    enum { USUAL = MR_DEC_DIVISION | MR_DEC_OVERFLOW | 31 };
    MrDecState *s = mr_is_obj(t->iso->hooks[MR_HOOK_DECIMAL]) ? mr_dec_state(t) : NULL;
    if (!s) { /* numbers and the current context outlive a second import */
        if (!(s = mr_def_alloc(t, &mr_dec_state_def)) || !(s->number = mr_type_from_def(t, &mr_dec_def)) || !(s->context = mr_type_from_def(t, &mr_dec_context_def))
            || (s->variable = mr_context_var_new(t, "decimal_context")) == MR_ERROR)
            return false;
        for (int i = 0; i < MR_DEC_N_MODES; i++) {
            MrStr *name = mr_intern(t, modes[i], strlen(modes[i]));
            if (!name)
                return false;
            s->modes[i] = mr_val(name);
        }
        const MrObj *zero = mr_def_alloc(t, &mr_dec_def);
        if (!zero)
            return false;
        s->shape = zero->shape;
        if ((s->templates[0] = template(t, 28, MR_DEC_HALF_EVEN, USUAL)) == MR_ERROR
            || (s->templates[1] = template(t, 9, MR_DEC_HALF_UP, USUAL | MR_DEC_CLAMPED | MR_DEC_UNDERFLOW)) == MR_ERROR
            || (s->templates[2] = template(t, 9, MR_DEC_HALF_EVEN, 0)) == MR_ERROR)
            return false;
        t->iso->hooks[MR_HOOK_DECIMAL] = mr_val(s);
    }
    for (int i = 0; i < MR_DEC_N_MODES; i++)
        if (!mr_module_add(t, m, modes[i], s->modes[i]))
            return false;
    for (int i = 0; i < 3; i++)
        if (!mr_module_add(t, m, names[i], s->templates[i]))
            return false;
    return mr_module_add(t, m, "Decimal", mr_val(s->number)) && mr_module_add(t, m, "Context", mr_val(s->context))
           && mr_module_add(t, m, "MAX_PREC", mr_int(t, MR_DEC_MAX)) && mr_module_add(t, m, "MAX_EMAX", mr_int(t, MR_DEC_MAX))
           && mr_module_add(t, m, "MIN_EMIN", mr_int(t, -MR_DEC_MAX)) && mr_module_add(t, m, "MIN_ETINY", mr_int(t, MR_DEC_MIN_ETINY));
}

const MrModuleDef mr_module__decimal = {.name = "_decimal", .functions = functions, .init = init, .doc =
     "Decimal arithmetic: the classes of the module decimal."};
