/* Hooks into running code; see watch.h.
 *
 * A hook runs between two instructions, so all that the frame will still read has to stay alive: the registers that the collector takes for dead
 * because their call has begun are kept aside. What the hook leaves in the thread (the value sent, how a generator ended, the pending exception) is put back.
 * An exception out of a hook takes the hook away and goes to the frame that was watched.
 */
#include "vm/watch.h"

#include "compiler/code.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"

static const char *const event_names[] = {"call", "line", "return", "exception", "c_call", "c_return", "c_exception", "opcode"};

/* ---- installing ---- */

static const uint8_t op_words[] = {
#define OP(name, words, a, b, c, flags, text) words,
#include "compiler/opcodes.def"
#undef OP
};

_Static_assert(MR_OP_WATCH_3 == MR_OP_WATCH + 3 && MR_OP_COUNT == MR_OP_WATCH_3 + 1, "they are the last ones, by their count of words");

void mr_watch_untrap(MrCode *code)
{
    if (!code->trapped)
        return;
    code->trapped = false;
    code->code[code->trap_at].op = code->trap_op;
}

/* What is put back where `op` stood, or MR_OP_WATCH if it has to stay: where a frame can wait and its operation is looked at meanwhile. Quickened forms
 * come back as the general ones, since their caches may be written again before that. */
static uint8_t restored(uint8_t op)
{
    switch (op) {
    case MR_OP_CALL:
    case MR_OP_CALL_METHOD:
    case MR_OP_CALL_KW:
    case MR_OP_CALL_EX:
    case MR_OP_YIELD_VALUE:
    case MR_OP_SEND:
    case MR_OP_DISCARD:
    case MR_OP_GET_AWAITABLE: return MR_OP_WATCH;
    case MR_OP_LOAD_ATTR_SLOT:
    case MR_OP_LOAD_ATTR_EXTRA:
    case MR_OP_LOAD_ATTR_CLASS:
    case MR_OP_LOAD_ATTR_MODULE:
    case MR_OP_LOAD_ATTR_PROPERTY: return MR_OP_LOAD_ATTR;
    case MR_OP_STORE_ATTR_SLOT:
    case MR_OP_STORE_ATTR_EXTRA:
    case MR_OP_STORE_ATTR_ADD: return MR_OP_STORE_ATTR;
    case MR_OP_LOAD_METHOD_CLASS:
    case MR_OP_LOAD_METHOD_MODULE:
    case MR_OP_LOAD_METHOD_NUMBER: return MR_OP_LOAD_METHOD;
    default: return op;
    }
}

/* The first instruction behind the one in progress that can be trapped. */
static void trap(MrFrame *frame)
{
    MrCode *code = frame->code;
    mr_watch_untrap(code);
    MrInstr *end = code->code + code->n_code;
    for (MrInstr *pc = frame->pc + 1 + op_words[frame->pc->op]; pc < end; pc += 1 + op_words[pc->op]) {
        uint8_t op = restored(pc->op);
        if (op != MR_OP_WATCH) {
            code->trapped = true;
            code->trap_at = (uint32_t)(pc - code->code);
            code->trap_op = op;
            pc->op = (uint8_t)(MR_OP_WATCH + op_words[op]);
            return;
        }
    }
}

static void changed(MrThread *t)
{
    MrIsolate *iso = t->iso;
    bool was = t->watch_asked;
    t->watch_asked = t->trace_function != MR_UNBOUND || t->profile_function != MR_UNBOUND || t->profiler_hook;
    t->watched = t->watch_asked && !t->in_hook;
    if (t->watch_asked && !was && iso->watching++ == 0)
        mr_poll_set(iso, MR_POLL_WATCH);
    else if (was && !t->watch_asked && --iso->watching == 0)
        mr_poll_clear(iso, MR_POLL_WATCH);
    if (t->watched && !was)
        for (MrFrame *f = t->frame; f > t->frames; f--)
            trap(f);
    if (!t->watch_asked)
        t->native_calls = MR_UNBOUND;
}

void mr_watch_set(MrThread *t, unsigned kind, MrValue function)
{
    MrValue *at = kind == MR_WATCHED_TRACE ? &t->trace_function : &t->profile_function;
    *at = function == MR_NONE ? MR_UNBOUND : function;
    changed(t);
}

MrValue mr_watch_get(MrThread *t, unsigned kind)
{
    MrValue f = kind == MR_WATCHED_TRACE ? t->trace_function : t->profile_function;
    return f == MR_UNBOUND ? MR_NONE : f;
}

void mr_watch_native(MrThread *t, MrWatchHook *hook, MrValue data)
{
    t->profiler_hook = hook;
    t->profiler = hook ? data : MR_UNBOUND;
    changed(t);
}

void mr_watch_inside(MrThread *t, bool in_hook)
{
    t->in_hook = in_hook;
    t->watched = t->watch_asked && !in_hook;
}

void mr_watch_end(MrThread *t)
{
    t->trace_function = t->profile_function = t->profiler = MR_UNBOUND;
    t->profiler_hook = NULL;
    changed(t);
}

/* ---- calling hooks ---- */

typedef struct Saved { MrValue pending, sent, kept; uint8_t yielded; } Saved;

/* The n registers of a call's window. `hole`: nobody has written the one behind the callee. */
static MrValue keep_window(MrThread *t, const MrValue *window, bool hole, size_t n)
{
    MrValue kept = mr_tuple_from(t, window + hole, n - hole);
    if (kept != MR_ERROR && hole)
        MR_TUPLE(kept)->items[0] = window[0];
    return kept;
}

/* Registers that an instruction will read although the collector takes it for begun. */
static MrValue keep_operands(MrThread *t, MrFrame *frame)
{
    const MrInstr *pc = frame->pc;
    switch (pc->op) {
    case MR_OP_CALL:
    case MR_OP_CALL_METHOD:
    case MR_OP_CALL_KW: return keep_window(t, frame->regs + pc->b, pc->op == MR_OP_CALL, 2u + pc->c);
    case MR_OP_CALL_EX: return keep_window(t, frame->regs + pc->b, true, 3u + (pc->x != 0));
    case MR_OP_DISCARD: {
        MrValue dropped = frame->regs[pc->a];
        return mr_tuple_from(t, &dropped, 1);
    }
    default: return MR_NONE;
    }
}

static void begin(MrThread *t, Saved *s)
{
    *s = (Saved){t->pending, t->sent, MR_UNBOUND, t->yielded};
    t->pending = MR_UNBOUND;
    t->in_hook = true;
    t->watched = false;
}

/* What is pending afterwards is the hook's own exception, or else what was. */
static bool finish(MrThread *t, const Saved *s, bool ok)
{
    t->in_hook = false;
    t->watched = t->watch_asked;
    mr_hold(s->kept);
    t->sent = s->sent;
    t->yielded = s->yielded;
    if (ok)
        t->pending = s->pending;
    return ok;
}

static MrValue call_hook(MrThread *t, MrValue function, MrValue frame, MrWatchEvent e, MrValue arg)
{
    MrStr *name = mr_intern(t, event_names[e], strlen(event_names[e]));
    if (!name)
        return MR_ERROR;
    MrValue args[3] = {frame, mr_val(name), arg};
    return mr_vectorcall(t, function, 3, args, NULL);
}

/* One event to all that listen. `object`: the frame's object. */
static bool fire(MrThread *t, MrValue object, MrFrame *live, MrWatchEvent e, MrValue arg)
{
    MrFrameObject *f = (MrFrameObject *)mr_obj_of(object);
    bool ok = true;
    Saved s;
    begin(t, &s);
    s.kept = live ? keep_operands(t, live) : MR_NONE;
    ok = s.kept != MR_ERROR;
    bool profiled = e != MR_WATCH_LINE && e != MR_WATCH_EXCEPTION && e != MR_WATCH_OPCODE;
    if (ok && profiled && t->profile_function != MR_UNBOUND && call_hook(t, t->profile_function, object, e, arg) == MR_ERROR) {
        mr_watch_set(t, MR_WATCHED_PROFILE, MR_NONE);
        ok = false;
    }
    if (ok && t->trace_function != MR_UNBOUND && (e < MR_WATCH_C_CALL || e == MR_WATCH_OPCODE)) {
        MrValue function = e == MR_WATCH_CALL ? t->trace_function : f->trace;
        if (function != MR_UNBOUND) {
            MrValue r = call_hook(t, function, object, e, arg);
            if (r == MR_ERROR) {
                mr_watch_set(t, MR_WATCHED_TRACE, MR_NONE);
                f->trace = MR_UNBOUND;
                ok = false;
            } else if (r != MR_NONE) {
                f->trace = r;
            }
            if (f->hook_locals != MR_UNBOUND) {
                if (ok && live)
                    ok = mr_frame_store_locals(t, live, f->hook_locals);
                f->hook_locals = MR_UNBOUND;
            }
        }
    }
    return finish(t, &s, ok);
}

/* The exact work of the profiler in C: no frame objects, no Python. */
static bool tell_profiler(MrThread *t, MrWatchEvent e, MrValue what)
{
    if (!t->profiler_hook)
        return true;
    Saved s;
    begin(t, &s);
    bool ok = t->profiler_hook(t, t->profiler, e, what);
    return finish(t, &s, ok);
}

static bool listens_to_frames(const MrThread *t) { return t->trace_function != MR_UNBOUND || t->profile_function != MR_UNBOUND; }

static bool hidden(const MrCode *code) { return code->flags & MR_CODE_LIKE_NATIVE; }

/* ---- native calls, which scripts see through profile functions ---- */

static bool is_native_callee(MrValue f)
{
    return mr_is_kind(f, MR_KIND_NATIVE) || (mr_is_kind(f, MR_KIND_METHOD) && mr_is_kind(((MrMethod *)mr_obj_of(f))->function, MR_KIND_NATIVE));
}

/* native_calls holds pairs: the frame's number, the function that it has called. */
static bool push_native(MrThread *t, MrFrame *frame, MrValue f)
{
    if (t->native_calls == MR_UNBOUND && (t->native_calls = mr_list_new(t, 16)) == MR_ERROR) {
        t->native_calls = MR_UNBOUND;
        return false;
    }
    return mr_list_append(t, t->native_calls, mr_small_int(frame - t->frames)) && mr_list_append(t, t->native_calls, f);
}

/* The function that the frame was calling, and that is over now; MR_UNBOUND: none. */
static MrValue pop_native(MrThread *t, MrFrame *frame)
{
    if (t->native_calls == MR_UNBOUND)
        return MR_UNBOUND;
    MrList *l = MR_LIST(t->native_calls);
    while (l->length >= 2 && mr_int_of(l->items[l->length - 2]) > frame - t->frames)
        l->length -= 2;
    if (l->length < 2 || mr_int_of(l->items[l->length - 2]) != frame - t->frames)
        return MR_UNBOUND;
    l->length -= 2;
    return l->items[l->length + 1];
}

static bool fire_native(MrThread *t, MrFrame *frame, MrWatchEvent e, MrValue f)
{
    if (!tell_profiler(t, e, f))
        return false;
    if (t->profile_function == MR_UNBOUND)
        return true;
    MrValue object = mr_frame_object_of(t, frame);
    return object != MR_ERROR && fire(t, object, frame, e, f);
}

static bool step_profile(MrThread *t, MrFrame *frame)
{
    MrValue over = pop_native(t, frame);
    if (over != MR_UNBOUND && !fire_native(t, frame, MR_WATCH_C_RETURN, over))
        return false;
    const MrInstr *pc = frame->pc;
    if (pc->op != MR_OP_CALL && pc->op != MR_OP_CALL_METHOD && pc->op != MR_OP_CALL_KW && pc->op != MR_OP_CALL_EX)
        return true;
    MrValue f = frame->regs[pc->b];
    if (!t->watched || !is_native_callee(f) || hidden(frame->code))
        return true;
    MrValue self = frame->regs[pc->b + 1];
    if (pc->op != MR_OP_CALL_EX && pc->op != MR_OP_CALL && self != MR_UNBOUND && t->profile_function != MR_UNBOUND) { /* scripts see the bound method */
        const char *signature = ((MrNativeFn *)mr_obj_of(f))->def->sig;
        MrStr *name = mr_intern(t, signature, strcspn(signature, "("));
        MrValue bound = name ? mr_getattr_or(t, self, name) : MR_ERROR;
        if (bound == MR_ERROR)
            mr_take_pending(t);
        else if (is_native_callee(bound))
            f = bound;
    }
    return fire_native(t, frame, MR_WATCH_C_CALL, f) && (!t->watched || push_native(t, frame, f));
}

/* ---- events ---- */

static bool call_event(MrThread *t, MrCode *code, MrFrame *live, MrGenerator *awaiter)
{
    if (hidden(code))
        return true;
    if (!tell_profiler(t, MR_WATCH_CALL, mr_val(code)))
        return false;
    if (!listens_to_frames(t))
        return true;
    MrValue object = live ? mr_frame_object_of(t, live) : mr_frame_object_waiting(t, awaiter);
    if (object == MR_ERROR)
        return false;
    MrFrameObject *f = (MrFrameObject *)mr_obj_of(object);
    f->entering = live && live->pc == code->code;
    bool ok = fire(t, object, live, MR_WATCH_CALL, MR_NONE);
    f->entering = false;
    return ok;
}

bool mr_watch_enter(MrThread *t, MrFrame *frame, MrGenerator *first)
{
    for (MrGenerator *g = first; g && frame->gen && g != frame->gen && t->watched; g = g->awaiting)
        if (!call_event(t, g->function->code, NULL, g))
            return false;
    return !t->watched || call_event(t, frame->code, frame, NULL);
}

bool mr_watch_step(MrThread *t, MrFrame *frame)
{
    if ((t->profile_function != MR_UNBOUND || t->profiler_hook) && !step_profile(t, frame))
        return false;
    if (t->trace_function == MR_UNBOUND)
        return true;
    if (frame->frame_object == MR_UNBOUND && frame->gen)
        frame->frame_object = mr_gen_frame_object(frame->gen);
    if (frame->frame_object == MR_UNBOUND)
        return true;
    MrFrameObject *f = (MrFrameObject *)mr_obj_of(frame->frame_object);
    if (f->trace == MR_UNBOUND)
        return true;
    uint32_t at = (uint32_t)(frame->pc - frame->code->code);
    if (frame->pc->op == MR_OP_JUMP || frame->pc->op == MR_OP_JUMP_BACK) {
        f->event_at = at;
        return true;
    }
    uint32_t line = frame->code->positions[at].line;
    bool is_new = line && (line != f->event_line || at < f->event_at);
    f->event_at = at;
    if (line)
        f->event_line = line;
    if (is_new && !f->skips_lines && !fire(t, mr_val(f), frame, MR_WATCH_LINE, MR_NONE))
        return false;
    return !f->wants_opcodes || !t->watched || fire(t, mr_val(f), frame, MR_WATCH_OPCODE, MR_NONE);
}

/* A frame or a generator of a chain is left with `result`; MR_ERROR stands for an exception. */
static bool return_event(MrThread *t, MrCode *code, MrFrame *live, MrGenerator *awaiter, MrValue result)
{
    if (hidden(code))
        return true;
    if (!tell_profiler(t, MR_WATCH_RETURN, mr_val(code)))
        return false;
    MrValue object = live ? live->frame_object : mr_gen_frame_object(awaiter);
    bool traced = object != MR_UNBOUND && ((MrFrameObject *)mr_obj_of(object))->trace != MR_UNBOUND;
    if (!t->watched || (t->profile_function == MR_UNBOUND && !traced))
        return true;
    object = live ? mr_frame_object_of(t, live) : mr_frame_object_waiting(t, awaiter);
    return object != MR_ERROR && fire(t, object, live, MR_WATCH_RETURN, result == MR_ERROR ? MR_NONE : result);
}

bool mr_watch_leave(MrThread *t, MrFrame *frame, MrValue result)
{
    return return_event(t, frame->code, frame, NULL, result);
}

bool mr_watch_suspend(MrThread *t, MrFrame *frame, MrValue result)
{
    if (!return_event(t, frame->code, frame, NULL, result))
        return false;
    if (frame->gen != frame->root)
        for (MrGenerator *g = frame->gen->awaiter; g && t->watched; g = g->awaiter) {
            if (!return_event(t, g->function->code, NULL, g, result))
                return false;
            if (g == frame->root)
                break;
        }
    return true;
}

void mr_watch_raised(MrThread *t, MrFrame *frame)
{
    MrValue over = t->native_calls == MR_UNBOUND ? MR_UNBOUND : pop_native(t, frame);
    if (over != MR_UNBOUND && !fire_native(t, frame, MR_WATCH_C_EXCEPTION, over))
        return;
    MrValue exc = t->pending;
    if (frame->frame_object == MR_UNBOUND || !t->watched || t->trace_function == MR_UNBOUND || hidden(frame->code) || !mr_is_exception(exc) || t->iso->stopping)
        return;
    if (((MrFrameObject *)mr_obj_of(frame->frame_object))->trace == MR_UNBOUND)
        return;
    MrValue triple[3] = {mr_val(mr_typeof(t, exc)), exc, ((MrException *)mr_obj_of(exc))->traceback};
    t->pending = MR_UNBOUND;
    MrValue arg = mr_tuple_from(t, triple, 3);
    if (arg == MR_ERROR)
        return;
    t->pending = exc;
    fire(t, frame->frame_object, frame, MR_WATCH_EXCEPTION, arg);
}

void mr_watch_unwind(MrThread *t, MrFrame *frame)
{
    (void)!return_event(t, frame->code, frame, NULL, MR_ERROR); /* its own exception takes the place of the other */
}
