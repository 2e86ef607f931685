/* memoryview: views of bytes and bytearray, with item formats of the struct module's native codes.
 *
 * Slices share the memory. A view of a bytearray counts among its `exports` until it is released; a view that is collected instead is found out
 * by mr_memoryview_recount, since a finalizer may not touch the bytearray. What is peculiar to several dimensions is in memoryview_dims.c.
 */
#include "vm/types/memoryview.h"

#include "vm/gc.h"
#include "vm/isolate.h"
#include "vm/types/bytes.h"
#include "vm/types/str.h"

#define VIEW(v) ((MrMemoryView *)mr_obj_of(v))

static unsigned format_size(char format)
{
    switch (format) {
    case 'c': case 'b': case 'B': case '?': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'P': case 'd': return 8;
    default: return 0;
    }
}

/* The bytearray whose size a view of the object pins, or NULL. */
static MrByteArray *pinned(MrValue object)
{
    return mr_is_bytearray(object) ? MR_BYTEARRAY(object) : mr_is_kind(object, MR_KIND_ARRAY) ? ((MrArray *)mr_obj_of(object))->store : NULL;
}

MrValue mr_memoryview_new(MrThread *t, MrValue object, char *data, size_t n, bool readonly)
{
    MrMemoryView *m = mr_alloc(t, sizeof *m, MR_KIND_MEMORYVIEW, MR_TYPE_memoryview);
    if (!m)
        return MR_ERROR;
    m->object = object;
    m->data = data;
    m->length = n;
    m->stride = m->itemsize = 1;
    m->format = 'B';
    m->inner = m->ndim = 1;
    m->readonly = readonly;
    mr_write_barrier(t, m, object);
    if (pinned(object))
        pinned(object)->exports++;
    return mr_val(m);
}

typedef struct Recount {
    MrByteArray *array;
    uint32_t count;
    bool marked; /* count only what is marked */
} Recount;

static void count_view(MrObj *o, void *data)
{
    Recount *r = data;
    if ((!r->marked || mr_gc_marked(o)) && o->kind == MR_KIND_MEMORYVIEW && !((MrMemoryView *)o)->released && pinned(((MrMemoryView *)o)->object) == r->array)
        r->count++;
}

void mr_memoryview_recount(MrThread *t, MrByteArray *array)
{
    Recount r = {.array = array};
    if (mr_collect(t, NULL) == MR_ERROR)
        mr_take_pending(t);
    mr_heap_each(t->iso, count_view, &r);
    if (r.count) { /* the C stack may have an old value that looks like a reference: who has only that is as good as dead, and its memory stays all the same */
        mr_gc_mark_precisely(t);
        r.count = 0;
        r.marked = true;
        mr_heap_each(t->iso, count_view, &r);
    }
    array->exports = r.count + array->pins;
    array->recounted = !r.count;
    t->iso->heap.forgotten_views = r.count ? 0 : t->iso->heap.forgotten_views + 1;
}

void mr_memoryview_settle(MrThread *t, MrByteArray *array)
{
    enum { A_HABIT = 8, A_WAY_OF_LIFE = 32, PARTS = 4 }; /* a server has a new bytearray for each connection */
    const MrHeap *h = &t->iso->heap;
    if (h->forgotten_views >= (array->recounted ? A_HABIT : A_WAY_OF_LIFE) && h->bytes - h->live_after < (h->threshold - h->live_after) / PARTS) {
        array->overlooked = true;
        array->exports = array->pins;
    } else {
        mr_memoryview_recount(t, array);
    }
}

static bool check_open(MrThread *t, MrValue v)
{
    if (!VIEW(v)->released)
        return true;
    mr_raise(t, MR_EXC_ValueError, "operation forbidden on released memoryview object");
    return false;
}

/* A view with the same memory and format as m. */
static MrMemoryView *copy_view(MrThread *t, MrMemoryView *m)
{
    MrValue v = mr_memoryview_new(t, m->object, m->data, m->length, m->readonly);
    if (v == MR_ERROR)
        return NULL;
    MrObj header = VIEW(v)->h;
    *VIEW(v) = *m;
    VIEW(v)->h = header;
    return VIEW(v);
}

MrValue mr_memoryview_of(MrThread *t, MrValue *a)
{
    MrView view;
    if (mr_is_kind(a[0], MR_KIND_MEMORYVIEW)) {
        MrMemoryView *m = check_open(t, a[0]) ? copy_view(t, VIEW(a[0])) : NULL;
        return m ? mr_val(m) : MR_ERROR;
    }
    if (mr_is_kind(a[0], MR_KIND_ARRAY) && !((MrArray *)mr_obj_of(a[0]))->map) {
        const MrArray *array = (const MrArray *)mr_obj_of(a[0]);
        MrValue v = mr_memoryview_new(t, a[0], array->store->bytes, array->store->length / array->width, false);
        if (v != MR_ERROR) {
            VIEW(v)->stride = VIEW(v)->itemsize = array->width;
            VIEW(v)->format = array->code == 'u' ? 'I' : array->code;
        }
        return v;
    }
    if (!mr_bytes_view(t, a[0], &view))
        return mr_raise(t, MR_EXC_TypeError, "memoryview: a bytes-like object is required, not '%s'", mr_type_name(t, a[0]));
    return mr_memoryview_new(t, a[0], (char *)view.p, view.n, mr_is_bytes(a[0]));
}

MrValue mr_buffer_method(MrThread *t, MrValue *a)
{
    enum { WRITABLE = 1 };
    int64_t flags;
    if (!mr_to_ssize(t, a[1], &flags))
        return MR_ERROR;
    MrValue v = mr_memoryview_of(t, a);
    if (v != MR_ERROR && flags & WRITABLE && VIEW(v)->readonly)
        return mr_raise(t, MR_EXC_BufferError, mr_is_kind(a[0], MR_KIND_MEMORYVIEW) ? "memoryview: underlying buffer is not writable" : "Object is not writable.");
    return v;
}

MrValue mr_memoryview_asked(MrThread *t, MrValue v, int flags)
{
    MrValue arg = mr_small_int(flags), view = mr_call_slot(t, v, MR_SLOT_buffer, 1, &arg);
    if (view == MR_UNBOUND || view == MR_ERROR || mr_is_kind(view, MR_KIND_MEMORYVIEW))
        return view;
    return mr_raise(t, MR_EXC_TypeError, "__buffer__ returned non-memoryview object");
}

static MrValue memoryview_new(MrThread *t, MrValue *a)
{
    MrView bytes;
    bool known = mr_is_kind(a[1], MR_KIND_MEMORYVIEW) || (mr_bytes_view(t, a[1], &bytes) && !(mr_is_kind(a[1], MR_KIND_ARRAY) && ((MrArray *)mr_obj_of(a[1]))->map));
    MrValue view = known ? MR_UNBOUND : mr_memoryview_asked(t, a[1], MR_BUFFER_FULL_READONLY);
    if (view == MR_ERROR)
        return MR_ERROR;
    return mr_memoryview_of(t, view == MR_UNBOUND ? &a[1] : &view);
}

/* ---- items ---- */

MrValue mr_memoryview_load(MrThread *t, const MrMemoryView *m, const char *p)
{
    union { int8_t b; uint8_t B; int16_t h; uint16_t H; int32_t i; uint32_t I; int64_t q; uint64_t Q; float f; double d; } u;
    memcpy(&u, p, m->itemsize);
    switch (m->format) {
    case 'B': return mr_small_int(u.B);
    case 'b': return mr_small_int(u.b);
    case 'c': return mr_bytes_new(t, p, 1);
    case '?': return mr_bool(u.B != 0);
    case 'h': return mr_small_int(u.h);
    case 'H': return mr_small_int(u.H);
    case 'i': return mr_small_int(u.i);
    case 'I': return mr_small_int(u.I);
    case 'f': return mr_float((double)u.f);
    case 'd': return mr_float(u.d);
    case 'l': case 'q': case 'n': return mr_int(t, u.q);
    default: return mr_int_u64(t, u.Q);
    }
}

static bool raise_format(MrThread *t, const MrMemoryView *m, MrTypeId exc)
{
    mr_raise(t, exc, "memoryview: invalid %s for format '%c'", exc == MR_EXC_TypeError ? "type" : "value", m->format);
    return false;
}

static bool store_int(MrThread *t, const MrMemoryView *m, MrValue v, char *out)
{
    if (!mr_has_index(t, v))
        return raise_format(t, m, MR_EXC_TypeError);
    v = mr_index(t, v);
    if (v == MR_ERROR)
        return false;
    bool is_signed = strchr("bhilqn", m->format) != NULL;
    int64_t i = 0;
    unsigned bits = m->itemsize * 8;
    bool fits = mr_to_i64(t, v, &i);
    if (!fits)
        mr_clear_if(t, MR_EXC_OverflowError);
    if (fits && is_signed)
        fits = bits == 64 || (i >= -(1ll << (bits - 1)) && i < 1ll << (bits - 1));
    else if (fits)
        fits = (i >= 0 || m->format == 'P') && (bits == 64 || i < 1ll << bits);
    else if (!is_signed && bits == 64 && mr_is_kind(v, MR_KIND_INT) && MR_INT(v)->size == 1) {
        i = (int64_t)MR_INT(v)->limbs[0];
        fits = true;
    }
    if (!fits)
        return raise_format(t, m, MR_EXC_ValueError);
    memcpy(out, &i, m->itemsize);
    return true;
}

static bool store(MrThread *t, const MrMemoryView *m, MrValue v, char *out)
{
    switch (m->format) {
    case 'c':
        if (!mr_is_bytes(v))
            return raise_format(t, m, MR_EXC_TypeError);
        if (MR_BYTES(v)->length != 1)
            return raise_format(t, m, MR_EXC_ValueError);
        *out = MR_BYTES(v)->bytes[0];
        return true;
    case '?': {
        int truth = mr_truth(t, v);
        *out = (char)(truth > 0);
        return truth >= 0;
    }
    case 'f': case 'd': {
        double d;
        if (!mr_to_double(t, v, &d))
            return mr_clear_if(t, MR_EXC_TypeError) ? raise_format(t, m, MR_EXC_TypeError) : false;
        float f = (float)d;
        memcpy(out, m->format == 'f' ? (void *)&f : (void *)&d, m->itemsize);
        return true;
    }
    default: return store_int(t, m, v, out);
    }
}

static bool item_at(MrThread *t, MrMemoryView *m, MrValue key, char **p)
{
    size_t i;
    if (!mr_arg_subscript(t, key, &m->length, NULL, &i)) {
        if (!mr_pending(t))
            mr_raise(t, MR_EXC_IndexError, "index out of bounds on dimension 1");
        return false;
    }
    if (!check_open(t, mr_val(m))) /* the script may have released it */
        return false;
    *p = m->data + (int64_t)i * m->stride;
    return true;
}

static MrMemoryView *slice_view(MrThread *t, MrMemoryView *m, MrValue slice)
{
    int64_t start, step;
    size_t count;
    if (!mr_slice_indices(t, slice, &m->length, &start, &step, &count) || !check_open(t, mr_val(m)))
        return NULL;
    MrMemoryView *r = copy_view(t, m);
    if (r) {
        r->data = m->data + start * m->stride;
        r->length = count;
        r->stride = m->stride * step;
    }
    return r;
}

static MrValue memoryview_getitem(MrThread *t, MrValue *a)
{
    if (!check_open(t, a[0]))
        return MR_ERROR;
    MrMemoryView *m = VIEW(a[0]);
    char *p;
    if (m->ndim == 0 && a[1] == MR_ELLIPSIS)
        return a[0];
    if (mr_is_kind(a[1], MR_KIND_SLICE) && m->ndim) {
        MrMemoryView *r = slice_view(t, m, a[1]);
        return r ? mr_val(r) : MR_ERROR;
    }
    if (mr_is_tuple(a[1]) || !m->ndim)
        return (p = mr_memoryview_locate(t, m, a[1])) ? mr_memoryview_load(t, m, p) : MR_ERROR;
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "memoryview: invalid slice key");
    if (m->ndim > 1)
        return mr_raise(t, MR_EXC_NotImplementedError, "multi-dimensional sub-views are not implemented");
    return item_at(t, m, a[1], &p) ? mr_memoryview_load(t, m, p) : MR_ERROR;
}

MrValue mr_memoryview_bytes(MrThread *t, MrMemoryView *m)
{
    size_t row = mr_memoryview_row(m);
    MrValue v = mr_bytes_new(t, NULL, m->length * row);
    if (v == MR_ERROR)
        return MR_ERROR;
    if (m->stride == (int64_t)row)
        return mr_work_copy(t, MR_BYTES(v)->bytes, m->data, m->length * row) ? v : MR_ERROR;
    for (size_t i = 0, work = 0; i < m->length; i++)
        if (mr_limits_work(t, work))
            memcpy(MR_BYTES(v)->bytes + i * row, m->data + (int64_t)i * m->stride, row);
        else
            return MR_ERROR;
    return v;
}

/* The source must have as many items, of the same format. */
static MrValue set_slice(MrThread *t, MrMemoryView *m, MrValue slice, MrValue from)
{
    MrView bytes;
    char format = 'B';
    size_t length;
    MrValue copy; /* the source may overlap the target */
    if (mr_is_kind(from, MR_KIND_ARRAY) && (from = mr_call1(t, mr_type_val(t, MR_TYPE_memoryview), from)) == MR_ERROR)
        return MR_ERROR;
    if (mr_is_kind(from, MR_KIND_MEMORYVIEW)) {
        if (!check_open(t, from))
            return MR_ERROR;
        format = VIEW(from)->format;
        length = VIEW(from)->length;
        copy = mr_memoryview_bytes(t, VIEW(from));
    } else {
        if (!mr_buffer_of(t, from, &bytes.p, &bytes.n))
            return MR_ERROR;
        length = bytes.n;
        copy = mr_bytes_new(t, bytes.p, bytes.n);
    }
    int64_t start, step;
    size_t count;
    if (copy == MR_ERROR || !mr_slice_indices(t, slice, &m->length, &start, &step, &count) || !check_open(t, mr_val(m)))
        return MR_ERROR;
    if (format != m->format || length != count)
        return mr_raise(t, MR_EXC_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    for (size_t i = 0; i < count; i++)
        memcpy(m->data + (start + (int64_t)i * step) * m->stride, MR_BYTES(copy)->bytes + i * m->itemsize, m->itemsize);
    return MR_NONE;
}

static MrValue memoryview_setitem(MrThread *t, MrValue *a)
{
    if (!check_open(t, a[0]))
        return MR_ERROR;
    MrMemoryView *m = VIEW(a[0]);
    char *p, item[8]; /* of the largest format */
    if (m->readonly)
        return mr_raise(t, MR_EXC_TypeError, "cannot modify read-only memory");
    if (mr_is_kind(a[1], MR_KIND_SLICE) && m->ndim > 1)
        return mr_raise(t, MR_EXC_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
    if (mr_is_kind(a[1], MR_KIND_SLICE) && m->ndim)
        return set_slice(t, m, a[1], a[2]);
    bool several = mr_is_tuple(a[1]) || !m->ndim;
    if (!several && !mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "memoryview: invalid slice key");
    if (!several && m->ndim > 1)
        return mr_raise(t, MR_EXC_NotImplementedError, "sub-views are not implemented");
    if (several && m->ndim == 0 && a[1] == MR_ELLIPSIS)
        p = m->data;
    else if (several ? !(p = mr_memoryview_locate(t, m, a[1])) : !item_at(t, m, a[1], &p))
        return MR_ERROR;
    if (!store(t, m, a[2], item) || !check_open(t, a[0])) /* converting the value may have released the view */
        return MR_ERROR;
    memcpy(p, item, m->itemsize);
    return MR_NONE;
}

static MrValue memoryview_delitem(MrThread *t, MrValue *a)
{
    return VIEW(a[0])->readonly ? mr_raise(t, MR_EXC_TypeError, "cannot modify read-only memory") : mr_raise(t, MR_EXC_TypeError, "cannot delete memory");
}

static MrValue memoryview_len(MrThread *t, MrValue *a)
{
    if (!check_open(t, a[0]))
        return MR_ERROR;
    return VIEW(a[0])->ndim ? mr_small_int((int64_t)VIEW(a[0])->length) : mr_raise(t, MR_EXC_TypeError, "0-dim memory has no length");
}

/* ---- conversions ---- */

/* The order says nothing about one dimension, but must be a valid one. 'A' is 'C' where rows lie as rows. */
static MrValue memoryview_tobytes(MrThread *t, MrValue *a)
{
    if (a[1] != MR_NONE && a[1] != MR_UNBOUND) {
        if (!mr_is_str(a[1]))
            return mr_raise(t, MR_EXC_TypeError, "tobytes() argument 'order' must be str or None, not %s", mr_arg_type_name(t, a[1]));
        if (!check_open(t, a[0]))
            return MR_ERROR;
        if (MR_STR(a[1])->nbytes != 1 || !strchr("CFA", *mr_cstr(a[1])))
            return mr_raise(t, MR_EXC_ValueError, "order must be 'C', 'F' or 'A'");
        if (*mr_cstr(a[1]) == 'F' && VIEW(a[0])->ndim > 1)
            return mr_memoryview_columns(t, VIEW(a[0]));
    }
    return check_open(t, a[0]) ? mr_memoryview_bytes(t, VIEW(a[0])) : MR_ERROR;
}

static MrValue memoryview_tolist(MrThread *t, MrValue *a) { return check_open(t, a[0]) ? mr_memoryview_list(t, VIEW(a[0])) : MR_ERROR; }

static MrValue memoryview_hex(MrThread *t, MrValue *a)
{
    MrValue v = check_open(t, a[0]) ? mr_memoryview_bytes(t, VIEW(a[0])) : MR_ERROR;
    return v == MR_ERROR ? MR_ERROR : mr_bytes_hex(t, MR_BYTES(v)->bytes, MR_BYTES(v)->length, a[1], a[2]);
}

static MrValue memoryview_toreadonly(MrThread *t, MrValue *a)
{
    MrMemoryView *m = check_open(t, a[0]) ? copy_view(t, VIEW(a[0])) : NULL;
    if (!m)
        return MR_ERROR;
    m->readonly = true;
    return mr_val(m);
}

static MrValue memoryview_cast(MrThread *t, MrValue *a)
{
    if (!check_open(t, a[0]))
        return MR_ERROR;
    if (!mr_arg_str(t, a[1], "cast", "'format'"))
        return MR_ERROR;
    MrMemoryView *m = VIEW(a[0]);
    const char *text = mr_cstr(a[1]);
    bool native = *text == '@';
    unsigned size = text[native] && !text[native + 1] ? format_size(text[native]) : 0;
    if (!mr_memoryview_contiguous(m))
        return mr_raise(t, MR_EXC_TypeError, "memoryview: casts are restricted to C-contiguous views");
    if ((a[2] != MR_UNBOUND || m->ndim != 1) && m->ndim && !m->length)
        return mr_raise(t, MR_EXC_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    MrValue *dims;
    size_t ndim;
    if (a[2] != MR_UNBOUND && !mr_sequence_items(a[2], &dims, &ndim))
        return mr_raise(t, MR_EXC_TypeError, "shape must be a list or a tuple");
    if (a[2] != MR_UNBOUND && ndim > MR_MEMORYVIEW_DIMS)
        return mr_raise(t, MR_EXC_ValueError, "memoryview: number of dimensions must not exceed %d", MR_MEMORYVIEW_DIMS);
    if (m->ndim != 1 && a[2] != MR_UNBOUND && ndim != 1)
        return mr_raise(t, MR_EXC_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    if (!mr_str_is_ascii(MR_STR(a[1])))
        return mr_encode(t, a[1], "ascii", "strict"); /* which fails */
    if (!size)
        return mr_raise(t, MR_EXC_ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!strchr("Bbc", m->format) && !strchr("Bbc", text[native]))
        return mr_raise(t, MR_EXC_TypeError, "memoryview: cannot cast between two non-byte formats");
    size_t n = mr_memoryview_nbytes(m);
    if (n % size)
        return mr_raise(t, MR_EXC_TypeError, "memoryview: length is not a multiple of itemsize");
    MrMemoryView *r = copy_view(t, m);
    if (!r)
        return MR_ERROR;
    r->format = text[native];
    r->native = native;
    r->itemsize = size;
    r->stride = size;
    r->length = n / size;
    r->inner = r->ndim = 1;
    r->dims = MR_UNBOUND;
    if (a[2] != MR_UNBOUND && !mr_memoryview_reshape(t, r, a[2]))
        return MR_ERROR;
    return mr_val(r);
}

static MrValue memoryview_release(MrThread *t, MrValue *a)
{
    (void)t;
    MrMemoryView *m = VIEW(a[0]);
    MrByteArray *array = pinned(m->object);
    if (!m->released && array && array->exports > array->pins)
        array->exports--;
    m->released = true;
    return MR_NONE;
}

static MrValue memoryview_enter(MrThread *t, MrValue *a) { return check_open(t, a[0]) ? a[0] : MR_ERROR; }

/* ---- comparison and repr ---- */

static MrValue compare_views(MrThread *t, MrMemoryView *x, MrMemoryView *y)
{
    if (!mr_memoryview_same_shape(x, y))
        return MR_FALSE;
    for (size_t i = 0, work = 0; i < x->length * x->inner; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        size_t row = i / x->inner, column = i % x->inner;
        MrValue p = mr_memoryview_load(t, x, x->data + (int64_t)row * x->stride + column * x->itemsize);
        MrValue q = mr_memoryview_load(t, y, y->data + (int64_t)row * y->stride + column * y->itemsize);
        if (p == MR_ERROR || q == MR_ERROR)
            return MR_ERROR;
        MrValue r = mr_compare(t, MR_CMP_EQ, p, q);
        if (r != MR_TRUE)
            return r;
    }
    return MR_TRUE;
}

static MrValue memoryview_eq(MrThread *t, MrValue *a)
{
    MrMemoryView *m = VIEW(a[0]);
    if (m->released) /* a live one may differ from itself: NaNs */
        return mr_bool(a[0] == a[1]);
    if (mr_is_kind(a[1], MR_KIND_MEMORYVIEW))
        return VIEW(a[1])->released ? MR_FALSE : compare_views(t, m, VIEW(a[1]));
    if (mr_is_kind(a[1], MR_KIND_ARRAY)) {
        MrValue view = mr_call1(t, mr_type_val(t, MR_TYPE_memoryview), a[1]);
        return view == MR_ERROR ? MR_ERROR : compare_views(t, m, VIEW(view));
    }
    MrView other;
    if (!mr_bytes_view(t, a[1], &other))
        return MR_NOT_IMPLEMENTED;
    MrMemoryView plain = {.object = a[1], .data = (char *)other.p, .length = other.n, .stride = 1, .inner = 1, .itemsize = 1, .format = 'B', .ndim = 1};
    return compare_views(t, m, &plain);
}

static MrValue memoryview_ne(MrThread *t, MrValue *a)
{
    MrValue r = memoryview_eq(t, a);
    return mr_is_bool(r) ? mr_bool(r == MR_FALSE) : r;
}

static MrValue memoryview_hash(MrThread *t, MrValue *a)
{
    MrMemoryView *m = VIEW(a[0]);
    if (!check_open(t, a[0]))
        return MR_ERROR;
    if (!m->readonly)
        return mr_raise(t, MR_EXC_ValueError, "cannot hash writable memoryview object");
    if (!strchr("Bbc", m->format))
        return mr_raise(t, MR_EXC_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (!mr_is_bytes(m->object))
        return mr_raise(t, MR_EXC_TypeError, "unhashable type: '%s'", mr_type_name(t, m->object));
    MrValue v = mr_memoryview_bytes(t, m);
    return v == MR_ERROR ? MR_ERROR : mr_bytes_hash(t, MR_BYTES(v)->bytes, MR_BYTES(v)->length);
}

static MrValue memoryview_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, VIEW(a[0])->released ? "<released memory at %p>" : "<memory at %p>", (void *)mr_obj_of(a[0]));
}

static MrValue memoryview_iter(MrThread *t, MrValue *a)
{
    if (!check_open(t, a[0]))
        return MR_ERROR;
    if (!VIEW(a[0])->ndim)
        return mr_raise(t, MR_EXC_TypeError, "invalid indexing of 0-dim memory");
    if (VIEW(a[0])->ndim > 1)
        return mr_raise(t, MR_EXC_NotImplementedError, "multi-dimensional sub-views are not implemented");
    return mr_iter_new(t, MR_TYPE_memory_iterator, a[0]);
}

/* ---- attributes ---- */

#define ATTRIBUTE(name, value)                                                                                                              \
    static MrValue get_##name(MrThread *t, MrValue self)                                                                                    \
    {                                                                                                                                       \
        if (!check_open(t, self))                                                                                                           \
            return MR_ERROR;                                                                                                                \
        MrMemoryView *m = VIEW(self);                                                                                                       \
        return value;                                                                                                                       \
    }
ATTRIBUTE(obj, m->object)
ATTRIBUTE(nbytes, mr_small_int((int64_t)mr_memoryview_nbytes(m)))
ATTRIBUTE(readonly, mr_bool(m->readonly))
ATTRIBUTE(itemsize, mr_small_int((int64_t)m->itemsize))
ATTRIBUTE(format, mr_strf(t, "%s%c", m->native ? "@" : "", m->format))
ATTRIBUTE(ndim, mr_small_int(m->ndim))
ATTRIBUTE(shape, mr_memoryview_shape(t, m, false))
ATTRIBUTE(strides, mr_memoryview_shape(t, m, true))
ATTRIBUTE(suboffsets, ((void)m, mr_tuple_new(t, 0)))
ATTRIBUTE(contiguous, mr_bool(mr_memoryview_contiguous(m)))
ATTRIBUTE(f_contiguous, mr_bool(mr_memoryview_contiguous(m) && mr_memoryview_is_line(m)))
#undef ATTRIBUTE

static const MrGetSetDef memoryview_getset[] = {
    {"obj", get_obj, NULL, "The object that the memory belongs to."},
    {"nbytes", get_nbytes, NULL, "How many bytes tobytes() would give."},
    {"readonly", get_readonly, NULL, "Whether writing through the view is refused."},
    {"itemsize", get_itemsize, NULL, "The length of one item, in bytes."},
    {"format", get_format, NULL, "The type of the items, in the notation of the struct module."},
    {"ndim", get_ndim, NULL, "The number of dimensions."},
    {"shape", get_shape, NULL, "The lengths of the dimensions."},
    {"strides", get_strides, NULL, "For each dimension, how many bytes lie between an item and the next."},
    {"suboffsets", get_suboffsets, NULL, "Offsets of indirect arrays; empty for all others."},
    {"c_contiguous", get_contiguous, NULL, "Whether the items lie gaplessly in C's order, the last index varying fastest."},
    {"f_contiguous", get_f_contiguous, NULL, "Whether the items lie gaplessly in Fortran's order, the first index varying fastest."},
    {"contiguous", get_contiguous, NULL, "Whether the items lie gaplessly in C's or Fortran's order."},
    {0},
};

static const MrMethodDef memoryview_methods[] = {
    {"__new__(cls, object)", memoryview_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", memoryview_repr, "The text that repr(self) gives.", 0},
    {"__hash__(self, /)", memoryview_hash, "The number that hash(self) gives.", 0},
    {"__eq__(self, value, /)", memoryview_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", memoryview_ne, "Whether self != value.", 0},
    {"__len__(self, /)", memoryview_len, "The number that len(self) gives.", 0},
    {"__iter__(self, /)", memoryview_iter, "An iterator over self.", 0},
    {"__getitem__(self, key, /)", memoryview_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", memoryview_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", memoryview_delitem, "Carry out del self[key].", 0},
    {"__buffer__(self, flags, /)", mr_buffer_method, "A memoryview of the object's memory, for consumers of the buffer protocol.", 0},
    {"__enter__(self, /)", memoryview_enter, "Gives the object itself, for `as`; leaving the block closes it.", 0},
    {"__exit__(self, /, *args)", memoryview_release, "Close it.", 0},
    {"release(self, /)", memoryview_release, "Give the memory back to its owner; the view is unusable afterwards.", 0},
    {"tobytes(self, /, order='C')", memoryview_tobytes, "A copy of the memory as bytes; order is \"C\" (the default), \"F\" or \"A\".", 0},
    {"hex(self, /, sep=None, bytes_per_sep=1)", memoryview_hex,
     "The memory as hexadecimal digits, two for each byte; sep separates groups of bytes_per_sep.", 0},
    {"tolist(self, /)", memoryview_tolist, "The items as a list, nested like the dimensions.", 0},
    {"cast(self, /, format, shape=None)", memoryview_cast, "The same memory seen as items of another format, or in another shape.", 0},
    {"toreadonly(self, /)", memoryview_toreadonly, "A view of the same memory that cannot be written to.", 0},
    {0},
};

static void trace_view(MrGc *gc, MrObj *o)
{
    mr_mark(gc, ((MrMemoryView *)o)->object);
    mr_mark(gc, ((MrMemoryView *)o)->dims);
    mr_mark_word(gc, (uintptr_t)((MrMemoryView *)o)->data); /* which the object may have left, see mr_memoryview_recount */
}

const MrTypeDef mr_memoryview_type = {
    .name = "memoryview",
    .kind = MR_KIND_MEMORYVIEW,
    .size = sizeof(MrMemoryView),
    .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_SEQUENCE,
    .methods = memoryview_methods,
    .getset = memoryview_getset,
    .doc = "A window on the memory of another object (bytes, bytearray, array...): slices share it and nothing is copied.",
    .trace = trace_view,
};

static MrValue memory_iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrMemoryView *m = VIEW(it->source);
    if (!check_open(t, it->source))
        return MR_ERROR;
    if (it->position < m->length)
        return mr_memoryview_load(t, m, m->data + (int64_t)it->position++ * m->stride);
    it->source = MR_UNBOUND;
    return MR_UNBOUND;
}

const MrTypeDef mr_memory_iterator_type = {
    .name = "memory_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL, .next = memory_iterator_next,
};
