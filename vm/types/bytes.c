/* bytes: construction, hash, indexing, repr, and the type's table; mr_buffer_of. The other methods are shared with bytearray and live in
 * bytes_methods.c.
 */
#include "vm/types/bytes.h"

#include "base/hash.h"
#include "vm/isolate.h"
#include "vm/types/memoryview.h"
#include "vm/types/str.h"

/* `zeroed`: large ones are not, as bytes (vm/heap.c), so that they begin as something else. */
static MrBytes *alloc_bytes(MrThread *t, size_t n, MrType *type, bool zeroed)
{
    if (n > PTRDIFF_MAX - sizeof(MrBytes) - 1) {
        mr_raise_no_memory(t);
        return NULL;
    }
    size_t size = offsetof(MrBytes, bytes) + n + 1;
    MrBytes *b = type ? mr_alloc_instance(t, size, type) : mr_alloc(t, size, zeroed ? MR_KIND_BUFFER : MR_KIND_BYTES, MR_TYPE_bytes);
    if (!b)
        return NULL;
    b->h.kind = MR_KIND_BYTES;
    b->length = n;
    b->bytes[n] = 0;
    return b;
}

MrValue mr_bytes_new(MrThread *t, const char *bytes, size_t n)
{
    if (!n && t->iso->empty_bytes != MR_UNBOUND)
        return t->iso->empty_bytes;
    MrBytes *b = alloc_bytes(t, n, NULL, !bytes);
    if (!b)
        return MR_ERROR;
    if (bytes && !mr_work_copy(t, b->bytes, bytes, n))
        return MR_ERROR;
    if (!n)
        t->iso->empty_bytes = mr_val(b);
    return mr_val(b);
}

MrValue mr_bytes_unset(MrThread *t, size_t n)
{
    MrBytes *b = n ? alloc_bytes(t, n, NULL, false) : NULL;
    return n ? b ? mr_val(b) : MR_ERROR : mr_bytes_new(t, NULL, 0);
}

/* As mr_str_append() does with texts. The room is what the object has been given. */
MrValue mr_bytes_append(MrThread *t, MrValue a, MrValue b)
{
    enum { SMALL = 256 };
    MrBytes *x = MR_BYTES(a), *y = MR_BYTES(b);
    if (!y->length)
        return a;
    size_t n = x->length + y->length;
    bool unshared = x->h.flags & MR_OBJ_UNSHARED;
    if (unshared && offsetof(MrBytes, bytes) + n < mr_object_size(&x->h)) {
        memcpy(x->bytes + x->length, y->bytes, y->length + 1);
        x->length = n;
        return a;
    }
    bool grows = x->length && n >= SMALL && n < PTRDIFF_MAX / 2;
    MrBytes *s = alloc_bytes(t, grows && unshared ? n + n / 2 : n, NULL, false);
    if (!s || !mr_work_copy(t, s->bytes, x->bytes, x->length))
        return MR_ERROR;
    memcpy(s->bytes + x->length, y->bytes, y->length + 1);
    s->length = n;
    if (grows)
        s->h.flags |= MR_OBJ_UNSHARED;
    if (unshared)
        mr_buffer_free(t, &x->h + 1); /* nobody has it any more */
    return mr_val(s);
}

MrValue mr_bytes_as(MrThread *t, MrValue like, const char *p, size_t n) { return mr_is_bytes(like) ? mr_bytes_new(t, p, n) : mr_bytearray_new(t, p, n); }

bool mr_bytes_view(MrThread *t, MrValue v, MrView *view)
{
    (void)t;
    if (!mr_is_obj(v))
        return false;
    switch (mr_obj_of(v)->kind) {
    case MR_KIND_BYTES: case MR_KIND_BYTEARRAY: *view = mr_view(v); return true;
    case MR_KIND_ARRAY: {
        const MrByteArray *store = ((MrArray *)mr_obj_of(v))->store;
        *view = (MrView){store->bytes, store->length};
        return true;
    }
    case MR_KIND_MEMORYVIEW: {
        MrMemoryView *m = (MrMemoryView *)mr_obj_of(v);
        *view = (MrView){m->data, mr_memoryview_nbytes(m)};
        return !m->released && mr_memoryview_contiguous(m);
    }
    default: return false;
    }
}

bool mr_buffer_of(MrThread *t, MrValue v, const char **bytes, size_t *n)
{
    MrView view;
    MrValue v2;
    if (mr_bytes_view(t, v, &view)) {
        *bytes = view.p;
        *n = view.n;
        return true;
    }
    if (mr_is_kind(v, MR_KIND_MEMORYVIEW) && ((MrMemoryView *)mr_obj_of(v))->released)
        mr_raise(t, MR_EXC_ValueError, "operation forbidden on released memoryview object");
    else if (mr_is_kind(v, MR_KIND_MEMORYVIEW))
        mr_raise(t, MR_EXC_BufferError, "memoryview: underlying buffer is not C-contiguous");
    else if ((v2 = mr_memoryview_asked(t, v, MR_BUFFER_SIMPLE)) != MR_UNBOUND)
        return v2 != MR_ERROR && mr_buffer_of(t, v2, bytes, n);
    else
        mr_raise(t, MR_EXC_TypeError, "a bytes-like object is required, not '%s'", mr_type_name(t, v));
    return false;
}

bool mr_buffer_writable(MrThread *t, MrValue v, char **bytes, size_t *n)
{
    MrView view;
    if (mr_is_bytearray(v) || mr_is_kind(v, MR_KIND_ARRAY) || mr_is_kind(v, MR_KIND_MEMORYVIEW)) {
        bool writable = mr_is_kind(v, MR_KIND_MEMORYVIEW) ? !((MrMemoryView *)mr_obj_of(v))->readonly
                                                          : !mr_is_kind(v, MR_KIND_ARRAY) || ((MrArray *)mr_obj_of(v))->map != MR_ARRAY_READONLY_MAP;
        if (writable && mr_bytes_view(t, v, &view)) {
            *bytes = (char *)view.p;
            *n = view.n;
            return true;
        }
        if (writable && ((MrMemoryView *)mr_obj_of(v))->released) {
            mr_raise(t, MR_EXC_ValueError, "operation forbidden on released memoryview object");
            return false;
        }
    } else if (!mr_bytes_view(t, v, &view)) {
        MrValue asked = mr_memoryview_asked(t, v, MR_BUFFER_WRITABLE);
        if (asked != MR_UNBOUND)
            return asked != MR_ERROR && mr_buffer_writable(t, asked, bytes, n);
    }
    mr_raise(t, MR_EXC_TypeError, "argument must be read-write bytes-like object, not %s", mr_arg_type_name(t, v));
    return false;
}

bool mr_byte_value(MrThread *t, MrValue v, bool in_bytes, unsigned char *byte)
{
    int64_t i = -1;
    if (mr_is_int(v)) {
        i = mr_int_of(v);
    } else {
        MrValue index = mr_index(t, v);
        if (index == MR_ERROR)
            return false;
        if (mr_is_int(index))
            i = mr_int_of(index);
    }
    if (i < 0 || i > 255) {
        mr_raise(t, MR_EXC_ValueError, in_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
        return false;
    }
    *byte = (unsigned char)i;
    return true;
}

/* ---- creation from script ---- */

static bool encode_source(MrThread *t, const char *type, MrValue source, MrValue encoding, MrValue errors, MrView *view, MrValue *keep)
{
    if (encoding != MR_UNBOUND && !mr_arg_name(t, encoding, type, "'encoding'"))
        return false;
    if (errors != MR_UNBOUND && !mr_arg_name(t, errors, type, "'errors'"))
        return false;
    if (source == MR_UNBOUND || !mr_is_str(source)) {
        mr_raise(t, MR_EXC_TypeError, encoding != MR_UNBOUND ? "encoding without a string argument" : "errors without a string argument");
        return false;
    }
    if (encoding == MR_UNBOUND) {
        mr_raise(t, MR_EXC_TypeError, "string argument without an encoding");
        return false;
    }
    *keep = mr_encode(t, source, mr_cstr(encoding), errors == MR_UNBOUND ? "strict" : mr_cstr(errors));
    if (*keep == MR_ERROR)
        return false;
    *view = mr_view(*keep);
    return true;
}

/* Gathers an iterable of ints in a fresh bytearray. */
static bool gather_ints(MrThread *t, const char *type, MrValue source, MrView *view, MrValue *keep)
{
    MrValue *items;
    size_t n, i = 0, work = 0;
    if ((mr_is_exact(source, MR_TYPE_list) || mr_is_exact(source, MR_TYPE_tuple)) && mr_sequence_items(source, &items, &n)) {
        if ((*keep = mr_bytes_new(t, NULL, n)) == MR_ERROR)
            return false;
        while (i < n && mr_is_int(items[i]) && (uint64_t)mr_int_of(items[i]) < 256) {
            MR_BYTES(*keep)->bytes[i] = (char)mr_int_of(items[i]);
            i++;
            if (!mr_limits_work(t, work))
                return false;
        }
        if (i == n) {
            *view = mr_view(*keep);
            return true;
        }
    }
    MrValue it = mr_iter(t, source);
    if (it == MR_ERROR) {
        if (mr_clear_if(t, MR_EXC_TypeError))
            mr_raise(t, MR_EXC_TypeError, "cannot convert '%s' object to %s", mr_type_name(t, source), type);
        return false;
    }
    bool is_bytes = !strcmp(type, "bytes");
    if (is_bytes && mr_typeof(t, source)->flags & MR_TYPE_HEAP && mr_length_hint(t, source, 0) < 0)
        return false; /* a wrong __len__ or __length_hint__; nothing else depends on it */
    MrBuf buf = MR_BUF_EMPTY;
    for (;;) {
        MrValue v = mr_next(t, it);
        unsigned char byte;
        if (v == MR_UNBOUND)
            break;
        if (v == MR_ERROR || !mr_byte_value(t, v, is_bytes, &byte)) {
            mr_buf_fini(&buf);
            return false;
        }
        mr_buf_putc(&buf, (char)byte);
    }
    *keep = buf.failed ? mr_raise_no_memory(t) : mr_bytes_new(t, buf.data ? buf.data : "", buf.length);
    mr_buf_fini(&buf);
    if (*keep == MR_ERROR)
        return false;
    *view = mr_view(*keep);
    return true;
}

bool mr_bytes_source(MrThread *t, const char *type, MrValue source, MrValue encoding, MrValue errors, MrView *view, MrValue *keep)
{
    *view = (MrView){NULL, 0};
    *keep = source;
    if (encoding != MR_UNBOUND || errors != MR_UNBOUND)
        return encode_source(t, type, source, encoding, errors, view, keep);
    if (source == MR_UNBOUND)
        return true;
    bool converts = !strcmp(type, "bytes") && !mr_is_exact(source, MR_TYPE_str) && !mr_is_exact(source, MR_TYPE_bytes);
    MrValue v = converts ? mr_call_slot(t, source, MR_SLOT_bytes, 0, NULL) : MR_UNBOUND;
    if (v == MR_ERROR)
        return false;
    if (v != MR_UNBOUND) {
        if (!mr_is_bytes(v)) {
            mr_raise(t, MR_EXC_TypeError, "__bytes__ returned non-bytes (type %s)", mr_type_name(t, v));
            return false;
        }
        *keep = v;
        *view = mr_view(v);
        return true;
    }
    if (mr_bytes_view(t, source, view))
        return true;
    if (mr_is_kind(source, MR_KIND_MEMORYVIEW) && !((MrMemoryView *)mr_obj_of(source))->released) {
        *keep = mr_memoryview_bytes(t, (MrMemoryView *)mr_obj_of(source));
        if (*keep == MR_ERROR)
            return false;
        *view = mr_view(*keep);
        return true;
    }
    MrValue asked = mr_memoryview_asked(t, source, MR_BUFFER_FULL_READONLY);
    if (asked != MR_UNBOUND) {
        *keep = asked == MR_ERROR ? MR_ERROR : mr_memoryview_bytes(t, (MrMemoryView *)mr_obj_of(asked));
        if (*keep == MR_ERROR)
            return false;
        *view = mr_view(*keep);
        return true;
    }
    if (mr_is_str(source)) {
        mr_raise(t, MR_EXC_TypeError, "string argument without an encoding");
        return false;
    }
    if (mr_has_index(t, source)) {
        int64_t n;
        if (mr_to_ssize(t, source, &n)) {
            if (n < 0) {
                mr_raise(t, MR_EXC_ValueError, "negative count");
                return false;
            }
            view->n = (size_t)n;
            return true;
        }
        if (!mr_clear_if(t, MR_EXC_TypeError))
            return false;
    }
    return gather_ints(t, type, source, view, keep);
}

static MrValue bytes_new(MrThread *t, MrValue *a)
{
    bool exact = a[0] == mr_type_val(t, MR_TYPE_bytes);
    if (exact && mr_is_exact(a[1], MR_TYPE_bytes) && a[2] == MR_UNBOUND && a[3] == MR_UNBOUND)
        return a[1];
    MrView view;
    MrValue keep;
    if (!mr_bytes_source(t, "bytes", a[1], a[2], a[3], &view, &keep))
        return MR_ERROR;
    if (exact)
        return mr_is_exact(keep, MR_TYPE_bytes) && view.p == MR_BYTES(keep)->bytes ? keep : mr_bytes_new(t, view.p, view.n);
    MrBytes *b = alloc_bytes(t, view.n, MR_TYPE(a[0]), false);
    if (!b)
        return MR_ERROR;
    bool ok = view.p ? mr_work_copy(t, b->bytes, view.p, view.n) : mr_work_fill(t, b->bytes, 0, view.n);
    return ok ? mr_val(b) : MR_ERROR;
}

/* ---- special methods ---- */

MrValue mr_bytes_hash(MrThread *t, const char *p, size_t n)
{
    uint64_t hash;
    return mr_work_hash(t, p, n, &hash) || mr_limits_check(t, 0) ? mr_int_u64(t, (uint32_t)hash) : MR_ERROR;
}

static MrValue bytes_hash(MrThread *t, MrValue *a) { return mr_bytes_hash(t, MR_BYTES(a[0])->bytes, MR_BYTES(a[0])->length); }

bool mr_bytes_repr_to(MrThread *t, MrBuf *buf, const char *p, size_t n, bool always)
{
    char quote = memchr(p, '\'', n) && !memchr(p, '"', n) ? '"' : '\'';
    mr_buf_reserve(buf, n + 3);
    mr_buf_putc(buf, 'b');
    mr_buf_putc(buf, quote);
    for (size_t i = 0, work = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i];
        if (!mr_limits_work(t, work))
            return false;
        if (c == (unsigned char)quote || c == '\\' || (always && c == '\'')) {
            mr_buf_putc(buf, '\\');
            mr_buf_putc(buf, (char)c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            mr_buf_puts(buf, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (c < 32 || c >= 127) {
            mr_str_put_escape(buf, c);
        } else {
            mr_buf_putc(buf, (char)c);
        }
    }
    mr_buf_putc(buf, quote);
    return true;
}

static MrValue bytes_repr(MrThread *t, MrValue *a)
{
    MrBuf buf = MR_BUF_EMPTY;
    if (!mr_bytes_repr_to(t, &buf, MR_BYTES(a[0])->bytes, MR_BYTES(a[0])->length, false))
        return mr_buf_fini(&buf), MR_ERROR;
    return mr_str_buf(t, &buf);
}

static MrValue bytes_str(MrThread *t, MrValue *a) { return mr_bytes_warn_str(t, a[0]) ? bytes_repr(t, a) : MR_ERROR; }

static MrValue bytes_getitem(MrThread *t, MrValue *a)
{
    MrBytes *b = MR_BYTES(a[0]);
    if (mr_is_kind(a[1], MR_KIND_SLICE)) {
        int64_t start, step;
        size_t count;
        if (!mr_slice_indices(t, a[1], &b->length, &start, &step, &count))
            return MR_ERROR;
        if (step == 1 || !count)
            return count == b->length && b->h.shape == MR_TYPE_bytes ? a[0] : mr_bytes_new(t, count ? b->bytes + start : "", count);
        MrValue v = mr_bytes_new(t, NULL, count);
        if (v == MR_ERROR)
            return MR_ERROR;
        char *out = MR_BYTES(v)->bytes;
        for (size_t i = 0; i < count; i++, start += step)
            out[i] = b->bytes[start];
        return v;
    }
    if (!mr_has_index(t, a[1]))
        return mr_raise(t, MR_EXC_TypeError, "byte indices must be integers or slices, not %s", mr_type_name(t, a[1]));
    size_t i;
    if (!mr_arg_subscript(t, a[1], &b->length, NULL, &i))
        return mr_pending(t) ? MR_ERROR : mr_raise(t, MR_EXC_IndexError, "index out of range");
    return mr_small_int((unsigned char)b->bytes[i]);
}

static MrValue bytes_iter(MrThread *t, MrValue *a) { return mr_iter_new(t, MR_TYPE_bytes_iterator, a[0]); }

static MrValue bytes_bytes(MrThread *t, MrValue *a)
{
    return mr_is_exact(a[0], MR_TYPE_bytes) ? a[0] : mr_bytes_new(t, MR_BYTES(a[0])->bytes, MR_BYTES(a[0])->length);
}

static MrValue bytes_getnewargs(MrThread *t, MrValue *a)
{
    MrValue copy = mr_bytes_new(t, MR_BYTES(a[0])->bytes, MR_BYTES(a[0])->length);
    return copy == MR_ERROR ? MR_ERROR : mr_tuple_from(t, &copy, 1);
}

static MrValue bytes_sizeof(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int((int64_t)MR_BYTES(a[0])->length + 33);
}

static int hex_digit(uint32_t c)
{
    if (c - '0' < 10)
        return (int)(c - '0');
    c |= 32;
    return c - 'a' < 6 ? (int)(c - 'a') + 10 : -1;
}

MrValue mr_bytes_fromhex(MrThread *t, MrValue type, MrValue text, bool is_bytearray)
{
    if (!mr_is_str(text))
        return mr_raise(t, MR_EXC_TypeError, "fromhex() argument must be str, not %s", mr_arg_type_name(t, text));
    const MrStr *s = MR_STR(text);
    MrValue v = (is_bytearray ? mr_bytearray_new : mr_bytes_new)(t, NULL, s->nbytes / 2);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *out = mr_bytes_data(v);
    size_t i = 0, n = 0;
    size_t work = 0;
    while (i < s->nbytes) {
        unsigned char c = (unsigned char)s->bytes[i];
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        if (c == ' ' || (c >= 9 && c <= 13)) {
            i++;
            continue;
        }
        int high = hex_digit(c), low = high < 0 ? -1 : hex_digit((unsigned char)s->bytes[i + 1]);
        if (low < 0) {
            /* of the characters that are wrong, one that is not ASCII goes first */
            size_t at = 0;
            while (at < s->nbytes && (unsigned char)s->bytes[at] < 128)
                at++;
            if (at == s->nbytes)
                at = i + (high >= 0);
            return mr_raise(t, MR_EXC_ValueError, "non-hexadecimal number found in fromhex() arg at position %zu", at);
        }
        out[n++] = (char)(high << 4 | low);
        i += 2;
    }
    if (is_bytearray)
        MR_BYTEARRAY(v)->length = n;
    else if (n < s->nbytes / 2)
        v = mr_bytes_new(t, out, n);
    return v == MR_ERROR || type == mr_type_val(t, is_bytearray ? MR_TYPE_bytearray : MR_TYPE_bytes) ? v : mr_call1(t, type, v);
}

static MrValue bytes_fromhex(MrThread *t, MrValue *a) { return mr_bytes_fromhex(t, a[0], a[1], false); }

static const MrMethodDef bytes_method_defs[] = {
    {"__new__(cls, source=b'', encoding='utf-8', errors='strict')", bytes_new,
     "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", bytes_repr, "The text that repr(self) gives.", 0},
    {"__str__(self, /)", bytes_str, "The text that str(self) gives.", 0},
    {"__hash__(self, /)", bytes_hash, "The number that hash(self) gives.", 0},
    {"__getitem__(self, key, /)", bytes_getitem, "What self[key] gives.", 0},
    {"__iter__(self, /)", bytes_iter, "An iterator over self.", 0},
    {"__bytes__(self, /)", bytes_bytes, "The contents as plain bytes, also for an instance of a subclass.", 0},
    {"__getnewargs__(self, /)", bytes_getnewargs, "The arguments for making it again.", 0},
    {"__sizeof__(self, /)", bytes_sizeof, "How many bytes of memory the object takes.", 0},
    {"fromhex(cls, string, /)", bytes_fromhex,
     "The bytes that pairs of hexadecimal digits spell; whitespace between pairs is skipped.", MR_METHOD_CLASS},
    MR_BYTES_METHODS,
    {0},
};

const MrTypeDef mr_bytes_type = {
    .name = "bytes",
    .kind = MR_KIND_BYTES,
    .size = sizeof(MrBytes),
    .flags = MR_TYPEDEF_VARSIZE,
    .methods = bytes_method_defs,
    .doc = "Immutable bytes: from an iterable of ints, a buffer, a str with an encoding, or as many zeros as an int says.",
};

static MrValue bytes_iterator_next(MrThread *t, MrValue self)
{
    (void)t;
    MrIter *it = MR_ITER(self);
    if (it->source == MR_UNBOUND)
        return MR_UNBOUND;
    MrView view = mr_view(it->source);
    if (it->position < view.n)
        return mr_small_int((unsigned char)view.p[it->position++]);
    it->source = MR_UNBOUND;
    return MR_UNBOUND;
}

static MrValue bytes_iterator_length_hint(MrThread *t, MrValue *a)
{
    (void)t;
    MrIter *it = MR_ITER(a[0]);
    size_t n = it->source == MR_UNBOUND ? 0 : mr_view(it->source).n;
    return mr_small_int(n > it->position ? (int64_t)(n - it->position) : 0);
}

static const MrMethodDef bytes_iterator_methods[] = {
    {"__length_hint__(self, /)", bytes_iterator_length_hint, "A guess at how many values are still to come.", 0},
    {"__reduce__(self, /)", mr_iter_reduce, "What pickle and copy need to make such an object.", 0},
    {"__setstate__(self, state, /)", mr_iter_setstate, "Go to the state that __reduce__() gave.", 0},
    {0},
};

const MrTypeDef mr_bytes_iterator_type = {
    .name = "bytes_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL,
    .methods = bytes_iterator_methods, .next = bytes_iterator_next,
};

const MrTypeDef mr_bytearray_iterator_type = {
    .name = "bytearray_iterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter), .flags = MR_TYPEDEF_NO_NEW | MR_TYPEDEF_FINAL,
    .methods = bytes_iterator_methods, .next = bytes_iterator_next,
};
