/* itertools that regroup their source: batched, pairwise, islice, zip_longest, groupby, tee.
 *
 * A groupby and its groups draw from one iterator: only the group that was handed out last (`current`) may take items, and taking one
 * empties `value` and aux2. The copies that tee makes walk one chain of blocks, each filled by whoever comes to its end first; blocks that
 * all have left are garbage.
 */
#include "stdlib/native/itertools.h"
#include "vm/attr.h"

#include "vm/types/sequence.h"

#define SMALL_BATCH 64

static MrIter *new_over(MrThread *t, const MrTypeDef *def, MrValue cls, MrValue iterable)
{
    MrIter *it = mr_def_new(t, def, cls);
    MrValue source = it ? mr_iter(t, iterable) : MR_ERROR;
    if (source == MR_ERROR)
        return NULL;
    it->source = source;
    return it;
}

/* ---- batched: position is the size ---- */

static MrValue batched_new(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_ssize(t, a[2], &n))
        return MR_ERROR;
    if (n < 1)
        return mr_raise(t, MR_EXC_ValueError, "n must be at least one");
    MrIter *it = new_over(t, &mr_batched_def, a[0], a[1]);
    if (!it)
        return MR_ERROR;
    it->position = (size_t)n;
    return mr_val(it);
}

static MrValue batched_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrValue few[SMALL_BATCH], many = it->position > SMALL_BATCH ? mr_list_new(t, SMALL_BATCH) : MR_NONE;
    if (many == MR_ERROR)
        return MR_ERROR;
    size_t n = 0;
    for (; n < it->position; n++) {
        MrValue v = mr_next_inline(t, it->source);
        if (v == MR_ERROR || (v == MR_UNBOUND && !n))
            it->source = MR_UNBOUND;
        if (v == MR_ERROR || (v != MR_UNBOUND && many != MR_NONE && !mr_list_append(t, many, v)))
            return MR_ERROR;
        if (v == MR_UNBOUND)
            break;
        if (many == MR_NONE)
            few[n] = v;
        if (it->source == MR_UNBOUND) { /* finished from within */
            n++;
            break;
        }
    }
    return n ? mr_tuple_from(t, many == MR_NONE ? few : MR_LIST(many)->items, n) : MR_UNBOUND;
}

/* ---- pairwise: aux1 is the previous item ---- */

static MrValue pairwise_new(MrThread *t, MrValue *a)
{
    MrIter *it = new_over(t, &mr_pairwise_def, a[0], a[1]);
    return it ? mr_val(it) : MR_ERROR;
}

static MrValue pairwise_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    if (it->aux1 == MR_UNBOUND) {
        MrValue first = mr_next_inline(t, it->source);
        if (first == MR_UNBOUND || first == MR_ERROR) {
            it->source = MR_UNBOUND;
            return first;
        }
        it->aux1 = first;
        if (it->source == MR_UNBOUND) {
            it->aux1 = MR_UNBOUND;
            return MR_UNBOUND;
        }
    }
    MrValue v = mr_next_inline(t, it->source), pair[2] = {it->aux1, v};
    if (v == MR_UNBOUND || v == MR_ERROR) {
        it->source = it->aux1 = MR_UNBOUND;
        return v;
    }
    it->aux1 = v;
    mr_write_barrier(t, it, v);
    return pair[0] == MR_UNBOUND ? MR_UNBOUND : mr_tuple_from(t, pair, 2);
}

/* ---- islice ---- */

typedef struct MrSlicer {
    MrIter base;        /* position: items drawn so far */
    int64_t next, step; /* number of the next item to pass on */
    int64_t stop;       /* -1: none */
} MrSlicer;

#define SLICER(v) ((MrSlicer *)mr_obj_of(v))

/* A bound: None keeps *out; what is no fitting int becomes -1. */
static void read_bound(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_NONE || v == MR_UNBOUND)
        return;
    if (!mr_to_ssize(t, v, out)) {
        mr_take_pending(t);
        *out = -1;
    }
}

static MrValue islice_new(MrThread *t, MrValue *a)
{
    int64_t start = 0, stop = -1, step = 1;
    bool only_stop = a[3] == MR_UNBOUND;
    MrValue last = only_stop ? a[2] : a[3];
    if (!only_stop)
        read_bound(t, a[2], &start);
    read_bound(t, last, &stop);
    if (stop == -1 && last != MR_NONE)
        return mr_raise(t, MR_EXC_ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (start < 0 || stop < -1)
        return mr_raise(t, MR_EXC_ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    read_bound(t, a[4], &step);
    if (step < 1)
        return mr_raise(t, MR_EXC_ValueError, "Step for islice() must be a positive integer or None.");
    MrSlicer *s = (MrSlicer *)new_over(t, &mr_islice_def, a[0], a[1]);
    if (!s)
        return MR_ERROR;
    s->next = start;
    s->stop = stop;
    s->step = step;
    return mr_val(s);
}

static MrValue islice_next(MrThread *t, MrValue self)
{
    MrSlicer *s = SLICER(self);
    MrIter *it = &s->base;
    MrValue source = it->source, v = MR_UNBOUND;
    if (source == MR_UNBOUND)
        return MR_UNBOUND;
    while ((int64_t)it->position < s->next) {
        v = mr_next_inline(t, source);
        if (v == MR_UNBOUND || v == MR_ERROR)
            goto finished;
        it->position++;
        if (it->position % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
    v = MR_UNBOUND;
    if (s->stop >= 0 && (int64_t)it->position >= s->stop)
        goto finished;
    v = mr_next_inline(t, source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        goto finished;
    it->position++;
    int64_t next;
    bool over = __builtin_add_overflow(s->next, s->step, &next);
    s->next = !over && (s->stop < 0 || next <= s->stop) ? next : s->stop < 0 ? INT64_MAX : s->stop;
    return v;
finished:
    it->source = MR_UNBOUND;
    return v;
}

static MrValue islice_reduce(MrThread *t, MrValue *a)
{
    MrSlicer *s = SLICER(a[0]);
    MrValue args[4] = {s->base.source, mr_int(t, s->next), s->stop < 0 ? MR_NONE : mr_int(t, s->stop), mr_int(t, s->step)};
    if (s->base.source == MR_UNBOUND) {
        MrValue empty = mr_iter(t, mr_tuple_new(t, 0)), pair[2] = {empty, mr_small_int(0)};
        return empty == MR_ERROR ? empty : mr_itertools_reduce(t, a[0], mr_tuple_from(t, pair, 2), mr_small_int(0));
    }
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 4), mr_int(t, (int64_t)s->base.position));
}

static MrValue islice_setstate(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    SLICER(a[0])->base.position = (size_t)n;
    return MR_NONE;
}

/* ---- zip_longest: source is a tuple of iterators (None: exhausted), aux1 the fill value, position how many are not exhausted ---- */

static MrValue zip_longest_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    MrValue fill = MR_NONE, key, value;
    size_t pos = 0;
    while (a[2] != MR_UNBOUND && mr_dict_next(MR_DICT(a[2]), &pos, &key, &value)) {
        if (!mr_str_equal_c(key, "fillvalue"))
            return mr_raise(t, MR_EXC_TypeError, "zip_longest() got an unexpected keyword argument");
        fill = value;
    }
    MrIter *it = mr_def_new(t, &mr_zip_longest_def, a[0]);
    MrValue sources = it ? mr_tuple_new(t, args->length) : MR_ERROR;
    if (sources == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < args->length; i++)
        MR_TUPLE(sources)->items[i] = MR_NONE;
    for (size_t i = 0; i < args->length; i++) {
        MrValue source = mr_iter(t, args->items[i]);
        if (source == MR_ERROR)
            return MR_ERROR;
        MR_TUPLE(sources)->items[i] = source;
    }
    it->source = sources;
    it->aux1 = fill;
    it->position = args->length;
    return mr_val(it);
}

static MrValue zip_longest_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrTuple *sources = MR_TUPLE(it->source);
    MrValue out = it->position ? mr_tuple_new(t, sources->length) : MR_UNBOUND;
    if (out == MR_UNBOUND || out == MR_ERROR)
        return out;
    for (size_t i = 0; i < sources->length; i++) {
        MrValue v = sources->items[i] == MR_NONE ? it->aux1 : mr_next_inline(t, sources->items[i]);
        if (v == MR_ERROR || (v == MR_UNBOUND && it->position <= 1)) {
            it->position = 0;
            return v;
        }
        if (v == MR_UNBOUND) {
            it->position--;
            sources->items[i] = MR_NONE;
            v = it->aux1;
        }
        MR_TUPLE(out)->items[i] = v;
        mr_write_barrier(t, MR_TUPLE(out), v);
    }
    return out;
}

static MrValue zip_longest_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrTuple *sources = MR_TUPLE(it->source);
    MrValue args = mr_tuple_new(t, sources->length), empty = mr_tuple_new(t, 0);
    for (size_t i = 0; args != MR_ERROR && i < sources->length; i++)
        MR_TUPLE(args)->items[i] = sources->items[i] == MR_NONE ? empty : sources->items[i];
    return mr_itertools_reduce(t, a[0], args, it->aux1);
}

static MrValue zip_longest_setstate(MrThread *t, MrValue *a)
{
    MR_ITER(a[0])->aux1 = a[1];
    mr_write_barrier(t, MR_ITER(a[0]), a[1]);
    return MR_NONE;
}

/* ---- groupby ---- */

typedef struct MrGroupBy {
    MrIter base;     /* aux1: the key function or None; aux2: key of `value` */
    MrValue target;  /* key of the current group */
    MrValue value;   /* item that was drawn and belongs to the next taker */
    MrValue current; /* the group that may take items */
} MrGroupBy;

#define GROUPBY(v) ((MrGroupBy *)mr_obj_of(v))

static void trace_groupby(MrGc *gc, MrObj *o) { mr_mark_values(gc, &((MrGroupBy *)o)->target, 3); }

static MrValue groupby_new(MrThread *t, MrValue *a)
{
    MrIter *it = new_over(t, &mr_groupby_def, a[0], a[1]);
    if (!it)
        return MR_ERROR;
    it->aux1 = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    return mr_val(it);
}

/* Draws an item and its key: MR_NONE, MR_UNBOUND at the end, MR_ERROR. */
static MrValue draw(MrThread *t, MrGroupBy *g)
{
    MrValue v = mr_next_inline(t, g->base.source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    MrValue key = g->base.aux1 == MR_NONE ? v : mr_call1(t, g->base.aux1, v);
    if (key == MR_ERROR)
        return MR_ERROR;
    g->value = v;
    g->base.aux2 = key;
    mr_write_barrier(t, g, v);
    mr_write_barrier(t, g, key);
    return MR_NONE;
}

static MrValue groupby_next(MrThread *t, MrValue self)
{
    MrGroupBy *g = GROUPBY(self);
    g->current = MR_UNBOUND;
    for (size_t n = 1;; n++) { /* to the first item with another key */
        if (g->base.aux2 != MR_UNBOUND) {
            int same = g->target == MR_UNBOUND ? 0 : mr_eq(t, g->target, g->base.aux2);
            if (same < 0)
                return MR_ERROR;
            if (!same)
                break;
        }
        MrValue drawn = draw(t, g);
        if (drawn != MR_NONE)
            return drawn;
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
    g->target = g->base.aux2;
    MrIter *group = mr_def_alloc(t, &mr_grouper_def);
    if (!group)
        return MR_ERROR;
    group->source = self;
    group->aux1 = g->target;
    g->current = mr_val(group);
    MrValue pair[2] = {g->target, g->current};
    return mr_tuple_from(t, pair, 2);
}

static MrValue grouper_new(MrThread *t, MrValue *a)
{
    if (!mr_def_is(t, &mr_groupby_def, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "_grouper() argument 1 must be itertools.groupby, not %s", mr_arg_type_name(t, a[1]));
    MrIter *it = mr_def_new(t, &mr_grouper_def, a[0]);
    if (!it)
        return MR_ERROR;
    it->source = a[1];
    it->aux1 = a[2];
    GROUPBY(a[1])->current = mr_val(it);
    return mr_val(it);
}

static MrValue grouper_next(MrThread *t, MrValue self)
{
    MrGroupBy *g = GROUPBY(MR_ITER(self)->source);
    if (g->current != self)
        return MR_UNBOUND;
    if (g->value == MR_UNBOUND) {
        MrValue drawn = draw(t, g);
        if (drawn != MR_NONE)
            return drawn;
    }
    int same = g->base.aux2 == MR_UNBOUND ? 0 : mr_eq(t, MR_ITER(self)->aux1, g->base.aux2);
    if (same <= 0)
        return same < 0 ? MR_ERROR : MR_UNBOUND;
    MrValue v = g->value;
    g->value = g->base.aux2 = MR_UNBOUND;
    return v;
}

static MrValue groupby_reduce(MrThread *t, MrValue *a)
{
    MrGroupBy *g = GROUPBY(a[0]);
    MrValue args[2] = {g->base.source, g->base.aux1}, state[3] = {g->value, g->target, g->base.aux2};
    bool whole = g->value != MR_UNBOUND && g->target != MR_UNBOUND && g->base.aux2 != MR_UNBOUND;
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 2), whole ? mr_tuple_from(t, state, 3) : MR_UNBOUND);
}

static MrValue groupby_setstate(MrThread *t, MrValue *a)
{
    MrGroupBy *g = GROUPBY(a[0]);
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "state is not a tuple");
    if (MR_TUPLE(a[1])->length != 3)
        return mr_raise(t, MR_EXC_TypeError, "function takes exactly 3 arguments (%zu given)", MR_TUPLE(a[1])->length);
    g->value = MR_TUPLE(a[1])->items[0];
    g->target = MR_TUPLE(a[1])->items[1];
    g->base.aux2 = MR_TUPLE(a[1])->items[2];
    return MR_NONE;
}

static MrValue grouper_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->source, it->aux1};
    if (GROUPBY(it->source)->current == a[0])
        return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 2), MR_UNBOUND);
    MrValue empty = mr_tuple_new(t, 0), pair[2] = {mr_builtin_named(t, "iter"), mr_tuple_from(t, &empty, 1)};
    return pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- tee ---- */

#define BLOCK_ITEMS 57

typedef struct MrTeeBlock {
    MrObj h;
    MrValue source;
    struct MrTeeBlock *next;
    uint32_t n;
    bool running; /* the source is being asked */
    MrValue items[BLOCK_ITEMS];
} MrTeeBlock;

#define BLOCK(v) ((MrTeeBlock *)mr_obj_of(v))

static void trace_block(MrGc *gc, MrObj *o)
{
    MrTeeBlock *b = (MrTeeBlock *)o;
    mr_mark(gc, b->source);
    mr_mark_obj(gc, b->next);
    mr_mark_values(gc, b->items, b->n);
}

static MrTeeBlock *block_new(MrThread *t, MrValue source)
{
    MrTeeBlock *b = mr_def_alloc(t, &mr_tee_data_def);
    if (b)
        b->source = source;
    return b;
}

/* A tee iterator at the place of another. */
static MrValue tee_copy(MrThread *t, MrValue *a)
{
    MrIter *copy = mr_def_alloc(t, &mr_tee_def);
    if (!copy)
        return MR_ERROR;
    copy->source = MR_ITER(a[0])->source;
    copy->position = MR_ITER(a[0])->position;
    return mr_val(copy);
}

static MrValue tee_over(MrThread *t, MrValue iterator)
{
    if (mr_def_is(t, &mr_tee_def, iterator))
        return tee_copy(t, &iterator);
    MrTeeBlock *b = block_new(t, iterator);
    MrIter *it = b ? mr_def_alloc(t, &mr_tee_def) : NULL;
    if (!it)
        return MR_ERROR;
    it->source = mr_val(b);
    return mr_val(it);
}

static MrValue tee_new(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter(t, a[1]);
    return it == MR_ERROR ? MR_ERROR : tee_over(t, it);
}

static MrValue tee_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrTeeBlock *b = BLOCK(it->source);
    if (it->position == BLOCK_ITEMS) {
        MrTeeBlock *next = b->next ? b->next : block_new(t, b->source);
        if (!next)
            return MR_ERROR;
        b->next = next;
        it->source = mr_val(next);
        it->position = 0;
        b = next;
    }
    if (it->position < b->n)
        return b->items[it->position++];
    if (b->running)
        return mr_raise(t, MR_EXC_RuntimeError, "cannot re-enter the tee iterator");
    b->running = true;
    MrValue v = mr_next_inline(t, b->source);
    b->running = false;
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    b->items[b->n++] = v;
    mr_write_barrier(t, b, v);
    it->position++;
    return v;
}

MrValue mr_itertools_tee(MrThread *t, MrValue *a)
{
    int64_t n = 2;
    if (a[1] != MR_UNBOUND && !mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "n must be >= 0");
    if ((uint64_t)n > PTRDIFF_MAX / sizeof(MrValue))
        return mr_raise_no_memory(t);
    MrValue list = mr_list_new(t, (size_t)n), it = list == MR_ERROR ? MR_ERROR : mr_iter(t, a[0]);
    if (it == MR_ERROR || !n)
        return it == MR_ERROR ? MR_ERROR : mr_tuple_new(t, 0);
    MrStr *name = mr_intern(t, "__copy__", 8);
    MrValue copy = name ? mr_getattr_or(t, it, name) : MR_ERROR;
    if (copy == MR_UNBOUND) {
        it = tee_over(t, it);
        copy = it == MR_ERROR ? MR_ERROR : mr_getattr(t, it, name);
    }
    for (int64_t i = 0; i < n; i++) {
        MrValue v = copy == MR_ERROR ? MR_ERROR : i ? mr_call0(t, copy) : it;
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return mr_tuple_from(t, MR_LIST(list)->items, (size_t)n);
}

/* (class, ((),), (block, index)) */
static MrValue tee_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue empty = mr_tuple_new(t, 0), state[2] = {it->source, mr_small_int((int64_t)it->position)};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, &empty, 1), mr_tuple_from(t, state, 2));
}

static MrValue tee_setstate(MrThread *t, MrValue *a)
{
    int64_t i;
    MrTuple *state = mr_is_tuple(a[1]) ? MR_TUPLE(a[1]) : NULL;
    if (!state)
        return mr_raise(t, MR_EXC_TypeError, "state is not a tuple");
    if (state->length != 2 || !mr_def_is(t, &mr_tee_data_def, state->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "a tuple of a block and an index is needed");
    if (!mr_to_ssize(t, state->items[1], &i))
        return MR_ERROR;
    if (i < 0 || i > BLOCK_ITEMS || i > (int64_t)BLOCK(state->items[0])->n)
        return mr_raise(t, MR_EXC_ValueError, "Index out of range");
    MR_ITER(a[0])->source = state->items[0];
    MR_ITER(a[0])->position = (size_t)i;
    return MR_NONE;
}

/* (class, (source, items, next block)) */
static MrValue tee_data_reduce(MrThread *t, MrValue *a)
{
    MrTeeBlock *b = BLOCK(a[0]);
    MrValue args[3] = {b->source, mr_list_from(t, b->items, b->n), b->next ? mr_val(b->next) : MR_NONE};
    return args[1] == MR_ERROR ? MR_ERROR : mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 3), MR_UNBOUND);
}

static MrValue tee_data_new(MrThread *t, MrValue *a)
{
    if (!mr_is_list(a[2]))
        return mr_raise(t, MR_EXC_TypeError, "teedataobject() argument 2 must be list, not %s", mr_arg_type_name(t, a[2]));
    size_t n = MR_LIST(a[2])->length;
    bool more = a[3] != MR_NONE;
    if (n > BLOCK_ITEMS || (more && (n != BLOCK_ITEMS || !mr_def_is(t, &mr_tee_data_def, a[3]))))
        return mr_raise(t, MR_EXC_ValueError, "Invalid arguments");
    MrTeeBlock *b = mr_def_new(t, &mr_tee_data_def, a[0]);
    if (!b)
        return MR_ERROR;
    b->source = a[1];
    memcpy(b->items, MR_LIST(a[2])->items, n * sizeof *b->items);
    b->n = (uint32_t)n;
    b->next = more ? BLOCK(a[3]) : NULL;
    return mr_val(b);
}

/* ---- tables ---- */

#define REDUCE(fn) {"__reduce__(self, /)", fn, "What pickle and copy need to make such an object.", 0}
#define SETSTATE(fn) {"__setstate__(self, state, /)", fn, "Go to the state that __reduce__() gave.", 0}
#define NEW(sig, fn) {"__new__(cls, " sig ")", fn, MR_NEW_DOC, MR_METHOD_STATIC}

static const MrMethodDef batched_methods[] = {NEW("/, iterable, n", batched_new), {0}};
static const MrMethodDef pairwise_methods[] = {NEW("iterable, /", pairwise_new), {0}};
static const MrMethodDef islice_methods[] = {NEW("iterable, start, stop=None, step=None, /", islice_new), REDUCE(islice_reduce), SETSTATE(islice_setstate), {0}};
static const MrMethodDef zip_longest_methods[] = {NEW("/, *iterables, **kwargs", zip_longest_new), REDUCE(zip_longest_reduce),
                                                  SETSTATE(zip_longest_setstate), {0}};
static const MrMethodDef groupby_methods[] = {NEW("/, iterable, key=None", groupby_new), REDUCE(groupby_reduce), SETSTATE(groupby_setstate), {0}};
static const MrMethodDef grouper_methods[] = {NEW("parent, tgtkey, /", grouper_new), REDUCE(grouper_reduce), {0}};
static const MrMethodDef tee_methods[] = {NEW("iterable, /", tee_new), REDUCE(tee_reduce), SETSTATE(tee_setstate),
                                          {"__copy__(self, /)", tee_copy, "An iterator that goes on from the same place on its own.", 0}, {0}};
static const MrMethodDef tee_data_methods[] = {NEW("it, values, next, /", tee_data_new), REDUCE(tee_data_reduce), {0}};

const MrTypeDef mr_batched_def =
    MR_ITERTOOL(batched, batched_methods, MrIter, NULL,
                "Tuples of n items each; the last one may have fewer. Each tuple is read when it is asked for.");
const MrTypeDef mr_pairwise_def = MR_ITERTOOL(pairwise, pairwise_methods, MrIter, NULL,
     "Neighbours as tuples: items 0 and 1, then 1 and 2, and so on.");
const MrTypeDef mr_islice_def =
    MR_ITERTOOL(islice, islice_methods, MrSlicer, NULL,
                "The items that iterable[start:stop:step] would give, for any iterable and without negative numbers.");
const MrTypeDef mr_zip_longest_def =
    MR_ITERTOOL(zip_longest, zip_longest_methods, MrIter, NULL,
                "Return a zip_longest object whose .__next__() method returns a tuple of items, one from each iterable, until the longest is exhausted.");
const MrTypeDef mr_groupby_def =
    MR_ITERTOOL(groupby, groupby_methods, MrGroupBy, trace_groupby,
                "(key, group) for each run of neighbours with the same key; group is an iterator that is used up when the next one is asked for. "
                "key computes it from an item.");
const MrTypeDef mr_grouper_def = {.name = "itertools._grouper", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_FINAL,
                                  .methods = grouper_methods, .next = grouper_next,
                                  .doc = "The items of one group of groupby()."};
const MrTypeDef mr_tee_def = {.name = "itertools._tee", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_FINAL, .methods = tee_methods,
                              .doc = "One of the iterators that tee() gives.", .next = tee_next};
const MrTypeDef mr_tee_data_def = {.name = "itertools._tee_dataobject", .kind = MR_KIND_OTHER, .size = sizeof(MrTeeBlock), .flags = MR_TYPEDEF_FINAL,
                                   .methods = tee_data_methods, .trace = trace_block, .doc =
                                        "A block of values that the iterators of one tee() share."};
