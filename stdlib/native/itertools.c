/* itertools: the iterators that walk one source or several in step, and the module's table.
 *
 * They are MrIter records: `source` is the iterator walked, MR_UNBOUND once exhausted; what aux1, aux2, position and expected mean stands above
 * each. product and its like are in itertools_combine.c, groupby and tee in itertools_group.c.
 */
#include "stdlib/native/itertools.h"
#include "vm/type.h"

#define SELF MR_ITER(a[0])
#define pull mr_itertools_pull

/* An instance that walks iter(iterable). */
static MrIter *walker(MrThread *t, MrValue cls, MrValue iterable)
{
    MrValue it = mr_iter(t, iterable);
    MrIter *w = it == MR_ERROR ? NULL : mr_alloc_instance(t, sizeof *w, MR_TYPE(cls));
    if (w)
        w->source = it;
    return w;
}

static MrValue with_function(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[2]);
    if (!w)
        return MR_ERROR;
    w->aux1 = a[1];
    return mr_val(w);
}

/* The source has ended: it is let go. */
static MrValue finish(MrIter *w)
{
    w->source = MR_UNBOUND;
    return MR_UNBOUND;
}

/* ---- accumulate: aux1 function or None, aux2 the total; position 1: the initial value is still to be given ---- */

static MrValue accumulate_new(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[1]);
    if (!w)
        return MR_ERROR;
    w->aux1 = a[2] == MR_UNBOUND ? MR_NONE : a[2];
    if (a[3] != MR_UNBOUND && a[3] != MR_NONE) {
        w->aux2 = a[3];
        w->position = 1;
    }
    return mr_val(w);
}

static MrValue accumulate_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    if (w->position) {
        w->position = 0;
        return w->aux2;
    }
    MrValue v = pull(t, w->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    if (w->aux2 != MR_UNBOUND)
        v = w->aux1 == MR_NONE ? mr_binary(t, MR_BIN_ADD, w->aux2, v) : mr_call2(t, w->aux1, w->aux2, v);
    if (v != MR_ERROR) {
        w->aux2 = v;
        mr_write_barrier(t, w, v);
    }
    return v;
}

/* ---- batched: expected is n ---- */

static MrValue batched_new(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_ssize(t, a[2], &n))
        return MR_ERROR;
    if (n < 1)
        return mr_raise(t, MR_EXC_ValueError, "n must be at least one");
    MrIter *w = walker(t, a[0], a[1]);
    if (!w)
        return MR_ERROR;
    w->expected = (size_t)n;
    return mr_val(w);
}

static MrValue batched_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    if (w->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrValue it = w->source, list = mr_list_new(t, w->expected < 64 ? w->expected : 64);
    while (list != MR_ERROR && MR_LIST(list)->length < w->expected) {
        MrValue v = pull(t, it);
        if (v == MR_ERROR || (v == MR_UNBOUND && MR_LIST(list)->length == 0)) {
            w->source = MR_UNBOUND;
            return v;
        }
        if (v == MR_UNBOUND)
            break;
        if (!mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list == MR_ERROR ? list : mr_tuple_of(t, list);
}

/* ---- chain: source gives the iterables, aux1 is the iterator of the current one ---- */

static MrValue chain_new(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[1]);
    return w ? mr_val(w) : MR_ERROR;
}

static MrValue chain_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    for (;;) {
        if (w->aux1 != MR_UNBOUND) {
            MrValue v = pull(t, w->aux1);
            if (v != MR_UNBOUND)
                return v;
            w->aux1 = MR_UNBOUND;
        }
        if (w->source == MR_UNBOUND)
            return MR_UNBOUND;
        MrValue iterable = pull(t, w->source);
        if (iterable == MR_UNBOUND || iterable == MR_ERROR) {
            w->source = MR_UNBOUND;
            return iterable;
        }
        MrValue it = mr_iter(t, iterable);
        if (it == MR_ERROR) {
            w->source = MR_UNBOUND;
            return it;
        }
        w->aux1 = it;
        mr_write_barrier(t, w, it);
    }
}

/* ---- compress: aux1 the selectors' iterator ---- */

static MrValue compress_new(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[1]);
    MrValue selectors = w ? mr_iter(t, a[2]) : MR_ERROR;
    if (selectors == MR_ERROR)
        return selectors;
    w->aux1 = selectors;
    return mr_val(w);
}

static MrValue compress_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    for (;;) {
        MrValue v = pull(t, w->source), selector = v == MR_UNBOUND || v == MR_ERROR ? v : pull(t, w->aux1);
        if (selector == MR_UNBOUND || selector == MR_ERROR)
            return selector;
        int truth = mr_truth(t, selector);
        if (truth)
            return truth < 0 ? MR_ERROR : v;
    }
}

/* ---- count: aux1 the next number, aux2 the step ---- */

static bool is_number(MrThread *t, MrValue v)
{
    if (mr_is_int(v) || mr_is_float(v) || mr_is_kind(v, MR_KIND_COMPLEX))
        return true;
    MrType *type = mr_typeof(t, v);
    return mr_slot(t, type, MR_SLOT_index) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_int) != MR_UNBOUND || mr_slot(t, type, MR_SLOT_float) != MR_UNBOUND;
}

static MrValue count_new(MrThread *t, MrValue *a)
{
    for (int i = 1; i <= 2; i++)
        if (a[i] != MR_UNBOUND && !is_number(t, a[i]))
            return mr_raise(t, MR_EXC_TypeError, "a number is required");
    MrIter *w = mr_alloc_instance(t, sizeof *w, MR_TYPE(a[0]));
    if (!w)
        return MR_ERROR;
    w->aux1 = a[1] == MR_UNBOUND ? mr_small_int(0) : a[1];
    w->aux2 = a[2] == MR_UNBOUND ? mr_small_int(1) : a[2];
    return mr_val(w);
}

static MrValue count_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    MrValue v = w->aux1, next;
    if (mr_both_int(v, w->aux2))
        next = mr_int(t, mr_int_of(v) + mr_int_of(w->aux2));
    else
        next = mr_binary(t, MR_BIN_ADD, v, w->aux2);
    if (next == MR_ERROR)
        return next;
    w->aux1 = next;
    mr_write_barrier(t, w, next);
    return v;
}

static MrValue count_repr(MrThread *t, MrValue *a)
{
    MrValue start = mr_repr(t, SELF->aux1), step = start == MR_ERROR ? start : mr_repr(t, SELF->aux2);
    if (step == MR_ERROR)
        return step;
    if (SELF->aux2 == mr_small_int(1))
        return mr_strf(t, "%s(%s)", mr_type_name(t, a[0]), mr_cstr(start));
    return mr_strf(t, "%s(%s, %s)", mr_type_name(t, a[0]), mr_cstr(start), mr_cstr(step));
}

static MrValue count_reduce(MrThread *t, MrValue *a)
{
    MrValue args[2] = {SELF->aux1, SELF->aux2}, pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, args[1] == mr_small_int(1) ? 1 : 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- cycle: aux1 the list of what was read; position: the next of it once source has ended ---- */

static MrValue cycle_new(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[1]);
    MrValue saved = w ? mr_list_new(t, 0) : MR_ERROR;
    if (saved == MR_ERROR)
        return saved;
    w->aux1 = saved;
    return mr_val(w);
}

static MrValue cycle_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    if (w->source != MR_UNBOUND) {
        MrValue v = pull(t, w->source);
        if (v != MR_UNBOUND)
            return v == MR_ERROR || !mr_list_append(t, w->aux1, v) ? MR_ERROR : v;
        w->source = MR_UNBOUND;
    }
    MrList *saved = MR_LIST(w->aux1);
    if (saved->length == 0)
        return MR_UNBOUND;
    if (w->position >= saved->length)
        w->position = 0;
    return saved->items[w->position++];
}

/* ---- dropwhile, takewhile, filterfalse, starmap: aux1 the function ---- */

static int ask(MrThread *t, MrValue function, MrValue v)
{
    MrValue r = function == MR_NONE ? v : mr_call1(t, function, v);
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

static MrValue dropwhile_next(MrThread *t, MrValue self) /* position 1: dropping is over */
{
    MrIter *w = MR_ITER(self);
    for (;;) {
        MrValue v = pull(t, w->source);
        if (v == MR_UNBOUND || v == MR_ERROR || w->position)
            return v;
        MrValue r = mr_call1(t, w->aux1, v);
        int drop = r == MR_ERROR ? -1 : mr_truth(t, r);
        if (drop < 0)
            return MR_ERROR;
        if (!drop) {
            w->position = 1;
            return v;
        }
    }
}

static MrValue takewhile_next(MrThread *t, MrValue self) /* position 1: over */
{
    MrIter *w = MR_ITER(self);
    if (w->position)
        return MR_UNBOUND;
    MrValue v = pull(t, w->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    MrValue r = mr_call1(t, w->aux1, v);
    int take = r == MR_ERROR ? -1 : mr_truth(t, r);
    if (take == 0)
        w->position = 1;
    return take < 0 ? MR_ERROR : take ? v : MR_UNBOUND;
}

static MrValue filterfalse_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    for (;;) {
        MrValue v = pull(t, w->source);
        int truth = v == MR_UNBOUND || v == MR_ERROR ? 0 : ask(t, w->aux1, v);
        if (truth <= 0)
            return truth < 0 ? MR_ERROR : v;
    }
}

static MrValue starmap_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    MrValue v = pull(t, w->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v;
    MrValue args = mr_tuple_of(t, v);
    return args == MR_ERROR ? args : mr_call(t, w->aux1, MR_TUPLE(args)->length, MR_TUPLE(args)->items);
}

/* ---- islice ---- */

typedef struct Slice {
    MrIter iter;     /* position: items read so far */
    int64_t next, stop, step; /* stop -1: none */
} Slice;

#define INDEX_RANGE "must be None or an integer: 0 <= x <= sys.maxsize."

/* None or a missing argument leave *n alone. */
static bool slice_part(MrThread *t, MrValue v, int64_t least, const char *error, int64_t *n)
{
    if (v == MR_UNBOUND || v == MR_NONE)
        return true;
    if (!mr_to_ssize(t, v, n))
        mr_take_pending(t);
    else if (*n >= least)
        return true;
    mr_raise(t, MR_EXC_ValueError, "%s", error);
    return false;
}

static MrValue islice_new(MrThread *t, MrValue *a)
{
    int64_t start = 0, stop = -1, step = 1;
    bool ok;
    if (a[3] == MR_UNBOUND) {
        ok = slice_part(t, a[2], 0, "Stop argument for islice() " INDEX_RANGE, &stop);
    } else {
        ok = slice_part(t, a[2], 0, "Indices for islice() " INDEX_RANGE, &start) &&
             slice_part(t, a[3], 0, "Stop argument for islice() " INDEX_RANGE, &stop) &&
             slice_part(t, a[4], 1, "Step for islice() must be a positive integer or None.", &step);
    }
    MrValue it = ok ? mr_iter(t, a[1]) : MR_ERROR;
    Slice *s = it == MR_ERROR ? NULL : mr_alloc_instance(t, sizeof *s, MR_TYPE(a[0]));
    if (!s)
        return MR_ERROR;
    s->iter.source = it;
    s->next = start;
    s->stop = stop;
    s->step = step;
    return mr_val(s);
}

static MrValue islice_next(MrThread *t, MrValue self)
{
    Slice *s = (Slice *)mr_obj_of(self);
    MrIter *w = &s->iter;
    if (w->source == MR_UNBOUND)
        return MR_UNBOUND;
    for (;;) {
        bool wanted = (int64_t)w->position >= s->next;
        if (wanted && s->stop >= 0 && (int64_t)w->position >= s->stop)
            return finish(w);
        MrValue v = pull(t, w->source);
        if (v == MR_UNBOUND)
            return finish(w);
        if (v == MR_ERROR)
            return v;
        w->position++;
        if (!wanted)
            continue;
        if (__builtin_add_overflow(s->next, s->step, &s->next) || (s->stop >= 0 && s->next > s->stop))
            s->next = s->stop >= 0 ? s->stop : INT64_MAX;
        return v;
    }
}

/* ---- pairwise: aux1 the item before ---- */

static MrValue pairwise_new(MrThread *t, MrValue *a)
{
    MrIter *w = walker(t, a[0], a[1]);
    return w ? mr_val(w) : MR_ERROR;
}

static MrValue pairwise_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    if (w->source == MR_UNBOUND)
        return MR_UNBOUND;
    if (w->aux1 == MR_UNBOUND) {
        MrValue first = pull(t, w->source);
        if (first == MR_ERROR)
            return first;
        if (first == MR_UNBOUND)
            return finish(w);
        w->aux1 = first;
    }
    MrValue v = w->source == MR_UNBOUND ? MR_UNBOUND : pull(t, w->source), pair[2] = {w->aux1, v};
    if (v == MR_ERROR)
        return v;
    if (v == MR_UNBOUND) {
        w->aux1 = MR_UNBOUND;
        return finish(w);
    }
    w->aux1 = v;
    mr_write_barrier(t, w, v);
    return mr_tuple_from(t, pair, 2);
}

/* ---- repeat: source the object, expected 1: position is how often it is still to be given ---- */

static MrValue repeat_new(MrThread *t, MrValue *a)
{
    int64_t times = 0;
    if (a[2] != MR_UNBOUND && !mr_to_ssize(t, a[2], &times))
        return MR_ERROR;
    MrIter *w = mr_alloc_instance(t, sizeof *w, MR_TYPE(a[0]));
    if (!w)
        return MR_ERROR;
    w->source = a[1];
    w->expected = a[2] != MR_UNBOUND;
    w->position = times < 0 ? 0 : (size_t)times;
    return mr_val(w);
}

static MrValue repeat_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    (void)t;
    if (w->expected && w->position-- == 0) {
        w->position = 0;
        return MR_UNBOUND;
    }
    return w->source;
}

static MrValue repeat_repr(MrThread *t, MrValue *a)
{
    MrValue shown = mr_repr(t, SELF->source);
    if (shown == MR_ERROR)
        return shown;
    if (!SELF->expected)
        return mr_strf(t, "%s(%s)", mr_type_name(t, a[0]), mr_cstr(shown));
    return mr_strf(t, "%s(%s, %zu)", mr_type_name(t, a[0]), mr_cstr(shown), SELF->position);
}

static MrValue repeat_length_hint(MrThread *t, MrValue *a)
{
    return SELF->expected ? mr_int(t, (int64_t)SELF->position) : mr_raise(t, MR_EXC_TypeError, "len() of unsized object");
}

static MrValue repeat_reduce(MrThread *t, MrValue *a)
{
    MrValue args[2] = {SELF->source, mr_int(t, (int64_t)SELF->position)}, pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, SELF->expected ? 2 : 1)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- zip_longest: aux1 a list of iterators (None for the exhausted), aux2 the fill value, position how many still give items ---- */

static MrValue zip_longest_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    MrValue fill = MR_NONE;
    if (a[2] != MR_UNBOUND) {
        MrValue key = mr_str_c(t, "fillvalue");
        MrValue v = key == MR_ERROR ? key : mr_dict_get(t, MR_DICT(a[2]), key);
        if (v == MR_ERROR)
            return v;
        if (v == MR_UNBOUND || MR_DICT(a[2])->length > 1)
            return mr_raise(t, MR_EXC_TypeError, "zip_longest() got an unexpected keyword argument");
        fill = v;
    }
    MrValue list = mr_list_new(t, args->length);
    for (size_t i = 0; list != MR_ERROR && i < args->length; i++) {
        MrValue it = mr_iter(t, args->items[i]);
        if (it == MR_ERROR || !mr_list_append(t, list, it))
            return MR_ERROR;
    }
    MrIter *w = list == MR_ERROR ? NULL : mr_alloc_instance(t, sizeof *w, MR_TYPE(a[0]));
    if (!w)
        return MR_ERROR;
    w->aux1 = list;
    w->aux2 = fill;
    w->position = args->length;
    return mr_val(w);
}

static MrValue zip_longest_next(MrThread *t, MrValue self)
{
    MrIter *w = MR_ITER(self);
    MrList *its = MR_LIST(w->aux1);
    if (w->position == 0)
        return MR_UNBOUND;
    MrValue out = mr_list_new(t, its->length);
    for (size_t i = 0; out != MR_ERROR && i < its->length; i++) {
        MrValue v = its->items[i] == MR_NONE ? MR_UNBOUND : pull(t, its->items[i]);
        if (v == MR_ERROR) {
            w->position = 0;
            return v;
        }
        if (v == MR_UNBOUND) {
            if (its->items[i] != MR_NONE) {
                its->items[i] = MR_NONE;
                if (w->position == 0 || --w->position == 0)
                    return MR_UNBOUND;
            }
            v = w->aux2;
        }
        if (!mr_list_append(t, out, v))
            return MR_ERROR;
    }
    return out == MR_ERROR ? out : mr_tuple_of(t, out);
}

/* ---- types ---- */

#define NEW(sig, fn) {"__new__" sig, fn, NULL, MR_METHOD_STATIC}
#define WALKER(id, record, text, ...)                                                                                                          \
    static const MrMethodDef id##_methods[] = {__VA_ARGS__, {0}};                                                                              \
    static const MrTypeDef id##_type = {.name = "itertools." #id, .kind = MR_KIND_ITER, .size = sizeof(record), .methods = id##_methods,       \
                                        .next = id##_next, .doc = text}

WALKER(accumulate, MrIter, "Return series of accumulated sums.", NEW("(cls, iterable, func=None, *, initial=None)", accumulate_new));
WALKER(batched, MrIter, "Batch data into tuples of length n. The last batch may be shorter than n.", NEW("(cls, iterable, n)", batched_new));
WALKER(chain, MrIter, "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements "
       "from the next\niterable, until all of the iterables are exhausted.",
       NEW("(cls, /, *iterables)", chain_new), {"from_iterable(cls, iterable, /)", chain_new, "Alternative chain() constructor taking a single iterable argument that evaluates lazily.", MR_METHOD_CLASS});
WALKER(compress, MrIter, "Return data elements corresponding to true selector elements.", NEW("(cls, data, selectors)", compress_new));
WALKER(count, MrIter, "Return a count object whose .__next__() method returns consecutive values.", NEW("(cls, start=0, step=1)", count_new),
       {"__repr__(self, /)", count_repr, NULL, 0}, {"__reduce__(self, /)", count_reduce, NULL, 0});
WALKER(cycle, MrIter, "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.", NEW("(cls, iterable, /)", cycle_new));
WALKER(dropwhile, MrIter, "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.",
       NEW("(cls, predicate, iterable, /)", with_function));
WALKER(takewhile, MrIter, "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
       NEW("(cls, predicate, iterable, /)", with_function));
WALKER(filterfalse, MrIter, "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.",
       NEW("(cls, function, iterable, /)", with_function));
WALKER(starmap, MrIter, "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
       NEW("(cls, function, iterable, /)", with_function));
WALKER(islice, Slice, "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object",
       NEW("(cls, iterable, start, stop=None, step=None, /)", islice_new));
WALKER(pairwise, MrIter, "Return an iterator of overlapping pairs taken from the input iterator.", NEW("(cls, iterable, /)", pairwise_new));
WALKER(repeat, MrIter, "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, "
       "returns the object\nendlessly.",
       NEW("(cls, object, times=None)", repeat_new), {"__repr__(self, /)", repeat_repr, NULL, 0}, {"__length_hint__(self, /)", repeat_length_hint, NULL, 0},
       {"__reduce__(self, /)", repeat_reduce, NULL, 0});
WALKER(zip_longest, MrIter, "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.",
       NEW("(cls, /, *iterables, **kwargs)", zip_longest_new));

static const MrMethodDef functions[] = {
    {"tee(iterable, n=2, /)", mr_itertools_tee, "Returns a tuple of n independent iterators.", 0},
    {0},
};

static const MrTypeDef *const types[] = {
    &accumulate_type, &batched_type, &chain_type, &compress_type, &count_type, &cycle_type, &dropwhile_type, &takewhile_type, &filterfalse_type,
    &starmap_type, &islice_type, &pairwise_type, &repeat_type, &zip_longest_type, &mr_itertools_product_type, &mr_itertools_permutations_type,
    &mr_itertools_combinations_type, &mr_itertools_cwr_type, &mr_itertools_groupby_type, &mr_itertools_grouper_type, &mr_itertools_tee_type,
    &mr_itertools_teeblock_type, NULL,
};

const MrModuleDef mr_module_itertools = {
    .name = "itertools", .functions = functions, .types = types, .doc = "Functional tools for creating and using iterators.",
};
