/* Asynchronous generators: __anext__, asend, athrow, aclose and the awaitables that these return, and the awaitable of anext(it, default).
 *
 * An awaitable is init, then running, then closed: a second await of it is a RuntimeError. While one runs, ag_running keeps others out. A
 * resume of the generator ends in a `yield` of its own (the awaitable returns that value), in a suspension for the loop (the awaitable yields
 * it on), or in its end (StopAsyncIteration).
 */
#include "vm/error.h"
#include "vm/types/genericalias.h"
#include "vm/types/generator.h"

typedef enum MrAwaitableState { INIT, ITER, CLOSED } MrAwaitableState;

typedef struct MrAsyncGenCall { /* h.aux: MrAwaitableState */
    MrObj h;
    MrGenerator *gen;
    MrValue arg; /* asend: the value; athrow: tuple of throw's arguments; aclose: MR_UNBOUND */
} MrAsyncGenCall;

#define CALL(v) ((MrAsyncGenCall *)mr_obj_of(v))

/* ---- the generator's side ---- */

static bool call_first_hook(MrThread *t, MrGenerator *g)
{
    if (g->hooks_done)
        return true;
    g->hooks_done = 1;
    MrValue first = t->asyncgen_hooks[0];
    *(g->sided ? &g->side->origin : &g->origin) = t->asyncgen_hooks[1];
    return first == MR_UNBOUND || first == MR_NONE || mr_call1(t, first, mr_val(g)) != MR_ERROR;
}

static MrValue new_call(MrThread *t, MrValue gen, MrTypeId type, MrValue arg)
{
    MrGenerator *g = (MrGenerator *)mr_obj_of(gen);
    if (!call_first_hook(t, g))
        return MR_ERROR;
    MrAsyncGenCall *c = mr_alloc(t, sizeof *c, MR_KIND_OTHER, type);
    if (!c)
        return MR_ERROR;
    c->gen = g;
    c->arg = arg;
    return mr_val(c);
}

MrValue mr_asyncgen_anext(MrThread *t, MrGenerator *g)
{
    return new_call(t, mr_val(g), MR_TYPE_async_generator_asend, MR_NONE);
}

static MrValue asyncgen_aiter(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static MrValue asyncgen_anext(MrThread *t, MrValue *a) { return new_call(t, a[0], MR_TYPE_async_generator_asend, MR_NONE); }
static MrValue asyncgen_asend(MrThread *t, MrValue *a) { return new_call(t, a[0], MR_TYPE_async_generator_asend, a[1]); }
static MrValue asyncgen_aclose(MrThread *t, MrValue *a) { return new_call(t, a[0], MR_TYPE_async_generator_athrow, MR_UNBOUND); }

static MrValue asyncgen_athrow(MrThread *t, MrValue *a)
{
    if (MR_TUPLE(a[1])->length > 1 &&
        !mr_warn(t, MR_EXC_DeprecationWarning, "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead."))
        return MR_ERROR;
    return new_call(t, a[0], MR_TYPE_async_generator_athrow, a[1]);
}

static MrValue asyncgen_repr(MrThread *t, MrValue *a)
{
    MrGenerator *g = (MrGenerator *)mr_obj_of(a[0]);
    return mr_strf(t, "<async_generator object %s at %p>", mr_cstr(mr_generator_qualname(g)), (void *)g);
}

static MrValue asyncgen_class_getitem(MrThread *t, MrValue *a) { return mr_generic_alias(t, a[0], a[1]); }

static const MrMethodDef asyncgen_methods[] = {
    {"__aiter__(self, /)", asyncgen_aiter, "The generator itself.", 0},
    {"__anext__(self, /)", asyncgen_anext, "An awaitable for the next value; raises StopAsyncIteration at the end.", 0},
    {"asend(self, value, /)", asyncgen_asend, "An awaitable that goes on with value as the result of the yield, and gives the next one.", 0},
    {"athrow(self, /, *args)", asyncgen_athrow, "An awaitable that raises an exception at the yield, and gives the next value.", 0},
    {"aclose(self, /)", asyncgen_aclose, "An awaitable that ends the generator with GeneratorExit at its yield.", 0},
    {"__repr__(self, /)", asyncgen_repr, "The text that repr(self) gives.", 0},
    {"__class_getitem__(cls, item, /)", asyncgen_class_getitem, "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_async_generator_type = {
    .name = "async_generator",
    .kind = MR_KIND_GENERATOR,
    .size = sizeof(MrGenerator),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW | MR_TYPEDEF_VARSIZE,
    .methods = asyncgen_methods,
    .getset = mr_asyncgen_getset,
};

/* ---- the awaitables' side ---- */

/* How a resume of the generator ended. */
typedef enum Outcome { GAVE /* `yield value` */, SUSPENDED /* for the loop */, FAILED /* error pending; a return is StopAsyncIteration */ } Outcome;

static Outcome resume(MrThread *t, MrGenerator *g, MrValue value, MrValue exc, MrValue *out)
{
    switch (mr_gen_resume(t, g, value, exc, out)) {
    case MR_GEN_YIELDED: return t->yielded == MR_YIELD_VALUE && !g->awaiting ? GAVE : SUSPENDED;
    case MR_GEN_RETURNED: mr_raise_type_value(t, MR_EXC_StopAsyncIteration, MR_UNBOUND); return FAILED;
    default: return FAILED;
    }
}

/* The generator stopped running for this awaitable: what the awaitable answers. */
static MrGenResult answer(MrThread *t, MrAsyncGenCall *c, Outcome outcome)
{
    if (outcome == SUSPENDED)
        return MR_GEN_YIELDED;
    if (outcome == FAILED && (mr_pending_is(t, MR_EXC_StopAsyncIteration) || mr_pending_is(t, MR_EXC_GeneratorExit)))
        c->gen->ag_closed = 1;
    c->gen->ag_running = 0;
    c->h.aux = CLOSED;
    return outcome == GAVE ? MR_GEN_RETURNED : MR_GEN_RAISED;
}

/* aclose: the generator must not yield any more, and its end is what was asked for. */
static MrGenResult answer_close(MrThread *t, MrAsyncGenCall *c, Outcome outcome, MrValue *out)
{
    if (outcome == SUSPENDED)
        return MR_GEN_YIELDED;
    c->gen->ag_running = 0;
    c->h.aux = CLOSED;
    if (outcome == GAVE) {
        mr_raise(t, MR_EXC_RuntimeError, "async generator ignored GeneratorExit");
        return MR_GEN_RAISED;
    }
    if (!mr_clear_if(t, MR_EXC_StopAsyncIteration) && !mr_clear_if(t, MR_EXC_GeneratorExit))
        return MR_GEN_RAISED;
    *out = MR_NONE;
    return MR_GEN_RETURNED;
}

static MrGenResult refuse(MrThread *t, const char *text)
{
    mr_raise(t, MR_EXC_RuntimeError, "%s", text);
    return MR_GEN_RAISED;
}

static MrGenResult busy(MrThread *t, MrAsyncGenCall *c)
{
    bool asend = c->h.shape == MR_TYPE_async_generator_asend;
    if (!asend)
        c->h.aux = CLOSED;
    mr_raise(t, MR_EXC_RuntimeError, "%s(): asynchronous generator is already running", asend ? "anext" : c->arg == MR_UNBOUND ? "aclose" : "athrow");
    return MR_GEN_RAISED;
}

static MrGenResult send_asend(MrThread *t, MrAsyncGenCall *c, MrValue value, MrValue *out)
{
    if (c->h.aux == CLOSED)
        return refuse(t, "cannot reuse already awaited __anext__()/asend()");
    if (c->h.aux == INIT) {
        if (c->gen->ag_running)
            return busy(t, c);
        if (value == MR_NONE)
            value = c->arg;
        c->h.aux = ITER;
    }
    c->gen->ag_running = 1;
    return answer(t, c, resume(t, c->gen, value, MR_UNBOUND, out));
}

static MrGenResult send_athrow(MrThread *t, MrAsyncGenCall *c, MrValue value, MrValue *out)
{
    MrGenerator *g = c->gen;
    bool closing = c->arg == MR_UNBOUND;
    if (c->h.aux == CLOSED)
        return refuse(t, "cannot reuse already awaited aclose()/athrow()");
    if (g->state == MR_GEN_DONE) {
        c->h.aux = CLOSED;
        *out = MR_NONE;
        return MR_GEN_RETURNED;
    }
    MrValue exc = MR_UNBOUND;
    if (c->h.aux == INIT) {
        if (g->ag_running)
            return busy(t, c);
        if (g->ag_closed) {
            c->h.aux = CLOSED;
            mr_raise_type_value(t, MR_EXC_StopAsyncIteration, MR_UNBOUND);
            return MR_GEN_RAISED;
        }
        if (value != MR_NONE)
            return refuse(t, "can't send non-None value to a just-started coroutine");
        c->h.aux = ITER;
        exc = closing ? mr_call0(t, mr_type_val(t, MR_EXC_GeneratorExit)) : mr_throw_exception(t, "throw", MR_TUPLE(c->arg));
        if (exc == MR_ERROR) {
            c->h.aux = CLOSED;
            return MR_GEN_RAISED;
        }
        g->ag_running = 1;
        if (closing)
            g->ag_closed = 1;
    }
    Outcome outcome = resume(t, g, value, exc, out);
    return closing ? answer_close(t, c, outcome, out) : answer(t, c, outcome);
}

MrGenResult mr_asyncgen_send(MrThread *t, MrValue awaitable, MrValue value, MrValue *out)
{
    MrAsyncGenCall *c = CALL(awaitable);
    return c->h.shape == MR_TYPE_async_generator_asend ? send_asend(t, c, value, out) : send_athrow(t, c, value, out);
}

static MrValue call_next(MrThread *t, MrValue self)
{
    MrValue out;
    switch (mr_asyncgen_send(t, self, MR_NONE, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return out == MR_NONE ? MR_UNBOUND : mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

static MrValue call_send(MrThread *t, MrValue *a)
{
    MrValue out;
    switch (mr_asyncgen_send(t, a[0], a[1], &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

static MrValue call_throw(MrThread *t, MrValue *a)
{
    MrAsyncGenCall *c = CALL(a[0]);
    bool asend = c->h.shape == MR_TYPE_async_generator_asend;
    if (c->h.aux == CLOSED)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot reuse already awaited %s", asend ? "__anext__()/asend()" : "aclose()/athrow()");
    MrValue exc = mr_throw_exception(t, "throw", MR_TUPLE(a[1])), out;
    if (exc == MR_ERROR)
        return exc;
    Outcome outcome = resume(t, c->gen, MR_NONE, exc, &out);
    switch (asend || c->arg != MR_UNBOUND ? answer(t, c, outcome) : answer_close(t, c, outcome, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

static MrValue call_close(MrThread *t, MrValue *a)
{
    (void)t;
    CALL(a[0])->h.aux = CLOSED;
    return MR_NONE;
}

static MrValue awaitable_self(MrThread *t, MrValue *a)
{
    (void)t;
    return a[0];
}

static void call_trace(MrGc *gc, MrObj *o)
{
    mr_mark_obj(gc, ((MrAsyncGenCall *)o)->gen);
    mr_mark(gc, ((MrAsyncGenCall *)o)->arg);
}

static const MrMethodDef call_methods[] = {
    {"__await__(self, /)", awaitable_self, "The iterator that await runs to get the value.", 0},
    {"send(self, value, /)", call_send,
     "Go on with value as the result of the yield, and return what is yielded next; raises StopIteration at the end.", 0},
    {"throw(self, /, *args)", call_throw, "Raise an exception at the yield, and return what is yielded next.", 0},
    {"close(self, /)", call_close, "End the generator with GeneratorExit at its yield; raises RuntimeError if it yields once more.", 0},
    {0},
};

const MrTypeDef mr_async_generator_asend_type = {
    .name = "async_generator_asend",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrAsyncGenCall),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = call_methods,
    .next = call_next,
    .trace = call_trace,
};

const MrTypeDef mr_async_generator_athrow_type = {
    .name = "async_generator_athrow",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrAsyncGenCall),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = call_methods,
    .next = call_next,
    .trace = call_trace,
};

/* ---- anext(it, default) ---- */

typedef struct MrAnextAwaitable {
    MrObj h;
    MrValue awaitable, it; /* it: MR_UNBOUND until first used */
    MrValue fallback;
} MrAnextAwaitable;

#define ANEXT(v) ((MrAnextAwaitable *)mr_obj_of(v))

static bool begin_anext(MrThread *t, MrAnextAwaitable *n)
{
    if (n->it != MR_UNBOUND)
        return true;
    MrValue it = mr_await_iter(t, n->awaitable, 0);
    if (it == MR_ERROR)
        return false;
    n->it = it;
    return true;
}

/* The end of the iterator becomes the default. */
static MrValue finish_anext(MrThread *t, MrAnextAwaitable *n)
{
    return mr_clear_if(t, MR_EXC_StopAsyncIteration) ? mr_raise_stop_iteration(t, n->fallback) : MR_ERROR;
}

static MrValue send_anext(MrThread *t, MrValue self, MrValue value)
{
    MrAnextAwaitable *n = ANEXT(self);
    MrValue out;
    if (!begin_anext(t, n))
        return MR_ERROR;
    switch (mr_send_any(t, n->it, value, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return mr_raise_stop_iteration(t, out);
    default: return finish_anext(t, n);
    }
}

static MrValue anext_next(MrThread *t, MrValue self) { return send_anext(t, self, MR_NONE); }
static MrValue anext_send(MrThread *t, MrValue *a) { return send_anext(t, a[0], a[1]); }

static MrValue anext_throw(MrThread *t, MrValue *a)
{
    MrAnextAwaitable *n = ANEXT(a[0]);
    if (!begin_anext(t, n))
        return MR_ERROR;
    MrValue r = mr_call_method(t, n->it, mr_n(t, throw), MR_TUPLE(a[1])->length, MR_TUPLE(a[1])->items);
    return r == MR_ERROR ? finish_anext(t, n) : r;
}

static MrValue anext_close(MrThread *t, MrValue *a)
{
    MrAnextAwaitable *n = ANEXT(a[0]);
    if (!begin_anext(t, n))
        return MR_ERROR;
    MrValue r = mr_call_method0(t, n->it, mr_n(t, close));
    return r == MR_ERROR ? finish_anext(t, n) : r;
}

static void anext_trace(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrAnextAwaitable *)o)->awaitable);
    mr_mark(gc, ((MrAnextAwaitable *)o)->it);
    mr_mark(gc, ((MrAnextAwaitable *)o)->fallback);
}

static const MrMethodDef anext_methods[] = {
    {"__await__(self, /)", awaitable_self, "The iterator that await runs to get the value.", 0},
    {"send(self, value, /)", anext_send, "Take the next step, with value as the result of what it waits for.", 0},
    {"throw(self, /, *args)", anext_throw, "Take the next step by raising an exception at the point where it waits.", 0},
    {"close(self, /)", anext_close, "End the generator with GeneratorExit at its yield; raises RuntimeError if it yields once more.", 0},
    {0},
};

static const MrTypeDef anext_awaitable_type = {
    .name = "anext_awaitable",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrAnextAwaitable),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = anext_methods,
    .next = anext_next,
    .trace = anext_trace,
};

MrValue mr_anext_default(MrThread *t, MrValue awaitable, MrValue fallback)
{
    MrType *type = mr_type_from_def(t, &anext_awaitable_type);
    MrAnextAwaitable *n = type ? mr_alloc_instance(t, sizeof *n, type) : NULL;
    if (!n)
        return MR_ERROR;
    n->awaitable = awaitable;
    n->fallback = fallback;
    return mr_val(n);
}
