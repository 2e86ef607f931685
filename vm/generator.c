/* Generators, coroutines, async generators: resuming, throwing, closing, finalization.
 *
 * A chain of coroutines that await each other is linked through awaiter/awaiting. Only the innermost one (the leaf) ever has a frame; a
 * resume of the outermost (the root) enters the leaf at once, so that a switch costs the same at any depth. Everyone but the leaf
 * counts as suspended while the leaf runs; whether a member "is running" is asked of its leaf.
 * Not here: the methods of the three types (types/generator.c), the link itself (SEND in interp.c).
 */
#include "vm/generator.h"

#include "vm/async/inline.h"
#include "vm/async/sleep.h"
#include "vm/attr.h"
#include "vm/call.h"
#include "vm/error.h"

MrGenerator *mr_generator_new(MrThread *t, MrFunction *f, const MrValue *args)
{
    MrCode *code = f->code;
    MrTypeId type = code->flags & MR_CODE_ASYNC_GENERATOR ? MR_TYPE_async_generator : code->flags & MR_CODE_COROUTINE ? MR_TYPE_coroutine : MR_TYPE_generator;
    MrGenerator *g = mr_alloc(t, sizeof *g + code->nregs * sizeof(MrValue), MR_KIND_GENERATOR, type);
    if (!g)
        return NULL;
    g->function = f;
    g->pc = code->code;
    g->exc.handled = MR_NONE;
    memcpy(g->regs, args, code->nparams * sizeof *args);
    if (type == MR_TYPE_coroutine)
        mr_coroutine_note_origin(t, g);
    mr_gc_watch(&g->h);
    return g;
}

MrGenSide *mr_gen_side(MrThread *t, MrGenerator *g)
{
    if (g->sided)
        return g->side;
    MrGenSide *side = mr_buffer_new(t, sizeof *side);
    if (!side)
        return NULL;
    *side = (MrGenSide){.origin = g->origin};
    g->side = side;
    g->sided = 1;
    return side;
}

static MrGenerator *leaf_of(MrGenerator *g)
{
    MrGenerator *hint = g->leaf;
    if (hint && hint->state == MR_GEN_SUSPENDED && !hint->awaiting && hint->awaiter && g->awaiting)
        return hint;
    while (g->awaiting)
        g = g->awaiting;
    return g;
}

bool mr_gen_is_running(MrGenerator *g)
{
    while (g->awaiting)
        g = g->awaiting;
    return g->state == MR_GEN_RUNNING;
}

static const char *kind_name(const MrGenerator *g)
{
    return g->h.shape == MR_TYPE_coroutine ? "coroutine" : g->h.shape == MR_TYPE_async_generator ? "async generator" : "generator";
}

MrGenerator *mr_gen_enter(MrThread *t, MrGenerator *g, MrValue value, bool *finished)
{
    *finished = false;
    if (g->state == MR_GEN_DONE) {
        *finished = true;
        return NULL;
    }
    MrGenerator *leaf = leaf_of(g);
    if (MR_UNLIKELY(leaf->state == MR_GEN_RUNNING)) {
        mr_raise(t, MR_EXC_ValueError, "%s already executing", kind_name(g));
        return NULL;
    }
    if (leaf->state == MR_GEN_CREATED && value != MR_NONE) {
        mr_raise(t, MR_EXC_TypeError, "can't send non-None value to a just-started %s", kind_name(leaf));
        return NULL;
    }
    leaf->state = MR_GEN_RUNNING;
    g->exc.outer = t->exc;
    t->exc = &leaf->exc;
    return leaf;
}

void mr_gen_frame(MrThread *t, MrFrame *frame, MrGenerator *leaf, MrGenerator *root)
{
    frame->function = leaf->function;
    frame->code = leaf->function->code;
    frame->pc = leaf->pc;
    frame->regs = leaf->regs;
    frame->ns = MR_UNBOUND;
    frame->gen = leaf;
    frame->root = root;
    frame->frame_object = mr_gen_frame_object(leaf);
    t->exc = &leaf->exc;
}

/* Runs the entered leaf with either `value` or the pending exception. `mode`: MR_FRAME_VALUE or MR_FRAME_FED. */
static inline __attribute__((always_inline)) MrGenResult run_as(MrThread *t, uint8_t mode, MrGenerator *g, MrGenerator *leaf, MrValue value, MrValue *out)
{
    MrFrame *frame = t->frame + 1;
    bool deep = (char *)__builtin_frame_address(0) <= t->c_limit; /* mr_stack_ok, inline */
    if (MR_UNLIKELY(frame >= t->frames_limit || deep)) {
        leaf->state = leaf->pc == leaf->function->code->code ? MR_GEN_CREATED : MR_GEN_SUSPENDED;
        leaf->throwing = 0;
        t->exc = g->exc.outer;
        t->pending = MR_UNBOUND;
        mr_recursion_error(t);
        return MR_GEN_RAISED;
    }
    MrValue *top = t->top;
    frame->top = top;
    frame->entry = 1;
    frame->mode = mode;
    mr_gen_frame(t, frame, leaf, g);
    t->frame = frame;
    t->sent = value;
    MrValue r = mr_interp_run(t);
    t->top = top;
    *out = r;
    if (r == MR_ERROR)
        return MR_GEN_RAISED;
    return t->yielded ? MR_GEN_YIELDED : MR_GEN_RETURNED;
}

static MrGenResult run(MrThread *t, MrGenerator *g, MrGenerator *leaf, MrValue value, MrValue *out)
{
    return run_as(t, MR_FRAME_VALUE, g, leaf, value, out);
}

/* Nothing of it ran, so no handler of its own sees the exception: it simply comes out, from the first line. */
static void fail_unstarted(MrThread *t, MrGenerator *g, MrValue exc)
{
    g->state = MR_GEN_DONE;
    t->pending = exc;
    MrFrame frame = {.function = g->function, .code = g->function->code, .pc = g->function->code->code, .regs = g->regs, .gen = g, .frame_object = MR_UNBOUND, .ns = MR_UNBOUND};
    mr_traceback_add(t, &frame);
}

/* Raises `exc` in a suspended generator's leaf; `delegate`: what the leaf awaits gets it first. */
static MrGenResult throw_in(MrThread *t, MrGenerator *g, MrValue exc, bool delegate, MrValue *out)
{
    bool finished;
    MrGenerator *leaf = mr_gen_enter(t, g, MR_NONE, &finished);
    if (!leaf)
        return MR_GEN_RAISED;
    leaf->throwing = delegate;
    MrExcState *outer = g->exc.outer; /* what its caller handles is not the context; what the awaiters in between handle is */
    g->exc.outer = NULL;
    mr_raise_value(t, exc);
    g->exc.outer = outer;
    return run(t, g, leaf, MR_NONE, out);
}

/* What a throw of GeneratorExit, or of what came of it, ended in. True: the generator ended. */
static bool has_ended(MrThread *t, MrGenerator *g, MrGenResult result)
{
    if (result == MR_GEN_YIELDED)
        mr_raise(t, MR_EXC_RuntimeError, "%s ignored GeneratorExit", kind_name(g));
    return result == MR_GEN_RETURNED || (result == MR_GEN_RAISED && (mr_clear_if(t, MR_EXC_GeneratorExit) || mr_clear_if(t, MR_EXC_StopIteration)));
}

/* Ends, from the leaf up, all that `g` awaits, as CPython does before GeneratorExit is raised in `g` itself. What goes in there: `exc`, or
 * what went wrong at the last. */
static MrValue end_awaited(MrThread *t, MrGenerator *g, MrValue exc)
{
    MrValue error = MR_UNBOUND, out;
    bool lowest = true;
    while (g->awaiting) {
        MrGenerator *leaf = leaf_of(g), *up = leaf->awaiter;
        up->awaiting = leaf->awaiter = NULL;
        up->state = MR_GEN_RUNNING; /* nobody else enters it meanwhile */
        if (leaf->state == MR_GEN_CREATED) {
            leaf->state = MR_GEN_DONE;
        } else if (leaf->state == MR_GEN_SUSPENDED) {
            if (error == MR_UNBOUND && (error = mr_call0(t, mr_type_val(t, MR_EXC_GeneratorExit))) == MR_ERROR)
                error = mr_take_pending(t);
            error = has_ended(t, leaf, throw_in(t, leaf, error, lowest, &out)) ? MR_UNBOUND : mr_take_pending(t);
        }
        up->state = MR_GEN_SUSPENDED;
        lowest = false;
    }
    return error == MR_UNBOUND ? exc : error;
}

MrGenResult mr_gen_resume(MrThread *t, MrGenerator *g, MrValue value, MrValue exc, MrValue *out)
{
    if (MR_LIKELY(g->state == MR_GEN_SUSPENDED && !g->awaiting && exc == MR_UNBOUND)) { /* what all the rest comes to, mostly */
        g->state = MR_GEN_RUNNING;
        g->exc.outer = t->exc;
        return run(t, g, g, value, out);
    }
    bool finished;
    if (MR_UNLIKELY(g->state == MR_GEN_CREATED) && exc != MR_UNBOUND) {
        fail_unstarted(t, g, exc);
        return MR_GEN_RAISED;
    }
    if (g->state == MR_GEN_DONE) {
        if (exc != MR_UNBOUND) {
            t->pending = exc;
            return MR_GEN_RAISED;
        }
        if (g->h.shape == MR_TYPE_coroutine) {
            mr_raise(t, MR_EXC_RuntimeError, "cannot reuse already awaited coroutine");
            return MR_GEN_RAISED;
        }
        *out = MR_NONE;
        return MR_GEN_RETURNED;
    }
    bool over = exc != MR_UNBOUND && g->awaiting && mr_isinstance_of(t, exc, MR_EXC_GeneratorExit) && !mr_gen_is_running(g);
    if (over)
        exc = end_awaited(t, g, exc);
    if (exc != MR_UNBOUND)
        return throw_in(t, g, exc, !over, out);
    MrGenerator *leaf = mr_gen_enter(t, g, value, &finished);
    return leaf ? run(t, g, leaf, value, out) : MR_GEN_RAISED;
}

MrThrowResult mr_gen_delegate_throw(MrThread *t, MrValue it, MrValue *out)
{
    if (mr_is_kind(it, MR_KIND_FUTURE) || mr_is_kind(it, MR_KIND_TASK)) {
        mr_await_abandon(t, mr_future_of(it));
        return MR_THROW_RAISE;
    }
    if (it == t->iso->hooks[MR_HOOK_SLEEP0]) {
        mr_sleep_trace(t, true);
        return MR_THROW_RAISE;
    }
    MrValue exc = mr_take_pending(t);
    if (mr_isinstance_of(t, exc, MR_EXC_GeneratorExit)) {
        MrValue close = mr_getattr_or(t, it, mr_n(t, close));
        if (close == MR_ERROR)
            mr_report_unraisable(t, it);
        else if (close != MR_UNBOUND && mr_call0(t, close) == MR_ERROR)
            return MR_THROW_RAISE;
        mr_raise_value(t, exc);
        return MR_THROW_RAISE;
    }
    MrValue method = mr_getattr_or(t, it, mr_n(t, throw));
    if (method == MR_ERROR)
        return MR_THROW_RAISE;
    if (method == MR_UNBOUND) {
        mr_raise_value(t, exc);
        return MR_THROW_RAISE;
    }
    *out = mr_call1(t, method, exc);
    if (*out != MR_ERROR)
        return MR_THROW_YIELD;
    if (!mr_pending_is(t, MR_EXC_StopIteration))
        return MR_THROW_RAISE;
    MrException *stop = (MrException *)mr_obj_of(mr_take_pending(t));
    *out = stop->a == MR_UNBOUND ? MR_NONE : stop->a;
    return MR_THROW_RETURN;
}

MrValue mr_raise_stop_iteration(MrThread *t, MrValue value)
{
    return mr_raise_type_value(t, MR_EXC_StopIteration, value == MR_NONE ? MR_UNBOUND : value);
}

/* next() of a generator that is suspended at a `yield` of its own: what mr_gen_resume comes to, without its questions. */
static inline __attribute__((always_inline)) MrValue go_on(MrThread *t, uint8_t mode, MrGenerator *g)
{
    MrValue out;
    g->state = MR_GEN_RUNNING;
    g->exc.outer = t->exc;
    switch (run_as(t, mode, g, g, MR_NONE, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return out == MR_NONE ? MR_UNBOUND : mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

MrValue mr_next_fed(MrThread *t, MrValue iterator, MrFeed *feed)
{
    MrGenerator *g = mr_is_obj(iterator) && mr_obj_of(iterator)->shape == MR_TYPE_generator ? (MrGenerator *)mr_obj_of(iterator) : NULL;
    MrValue v;
    do {
        if (g && g->state == MR_GEN_SUSPENDED && !g->awaiting) {
            MrFeed *outer = t->feed;
            t->feed = feed;
            v = go_on(t, MR_FRAME_FED, g);
            t->feed = outer;
            if (v == MR_ERROR && mr_clear_if(t, MR_EXC_StopIteration)) /* it returned a value */
                v = MR_UNBOUND;
        } else {
            v = mr_next_inline(t, iterator);
        }
    } while (v != MR_UNBOUND && v != MR_ERROR && feed->take(feed, v));
    return v;
}

MrValue mr_gen_next(MrThread *t, MrValue self)
{
    MrGenerator *g = (MrGenerator *)mr_obj_of(self);
    MrValue out;
    if (g->state == MR_GEN_DONE)
        return MR_UNBOUND;
    if (MR_LIKELY(g->state == MR_GEN_SUSPENDED && !g->awaiting))
        return go_on(t, MR_FRAME_VALUE, g);
    switch (mr_gen_resume(t, g, MR_NONE, MR_UNBOUND, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return out == MR_NONE ? MR_UNBOUND : mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

MrValue mr_gen_send(MrThread *t, MrGenerator *g, MrValue value)
{
    MrValue out;
    switch (mr_gen_resume(t, g, value, MR_UNBOUND, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

MrValue mr_gen_throw(MrThread *t, MrGenerator *g, MrValue exc)
{
    MrValue out;
    if (g->state == MR_GEN_DONE && g->h.shape == MR_TYPE_coroutine)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot reuse already awaited coroutine");
    switch (mr_gen_resume(t, g, MR_NONE, exc, &out)) {
    case MR_GEN_YIELDED: return out;
    case MR_GEN_RETURNED: return mr_raise_stop_iteration(t, out);
    default: return MR_ERROR;
    }
}

bool mr_gen_close(MrThread *t, MrGenerator *g)
{
    if (g->state == MR_GEN_DONE)
        return true;
    if (g->state == MR_GEN_CREATED) {
        g->state = MR_GEN_DONE;
        return true;
    }
    MrValue exc = mr_call0(t, mr_type_val(t, MR_EXC_GeneratorExit)), out;
    return exc != MR_ERROR && has_ended(t, g, mr_gen_resume(t, g, MR_NONE, exc, &out));
}

MrGenResult mr_send_any(MrThread *t, MrValue it, MrValue value, MrValue *out)
{
    if (mr_is_kind(it, MR_KIND_FUTURE) || mr_is_kind(it, MR_KIND_TASK))
        return mr_future_send(t, it, out);
    if (mr_is_kind(it, MR_KIND_GENERATOR) && mr_obj_of(it)->shape != MR_TYPE_async_generator)
        return mr_gen_resume(t, (MrGenerator *)mr_obj_of(it), value, MR_UNBOUND, out);
    uint32_t shape = mr_is_obj(it) ? mr_obj_of(it)->shape : 0;
    if (it == t->iso->hooks[MR_HOOK_SLEEP0])
        return mr_sleep0_send(it, value, out);
    if (shape == MR_TYPE_async_generator_asend || shape == MR_TYPE_async_generator_athrow)
        return mr_asyncgen_send(t, it, value, out);
    MrValue v;
    if (value == MR_NONE) {
        MrType *type = mr_typeof(t, it);
        if (type->next) {
            v = type->next(t, it);
            if (v == MR_UNBOUND) {
                *out = MR_NONE;
                return MR_GEN_RETURNED;
            }
        } else {
            MrValue next = mr_slot(t, type, MR_SLOT_next);
            if (next == MR_UNBOUND) {
                mr_raise(t, MR_EXC_TypeError, "'%s' object is not an iterator", mr_class_name(type));
                return MR_GEN_RAISED;
            }
            v = mr_call1(t, next, it);
        }
    } else {
        v = mr_call_method(t, it, mr_n(t, send), 1, &value);
    }
    if (v != MR_ERROR) {
        *out = v;
        return MR_GEN_YIELDED;
    }
    if (!mr_pending_is(t, MR_EXC_StopIteration))
        return MR_GEN_RAISED;
    MrException *stop = (MrException *)mr_obj_of(mr_take_pending(t));
    *out = stop->a == MR_UNBOUND ? MR_NONE : stop->a;
    return MR_GEN_RETURNED;
}

/* ---- await ---- */

static MrValue cannot_await(MrThread *t, MrValue v, int context)
{
    if (context == 1)
        return mr_raise(t, MR_EXC_TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %s", mr_type_name(t, v));
    if (context == 2)
        return mr_raise(t, MR_EXC_TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %s", mr_type_name(t, v));
    if (context == 3)
        return mr_raise(t, MR_EXC_TypeError, "'async for' received an invalid object from __anext__: %s", mr_type_name(t, v));
    return mr_raise(t, MR_EXC_TypeError, "object %s can't be used in 'await' expression", mr_type_name(t, v));
}

MrValue mr_await_iter(MrThread *t, MrValue v, int context)
{
    if (mr_is_obj(v)) {
        MrObj *o = mr_obj_of(v);
        if (o->kind == MR_KIND_GENERATOR) {
            MrGenerator *g = (MrGenerator *)o;
            if (o->shape == MR_TYPE_coroutine || (o->shape == MR_TYPE_generator && g->function->code->flags & MR_CODE_ITERABLE_COROUTINE)) {
                if (g->awaiter || (g->state == MR_GEN_SUSPENDED && g->pc->op == MR_OP_SEND)) /* by a coroutine, or by a task */
                    return mr_raise(t, MR_EXC_RuntimeError, "coroutine is being awaited already");
                return v;
            }
            return cannot_await(t, v, context);
        }
        if (o->shape == MR_TYPE_Future || o->shape == MR_TYPE_Task || o->shape == MR_TYPE_async_generator_asend || o->shape == MR_TYPE_async_generator_athrow)
            return v;
        if (v == t->iso->hooks[MR_HOOK_SLEEP0] && mr_sleep0_is_direct(t))
            return v;
    }
    MrValue it = mr_call_slot(t, v, MR_SLOT_await, 0, NULL);
    if (it == MR_ERROR)
        return it;
    if (it == MR_UNBOUND)
        return cannot_await(t, v, context);
    if (mr_is_coroutine(it))
        return mr_raise(t, MR_EXC_TypeError, "__await__() returned a coroutine");
    MrType *type = mr_typeof(t, it);
    if (!type->next && mr_slot(t, type, MR_SLOT_next) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "__await__() returned non-iterator of type '%s'", mr_class_name(type));
    return it;
}

MrValue mr_anext_awaitable(MrThread *t, MrValue aiter)
{
    if (mr_is_exact(aiter, MR_TYPE_async_generator))
        return mr_asyncgen_anext(t, (MrGenerator *)mr_obj_of(aiter));
    MrValue v = mr_call_slot(t, aiter, MR_SLOT_anext, 0, NULL);
    if (v == MR_ERROR)
        return v;
    if (v == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'async for' requires an iterator with __anext__ method, got %s", mr_type_name(t, aiter));
    MrValue it = mr_await_iter(t, v, 3);
    if (it == MR_ERROR) { /* CPython shows its own text, with the first error as the cause */
        MrValue cause = mr_take_pending(t);
        mr_raise(t, MR_EXC_TypeError, "'async for' received an invalid object from __anext__: %s", mr_type_name(t, v));
        ((MrException *)mr_obj_of(t->pending))->cause = ((MrException *)mr_obj_of(t->pending))->context = cause;
    }
    return it;
}

/* ---- finalization ---- */

/* Unstarted coroutines are reported; suspended ones that stand inside a handler's range may have a finally block to run. */
bool mr_gen_needs_finalization(const MrGenerator *g)
{
    if (g->state == MR_GEN_CREATED)
        return g->h.shape == MR_TYPE_coroutine;
    if (g->state != MR_GEN_SUSPENDED)
        return false;
    if (g->h.shape == MR_TYPE_async_generator && mr_gen_origin(g) > MR_NONE && !g->ag_closed)
        return true;
    if (g->awaiter)
        return false;
    for (; g; g = g->awaiting) { /* the whole chain is closed through its root */
        uint32_t at = (uint32_t)(g->pc - g->function->code->code);
        uint32_t inner = 0;
        for (uint32_t i = 0; i < g->function->code->n_handlers; i++)
            inner += at >= g->function->code->handlers[i].start && at < g->function->code->handlers[i].end;
        if (inner > 1) /* one row is the wrapper that every generator has */
            return true;
        MrValue target = g->pc->op == MR_OP_SEND ? g->regs[g->pc->b] : MR_UNBOUND;
        if (mr_is_kind(target, MR_KIND_FUTURE) && mr_obj_of(target)->aux & MR_FUT_WAIT) /* it stands in a queue */
            return true;
    }
    return false;
}

void mr_gen_finalize(MrThread *t, MrGenerator *g)
{
    if (g->state == MR_GEN_DONE || g->awaiter)
        return;
    if (g->h.shape == MR_TYPE_coroutine && g->state == MR_GEN_CREATED) {
        g->state = MR_GEN_DONE;
        mr_warn_never_awaited(t, g);
        return;
    }
    if (g->state == MR_GEN_CREATED || mr_gen_is_running(g))
        return;
    if (g->h.shape == MR_TYPE_async_generator && mr_gen_origin(g) > MR_NONE && !g->ag_closed) {
        if (mr_call1(t, mr_gen_origin(g), mr_val(g)) == MR_ERROR)
            mr_report_unraisable(t, mr_val(g));
        return;
    }
    if (!mr_gen_close(t, g))
        mr_report_unraisable(t, mr_val(g));
}
