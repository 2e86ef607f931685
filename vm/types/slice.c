/* slice objects, and what a slice selects. Parts of any size are clamped to int64 for sequences in memory; slice.indices() and ranges work with
 * ints of any size (mr_slice_indices_long). */
#include "vm/attr.h"
#include "vm/isolate.h"
#include "vm/types/int.h"
#include "vm/types/sequence.h"

#define SLICE(v) ((MrSlice *)mr_obj_of(v))

MrValue mr_slice_new(MrThread *t, MrValue start, MrValue stop, MrValue step)
{
    MrSlice *s = mr_alloc(t, sizeof *s, MR_KIND_SLICE, MR_TYPE_slice);
    if (!s)
        return MR_ERROR;
    s->start = start;
    s->stop = stop;
    s->step = step;
    return mr_val(s);
}

static bool read_part(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_NONE)
        return true;
    if (mr_is_int(v)) {
        *out = mr_int_of(v);
        return true;
    }
    if (!mr_has_index(t, v)) {
        mr_raise(t, MR_EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    bool ok = true;
    *out = mr_to_i64_clamped(t, v, &ok);
    return ok;
}

bool mr_slice_unpack(MrThread *t, MrValue slice, MrSliceParts *p)
{
    MrSlice *s = SLICE(slice);
    p->step = 1;
    if (!read_part(t, s->step, &p->step))
        return false;
    if (p->step == 0) {
        mr_raise(t, MR_EXC_ValueError, "slice step cannot be zero");
        return false;
    }
    if (p->step < -INT64_MAX)
        p->step = -INT64_MAX; /* so that it can be negated */
    p->start = p->step < 0 ? INT64_MAX : 0;
    p->stop = p->step < 0 ? INT64_MIN : INT64_MAX;
    return read_part(t, s->start, &p->start) && read_part(t, s->stop, &p->stop);
}

size_t mr_slice_adjust(MrSliceParts *p, size_t length)
{
    int64_t n = (int64_t)length, low = p->step < 0 ? -1 : 0, high = p->step < 0 ? n - 1 : n;
    int64_t *ends[2] = {&p->start, &p->stop};
    for (int i = 0; i < 2; i++) {
        if (*ends[i] < 0) {
            *ends[i] += n;
            if (*ends[i] < 0)
                *ends[i] = low;
        } else if (*ends[i] > high) {
            *ends[i] = high;
        }
    }
    if (p->step < 0)
        return p->stop < p->start ? (uint64_t)(p->start - p->stop - 1) / (uint64_t)-p->step + 1 : 0;
    return p->start < p->stop ? (uint64_t)(p->stop - p->start - 1) / (uint64_t)p->step + 1 : 0;
}

bool mr_slice_indices(MrThread *t, MrValue slice, const size_t *length, int64_t *start, int64_t *step, size_t *count)
{
    MrSliceParts p;
    if (!mr_slice_unpack(t, slice, &p))
        return false;
    *count = mr_slice_adjust(&p, *length);
    *start = p.start;
    *step = p.step;
    return true;
}

/* ---- ints of any size ---- */

static MrValue part_index(MrThread *t, MrValue v)
{
    if (!mr_has_index(t, v))
        return mr_raise(t, MR_EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
    return mr_index(t, v);
}

static int less(MrThread *t, MrValue a, MrValue b)
{
    MrValue r = mr_number_compare(t, MR_CMP_LT, a, b);
    return r == MR_ERROR ? -1 : r == MR_TRUE;
}

/* An end of the slice within [low, high]. */
static bool clamp_end(MrThread *t, MrValue v, MrValue length, MrValue low, MrValue high, MrValue *out)
{
    if ((v = part_index(t, v)) == MR_ERROR)
        return false;
    int negative = less(t, v, mr_small_int(0));
    if (negative > 0 && (v = mr_number_binop(t, MR_BIN_ADD, v, length)) == MR_ERROR)
        return false;
    int outside = negative < 0 ? -1 : negative ? less(t, v, low) : less(t, high, v);
    if (outside < 0)
        return false;
    *out = !outside ? v : negative ? low : high;
    return true;
}

bool mr_slice_indices_long(MrThread *t, MrValue slice, MrValue length, MrValue out[3])
{
    MrSlice *s = SLICE(slice);
    out[2] = s->step == MR_NONE ? mr_small_int(1) : part_index(t, s->step);
    if (out[2] == MR_ERROR)
        return false;
    if (out[2] == mr_small_int(0)) {
        mr_raise(t, MR_EXC_ValueError, "slice step cannot be zero");
        return false;
    }
    int down = less(t, out[2], mr_small_int(0));
    MrValue low = mr_small_int(down > 0 ? -1 : 0);
    MrValue high = down > 0 ? mr_number_binop(t, MR_BIN_SUB, length, mr_small_int(1)) : length;
    if (down < 0 || high == MR_ERROR)
        return false;
    out[0] = down ? high : low;
    out[1] = down ? low : high;
    return (s->start == MR_NONE || clamp_end(t, s->start, length, low, high, &out[0])) &&
           (s->stop == MR_NONE || clamp_end(t, s->stop, length, low, high, &out[1]));
}

/* ---- methods ---- */

static MrValue slice_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    size_t n = args->length;
    if (!mr_check_new(t, a[0], MR_TYPE_slice))
        return MR_ERROR;
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length)
        return mr_raise(t, MR_EXC_TypeError, "slice() takes no keyword arguments");
    if (n == 0)
        return mr_raise(t, MR_EXC_TypeError, "slice expected at least 1 argument, got 0");
    if (n > 3)
        return mr_raise(t, MR_EXC_TypeError, "slice expected at most 3 arguments, got %zu", n);
    if (n == 1)
        return mr_slice_new(t, MR_NONE, args->items[0], MR_NONE);
    return mr_slice_new(t, args->items[0], args->items[1], n == 3 ? args->items[2] : MR_NONE);
}

static MrValue parts_tuple(MrThread *t, MrValue slice) { return mr_tuple_from(t, &SLICE(slice)->start, 3); }

static MrValue slice_repr(MrThread *t, MrValue *a)
{
    MrValue parts = parts_tuple(t, a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    if (parts == MR_ERROR)
        return parts;
    mr_buf_puts(&buf, "slice(");
    bool ok = mr_sequence_repr_items(t, &buf, parts);
    mr_buf_putc(&buf, ')');
    if (ok)
        return mr_str_buf(t, &buf);
    mr_buf_fini(&buf);
    return MR_ERROR;
}

static MrValue slice_hash(MrThread *t, MrValue *a)
{
    MrValue *part = &SLICE(a[0])->start;
    uint64_t sum = MR_HASH_START, h;
    for (int i = 0; i < 3; i++) {
        if (!mr_hash(t, part[i], &h))
            return MR_ERROR;
        sum = mr_hash_mix(sum, h);
    }
    return mr_int(t, sum == UINT64_MAX ? 1546275796 : (int64_t)sum);
}

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!mr_is_slice(a[1]))
        return MR_NOT_IMPLEMENTED;
    MrValue x = parts_tuple(t, a[0]), y = parts_tuple(t, a[1]);
    return x == MR_ERROR || y == MR_ERROR ? MR_ERROR : mr_sequence_compare(t, op, x, y);
}

#define COMPARE(name, op) \
    static MrValue slice_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue slice_indices(MrThread *t, MrValue *a)
{
    MrValue length = mr_index(t, a[1]), out[3];
    if (length == MR_ERROR)
        return length;
    int negative = less(t, length, mr_small_int(0));
    if (negative)
        return negative < 0 ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "length should not be negative");
    return mr_slice_indices_long(t, a[0], length, out) ? mr_tuple_from(t, out, 3) : MR_ERROR;
}

static MrValue slice_reduce(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_type_val(t, MR_TYPE_slice), parts_tuple(t, a[0])};
    return pair[1] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", slice_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", slice_repr, "The text that repr(self) gives.", 0},
    {"__hash__(self, /)", slice_hash, "The number that hash(self) gives.", 0},
    {"__lt__(self, value, /)", slice_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", slice_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", slice_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", slice_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", slice_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", slice_ge, "Whether self >= value.", 0},
    {"__reduce__(self, /)", slice_reduce, "What pickle and copy need to make such an object.", 0},
    {"indices(self, length, /)", slice_indices,
     "The slice on a sequence of `len` items, as (start, stop, step) within its bounds: arguments for range().", 0},
    {0},
};

static MrValue slice_start(MrThread *t, MrValue self)
{
    (void)t;
    return SLICE(self)->start;
}

static MrValue slice_stop(MrThread *t, MrValue self)
{
    (void)t;
    return SLICE(self)->stop;
}

static MrValue slice_step(MrThread *t, MrValue self)
{
    (void)t;
    return SLICE(self)->step;
}

static const MrGetSetDef getset[] = {
    {"start", slice_start, mr_set_readonly, "where it begins, or None"},
    {"stop", slice_stop, mr_set_readonly, "where it ends, itself not included, or None"},
    {"step", slice_step, mr_set_readonly, "the distance from one index to the next, or None"},
    {0}};

const MrTypeDef mr_slice_type = {
    .name = "slice",
    .kind = MR_KIND_SLICE,
    .size = sizeof(MrSlice),
    .flags = MR_TYPEDEF_FINAL,
    .methods = methods,
    .getset = getset,
    .doc = "What a[start:stop:step] passes to a.__getitem__; parts left out are None.",
};
