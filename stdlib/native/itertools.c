/* itertools: the iterators that pass items on one by one, and the module's table.
 *
 * All are MrIter records; `source` is the iterator that they draw from, and MR_UNBOUND once a kind that must stay finished has finished.
 * What aux1, aux2, position and expected mean is said at each. Loops that may skip many items poll. Iterators over arrangements of items are
 * in itertools_choose.c, those that split or regroup their source in itertools_split.c.
 */
#include "stdlib/native/itertools.h"
#include "vm/attr.h"

#include "vm/types/sequence.h"

static const MrTypeDef accumulate_def, chain_def, compress_def, count_def, cycle_def, dropwhile_def, filterfalse_def, repeat_def, starmap_def,
    takewhile_def;

MrValue mr_itertools_reduce(MrThread *t, MrValue self, MrValue args, MrValue state)
{
    MrValue parts[3] = {mr_val(mr_typeof(t, self)), args, state};
    if (args == MR_ERROR || state == MR_ERROR ||
        !mr_warn(t, MR_EXC_DeprecationWarning, "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14."))
        return MR_ERROR;
    return mr_tuple_from(t, parts, state == MR_UNBOUND ? 2 : 3);
}

static MrValue reduce_pair(MrThread *t, MrValue self, MrValue first, MrValue second)
{
    MrValue args[2] = {first, second};
    return mr_itertools_reduce(t, self, mr_tuple_from(t, args, 2), MR_UNBOUND);
}

/* An iterator of `def` over an iterable, with one value beside it. */
static MrValue new_over(MrThread *t, const MrTypeDef *def, MrValue cls, MrValue iterable, MrValue aux)
{
    MrIter *it = mr_def_new(t, def, cls);
    if (!it)
        return MR_ERROR;
    MrValue source = mr_iter(t, iterable);
    if (source == MR_ERROR)
        return MR_ERROR;
    it->source = source;
    it->aux1 = aux;
    return mr_val(it);
}

/* ---- count: aux1 is the next number, aux2 the step ---- */

static bool is_number(MrThread *t, MrValue v)
{
    if (mr_is_integer(v) || mr_is_float(v))
        return true;
    MrType *type = mr_typeof(t, v);
    return mr_isinstance_of(t, v, MR_TYPE_complex) || mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_int) != MR_UNBOUND ||
           mr_slot(t, type, MR_SLOT_float) != MR_UNBOUND;
}

static MrValue count_new(MrThread *t, MrValue *a)
{
    MrValue start = a[1] == MR_UNBOUND ? mr_small_int(0) : a[1], step = a[2] == MR_UNBOUND ? mr_small_int(1) : a[2];
    if (!is_number(t, start) || !is_number(t, step))
        return mr_raise(t, MR_EXC_TypeError, "a number is required");
    if (mr_is_integer(step) && mr_eq(t, step, mr_small_int(1)) > 0)
        step = mr_small_int(1);
    if (step == mr_small_int(1) && mr_is_integer(start) && (start = mr_index(t, start)) == MR_ERROR)
        return MR_ERROR;
    MrIter *it = mr_def_new(t, &count_def, a[0]);
    if (!it)
        return MR_ERROR;
    it->aux1 = start;
    it->aux2 = step;
    return mr_val(it);
}

static MrValue count_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrValue v = it->aux1;
    MrValue next = MR_LIKELY(mr_both_int(v, it->aux2)) ? mr_int(t, mr_int_of(v) + mr_int_of(it->aux2)) : mr_binary(t, MR_BIN_ADD, v, it->aux2);
    if (next == MR_ERROR)
        return MR_ERROR;
    it->aux1 = next;
    mr_write_barrier(t, it, next);
    return v;
}

static MrValue count_repr(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue start = mr_repr(t, it->aux1);
    if (start == MR_ERROR || it->aux2 == mr_small_int(1))
        return start == MR_ERROR ? start : mr_strf(t, "%s(%s)", mr_typeof(t, a[0])->name->bytes, mr_cstr(start));
    MrValue step = mr_repr(t, it->aux2);
    return step == MR_ERROR ? step : mr_strf(t, "%s(%s, %s)", mr_typeof(t, a[0])->name->bytes, mr_cstr(start), mr_cstr(step));
}

static MrValue count_reduce(MrThread *t, MrValue *a)
{
    MrValue args[2] = {MR_ITER(a[0])->aux1, MR_ITER(a[0])->aux2};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, args[1] == mr_small_int(1) ? 1 : 2), MR_UNBOUND);
}

/* ---- cycle: aux1 is the list of what came so far, position the next of it once the source has ended; expected is 1 if the list has it all
 * before that ---- */

static MrValue cycle_new(MrThread *t, MrValue *a)
{
    MrValue it = new_over(t, &cycle_def, a[0], a[1], MR_UNBOUND), saved = it == MR_ERROR ? MR_ERROR : mr_list_new(t, 0);
    if (saved == MR_ERROR)
        return MR_ERROR;
    MR_ITER(it)->aux1 = saved;
    return it;
}

static MrValue cycle_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source != MR_UNBOUND) {
        MrValue v = mr_next_inline(t, it->source);
        if (v != MR_UNBOUND)
            return v == MR_ERROR || it->expected || mr_list_append(t, it->aux1, v) ? v : MR_ERROR;
        it->source = MR_UNBOUND;
    }
    MrList *saved = MR_LIST(it->aux1);
    if (!saved->length)
        return MR_UNBOUND;
    size_t i = it->position < saved->length ? it->position : 0; /* a copy shares the list, which script may reach through it */
    it->position = i + 1 < saved->length ? i + 1 : 0;
    return saved->items[i];
}

static MrValue cycle_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    bool first_round = it->source != MR_UNBOUND;
    MrValue source = first_round ? it->source : mr_iter(t, it->aux1);
    if (source == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; !first_round && i < it->position; i++)
        if (mr_next_inline(t, source) == MR_ERROR)
            return MR_ERROR;
    MrValue state[2] = {it->aux1, mr_small_int(!first_round || it->expected)};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, &source, 1), mr_tuple_from(t, state, 2));
}

static MrValue cycle_setstate(MrThread *t, MrValue *a)
{
    MrTuple *state = mr_is_tuple(a[1]) ? MR_TUPLE(a[1]) : NULL;
    if (!state)
        return mr_raise(t, MR_EXC_TypeError, "state is not a tuple");
    if (state->length != 2 || !mr_is_list(state->items[0]))
        return mr_raise(t, MR_EXC_TypeError, "state is not a pair of a list and a flag");
    int complete = mr_truth(t, state->items[1]);
    if (complete < 0)
        return MR_ERROR;
    MrIter *it = MR_ITER(a[0]);
    it->aux1 = state->items[0];
    mr_write_barrier(t, it, it->aux1);
    it->expected = (size_t)complete;
    it->position = 0;
    return MR_NONE;
}

/* ---- repeat: aux1 is the object; position how often it is still to come, if expected is 1 ---- */

static MrValue repeat_new(MrThread *t, MrValue *a)
{
    int64_t times = 0;
    if (a[2] != MR_UNBOUND && !mr_to_ssize(t, a[2], &times))
        return MR_ERROR;
    MrIter *it = mr_def_new(t, &repeat_def, a[0]);
    if (!it)
        return MR_ERROR;
    it->aux1 = a[1];
    it->expected = a[2] != MR_UNBOUND;
    it->position = times > 0 ? (size_t)times : 0;
    return mr_val(it);
}

static MrValue repeat_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    (void)t;
    if (it->expected && !it->position)
        return MR_UNBOUND;
    it->position--;
    return it->aux1;
}

static MrValue repeat_repr(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue text = mr_repr(t, it->aux1);
    if (text == MR_ERROR)
        return MR_ERROR;
    if (!it->expected)
        return mr_strf(t, "%s(%s)", mr_typeof(t, a[0])->name->bytes, mr_cstr(text));
    return mr_strf(t, "%s(%s, %zu)", mr_typeof(t, a[0])->name->bytes, mr_cstr(text), it->position);
}

static MrValue repeat_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    return it->expected ? mr_int(t, (int64_t)it->position) : mr_raise(t, MR_EXC_TypeError, "len() of unsized object");
}

static MrValue repeat_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->aux1, mr_int(t, (int64_t)(it->expected ? it->position : 0))};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, it->expected ? 2 : 1), MR_UNBOUND);
}

/* ---- accumulate: aux1 is the function, aux2 the total; expected is 1 while the initial value is still to come ---- */

static MrValue accumulate_new(MrThread *t, MrValue *a)
{
    MrValue self = new_over(t, &accumulate_def, a[0], a[1], a[2] == MR_UNBOUND ? MR_NONE : a[2]);
    if (self == MR_ERROR)
        return MR_ERROR;
    MrIter *it = MR_ITER(self);
    if (a[3] != MR_UNBOUND && a[3] != MR_NONE) {
        it->aux2 = a[3];
        it->expected = 1;
    }
    return self;
}

static MrValue accumulate_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->expected) {
        it->expected = 0;
        return it->aux2;
    }
    MrValue v = mr_next_inline(t, it->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    MrValue total = it->aux2;
    if (total == MR_UNBOUND)
        total = v;
    else if (it->aux1 == MR_NONE && MR_LIKELY(mr_both_int(total, v)))
        total = mr_int(t, mr_int_of(total) + mr_int_of(v));
    else
        total = it->aux1 == MR_NONE ? mr_binary(t, MR_BIN_ADD, total, v) : mr_call2(t, it->aux1, total, v);
    if (total == MR_ERROR)
        return MR_ERROR;
    it->aux2 = total;
    mr_write_barrier(t, it, total);
    return total;
}

/* A running sum is rebuilt from its function and, when it has begun, its total: an initial value that comes first is a chain of one. */
static MrValue accumulate_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    if (!it->expected) {
        MrValue args[2] = {it->source, it->aux1};
        return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 2), it->aux2 == MR_UNBOUND ? MR_NONE : it->aux2);
    }
    MrValue first = mr_tuple_from(t, &it->aux2, 1), parts[2] = {first, it->source};
    MrValue sources = first == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 2), outer = sources == MR_ERROR ? MR_ERROR : mr_iter(t, sources);
    MrIter *joined = outer == MR_ERROR ? NULL : mr_def_alloc(t, &chain_def);
    if (!joined)
        return MR_ERROR;
    joined->source = outer;
    MrValue args[2] = {mr_val(joined), it->aux1};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 2), MR_NONE);
}

static MrValue accumulate_setstate(MrThread *t, MrValue *a)
{
    MR_ITER(a[0])->aux2 = a[1] == MR_NONE ? MR_UNBOUND : a[1];
    mr_write_barrier(t, MR_ITER(a[0]), a[1]);
    return MR_NONE;
}

/* ---- chain: source yields the iterables, aux1 is the iterator in progress ---- */

static MrValue chain_new(MrThread *t, MrValue *a) { return new_over(t, &chain_def, a[0], a[1], MR_UNBOUND); }

static MrValue chain_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    for (size_t n = 1; it->source != MR_UNBOUND; n++) {
        if (it->aux1 == MR_UNBOUND) {
            MrValue iterable = mr_next_inline(t, it->source);
            MrValue active = iterable == MR_UNBOUND || iterable == MR_ERROR ? iterable : mr_iter(t, iterable);
            if (active == MR_UNBOUND || active == MR_ERROR) {
                it->source = MR_UNBOUND;
                return active;
            }
            it->aux1 = active;
            mr_write_barrier(t, it, active);
        }
        MrValue v = mr_next_inline(t, it->aux1);
        if (v != MR_UNBOUND)
            return v;
        it->aux1 = MR_UNBOUND;
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
    return MR_UNBOUND;
}

static MrValue chain_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue empty = mr_tuple_new(t, 0), state[2] = {it->source, it->aux1};
    if (it->source == MR_UNBOUND)
        return mr_itertools_reduce(t, a[0], empty, MR_UNBOUND);
    return mr_itertools_reduce(t, a[0], empty, mr_tuple_from(t, state, it->aux1 == MR_UNBOUND ? 1 : 2));
}

static MrValue chain_setstate(MrThread *t, MrValue *a)
{
    MrTuple *state = mr_is_tuple(a[1]) ? MR_TUPLE(a[1]) : NULL;
    if (!state)
        return mr_raise(t, MR_EXC_TypeError, "state is not a tuple");
    if (state->length < 1 || state->length > 2)
        return mr_raise(t, MR_EXC_TypeError, "function takes %s (%zu given)", state->length ? "at most 2 arguments" : "at least 1 argument", state->length);
    for (size_t i = 0; i < state->length; i++)
        if (!mr_typeof(t, state->items[i])->next && mr_slot(t, mr_typeof(t, state->items[i]), MR_SLOT_next) == MR_UNBOUND)
            return mr_raise(t, MR_EXC_TypeError, "Arguments must be iterators.");
    MR_ITER(a[0])->source = state->items[0];
    MR_ITER(a[0])->aux1 = state->length > 1 ? state->items[1] : MR_UNBOUND;
    return MR_NONE;
}

/* ---- filters: aux1 is the function; compress: aux1 the iterator of selectors ---- */

static MrValue compress_new(MrThread *t, MrValue *a)
{
    MrValue it = new_over(t, &compress_def, a[0], a[1], MR_UNBOUND), selectors = it == MR_ERROR ? MR_ERROR : mr_iter(t, a[2]);
    if (selectors == MR_ERROR)
        return MR_ERROR;
    MR_ITER(it)->aux1 = selectors;
    return it;
}

static MrValue compress_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    for (size_t n = 1;; n++) {
        MrValue v = mr_next_inline(t, it->source);
        MrValue selector = v == MR_UNBOUND || v == MR_ERROR ? v : mr_next_inline(t, it->aux1);
        if (selector == MR_UNBOUND || selector == MR_ERROR)
            return selector;
        int keep = mr_truth(t, selector);
        if (keep)
            return keep < 0 ? MR_ERROR : v;
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
}

/* function(v) as a truth value: 1, 0, -1. */
static int test(MrThread *t, MrValue function, MrValue v)
{
    MrValue r = mr_call1(t, function, v);
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

static MrValue filterfalse_new(MrThread *t, MrValue *a) { return new_over(t, &filterfalse_def, a[0], a[2], a[1]); }

static MrValue filterfalse_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    bool plain = it->aux1 == MR_NONE || it->aux1 == mr_type_val(t, MR_TYPE_bool);
    for (size_t n = 1;; n++) {
        MrValue v = mr_next_inline(t, it->source);
        if (v == MR_UNBOUND || v == MR_ERROR)
            return v;
        int drop = plain ? mr_truth(t, v) : test(t, it->aux1, v);
        if (drop <= 0)
            return drop < 0 ? MR_ERROR : v;
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
}

/* expected: 1 once an item has been passed on (dropwhile), or the end has been reached (takewhile). */
static MrValue dropwhile_new(MrThread *t, MrValue *a) { return new_over(t, &dropwhile_def, a[0], a[2], a[1]); }

static MrValue dropwhile_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    for (size_t n = 1;; n++) {
        MrValue v = mr_next_inline(t, it->source);
        if (v == MR_UNBOUND || v == MR_ERROR || it->expected)
            return v;
        int drop = test(t, it->aux1, v);
        if (drop < 0)
            return MR_ERROR;
        if (!drop) {
            it->expected = 1;
            return v;
        }
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
}

static MrValue takewhile_new(MrThread *t, MrValue *a) { return new_over(t, &takewhile_def, a[0], a[2], a[1]); }

static MrValue takewhile_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->expected)
        return MR_UNBOUND;
    MrValue v = mr_next_inline(t, it->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    int keep = test(t, it->aux1, v);
    if (keep > 0)
        return v;
    it->expected = keep == 0;
    return keep < 0 ? MR_ERROR : MR_UNBOUND;
}

static MrValue starmap_new(MrThread *t, MrValue *a) { return new_over(t, &starmap_def, a[0], a[2], a[1]); }

static MrValue starmap_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrValue v = mr_next_inline(t, it->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    if (!mr_is_exact(v, MR_TYPE_tuple) && (v = mr_tuple_of(t, v)) == MR_ERROR)
        return MR_ERROR;
    return mr_call(t, it->aux1, MR_TUPLE(v)->length, MR_TUPLE(v)->items);
}

static MrValue compress_reduce(MrThread *t, MrValue *a) { return reduce_pair(t, a[0], MR_ITER(a[0])->source, MR_ITER(a[0])->aux1); }

static MrValue function_reduce(MrThread *t, MrValue *a) { return reduce_pair(t, a[0], MR_ITER(a[0])->aux1, MR_ITER(a[0])->source); }

static MrValue while_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->aux1, it->source};
    return mr_itertools_reduce(t, a[0], mr_tuple_from(t, args, 2), mr_small_int((int64_t)it->expected));
}

static MrValue while_setstate(MrThread *t, MrValue *a)
{
    int passed = mr_truth(t, a[1]);
    if (passed < 0)
        return MR_ERROR;
    MR_ITER(a[0])->expected = (size_t)passed;
    return MR_NONE;
}

/* ---- tables ---- */

#define REDUCE(fn) {"__reduce__(self, /)", fn, "What pickle and copy need to make such an object.", 0}
#define SETSTATE(fn) {"__setstate__(self, state, /)", fn, "Go to the state that __reduce__() gave.", 0}
#define NEW(sig, fn) {"__new__(cls, " sig ")", fn, MR_NEW_DOC, MR_METHOD_STATIC}

static const MrMethodDef count_methods[] = {NEW("/, start=0, step=1", count_new), REDUCE(count_reduce), {"__repr__(self, /)", count_repr,
 "The text that repr(self) gives.", 0}, {0}};
static const MrMethodDef cycle_methods[] = {NEW("iterable, /", cycle_new), REDUCE(cycle_reduce), SETSTATE(cycle_setstate), {0}};
static const MrMethodDef repeat_methods[] = {NEW("/, object, times=None", repeat_new), REDUCE(repeat_reduce),
                                             {"__repr__(self, /)", repeat_repr, "The text that repr(self) gives.", 0},
                                             {"__length_hint__(self, /)", repeat_length_hint, "A guess at how many values are still to come.", 0},
                                             {0}};
static const MrMethodDef accumulate_methods[] = {NEW("/, iterable, func=None, *, initial=None", accumulate_new), REDUCE(accumulate_reduce),
                                                 SETSTATE(accumulate_setstate), {0}};
static const MrMethodDef chain_methods[] = {NEW("/, *iterables", chain_new), REDUCE(chain_reduce), SETSTATE(chain_setstate),
                                            {"from_iterable(cls, iterable, /)", chain_new,
                                             "A chain of the iterables that one iterable yields, asked for only when needed.", MR_METHOD_CLASS},
                                            {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
                                             "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
                                            {0}};
static const MrMethodDef compress_methods[] = {NEW("/, data, selectors", compress_new), REDUCE(compress_reduce), {0}};
static const MrMethodDef filterfalse_methods[] = {NEW("function, iterable, /", filterfalse_new), REDUCE(function_reduce), {0}};
static const MrMethodDef dropwhile_methods[] = {NEW("predicate, iterable, /", dropwhile_new), REDUCE(while_reduce), SETSTATE(while_setstate), {0}};
static const MrMethodDef takewhile_methods[] = {NEW("predicate, iterable, /", takewhile_new), REDUCE(while_reduce), SETSTATE(while_setstate), {0}};
static const MrMethodDef starmap_methods[] = {NEW("function, iterable, /", starmap_new), REDUCE(function_reduce), {0}};

static const MrTypeDef count_def = MR_ITERTOOL(count, count_methods, MrIter, NULL, "Numbers without end: start, start + step, start + 2 * step...");
static const MrTypeDef cycle_def =
    MR_ITERTOOL(cycle, cycle_methods, MrIter, NULL, "The items over and over, from a copy made in the first round.");
static const MrTypeDef repeat_def =
    MR_ITERTOOL(repeat, repeat_methods, MrIter, NULL,
                "The same object again and again: times times, or without end.");
static const MrTypeDef accumulate_def = MR_ITERTOOL(accumulate, accumulate_methods, MrIter, NULL,
     "The running totals of the items, or what func makes of the last result and the next item; initial comes first if given.");
static const MrTypeDef chain_def = MR_ITERTOOL(chain, chain_methods, MrIter, NULL,
                                               "The items of the first iterable, then those of the second, and so on.");
static const MrTypeDef compress_def =
    MR_ITERTOOL(compress, compress_methods, MrIter, NULL, "The items of data whose partner in selectors is true.");
static const MrTypeDef filterfalse_def =
    MR_ITERTOOL(filterfalse, filterfalse_methods, MrIter, NULL,
         "Items for which function(item) is false; for function None, those that are false themselves.");
static const MrTypeDef dropwhile_def =
    MR_ITERTOOL(dropwhile, dropwhile_methods, MrIter, NULL, "The items from the first one on for which predicate(item) is false.");
static const MrTypeDef takewhile_def =
    MR_ITERTOOL(takewhile, takewhile_methods, MrIter, NULL, "The items up to the first one for which predicate(item) is false.");
static const MrTypeDef starmap_def =
    MR_ITERTOOL(starmap, starmap_methods, MrIter, NULL, "Return an iterator that calls the function with the items of each element as arguments.");

static const MrMethodDef functions[] = {
    {"tee(iterable, n=2, /)", mr_itertools_tee,
     "A tuple of n iterators that each give all items of iterable; what only some have seen is kept meanwhile.", 0}, {0}};

static const MrTypeDef *const types[] = {
    &accumulate_def, &mr_batched_def, &chain_def, &mr_combinations_def, &mr_combinations_with_replacement_def, &compress_def, &count_def, &cycle_def,
    &dropwhile_def, &filterfalse_def, &mr_groupby_def, &mr_grouper_def, &mr_islice_def, &mr_pairwise_def, &mr_permutations_def, &mr_product_def,
    &repeat_def, &starmap_def, &takewhile_def, &mr_tee_def, &mr_tee_data_def, &mr_zip_longest_def, NULL};

const MrModuleDef mr_module_itertools = {.name = "itertools", .functions = functions, .types = types, .doc =
     "Iterators that combine, repeat, filter and group what other iterators give."};
