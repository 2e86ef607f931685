/* range and its iterators. The parts are ints of any size; whatever stays small is computed in C, the rest through the number functions.
 * range_iterator (MrRangeIter) is for values within 48 bits, so that the interpreter can step it in place; longrange_iterator takes the rest. */
#include "vm/attr.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"

#define RANGE(v) ((MrRange *)mr_obj_of(v))
#define ZERO mr_small_int(0)
#define ONE mr_small_int(1)

static inline MrValue add(MrThread *t, MrValue a, MrValue b) { return mr_number_binop(t, MR_BIN_ADD, a, b); }
static inline MrValue sub(MrThread *t, MrValue a, MrValue b) { return mr_number_binop(t, MR_BIN_SUB, a, b); }
static inline MrValue mul(MrThread *t, MrValue a, MrValue b) { return mr_number_binop(t, MR_BIN_MUL, a, b); }

/* Of two ints: 1, 0, or -1 without memory. */
static int holds(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    MrValue r = mr_number_compare(t, op, a, b);
    return r == MR_ERROR ? -1 : r == MR_TRUE;
}

/* How many values lie between start and stop; step is not 0. */
static MrValue count_values(MrThread *t, MrValue start, MrValue stop, MrValue step)
{
    if (mr_is_int(start) && mr_is_int(stop) && mr_is_int(step)) {
        int64_t a = mr_int_of(start), b = mr_int_of(stop), s = mr_int_of(step);
        if (s > 0)
            return mr_int(t, a < b ? (b - a - 1) / s + 1 : 0);
        return mr_int(t, a > b ? (a - b - 1) / -s + 1 : 0);
    }
    int down = holds(t, MR_CMP_LT, step, ZERO);
    int some = down < 0 ? -1 : down ? holds(t, MR_CMP_LT, stop, start) : holds(t, MR_CMP_LT, start, stop);
    if (some <= 0)
        return some ? MR_ERROR : ZERO;
    MrValue span = down ? sub(t, start, stop) : sub(t, stop, start);
    MrValue width = down ? sub(t, ZERO, step) : step;
    if (span == MR_ERROR || width == MR_ERROR || (span = sub(t, span, ONE)) == MR_ERROR)
        return MR_ERROR;
    MrValue steps = mr_number_binop(t, MR_BIN_FLOORDIV, span, width);
    return steps == MR_ERROR ? MR_ERROR : add(t, steps, ONE);
}

static MrValue make_range(MrThread *t, MrValue start, MrValue stop, MrValue step)
{
    MrValue length = count_values(t, start, stop, step);
    MrRange *r = length == MR_ERROR ? NULL : mr_alloc(t, sizeof *r, MR_KIND_RANGE, MR_TYPE_range);
    if (!r)
        return MR_ERROR;
    r->start = start;
    r->stop = stop;
    r->step = step;
    r->length = length;
    return mr_val(r);
}

static MrValue range_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    MrValue start = ZERO, stop, step = ONE;
    if (!mr_check_new(t, a[0], MR_TYPE_range))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length)
        return mr_raise(t, MR_EXC_TypeError, "range() takes no keyword arguments");
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "range expected at least 1 argument, got 0");
    if (args->length > 3)
        return mr_raise(t, MR_EXC_TypeError, "range expected at most 3 arguments, got %zu", args->length);
    if (args->length > 1 && (start = mr_index(t, args->items[0])) == MR_ERROR)
        return MR_ERROR;
    if ((stop = mr_index(t, args->items[args->length > 1])) == MR_ERROR)
        return MR_ERROR;
    if (args->length > 2 && (step = mr_index(t, args->items[2])) == MR_ERROR)
        return MR_ERROR;
    if (step == ZERO)
        return mr_raise(t, MR_EXC_ValueError, "range() arg 3 must not be zero");
    return make_range(t, start, stop, step);
}

/* start + i * step */
static MrValue value_at(MrThread *t, MrRange *r, MrValue i)
{
    MrValue offset = r->step == ONE ? i : mul(t, i, r->step);
    return offset == MR_ERROR ? MR_ERROR : add(t, r->start, offset);
}

static MrValue get_slice(MrThread *t, MrRange *r, MrValue slice)
{
    MrValue part[3];
    if (!mr_slice_indices_long(t, slice, r->length, part))
        return MR_ERROR;
    MrValue start = value_at(t, r, part[0]), stop = value_at(t, r, part[1]), step = mul(t, r->step, part[2]);
    return start == MR_ERROR || stop == MR_ERROR || step == MR_ERROR ? MR_ERROR : make_range(t, start, stop, step);
}

static MrValue range_getitem(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    if (mr_is_slice(a[1]))
        return get_slice(t, r, a[1]);
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "range indices must be integers or slices, not %s", mr_type_name(t, a[1]));
    MrValue i = mr_index(t, a[1]);
    if (i == MR_ERROR)
        return i;
    int negative = holds(t, MR_CMP_LT, i, ZERO);
    if (negative < 0 || (negative && (i = add(t, i, r->length)) == MR_ERROR))
        return MR_ERROR;
    int low = holds(t, MR_CMP_LT, i, ZERO), high = low ? low : holds(t, MR_CMP_GE, i, r->length);
    if (high)
        return high < 0 ? MR_ERROR : mr_raise_index(t, "range object");
    return value_at(t, r, i);
}

/* ---- iterators ---- */

/* An iterator over `length` values from start. */
static MrValue iterate(MrThread *t, MrValue start, MrValue step, MrValue length)
{
    if (mr_is_int(start) && mr_is_int(step) && mr_is_int(length)) {
        int64_t end;
        if (!__builtin_mul_overflow(mr_int_of(step), mr_int_of(length), &end) && !__builtin_add_overflow(end, mr_int_of(start), &end) &&
            (length == ZERO || mr_int_fits(end - mr_int_of(step)))) {
            MrRangeIter *it = mr_alloc(t, sizeof *it, MR_KIND_RANGE_ITER, MR_TYPE_range_iterator);
            if (!it)
                return MR_ERROR;
            it->next = mr_int_of(start);
            it->step = mr_int_of(step);
            it->left = (uint64_t)mr_int_of(length);
            return mr_val(it);
        }
    }
    MrValue span = mul(t, step, length);
    MrValue stop = span == MR_ERROR ? MR_ERROR : add(t, start, span);
    MrValue own = stop == MR_ERROR ? MR_ERROR : make_range(t, start, stop, step);
    return own == MR_ERROR ? MR_ERROR : mr_iter_new(t, MR_TYPE_longrange_iterator, own);
}

static MrValue range_iter(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    return iterate(t, r->start, r->step, r->length);
}

static MrValue range_reversed(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    MrValue last = sub(t, r->length, ONE);
    MrValue start = last == MR_ERROR ? MR_ERROR : value_at(t, r, last), step = sub(t, ZERO, r->step);
    return start == MR_ERROR || step == MR_ERROR ? MR_ERROR : iterate(t, start, step, r->length);
}

static MrValue range_iterator_next(MrThread *t, MrValue self)
{
    MrRangeIter *it = (MrRangeIter *)mr_obj_of(self);
    (void)t;
    if (!it->left)
        return MR_UNBOUND;
    MrValue v = mr_small_int(it->next);
    it->left--;
    it->next += it->step;
    return v;
}

static MrValue range_iterator_length_hint(MrThread *t, MrValue *a) { return mr_int_u64(t, ((MrRangeIter *)mr_obj_of(a[0]))->left); }

/* (iter, (range,), None) */
static MrValue reduce_to_iter(MrThread *t, MrValue range)
{
    MrValue parts[3] = {mr_builtin_named(t, "iter"), MR_ERROR, MR_NONE};
    if (range == MR_ERROR || parts[0] == MR_ERROR || (parts[1] = mr_tuple_from(t, &range, 1)) == MR_ERROR)
        return MR_ERROR;
    return mr_tuple_from(t, parts, 3);
}

static MrValue range_iterator_reduce(MrThread *t, MrValue *a)
{
    MrRangeIter *it = (MrRangeIter *)mr_obj_of(a[0]);
    MrValue stop = mr_int(t, it->next + (int64_t)it->left * it->step);
    return stop == MR_ERROR ? MR_ERROR : reduce_to_iter(t, make_range(t, mr_int(t, it->next), stop, mr_small_int(it->step)));
}

/* The iterator of big values consumes a range of its own: source's start and length move. */
static MrValue longrange_iterator_next(MrThread *t, MrValue self)
{
    MrRange *r = RANGE(MR_ITER(self)->source);
    if (r->length == ZERO)
        return MR_UNBOUND;
    MrValue v = r->start, next = add(t, v, r->step), left = sub(t, r->length, ONE);
    if (next == MR_ERROR || left == MR_ERROR)
        return MR_ERROR;
    r->start = next;
    mr_write_barrier(t, r, next);
    r->length = left;
    mr_write_barrier(t, r, left);
    return v;
}

static MrValue longrange_iterator_length_hint(MrThread *t, MrValue *a)
{
    (void)t;
    return RANGE(MR_ITER(a[0])->source)->length;
}

static MrValue longrange_iterator_reduce(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(MR_ITER(a[0])->source);
    return reduce_to_iter(t, make_range(t, r->start, r->stop, r->step));
}

/* ---- methods ---- */

static MrValue range_len(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    int64_t n;
    if (mr_is_int(r->length))
        return r->length;
    if (mr_to_i64(t, r->length, &n))
        return r->length;
    if (mr_clear_if(t, MR_EXC_OverflowError))
        mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t");
    return MR_ERROR;
}

static MrValue range_bool(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(RANGE(a[0])->length != ZERO);
}

static MrValue range_repr(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    MrValue start = mr_repr(t, r->start), stop = mr_repr(t, r->stop), step = mr_repr(t, r->step);
    if (start == MR_ERROR || stop == MR_ERROR || step == MR_ERROR)
        return MR_ERROR;
    if (r->step == ONE)
        return mr_strf(t, "range(%s, %s)", mr_cstr(start), mr_cstr(stop));
    return mr_strf(t, "range(%s, %s, %s)", mr_cstr(start), mr_cstr(stop), mr_cstr(step));
}

/* Is the int v one of the values? 1, 0, -1 */
static int has_int(MrThread *t, MrRange *r, MrValue v)
{
    int down = holds(t, MR_CMP_LT, r->step, ZERO);
    if (down < 0)
        return -1;
    int from = holds(t, down ? MR_CMP_GE : MR_CMP_LE, r->start, v), to = holds(t, down ? MR_CMP_LT : MR_CMP_GT, r->stop, v);
    if (from <= 0 || to <= 0)
        return from < 0 || to < 0 ? -1 : 0;
    MrValue offset = sub(t, v, r->start);
    MrValue rest = offset == MR_ERROR ? MR_ERROR : mr_number_binop(t, MR_BIN_MOD, offset, r->step);
    return rest == MR_ERROR ? -1 : rest == ZERO;
}

static bool is_plain_int(MrValue v) { return mr_is_int(v) || mr_is_bool(v) || mr_is_exact(v, MR_TYPE_int); }

static MrValue plain_int(MrValue v) { return mr_is_bool(v) ? mr_small_int(v == MR_TRUE) : v; }

/* Compares every value with v: how many are equal (stops after `enough`), *at the first one's place; -1 error. [script] */
static int64_t search(MrThread *t, MrValue range, MrValue v, int64_t enough, int64_t *at)
{
    MrValue it = range_iter(t, &range);
    int64_t count = 0;
    if (it == MR_ERROR)
        return -1;
    for (int64_t i = 0; count < enough; i++) {
        MrValue item = mr_next(t, it);
        if (item == MR_UNBOUND)
            break;
        int same = item == MR_ERROR ? -1 : mr_eq(t, item, v);
        if (same < 0 || (i % 10000 == 9999 && !mr_poll(t)))
            return -1;
        if (same && !count++)
            *at = i;
    }
    return count;
}

static MrValue range_contains(MrThread *t, MrValue *a)
{
    int64_t at, r = is_plain_int(a[1]) ? has_int(t, RANGE(a[0]), plain_int(a[1])) : search(t, a[0], a[1], 1, &at);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue range_count(MrThread *t, MrValue *a)
{
    int64_t at, r = is_plain_int(a[1]) ? has_int(t, RANGE(a[0]), plain_int(a[1])) : search(t, a[0], a[1], INT64_MAX, &at);
    return r < 0 ? MR_ERROR : mr_int(t, r);
}

static MrValue range_index(MrThread *t, MrValue *a)
{
    MrRange *r = RANGE(a[0]);
    if (!is_plain_int(a[1])) {
        int64_t at = 0, n = search(t, a[0], a[1], 1, &at);
        return n < 0 ? MR_ERROR : n ? mr_int(t, at) : mr_raise(t, MR_EXC_ValueError, "sequence.index(x): x not in sequence");
    }
    int has = has_int(t, r, plain_int(a[1]));
    if (has > 0) {
        MrValue offset = sub(t, plain_int(a[1]), r->start);
        return offset == MR_ERROR ? MR_ERROR : mr_number_binop(t, MR_BIN_FLOORDIV, offset, r->step);
    }
    MrValue repr = has < 0 ? MR_ERROR : mr_repr(t, a[1]);
    return repr == MR_ERROR ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "%s is not in range", mr_cstr(repr));
}

/* What decides equality: the length, then the first value, then the step, as far as they matter. */
static MrValue essence(MrThread *t, MrRange *r)
{
    MrValue parts[3] = {r->length, r->length == ZERO ? MR_NONE : r->start, r->length == ZERO || r->length == ONE ? MR_NONE : r->step};
    return mr_tuple_from(t, parts, 3);
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_is_kind(a[1], MR_KIND_RANGE))
        return MR_NOT_IMPLEMENTED;
    MrValue x = essence(t, RANGE(a[0])), y = essence(t, RANGE(a[1]));
    return x == MR_ERROR || y == MR_ERROR ? MR_ERROR : mr_sequence_compare(t, op, x, y);
}

static MrValue range_eq(MrThread *t, MrValue *a) { return compare(t, MR_CMP_EQ, a); }

static MrValue range_ne(MrThread *t, MrValue *a) { return compare(t, MR_CMP_NE, a); }

static MrValue range_hash(MrThread *t, MrValue *a)
{
    MrValue parts = essence(t, RANGE(a[0]));
    uint64_t hash;
    return parts == MR_ERROR || !mr_hash(t, parts, &hash) ? MR_ERROR : mr_int(t, (int64_t)hash);
}

static MrValue range_reduce(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_type_val(t, MR_TYPE_range), mr_tuple_from(t, &RANGE(a[0])->start, 3)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue range_start(MrThread *t, MrValue self)
{
    (void)t;
    return RANGE(self)->start;
}

static MrValue range_stop(MrThread *t, MrValue self)
{
    (void)t;
    return RANGE(self)->stop;
}

static MrValue range_step(MrThread *t, MrValue self)
{
    (void)t;
    return RANGE(self)->step;
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", range_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", range_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", range_len, "The number that len(self) gives.", 0},
    {"__bool__(self, /)", range_bool, "The truth value of self.", 0},
    {"__getitem__(self, key, /)", range_getitem, "What self[key] gives.", 0},
    {"__contains__(self, key, /)", range_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", range_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", range_reversed, "An iterator over the numbers, last one first.", 0},
    {"__eq__(self, value, /)", range_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", range_ne, "Whether self != value.", 0},
    {"__hash__(self, /)", range_hash, "The number that hash(self) gives.", 0},
    {"__reduce__(self, /)", range_reduce, "What pickle needs to make it again.", 0},
    {"count(self, value, /)", range_count, "1 if value is one of the numbers, else 0.", 0},
    {"index(self, value, /)", range_index, "The position of value; raises ValueError if it is not one of the numbers.", 0},
    {0},
};

static const MrGetSetDef getset[] = {
    {"start", range_start, mr_set_readonly, "the first number, unless the range is empty"},
    {"stop", range_stop, mr_set_readonly, "the number at which it ends, itself not included"},
    {"step", range_step, mr_set_readonly, "the distance from one number to the next"},
    {0}};

const MrTypeDef mr_range_type = {
    .name = "range",
    .kind = MR_KIND_RANGE,
    .size = sizeof(MrRange),
    .flags = MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_FINAL,
    .methods = methods,
    .getset = getset,
    .doc = "The whole numbers from start up to, but without, stop, every step-th of them. They are computed when asked for, so a long range takes "
           "no more memory than a short one.",
};

static MrValue range_iterator_setstate(MrThread *t, MrValue *a)
{
    MrRangeIter *it = (MrRangeIter *)mr_obj_of(a[0]);
    int64_t n;
    if (!mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    uint64_t by = n < 0 ? 0 : (uint64_t)n < it->left ? (uint64_t)n : it->left;
    it->next = (int64_t)((uint64_t)it->next + (uint64_t)it->step * by);
    it->left -= by;
    return MR_NONE;
}

static const MrMethodDef iterator_methods[] = {
    {"__length_hint__(self, /)", range_iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", range_iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {"__setstate__(self, state, /)", range_iterator_setstate, "Go to the state that __reduce__() gave.", 0},
    {0},
};

const MrTypeDef mr_range_iterator_type = {
    .name = "range_iterator",
    .kind = MR_KIND_RANGE_ITER,
    .size = sizeof(MrRangeIter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = iterator_methods,
    .next = range_iterator_next,
};

static const MrMethodDef longrange_methods[] = {
    {"__length_hint__(self, /)", longrange_iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", longrange_iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {0},
};

const MrTypeDef mr_longrange_iterator_type = {
    .name = "longrange_iterator",
    .kind = MR_KIND_ITER,
    .size = sizeof(MrIter),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW,
    .methods = longrange_methods,
    .next = longrange_iterator_next,
};
