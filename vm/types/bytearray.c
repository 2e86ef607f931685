/* bytearray: a growable array of bytes, and the methods that change it. The rest is shared with bytes in bytes_methods.c.
 *
 * Invariant: while memoryviews of it are alive (`exports`), its size and address do not change; attempts raise BufferError. `bytes` is
 * never NULL for an object that script can see.
 */
#include "vm/types/bytes.h"
#include "vm/types/sequence.h"
#include "vm/types/memoryview.h"
#include "vm/types/str.h"

static bool check_resizable(MrThread *t, MrByteArray *b)
{
    if (b->exports)
        mr_memoryview_settle(t, b);
    if (!b->exports)
        return true;
    mr_raise(t, MR_EXC_BufferError, "Existing exports of data: object cannot be re-sized");
    return false;
}

static bool resize(MrThread *t, MrByteArray *b, size_t n)
{
    enum { MUCH = 1 << 16 };
    if (n == b->length && b->bytes)
        return true;
    if (!check_resizable(t, b))
        return false;
    if (n > b->capacity || !b->bytes) {
        size_t capacity = n > b->length && b->length ? n + (n < MUCH ? n / 8 : n / 2) + 8 : n + 1; /* pages of much room cost nothing until they are used */
        if (n > PTRDIFF_MAX / 2) {
            mr_raise_no_memory(t);
            return false;
        }
        char *old = b->bytes, *bytes = mr_buffer_resize(t, old, capacity);
        if (!bytes)
            return false;
        b->bytes = bytes;
        if (b->capacity && !b->overlooked)
            mr_buffer_free(t, old); /* nobody looks at it: exports and pins would have kept it from moving */
        b->capacity = capacity;
    }
    if (n > b->length && !mr_work_fill(t, b->bytes + b->length, 0, n - b->length))
        return false;
    b->length = n;
    return true;
}

bool mr_bytearray_resize(MrThread *t, MrByteArray *b, size_t n) { return resize(t, b, n); }

MrValue mr_bytearray_new(MrThread *t, const char *bytes, size_t n)
{
    MrByteArray *b = mr_alloc(t, sizeof *b, MR_KIND_BYTEARRAY, MR_TYPE_bytearray);
    if (!b || !resize(t, b, n))
        return MR_ERROR;
    if (bytes && !mr_work_copy(t, b->bytes, bytes, n))
        return MR_ERROR;
    return mr_val(b);
}

static MrValue bytearray_new(MrThread *t, MrValue *a)
{
    MrByteArray *b = mr_alloc_instance(t, sizeof *b, MR_TYPE(a[0]));
    return b && resize(t, b, 0) ? mr_val(b) : MR_ERROR;
}

static MrValue bytearray_init(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    MrView view;
    MrValue keep;
    if (!mr_bytes_source(t, "bytearray", a[1], a[2], a[3], &view, &keep))
        return MR_ERROR;
    if (keep == a[0])
        return MR_NONE;
    if (!resize(t, b, view.n))
        return MR_ERROR;
    bool ok = view.p ? mr_work_copy(t, b->bytes, view.p, view.n) : mr_work_fill(t, b->bytes, 0, view.n);
    return ok ? MR_NONE : MR_ERROR;
}

/* Replaces [start, stop) by n bytes, which may not lie in b. */
static bool replace_range(MrThread *t, MrByteArray *b, size_t start, size_t stop, const char *p, size_t n)
{
    size_t length = b->length - (stop - start) + n, tail = b->length - stop;
    if (n < stop - start) {
        if (!check_resizable(t, b))
            return false;
        if (!mr_work_move(t, b->bytes + start + n, b->bytes + stop, tail) || !resize(t, b, length))
            return false;
    } else if (n > stop - start) {
        if (!resize(t, b, length))
            return false;
        if (!mr_work_move(t, b->bytes + start + n, b->bytes + stop, tail))
            return false;
    }
    return mr_work_copy(t, b->bytes + start, p, n);
}

/* ---- subscripts ---- */

static MrValue bytearray_getitem(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    if (mr_is_kind(a[1], MR_KIND_SLICE)) {
        int64_t start, step;
        size_t count;
        if (!mr_slice_indices(t, a[1], &b->length, &start, &step, &count))
            return MR_ERROR;
        MrValue v = mr_bytearray_new(t, NULL, count);
        if (v == MR_ERROR)
            return MR_ERROR;
        char *out = MR_BYTEARRAY(v)->bytes;
        for (size_t i = 0; i < count; i++, start += step)
            out[i] = b->bytes[start];
        return v;
    }
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "bytearray indices must be integers or slices, not %s", mr_type_name(t, a[1]));
    size_t i;
    return mr_arg_subscript(t, a[1], &b->length, "bytearray", &i) ? mr_small_int((unsigned char)b->bytes[i]) : MR_ERROR;
}

static bool delete_slice(MrThread *t, MrByteArray *b, int64_t start, int64_t step, size_t count)
{
    if (!count)
        return true;
    if (step < 0) {
        start += (int64_t)(count - 1) * step;
        step = -step;
    }
    if (step == 1)
        return replace_range(t, b, (size_t)start, (size_t)start + count, NULL, 0);
    if (!check_resizable(t, b))
        return false;
    size_t out = (size_t)start, next = (size_t)start, left = count;
    for (size_t i = out; i < b->length; i++) {
        if (left && i == next) {
            next += (size_t)step;
            left--;
        } else {
            b->bytes[out++] = b->bytes[i];
        }
    }
    return resize(t, b, out);
}

/* The bytes to assign to a slice, as a fresh copy where they could be part of the target or run script. */
static bool slice_values(MrThread *t, MrValue self, MrValue v, MrView *view)
{
    if (mr_bytes_view(t, v, view) && v != self && !mr_is_kind(v, MR_KIND_MEMORYVIEW))
        return true;
    if (!mr_bytes_view(t, v, view) && (mr_is_str(v) || mr_has_index(t, v) || mr_is_float(v))) {
        mr_raise(t, MR_EXC_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return false;
    }
    MrValue keep, copy;
    if (!mr_bytes_source(t, "bytearray", v, MR_UNBOUND, MR_UNBOUND, view, &keep) || (copy = mr_bytes_new(t, view->p, view->n)) == MR_ERROR)
        return false;
    *view = mr_view(copy);
    return true;
}

static MrValue bytearray_setitem(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    if (!mr_is_kind(a[1], MR_KIND_SLICE)) {
        size_t i;
        unsigned char byte;
        if (!mr_has_index(t, a[1]))
            return mr_raise(t, MR_EXC_TypeError, "bytearray indices must be integers or slices, not %s", mr_type_name(t, a[1]));
        int64_t any;
        if (!mr_to_ssize(t, a[1], &any))
            return mr_clear_if(t, MR_EXC_OverflowError) ? mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, a[1])) : MR_ERROR;
        if (!mr_byte_value(t, a[2], false, &byte) || !mr_arg_subscript(t, a[1], &b->length, "bytearray", &i))
            return MR_ERROR;
        b->bytes[i] = (char)byte;
        return MR_NONE;
    }
    MrView values;
    int64_t start, step;
    size_t count;
    MrSliceParts parts; /* a slice that is none is told of before values that are none */
    if (!mr_slice_unpack(t, a[1], &parts) || !slice_values(t, a[0], a[2], &values) || !mr_slice_indices(t, a[1], &b->length, &start, &step, &count))
        return MR_ERROR;
    if (step == 1)
        return replace_range(t, b, (size_t)start, (size_t)start + count, values.p, values.n) ? MR_NONE : MR_ERROR;
    if (!values.n)
        return delete_slice(t, b, start, step, count) ? MR_NONE : MR_ERROR;
    if (values.n != count)
        return mr_raise(t, MR_EXC_ValueError, "attempt to assign bytes of size %zu to extended slice of size %zu", values.n, count);
    for (size_t i = 0; i < count; i++, start += step)
        b->bytes[start] = values.p[i];
    return MR_NONE;
}

static MrValue bytearray_delitem(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    if (mr_is_kind(a[1], MR_KIND_SLICE)) {
        int64_t start, step;
        size_t count;
        if (!mr_slice_indices(t, a[1], &b->length, &start, &step, &count))
            return MR_ERROR;
        return delete_slice(t, b, start, step, count) ? MR_NONE : MR_ERROR;
    }
    size_t i;
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "bytearray indices must be integers or slices, not %s", mr_type_name(t, a[1]));
    if (!mr_arg_subscript(t, a[1], &b->length, "bytearray", &i))
        return MR_ERROR;
    return replace_range(t, b, i, i + 1, NULL, 0) ? MR_NONE : MR_ERROR;
}

/* ---- methods that change it ---- */

static MrValue bytearray_append(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    unsigned char byte;
    if (!mr_byte_value(t, a[1], false, &byte) || !resize(t, b, b->length + 1))
        return MR_ERROR;
    b->bytes[b->length - 1] = (char)byte;
    return MR_NONE;
}

static MrValue append_view(MrThread *t, MrValue self, MrView view)
{
    MrByteArray *b = MR_BYTEARRAY(self);
    size_t old = b->length;
    bool same = view.p == b->bytes;
    if (!resize(t, b, old + view.n))
        return MR_ERROR;
    return mr_work_copy(t, b->bytes + old, same ? b->bytes : view.p, view.n) ? self : MR_ERROR;
}

static MrValue bytearray_iadd(MrThread *t, MrValue *a)
{
    MrView view;
    if (!mr_bytes_view(t, a[1], &view))
        return mr_raise(t, MR_EXC_TypeError, "can't concat %s to bytearray", mr_type_name(t, a[1]));
    return append_view(t, a[0], view);
}

static MrValue bytearray_imul(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    int64_t n;
    if (!mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    size_t size = b->length;
    if (n < 0)
        n = 0;
    if (n && size > (size_t)PTRDIFF_MAX / (size_t)n)
        return mr_raise_no_memory(t);
    if (!resize(t, b, size * (size_t)n))
        return MR_ERROR;
    return size && n > 1 && !mr_bytes_double(t, b->bytes, size, size * (size_t)n) ? MR_ERROR : a[0];
}

static MrValue bytearray_extend(MrThread *t, MrValue *a)
{
    MrView view;
    if (mr_bytes_view(t, a[1], &view))
        return append_view(t, a[0], view) == MR_ERROR ? MR_ERROR : MR_NONE;
    MrValue it = mr_iter(t, a[1]);
    if (it == MR_ERROR)
        return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "can't extend bytearray with %s", mr_type_name(t, a[1])) : MR_ERROR;
    MrValue gathered = mr_bytearray_new(t, NULL, 0), v;
    if (gathered == MR_ERROR)
        return MR_ERROR;
    while ((v = mr_next(t, it)) != MR_UNBOUND) {
        MrValue pair[2] = {gathered, v};
        if (v == MR_ERROR || bytearray_append(t, pair) == MR_ERROR)
            return MR_ERROR;
    }
    return append_view(t, a[0], mr_view(gathered)) == MR_ERROR ? MR_ERROR : MR_NONE;
}

static MrValue bytearray_insert(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    int64_t at = 0;
    unsigned char byte;
    if (!mr_arg_ssize(t, a[1], &at) || !mr_byte_value(t, a[2], false, &byte))
        return MR_ERROR;
    int64_t n = (int64_t)b->length;
    at = at < 0 ? (at + n < 0 ? 0 : at + n) : at > n ? n : at;
    return replace_range(t, b, (size_t)at, (size_t)at, (char *)&byte, 1) ? MR_NONE : MR_ERROR;
}

static MrValue bytearray_pop(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    int64_t at = -1;
    if (!mr_arg_ssize(t, a[1], &at))
        return MR_ERROR;
    if (!b->length)
        return mr_raise(t, MR_EXC_IndexError, "pop from empty bytearray");
    if (at < 0)
        at += (int64_t)b->length;
    if (at < 0 || (size_t)at >= b->length)
        return mr_raise(t, MR_EXC_IndexError, "pop index out of range");
    MrValue v = mr_small_int((unsigned char)b->bytes[at]);
    return replace_range(t, b, (size_t)at, (size_t)at + 1, NULL, 0) ? v : MR_ERROR;
}

static MrValue bytearray_remove(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    unsigned char byte;
    if (!mr_byte_value(t, a[1], false, &byte))
        return MR_ERROR;
    char *at = memchr(b->bytes, byte, b->length);
    if (!at)
        return mr_raise(t, MR_EXC_ValueError, "value not found in bytearray");
    return replace_range(t, b, (size_t)(at - b->bytes), (size_t)(at - b->bytes) + 1, NULL, 0) ? MR_NONE : MR_ERROR;
}

static MrValue bytearray_clear(MrThread *t, MrValue *a) { return resize(t, MR_BYTEARRAY(a[0]), 0) ? MR_NONE : MR_ERROR; }

static MrValue bytearray_copy(MrThread *t, MrValue *a) { return mr_bytearray_new(t, MR_BYTEARRAY(a[0])->bytes, MR_BYTEARRAY(a[0])->length); }

static MrValue bytearray_reverse(MrThread *t, MrValue *a)
{
    MrByteArray *b = MR_BYTEARRAY(a[0]);
    for (size_t i = 0, j = b->length, work = 0; i + 1 < j; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        char c = b->bytes[i];
        b->bytes[i] = b->bytes[--j];
        b->bytes[j] = c;
    }
    return MR_NONE;
}

/* ---- special methods ---- */

static MrValue bytearray_repr(MrThread *t, MrValue *a)
{
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_printf(&buf, "%s(", mr_type_name(t, a[0]));
    if (!mr_bytes_repr_to(t, &buf, MR_BYTEARRAY(a[0])->bytes, MR_BYTEARRAY(a[0])->length, true))
        return mr_buf_fini(&buf), MR_ERROR;
    mr_buf_putc(&buf, ')');
    return mr_str_buf(t, &buf);
}

static MrValue bytearray_str(MrThread *t, MrValue *a) { return mr_bytes_warn_str(t, a[0]) ? bytearray_repr(t, a) : MR_ERROR; }

static MrValue bytearray_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_bytearray_iterator, a[0]); }
static MrValue bytearray_fromhex(MrThread *t, MrValue *a) { return mr_bytes_fromhex(t, a[0], a[1], true); }

static MrValue bytearray_alloc(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int((int64_t)MR_BYTEARRAY(a[0])->capacity);
}

static MrValue bytearray_sizeof(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int((int64_t)(MR_BYTEARRAY(a[0])->length ? MR_BYTEARRAY(a[0])->capacity : 0) + 56);
}

static MrValue bytearray_reduce(MrThread *t, MrValue *a)
{
    MrValue args = mr_bytes_new(t, MR_BYTEARRAY(a[0])->bytes, MR_BYTEARRAY(a[0])->length);
    MrValue parts[3] = {mr_val(mr_typeof(t, a[0])), args == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &args, 1), MR_NONE};
    if (parts[1] == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_exact(a[0], MR_TYPE_bytearray)) {
        MrStr *getstate = mr_intern(t, "__getstate__", 12);
        if (!getstate || (parts[2] = mr_call_method0(t, a[0], getstate)) == MR_ERROR)
            return MR_ERROR;
    }
    return mr_tuple_from(t, parts, 3);
}

static const MrMethodDef bytearray_method_defs[] = {
    {"__new__(cls, /, *args, **kwargs)", bytearray_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, source=b'', encoding='utf-8', errors='strict')", bytearray_init,
     "Set up the object; the class says which arguments it takes.", 0},
    {"__repr__(self, /)", bytearray_repr, "The text that repr(self) gives.", 0},
    {"__str__(self, /)", bytearray_str, "The text that str(self) gives.", 0},
    {"__getitem__(self, key, /)", bytearray_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", bytearray_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", bytearray_delitem, "Carry out del self[key].", 0},
    {"__iadd__(self, value, /)", bytearray_iadd, "Update self in place: self += value.", 0},
    {"__imul__(self, value, /)", bytearray_imul, "Update self in place: self *= value.", MR_METHOD_REPEAT},
    {"__iter__(self, /)", bytearray_iter, "An iterator over self.", 0},
    {"__alloc__(self, /)", bytearray_alloc, "How many bytes of memory are reserved for the contents.", 0},
    {"__sizeof__(self, /)", bytearray_sizeof, "The memory that this bytearray takes, as a count of bytes.", 0},
    {"__reduce__(self, /)", bytearray_reduce, "What pickle and copy need to make such an object.", 0},
    {"append(self, item, /)", bytearray_append, "Add one byte, an int from 0 to 255, at the end.", 0},
    {"clear(self, /)", bytearray_clear, "Make the bytearray empty.", 0},
    {"copy(self, /)", bytearray_copy, "A new bytearray with equal contents.", 0},
    {"extend(self, iterable_of_ints, /)", bytearray_extend, "Add each byte of the iterable at the end.", 0},
    {"fromhex(cls, string, /)", bytearray_fromhex,
     "The bytearray that pairs of hexadecimal digits spell; whitespace between pairs is skipped.", MR_METHOD_CLASS},
    {"insert(self, index, item, /)", bytearray_insert, "Put one byte in front of the position index.", 0},
    {"pop(self, index=-1, /)", bytearray_pop,
     "Take out the byte at index (the last one by default) and return it; raises IndexError if there is none.", 0},
    {"remove(self, value, /)", bytearray_remove, "Take out the first byte equal to value; raises ValueError if there is none.", 0},
    {"reverse(self, /)", bytearray_reverse, "Turn the order of the bytes around, in place.", 0},
    MR_BYTES_METHODS,
    {0},
};

const MrTypeDef mr_bytearray_type = {
    .name = "bytearray",
    .kind = MR_KIND_BYTEARRAY,
    .size = sizeof(MrByteArray),
    .flags = MR_TYPEDEF_ABSTRACT_HASH,
    .methods = bytearray_method_defs,
    .doc = "Mutable bytes: from an iterable of ints, a buffer, a str with an encoding, or as many zeros as an int says.",
};
