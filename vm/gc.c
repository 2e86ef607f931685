/* The collector: non-moving mark and sweep over size-class blocks.
 *
 * Rules that everything else relies on:
 *  - Objects never move, so any word anywhere on the C stack that points to or into a live object keeps it alive.
 *  - Frames' locals are precise. Temporaries are looked at conservatively, and those above a call's window base are known dead.
 *  - All weak entries and finalizers are settled right after marking, while every dead object's memory is still whole.
 *  - Allocation may collect at any time except while the heap is `disabled` or collecting.
 * Not here: where objects stand and how they are swept is in heap.c; what each builtin object points to is in trace.c; weak references' own type is types/weakref.c.
 */
#include "vm/gc.h"

#include <stdlib.h>
#include <string.h>

#include "vm/generator.h"
#include "vm/async/async.h"
#include "vm/isolate.h"
#include "vm/memtrace.h"
#include "vm/trace.h"

#define MAX_MARK_STACK 16384 /* entries kept from one collection to the next */
#define AFTER_GIVING_UP (1u << 20) /* bytes */
#define TRACED_AT_A_TIME 4096 /* objects between two looks at whether a limit is over */

/* ---- marking ---- */

static void push_mark(MrHeap *h, MrObj *o)
{
    if (MR_UNLIKELY(h->mark_count == h->mark_capacity)) {
        size_t cap = h->mark_capacity ? h->mark_capacity * 2 : 1024;
        MrObj **stack = realloc(h->mark_stack, cap * sizeof *stack);
        if (!stack) { /* the object stays marked and is found again by the rescan */
            h->mark_overflow = true;
            return;
        }
        h->mark_stack = stack;
        h->mark_capacity = cap;
    }
    h->mark_stack[h->mark_count++] = o;
}

/* Text, bytes and numbers point nowhere, as a rule: to trace them later would only fetch them into the cache a second time. */
static bool is_leaf(const MrObj *o)
{
    const uint64_t leaves = 1ull << MR_KIND_BUFFER | 1ull << MR_KIND_INT | 1ull << MR_KIND_FLOAT | 1ull << MR_KIND_COMPLEX | 1ull << MR_KIND_BYTES | 1ull << MR_KIND_STR;
    if (!(leaves >> o->kind & 1))
        return false;
    if (o->kind == MR_KIND_BUFFER)
        return true;
    return o->shape < MR_TYPE_COUNT && (o->kind != MR_KIND_STR || !((const MrStr *)o)->index);
}

void mr_mark_obj(MrGc *gc, void *object)
{
    if (!object)
        return;
    MrBlock *b = mr_block_of(object);
    uintptr_t g = ((uintptr_t)object & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    uint64_t bit = (uint64_t)1 << (g % 64);
    if (b->marks[g / 64] & bit)
        return;
    b->marks[g / 64] |= bit;
    MrHeap *h = &gc->iso->heap;
    h->marked_bytes += b->cell_size ? b->cell_size : b->large_size;
    if (!is_leaf(object))
        push_mark(h, object);
}

void mr_gc_mark_shallow(MrGc *gc, MrObj *o)
{
    uintptr_t g = ((uintptr_t)o & (MR_BLOCK_SIZE - 1)) / MR_GRANULE;
    mr_block_of(o)->marks[g / 64] |= (uint64_t)1 << (g % 64);
    (void)gc;
}

void mr_mark(MrGc *gc, MrValue v)
{
    if (mr_is_obj(v))
        mr_mark_obj(gc, mr_obj_of(v));
}

void mr_mark_buffer(MrGc *gc, void *buffer)
{
    if (buffer)
        mr_mark_obj(gc, (MrObj *)buffer - 1);
}

enum { SWEPT_AT_A_TIME = 32 };
bool mr_gc_gives_up(MrGc *gc)
{
    if (!gc->given_up && gc->may_give_up) /* for a SIGINT once: natives that make much and seldom poll must not fill the memory meanwhile */
        gc->given_up = gc->iso->heap.gave_up ? mr_limits_is_over(gc->iso) : mr_limits_is_ending(gc->thread);
    return gc->given_up;
}

/* The objects of a long list lie all over the heap: each is asked for some rounds before its turn. */
void mr_mark_values(MrGc *gc, const MrValue *values, size_t n)
{
    enum { AHEAD = 12 };
    for (size_t i = 0; i < n; i++) {
        if (n - i > AHEAD && mr_is_obj(values[i + AHEAD]))
            __builtin_prefetch(mr_obj_of(values[i + AHEAD]));
        mr_mark(gc, values[i]);
        if (MR_UNLIKELY(i % MR_MARKED_AT_A_TIME == MR_MARKED_AT_A_TIME - 1) && mr_gc_gives_up(gc))
            return;
    }
}

/* C code that copies out of a list may have nothing left of it but a pointer to its items: what a buffer seems to hold lives as long as it does.
 * A thread that is away may be reading a file into it. Where nothing but zeros comes for a long time, nothing has been written yet: looking on would
 * make the kernel find a page for each of the rest. */
enum { UNTOUCHED = 1 << 16 }; /* words */
__attribute__((no_sanitize("thread"))) static void mark_held_by(MrGc *gc, MrObj *buffer)
{
    const uint64_t *words = (const uint64_t *)(buffer + 1);
    size_t n = (mr_object_size(buffer) - sizeof *buffer) / sizeof *words;
    for (size_t i = 0, zeros = 0; i < n && zeros < UNTOUCHED; i++) {
        zeros = words[i] ? 0 : zeros + 1;
        MrObj *o = mr_is_obj(words[i]) ? mr_heap_object_at(gc->iso, (uintptr_t)words[i]) : NULL;
        if (o && mr_val(o) == words[i])
            mr_mark_obj(gc, o);
        if (MR_UNLIKELY(i % MR_MARKED_AT_A_TIME == MR_MARKED_AT_A_TIME - 1) && mr_gc_gives_up(gc))
            return;
    }
}

void mr_mark_word(MrGc *gc, uint64_t word)
{
    MrObj *o = mr_heap_object_at(gc->iso, (uintptr_t)word);
    if (!o)
        return;
    bool known = mr_gc_marked(o); /* nothing has been traced yet: by another word */
    mr_mark_obj(gc, o);
    if (o->kind == MR_KIND_BUFFER && !known)
        mark_held_by(gc, o);
}

/* The mark stack could not grow: what is marked is traced again. */
static void trace_again(MrObj *o, void *data)
{
    MrGc *gc = data;
    MrHeap *h = &gc->iso->heap;
    if (o->kind == MR_KIND_BUFFER || !mr_gc_marked(o))
        return;
    mr_trace_object(gc, o);
    while (h->mark_count)
        mr_trace_object(gc, h->mark_stack[--h->mark_count]);
}

/* Traces what is marked, and what that leads to. False: a script that has to stop waits for this, and it was given up. */
static bool drain(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    for (;;) {
        for (uint32_t n = 1; h->mark_count; n++) {
            if (MR_UNLIKELY(gc->given_up || (n % TRACED_AT_A_TIME == 0 && mr_gc_gives_up(gc))))
                return false;
            mr_trace_object(gc, h->mark_stack[--h->mark_count]);
        }
        if (gc->given_up)
            return false;
        if (!h->mark_overflow)
            return true;
        h->mark_overflow = false;
        mr_heap_each_cell(h, trace_again, gc);
    }
}

__attribute__((noinline, no_sanitize("address"))) static void scan_c_stack(MrGc *gc, MrThread *t)
{
    uintptr_t low = (uintptr_t)__builtin_frame_address(0) & ~(uintptr_t)7;
#ifdef __x86_64__ /* where callee-saved registers lie right below the frame pointer */
    if (gc->behind_loop && t->c_entry)
        low = (uintptr_t)t->c_entry & ~(uintptr_t)7;
#endif
    for (uintptr_t p = low; p < (uintptr_t)t->c_base; p += 8)
        mr_mark_word(gc, *(uint64_t *)p);
}

__attribute__((noinline)) static void scan_roots(MrGc *gc, MrThread *t)
{
    __builtin_unwind_init(); /* callee-saved registers go to this frame */
    scan_c_stack(gc, t);
    for (MrThread *other = t->iso->threads.list; other; other = other->next)
        if (other != t)
            mr_threads_mark_away(gc, other);
    mr_trace_isolate(gc);
}

/* ---- after marking: finalizers and weak references ---- */

static bool push_due(MrHeap *h, MrObj *o)
{
    if (h->n_due == h->cap_due) {
        size_t cap = h->cap_due ? h->cap_due * 2 : 64;
        MrObj **due = realloc(h->due, cap * sizeof *due);
        if (!due)
            return false;
        h->due = due;
        h->cap_due = cap;
    }
    h->due[h->n_due++] = o;
    return true;
}

/* Script finalizers of dead objects are queued, and what they reach lives one round longer. */
static void settle_finalizable(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    size_t kept = 0;
    for (size_t i = 0; i < h->n_finalizable; i++) {
        MrFinalizable f = h->finalizable[i];
        if (mr_gc_marked(f.object) || f.finalize)
            h->finalizable[kept++] = f;
        else if (!push_due(h, f.object))
            h->finalizable[kept++] = f, mr_mark_obj(gc, f.object); /* no room in the queue: next time */
    }
    h->n_finalizable = kept;
}

/* Native finalizers, once it is known what script finalizers can still reach. */
static void settle_native(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    size_t kept = 0;
    for (size_t i = 0; i < h->n_finalizable; i++) {
        MrFinalizable f = h->finalizable[i];
        if (mr_gc_marked(f.object) || !f.finalize)
            h->finalizable[kept++] = f;
        else
            f.finalize(gc->iso, f.object);
    }
    h->n_finalizable = kept;
}

void mr_gc_watch(MrObj *o)
{
    mr_block_of(o)->watched = true;
}

/* Dead generators, coroutines, futures and tasks with something left to do join the queue; a block without any is watched no longer. */
static void settle_watched(MrHeap *h)
{
    for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++)
        for (MrBlock *b = h->classes[c].blocks; b; b = b->next) {
            if (!b->watched)
                continue;
            b->watched = false;
            for (uint32_t i = 0; i < b->bump; i++) {
                MrObj *o = (MrObj *)((char *)b + b->first + (size_t)i * b->cell_size);
                bool generator = o->kind == MR_KIND_GENERATOR;
                if (!generator && o->kind != MR_KIND_TASK && o->kind != MR_KIND_FUTURE)
                    continue;
                if (mr_gc_marked(o))
                    b->watched = true;
                else if (generator ? mr_gen_needs_finalization((MrGenerator *)o) : mr_future_needs_finalization(o))
                    b->watched |= push_due(h, o);
            }
        }
}

bool mr_gc_anything_to_finalize(MrIsolate *iso)
{
    MrHeap *h = &iso->heap;
    if (h->n_weak || h->n_due)
        return true;
    for (size_t i = 0; i < h->n_finalizable; i++)
        if (!h->finalizable[i].finalize && !(((MrObj *)h->finalizable[i].object)->flags & MR_OBJ_FINALIZED))
            return true;
    for (uint32_t c = 0; c < MR_SIZE_CLASSES; c++) {
        for (MrBlock *b = h->classes[c].blocks; b; b = b->next)
            if (b->watched)
                return true;
        for (MrBlock *b = h->classes[c].unswept; b; b = b->next)
            if (b->watched)
                return true;
    }
    return false;
}

/* How often objects may be put off in a row: a chain of a few dies link by link, many objects are not worth as many collections. */
enum { FEW_DUE = 64, ROUNDS_OF_FEW = 8 };

/* Who holds others is finalized before them, as where references are counted: of the objects that joined the queue from `first` on, those that none of
 * the others reaches are served in this round. The others go back to their list and die, unless they have been revived, in the next one. */
static void put_holders_first(MrGc *gc, size_t first)
{
    MrHeap *h = &gc->iso->heap;
    size_t n = h->n_due - first, holders = 0, held = 0;
    MrObj **due = h->due + first, **others = n < 2 ? NULL : malloc(n * sizeof *others);
    bool put_off = h->deferred < (n <= FEW_DUE ? ROUNDS_OF_FEW : 1);
    uint8_t rounds = h->deferred;
    h->deferred = 0;
    if (!others)
        return;
    for (size_t i = 0; i < n; i++)
        if (!mr_gc_marked(due[i])) { /* what it reaches gets marked, but not itself */
            mr_trace_object(gc, due[i]);
            (void)drain(gc);
        }
    for (size_t i = 0; i < n; i++)
        if (mr_gc_marked(due[i]))
            others[held++] = due[i];
        else
            due[holders++] = due[i];
    put_off &= holders > 0;
    h->n_due = first + holders;
    for (size_t i = 0; i < held; i++) {
        MrObj *o = others[i];
        bool listed = o->kind != MR_KIND_GENERATOR && o->kind != MR_KIND_TASK && o->kind != MR_KIND_FUTURE;
        if (put_off && listed && h->n_finalizable < h->cap_finalizable) {
            h->finalizable[h->n_finalizable++] = (MrFinalizable){o, NULL};
            h->deferred = (uint8_t)(rounds + 1);
        } else {
            h->due[h->n_due++] = o;
        }
    }
    free(others);
}

static void mark_due(MrGc *gc)
{
    MrHeap *h = &gc->iso->heap;
    for (size_t i = 0; i < h->n_due; i++)
        mr_mark_obj(gc, h->due[i]);
    (void)drain(gc);
}

bool mr_gc_add_finalizable(MrThread *t, MrObj *o, void (*finalize)(MrIsolate *iso, MrObj *o))
{
    MrHeap *h = &t->iso->heap;
    if (h->n_finalizable == h->cap_finalizable) {
        size_t cap = h->cap_finalizable ? h->cap_finalizable * 2 : 64;
        MrFinalizable *rows = realloc(h->finalizable, cap * sizeof *rows);
        if (rows)
            h->finalizable = rows;
        if (!rows) {
            mr_raise_no_memory(t);
            return false;
        }
        h->cap_finalizable = cap;
    }
    h->finalizable[h->n_finalizable++] = (MrFinalizable){o, finalize};
    return true;
}

/* ---- the collection ---- */

static void give_up(MrHeap *h)
{
    h->mark_count = 0;
    h->mark_overflow = h->collecting = false;
    h->gave_up = true;
    h->threshold = h->bytes + AFTER_GIVING_UP; /* until then the script has stopped */
}

/* Nothing has been changed before the marks are complete: a collection that is given up leaves everything as it was. */
static void collect(MrThread *t, bool behind_loop, bool promptly, bool may_give_up)
{
    MrHeap *h = &t->iso->heap;
    if (h->collecting || h->disabled)
        return;
    h->collecting = true;
    MrGc gc = {.iso = t->iso, .thread = t, .behind_loop = behind_loop, .promptly = promptly, .may_give_up = may_give_up && !t->iso->finalizing};
    while (!mr_heap_sweep_part(h, SWEPT_AT_A_TIME))
        if (mr_gc_gives_up(&gc)) {
            give_up(h);
            return;
        }
    mr_heap_set_marks(h, 0);
    h->marked_bytes = h->birth_bytes; /* of its cells none is used again */
    scan_roots(&gc, t);
    if (!drain(&gc)) {
        give_up(h);
        return;
    }
    gc.may_give_up = h->gave_up = false;
    h->collections++;
    mr_weak_settle(&gc, false); /* weak references without regard to what finalizers revive, as CPython clears them first */
    size_t due = h->n_due;
    settle_finalizable(&gc);
    settle_watched(h);
    put_holders_first(&gc, due);
    mark_due(&gc);
    settle_native(&gc);
    mr_weak_settle(&gc, true);
    mr_trace_settle(&gc);
    (void)drain(&gc);
    if (h->memory_trace)
        mr_memtrace_settle(t->iso);
    mr_heap_begin_sweep(h);
    mr_heap_set_threshold(h, h->marked_bytes);
    if (h->stress)
        mr_heap_finish_sweep(h);
    if (h->mark_capacity > MAX_MARK_STACK) {
        free(h->mark_stack);
        h->mark_stack = NULL;
        h->mark_capacity = 0;
    }
    h->collecting = false;
    if (h->n_due || h->n_callbacks)
        mr_poll_set(t->iso, MR_POLL_FINALIZE);
}

void mr_heap_collect(MrThread *t)
{
    collect(t, false, false, true);
}

void mr_heap_collect_for_instruction(MrThread *t)
{
    collect(t, true, true, true);
}

/* gc.collect() as a statement of the running frame: no native stands between, so the dispatch loop's own C frame can be left out, and what a
 * script just let go of is really gone. */
static bool called_by_instruction(MrThread *t, MrNative fn)
{
    MrFrame *f = t->frame;
    if (f <= t->frames || (f->pc->op != MR_OP_CALL && f->pc->op != MR_OP_CALL_METHOD && f->pc->op != MR_OP_CALL_KW))
        return false;
    MrValue callee = f->regs[f->pc->b];
    return mr_is_kind(callee, MR_KIND_NATIVE) && ((MrNativeFn *)mr_obj_of(callee))->fn == fn;
}

void mr_gc_mark_precisely(MrThread *t)
{
    MrHeap *h = &t->iso->heap;
    mr_heap_finish_sweep(h);
    mr_heap_set_marks(h, 0);
    h->marked_bytes = h->birth_bytes; /* of its cells none is used again */
    MrGc gc = {.iso = t->iso, .thread = t, .promptly = true};
    for (MrThread *other = t->iso->threads.list; other; other = other->next)
        if (other != t)
            mr_threads_mark_away(&gc, other);
    mr_trace_isolate(&gc);
    (void)drain(&gc);
}

MrValue mr_collect(MrThread *t, MrNative caller)
{
    MrHeap *h = &t->iso->heap;
    bool disabled = h->disabled;
    h->disabled = false;
    uint64_t before = h->freed_cells;
    bool by_instruction = caller && called_by_instruction(t, caller);
    h->counting = true;
    collect(t, by_instruction, true, caller);
    for (uint64_t n = 0; h->deferred && n != h->collections;) { /* once more for what the holders' finalizers let go of */
        n = h->collections;
        mr_gc_run_finalizers(t);
        collect(t, by_instruction, true, caller);
    }
    mr_heap_finish_sweep(h);
    h->counting = false;
    uint64_t freed = h->freed_cells - before;
    h->disabled = disabled;
    mr_gc_run_finalizers(t);
    return mr_int(t, (int64_t)freed);
}

