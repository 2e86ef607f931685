/* memoryviews of no dimension and of several: their shape, items by tuples of indices, nested lists, Fortran's order.
 *
 * The items of a row lie one after the other (memoryview.h), so a place within a row is one number, counted with the last index running fastest.
 */
#include "vm/isolate.h"
#include "vm/limits.h"
#include "vm/types/memoryview.h"
#include "vm/types/text.h"

/* The length of a dimension that is not the first. */
static size_t inner_dim(const MrMemoryView *m, unsigned i) { return (size_t)mr_int_of(MR_TUPLE(m->dims)->items[i - 1]); }

static size_t dim_of(const MrMemoryView *m, unsigned i) { return i ? inner_dim(m, i) : m->length; }

bool mr_memoryview_reshape(MrThread *t, MrMemoryView *made, MrValue shape)
{
    MrValue *items, dims[MR_MEMORYVIEW_DIMS];
    size_t n, product = 1;
    if (!mr_sequence_items(shape, &items, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        int64_t length;
        if (!mr_is_integer(items[i])) {
            mr_raise(t, MR_EXC_TypeError, "memoryview.cast(): elements of shape must be integers");
            return false;
        }
        if (!mr_arg_ssize(t, items[i], &length))
            return false;
        if (length <= 0) {
            mr_raise(t, MR_EXC_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
            return false;
        }
        if (__builtin_mul_overflow(product, (size_t)length, &product) || product > INT64_MAX >> 16) {
            mr_raise(t, MR_EXC_ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
            return false;
        }
        dims[i] = mr_small_int(length);
    }
    if (product != made->length) {
        mr_raise(t, MR_EXC_TypeError, "memoryview: product(shape) * itemsize != buffer size");
        return false;
    }
    if (n > 1) {
        MrValue inner = mr_tuple_from(t, dims + 1, n - 1);
        if (inner == MR_ERROR)
            return false;
        made->dims = inner;
        mr_write_barrier(t, made, inner);
        made->length = (size_t)mr_int_of(dims[0]);
        made->inner = product / made->length;
        made->stride = (int64_t)mr_memoryview_row(made);
    }
    made->ndim = (uint8_t)n;
    return true;
}

static bool all_are(MrThread *t, MrValue tuple, bool slices)
{
    for (size_t i = 0; i < MR_TUPLE(tuple)->length; i++) {
        MrValue v = MR_TUPLE(tuple)->items[i];
        if (slices ? !mr_is_kind(v, MR_KIND_SLICE) : !mr_has_index(t, v))
            return false;
    }
    return true;
}

char *mr_memoryview_locate(MrThread *t, MrMemoryView *m, MrValue indices)
{
    if (!mr_is_tuple(indices)) {
        mr_raise(t, MR_EXC_TypeError, "invalid indexing of 0-dim memory");
        return NULL;
    }
    size_t n = MR_TUPLE(indices)->length, within = 0, row = 0;
    if (!all_are(t, indices, false)) {
        if (m->ndim && all_are(t, indices, true))
            mr_raise(t, MR_EXC_NotImplementedError, "multi-dimensional slicing is not implemented");
        else
            mr_raise(t, MR_EXC_TypeError, m->ndim ? "memoryview: invalid slice key" : "invalid indexing of 0-dim memory");
        return NULL;
    }
    if (n < m->ndim) {
        mr_raise(t, MR_EXC_NotImplementedError, "sub-views are not implemented");
        return NULL;
    }
    if (n > m->ndim) {
        if (m->ndim)
            mr_raise(t, MR_EXC_TypeError, "cannot index %u-dimension view with %zu-element tuple", m->ndim, n);
        else
            mr_raise(t, MR_EXC_TypeError, "invalid indexing of 0-dim memory");
        return NULL;
    }
    for (unsigned i = 0; i < n; i++) {
        size_t length = dim_of(m, i), index;
        if (!mr_arg_subscript(t, MR_TUPLE(indices)->items[i], &length, NULL, &index)) {
            if (!mr_pending(t))
                mr_raise(t, MR_EXC_IndexError, "index out of bounds on dimension %u", i + 1);
            return NULL;
        }
        if (i)
            within = within * length + index;
        else
            row = index;
    }
    if (m->released) { /* by the __index__ of one of them */
        mr_raise(t, MR_EXC_ValueError, "operation forbidden on released memoryview object");
        return NULL;
    }
    return m->data + (int64_t)row * m->stride + within * m->itemsize;
}

MrValue mr_memoryview_shape(MrThread *t, const MrMemoryView *m, bool strides)
{
    MrValue values[MR_MEMORYVIEW_DIMS];
    size_t step = m->inner;
    for (unsigned i = 0; i < m->ndim; i++) {
        values[i] = strides && !i ? mr_int(t, m->stride) : mr_small_int((int64_t)(strides ? (step /= inner_dim(m, i)) * m->itemsize : dim_of(m, i)));
        if (values[i] == MR_ERROR)
            return MR_ERROR;
    }
    return mr_tuple_from(t, values, m->ndim);
}

/* The items from `p` on as a list, nested by the dimensions from `dim` on. */
static MrValue list_from(MrThread *t, const MrMemoryView *m, unsigned dim, const char *p, size_t inner, size_t *work)
{
    size_t n = dim_of(m, dim);
    int64_t step = dim ? (int64_t)((inner /= n) * m->itemsize) : m->stride;
    MrValue list = mr_list_new(t, n);
    for (size_t i = 0; list != MR_ERROR && i < n; i++) {
        const char *at = p + (int64_t)i * step;
        MrValue v = dim + 1 < m->ndim ? list_from(t, m, dim + 1, at, inner, work) : mr_memoryview_load(t, m, at);
        if (v == MR_ERROR || !mr_limits_work(t, *work) || !mr_list_append(t, list, v))
            return MR_ERROR;
    }
    return list;
}

MrValue mr_memoryview_list(MrThread *t, const MrMemoryView *m)
{
    size_t work = 0;
    return m->ndim ? list_from(t, m, 0, m->data, m->inner, &work) : mr_memoryview_load(t, m, m->data);
}

MrValue mr_memoryview_columns(MrThread *t, const MrMemoryView *m)
{
    MrValue v = mr_bytes_new(t, NULL, mr_memoryview_nbytes(m));
    if (v == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0, work = 0; i < m->length * m->inner; i++) {
        size_t rest = i, within = 0, row = rest % m->length;
        rest /= m->length;
        for (unsigned d = 1; d < m->ndim; d++) {
            size_t left = m->inner;
            for (unsigned e = 1; e <= d; e++)
                left /= inner_dim(m, e);
            within += rest % inner_dim(m, d) * left;
            rest /= inner_dim(m, d);
        }
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        memcpy(MR_BYTES(v)->bytes + i * m->itemsize, m->data + (int64_t)row * m->stride + within * m->itemsize, m->itemsize);
    }
    return v;
}

bool mr_memoryview_is_line(const MrMemoryView *m)
{
    unsigned longer = 0;
    for (unsigned i = 0; i < m->ndim; i++)
        longer += dim_of(m, i) > 1;
    return longer <= 1 || !mr_memoryview_nbytes(m);
}

bool mr_memoryview_same_shape(const MrMemoryView *x, const MrMemoryView *y)
{
    if (x->ndim != y->ndim)
        return false;
    for (unsigned i = 0; i < x->ndim; i++)
        if (dim_of(x, i) != dim_of(y, i))
            return false;
    return true;
}
