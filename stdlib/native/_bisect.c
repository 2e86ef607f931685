/* _bisect: binary search in sorted sequences, and insertion at the place found. Lists are read directly, other sequences through their items;
 * comparing and the key may run script, so a list's length is looked at anew each time. */
#include "vm/vm.h"

static MrValue item_at(MrThread *t, MrValue seq, int64_t i)
{
    if (mr_is_exact(seq, MR_TYPE_list) && (uint64_t)i < MR_LIST(seq)->length)
        return MR_LIST(seq)->items[i];
    MrValue index = mr_int(t, i);
    return index == MR_ERROR ? MR_ERROR : mr_getitem(t, seq, index);
}

static int is_less(MrThread *t, MrValue a, MrValue b)
{
    if (mr_both_int(a, b))
        return mr_int_of(a) < mr_int_of(b);
    if (mr_is_float(a) && mr_is_float(b))
        return mr_float_of(a) < mr_float_of(b);
    MrValue less = mr_compare(t, MR_CMP_LT, a, b);
    return less == MR_ERROR ? -1 : mr_truth(t, less);
}

/* a: sequence, x, lo, hi, key. Behind all items equal to x if `right`, else before them. */
static MrValue search(MrThread *t, MrValue *a, bool right)
{
    int64_t lo = 0, hi = 0;
    if (a[2] != MR_UNBOUND && !mr_arg_ssize(t, a[2], &lo))
        return MR_ERROR;
    if (lo < 0)
        return mr_raise(t, MR_EXC_ValueError, "lo must be non-negative");
    if (a[3] == MR_UNBOUND || a[3] == MR_NONE) {
        if ((hi = mr_len(t, a[0])) < 0)
            return MR_ERROR;
    } else if (!mr_is_int(a[3]) && mr_slot(t, mr_typeof(t, a[3]), MR_SLOT_index) == MR_UNBOUND) {
        return mr_raise(t, MR_EXC_TypeError, "argument should be integer or None, not '%s'", mr_type_name(t, a[3]));
    } else if (!mr_arg_ssize(t, a[3], &hi) || (hi == -1 && (hi = mr_len(t, a[0])) < 0)) {
        return MR_ERROR;
    }
    if (mr_is_dict(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "%s is not a sequence", mr_type_name(t, a[0]));
    if (mr_slot(t, mr_typeof(t, a[0]), MR_SLOT_getitem) == MR_UNBOUND)
        return mr_raise(t, MR_EXC_TypeError, "'%s' object does not support indexing", mr_type_name(t, a[0]));
    while (lo < hi) {
        int64_t mid = lo + (hi - lo) / 2;
        MrValue item = item_at(t, a[0], mid);
        if (item != MR_ERROR && a[4] != MR_UNBOUND && a[4] != MR_NONE)
            item = mr_call1(t, a[4], item);
        int less = item == MR_ERROR ? -1 : right ? is_less(t, a[1], item) : is_less(t, item, a[1]);
        if (less < 0)
            return MR_ERROR;
        if ((less > 0) == right)
            hi = mid;
        else
            lo = mid + 1;
    }
    return mr_int(t, lo);
}

static MrValue bisect_right(MrThread *t, MrValue *a) { return search(t, a, true); }
static MrValue bisect_left(MrThread *t, MrValue *a) { return search(t, a, false); }

static MrValue insort(MrThread *t, const MrValue *a, bool right)
{
    bool keyed = a[4] != MR_UNBOUND && a[4] != MR_NONE;
    MrValue sought = keyed ? mr_call1(t, a[4], a[1]) : a[1];
    if (sought == MR_ERROR)
        return MR_ERROR;
    MrValue place = search(t, (MrValue[]){a[0], sought, a[2], a[3], a[4]}, right);
    MrStr *name = place == MR_ERROR ? NULL : mr_intern(t, "insert", sizeof "insert" - 1);
    if (!name)
        return MR_ERROR;
    MrValue inserted = mr_call_method(t, a[0], name, 2, (MrValue[]){place, a[1]});
    return inserted == MR_ERROR ? MR_ERROR : MR_NONE;
}

static MrValue insort_right(MrThread *t, MrValue *a) { return insort(t, a, true); }
static MrValue insort_left(MrThread *t, MrValue *a) { return insort(t, a, false); }

static const MrMethodDef functions[] = {
    {"bisect_right(a, x, lo=0, hi=None, *, key=None)", bisect_right,
     "Return where x belongs behind all items equal to it; with key, x is compared to the items' keys.", 0},
    {"bisect_left(a, x, lo=0, hi=None, *, key=None)", bisect_left,
     "Return where x belongs before all items equal to it; with key, x is compared to the items' keys.", 0},
    {"insort_right(a, x, lo=0, hi=None, *, key=None)", insort_right, "Insert x behind all items equal to it.", 0},
    {"insort_left(a, x, lo=0, hi=None, *, key=None)", insort_left, "Insert x before all items equal to it.", 0},
    {0},
};

const MrModuleDef mr_module__bisect = {.name = "_bisect", .functions = functions, .doc = "Binary search in sorted sequences."};
