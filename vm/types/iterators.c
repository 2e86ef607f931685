/* Iterators over list, tuple and anything with __getitem__, and the builtin iterator classes: enumerate, zip, map, filter, reversed.
 *
 * All are MrIter records. `source` is what they walk and MR_UNBOUND from the end on, so that a finished iterator stays finished and holds
 * nothing. `position` is the next index; for the reverse ones the number of items left below. Those of dict and set are in dict_views.c and
 * set_methods.c, those of range in range.c.
 */
#include "vm/isolate.h"
#include "vm/attr.h"
#include "vm/signature.h"
#include "vm/types/dict.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"

MrValue mr_iter_new(MrThread *t, MrTypeId type, MrValue source)
{
    MrIter *it = mr_alloc(t, sizeof *it, MR_KIND_ITER, type);
    if (!it)
        return MR_ERROR;
    it->source = source;
    if (mr_is_dict(source)) {
        it->expected = MR_DICT(source)->length;
        it->aux1 = mr_small_int(MR_DICT(source)->length);
        if (type >= MR_TYPE_dict_reversekeyiterator && type <= MR_TYPE_dict_reverseitemiterator)
            it->position = MR_DICT(source)->used;
        if (!mr_is_exact(source, MR_TYPE_dict))
            it->aux2 = mr_dict_order_stamp(t, source);
    } else if (mr_is_set(source)) {
        it->expected = MR_SET(source)->length;
        it->aux1 = mr_small_int((int64_t)MR_SET(source)->length);
    }
    return mr_val(it);
}

MrValue mr_builtin_named(MrThread *t, const char *name)
{
    MrStr *s = mr_intern(t, name, strlen(name));
    MrValue f = s ? mr_dict_get_str(t, t->iso->builtins, s) : MR_ERROR;
    return f == MR_UNBOUND ? mr_raise(t, MR_EXC_AttributeError, "%s", name) : f;
}

/* (function, (argument,), position), or (iter, ((),)) for a finished iterator. */
static MrValue reduce(MrThread *t, MrValue function, MrValue argument, int64_t position)
{
    MrValue parts[3] = {function, MR_ERROR, mr_int(t, position)};
    bool finished = argument == MR_UNBOUND;
    if (finished) {
        parts[0] = mr_builtin_named(t, "iter");
        argument = mr_tuple_new(t, 0);
    }
    if (parts[0] == MR_ERROR || argument == MR_ERROR || (parts[1] = mr_tuple_from(t, &argument, 1)) == MR_ERROR)
        return MR_ERROR;
    return mr_tuple_from(t, parts, finished ? 2 : 3);
}

MrValue mr_iter_reduce_rest(MrThread *t, MrValue iterator)
{
    MrIter *it = MR_ITER(iterator);
    MrValue copy = mr_iter_new(t, (MrTypeId)it->h.shape, it->source);
    if (copy == MR_ERROR)
        return copy;
    MR_ITER(copy)->aux1 = it->aux1;
    MR_ITER(copy)->position = it->position;
    MR_ITER(copy)->expected = it->expected;
    MrValue rest = mr_list_of(t, copy), pair[2] = {mr_builtin_named(t, "iter"), MR_ERROR};
    if (rest == MR_ERROR || pair[0] == MR_ERROR || (pair[1] = mr_tuple_from(t, &rest, 1)) == MR_ERROR)
        return MR_ERROR;
    return mr_tuple_from(t, pair, 2);
}

MrValue mr_iter_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    return reduce(t, mr_builtin_named(t, "iter"), it->source, (int64_t)it->position);
}

bool mr_iter_state(MrThread *t, MrValue state, int64_t *n)
{
    if (mr_is_integer(state))
        return mr_to_ssize(t, state, n);
    mr_raise(t, MR_EXC_TypeError, "an integer is required");
    return false;
}

MrValue mr_iter_setstate(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    int64_t i;
    if (!mr_iter_state(t, a[1], &i))
        return MR_ERROR;
    if (it->source != MR_UNBOUND)
        it->position = i < 0 ? 0 : (size_t)i;
    return MR_NONE;
}

static MrValue reverse_setstate(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    int64_t i;
    if (!mr_iter_state(t, a[1], &i))
        return MR_ERROR;
    if (it->source == MR_UNBOUND)
        return MR_NONE;
    int64_t n = mr_len(t, it->source);
    if (n < 0)
        return MR_ERROR;
    it->position = i < -1 ? 0 : i >= n ? (size_t)n : (size_t)(i + 1);
    return MR_NONE;
}

/* ---- list and tuple ---- */

static MrValue list_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    (void)t;
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrList *l = MR_LIST(it->source);
    if (it->position < l->length)
        return l->items[it->position++];
    return it->source = MR_UNBOUND;
}

static MrValue tuple_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    (void)t;
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrTuple *tuple = MR_TUPLE(it->source);
    if (it->position < tuple->length)
        return tuple->items[it->position++];
    return it->source = MR_UNBOUND;
}

static MrValue generic_alias_iterator_next(MrThread *t, MrValue self) { return tuple_iterator_next(t, self); }

static MrValue list_reverseiterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    (void)t;
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrList *l = MR_LIST(it->source);
    if (it->position && it->position <= l->length)
        return l->items[--it->position];
    return it->source = MR_UNBOUND;
}

static MrValue sequence_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    if (it->source == MR_UNBOUND)
        return mr_small_int(0);
    int64_t n = mr_len(t, it->source);
    if (n < 0)
        return MR_ERROR;
    return mr_int(t, n > (int64_t)it->position ? n - (int64_t)it->position : 0);
}

static MrValue items_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue *items;
    size_t n;
    if (it->source == MR_UNBOUND || !mr_sequence_items(it->source, &items, &n))
        return mr_small_int(0);
    return mr_int(t, n > it->position ? (int64_t)(n - it->position) : 0);
}

static MrValue reverse_length_hint(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    if (it->source == MR_UNBOUND)
        return mr_small_int(0);
    int64_t n = mr_len(t, it->source);
    if (n < 0)
        return MR_ERROR;
    return mr_int(t, n >= (int64_t)it->position ? (int64_t)it->position : 0);
}

static MrValue reverse_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    return reduce(t, mr_type_val(t, MR_TYPE_reversed), it->source, (int64_t)it->position - 1);
}

/* ---- the sequence protocol, and iter(callable, sentinel) ---- */

/* source[i], or MR_UNBOUND when that says that there is no such item. */
static MrValue item_at(MrThread *t, MrValue source, size_t i)
{
    MrValue index = mr_int(t, (int64_t)i);
    MrValue v = index == MR_ERROR ? MR_ERROR : mr_getitem(t, source, index);
    if (v == MR_ERROR && (mr_clear_if(t, MR_EXC_IndexError) || mr_clear_if(t, MR_EXC_StopIteration)))
        return MR_UNBOUND;
    return v;
}

static MrValue iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrValue v = item_at(t, it->source, it->position);
    if (v == MR_UNBOUND)
        it->source = MR_UNBOUND;
    else if (v != MR_ERROR)
        it->position++;
    return v;
}

static MrValue callable_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrValue v = mr_call0(t, it->source);
    if (v == MR_ERROR) {
        if (!mr_clear_if(t, MR_EXC_StopIteration))
            return MR_ERROR;
        it->source = it->aux1 = MR_UNBOUND;
        return MR_UNBOUND;
    }
    if (it->source == MR_UNBOUND) /* the call itself went on with this iterator */
        return MR_UNBOUND;
    int last = mr_eq(t, it->aux1, v);
    if (last < 0)
        return MR_ERROR;
    if (!last)
        return v;
    it->source = it->aux1 = MR_UNBOUND;
    return MR_UNBOUND;
}

static MrValue callable_iterator_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    if (it->source == MR_UNBOUND)
        return reduce(t, MR_NONE, MR_UNBOUND, 0);
    MrValue args[2] = {it->source, it->aux1}, pair[2] = {mr_builtin_named(t, "iter"), mr_tuple_from(t, args, 2)};
    return pair[0] == MR_ERROR || pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- enumerate ---- */

static MrIter *new_instance(MrThread *t, MrValue cls, MrTypeId base)
{
    return mr_check_new(t, cls, base) ? mr_alloc_instance(t, sizeof(MrIter), MR_TYPE(cls)) : NULL;
}

static MrValue bad_keyword(MrThread *t, MrDict *kwargs, const char *but)
{
    MrValue key = MR_UNBOUND, value;
    size_t pos = 0;
    while (mr_dict_next(kwargs, &pos, &key, &value) && but && mr_str_equal_c(key, but))
        ;
    return mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for enumerate()", mr_cstr(key));
}

/* enumerate(iterable, start=0), either of them by name: CPython binds these two by hand, with errors of their own. */
static bool enumerate_args(MrThread *t, MrTuple *args, MrValue kwargs, MrValue *iterable, MrValue *start)
{
    MrDict *kw = kwargs == MR_UNBOUND ? NULL : MR_DICT(kwargs);
    size_t n_kw = kw ? kw->length : 0, n = args->length + n_kw;
    *iterable = args->length ? args->items[0] : MR_UNBOUND;
    *start = args->length > 1 ? args->items[1] : MR_UNBOUND;
    if (args->length && n > 2) {
        mr_raise(t, MR_EXC_TypeError, "enumerate() takes at most 2 arguments (%zu given)", n);
    } else if (args->length && n_kw) {
        *start = mr_dict_get_str(t, kw, mr_intern(t, "start", 5));
        if (*start != MR_UNBOUND)
            return true;
        bad_keyword(t, kw, NULL);
    } else if (!args->length && n_kw && n_kw <= 2) {
        *iterable = mr_dict_get_str(t, kw, mr_intern(t, "iterable", 8));
        *start = mr_dict_get_str(t, kw, mr_intern(t, "start", 5));
        if (*iterable != MR_UNBOUND && (n_kw == 1 || *start != MR_UNBOUND))
            return true;
        bad_keyword(t, kw, n_kw == 1 ? NULL : *iterable != MR_UNBOUND ? "iterable" : "start");
    } else if (!args->length) {
        mr_raise(t, MR_EXC_TypeError, "enumerate() missing required argument 'iterable'");
    }
    return !mr_pending(t);
}

static MrValue enumerate_new(MrThread *t, MrValue *a)
{
    MrValue iterable, start;
    if (!enumerate_args(t, MR_TUPLE(a[1]), a[2], &iterable, &start))
        return MR_ERROR;
    start = start == MR_UNBOUND ? mr_small_int(0) : mr_index(t, start);
    MrValue source = start == MR_ERROR ? MR_ERROR : mr_iter(t, iterable);
    MrIter *it = source == MR_ERROR ? NULL : new_instance(t, a[0], MR_TYPE_enumerate);
    if (!it)
        return MR_ERROR;
    it->source = source;
    it->aux1 = start; /* the next number */
    return mr_val(it);
}

/* 1: out has number and value; 0: the end; -1 */
static int enumerate_pair(MrThread *t, MrIter *it, MrValue out[2])
{
    MrValue v = mr_next_inline(t, it->source);
    if (v == MR_UNBOUND || v == MR_ERROR)
        return v == MR_ERROR ? -1 : 0;
    out[0] = it->aux1;
    out[1] = v;
    MrValue next = mr_is_int(it->aux1) ? mr_int(t, mr_int_of(it->aux1) + 1) : mr_number_binop(t, MR_BIN_ADD, it->aux1, mr_small_int(1));
    if (next == MR_ERROR)
        return -1;
    it->aux1 = next;
    mr_write_barrier(t, it, next);
    return 1;
}

static MrValue enumerate_next(MrThread *t, MrValue self)
{
    MrValue pair[2];
    int more = enumerate_pair(t, MR_ITER(self), pair);
    return more > 0 ? mr_tuple_from(t, pair, 2) : more ? MR_ERROR : MR_UNBOUND;
}

static MrValue enumerate_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->source, it->aux1}, pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- zip and map: source is a tuple of iterators ---- */

static MrValue iterators_of(MrThread *t, const MrValue *iterables, size_t n)
{
    MrValue its = n ? mr_tuple_new(t, n) : mr_tuple_new(t, 0);
    if (its == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++) {
        MrValue it = mr_iter(t, iterables[i]);
        if (it == MR_ERROR)
            return MR_ERROR;
        MR_TUPLE(its)->items[i] = it;
    }
    return its;
}

static MrValue zip_new(MrThread *t, MrValue *a)
{
    int strict = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    MrValue its = strict < 0 ? MR_ERROR : iterators_of(t, MR_TUPLE(a[1])->items, MR_TUPLE(a[1])->length);
    MrIter *it = its == MR_ERROR ? NULL : new_instance(t, a[0], MR_TYPE_zip);
    if (!it)
        return MR_ERROR;
    it->source = its;
    it->aux1 = mr_bool(strict);
    return mr_val(it);
}

static MrValue wrong_length(MrThread *t, size_t i, const char *how)
{
    if (i == 1)
        return mr_raise(t, MR_EXC_ValueError, "zip() argument 2 is %s than argument 1", how);
    return mr_raise(t, MR_EXC_ValueError, "zip() argument %zu is %s than arguments 1-%zu", i + 1, how, i);
}

/* Iterator i of a strict zip has ended: so must all the others, which have not been asked in this round if i is 0. */
static MrValue check_ends(MrThread *t, MrTuple *its, size_t i)
{
    if (i)
        return wrong_length(t, i, "shorter");
    for (i = 1; i < its->length; i++) {
        MrValue v = mr_next_inline(t, its->items[i]);
        if (v != MR_UNBOUND)
            return v == MR_ERROR ? v : wrong_length(t, i, "longer");
    }
    return MR_UNBOUND;
}

static MrValue zip_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrTuple *its = MR_TUPLE(it->source);
    if (!its->length)
        return MR_UNBOUND;
    MrValue out = mr_tuple_new(t, its->length);
    if (out == MR_ERROR)
        return out;
    for (size_t i = 0; i < its->length; i++) {
        MrValue v = mr_next_inline(t, its->items[i]);
        if (v == MR_ERROR)
            return v;
        if (v == MR_UNBOUND)
            return it->aux1 == MR_TRUE ? check_ends(t, its, i) : MR_UNBOUND;
        MR_TUPLE(out)->items[i] = v;
        mr_write_barrier(t, MR_TUPLE(out), v);
    }
    return out;
}

int mr_next_pair(MrThread *t, MrValue iterator, MrValue out[2])
{
    MrIter *it = MR_ITER(iterator);
    if (MR_UNLIKELY(mr_poll_bits(t->iso) & 4)) /* looked at in mr_next */
        return MR_NO_PAIRS;
    if (it->h.shape == MR_TYPE_dict_itemiterator)
        return mr_dict_item_next(t, iterator, out);
    if (it->h.shape == MR_TYPE_enumerate)
        return enumerate_pair(t, it, out);
    if (it->h.shape != MR_TYPE_zip || MR_TUPLE(it->source)->length != 2)
        return MR_NO_PAIRS;
    MrTuple *its = MR_TUPLE(it->source);
    for (size_t i = 0; i < 2; i++) {
        out[i] = mr_next_inline(t, its->items[i]);
        if (out[i] == MR_UNBOUND && it->aux1 == MR_TRUE)
            out[i] = check_ends(t, its, i);
        if (out[i] == MR_UNBOUND || out[i] == MR_ERROR)
            return out[i] == MR_ERROR ? -1 : 0;
    }
    return 1;
}

static MrValue zip_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue parts[3] = {mr_val(mr_typeof(t, a[0])), it->source, MR_TRUE};
    return mr_tuple_from(t, parts, it->aux1 == MR_TRUE ? 3 : 2);
}

static MrValue zip_setstate(MrThread *t, MrValue *a)
{
    int strict = mr_truth(t, a[1]);
    if (strict < 0)
        return MR_ERROR;
    MR_ITER(a[0])->aux1 = mr_bool(strict);
    return MR_NONE;
}

static MrValue map_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length && a[0] == mr_type_val(t, MR_TYPE_map))
        return mr_raise(t, MR_EXC_TypeError, "map() takes no keyword arguments");
    if (args->length < 2)
        return mr_raise(t, MR_EXC_TypeError, "map() must have at least two arguments.");
    MrValue its = iterators_of(t, args->items + 1, args->length - 1);
    MrIter *it = its == MR_ERROR ? NULL : new_instance(t, a[0], MR_TYPE_map);
    if (!it)
        return MR_ERROR;
    it->source = its;
    it->aux1 = args->items[0];
    return mr_val(it);
}

static MrValue map_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    MrTuple *its = MR_TUPLE(it->source);
    MrValue few[4];
    MrTuple *many = NULL;
    if (its->length > sizeof few / sizeof *few) {
        MrValue tuple = mr_tuple_new(t, its->length);
        if (tuple == MR_ERROR)
            return tuple;
        many = MR_TUPLE(tuple);
    }
    MrValue *args = many ? many->items : few;
    for (size_t i = 0; i < its->length; i++) {
        MrValue v = mr_next_inline(t, its->items[i]);
        if (v == MR_UNBOUND || v == MR_ERROR)
            return v;
        args[i] = v;
    }
    return mr_call(t, it->aux1, its->length, args);
}

static MrValue map_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrTuple *its = MR_TUPLE(it->source);
    MrValue args = mr_tuple_new(t, its->length + 1);
    if (args == MR_ERROR)
        return args;
    MR_TUPLE(args)->items[0] = it->aux1;
    if (!mr_work_copy_values(t, MR_TUPLE(args)->items + 1, its->items, its->length))
        return MR_ERROR;
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), args};
    return mr_tuple_from(t, pair, 2);
}

/* ---- filter ---- */

static MrValue filter_new(MrThread *t, MrValue *a)
{
    MrValue source = mr_iter(t, a[2]);
    MrIter *it = source == MR_ERROR ? NULL : new_instance(t, a[0], MR_TYPE_filter);
    if (!it)
        return MR_ERROR;
    it->source = source;
    it->aux1 = a[1];
    return mr_val(it);
}

static MrValue filter_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    bool plain = it->aux1 == MR_NONE || it->aux1 == mr_type_val(t, MR_TYPE_bool);
    for (unsigned n = 1;; n++) {
        MrValue v = mr_next_inline(t, it->source);
        if (v == MR_UNBOUND || v == MR_ERROR)
            return v;
        MrValue test = plain ? v : mr_call1(t, it->aux1, v);
        int keep = test == MR_ERROR ? -1 : mr_truth(t, test);
        if (keep)
            return keep < 0 ? MR_ERROR : v;
        if (n % 10000 == 0 && !mr_poll(t))
            return MR_ERROR;
    }
}

static MrValue filter_reduce(MrThread *t, MrValue *a)
{
    MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->aux1, it->source}, pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- reversed ---- */

static MrValue reversed_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length && a[0] == mr_type_val(t, MR_TYPE_reversed))
        return mr_raise(t, MR_EXC_TypeError, "reversed() takes no keyword arguments");
    if (args->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "reversed expected 1 argument, got %zu", args->length);
    MrValue sequence = args->items[0];
    MrType *type = mr_typeof(t, sequence);
    MrValue method = mr_slot(t, type, MR_SLOT_reversed);
    if (method != MR_UNBOUND && method != MR_NONE)
        return mr_call_slot(t, sequence, MR_SLOT_reversed, 0, NULL);
    bool sizeless = !(type->flags & MR_TYPE_HEAP) && mr_slot(t, type, MR_SLOT_len) == MR_UNBOUND; /* like list[int] */
    if (method == MR_NONE || sizeless || mr_is_dict(sequence) || mr_slot(t, type, MR_SLOT_getitem) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object is not reversible", mr_class_name(type));
    int64_t n = mr_len(t, sequence);
    MrIter *it = n < 0 ? NULL : new_instance(t, a[0], MR_TYPE_reversed);
    if (!it)
        return MR_ERROR;
    it->source = sequence;
    it->position = (size_t)n;
    return mr_val(it);
}

static MrValue reversed_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrValue v = it->position ? item_at(t, it->source, it->position - 1) : MR_UNBOUND;
    if (v == MR_UNBOUND)
        it->source = MR_UNBOUND;
    else if (v != MR_ERROR)
        it->position--;
    return v;
}

/* ---- tables ---- */

#define HINT "A guess at how many values are still to come."
#define REDUCE "What pickle and copy need to make such an object."
#define SETSTATE "Go to the state that __reduce__() gave."
#define NEW "Make a new object; the class says which arguments it takes."

static const MrMethodDef list_methods[] = {{"__length_hint__(self, /)", items_length_hint, HINT, 0},
                                           {"__reduce__(self, /)", mr_iter_reduce, REDUCE, 0},
                                           {"__setstate__(self, state, /)", mr_iter_setstate, SETSTATE, 0},
                                           {0}};
static const MrMethodDef reverse_methods[] = {{"__length_hint__(self, /)", reverse_length_hint, HINT, 0},
                                              {"__reduce__(self, /)", reverse_reduce, REDUCE, 0},
                                              {"__setstate__(self, state, /)", reverse_setstate, SETSTATE, 0},
                                              {0}};
static const MrMethodDef iterator_methods[] = {{"__length_hint__(self, /)", sequence_length_hint, HINT, 0},
                                               {"__reduce__(self, /)", mr_iter_reduce, REDUCE, 0},
                                               {"__setstate__(self, state, /)", mr_iter_setstate, SETSTATE, 0},
                                               {0}};
static const MrMethodDef callable_methods[] = {{"__reduce__(self, /)", callable_iterator_reduce, REDUCE, 0}, {0}};
static const MrMethodDef enumerate_methods[] = {{"__new__(cls, /, *args, **kwargs)", enumerate_new, NEW, MR_METHOD_STATIC},
                                                {"__reduce__(self, /)", enumerate_reduce, REDUCE, 0},
                                                {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
                                                 "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
                                                {0}};
static const MrMethodDef zip_methods[] = {{"__new__(cls, /, *iterables, strict=False)", zip_new, NEW, MR_METHOD_STATIC | MR_METHOD_PARSED},
                                          {"__reduce__(self, /)", zip_reduce, REDUCE, 0},
                                          {"__setstate__(self, state, /)", zip_setstate, SETSTATE, 0},
                                          {0}};
static const MrMethodDef map_methods[] = {{"__new__(cls, /, *args, **kwargs)", map_new, NEW, MR_METHOD_STATIC},
                                          {"__reduce__(self, /)", map_reduce, REDUCE, 0},
                                          {0}};
static const MrMethodDef filter_methods[] = {{"__new__(cls, function, iterable, /)", filter_new, NEW, MR_METHOD_STATIC},
                                             {"__reduce__(self, /)", filter_reduce, REDUCE, 0},
                                             {0}};
static const MrMethodDef reversed_methods[] = {{"__new__(cls, /, *args, **kwargs)", reversed_new, NEW, MR_METHOD_STATIC},
                                               {"__length_hint__(self, /)", reverse_length_hint, HINT, 0},
                                               {"__reduce__(self, /)", reverse_reduce, REDUCE, 0},
                                               {"__setstate__(self, state, /)", reverse_setstate, SETSTATE, 0},
                                               {0}};

#define ITERATOR(id, table, how, text) ITERATOR_WITH(id, table, how, text, NULL)
#define ITERATOR_WITH(id, table, how, text, shape)                                                                                                      \
    const MrTypeDef mr_##id##_type = {                                                                                                      \
        .name = #id, .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = how, .methods = table, .doc = text, .next = id##_next, .signature = shape,           \
    }
#define HIDDEN (MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW)
ITERATOR(list_iterator, list_methods, HIDDEN, NULL);
ITERATOR(list_reverseiterator, reverse_methods, HIDDEN, NULL);
ITERATOR(tuple_iterator, list_methods, HIDDEN, NULL);
ITERATOR(generic_alias_iterator, list_methods, HIDDEN, NULL);
ITERATOR(iterator, iterator_methods, HIDDEN, NULL);
ITERATOR(callable_iterator, callable_methods, HIDDEN, NULL);
ITERATOR_WITH(enumerate, enumerate_methods, 0,
         "Pairs of a number, counting up from start, and an item of iterable.", "(iterable, start=0)");
ITERATOR(zip, zip_methods, 0,
         "Tuples of one item from each iterable, until the first of them ends. With strict, iterables of unequal length raise ValueError.");
ITERATOR(map, map_methods, 0,
         "Calls func with an item of each iterable and gives its results, until the first iterable ends.");
ITERATOR(filter, filter_methods, 0,
         "The items for which function(item) is true; for function None, the items that are true themselves.");
ITERATOR_WITH(reversed, reversed_methods, 0, "The values of a sequence, last one first.", "(sequence, /)");
