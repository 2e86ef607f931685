/* Functions that walk an iterable: all, any, max, min, sorted, sum.
 *
 * Lists and tuples are walked without an iterator; the walk reads the length again after each step that may run script. Sums begin in C: of
 * small ints in a machine word, of floats with Neumaier's compensation (which CPython uses since 3.12), and go on with + from the first
 * item of another type.
 */
#include <math.h>

#include "stdlib/native/builtins.h"
#include "vm/attr.h"
#include "vm/types/bigint.h"

/* A walk over a list or tuple by position, over anything else by its iterator. */
typedef struct Walk {
    MrValue source, it;
    size_t at;
} Walk;

static bool start(MrThread *t, Walk *w, MrValue iterable)
{
    w->source = iterable;
    w->at = 0;
    w->it = MR_UNBOUND;
    if (mr_is_exact(iterable, MR_TYPE_list) || mr_is_exact(iterable, MR_TYPE_tuple))
        return true;
    w->it = mr_iter(t, iterable);
    return w->it != MR_ERROR;
}

static inline MrValue step(MrThread *t, Walk *w)
{
    MrValue *items;
    size_t n;
    if (w->it != MR_UNBOUND)
        return mr_next_inline(t, w->it);
    mr_sequence_items(w->source, &items, &n);
    if (MR_UNLIKELY(w->at % 4096 == 4095) && !mr_limits_tick(t))
        return MR_ERROR;
    return w->at < n ? items[w->at++] : MR_UNBOUND;
}

/* step(), but that what comes out of an iterator is given to `feed` first. */
static inline MrValue step_fed(MrThread *t, Walk *w, MrFeed *feed) { return w->it != MR_UNBOUND ? mr_next_fed(t, w->it, feed) : step(t, w); }

typedef struct TruthFeed {
    MrFeed feed;
    MrValue unwanted; /* True or False */
} TruthFeed;

static bool take_truth(MrFeed *feed, MrValue v) { return v == ((TruthFeed *)feed)->unwanted; }

static MrValue find_truth(MrThread *t, MrValue iterable, int wanted)
{
    Walk w;
    TruthFeed feed = {{take_truth}, mr_bool(!wanted)};
    if (!start(t, &w, iterable))
        return MR_ERROR;
    for (;;) {
        MrValue v = step_fed(t, &w, &feed.feed);
        if (v == MR_UNBOUND)
            return mr_bool(!wanted);
        int truth = v == MR_ERROR ? -1 : mr_is_bool(v) ? v == MR_TRUE : mr_truth(t, v);
        if (truth < 0)
            return MR_ERROR;
        if (truth == wanted)
            return mr_bool(wanted);
    }
}

MrValue builtin_all(MrThread *t, MrValue *a) { return find_truth(t, a[0], 0); }
MrValue builtin_any(MrThread *t, MrValue *a) { return find_truth(t, a[0], 1); }

/* Is `a` before `b` in the wanted direction? 1, 0, -1. */
static int precedes(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    if (mr_both_int(a, b))
        return op == MR_CMP_LT ? mr_int_of(a) < mr_int_of(b) : mr_int_of(a) > mr_int_of(b);
    if (mr_is_float(a) && mr_is_float(b))
        return op == MR_CMP_LT ? mr_float_of(a) < mr_float_of(b) : mr_float_of(a) > mr_float_of(b);
    MrValue r = mr_compare(t, op, a, b);
    return r == MR_ERROR ? -1 : mr_truth(t, r);
}

typedef struct ExtremeFeed {
    MrFeed feed;
    MrCompare op;
    MrValue best; /* or MR_UNBOUND */
} ExtremeFeed;

/* Ints among ints, floats among floats: what compares without script. */
static bool take_extreme(MrFeed *feed, MrValue v)
{
    ExtremeFeed *f = (ExtremeFeed *)feed;
    if (!mr_both_int(v, f->best) && !(mr_is_float(v) && mr_is_float(f->best)))
        return false;
    if (precedes(NULL, f->op, v, f->best) > 0)
        f->best = v;
    return true;
}

static MrValue extreme(MrThread *t, MrValue *a, MrCompare op, const char *name)
{
    MrTuple *args = MR_TUPLE(a[0]);
    MrValue key = a[1] == MR_UNBOUND ? MR_NONE : a[1];
    if (args->length == 0)
        return mr_raise(t, MR_EXC_TypeError, "%s expected at least 1 argument, got 0", name);
    if (args->length > 1 && a[2] != MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
    Walk w;
    if (!start(t, &w, args->length > 1 ? a[0] : args->items[0]))
        return MR_ERROR;
    MrValue best = MR_UNBOUND, best_key = MR_UNBOUND;
    ExtremeFeed feed = {{take_extreme}, op, MR_UNBOUND};
    for (;;) {
        MrValue v;
        if (key == MR_NONE) {
            feed.best = best;
            v = step_fed(t, &w, &feed.feed);
            best = best_key = feed.best;
        } else {
            v = step(t, &w);
        }
        if (v == MR_UNBOUND)
            break;
        MrValue k = v == MR_ERROR || key == MR_NONE ? v : mr_call1(t, key, v);
        if (k == MR_ERROR)
            return MR_ERROR;
        int better = best == MR_UNBOUND ? 1 : precedes(t, op, k, best_key);
        if (better < 0)
            return MR_ERROR;
        if (better) {
            best = v;
            best_key = k;
        }
    }
    if (best != MR_UNBOUND)
        return best;
    return a[2] != MR_UNBOUND ? a[2] : mr_raise(t, MR_EXC_ValueError, "%s() iterable argument is empty", name);
}

MrValue builtin_max(MrThread *t, MrValue *a) { return extreme(t, a, MR_CMP_GT, "max"); }
MrValue builtin_min(MrThread *t, MrValue *a) { return extreme(t, a, MR_CMP_LT, "min"); }

MrValue builtin_sorted(MrThread *t, MrValue *a)
{
    int reverse = a[2] == MR_UNBOUND ? 0 : mr_truth(t, a[2]);
    MrValue list = reverse < 0 ? MR_ERROR : mr_list_of(t, a[0]);
    if (list == MR_ERROR || !mr_list_sort(t, list, a[1] == MR_UNBOUND ? MR_NONE : a[1], reverse))
        return MR_ERROR;
    return list;
}

typedef struct IntFeed {
    MrFeed feed;
    int64_t sum;
} IntFeed;

static bool take_int(MrFeed *feed, MrValue v)
{
    int64_t sum;
    if (!mr_is_int(v) || __builtin_add_overflow(((IntFeed *)feed)->sum, mr_int_of(v), &sum))
        return false;
    ((IntFeed *)feed)->sum = sum;
    return true;
}

typedef struct FloatFeed {
    MrFeed feed;
    double sum, low; /* what was lost in rounding so far */
} FloatFeed;

static bool take_float(MrFeed *feed, MrValue v)
{
    FloatFeed *f = (FloatFeed *)feed;
    if (!mr_is_float(v))
        return false;
    double x = mr_float_of(v), next = f->sum + x;
    f->low += fabs(f->sum) >= fabs(x) ? (f->sum - next) + x : (x - next) + f->sum;
    f->sum = next;
    return true;
}

/* Adds ints while they last: *v gets the first item that is none (MR_UNBOUND at the end). The sum, or MR_ERROR. */
static MrValue sum_ints(MrThread *t, Walk *w, MrValue total, MrValue *v)
{
    int64_t next;
    IntFeed f = {{take_int}, mr_is_int(total) ? mr_int_of(total) : (int64_t)(total & 1)};
    for (;;) {
        *v = step_fed(t, w, &f.feed);
        if (mr_is_int(*v))
            next = mr_int_of(*v);
        else if (mr_is_bool(*v))
            next = *v == MR_TRUE;
        else
            return mr_int(t, f.sum);
        if (__builtin_add_overflow(f.sum, next, &f.sum)) {
            MrValue part = mr_int(t, (int64_t)((uint64_t)f.sum - (uint64_t)next)); /* wrapped back */
            return part == MR_ERROR ? part : mr_binary(t, MR_BIN_ADD, part, *v == MR_TRUE ? mr_small_int(1) : *v);
        }
    }
}

/* Adds floats, and ints among them. */
static MrValue sum_floats(MrThread *t, Walk *w, double sum, MrValue *v)
{
    FloatFeed f = {{take_float}, sum, 0};
    for (;;) {
        *v = step_fed(t, w, &f.feed);
        if (take_float(&f.feed, *v))
            continue;
        int64_t i;
        if (!mr_is_int(*v) && !mr_is_bool(*v) && !(mr_is_exact(*v, MR_TYPE_int) && mr_int_as_i64(*v, &i)))
            break;
        if (mr_is_int(*v) || mr_is_bool(*v))
            i = mr_is_int(*v) ? mr_int_of(*v) : *v == MR_TRUE;
        f.sum += (double)i;
    }
    return mr_float(f.low != 0 && isfinite(f.low) ? f.sum + f.low : f.sum);
}

MrValue builtin_sum(MrThread *t, MrValue *a)
{
    MrValue total = a[1] == MR_UNBOUND ? mr_small_int(0) : a[1], v = MR_UNBOUND;
    Walk w;
    if (!start(t, &w, a[0]))
        return MR_ERROR;
    if (mr_is_str(total))
        return mr_raise(t, MR_EXC_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (mr_is_kind(total, MR_KIND_BYTES) || mr_is_kind(total, MR_KIND_BYTEARRAY))
        return mr_raise(t, MR_EXC_TypeError, "sum() can't sum %s [use b''.join(seq) instead]", mr_is_kind(total, MR_KIND_BYTES) ? "bytes" : "bytearray");
    for (;;) {
        if (mr_is_int(total)) { /* a bool is the sum of nothing: sum([], False) */
            total = sum_ints(t, &w, total, &v);
            if (total == MR_ERROR)
                return MR_ERROR;
            if (mr_is_int(v) || mr_is_bool(v)) /* the sum left the machine word */
                continue;
        } else if (mr_is_float(total)) {
            total = sum_floats(t, &w, mr_float_of(total), &v);
        } else {
            v = step(t, &w);
        }
        if (v == MR_UNBOUND || v == MR_ERROR)
            return v == MR_ERROR ? v : total;
        total = mr_binary(t, MR_BIN_ADD, total, v);
        if (total == MR_ERROR)
            return MR_ERROR;
    }
}
