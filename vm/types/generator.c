/* Methods and attributes of generators and coroutines, the iterator of `coroutine.__await__()`, and where coroutines were made.
 *
 * Resuming, throwing and closing are vm/generator.c's; here they get their Python faces. A coroutine remembers the function and the
 * instruction that made it (origin, finalizer: unused by coroutines otherwise), so that the warning about one that was never awaited names the
 * line of the forgotten await, whenever the collector finds it.
 */
#include "vm/attr.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/types/generator.h"

#define GEN(v) ((MrGenerator *)mr_obj_of(v))

/* ---- arguments of throw ---- */

static MrValue normalize(MrThread *t, MrValue type, MrValue value)
{
    bool bare = value == MR_UNBOUND || value == MR_NONE;
    int same = bare ? 0 : mr_isinstance(t, value, type);
    if (same < 0)
        return MR_ERROR;
    if (same)
        return value;
    MrValue exc = bare ? mr_call0(t, type) : mr_is_tuple(value) ? mr_call(t, type, MR_TUPLE(value)->length, MR_TUPLE(value)->items) : mr_call1(t, type, value);
    if (exc == MR_ERROR || mr_is_exception(exc))
        return exc;
    MrValue shown = mr_repr(t, type);
    return shown == MR_ERROR ? shown
                             : mr_raise(t, MR_EXC_TypeError, "calling %s should have returned an instance of BaseException, not %s", mr_cstr(shown), mr_type_name(t, exc));
}

MrValue mr_throw_exception(MrThread *t, const char *method, MrTuple *args)
{
    if (args->length < 1)
        return mr_raise(t, MR_EXC_TypeError, "%s expected at least 1 argument, got 0", method);
    if (args->length > 3)
        return mr_raise(t, MR_EXC_TypeError, "%s expected at most 3 arguments, got %zu", method, args->length);
    if (args->length > 1 && !mr_warn(t, MR_EXC_DeprecationWarning, "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", method))
        return MR_ERROR;
    MrValue type = args->items[0], value = args->length > 1 ? args->items[1] : MR_UNBOUND, tb = args->length > 2 ? args->items[2] : MR_NONE;
    if (tb != MR_NONE && !mr_is_kind(tb, MR_KIND_TRACEBACK))
        return mr_raise(t, MR_EXC_TypeError, "throw() third argument must be a traceback object");
    MrValue exc;
    if (mr_is_exception_class(t, type)) {
        exc = normalize(t, type, value);
    } else if (mr_is_exception(type)) {
        if (value != MR_UNBOUND && value != MR_NONE)
            return mr_raise(t, MR_EXC_TypeError, "instance exception may not have a separate value");
        exc = type;
    } else {
        return mr_raise(t, MR_EXC_TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", mr_type_name(t, type));
    }
    if (exc == MR_ERROR && mr_is_exception_class(t, type))
        exc = mr_take_pending(t); /* what went wrong in making it is thrown in its place */
    if (exc != MR_ERROR && tb != MR_NONE)
        MR_EXCEPTION(exc)->traceback = tb;
    return exc;
}

/* ---- methods shared by the kinds ---- */

static MrValue generator_send(MrThread *t, MrValue *a) { return mr_gen_send(t, GEN(a[0]), a[1]); }

static MrValue generator_throw(MrThread *t, MrValue *a)
{
    MrValue exc = mr_throw_exception(t, "throw", MR_TUPLE(a[1]));
    return exc == MR_ERROR ? exc : mr_gen_throw(t, GEN(a[0]), exc);
}

static MrValue generator_close(MrThread *t, MrValue *a) { return mr_gen_close(t, GEN(a[0])) ? MR_NONE : MR_ERROR; }

/* Name (0) or qualified name (1). */
static MrValue name_of(const MrGenerator *g, int which)
{
    if (g->sided && g->side->names[which] != MR_UNBOUND)
        return g->side->names[which];
    return which ? g->function->qualname : g->function->name;
}

MrValue mr_generator_qualname(MrGenerator *g) { return name_of(g, 1); }

static MrValue repr_as(MrThread *t, MrValue self, const char *kind)
{
    return mr_strf(t, "<%s object %s at %p>", kind, mr_cstr(mr_generator_qualname(GEN(self))), (void *)GEN(self));
}

static MrValue generator_repr(MrThread *t, MrValue *a) { return repr_as(t, a[0], "generator"); }
static MrValue coroutine_repr(MrThread *t, MrValue *a) { return repr_as(t, a[0], "coroutine"); }

static MrValue get_name(MrThread *t, MrValue self)
{
    (void)t;
    return name_of(GEN(self), 0);
}

static MrValue get_qualname(MrThread *t, MrValue self)
{
    (void)t;
    return mr_generator_qualname(GEN(self));
}

static bool set_text(MrThread *t, MrGenerator *g, int which, MrValue value, const char *name)
{
    if (!mr_is_str(value)) {
        mr_raise(t, MR_EXC_TypeError, "%s must be set to a string object", name);
        return false;
    }
    MrGenSide *side = mr_gen_side(t, g);
    if (!side)
        return false;
    side->names[which] = value;
    mr_write_barrier(t, g, value);
    return true;
}

static bool set_name(MrThread *t, MrValue self, MrValue value) { return set_text(t, GEN(self), 0, value, "__name__"); }
static bool set_qualname(MrThread *t, MrValue self, MrValue value) { return set_text(t, GEN(self), 1, value, "__qualname__"); }

static MrValue get_code(MrThread *t, MrValue self)
{
    (void)t;
    return mr_val(GEN(self)->function->code);
}

static MrValue get_frame(MrThread *t, MrValue self)
{
    MrGenerator *g = GEN(self);
    if (g->state == MR_GEN_DONE)
        return MR_NONE;
    if (mr_gen_is_running(g))
        for (MrFrame *frame = t->frame; frame > t->frames; frame--)
            if (frame->gen == g)
                return mr_frame_object_of(t, frame);
    return mr_frame_object_waiting(t, g);
}

static MrValue get_running(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(GEN(self)->state != MR_GEN_DONE && mr_gen_is_running(GEN(self)));
}

static MrValue get_suspended(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(GEN(self)->state == MR_GEN_SUSPENDED && !mr_gen_is_running(GEN(self)));
}

static MrValue get_delegate(MrThread *t, MrValue self)
{
    (void)t;
    MrGenerator *g = GEN(self);
    if (g->state != MR_GEN_SUSPENDED || mr_gen_is_running(g))
        return MR_NONE;
    if (g->awaiting)
        return mr_val(g->awaiting);
    return g->pc->op == MR_OP_SEND && g->regs[g->pc->b] != MR_UNBOUND ? g->regs[g->pc->b] : MR_NONE;
}

static MrValue get_origin(MrThread *t, MrValue self)
{
    (void)t;
    MrValue origin = mr_gen_origin(GEN(self));
    return mr_is_tuple(origin) ? origin : MR_NONE;
}

static MrValue get_ag_running(MrThread *t, MrValue self)
{
    (void)t;
    return mr_bool(GEN(self)->ag_running);
}

static const MrMethodDef generator_methods[] = {
    {"send(self, value, /)", generator_send,
     "Go on with value as the result of the yield, and return what is yielded next; raises StopIteration at the end.", 0},
    {"throw(self, /, *args)", generator_throw, "Raise an exception at the yield, and return what is yielded next.", 0},
    {"close(self, /)", generator_close, "End the generator with GeneratorExit at its yield; raises RuntimeError if it yields once more.", 0},
    {"__repr__(self, /)", generator_repr, "The text that repr(self) gives.", 0},
    {0},
};

#define COMMON_ROWS(kind)                                                 \
    {"__name__", get_name, set_name, "name of the " kind},                  \
    {"__qualname__", get_qualname, set_qualname, "qualified name of the " kind}

static const MrGetSetDef generator_getset[] = {
    COMMON_ROWS("generator"),
    {"gi_code", get_code, NULL, "the compiled body"},
    {"gi_frame", get_frame, NULL, "the frame, or None after the end"},
    {"gi_running", get_running, NULL, "whether it is being executed"},
    {"gi_suspended", get_suspended, NULL, "whether it waits at a yield"},
    {"gi_yieldfrom", get_delegate, NULL, "the iterator after `yield from` that it is in, or None"},
    {0},
};

const MrTypeDef mr_generator_type = {
    .name = "generator",
    .kind = MR_KIND_GENERATOR,
    .size = sizeof(MrGenerator),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_VARSIZE,
    .methods = generator_methods,
    .getset = generator_getset,
    .next = mr_gen_next,
};

/* ---- coroutines ---- */

typedef struct MrCoroutineWrapper {
    MrObj h;
    MrGenerator *coroutine;
} MrCoroutineWrapper;

#define WRAPPED(v) (((MrCoroutineWrapper *)mr_obj_of(v))->coroutine)

static MrValue coroutine_await(MrThread *t, MrValue *a)
{
    MrCoroutineWrapper *w = mr_alloc(t, sizeof *w, MR_KIND_OTHER, MR_TYPE_coroutine_wrapper);
    if (!w)
        return MR_ERROR;
    w->coroutine = GEN(a[0]);
    return mr_val(w);
}

static const MrMethodDef coroutine_methods[] = {
    {"send(self, value, /)", generator_send,
     "Go on with value as the result of the await, up to the next one; raises StopIteration with the result at the end.", 0},
    {"throw(self, /, *args)", generator_throw, "Raise an exception at the await, and go on to the next one.", 0},
    {"close(self, /)", generator_close, "End the coroutine with GeneratorExit at its await; raises RuntimeError if it awaits once more.", 0},
    {"__await__(self, /)", coroutine_await, "The iterator that await runs to get the value.", 0},
    {"__repr__(self, /)", coroutine_repr, "The text that repr(self) gives.", 0},
    {0},
};

static const MrGetSetDef coroutine_getset[] = {
    COMMON_ROWS("coroutine"),
    {"cr_await", get_delegate, NULL, "what it awaits, or None"},
    {"cr_code", get_code, NULL, "the compiled body"},
    {"cr_frame", get_frame, NULL, "the frame, or None after the end"},
    {"cr_origin", get_origin, NULL, "where it was made, if origins are tracked"},
    {"cr_running", get_running, NULL, "whether it is being executed"},
    {"cr_suspended", get_suspended, NULL, "whether it waits at an await"},
    {0},
};

const MrTypeDef mr_coroutine_type = {
    .name = "coroutine",
    .kind = MR_KIND_GENERATOR,
    .size = sizeof(MrGenerator),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_VARSIZE,
    .methods = coroutine_methods,
    .getset = coroutine_getset,
};

static MrValue wrapper_next(MrThread *t, MrValue self)
{
    MrValue out;
    switch (mr_gen_resume(t, WRAPPED(self), MR_NONE, MR_UNBOUND, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return out == MR_NONE ? MR_UNBOUND : mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

static MrValue wrapper_send(MrThread *t, MrValue *a) { return mr_gen_send(t, WRAPPED(a[0]), a[1]); }

static MrValue wrapper_throw(MrThread *t, MrValue *a)
{
    MrValue exc = mr_throw_exception(t, "throw", MR_TUPLE(a[1]));
    return exc == MR_ERROR ? exc : mr_gen_throw(t, WRAPPED(a[0]), exc);
}

static MrValue wrapper_close(MrThread *t, MrValue *a) { return mr_gen_close(t, WRAPPED(a[0])) ? MR_NONE : MR_ERROR; }

static void wrapper_trace(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrCoroutineWrapper *)o)->coroutine); }

static const MrMethodDef wrapper_methods[] = {
    {"send(self, value, /)", wrapper_send,
     "Go on with value as the result of the await, up to the next one; raises StopIteration with the result at the end.", 0},
    {"throw(self, /, *args)", wrapper_throw, "Raise an exception at the await, and go on to the next one.", 0},
    {"close(self, /)", wrapper_close, "End the coroutine with GeneratorExit at its await; raises RuntimeError if it awaits once more.", 0},
    {0},
};

const MrTypeDef mr_coroutine_wrapper_type = {
    .name = "coroutine_wrapper",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrCoroutineWrapper),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = wrapper_methods,
    .next = wrapper_next,
    .trace = wrapper_trace,
};

/* ---- asynchronous generators: the attributes; asend and the others are in asyncgen.c ---- */

const MrGetSetDef mr_asyncgen_getset[] = {
    COMMON_ROWS("async generator"),
    {"ag_await", get_delegate, NULL, "what it awaits, or None"},
    {"ag_code", get_code, NULL, "the compiled body"},
    {"ag_frame", get_frame, NULL, "the frame, or None after the end"},
    {"ag_running", get_ag_running, NULL, "whether one of its steps is being executed"},
    {"ag_suspended", get_suspended, NULL, "whether it waits at a yield"},
    {0},
};

/* ---- origins ---- */

static bool add_place(MrThread *t, MrValue list, MrCode *code, MrInstr *pc)
{
    MrValue items[3] = {mr_val(code->filename), mr_small_int(mr_code_line(code, (uint32_t)(pc - code->code))), mr_val(code->name)};
    MrValue place = mr_tuple_from(t, items, 3);
    return place != MR_ERROR && mr_list_append(t, list, place);
}

/* The innermost `depth` Python frames as (file, line, function); NULL-safe: an error leaves the coroutine without an origin. */
static MrValue walk_frames(MrThread *t, int64_t depth)
{
    MrValue list = mr_list_new(t, 0);
    if (list == MR_ERROR)
        return list;
    for (MrFrame *f = t->frame; f > t->frames && depth > 0; f--) {
        if (!add_place(t, list, f->code, f->pc))
            return MR_ERROR;
        depth--;
        for (MrGenerator *up = f->gen ? f->gen->awaiter : NULL; up && depth > 0; up = up->awaiter, depth--)
            if (!add_place(t, list, up->function->code, up->pc))
                return MR_ERROR;
    }
    return mr_tuple_of(t, list);
}

void mr_coroutine_note_origin(MrThread *t, MrGenerator *g)
{
    MrValue depth = t->coro_origin;
    if (MR_UNLIKELY(mr_is_int(depth) && mr_int_of(depth) > 0)) {
        g->origin = walk_frames(t, mr_int_of(depth));
        if (g->origin == MR_ERROR) {
            g->origin = MR_UNBOUND;
            mr_take_pending(t);
        }
    } else if (t->frame > t->frames) {
        g->origin = mr_val(t->frame->function);
        g->origin_pc = (uint32_t)(t->frame->pc - t->frame->code->code);
    }
}

/* warnings.warn_explicit at the place where the coroutine was made. */
static bool warn_at_origin(MrThread *t, MrGenerator *g, MrValue warnings, MrValue message)
{
    MrFunction *f = (MrFunction *)mr_obj_of(mr_gen_origin(g));
    MrValue key = mr_str_c(t, "__warningregistry__");
    if (key == MR_ERROR)
        return false;
    MrValue registry = mr_dict_get_str(t, f->globals, MR_STR(key));
    if (registry == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d || !mr_dict_set_str(t, f->globals, MR_STR(key), mr_val(d)))
            return false;
        registry = mr_val(d);
    }
    MrValue module = mr_dict_get_str(t, f->globals, mr_n(t, __name__));
    MrValue args[] = {message, mr_type_val(t, MR_EXC_RuntimeWarning), mr_val(f->code->filename),
                      mr_small_int(mr_code_line(f->code, g->origin_pc)), module == MR_UNBOUND ? MR_NONE : module, registry, MR_NONE, mr_val(g)};
    MrValue function = mr_getattr(t, warnings, mr_n(t, warn_explicit));
    return function != MR_ERROR && mr_call(t, function, sizeof args / sizeof *args, args) != MR_ERROR;
}

void mr_warn_never_awaited(MrThread *t, MrGenerator *g)
{
    MrValue warnings = mr_import(t, "warnings");
    bool ok = warnings != MR_ERROR;
    if (ok && mr_is_kind(mr_gen_origin(g), MR_KIND_FUNCTION)) {
        MrValue message = mr_strf(t, "coroutine '%s' was never awaited", mr_cstr(mr_generator_qualname(g)));
        ok = message != MR_ERROR && warn_at_origin(t, g, warnings, message);
    } else if (ok) {
        MrValue function = mr_getattr_c(t, warnings, "_warn_unawaited_coroutine");
        ok = function != MR_ERROR && mr_call1(t, function, mr_val(g)) != MR_ERROR;
    }
    if (!ok)
        mr_report_unraisable(t, mr_val(g));
}
