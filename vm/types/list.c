/* list: an array of values that over-allocates by an eighth.
 *
 * `items` is a buffer that a longer list leaves for a new one, so that a C local that still points to the old one reads valid memory; no
 * method relies on that beyond a call that may run script. Nothing but `items[0..length)` is looked at by the collector.
 * Sorting is in list_sort.c, what list shares with tuple in sequence.c.
 */
#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"
#include "vm/types/set.h"

#define FILLED_AT_ONCE 100000 /* numbers of a range; more watch the limits */
#define MAX_ITEMS ((size_t)PTRDIFF_MAX / sizeof(MrValue))

/* Room for n items in all. */
static bool reserve(MrThread *t, MrList *l, size_t n)
{
    if (MR_LIKELY(n <= l->capacity))
        return true;
    if (n > MAX_ITEMS / 2) {
        mr_raise_no_memory(t);
        return false;
    }
    /* CPython's growth while that can be seen; large buffers have pages of their own, which cost nothing until they are touched */
    size_t capacity = n < 8192 ? (n + (n >> 3) + 6) & ~(size_t)3 : n + (n >> 1);
    MrValue *items = mr_buffer_resize(t, l->items, capacity * sizeof *items);
    if (!items)
        return false;
    l->items = items;
    l->capacity = capacity;
    return true;
}

static void store_all(MrThread *t, MrList *l, const MrValue *items, size_t n)
{
    for (size_t i = 0; i < n; i++)
        mr_write_barrier(t, l, items[i]);
}

/* In pieces. */
static bool put_many(MrThread *t, MrList *l, size_t at, const MrValue *items, size_t n)
{
    for (size_t done = 0, part; done < n; done += part) {
        part = n - done < MR_WORK_PIECE / sizeof *items ? n - done : MR_WORK_PIECE / sizeof *items;
        if (done && !mr_limits_tick(t))
            return false;
        memcpy(l->items + at + done, items + done, part * sizeof *items);
        store_all(t, l, items + done, part);
    }
    return true;
}

/* Copies items into the list's buffer; what lies behind its length is no part of it yet. False: stop. */
static inline bool put_items(MrThread *t, MrList *l, size_t at, const MrValue *items, size_t n)
{
    if (MR_UNLIKELY(n > MR_WORK_PIECE / sizeof *items))
        return put_many(t, l, at, items, n);
    if (n) {
        memcpy(l->items + at, items, n * sizeof *items);
        store_all(t, l, items, n);
    }
    return true;
}

MrValue mr_list_new(MrThread *t, size_t capacity)
{
    MrList *l = mr_alloc(t, sizeof *l, MR_KIND_LIST, MR_TYPE_list);
    if (!l)
        return MR_ERROR;
    if (capacity) {
        if (capacity > MAX_ITEMS)
            return mr_raise_no_memory(t);
        if (!(l->items = mr_buffer_new(t, capacity * sizeof(MrValue))))
            return MR_ERROR;
        l->capacity = capacity;
    }
    return mr_val(l);
}

MrValue mr_list_from(MrThread *t, const MrValue *items, size_t n)
{
    MrValue list = mr_list_new(t, n);
    if (list == MR_ERROR || !put_items(t, MR_LIST(list), 0, items, n))
        return MR_ERROR;
    MR_LIST(list)->length = n;
    return list;
}

bool mr_list_append(MrThread *t, MrValue list, MrValue v)
{
    MrList *l = MR_LIST(list);
    if (MR_UNLIKELY(l->length == l->capacity) && !reserve(t, l, l->length + 1))
        return false;
    l->items[l->length++] = v;
    mr_write_barrier(t, l, v);
    return true;
}

void mr_list_clear(MrList *l)
{
    l->items = NULL;
    l->length = l->capacity = 0;
}

static bool extend_items(MrThread *t, MrList *l, const MrValue *items, size_t n)
{
    if (n == 0)
        return true;
    bool self = items == l->items;
    if (!reserve(t, l, l->length + n))
        return false;
    if (!put_items(t, l, l->length, self ? l->items : items, n))
        return false;
    l->length += n;
    return true;
}

typedef struct ListFeed {
    MrFeed feed;
    MrList *list;
} ListFeed;

/* As long as there is room. */
static bool take_item(MrFeed *feed, MrValue v)
{
    MrList *l = ((ListFeed *)feed)->list;
    if (l->length >= l->capacity)
        return false;
    l->items[l->length++] = v;
    mr_write_barrier(NULL, l, v);
    return true;
}

static bool extend_iterator(MrThread *t, MrValue list, MrValue it)
{
    ListFeed feed = {{take_item}, MR_LIST(list)};
    for (;;) {
        MrValue v = mr_next_fed(t, it, &feed.feed);
        if (v == MR_UNBOUND)
            return true;
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            return false;
    }
}

/* The members of builtin containers whose iteration runs no script, without an iterator: 1, 0 for other iterables, -1. */
static int extend_container(MrThread *t, MrValue list, MrValue v)
{
    MrList *l = MR_LIST(list);
    size_t at = 0, work = 0;
    MrValue key, value;
    MrSetEntry entry;
    if (!mr_is_obj(v))
        return 0;
    MrTypeId shape = mr_obj_of(v)->shape;
    if (shape == MR_TYPE_set || shape == MR_TYPE_frozenset) {
        if (!reserve(t, l, l->length + MR_SET(v)->length))
            return -1;
        while (mr_set_next(MR_SET(v), &at, &entry))
            if (!mr_limits_work(t, work) || !mr_list_append(t, list, entry.key))
                return -1;
        return 1;
    }
    if (shape == MR_TYPE_range) {
        const MrRange *r = (const MrRange *)mr_obj_of(v);
        if (!mr_is_int(r->start) || !mr_is_int(r->stop) || !mr_is_int(r->step) || !mr_is_int(r->length) || mr_int_of(r->length) > FILLED_AT_ONCE)
            return 0;
        size_t n = (size_t)mr_int_of(r->length);
        if (!reserve(t, l, l->length + n))
            return -1;
        for (size_t i = 0; i < n; i++)
            l->items[l->length++] = mr_small_int(mr_int_of(r->start) + (int64_t)i * mr_int_of(r->step));
        return 1;
    }
    if (shape != MR_TYPE_dict && shape != MR_TYPE_dict_keys && shape != MR_TYPE_dict_values && shape != MR_TYPE_dict_items)
        return 0;
    if (shape != MR_TYPE_dict && !mr_is_exact(mr_val(((MrDictView *)mr_obj_of(v))->dict), MR_TYPE_dict))
        return 0;
    MrDict *d = shape == MR_TYPE_dict ? MR_DICT(v) : ((MrDictView *)mr_obj_of(v))->dict;
    if (!reserve(t, l, l->length + d->length))
        return -1;
    while (mr_dict_next(d, &at, &key, &value)) {
        MrValue pair[2] = {key, value};
        MrValue item = shape == MR_TYPE_dict_items ? mr_tuple_from(t, pair, 2) : shape == MR_TYPE_dict_values ? value : key;
        if (item == MR_ERROR || !mr_limits_work(t, work) || !mr_list_append(t, list, item))
            return -1;
    }
    return 1;
}

bool mr_list_extend(MrThread *t, MrValue list, MrValue iterable)
{
    MrValue *items;
    size_t n;
    if ((mr_is_exact(iterable, MR_TYPE_list) || mr_is_exact(iterable, MR_TYPE_tuple)) && mr_sequence_items(iterable, &items, &n))
        return extend_items(t, MR_LIST(list), items, n);
    int done = extend_container(t, list, iterable);
    if (done)
        return done > 0;
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return false;
    int64_t hint = mr_length_hint(t, iterable, 8);
    if (hint < 0)
        return false;
    MrList *l = MR_LIST(list);
    if ((uint64_t)hint > MAX_ITEMS / 2) {
        mr_raise_no_memory(t);
        return false;
    }
    if (!reserve(t, l, l->length + (size_t)hint))
        return false;
    return extend_iterator(t, list, it);
}

MrValue mr_list_of(MrThread *t, MrValue iterable)
{
    MrValue *items;
    size_t n;
    if ((mr_is_exact(iterable, MR_TYPE_list) || mr_is_exact(iterable, MR_TYPE_tuple)) && mr_sequence_items(iterable, &items, &n) && n < MR_WORK_PIECE / sizeof *items)
        return mr_list_from(t, items, n);
    MrValue list = mr_list_new(t, 0);
    return list == MR_ERROR || !mr_list_extend(t, list, iterable) ? MR_ERROR : list;
}

/* ---- items and slices ---- */

static MrValue bad_subscript(MrThread *t, MrValue key)
{
    return mr_raise(t, MR_EXC_TypeError, "list indices must be integers or slices, not %s", mr_type_name(t, key));
}

static MrValue get_slice(MrThread *t, MrList *l, MrValue slice)
{
    MrSliceParts s;
    if (!mr_slice_unpack(t, slice, &s))
        return MR_ERROR;
    size_t n = mr_slice_adjust(&s, l->length);
    if (s.step == 1)
        return mr_list_from(t, n ? l->items + s.start : NULL, n);
    MrValue out = mr_list_new(t, n);
    if (out == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++)
        MR_LIST(out)->items[i] = l->items[s.start + (int64_t)i * s.step];
    MR_LIST(out)->length = n;
    store_all(t, MR_LIST(out), MR_LIST(out)->items, n);
    return out;
}

static MrValue list_getitem(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    size_t i;
    if (mr_is_slice(a[1]))
        return get_slice(t, l, a[1]);
    if (!mr_has_index(t, a[1]))
        return bad_subscript(t, a[1]);
    if (!mr_arg_subscript(t, a[1], &l->length, "list", &i))
        return MR_ERROR;
    if (i >= l->length) /* __index__ may have shortened it */
        return mr_raise_index(t, "list");
    return l->items[i];
}

static inline bool move_items(MrThread *t, MrValue *to, const MrValue *from, size_t n)
{
    if (MR_UNLIKELY(n > MR_WORK_PIECE / sizeof *to))
        return mr_work_move(t, to, from, n * sizeof *to);
    memmove(to, from, n * sizeof *to);
    return true;
}

/* Replaces the n items from `at` by the m in `with`, which is not the list's own memory. Where it is stopped some items may be in the list twice. */
static bool replace_items(MrThread *t, MrList *l, size_t at, size_t n, const MrValue *with, size_t m)
{
    if (m > n && !reserve(t, l, l->length + (m - n)))
        return false;
    if (m != n && l->length > at + n && !move_items(t, l->items + at + m, l->items + at + n, l->length - at - n))
        return false;
    if (!put_items(t, l, at, with, m))
        return false;
    l->length = l->length - n + m;
    return true;
}

/* The items that a slice is to get, as a list or tuple that is not `l`. */
static MrValue items_to_assign(MrThread *t, MrList *l, MrValue v, const char *message)
{
    if (v == mr_val(l))
        return mr_list_from(t, l->items, l->length);
    if (mr_is_exact(v, MR_TYPE_list) || mr_is_exact(v, MR_TYPE_tuple))
        return v;
    MrValue it = mr_iter(t, v);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "%s", message);
        return MR_ERROR;
    }
    return mr_list_of(t, it);
}

static bool set_slice(MrThread *t, MrList *l, MrValue slice, MrValue v)
{
    MrSliceParts s;
    MrValue *items;
    size_t m;
    if (!mr_slice_unpack(t, slice, &s))
        return false;
    MrSliceParts whole = s;
    bool simple = s.step == 1;
    v = items_to_assign(t, l, v, simple ? "can only assign an iterable" : "must assign iterable to extended slice");
    if (v == MR_ERROR)
        return false;
    size_t n = mr_slice_adjust(&whole, l->length);
    (void)mr_sequence_items(v, &items, &m);
    if (simple)
        return replace_items(t, l, (size_t)whole.start, n, items, m);
    if (n != m) {
        mr_raise(t, MR_EXC_ValueError, "attempt to assign sequence of size %zu to extended slice of size %zu", m, n);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        l->items[whole.start + (int64_t)i * whole.step] = items[i];
    store_all(t, l, items, n);
    return true;
}

static bool delete_slice(MrThread *t, MrList *l, MrValue slice)
{
    MrSliceParts s;
    if (!mr_slice_unpack(t, slice, &s))
        return false;
    size_t n = mr_slice_adjust(&s, l->length);
    if (!n)
        return true;
    if (s.step < 0) { /* the same items, upwards */
        s.start += (int64_t)(n - 1) * s.step;
        s.step = -s.step;
    }
    if (s.step == 1)
        return replace_items(t, l, (size_t)s.start, n, NULL, 0);
    size_t to = (size_t)s.start, left = n;
    for (size_t from = to, next = to; from < l->length; from++) {
        if (left && from == next) {
            left--;
            next += (size_t)s.step;
        } else {
            l->items[to++] = l->items[from];
        }
    }
    l->length = to;
    return true;
}

static bool find_item(MrThread *t, MrList *l, MrValue key, size_t *i)
{
    if (!mr_has_index(t, key)) {
        bad_subscript(t, key);
        return false;
    }
    if (!mr_arg_subscript(t, key, &l->length, "list assignment", i))
        return false;
    if (*i < l->length)
        return true;
    mr_raise_index(t, "list assignment");
    return false;
}

static MrValue list_setitem(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    size_t i;
    if (mr_is_slice(a[1]))
        return set_slice(t, l, a[1], a[2]) ? MR_NONE : MR_ERROR;
    if (!find_item(t, l, a[1], &i))
        return MR_ERROR;
    l->items[i] = a[2];
    mr_write_barrier(t, l, a[2]);
    return MR_NONE;
}

static MrValue list_delitem(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    size_t i;
    if (mr_is_slice(a[1]))
        return delete_slice(t, l, a[1]) ? MR_NONE : MR_ERROR;
    if (!find_item(t, l, a[1], &i))
        return MR_ERROR;
    (void)replace_items(t, l, i, 1, NULL, 0);
    return MR_NONE;
}

/* ---- methods ---- */

static MrValue list_new(MrThread *t, MrValue *a)
{
    if (!mr_check_new(t, a[0], MR_TYPE_list))
        return MR_ERROR;
    if (a[0] == mr_type_val(t, MR_TYPE_list))
        return mr_list_new(t, 0);
    MrList *l = mr_alloc_instance(t, sizeof *l, MR_TYPE(a[0]));
    return l ? mr_val(l) : MR_ERROR;
}

static MrValue list_init(MrThread *t, MrValue *a)
{
    if (a[1] == a[0]) {
        mr_list_clear(MR_LIST(a[0]));
        return MR_NONE;
    }
    mr_list_clear(MR_LIST(a[0]));
    return a[1] == MR_UNBOUND || mr_list_extend(t, a[0], a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue list_repr(MrThread *t, MrValue *a)
{
    if (!MR_LIST(a[0])->length)
        return mr_str_c(t, "[]");
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "[...]");
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_putc(&buf, '[');
    bool ok = mr_sequence_repr_items(t, &buf, a[0]);
    mr_repr_leave(t, a[0]);
    mr_buf_putc(&buf, ']');
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue list_append(MrThread *t, MrValue *a) { return mr_list_append(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }

static MrValue list_extend(MrThread *t, MrValue *a) { return mr_list_extend(t, a[0], a[1]) ? MR_NONE : MR_ERROR; }

static MrValue list_insert(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    int64_t i;
    if (!mr_arg_ssize(t, a[1], &i))
        return MR_ERROR;
    size_t at = i < 0 ? (i < -(int64_t)l->length ? 0 : (size_t)(i + (int64_t)l->length)) : (size_t)i;
    if (at > l->length)
        at = l->length;
    return replace_items(t, l, at, 0, &a[2], 1) ? MR_NONE : MR_ERROR;
}

static MrValue list_pop(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    int64_t i = -1;
    if (a[1] != MR_UNBOUND && !mr_arg_ssize(t, a[1], &i))
        return MR_ERROR;
    if (!l->length)
        return mr_raise(t, MR_EXC_IndexError, "pop from empty list");
    if (i < 0)
        i += (int64_t)l->length;
    if (i < 0 || i >= (int64_t)l->length)
        return mr_raise_index(t, "pop");
    MrValue v = l->items[i];
    if ((size_t)i + 1 == l->length)
        l->length--;
    else
        (void)replace_items(t, l, (size_t)i, 1, NULL, 0);
    return v;
}

static MrValue list_remove(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    int64_t i = mr_sequence_find(t, a[0], a[1], MR_UNBOUND, MR_UNBOUND);
    if (i == -1)
        return mr_raise(t, MR_EXC_ValueError, "list.remove(x): x not in list");
    if (i >= 0 && (size_t)i < l->length)
        (void)replace_items(t, l, (size_t)i, 1, NULL, 0);
    return i < 0 ? MR_ERROR : MR_NONE;
}

static MrValue list_index(MrThread *t, MrValue *a)
{
    int64_t i = mr_sequence_find(t, a[0], a[1], a[2], a[3]);
    if (i >= 0)
        return mr_int(t, i);
    MrValue repr = i == -1 ? mr_repr(t, a[1]) : MR_ERROR;
    if (repr == MR_ERROR)
        return MR_ERROR;
    return mr_raise(t, MR_EXC_ValueError, "%s is not in list", mr_cstr(repr));
}

static MrValue list_count(MrThread *t, MrValue *a) { return mr_sequence_count(t, a[0], a[1]); }

static MrValue list_clear(MrThread *t, MrValue *a)
{
    (void)t;
    mr_list_clear(MR_LIST(a[0]));
    return MR_NONE;
}

static MrValue list_copy(MrThread *t, MrValue *a) { return mr_list_from(t, MR_LIST(a[0])->items, MR_LIST(a[0])->length); }

static MrValue list_reverse(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    (void)t;
    for (size_t i = 0, j = l->length; i + 1 < j; i++) {
        MrValue v = l->items[i];
        l->items[i] = l->items[--j];
        l->items[j] = v;
    }
    return MR_NONE;
}

static MrValue list_sort(MrThread *t, MrValue *a)
{
    int reverse = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    if (reverse < 0)
        return MR_ERROR;
    return mr_list_sort(t, a[0], a[1] == MR_UNBOUND ? MR_NONE : a[1], reverse) ? MR_NONE : MR_ERROR;
}

static MrValue list_len(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)MR_LIST(a[0])->length); }

static MrValue list_contains(MrThread *t, MrValue *a)
{
    int r = mr_sequence_contains(t, a[0], a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue list_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_list_iterator, a[0]); }

static MrValue list_reversed(MrThread *t, MrValue *a)
{
    MrValue it = mr_iter_new(t, MR_TYPE_list_reverseiterator, a[0]);
    if (it != MR_ERROR)
        MR_ITER(it)->position = MR_LIST(a[0])->length;
    return it;
}

static MrValue list_add(MrThread *t, MrValue *a)
{
    if (!mr_is_list(a[1])) {
        if (mr_has_reflected_add(t, a[1]))
            return MR_NOT_IMPLEMENTED;
        return mr_raise(t, MR_EXC_TypeError, "can only concatenate list (not \"%s\") to list", mr_type_name(t, a[1]));
    }
    MrList *x = MR_LIST(a[0]), *y = MR_LIST(a[1]);
    MrValue out = mr_list_new(t, x->length + y->length);
    if (out == MR_ERROR || !extend_items(t, MR_LIST(out), x->items, x->length) || !extend_items(t, MR_LIST(out), y->items, y->length))
        return MR_ERROR;
    return out;
}

static MrValue list_iadd(MrThread *t, MrValue *a) { return mr_list_extend(t, a[0], a[1]) ? a[0] : MR_ERROR; }

static MrValue list_mul(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    size_t times;
    if (!mr_repeat_size(t, a[1], l->length, &times))
        return MR_ERROR;
    size_t n = l->length;
    MrValue out = mr_list_new(t, n * times);
    if (out == MR_ERROR)
        return MR_ERROR;
    if (!mr_items_repeat(t, MR_LIST(out)->items, l->items, n, times))
        return MR_ERROR;
    MR_LIST(out)->length = n * times;
    store_all(t, MR_LIST(out), l->items, n);
    return out;
}

static MrValue list_imul(MrThread *t, MrValue *a)
{
    MrList *l = MR_LIST(a[0]);
    size_t times;
    if (!mr_repeat_size(t, a[1], l->length, &times))
        return MR_ERROR;
    size_t n = l->length;
    if (!times || !n) {
        mr_list_clear(l);
        return a[0];
    }
    if (!reserve(t, l, n * times))
        return MR_ERROR;
    if (!mr_items_repeat(t, l->items, l->items, n, times))
        return MR_ERROR;
    l->length = n * times;
    return a[0];
}

#define COMPARE(name, op)                                                                           \
    static MrValue list_##name(MrThread *t, MrValue *a)                                             \
    {                                                                                               \
        return mr_is_list(a[1]) ? mr_sequence_compare(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;      \
    }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", list_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, iterable=(), /)", list_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", list_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", list_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, index, /)", list_getitem, "The item at an index, or a new sequence for a slice.", 0},
    {"__setitem__(self, key, value, /)", list_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", list_delitem, "Carry out del self[key].", 0},
    {"__contains__(self, key, /)", list_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", list_iter, "An iterator over self.", 0},
    {"__reversed__(self, /)", list_reversed, "An iterator over the items, last one first.", 0},
    {"__add__(self, value, /)", list_add, "What self + value gives.", 0},
    {"__iadd__(self, value, /)", list_iadd, "Update self in place: self += value.", 0},
    {"__mul__(self, value, /)", list_mul, "What self * value gives.", MR_METHOD_REPEAT},
    {"__rmul__(self, value, /)", list_mul, "What value * self gives.", MR_METHOD_REPEAT},
    {"__imul__(self, value, /)", list_imul, "Update self in place: self *= value.", MR_METHOD_REPEAT},
    {"__lt__(self, value, /)", list_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", list_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", list_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", list_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", list_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", list_ge, "Whether self >= value.", 0},
    {"append(self, object, /)", list_append, "Put object at the end.", 0},
    {"clear(self, /)", list_clear, "Take out all items.", 0},
    {"copy(self, /)", list_copy, "A new list of the same items.", 0},
    {"count(self, value, /)", list_count, "How many items equal value.", 0},
    {"extend(self, iterable, /)", list_extend, "Put all items of iterable at the end.", 0},
    {"index(self, value, start=0, stop=9223372036854775807, /)", list_index,
     "The position of the first item equal to value within [start:stop]; raises ValueError if there is none.", 0},
    {"insert(self, index, object, /)", list_insert, "Put object in front of the item at index.", 0},
    {"pop(self, index=-1, /)", list_pop, "Take out the item at index (the last one by default) and return it; raises IndexError if there is none.",
     0},
    {"remove(self, value, /)", list_remove, "Take out the first item equal to value; raises ValueError if there is none.", 0},
    {"reverse(self, /)", list_reverse, "Turn the order of the items around, in place.", 0},
    {"sort(self, /, *, key=None, reverse=False)", list_sort,
     "Order the items in place, the smallest first, or the largest with reverse. Items that compare equal keep their order. key, called once for "
     "each item, gives the value to compare.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_list_type = {
    .name = "list",
    .kind = MR_KIND_LIST,
    .size = sizeof(MrList),
    .flags = MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = methods,
    .doc = "A sequence of any objects that can grow, shrink and be changed in place; list(iterable) holds the iterable's items.",
};
