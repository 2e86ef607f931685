/* collections.deque: a ring of values (its struct: collections.h).
 *
 * A full bounded deque drops an item at the other end when one is added. Not here: the module's table (_collections.c).
 */
#include "stdlib/native/collections.h"

#include "vm/signature.h"
#include "vm/types/sequence.h"

#define DEQUE(v) ((MrDeque *)mr_obj_of(v))

static bool is_deque(MrThread *t, MrValue v) { return mr_def_is(t, &mr_deque_def, v); }

/* ---- the ring ---- */

/* Makes room for at least n items. */
static bool grow(MrThread *t, MrDeque *d, size_t n)
{
    size_t capacity = d->capacity ? d->capacity * 2 : 8;
    while (capacity < n)
        capacity *= 2;
    MrValue *items = mr_buffer_new(t, capacity * sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < d->length; i++)
        items[i] = *mr_deque_at(d, i);
    d->items = items;
    d->capacity = capacity;
    d->first = 0;
    return true;
}

static void drop_last(MrDeque *d)
{
    *mr_deque_at(d, --d->length) = MR_UNBOUND;
    d->state++;
}

static void drop_first(MrDeque *d)
{
    *mr_deque_at(d, 0) = MR_UNBOUND;
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->state++;
}

static inline bool is_over(const MrDeque *d) { return d->maxlen >= 0 && d->length > (size_t)d->maxlen; }

static bool push_last(MrThread *t, MrDeque *d, MrValue v)
{
    if (MR_UNLIKELY(d->length == d->capacity) && !grow(t, d, 0))
        return false;
    *mr_deque_at(d, d->length++) = v;
    mr_write_barrier(t, d, v);
    d->state++;
    if (is_over(d))
        drop_first(d);
    return true;
}

static bool push_first(MrThread *t, MrDeque *d, MrValue v)
{
    if (MR_UNLIKELY(d->length == d->capacity) && !grow(t, d, 0))
        return false;
    d->first = (d->first - 1) & (d->capacity - 1);
    *mr_deque_at(d, 0) = v;
    d->length++;
    mr_write_barrier(t, d, v);
    d->state++;
    if (is_over(d))
        drop_last(d);
    return true;
}

static void clear(MrDeque *d)
{
    if (!d->length)
        return;
    d->items = NULL;
    d->length = d->capacity = d->first = 0;
    d->state++;
}

/* Removes item i: the shorter side moves up. */
static void remove_at(MrDeque *d, size_t i)
{
    if (i < d->length / 2) {
        for (; i > 0; i--)
            *mr_deque_at(d, i) = *mr_deque_at(d, i - 1);
        drop_first(d);
    } else {
        for (; i + 1 < d->length; i++)
            *mr_deque_at(d, i) = *mr_deque_at(d, i + 1);
        drop_last(d);
    }
}

MrDeque *mr_deque_new(MrThread *t)
{
    MrDeque *d = mr_def_alloc(t, &mr_deque_def);
    if (d)
        d->maxlen = -1;
    return d;
}

bool mr_deque_append_slow(MrThread *t, MrDeque *d, MrValue v) { return push_last(t, d, v); }

bool mr_deque_discard(MrDeque *d, MrValue v)
{
    for (size_t i = 0; i < d->length; i++)
        if (*mr_deque_at(d, i) == v) {
            remove_at(d, i);
            return true;
        }
    return false;
}

static void rotate(MrDeque *d, int64_t n)
{
    int64_t length = (int64_t)d->length;
    if (length <= 1)
        return;
    n %= length;
    if (n > length / 2)
        n -= length;
    else if (n < -(length / 2))
        n += length;
    d->state++;
    for (; n > 0; n--) {
        MrValue v = *mr_deque_at(d, d->length - 1);
        *mr_deque_at(d, d->length - 1) = MR_UNBOUND;
        d->first = (d->first - 1) & (d->capacity - 1);
        *mr_deque_at(d, 0) = v;
    }
    for (; n < 0; n++) {
        MrValue v = *mr_deque_at(d, 0);
        *mr_deque_at(d, 0) = MR_UNBOUND;
        d->first = (d->first + 1) & (d->capacity - 1);
        *mr_deque_at(d, d->length - 1) = v;
    }
}

static MrValue list_of(MrThread *t, const MrDeque *d)
{
    MrValue list = mr_list_new(t, d->length);
    if (list == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < d->length; i++)
        MR_LIST(list)->items[i] = *mr_deque_at(d, i);
    MR_LIST(list)->length = d->length;
    return list;
}

static bool extend(MrThread *t, MrDeque *d, MrValue iterable, bool (*push)(MrThread *t, MrDeque *d, MrValue v))
{
    if (iterable == mr_val(d) && (iterable = list_of(t, d)) == MR_ERROR)
        return false;
    if (mr_is_exact(iterable, MR_TYPE_list) || mr_is_exact(iterable, MR_TYPE_tuple)) {
        MrValue *items;
        size_t n;
        if (d->maxlen < 0 && mr_sequence_items(iterable, &items, &n) && n && d->length + n > d->capacity && !grow(t, d, d->length + n))
            return false;
        for (size_t i = 0; mr_sequence_items(iterable, &items, &n) && i < n; i++) /* a poll may change the list */
            if ((d->maxlen != 0 && !push(t, d, items[i])) || (i % 10000 == 9999 && !mr_poll(t)))
                return false;
        return true;
    }
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return false;
    for (size_t n = 1;; n++) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return true;
        if (v == MR_ERROR || (d->maxlen != 0 && !push(t, d, v)) || (n % 10000 == 0 && !mr_poll(t)))
            return false;
    }
}

/* ---- making ---- */

static MrValue deque_new(MrThread *t, MrValue *a)
{
    MrDeque *d = mr_def_new(t, &mr_deque_def, a[0]);
    if (!d)
        return MR_ERROR;
    d->maxlen = -1;
    return mr_val(d);
}

static MrValue deque_init(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    int64_t maxlen = -1;
    if (a[2] != MR_UNBOUND && a[2] != MR_NONE) {
        if (!mr_is_integer(a[2]))
            return mr_raise(t, MR_EXC_TypeError, "an integer is required");
        if (!mr_to_ssize(t, a[2], &maxlen)) {
            if (mr_clear_if(t, MR_EXC_IndexError) || mr_clear_if(t, MR_EXC_OverflowError))
                mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t");
            return MR_ERROR;
        }
        if (maxlen < 0)
            return mr_raise(t, MR_EXC_ValueError, "maxlen must be non-negative");
    }
    d->maxlen = maxlen;
    clear(d);
    return a[1] == MR_UNBOUND || extend(t, d, a[1], push_last) ? MR_NONE : MR_ERROR;
}

static MrValue exact_copy(MrThread *t, const MrDeque *d)
{
    MrDeque *copy = mr_def_alloc(t, &mr_deque_def);
    if (!copy)
        return MR_ERROR;
    copy->maxlen = d->maxlen;
    for (size_t i = 0; i < d->length; i++)
        if (!push_last(t, copy, *mr_deque_at(d, i)))
            return MR_ERROR;
    return mr_val(copy);
}

static MrValue maxlen_of(MrThread *t, const MrDeque *d) { return d->maxlen < 0 ? MR_NONE : mr_int(t, d->maxlen); }

static MrValue deque_copy(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    MrType *type = mr_typeof(t, a[0]);
    if (type == mr_type_from_def(t, &mr_deque_def))
        return exact_copy(t, d);
    MrValue copy = d->maxlen < 0 ? mr_call1(t, mr_val(type), a[0]) : mr_call2(t, mr_val(type), a[0], maxlen_of(t, d));
    if (copy == MR_ERROR || is_deque(t, copy))
        return copy;
    return mr_raise(t, MR_EXC_TypeError, "%s() must return a deque, not %s", type->name->bytes, mr_type_name(t, copy));
}

static MrValue deque_reduce(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    MrValue get = mr_getattr_c(t, a[0], "__getstate__");
    MrValue state = get == MR_ERROR ? MR_ERROR : mr_call0(t, get), it = state == MR_ERROR ? MR_ERROR : mr_iter(t, a[0]);
    if (it == MR_ERROR)
        return MR_ERROR;
    MrValue args[2] = {mr_tuple_new(t, 0), maxlen_of(t, d)};
    MrValue parts[4] = {mr_val(mr_typeof(t, a[0])), d->maxlen < 0 ? args[0] : mr_tuple_from(t, args, 2), state, it};
    return parts[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, parts, 4);
}

/* ---- both ends ---- */

static MrValue deque_append(MrThread *t, MrValue *a) { return mr_deque_append(t, DEQUE(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue deque_appendleft(MrThread *t, MrValue *a) { return push_first(t, DEQUE(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue deque_pop(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    if (!d->length)
        return mr_raise(t, MR_EXC_IndexError, "pop from an empty deque");
    MrValue v = *mr_deque_at(d, d->length - 1);
    drop_last(d);
    return v;
}

static MrValue deque_popleft(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    if (!d->length)
        return mr_raise(t, MR_EXC_IndexError, "pop from an empty deque");
    return mr_deque_popleft(d);
}

static MrValue deque_extend(MrThread *t, MrValue *a) { return extend(t, DEQUE(a[0]), a[1], push_last) ? MR_NONE : MR_ERROR; }

static MrValue deque_extendleft(MrThread *t, MrValue *a) { return extend(t, DEQUE(a[0]), a[1], push_first) ? MR_NONE : MR_ERROR; }

static MrValue deque_clear(MrThread *t, MrValue *a)
{
    (void)t;
    clear(DEQUE(a[0]));
    return MR_NONE;
}

static MrValue deque_rotate(MrThread *t, MrValue *a)
{
    int64_t n = 1;
    if (a[1] != MR_UNBOUND && !mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    rotate(DEQUE(a[0]), n);
    return MR_NONE;
}

static MrValue deque_reverse(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    (void)t;
    for (size_t i = 0, j = d->length; i + 1 < j; i++) {
        MrValue v = *mr_deque_at(d, i);
        *mr_deque_at(d, i) = *mr_deque_at(d, --j);
        *mr_deque_at(d, j) = v;
    }
    return MR_NONE;
}

/* ---- by position and by value ---- */

static bool find_position(MrThread *t, MrDeque *d, MrValue key, size_t *i)
{
    int64_t n;
    if (!mr_has_index(t, key)) {
        mr_raise(t, MR_EXC_TypeError, "sequence index must be integer, not '%s'", mr_type_name(t, key));
        return false;
    }
    if (!mr_to_ssize(t, key, &n)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, key));
        return false;
    }
    if (n < 0)
        n += (int64_t)d->length;
    if (n < 0 || n >= (int64_t)d->length) {
        mr_raise_index(t, "deque");
        return false;
    }
    *i = (size_t)n;
    return true;
}

static MrValue deque_getitem(MrThread *t, MrValue *a)
{
    size_t i;
    return find_position(t, DEQUE(a[0]), a[1], &i) ? *mr_deque_at(DEQUE(a[0]), i) : MR_ERROR;
}

static MrValue deque_setitem(MrThread *t, MrValue *a)
{
    size_t i;
    if (!find_position(t, DEQUE(a[0]), a[1], &i))
        return MR_ERROR;
    *mr_deque_at(DEQUE(a[0]), i) = a[2];
    mr_write_barrier(t, DEQUE(a[0]), a[2]);
    return MR_NONE;
}

static MrValue deque_delitem(MrThread *t, MrValue *a)
{
    size_t i;
    if (!find_position(t, DEQUE(a[0]), a[1], &i))
        return MR_ERROR;
    remove_at(DEQUE(a[0]), i);
    return MR_NONE;
}

static MrValue deque_insert(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    int64_t i, n = (int64_t)d->length;
    if (!mr_to_ssize(t, a[1], &i))
        return MR_ERROR;
    if (d->maxlen == (int64_t)d->length)
        return mr_raise(t, MR_EXC_IndexError, "deque already at its maximum size");
    if (i >= n)
        return push_last(t, d, a[2]) ? MR_NONE : MR_ERROR;
    if (i <= -n || i == 0)
        return push_first(t, d, a[2]) ? MR_NONE : MR_ERROR;
    if (i < 0)
        i += n;
    if (!push_last(t, d, a[2])) /* then the later items move up */
        return MR_ERROR;
    for (size_t k = d->length - 1; k > (size_t)i; k--)
        *mr_deque_at(d, k) = *mr_deque_at(d, k - 1);
    *mr_deque_at(d, (size_t)i) = a[2];
    return MR_NONE;
}

enum { ABSENT = -1, FAILED = -2, CHANGED = -3 };

/* The place of value in [from, to), or one of the above. */
static int64_t find_value(MrThread *t, MrDeque *d, MrValue value, size_t from, size_t to)
{
    size_t state = d->state;
    for (size_t i = from; i < to && i < d->length; i++) {
        MrValue item = *mr_deque_at(d, i);
        int r = item == value ? 1 : mr_both_int(item, value) ? 0 : mr_eq(t, item, value);
        if (r < 0)
            return FAILED;
        if (state != d->state)
            return CHANGED;
        if (r)
            return (int64_t)i;
    }
    return ABSENT;
}

static MrValue mutated(MrThread *t) { return mr_raise(t, MR_EXC_RuntimeError, "deque mutated during iteration"); }

static MrValue deque_contains(MrThread *t, MrValue *a)
{
    int64_t i = find_value(t, DEQUE(a[0]), a[1], 0, SIZE_MAX);
    return i == CHANGED ? mutated(t) : i == FAILED ? MR_ERROR : mr_bool(i >= 0);
}

static MrValue absent(MrThread *t, MrValue value)
{
    MrValue repr = mr_repr(t, value);
    return repr == MR_ERROR ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "%s is not in deque", mr_cstr(repr));
}

/* An optional bound of index(), from the end if negative; unlike those of slices it is not None. */
static bool read_bound(MrThread *t, MrValue v, size_t length, size_t *out)
{
    if (v == MR_UNBOUND)
        return true;
    bool ok = true;
    if (!mr_has_index(t, v)) {
        mr_raise(t, MR_EXC_TypeError, "slice indices must be integers or have an __index__ method");
        return false;
    }
    int64_t i = mr_to_i64_clamped(t, v, &ok);
    *out = i < 0 ? (i < -(int64_t)length ? 0 : (size_t)(i + (int64_t)length)) : (size_t)i;
    return ok;
}

static MrValue deque_index(MrThread *t, MrValue *a)
{
    size_t from = 0, to = SIZE_MAX;
    size_t length = DEQUE(a[0])->length;
    if (!read_bound(t, a[2], length, &from) || !read_bound(t, a[3], length, &to))
        return MR_ERROR;
    int64_t i = find_value(t, DEQUE(a[0]), a[1], from, to);
    if (i >= 0)
        return mr_int(t, i);
    if (i == CHANGED)
        return mutated(t);
    return i == FAILED ? MR_ERROR : absent(t, a[1]);
}

static MrValue deque_count(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    size_t n = 0, state = d->state;
    for (size_t i = 0; i < d->length; i++) {
        int r = mr_eq(t, *mr_deque_at(d, i), a[1]);
        if (r < 0)
            return MR_ERROR;
        if (state != d->state)
            return mutated(t);
        n += (size_t)r;
    }
    return mr_int(t, (int64_t)n);
}

static MrValue deque_remove(MrThread *t, MrValue *a)
{
    int64_t i = find_value(t, DEQUE(a[0]), a[1], 0, SIZE_MAX);
    if (i == CHANGED)
        return mr_raise(t, MR_EXC_IndexError, "deque mutated during iteration");
    if (i < 0)
        return i == ABSENT ? absent(t, a[1]) : MR_ERROR;
    remove_at(DEQUE(a[0]), (size_t)i);
    return MR_NONE;
}

/* ---- operators ---- */

static MrValue deque_len(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)DEQUE(a[0])->length); }

static MrValue deque_repr(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "[...]");
    MrValue list = list_of(t, d), text = list == MR_ERROR ? MR_ERROR : mr_repr(t, list);
    mr_repr_leave(t, a[0]);
    if (text == MR_ERROR)
        return MR_ERROR;
    if (d->maxlen < 0)
        return mr_strf(t, "%s(%s)", mr_typeof(t, a[0])->name->bytes, mr_cstr(text));
    return mr_strf(t, "%s(%s, maxlen=%lld)", mr_typeof(t, a[0])->name->bytes, mr_cstr(text), (long long)d->maxlen);
}

static MrValue deque_add(MrThread *t, MrValue *a)
{
    if (!is_deque(t, a[1])) {
        if (mr_has_reflected_add(t, a[1]))
            return MR_NOT_IMPLEMENTED;
        return mr_raise(t, MR_EXC_TypeError, "can only concatenate deque (not \"%s\") to deque", mr_type_name(t, a[1]));
    }
    MrValue out = deque_copy(t, a);
    return out != MR_ERROR && extend(t, DEQUE(out), a[1], push_last) ? out : MR_ERROR;
}

static MrValue deque_iadd(MrThread *t, MrValue *a) { return extend(t, DEQUE(a[0]), a[1], push_last) ? a[0] : MR_ERROR; }

static MrValue deque_imul(MrThread *t, MrValue *a)
{
    MrDeque *d = DEQUE(a[0]);
    size_t times, n = d->length;
    if (!mr_repeat_size(t, a[1], n, &times))
        return MR_ERROR;
    if (n && d->maxlen >= 0 && n * times > (size_t)d->maxlen) /* the first rounds would be pushed out again */
        times = ((size_t)d->maxlen + n - 1) / n;
    if (!times)
        clear(d);
    if (!n || times <= 1)
        return a[0];
    MrValue list = list_of(t, d);
    size_t work = 0;
    for (size_t round = 1; round < times; round++)
        for (size_t i = 0; list != MR_ERROR && i < n; i++)
            if (!mr_limits_work(t, work) || !push_last(t, d, MR_LIST(list)->items[i]))
                return MR_ERROR;
    return list == MR_ERROR ? MR_ERROR : a[0];
}

static MrValue deque_mul(MrThread *t, MrValue *a)
{
    MrValue args[2] = {deque_copy(t, a), a[1]};
    return args[0] == MR_ERROR ? MR_ERROR : deque_imul(t, args);
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!is_deque(t, a[1]))
        return MR_NOT_IMPLEMENTED;
    MrDeque *x = DEQUE(a[0]), *y = DEQUE(a[1]);
    if (op == MR_CMP_EQ || op == MR_CMP_NE) {
        if (x == y)
            return mr_bool(op == MR_CMP_EQ);
        if (x->length != y->length)
            return mr_bool(op == MR_CMP_NE);
    }
    if (!mr_stack_ok_in(t, " in comparison"))
        return MR_ERROR;
    size_t x_state = x->state, y_state = y->state, i;
    for (i = 0; i < x->length && i < y->length; i++) {
        MrValue v = *mr_deque_at(x, i), w = *mr_deque_at(y, i);
        int same = mr_eq(t, v, w);
        if (same < 0)
            return MR_ERROR;
        if (!same && (op == MR_CMP_EQ || op == MR_CMP_NE))
            return mr_bool(op == MR_CMP_NE);
        if (!same)
            return mr_compare(t, op, v, w);
        if (x->state != x_state || y->state != y_state)
            return mutated(t);
    }
    return mr_compare(t, op, mr_small_int((int64_t)x->length), mr_small_int((int64_t)y->length));
}

#define COMPARE(name, op) \
    static MrValue deque_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue get_maxlen(MrThread *t, MrValue self) { return maxlen_of(t, DEQUE(self)); }

static MrValue deque_sizeof(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)(sizeof(MrDeque) + DEQUE(a[0])->capacity * sizeof(MrValue))); }

/* ---- iterators: `position` items are behind, `expected` is the state ---- */

static MrValue iterate(MrThread *t, const MrTypeDef *def, MrValue cls, MrValue deque)
{
    MrIter *it = cls == MR_UNBOUND ? mr_def_alloc(t, def) : mr_def_new(t, def, cls);
    if (!it)
        return MR_ERROR;
    it->source = deque;
    it->expected = DEQUE(deque)->state;
    return mr_val(it);
}

static MrValue deque_iter(MrThread *t, MrValue *a) { return iterate(t, &mr_deque_iterator_def, MR_UNBOUND, a[0]); }

static MrValue deque_reversed(MrThread *t, MrValue *a) { return iterate(t, &mr_deque_reverse_iterator_def, MR_UNBOUND, a[0]); }

/* The distance of the next item from the end where iteration began, or -1: none, or -2: error. */
static inline int64_t step(MrThread *t, MrIter *it)
{
    const MrDeque *d = DEQUE(it->source);
    if (MR_UNLIKELY(d->state != it->expected)) {
        it->aux1 = MR_TRUE; /* nothing is left from now on */
        mutated(t);
        return -2;
    }
    return it->aux1 == MR_UNBOUND && it->position < d->length ? (int64_t)it->position++ : -1;
}

static MrValue deque_iterator_next(MrThread *t, MrValue self)
{
    int64_t i = step(t, MR_ITER(self));
    return i < 0 ? (i == -1 ? MR_UNBOUND : MR_ERROR) : *mr_deque_at(DEQUE(MR_ITER(self)->source), (size_t)i);
}

static MrValue deque_reverse_iterator_next(MrThread *t, MrValue self)
{
    int64_t i = step(t, MR_ITER(self));
    const MrDeque *d = DEQUE(MR_ITER(self)->source);
    return i < 0 ? (i == -1 ? MR_UNBOUND : MR_ERROR) : *mr_deque_at(d, d->length - 1 - (size_t)i);
}

static MrValue iterator_new(MrThread *t, const MrTypeDef *def, MrValue *a)
{
    int64_t skip = 0;
    if (!is_deque(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "argument 1 must be collections.deque, not %s", mr_arg_type_name(t, a[1]));
    if (a[2] != MR_UNBOUND && !mr_to_ssize(t, a[2], &skip))
        return MR_ERROR;
    MrValue it = iterate(t, def, a[0], a[1]);
    if (it != MR_ERROR && skip > 0)
        MR_ITER(it)->position = (size_t)skip < DEQUE(a[1])->length ? (size_t)skip : DEQUE(a[1])->length;
    return it;
}

static MrValue deque_iterator_new(MrThread *t, MrValue *a) { return iterator_new(t, &mr_deque_iterator_def, a); }

static MrValue deque_reverse_iterator_new(MrThread *t, MrValue *a) { return iterator_new(t, &mr_deque_reverse_iterator_def, a); }

static MrValue iterator_length_hint(MrThread *t, MrValue *a)
{
    const MrIter *it = MR_ITER(a[0]);
    size_t n = DEQUE(it->source)->length;
    return mr_int(t, it->aux1 == MR_UNBOUND && it->position < n ? (int64_t)(n - it->position) : 0);
}

static MrValue iterator_reduce(MrThread *t, MrValue *a)
{
    const MrIter *it = MR_ITER(a[0]);
    MrValue args[2] = {it->source, mr_int(t, (int64_t)it->position)};
    MrValue pair[2] = {mr_val(mr_typeof(t, a[0])), mr_tuple_from(t, args, 2)};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

/* ---- tables ---- */

static void trace(MrGc *gc, MrObj *o)
{
    const MrDeque *d = (const MrDeque *)o;
    mr_mark_buffer(gc, d->items);
    mr_mark_values(gc, d->items, d->items ? d->capacity : 0); /* free places hold no value */
}

#define NEW "Make a new object; the class says which arguments it takes."

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", deque_new, NEW, MR_METHOD_STATIC},
    {"__init__(self, iterable=(), maxlen=None)", deque_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", deque_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", deque_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", deque_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", deque_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", deque_delitem, "Carry out del self[key].", 0},
    {"__contains__(self, key, /)", deque_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", deque_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", deque_reversed, "An iterator from the right end to the left.", 0},
    {"__add__(self, value, /)", deque_add, "What self + value gives.", 0},
    {"__iadd__(self, value, /)", deque_iadd, "Update self in place: self += value.", 0},
    {"__mul__(self, value, /)", deque_mul, "What self * value gives.", MR_METHOD_REPEAT},
    {"__rmul__(self, value, /)", deque_mul, "What value * self gives.", MR_METHOD_REPEAT},
    {"__imul__(self, value, /)", deque_imul, "Update self in place: self *= value.", MR_METHOD_REPEAT},
    {"__lt__(self, value, /)", deque_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", deque_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", deque_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", deque_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", deque_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", deque_ge, "Whether self >= value.", 0},
    {"append(self, x, /)", deque_append, "Put an item at the right end; a full deque drops its leftmost.", 0},
    {"appendleft(self, x, /)", deque_appendleft, "Put an item at the left end; a full deque drops its rightmost.", 0},
    {"pop(self, /)", deque_pop, "Take the item at the right end; raises IndexError when the deque is empty.", 0},
    {"popleft(self, /)", deque_popleft, "Take the item at the left end; raises IndexError when the deque is empty.", 0},
    {"extend(self, iterable, /)", deque_extend, "Append each item of iterable on the right.", 0},
    {"extendleft(self, iterable, /)", deque_extendleft, "Append each item of iterable on the left, which turns their order around.", 0},
    {"rotate(self, n=1, /)", deque_rotate, "Move n items from the right end to the left, or for a negative n the other way.", 0},
    {"reverse(self, /)", deque_reverse, "Turn the order of the items around, in place.", 0},
    {"insert(self, index, value, /)", deque_insert,
     "Put value in front of the item at index; raises IndexError when the deque is full.", MR_METHOD_PARSED},
    {"index(self, value, start=0, stop=9223372036854775807, /)", deque_index,
     "The position of the first item equal to value within [start:stop]; raises ValueError if there is none.", 0},
    {"count(self, v, /)", deque_count, "How many items equal value.", 0},
    {"remove(self, value, /)", deque_remove, "Take out the first item equal to value; raises ValueError if there is none.", 0},
    {"clear(self, /)", deque_clear, "Make the deque empty.", 0},
    {"copy(self, /)", deque_copy, "A new deque of the same items and maxlen.", 0},
    {"__copy__(self, /)", deque_copy, "A new deque of the same items and maxlen.", 0},
    {"__reduce__(self, /)", deque_reduce, "What pickle and copy need to make such an object.", 0},
    {"__sizeof__(self, /)", deque_sizeof, "The memory that the deque takes, as a count of bytes.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};
static const MrGetSetDef getset[] = {{"maxlen", get_maxlen, NULL, "How many items it holds at most, or None for any number."}, {0}};

static size_t length_of(const MrObj *o) { return ((const MrDeque *)o)->length; }

const MrTypeDef mr_deque_def = {
    .name = "collections.deque",
    .length = length_of,
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrDeque),
    .flags = MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "A double-ended queue: quick to extend and shrink at both ends. With maxlen, adding to a full one drops an item at the other end.",
};

static const MrMethodDef iterator_methods[] = {
    {"__new__(cls, deque, index=0, /)", deque_iterator_new, NEW, MR_METHOD_STATIC},
    {"__length_hint__(self, /)", iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {0},
};
static const MrMethodDef reverse_iterator_methods[] = {
    {"__new__(cls, deque, index=0, /)", deque_reverse_iterator_new, NEW, MR_METHOD_STATIC},
    {"__length_hint__(self, /)", iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", iterator_reduce, "What pickle and copy need to make such an object.", 0},
    {0},
};
const MrTypeDef mr_deque_iterator_def = {.name = "collections._deque_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter),
                                         .flags = MR_TYPEDEF_FINAL, .methods = iterator_methods, .next = deque_iterator_next};
const MrTypeDef mr_deque_reverse_iterator_def = {.name = "collections._deque_reverse_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter),
                                                 .flags = MR_TYPEDEF_FINAL, .methods = reverse_iterator_methods, .next = deque_reverse_iterator_next};
