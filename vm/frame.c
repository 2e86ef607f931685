/* Frame objects. While its activation runs a frame object reads through it; afterwards it keeps code, position and locals. */
#include "vm/frame.h"

#include "vm/error.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/attr.h"

/* The activation on the frame stack, or NULL. That of a generator comes back in another place each time. */
static MrFrame *live_frame(MrThread *t, MrFrameObject *f)
{
    if (f->live && f->live <= t->frame && f->live->frame_object == mr_val(f))
        return f->live;
    MrGenerator *g = f->generator != MR_UNBOUND ? (MrGenerator *)mr_obj_of(f->generator) : NULL;
    if (g && mr_gen_is_running(g))
        for (MrFrame *frame = t->frame; frame > t->frames; frame--)
            if (frame->gen == g) {
                frame->frame_object = mr_val(f);
                return f->live = frame;
            }
    return NULL;
}

static MrFrameObject *frame_new(MrThread *t, MrCode *code, MrFunction *function, MrDict *globals, uint32_t pc)
{
    MrFrameObject *f = mr_alloc(t, sizeof *f + code->nlocals * sizeof *f->values, MR_KIND_FRAME, MR_TYPE_frame);
    if (!f)
        return NULL;
    f->code = code;
    f->function = function;
    f->globals = globals;
    f->pc = pc;
    return f;
}

MrValue mr_frame_object_of(MrThread *t, MrFrame *frame)
{
    if (frame->frame_object == MR_UNBOUND && frame->gen)
        frame->frame_object = mr_gen_frame_object(frame->gen);
    if (frame->frame_object != MR_UNBOUND)
        return frame->frame_object;
    MrFrameObject *f = frame_new(t, frame->code, frame->function, frame->function->globals, (uint32_t)(frame->pc - frame->code->code));
    if (!f)
        return MR_ERROR;
    if (frame->gen) {
        MrGenSide *side = mr_gen_side(t, frame->gen);
        if (!side)
            return MR_ERROR;
        f->generator = mr_val(frame->gen);
        side->frame_object = mr_val(f);
        mr_write_barrier(t, frame->gen, mr_val(f));
    }
    f->live = frame;
    f->locals = frame->ns;
    frame->frame_object = mr_val(f);
    if (!frame->gen)
        frame->mode |= MR_FRAME_KEPT;
    return mr_val(f);
}

MrValue mr_frame_object_waiting(MrThread *t, MrGenerator *g)
{
    MrGenSide *side = mr_gen_side(t, g);
    if (!side)
        return MR_ERROR;
    if (side->frame_object != MR_UNBOUND)
        return side->frame_object;
    MrFrameObject *f = frame_new(t, g->function->code, g->function, g->function->globals, (uint32_t)(g->pc - g->function->code->code));
    if (!f)
        return MR_ERROR;
    f->generator = mr_val(g);
    side->frame_object = mr_val(f);
    mr_write_barrier(t, g, mr_val(f));
    return mr_val(f);
}

MrValue mr_frame_object(MrThread *t, int64_t depth)
{
    for (MrFrame *frame = t->frame; frame > t->frames; frame--) {
        if (depth-- == 0)
            return mr_frame_object_of(t, frame);
        for (MrGenerator *g = frame->gen ? frame->gen->awaiter : NULL; g; g = g->awaiter)
            if (depth-- == 0)
                return mr_frame_object_waiting(t, g);
    }
    return MR_NONE;
}

static MrValue compute_back(MrThread *t, MrFrameObject *f)
{
    MrGenerator *g = f->generator != MR_UNBOUND ? (MrGenerator *)mr_obj_of(f->generator) : NULL;
    if (g && g->state != MR_GEN_DONE && !mr_gen_is_running(g)) /* suspended: whoever resumed it last is no part of its stack */
        return MR_NONE;
    if (g && g->awaiter)
        return mr_frame_object_waiting(t, g->awaiter);
    MrFrame *live = live_frame(t, f), *below = NULL;
    if (live)
        below = live - 1;
    else if (g) /* an awaiter: below the frame that its chain runs on */
        for (MrFrame *frame = t->frame; frame > t->frames && !below; frame--)
            if (frame->gen && frame->root == g)
                below = frame - 1;
    if (below)
        return below > t->frames ? mr_frame_object_of(t, below) : MR_NONE;
    if (f->back == MR_UNBOUND && f->line && f->line->caller)
        return mr_traceback_frame(t, f->line->caller);
    return f->back == MR_UNBOUND ? MR_NONE : f->back;
}

static uint32_t frame_line(MrThread *t, MrFrameObject *f)
{
    MrFrame *live = live_frame(t, f);
    MrGenerator *g = f->generator != MR_UNBOUND ? (MrGenerator *)mr_obj_of(f->generator) : NULL;
    uint32_t pc = f->pc;
    if (f->entering)
        return f->code->first_line;
    if (live)
        pc = (uint32_t)(live->pc - f->code->code);
    else if (g && g->state == MR_GEN_CREATED)
        return f->code->first_line;
    else if (g && g->state != MR_GEN_DONE)
        pc = (uint32_t)(g->pc - f->code->code);
    if (f->event_line && pc < f->code->n_code && !f->code->positions[pc].line)
        return f->event_line; /* code of no line, such as the return at a function's end */
    return mr_code_line(f->code, pc);
}

/* One more frame on top of those of a snapshot. */
static bool snapshot_add(MrThread *t, MrFrame *frame, MrValue *top)
{
    MrFrameObject *f = frame_new(t, frame->code, frame->function, frame->function->globals, (uint32_t)(frame->pc - frame->code->code));
    MrValue locals = f ? mr_frame_locals(t, frame) : MR_ERROR;
    if (locals == MR_ERROR)
        return false;
    f->locals = locals;
    f->snapshot = true;
    f->back = *top;
    *top = mr_val(f);
    return true;
}

MrValue mr_frame_snapshot(MrThread *t, MrThread *other)
{
    MrValue top = MR_NONE;
    for (MrFrame *frame = other->frames + 1; frame <= other->frame; frame++) {
        uint32_t n = 0;
        for (MrGenerator *g = frame->gen ? frame->gen->awaiter : NULL; g; g = g->awaiter)
            n++;
        for (; n; n--) { /* the outermost awaiter first */
            MrGenerator *g = frame->gen;
            for (uint32_t i = 0; i < n; i++)
                g = g->awaiter;
            MrFrame view = {.function = g->function, .code = g->function->code, .pc = g->pc, .regs = g->regs, .ns = MR_UNBOUND, .gen = g};
            if (!snapshot_add(t, &view, &top))
                return MR_ERROR;
        }
        if (!snapshot_add(t, frame, &top))
            return MR_ERROR;
    }
    return top;
}

void mr_frame_end(MrThread *t, MrFrame *frame)
{
    MrFrameObject *f = (MrFrameObject *)mr_obj_of(frame->gen ? mr_gen_frame_object(frame->gen) : frame->frame_object);
    MrValue pending = t->pending; /* the caller gets an object too, which goes past the limit rather than replace what is pending */
    bool disabled = t->iso->heap.disabled;
    t->iso->heap.disabled = true;
    MrGenerator *awaiter = frame->gen ? frame->gen->awaiter : NULL;
    MrValue back = awaiter ? mr_frame_object_waiting(t, awaiter) : frame - 1 > t->frames ? mr_frame_object_of(t, frame - 1) : MR_NONE;
    t->iso->heap.disabled = disabled;
    t->pending = pending;
    f->back = back == MR_ERROR ? MR_NONE : back;
    mr_write_barrier(t, &f->h, f->back);
    f->live = NULL;
    f->pc = (uint32_t)(frame->pc - frame->code->code);
    for (uint32_t i = 0; i < f->code->nlocals; i++) {
        f->values[i] = frame->regs[i];
        mr_write_barrier(t, &f->h, frame->regs[i]);
    }
}

MrValue mr_traceback_frame(MrThread *t, MrTraceback *tb)
{
    if (tb->frame != MR_UNBOUND)
        return tb->frame;
    MrFrameObject *f = frame_new(t, tb->code, tb->function, tb->globals, tb->pc);
    if (!f)
        return MR_ERROR;
    if (tb->n_values)
        memcpy(f->values, tb->values, tb->n_values * sizeof *f->values);
    f->line = tb;
    tb->frame = mr_val(f);
    mr_write_barrier(t, &tb->h, tb->frame);
    return tb->frame;
}

bool mr_frame_place(MrThread *t, int level, MrStr **filename, uint32_t *line, MrDict **globals)
{
    MrFrame *frame = t->frame;
    while (frame > t->frames && level-- > 0)
        frame--;
    if (frame <= t->frames)
        return false;
    *filename = frame->code->filename;
    *line = mr_code_line(frame->code, (uint32_t)(frame->pc - frame->code->code));
    *globals = frame->function->globals;
    return true;
}

/* ---- the type ---- */

#define F(v) ((MrFrameObject *)mr_obj_of(v))

static MrValue get_back(MrThread *t, MrValue self)
{
    MrValue back = compute_back(t, F(self));
    if (back != MR_ERROR)
        F(self)->back = back;
    return back;
}
static MrValue get_code(MrThread *t, MrValue self) { (void)t; return mr_val(F(self)->code); }
static MrValue get_globals(MrThread *t, MrValue self) { (void)t; return mr_val(F(self)->globals); }
static MrValue get_builtins(MrThread *t, MrValue self) { (void)self; return mr_val(t->iso->builtins); }
static MrValue get_lineno(MrThread *t, MrValue self) { return mr_small_int(frame_line(t, F(self))); }
static MrValue get_lasti(MrThread *t, MrValue self)
{
    MrFrameObject *f = F(self);
    MrFrame *live = live_frame(t, f);
    uint32_t pc = live ? (uint32_t)(live->pc - f->code->code) : f->pc;
    return mr_small_int(pc * 2);
}
/* A function's dict of locals is one for each activation, as in CPython: refreshed when somebody asks, and keeping what exec() put in. */
static MrValue kept_locals(MrThread *t, MrFrameObject *f, MrFrame *frame)
{
    if (!mr_frame_has_registers(frame))
        return mr_frame_locals(t, frame);
    if (f->locals == MR_UNBOUND) {
        MrDict *d = mr_dict_new(t);
        if (!d)
            return MR_ERROR;
        f->locals = mr_val(d);
        mr_write_barrier(t, &f->h, f->locals);
    }
    return mr_frame_refresh_locals(t, frame, MR_DICT(f->locals)) ? f->locals : MR_ERROR;
}

MrValue mr_frame_locals_kept(MrThread *t, MrFrame *frame)
{
    if (!mr_frame_has_registers(frame))
        return mr_frame_locals(t, frame);
    MrValue f = mr_frame_object_of(t, frame);
    return f == MR_ERROR ? f : kept_locals(t, F(f), frame);
}

static MrValue get_locals(MrThread *t, MrValue self)
{
    MrFrameObject *f = F(self);
    MrFrame *live = live_frame(t, f);
    if (live && t->in_hook) { /* as it is, for the hook, whose changes count */
        if (f->hook_locals == MR_UNBOUND) {
            MrValue d = kept_locals(t, f, live);
            if (d == MR_ERROR)
                return d;
            f->hook_locals = d;
        }
        return f->hook_locals;
    }
    if (live)
        return kept_locals(t, f, live);
    if (f->generator != MR_UNBOUND) {
        MrGenerator *g = (MrGenerator *)mr_obj_of(f->generator);
        if (g->state != MR_GEN_DONE) {
            MrFrame view = {.function = g->function, .code = g->function->code, .pc = g->pc, .regs = g->regs, .ns = MR_UNBOUND, .gen = g};
            return kept_locals(t, f, &view);
        }
    }
    if (f->locals != MR_UNBOUND && (f->snapshot || !(f->code->flags & MR_CODE_NEWLOCALS)))
        return f->locals;
    MrFrame view = {.function = f->function, .code = f->code, .regs = f->values, .ns = MR_UNBOUND};
    return kept_locals(t, f, &view);
}
static MrValue get_trace(MrThread *t, MrValue self) { (void)t; return F(self)->trace == MR_UNBOUND ? MR_NONE : F(self)->trace; }
static bool set_trace(MrThread *t, MrValue self, MrValue v)
{
    MrFrameObject *f = F(self);
    f->trace = v == MR_NONE || v == MR_UNBOUND ? MR_UNBOUND : v;
    if (!f->event_line && live_frame(t, f)) { /* the line that it is in has begun */
        f->event_line = frame_line(t, f);
        f->event_at = (uint32_t)(live_frame(t, f)->pc - f->code->code);
    }
    return true;
}
static MrValue get_trace_lines(MrThread *t, MrValue self) { (void)t; return mr_bool(!F(self)->skips_lines); }
static MrValue get_trace_opcodes(MrThread *t, MrValue self) { (void)t; return mr_bool(F(self)->wants_opcodes); }
static bool set_flag(MrThread *t, MrValue v, bool *flag, bool negated)
{
    if (v != MR_TRUE && v != MR_FALSE)
        return mr_raise(t, MR_EXC_TypeError, "attribute value type must be bool"), false;
    *flag = (v == MR_TRUE) != negated;
    return true;
}
static bool set_trace_lines(MrThread *t, MrValue self, MrValue v) { return set_flag(t, v, &F(self)->skips_lines, true); }
static bool set_trace_opcodes(MrThread *t, MrValue self, MrValue v) { return set_flag(t, v, &F(self)->wants_opcodes, false); }

static MrValue frame_clear(MrThread *t, MrValue *a)
{
    MrFrameObject *f = F(a[0]);
    if (live_frame(t, f))
        return mr_raise(t, MR_EXC_RuntimeError, "cannot clear an executing frame");
    MrGenerator *g = f->generator != MR_UNBOUND ? (MrGenerator *)mr_obj_of(f->generator) : NULL;
    if (g && g->state != MR_GEN_DONE)
        return mr_gen_close(t, g) ? MR_NONE : MR_ERROR; /* as CPython's, such a frame still shows what it ended with */
    memset(f->values, 0, f->code->nlocals * sizeof *f->values);
    f->locals = MR_UNBOUND;
    return MR_NONE;
}

static MrValue frame_repr(MrThread *t, MrValue *a)
{
    MrFrameObject *f = F(a[0]);
    MrValue file = mr_repr(t, mr_val(f->code->filename));
    return file == MR_ERROR ? file
                            : mr_strf(t, "<frame at %p, file %s, line %u, code %s>", (void *)f, mr_cstr(file), frame_line(t, f), f->code->name->bytes);
}

static const MrMethodDef methods[] = {
    {"clear(self, /)", frame_clear, "Let go of the local variables; raises RuntimeError while the frame runs.", 0},
    {"__repr__(self, /)", frame_repr, "The text that repr(self) gives.", 0},
    {0},
};
static const MrGetSetDef getset[] = {
    {"f_back", get_back, NULL, "the caller's frame, or None"},
    {"f_code", get_code, NULL, "the code that it runs"},
    {"f_globals", get_globals, NULL, "the module's variables"},
    {"f_builtins", get_builtins, NULL, "where names are looked up that the module lacks"},
    {"f_lineno", get_lineno, NULL, "the line it is at"},
    {"f_lasti", get_lasti, NULL, "the index of the instruction it is at"},
    {"f_locals", get_locals, NULL, "the local variables"},
    {"f_trace", get_trace, set_trace, "the function that traces it, or None"},
    {"f_trace_lines", get_trace_lines, set_trace_lines, "whether lines are traced"},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, "whether instructions are traced"},
    {0}};
const MrTypeDef mr_frame_type = {
    .name = "frame", .kind = MR_KIND_FRAME, .size = sizeof(MrFrameObject), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = methods, .getset = getset};
