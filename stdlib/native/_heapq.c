/* _heapq: the steps of binary heaps in lists, for heaps with the smallest item on top and, for heapq's own use, with the largest.
 *
 * Comparing items may run script that changes the list. After every comparison its length is checked, and items are exchanged in place
 * rather than held aside, so that none is lost or doubled whatever happens in between.
 */
#include "vm/vm.h"

/* Does x belong above y? 1, 0, -1 error. */
static inline int goes_above(MrThread *t, MrValue x, MrValue y, bool max)
{
    MrValue a = max ? y : x, b = max ? x : y;
    if (mr_both_int(a, b))
        return mr_int_of(a) < mr_int_of(b);
    if (mr_is_float(a) && mr_is_float(b))
        return mr_float_of(a) < mr_float_of(b);
    MrValue less = mr_compare(t, MR_CMP_LT, a, b);
    return less == MR_ERROR ? -1 : mr_is_bool(less) ? less == MR_TRUE : mr_truth(t, less);
}

/* goes_above for two places of a list, which must keep its length meanwhile. */
static inline int compare_places(MrThread *t, MrList *l, size_t i, size_t j, bool max)
{
    size_t length = l->length;
    int above = goes_above(t, l->items[i], l->items[j], max);
    if (MR_UNLIKELY(l->length != length) && above >= 0) {
        (void)mr_raise(t, MR_EXC_RuntimeError, "list changed size during iteration");
        return -1;
    }
    return above;
}

static inline void exchange(MrList *l, size_t i, size_t j)
{
    MrValue v = l->items[i];
    l->items[i] = l->items[j];
    l->items[j] = v;
}

/* Moves the item at pos up, as far as top, until its parent may stay above it. */
static bool rise(MrThread *t, MrList *l, size_t top, size_t pos, bool max)
{
    while (pos > top) {
        size_t parent = (pos - 1) / 2;
        int above = compare_places(t, l, pos, parent, max);
        if (above <= 0)
            return above == 0;
        exchange(l, pos, parent);
        pos = parent;
    }
    return true;
}

/* Moves the item at pos down to a leaf along the children that belong higher, then up again: it mostly belongs near the leaves. */
static bool sink(MrThread *t, MrList *l, size_t pos, bool max)
{
    size_t top = pos, n = l->length;
    while (pos < n / 2) {
        size_t child = 2 * pos + 1;
        if (child + 1 < n) {
            int above = compare_places(t, l, child, child + 1, max);
            if (above < 0)
                return false;
            child += !above;
        }
        exchange(l, pos, child);
        pos = child;
    }
    return rise(t, l, top, pos, max);
}

static MrList *as_heap(MrThread *t, MrValue v, const char *argument)
{
    if (mr_is_list(v))
        return MR_LIST(v);
    (void)mr_raise(t, MR_EXC_TypeError, "%s must be list, not %s", argument, v == MR_NONE ? "None" : mr_type_name(t, v));
    return NULL;
}

static MrValue raise_empty(MrThread *t) { return mr_raise(t, MR_EXC_IndexError, "index out of range"); }

static MrValue replace_top(MrThread *t, MrList *l, MrValue item, bool max)
{
    if (!l->length)
        return raise_empty(t);
    MrValue top = l->items[0];
    l->items[0] = item;
    mr_write_barrier(t, l, item);
    return sink(t, l, 0, max) ? top : MR_ERROR;
}

static MrValue pop_top(MrThread *t, MrList *l, bool max)
{
    if (!l->length)
        return raise_empty(t);
    MrValue last = l->items[--l->length];
    l->items[l->length] = MR_UNBOUND;
    return l->length ? replace_top(t, l, last, max) : last;
}

static MrValue make_heap(MrThread *t, MrList *l, bool max)
{
    size_t n = l->length;
    for (size_t i = n / 2; i-- > 0;) {
        if (!sink(t, l, i, max) || (i % 8192 == 8191 && !mr_poll(t)))
            return MR_ERROR;
        if (l->length != n)
            return mr_raise(t, MR_EXC_RuntimeError, "list changed size during iteration");
    }
    return MR_NONE;
}

static MrValue heapq_heappush(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "heappush() argument 1");
    return l && mr_list_append(t, a[0], a[1]) && rise(t, l, 0, l->length - 1, false) ? MR_NONE : MR_ERROR;
}

static MrValue heapq_heappop(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "heappop() argument");
    return l ? pop_top(t, l, false) : MR_ERROR;
}

static MrValue heapq_heapreplace(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "heapreplace() argument 1");
    return l ? replace_top(t, l, a[1], false) : MR_ERROR;
}

static MrValue heapq_heappushpop(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "heappushpop() argument 1");
    if (!l || !l->length)
        return l ? a[1] : MR_ERROR;
    int above = goes_above(t, l->items[0], a[1], false);
    if (above <= 0)
        return above ? MR_ERROR : a[1];
    return replace_top(t, l, a[1], false);
}

static MrValue heapq_heapify(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "heapify() argument");
    return l ? make_heap(t, l, false) : MR_ERROR;
}

static MrValue heapq_heapify_max(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "_heapify_max() argument");
    return l ? make_heap(t, l, true) : MR_ERROR;
}

static MrValue heapq_heappop_max(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "_heappop_max() argument");
    return l ? pop_top(t, l, true) : MR_ERROR;
}

static MrValue heapq_heapreplace_max(MrThread *t, MrValue *a)
{
    MrList *l = as_heap(t, a[0], "_heapreplace_max() argument 1");
    return l ? replace_top(t, l, a[1], true) : MR_ERROR;
}

static const MrMethodDef functions[] = {
    {"heappush(heap, item, /)", heapq_heappush, "Put item into the heap, whose smallest item stays at index 0.", 0},
    {"heappop(heap, /)", heapq_heappop, "Take out the smallest item and return it; raises IndexError when the heap is empty.", 0},
    {"heapreplace(heap, item, /)", heapq_heapreplace, "Pop the smallest item, then put a new one in: faster than a pop and a push.", 0},
    {"heappushpop(heap, item, /)", heapq_heappushpop, "Push item on the heap, then pop the smallest: faster than a push and a pop.", 0},
    {"heapify(heap, /)", heapq_heapify, "Reorder a list so that its smallest item comes first and heappop() works; takes linear time.", 0},
    {"_heapify_max(heap, /)", heapq_heapify_max, "heapify() with the largest item first.", 0},
    {"_heappop_max(heap, /)", heapq_heappop_max, "heappop() with the largest item first.", 0},
    {"_heapreplace_max(heap, item, /)", heapq_heapreplace_max, "heapreplace() with the largest item first.", 0},
    {0},
};

const MrModuleDef mr_module__heapq = {.name = "_heapq", .functions = functions, .doc = "Heap queues in lists."};
