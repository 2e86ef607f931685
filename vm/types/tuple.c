/* tuple: its items inline. What it shares with list is in sequence.c. */
#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"

#define MAX_ITEMS ((size_t)PTRDIFF_MAX / sizeof(MrValue) / 2)

static size_t size_for(size_t n) { return sizeof(MrTuple) + n * sizeof(MrValue); }

MrValue mr_tuple_new(MrThread *t, size_t n)
{
    if (n == 0 && t->iso->empty_tuple != MR_UNBOUND)
        return t->iso->empty_tuple;
    if (n > MAX_ITEMS)
        return mr_raise_no_memory(t);
    MrTuple *tuple = mr_alloc(t, size_for(n), MR_KIND_TUPLE, MR_TYPE_tuple);
    if (!tuple)
        return MR_ERROR;
    tuple->length = n;
    if (n == 0)
        t->iso->empty_tuple = mr_val(tuple);
    return mr_val(tuple);
}

MrValue mr_tuple_from(MrThread *t, const MrValue *items, size_t n)
{
    MrValue tuple = mr_tuple_new(t, n);
    return tuple != MR_ERROR && mr_work_copy_values(t, MR_TUPLE(tuple)->items, items, n) ? tuple : MR_ERROR;
}

MrValue mr_tuple_of(MrThread *t, MrValue iterable)
{
    if (mr_is_exact(iterable, MR_TYPE_tuple))
        return iterable;
    MrValue list = mr_is_exact(iterable, MR_TYPE_list) ? iterable : mr_list_of(t, iterable);
    return list == MR_ERROR ? MR_ERROR : mr_tuple_from(t, MR_LIST(list)->items, MR_LIST(list)->length);
}

static MrValue tuple_new(MrThread *t, MrValue *a)
{
    if (!mr_check_new(t, a[0], MR_TYPE_tuple))
        return MR_ERROR;
    MrValue items = a[1] == MR_UNBOUND ? mr_tuple_new(t, 0) : mr_tuple_of(t, a[1]);
    if (items == MR_ERROR || a[0] == mr_type_val(t, MR_TYPE_tuple))
        return items;
    size_t n = MR_TUPLE(items)->length;
    MrTuple *tuple = mr_alloc_instance(t, size_for(n), MR_TYPE(a[0]));
    if (!tuple)
        return MR_ERROR;
    tuple->length = n;
    return mr_work_copy_values(t, tuple->items, MR_TUPLE(items)->items, n) ? mr_val(tuple) : MR_ERROR;
}

static MrValue tuple_repr(MrThread *t, MrValue *a)
{
    size_t n = MR_TUPLE(a[0])->length;
    if (!n)
        return mr_str_c(t, "()");
    int entered = mr_repr_enter(t, a[0]);
    if (entered <= 0)
        return entered < 0 ? MR_ERROR : mr_str_c(t, "(...)");
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_putc(&buf, '(');
    bool ok = mr_sequence_repr_items(t, &buf, a[0]);
    mr_repr_leave(t, a[0]);
    mr_buf_puts(&buf, n == 1 ? ",)" : ")");
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

bool mr_tuple_hash(MrThread *t, const MrTuple *tuple, uint64_t *hash)
{
    uint64_t sum = MR_HASH_START, h;
    if (!mr_stack_ok(t))
        return false;
    for (size_t i = 0; i < tuple->length; i++) {
        if (!mr_key_hash(t, tuple->items[i], &h))
            return false;
        sum = mr_hash_mix(sum, h);
    }
    sum += tuple->length ^ (MR_HASH_START ^ 3527539u);
    *hash = sum == UINT64_MAX ? 1546275796 : sum;
    return true;
}

static MrValue tuple_hash(MrThread *t, MrValue *a)
{
    uint64_t hash;
    return mr_tuple_hash(t, MR_TUPLE(a[0]), &hash) ? mr_int(t, (int64_t)hash) : MR_ERROR;
}

static MrValue tuple_getitem(MrThread *t, MrValue *a)
{
    MrTuple *tuple = MR_TUPLE(a[0]);
    if (!mr_is_slice(a[1])) {
        size_t i;
        if (!mr_has_index(t, a[1]))
            return mr_raise(t, MR_EXC_TypeError, "tuple indices must be integers or slices, not %s", mr_type_name(t, a[1]));
        return mr_arg_subscript(t, a[1], &tuple->length, "tuple", &i) ? tuple->items[i] : MR_ERROR;
    }
    MrSliceParts s;
    if (!mr_slice_unpack(t, a[1], &s))
        return MR_ERROR;
    size_t n = mr_slice_adjust(&s, tuple->length);
    if (n == tuple->length && s.step == 1 && mr_is_exact(a[0], MR_TYPE_tuple))
        return a[0];
    MrValue out = mr_tuple_new(t, n);
    if (out == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++)
        MR_TUPLE(out)->items[i] = tuple->items[s.start + (int64_t)i * s.step];
    return out;
}

static MrValue tuple_add(MrThread *t, MrValue *a)
{
    if (!mr_is_tuple(a[1])) {
        if (mr_has_reflected_add(t, a[1]))
            return MR_NOT_IMPLEMENTED;
        return mr_raise(t, MR_EXC_TypeError, "can only concatenate tuple (not \"%s\") to tuple", mr_type_name(t, a[1]));
    }
    MrTuple *x = MR_TUPLE(a[0]), *y = MR_TUPLE(a[1]);
    if (!x->length && mr_is_exact(a[1], MR_TYPE_tuple))
        return a[1];
    if (!y->length && mr_is_exact(a[0], MR_TYPE_tuple))
        return a[0];
    MrValue out = mr_tuple_new(t, x->length + y->length);
    if (out == MR_ERROR)
        return MR_ERROR;
    bool ok = mr_work_copy_values(t, MR_TUPLE(out)->items, x->items, x->length) && mr_work_copy_values(t, MR_TUPLE(out)->items + x->length, y->items, y->length);
    return ok ? out : MR_ERROR;
}

static MrValue tuple_mul(MrThread *t, MrValue *a)
{
    MrTuple *tuple = MR_TUPLE(a[0]);
    size_t times;
    if (!mr_repeat_size(t, a[1], tuple->length, &times))
        return MR_ERROR;
    if (times == 1 && mr_is_exact(a[0], MR_TYPE_tuple))
        return a[0];
    MrValue out = mr_tuple_new(t, tuple->length * times);
    if (out != MR_ERROR)
        if (!mr_items_repeat(t, MR_TUPLE(out)->items, tuple->items, tuple->length, times))
            return MR_ERROR;
    return out;
}

static MrValue tuple_index(MrThread *t, MrValue *a)
{
    int64_t i = mr_sequence_find(t, a[0], a[1], a[2], a[3]);
    if (i >= 0)
        return mr_int(t, i);
    return i == -1 ? mr_raise(t, MR_EXC_ValueError, "tuple.index(x): x not in tuple") : MR_ERROR;
}

static MrValue tuple_count(MrThread *t, MrValue *a) { return mr_sequence_count(t, a[0], a[1]); }

static MrValue tuple_len(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)MR_TUPLE(a[0])->length); }

static MrValue tuple_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_tuple_iterator, a[0]); }

static MrValue tuple_contains(MrThread *t, MrValue *a)
{
    int r = mr_sequence_contains(t, a[0], a[1]);
    return r < 0 ? MR_ERROR : mr_bool(r);
}

static MrValue tuple_getnewargs(MrThread *t, MrValue *a)
{
    MrValue plain = mr_tuple_from(t, MR_TUPLE(a[0])->items, MR_TUPLE(a[0])->length);
    return plain == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &plain, 1);
}

#define COMPARE(name, op)                                                                           \
    static MrValue tuple_##name(MrThread *t, MrValue *a)                                            \
    {                                                                                               \
        return mr_is_tuple(a[1]) ? mr_sequence_compare(t, op, a[0], a[1]) : MR_NOT_IMPLEMENTED;     \
    }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static const MrMethodDef methods[] = {
    {"__new__(cls, iterable=(), /)", tuple_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", tuple_repr, "The text that repr(self) gives.", 0},
    {"__hash__(self, /)", tuple_hash, "The number that hash(self) gives.", 0},
    {"__len__(self, /)", tuple_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", tuple_getitem, "What self[key] gives.", 0},
    {"__contains__(self, key, /)", tuple_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", tuple_iter, "An iterator over self.", 0},
    {"__add__(self, value, /)", tuple_add, "What self + value gives.", 0},
    {"__mul__(self, value, /)", tuple_mul, "What self * value gives.", MR_METHOD_REPEAT},
    {"__rmul__(self, value, /)", tuple_mul, "What value * self gives.", MR_METHOD_REPEAT},
    {"__lt__(self, value, /)", tuple_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", tuple_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", tuple_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", tuple_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", tuple_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", tuple_ge, "Whether self >= value.", 0},
    {"__getnewargs__(self, /)", tuple_getnewargs, "The arguments for making it again.", 0},
    {"count(self, value, /)", tuple_count, "How many items equal value.", 0},
    {"index(self, value, start=0, stop=9223372036854775807, /)", tuple_index,
     "The position of the first item equal to value within [start:stop]; raises ValueError if there is none.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};

const MrTypeDef mr_tuple_type = {
    .name = "tuple",
    .kind = MR_KIND_TUPLE,
    .size = sizeof(MrTuple),
    .flags = MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_VARSIZE,
    .methods = methods,
    .doc = "An immutable sequence of any objects; tuple(iterable) holds the iterable's items, and a tuple is returned as it is.",
};
