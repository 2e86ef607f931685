/* Marking: what each kind of object refers to, and the isolate's roots. Kinds with structs of their own name a trace function in their def. */
#include "vm/trace.h"

#include <stdlib.h>

#include "vm/async/async.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/live.h"
#include "vm/shape.h"
#include "vm/signature.h"
#include "vm/types/weakref.h"

static void trace_names(MrGc *gc, MrStr **names, uint32_t n)
{
    mr_mark_buffer(gc, names);
    for (uint32_t i = 0; names && i < n; i++)
        mr_mark_obj(gc, names[i]);
}

static void trace_code(MrGc *gc, MrCode *c)
{
    mr_mark_buffer(gc, c->code);
    mr_mark_buffer(gc, c->positions);
    mr_mark_buffer(gc, c->handlers);
    mr_mark_buffer(gc, c->local_flags);
    mr_mark_buffer(gc, c->consts);
    if (c->consts)
        mr_mark_values(gc, c->consts, c->n_consts);
    trace_names(gc, c->names, c->n_names);
    trace_names(gc, c->varnames, c->varnames ? c->nlocals : 0);
    trace_names(gc, c->freenames, c->n_free);
    mr_mark_obj(gc, c->name);
    mr_mark_obj(gc, c->qualname);
    mr_mark_obj(gc, c->filename);
    mr_mark(gc, c->doc);
}

static void trace_shape(MrGc *gc, MrShape *s)
{
    mr_mark_obj(gc, s->type);
    mr_mark_obj(gc, s->parent);
    mr_mark_obj(gc, s->name);
    mr_mark_buffer(gc, s->children);
    mr_mark_buffer(gc, s->table);
    for (uint32_t i = 0; i < s->n_children; i++) {
        mr_mark_obj(gc, s->children[i].name);
        mr_mark_obj(gc, s->children[i].child);
    }
}

static void trace_type(MrGc *gc, MrType *k)
{
    mr_mark_buffer(gc, k->slots); /* the values are in the dicts along the MRO */
    mr_mark_obj(gc, k->dict);
    mr_mark_obj(gc, k->mro);
    mr_mark_obj(gc, k->bases);
    mr_mark_obj(gc, k->base);
    mr_mark_obj(gc, k->name);
    mr_mark(gc, k->qualname);
    mr_mark(gc, k->module);
    mr_mark_obj(gc, k->root);
    mr_mark_obj(gc, k->dotted); /* not the subclasses: see settle_subclasses */
}

/* The attributes behind the struct of an instance whose class has room for them. */
static void trace_tail(MrGc *gc, MrObj *o, MrShape *s)
{
    MrTail *tail = mr_tail_at(o, s->type);
    if (!tail)
        return;
    if (s->dict_mode) {
        mr_mark(gc, tail->extra);
    } else if (tail->extra != MR_UNBOUND) {
        void *buffer = (void *)(uintptr_t)tail->extra;
        mr_mark_buffer(gc, buffer);
        if (s->n > s->n_inline)
            mr_mark_values(gc, buffer, s->n - s->n_inline);
    }
    uint32_t n = s->n < s->n_inline ? s->n : s->n_inline;
    mr_mark_values(gc, tail->slots, n);
}

/* Registers of a frame that is waiting in a call: temporaries from the call's window on belong to the callee or are dead, and so is what the
 * result's register, if it is the one below, had before. */
static uint32_t live_registers(const MrCode *code, const MrInstr *pc)
{
    switch (pc->op) {
    case MR_OP_CALL:
    case MR_OP_CALL_METHOD:
    case MR_OP_CALL_KW:
    case MR_OP_CALL_EX:
        if (pc->a + 1u == pc->b && pc->a >= code->nlocals)
            return pc->a;
        return pc->b < code->nregs ? pc->b : code->nregs;
    case MR_OP_DISCARD: return pc->x ? code->nregs : pc->a;
    default: return code->nregs;
    }
}

enum { PROMPT_FRAMES = 16 }; /* of so many, innermost ones, a prompt collection looks at what is live */

/* Temporaries below `limit`, which may be stale. A prompt collection leaves those out that are not needed any more. */
static void mark_temporaries(MrGc *gc, const MrCode *code, const MrInstr *pc, const MrValue *regs, uint32_t limit, bool promptly)
{
    uint64_t *live = promptly && limit > code->nlocals ? mr_live_registers(code, pc) : NULL;
    for (uint32_t i = code->nlocals; i < limit; i++)
        if (!live || live[i / 64] >> (i % 64) & 1)
            mr_mark_word(gc, regs[i]);
    free(live);
}

static void trace_generator(MrGc *gc, MrGenerator *g)
{
    mr_mark_obj(gc, g->function);
    mr_mark_obj(gc, g->awaiter);
    mr_mark_obj(gc, g->awaiting);
    mr_mark(gc, g->exc.handled);
    if (g->sided) {
        mr_mark_buffer(gc, g->side);
        mr_mark_values(gc, (MrValue *)g->side, sizeof *g->side / sizeof(MrValue));
    } else {
        mr_mark(gc, g->origin);
    }
    if (g->leaf && mr_heap_object_at(gc->iso, (uintptr_t)g->leaf) != &g->leaf->h)
        g->leaf = NULL;
    if (g->leaf != g) /* so that it counts as reached only if something else holds it */
        mr_mark_obj(gc, g->leaf);
    if (g->state == MR_GEN_DONE)
        return;
    mr_mark_values(gc, g->regs, g->function->code->nlocals);
    const MrCode *code = g->function->code;
    bool running = g->state == MR_GEN_RUNNING;
    mark_temporaries(gc, code, g->pc, g->regs, running ? live_registers(code, g->pc) : code->nregs, running && gc->promptly);
}

static void trace_exception(MrGc *gc, MrException *e)
{
    mr_mark_values(gc, &e->args, (size_t)(&e->g - &e->args) + 1);
}

enum { AHEAD = 8 }; /* entries between asking the cache for an object and looking at it */

static void trace_dict(MrGc *gc, MrDict *d)
{
    mr_mark_buffer(gc, d->entries);
    mr_mark_buffer(gc, d->index);
    for (uint32_t i = 0; i < d->used; i++) {
        if (d->used - i > AHEAD && mr_is_obj(d->entries[i + AHEAD].key))
            __builtin_prefetch(mr_obj_of(d->entries[i + AHEAD].key));
        if (d->used - i > AHEAD && mr_is_obj(d->entries[i + AHEAD].value))
            __builtin_prefetch(mr_obj_of(d->entries[i + AHEAD].value));
        mr_mark(gc, d->entries[i].key);
        mr_mark(gc, d->entries[i].value);
        if (MR_UNLIKELY(i % MR_MARKED_AT_A_TIME == MR_MARKED_AT_A_TIME - 1) && mr_gc_gives_up(gc))
            return;
    }
}

static void trace_set(MrGc *gc, MrSet *s)
{
    mr_mark_buffer(gc, s->table);
    for (size_t i = 0; s->table && i <= s->mask; i++) {
        mr_mark(gc, s->table[i].key);
        if (MR_UNLIKELY(i % MR_MARKED_AT_A_TIME == MR_MARKED_AT_A_TIME - 1) && mr_gc_gives_up(gc))
            return;
    }
}

static void trace_function(MrGc *gc, MrFunction *f)
{
    mr_mark_obj(gc, f->code);
    mr_mark_obj(gc, f->globals);
    mr_mark_obj(gc, f->builtins);
    mr_mark_obj(gc, f->closure);
    MrValue v[] = {f->defaults, f->kwdefaults, f->name, f->qualname, f->module, f->doc, f->annotations, f->type_params, f->dict};
    mr_mark_values(gc, v, sizeof v / sizeof *v);
}

static void trace_by_def(MrGc *gc, MrObj *o, MrShape *s)
{
    if (s && s->type->def->trace)
        s->type->def->trace(gc, o);
}

void mr_trace_object(MrGc *gc, MrObj *o)
{
    MrShape *s = o->kind != MR_KIND_SHAPE && o->kind != MR_KIND_BUFFER ? gc->iso->shapes[o->shape] : NULL;
    if (s && o->shape >= MR_TYPE_COUNT)
        mr_mark_obj(gc, s);
    switch ((MrKind)o->kind) {
    case MR_KIND_FREE:
    case MR_KIND_BUFFER:
    case MR_KIND_INT:
    case MR_KIND_FLOAT:
    case MR_KIND_COMPLEX:
    case MR_KIND_BYTES:
    case MR_KIND_RANGE_ITER: break;
    case MR_KIND_STR: mr_mark_buffer(gc, ((MrStr *)o)->index); break;
    case MR_KIND_BYTEARRAY: 
        if (((MrByteArray *)o)->capacity)
            mr_mark_buffer(gc, ((MrByteArray *)o)->bytes);
        break;
    case MR_KIND_LIST: {
        MrList *l = (MrList *)o;
        mr_mark_buffer(gc, l->items);
        mr_mark_values(gc, l->items, l->length);
        break;
    }
    case MR_KIND_TUPLE: mr_mark_values(gc, ((MrTuple *)o)->items, ((MrTuple *)o)->length + o->aux); break; /* aux: hidden items of struct sequences */
    case MR_KIND_DICT:
        trace_dict(gc, (MrDict *)o);
        trace_by_def(gc, o, s);
        break;
    case MR_KIND_SET: trace_set(gc, (MrSet *)o); break;
    case MR_KIND_RANGE: mr_mark_values(gc, &((MrRange *)o)->start, 4); break;
    case MR_KIND_SLICE: mr_mark_values(gc, &((MrSlice *)o)->start, 3); break;
    case MR_KIND_ITER:
        mr_mark_values(gc, &((MrIter *)o)->source, 3);
        trace_by_def(gc, o, s);
        break;
    case MR_KIND_FUNCTION: trace_function(gc, (MrFunction *)o); break;
    case MR_KIND_NATIVE:
        mr_mark(gc, ((MrNativeFn *)o)->owner);
        mr_mark(gc, ((MrNativeFn *)o)->self);
        mr_mark_buffer(gc, (void *)(uintptr_t)((MrNativeFn *)o)->sig);
        for (uint16_t i = 0; ((MrNativeFn *)o)->sig && i < ((MrNativeFn *)o)->sig->n; i++)
            mr_mark_obj(gc, ((MrNativeFn *)o)->sig->names[i]);
        break;
    case MR_KIND_METHOD: mr_mark_values(gc, &((MrMethod *)o)->function, 2); break;
    case MR_KIND_CELL: mr_mark(gc, ((MrCell *)o)->value); break;
    case MR_KIND_CODE: trace_code(gc, (MrCode *)o); break;
    case MR_KIND_TRACEBACK: {
        MrTraceback *tb = (MrTraceback *)o;
        mr_mark(gc, tb->next);
        mr_mark_obj(gc, tb->code);
        mr_mark_obj(gc, tb->function);
        mr_mark_obj(gc, tb->globals);
        mr_mark(gc, tb->frame);
        mr_mark_obj(gc, tb->caller);
        mr_mark_values(gc, tb->values, tb->n_values);
        break;
    }
    case MR_KIND_GENERATOR: trace_generator(gc, (MrGenerator *)o); break;
    case MR_KIND_MODULE:
        mr_mark_obj(gc, ((MrModule *)o)->dict);
        mr_mark(gc, ((MrModule *)o)->name);
        trace_by_def(gc, o, s);
        break;
    case MR_KIND_PROPERTY: mr_mark_values(gc, &((MrProperty *)o)->get, 5); break;
    case MR_KIND_CLASSMETHOD:
    case MR_KIND_STATICMETHOD: mr_mark_values(gc, &((MrWrapper *)o)->function, 2); break;
    case MR_KIND_SUPER: mr_mark_values(gc, &((MrSuper *)o)->type, 3); break;
    case MR_KIND_WEAKREF: mr_mark(gc, ((MrWeakref *)o)->callback); break;
    case MR_KIND_EXCEPTION: trace_exception(gc, (MrException *)o); break;
    case MR_KIND_TYPE: trace_type(gc, (MrType *)o); break;
    case MR_KIND_SHAPE: trace_shape(gc, (MrShape *)o); break;
    case MR_KIND_FRAME: {
        MrFrameObject *f = (MrFrameObject *)o;
        mr_mark_obj(gc, f->code);
        mr_mark_obj(gc, f->function);
        mr_mark_obj(gc, f->globals);
        mr_mark(gc, f->back);
        mr_mark(gc, f->locals);
        mr_mark(gc, f->generator);
        mr_mark_obj(gc, f->line);
        mr_mark_values(gc, f->values, f->code->nlocals);
        mr_mark(gc, f->trace);
        mr_mark(gc, f->hook_locals);
        break;
    }
    default: trace_by_def(gc, o, s); break;
    }
    if (s && (s->type->attr_offset || o->kind == MR_KIND_INSTANCE || s->type->flags & MR_TYPE_HEAP))
        trace_tail(gc, o, s);
}

/* ---- roots ---- */

/* The callee and arguments of the call at a frame's pc. */
static void mark_call_window(MrGc *gc, const MrFrame *f)
{
    if (f->pc->op == MR_OP_CALL || f->pc->op == MR_OP_CALL_METHOD || f->pc->op == MR_OP_CALL_KW || f->pc->op == MR_OP_CALL_EX) {
        MrValue *end = f->regs + f->pc->b + 2 + (f->pc->op == MR_OP_CALL_EX ? 1 + (f->pc->x != 0) : f->pc->c);
        for (MrValue *p = f->regs + f->pc->b; p < end; p++)
            mr_mark_word(gc, *p);
    }
}

static void trace_frames(MrGc *gc, MrThread *t)
{
    for (MrFrame *f = t->frames + 1; f <= t->frame; f++) {
        if (f->gen)
            f->gen->pc = f->pc; /* so that it is known which of its registers are live */
        mr_mark_obj(gc, f->function);
        mr_mark_obj(gc, f->code);
        mr_mark(gc, f->ns);
        mr_mark_obj(gc, f->gen);
        mr_mark_obj(gc, f->gen ? (void *)f->root : NULL);
        mr_mark(gc, f->frame_object);
        bool in_native = f < t->frame && f[1].entry; /* which may look at its arguments again when the script that it runs has returned */
        if (in_native || t->profile_function != MR_UNBOUND) /* that may run on account of a call that is still to come */
            mark_call_window(gc, f);
        if (f->gen)
            continue; /* its registers are in the generator */
        mr_mark_values(gc, f->regs, f->code->nlocals);
        mark_temporaries(gc, f->code, f->pc, f->regs, live_registers(f->code, f->pc), gc->promptly && t == gc->thread && t->frame - f < PROMPT_FRAMES);
        if (f->mode == MR_FRAME_INIT)
            mr_mark_word(gc, f->regs[-1]);
        else if (f->mode == MR_FRAME_OPERATOR)
            mr_mark_word(gc, f->regs[-1]), mr_mark_word(gc, f->regs[-2]);
    }
}

/* What lies above the innermost frame's live registers: arguments of natives in progress, parameters being bound. */
static void trace_stack_top(MrGc *gc, MrThread *t)
{
    MrFrame *f = t->frame;
    MrValue *from = t->stack;
    if (f > t->frames) {
        mark_call_window(gc, f);
        from = f->top;
    }
    for (MrValue *p = from; p < t->top; p++)
        mr_mark_word(gc, *p);
}

/* Windows pushed by C code between frames (natives calling back) start where the frame below ended: everything up to a frame's registers
 * that no frame claims is looked at conservatively. */
static void trace_gaps(MrGc *gc, MrThread *t)
{
    MrValue *claimed = t->stack;
    for (MrFrame *f = t->frames + 1; f <= t->frame; f++) {
        if (f->gen)
            continue;
        for (MrValue *p = claimed; p < f->regs; p++)
            mr_mark_word(gc, *p);
        if (f->regs + f->code->nregs > claimed)
            claimed = f->regs + f->code->nregs;
    }
}

static void trace_thread(MrGc *gc, MrThread *t)
{
    mr_mark(gc, t->pending > MR_ERROR ? t->pending : MR_UNBOUND);
    for (MrExcState *s = t->exc; s; s = s->outer)
        mr_mark(gc, s->handled);
    mr_mark(gc, t->repr_running);
    mr_mark(gc, t->context);
    mr_mark(gc, t->sent);
    MrValue own[] = {t->loop, t->task, t->asyncgen_hooks[0], t->asyncgen_hooks[1], t->coro_origin, t->dict, t->locals, t->job, t->sentinel,
                     t->trace_function, t->profile_function, t->profiler, t->native_calls};
    mr_mark_values(gc, own, sizeof own / sizeof *own);
    trace_frames(gc, t);
    trace_gaps(gc, t);
    trace_stack_top(gc, t);
}

void mr_trace_isolate(MrGc *gc)
{
    MrIsolate *iso = gc->iso;
    for (MrThread *t = iso->threads.list; t; t = t->next)
        trace_thread(gc, t);
    mr_mark_buffer(gc, iso->shapes);
    for (int i = 1; i < MR_TYPE_COUNT; i++) {
        mr_mark_obj(gc, iso->types[i]);
        mr_mark_obj(gc, iso->shapes ? iso->shapes[i] : NULL);
    }
    for (int i = 0; i < MR_NAME_COUNT; i++)
        mr_mark_obj(gc, iso->names[i]);
    for (int i = 0; i < MR_SLOT_COUNT; i++)
        mr_mark_obj(gc, iso->slot_names[i]);
    mr_mark_values(gc, iso->chars, 256);
    MrValue values[] = {iso->empty_tuple, iso->empty_str, iso->empty_bytes, iso->empty_frozenset, iso->codec_search, iso->no_memory};
    mr_mark_values(gc, values, sizeof values / sizeof *values);
    mr_mark_values(gc, iso->hooks, sizeof iso->hooks / sizeof *iso->hooks);
    mr_mark_obj(gc, iso->modules);
    mr_mark_obj(gc, iso->builtins);
    mr_mark_obj(gc, iso->sys);
    mr_mark_obj(gc, iso->def_types);
    mr_mark_obj(gc, iso->codec_errors);
    for (size_t i = 0; i < iso->heap.n_due; i++)
        mr_mark_obj(gc, iso->heap.due[i]);
    mr_mark_values(gc, iso->heap.callbacks, iso->heap.n_callbacks);
    mr_async_trace(gc);
    if (iso->trace_host)
        iso->trace_host(gc, iso->host);
}

/* Interned strs and shapes that nothing else refers to leave their tables. */
/* A class does not keep its subclasses: those that nothing else has reached leave its list, which is then marked. */
static void settle_subclasses(MrGc *gc, MrType *k)
{
    if (k->subclasses == MR_UNBOUND)
        return;
    MrList *subs = MR_LIST(k->subclasses);
    size_t kept = 0;
    for (size_t i = 0; i < subs->length; i++)
        if (mr_gc_marked(mr_obj_of(subs->items[i])))
            subs->items[kept++] = subs->items[i];
    subs->length = kept;
    mr_mark(gc, k->subclasses);
}

void mr_trace_settle(MrGc *gc)
{
    MrIsolate *iso = gc->iso;
    for (int i = 1; i < MR_TYPE_COUNT; i++)
        if (iso->types[i])
            settle_subclasses(gc, iso->types[i]);
    for (uint32_t i = MR_TYPE_COUNT; i < iso->n_shapes; i++)
        if (iso->shapes[i] && mr_gc_marked(&iso->shapes[i]->h))
            settle_subclasses(gc, iso->shapes[i]->type);
    for (uint32_t i = MR_TYPE_COUNT; i < iso->n_shapes; i++)
        if (iso->shapes[i] && !mr_gc_marked(&iso->shapes[i]->h))
            iso->shapes[i] = NULL;
    for (uint32_t i = 0; iso->intern.log2 && i < 1u << iso->intern.log2; i++)
        if (iso->intern.table[i] > (MrStr *)1 && !mr_gc_marked(&iso->intern.table[i]->h))
            iso->intern.table[i] = (MrStr *)1; /* removed; the count of used slots stays until the table grows */
    memset(iso->method_cache, 0, sizeof iso->method_cache);
    memset(iso->attr_cache, 0, sizeof iso->attr_cache);
}
