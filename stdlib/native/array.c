/* array: sequences of numbers of one machine type, stored as such.
 *
 * The items lie in a bytearray that no script sees, so that views of an array pin its size as those of a bytearray do (vm/types/memoryview.h).
 * Converting an item may run script: its bytes are made before the array is touched, and places are checked after. Not here: pickling
 * (array_pickle.c).
 */
#include <limits.h>

#include "base/utf8.h"
#include "stdlib/native/array.h"
#include "stdlib/native/instance.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"
#include "vm/types/memoryview.h"
#include "vm/types/sequence.h"

#define ARRAY(v) ((MrArray *)mr_obj_of(v))

static const MrTypeDef array_def, iterator_def;

unsigned mr_array_width(uint32_t code)
{
    switch (code) {
    case 'b': case 'B': return 1;
    case 'h': case 'H': return 2;
    case 'i': case 'I': case 'f': case 'u': return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'd': return 8;
    default: return 0;
    }
}

static bool is_array(MrValue v) { return mr_is_kind(v, MR_KIND_ARRAY) && !((MrArray *)mr_obj_of(v))->map; }
static inline size_t length_of(const MrArray *a) { return a->store->length / a->width; }
static inline char *place(const MrArray *a, size_t i) { return a->store->bytes + i * a->width; }

/* ---- items ---- */

static MrValue load(MrThread *t, const MrArray *a, size_t i)
{
    union { int8_t b; uint8_t B; int16_t h; uint16_t H; int32_t i; uint32_t I; int64_t q; uint64_t Q; float f; double d; } u;
    memcpy(&u, place(a, i), a->width);
    switch (a->code) {
    case 'b': return mr_small_int(u.b);
    case 'B': return mr_small_int(u.B);
    case 'h': return mr_small_int(u.h);
    case 'H': return mr_small_int(u.H);
    case 'i': return mr_small_int(u.i);
    case 'I': return mr_small_int(u.I);
    case 'f': return mr_float((double)u.f);
    case 'd': return mr_float(u.d);
    case 'u':
        if (u.I > 0x10FFFF)
            return mr_raise(t, MR_EXC_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", u.I);
        return mr_str_char(t, u.I);
    case 'L': case 'Q': return mr_int_u64(t, u.Q);
    default: return mr_int(t, u.q);
    }
}

static bool overflow(MrThread *t, const char *message)
{
    mr_raise(t, MR_EXC_OverflowError, "%s", message);
    return false;
}

static bool convert_int(MrThread *t, char code, MrValue v, int64_t *out)
{
    static const struct { char code; int64_t low, high; const char *name; } ranges[] = {
        {'b', INT8_MIN, INT8_MAX, "signed char"}, {'B', 0, UINT8_MAX, "unsigned byte integer"}, {'h', INT16_MIN, INT16_MAX, "signed short integer"},
        {'H', 0, UINT16_MAX, "unsigned short"}, {'i', INT32_MIN, INT32_MAX, "signed integer"}, {'I', 0, UINT32_MAX, "unsigned int"}};
    MrIntView view;
    if ((v = mr_index(t, v)) == MR_ERROR)
        return false;
    bool fits = mr_int_as_i64(v, out);
    mr_int_view(v, &view);
    if (code == 'L' || code == 'Q' || code == 'I') {
        if (view.negative)
            return overflow(t, code == 'Q' ? "can't convert negative int to unsigned" : "can't convert negative value to unsigned int");
        if (view.n > 1)
            return overflow(t, code == 'Q' ? "int too big to convert" : "Python int too large to convert to C unsigned long");
        *out = view.n ? (int64_t)view.limbs[0] : 0;
        if (code == 'I' && view.n && view.limbs[0] > UINT32_MAX)
            return overflow(t, "unsigned int is greater than maximum");
        return true;
    }
    if (code == 'q' || code == 'l')
        return fits || overflow(t, code == 'q' ? "int too big to convert" : "Python int too large to convert to C long");
    if (!fits)
        return overflow(t, "Python int too large to convert to C long");
    /* two of them are read through a wider type first, which names that one */
    if ((code == 'b' && (*out < INT16_MIN || *out > INT16_MAX)) || (code == 'H' && (*out < INT32_MIN || *out > INT32_MAX)))
        code = code == 'b' ? 'h' : 'i';
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        if (ranges[i].code == code && (*out < ranges[i].low || *out > ranges[i].high)) {
            mr_raise(t, MR_EXC_OverflowError, "%s is %s", ranges[i].name, *out < ranges[i].low ? "less than minimum" : "greater than maximum");
            return false;
        }
    }
    return true;
}

/* The bytes of v as an item. [script] */
static bool convert(MrThread *t, char code, MrValue v, char item[8])
{
    int64_t i = 0;
    double d;
    float f;
    uint32_t c;
    switch (code) {
    case 'd':
        if (!mr_to_double(t, v, &d))
            return false;
        memcpy(item, &d, 8);
        return true;
    case 'f':
        if (!mr_to_double(t, v, &d))
            return false;
        f = (float)d;
        memcpy(item, &f, 4);
        return true;
    case 'u':
        if (!mr_is_str(v) || MR_STR(v)->length != 1) {
            mr_raise(t, MR_EXC_TypeError, "array item must be unicode character");
            return false;
        }
        c = mr_str_at(t, MR_STR(v), 0);
        memcpy(item, &c, 4);
        return true;
    default:
        if (!convert_int(t, code, v, &i))
            return false;
        memcpy(item, &i, 8);
        return true;
    }
}

/* ---- size ---- */

static bool resize(MrThread *t, MrArray *a, size_t n)
{
    if (n == length_of(a))
        return true;
    if (a->store->exports)
        mr_memoryview_settle(t, a->store);
    if (a->store->exports) {
        mr_raise(t, MR_EXC_BufferError, "cannot resize an array that is exporting buffers");
        return false;
    }
    if (n > PTRDIFF_MAX / 16) {
        mr_raise_no_memory(t);
        return false;
    }
    return mr_bytearray_resize(t, a->store, n * a->width);
}

static MrArray *new_array(MrThread *t, MrValue cls, char code)
{
    MrArray *a = cls == MR_UNBOUND ? mr_def_alloc(t, &array_def) : mr_def_new(t, &array_def, cls);
    MrValue store = a ? mr_bytearray_new(t, "", 0) : MR_ERROR;
    if (store == MR_ERROR)
        return NULL;
    a->store = MR_BYTEARRAY(store);
    a->code = code;
    a->width = (uint8_t)mr_array_width((uint32_t)code);
    return a;
}

static MrArray *copy_part(MrThread *t, const MrArray *from, size_t start, size_t n)
{
    MrArray *a = new_array(t, MR_UNBOUND, from->code);
    if (!a || !resize(t, a, n))
        return NULL;
    return mr_work_copy(t, a->store->bytes, place(from, start), n * a->width) ? a : NULL;
}

static bool push(MrThread *t, MrArray *a, MrValue v)
{
    char item[8];
    if (!convert(t, a->code, v, item))
        return false;
    size_t n = length_of(a);
    if (!resize(t, a, n + 1))
        return false;
    memcpy(place(a, n), item, a->width);
    return true;
}

static bool extend_iterable(MrThread *t, MrArray *a, MrValue iterable)
{
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return false;
    for (size_t n = 1;; n++) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return true;
        if (v == MR_ERROR || !push(t, a, v) || (n % 10000 == 0 && !mr_poll(t)))
            return false;
    }
}

static bool extend_bytes(MrThread *t, MrArray *a, const char *p, size_t n)
{
    if (n % a->width) {
        mr_raise(t, MR_EXC_ValueError, "bytes length not a multiple of item size");
        return false;
    }
    MrValue copy = mr_bytes_new(t, p, n); /* the source may be this array */
    size_t before = a->store->length;
    if (copy == MR_ERROR || !resize(t, a, (before + n) / a->width))
        return false;
    return mr_work_copy(t, a->store->bytes + before, MR_BYTES(copy)->bytes, n);
}

static bool extend_text(MrThread *t, MrArray *a, MrStr *s)
{
    size_t before = length_of(a);
    if (!resize(t, a, before + s->length))
        return false;
    const char *p = s->bytes;
    for (size_t i = 0, work = 0; i < s->length; i++) {
        uint32_t c = mr_utf8_decode_valid(&p);
        memcpy(place(a, before + i), &c, 4);
        if (!mr_limits_work(t, work))
            return false;
    }
    return true;
}

static bool extend_array(MrThread *t, MrArray *a, const MrArray *other)
{
    if (a->code != other->code) {
        mr_raise(t, MR_EXC_TypeError, "can only extend with array of same kind");
        return false;
    }
    return extend_bytes(t, a, other->store->bytes, other->store->length);
}

/* ---- construction ---- */

/* a: cls, args tuple, kwargs */
static MrValue array_new(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length && MR_TYPE(a[0]) == mr_type_from_def(t, &array_def))
        return mr_raise(t, MR_EXC_TypeError, "array.array() takes no keyword arguments");
    if (args->length < 1 || args->length > 2)
        return mr_raise(t, MR_EXC_TypeError, "array() takes at %s argument%s (%zu given)", args->length ? "most 2" : "least 1", args->length ? "s" : "", args->length);
    MrValue code = args->items[0], init = args->length > 1 ? args->items[1] : MR_UNBOUND;
    if (!mr_is_str(code) || MR_STR(code)->length != 1)
        return mr_raise(t, MR_EXC_TypeError, "array() argument 1 must be a unicode character, not %s", mr_arg_type_name(t, code));
    char c = mr_cstr(code)[0];
    if (!mr_array_width(mr_str_at(t, MR_STR(code), 0)))
        return mr_raise(t, MR_EXC_ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    if (init != MR_UNBOUND && c != 'u') {
        if (mr_is_str(init))
            return mr_raise(t, MR_EXC_TypeError, "cannot use a str to initialize an array with typecode '%c'", c);
        if (is_array(init) && ARRAY(init)->code == 'u')
            return mr_raise(t, MR_EXC_TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", c);
    }
    MrArray *array = new_array(t, a[0], c);
    if (!array)
        return MR_ERROR;
    bool ok = true;
    if (init == MR_UNBOUND)
        ;
    else if (mr_is_str(init))
        ok = extend_text(t, array, MR_STR(init));
    else if (mr_is_bytes(init) || mr_is_bytearray(init))
        ok = extend_bytes(t, array, mr_view(init).p, mr_view(init).n);
    else if (is_array(init) && ARRAY(init)->code == c)
        ok = extend_array(t, array, ARRAY(init));
    else
        ok = extend_iterable(t, array, init);
    return ok ? mr_val(array) : MR_ERROR;
}

/* ---- methods ---- */

static MrValue array_append(MrThread *t, MrValue *a) { return push(t, ARRAY(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue array_extend(MrThread *t, MrValue *a)
{
    bool ok = is_array(a[1]) ? extend_array(t, ARRAY(a[0]), ARRAY(a[1])) : extend_iterable(t, ARRAY(a[0]), a[1]);
    return ok ? MR_NONE : MR_ERROR;
}

static MrValue array_insert(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    int64_t i;
    char item[8];
    if (!mr_arg_ssize(t, a[1], &i) || !convert(t, self->code, a[2], item))
        return MR_ERROR;
    int64_t n = (int64_t)length_of(self);
    i = i < 0 ? (i + n < 0 ? 0 : i + n) : i > n ? n : i;
    if (!resize(t, self, (size_t)n + 1))
        return MR_ERROR;
    if (!mr_work_move(t, place(self, (size_t)i + 1), place(self, (size_t)i), (size_t)(n - i) * self->width))
        return MR_ERROR;
    memcpy(place(self, (size_t)i), item, self->width);
    return MR_NONE;
}

static bool may_shrink(MrThread *t, MrArray *a, size_t n)
{
    if (n && a->store->exports)
        mr_memoryview_settle(t, a->store);
    if (n && a->store->exports) {
        mr_raise(t, MR_EXC_BufferError, "cannot resize an array that is exporting buffers");
        return false;
    }
    return true;
}

static bool remove_range(MrThread *t, MrArray *a, size_t start, size_t n)
{
    size_t length = length_of(a), rest = length - start - n;
    return may_shrink(t, a, n) && mr_work_move(t, place(a, start), place(a, start + n), rest * a->width) && resize(t, a, length - n);
}

/* Takes out n items, `step` apart, each stretch between two of them moving once. */
static bool remove_steps(MrThread *t, MrArray *a, size_t start, size_t step, size_t n)
{
    size_t length = length_of(a), width = a->width;
    if (!may_shrink(t, a, n))
        return false;
    for (size_t k = 0, work = 0; k < n; k++) {
        size_t from = start + k * step + 1, to = k + 1 < n ? from + step - 1 : length;
        if (!mr_limits_work(t, work) || !mr_work_move(t, place(a, from - 1 - k), place(a, from), (to - from) * width))
            return false;
    }
    return resize(t, a, length - n);
}

static MrValue array_pop(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    int64_t i = -1;
    if (a[1] != MR_UNBOUND && !mr_arg_ssize(t, a[1], &i))
        return MR_ERROR;
    int64_t n = (int64_t)length_of(self);
    if (!n)
        return mr_raise(t, MR_EXC_IndexError, "pop from empty array");
    i = i < 0 ? i + n : i;
    if (i < 0 || i >= n)
        return mr_raise(t, MR_EXC_IndexError, "pop index out of range");
    MrValue v = load(t, self, (size_t)i);
    return v != MR_ERROR && remove_range(t, self, (size_t)i, 1) ? v : MR_ERROR;
}

/* Place of v in [from, to): -1 absent, -2 error. */
static int64_t find(MrThread *t, const MrArray *a, MrValue v, size_t from, size_t to)
{
    for (size_t i = from, work = 0; i < to && i < length_of(a); i++) {
        if (!mr_limits_work(t, work))
            return -2;
        MrValue item = load(t, a, i);
        int same = item == MR_ERROR ? -1 : item == v && !mr_is_float(v) ? 1 : mr_both_int(item, v) ? 0 : mr_eq(t, item, v);
        if (same < 0)
            return -2;
        if (same)
            return (int64_t)i;
    }
    return -1;
}

static MrValue array_index(MrThread *t, MrValue *a)
{
    size_t from = 0, to = SIZE_MAX;
    if ((a[2] != MR_UNBOUND || a[3] != MR_UNBOUND) && !mr_arg_window(t, a[2], a[3], length_of(ARRAY(a[0])), &from, &to))
        return MR_ERROR;
    int64_t i = find(t, ARRAY(a[0]), a[1], from, to);
    return i >= 0 ? mr_int(t, i) : i == -2 ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "array.index(x): x not in array");
}

static MrValue array_remove(MrThread *t, MrValue *a)
{
    int64_t i = find(t, ARRAY(a[0]), a[1], 0, SIZE_MAX);
    if (i == -1)
        return mr_raise(t, MR_EXC_ValueError, "array.remove(x): x not in array");
    return i >= 0 && remove_range(t, ARRAY(a[0]), (size_t)i, 1) ? MR_NONE : MR_ERROR;
}

static MrValue array_count(MrThread *t, MrValue *a)
{
    int64_t n = 0, i = -1;
    for (size_t work = 0; (i = find(t, ARRAY(a[0]), a[1], (size_t)(i + 1), SIZE_MAX)) >= 0; n++)
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    return i == -2 ? MR_ERROR : mr_int(t, n);
}

static MrValue array_contains(MrThread *t, MrValue *a)
{
    int64_t i = find(t, ARRAY(a[0]), a[1], 0, SIZE_MAX);
    return i == -2 ? MR_ERROR : mr_bool(i >= 0);
}

static MrValue array_reverse(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    for (size_t i = 0, j = length_of(self), work = 0; i + 1 < j; i++) {
        char item[8];
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        j--;
        memcpy(item, place(self, i), self->width);
        memcpy(place(self, i), place(self, j), self->width);
        memcpy(place(self, j), item, self->width);
    }
    return MR_NONE;
}

static MrValue array_byteswap(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    for (size_t i = 0, work = 0; i < length_of(self); i++) {
        for (size_t k = 0; k < self->width / 2u; k++) {
            char *p = place(self, i), c = p[k];
            p[k] = p[self->width - 1 - k];
            p[self->width - 1 - k] = c;
        }
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return MR_NONE;
}

static MrValue array_tolist(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    MrValue list = mr_list_new(t, length_of(self));
    for (size_t i = 0, work = 0; list != MR_ERROR && i < length_of(self); i++) {
        MrValue v = load(t, self, i);
        if (v == MR_ERROR || !mr_list_append(t, list, v) || !mr_limits_work(t, work))
            return MR_ERROR;
    }
    return list;
}

static MrValue array_tobytes(MrThread *t, MrValue *a) { return mr_bytes_new(t, ARRAY(a[0])->store->bytes, ARRAY(a[0])->store->length); }

static MrValue array_frombytes(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n;
    return mr_buffer_of(t, a[1], &p, &n) && extend_bytes(t, ARRAY(a[0]), p, n) ? MR_NONE : MR_ERROR;
}

static MrValue array_fromlist(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    if (!mr_is_list(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "arg must be list");
    size_t before = length_of(self);
    for (size_t i = 0, work = 0; i < MR_LIST(a[1])->length; i++) {
        if (!mr_limits_work(t, work) || !push(t, self, MR_LIST(a[1])->items[i])) {
            MrValue pending = mr_take_pending(t);
            return resize(t, self, before) ? mr_raise_value(t, pending) : MR_ERROR;
        }
    }
    return MR_NONE;
}

static MrValue array_tounicode(MrThread *t, MrValue *a)
{
    const MrArray *self = ARRAY(a[0]);
    if (self->code != 'u')
        return mr_raise(t, MR_EXC_ValueError, "tounicode() may only be called on unicode type arrays");
    MrBuf out = MR_BUF_EMPTY;
    for (size_t i = 0, work = 0; i < length_of(self); i++) {
        uint32_t c;
        memcpy(&c, place(self, i), 4);
        if (c > 0x10FFFF || !mr_limits_work(t, work)) {
            mr_buf_fini(&out);
            return c <= 0x10FFFF ? MR_ERROR : mr_raise(t, MR_EXC_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", c);
        }
        mr_buf_put_codepoint(&out, c);
    }
    return mr_str_buf(t, &out);
}

static MrValue array_fromunicode(MrThread *t, MrValue *a)
{
    if (!mr_is_str(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "fromunicode() argument must be str, not %s", mr_arg_type_name(t, a[1]));
    if (ARRAY(a[0])->code != 'u')
        return mr_raise(t, MR_EXC_ValueError, "fromunicode() may only be called on unicode type arrays");
    return extend_text(t, ARRAY(a[0]), MR_STR(a[1])) ? MR_NONE : MR_ERROR;
}

static MrValue array_fromfile(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    int64_t n;
    if (!mr_arg_ssize(t, a[2], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative count");
    if (n > PTRDIFF_MAX / self->width)
        return mr_raise_no_memory(t);
    MrValue read = mr_getattr_c(t, a[1], "read"), wanted = mr_int(t, n * self->width);
    MrValue data = read == MR_ERROR || wanted == MR_ERROR ? MR_ERROR : mr_call1(t, read, wanted);
    if (data == MR_ERROR)
        return MR_ERROR;
    if (!mr_is_bytes(data))
        return mr_raise(t, MR_EXC_TypeError, "read() didn't return bytes");
    if (!extend_bytes(t, self, MR_BYTES(data)->bytes, MR_BYTES(data)->length))
        return MR_ERROR;
    return MR_BYTES(data)->length < (size_t)n * self->width ? mr_raise(t, MR_EXC_EOFError, "read() didn't return enough bytes") : MR_NONE;
}

static MrValue array_tofile(MrThread *t, MrValue *a)
{
    MrValue write = mr_getattr_c(t, a[1], "write"), bytes = write == MR_ERROR ? MR_ERROR : array_tobytes(t, a);
    if (bytes == MR_ERROR || (MR_BYTES(bytes)->length && mr_call1(t, write, bytes) == MR_ERROR))
        return MR_ERROR;
    return MR_NONE;
}

static MrValue array_buffer_info(MrThread *t, MrValue *a)
{
    MrValue pair[2] = {mr_int_u64(t, (uintptr_t)ARRAY(a[0])->store->bytes), mr_int(t, (int64_t)length_of(ARRAY(a[0])))};
    return pair[0] == MR_ERROR ? MR_ERROR : mr_tuple_from(t, pair, 2);
}

static MrValue array_copy(MrThread *t, MrValue *a)
{
    MrArray *copy = copy_part(t, ARRAY(a[0]), 0, length_of(ARRAY(a[0])));
    return copy ? mr_val(copy) : MR_ERROR;
}

static MrValue array_sizeof(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)(sizeof(MrArray) + ARRAY(a[0])->store->capacity)); }

/* ---- operators ---- */

static MrValue array_len(MrThread *t, MrValue *a) { return mr_int(t, (int64_t)length_of(ARRAY(a[0]))); }

static bool find_place(MrThread *t, const MrArray *a, MrValue key, const char *what, size_t *i)
{
    int64_t n;
    if (!mr_has_index(t, key)) {
        mr_raise(t, MR_EXC_TypeError, "array indices must be integers");
        return false;
    }
    if (!mr_to_ssize(t, key, &n)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, key));
        return false;
    }
    if (n < 0)
        n += (int64_t)length_of(a);
    if (n < 0 || n >= (int64_t)length_of(a)) {
        mr_raise_index(t, what);
        return false;
    }
    *i = (size_t)n;
    return true;
}

/* The length counts after the script behind the slice's parts has run. */
static bool slice_of(MrThread *t, MrValue slice, MrArray *self, int64_t *start, int64_t *step, size_t *count)
{
    MrSliceParts p;
    if (!mr_slice_unpack(t, slice, &p))
        return false;
    *count = mr_slice_adjust(&p, length_of(self));
    *start = p.start;
    *step = p.step;
    return true;
}

static MrValue array_getitem(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    size_t i, count;
    if (MR_LIKELY(mr_is_int(a[1]) && (uint64_t)mr_int_of(a[1]) < length_of(self)))
        return load(t, self, (size_t)mr_int_of(a[1]));
    if (!mr_is_slice(a[1]))
        return find_place(t, self, a[1], "array", &i) ? load(t, self, i) : MR_ERROR;
    int64_t start, step;
    MrArray *out = new_array(t, MR_UNBOUND, self->code);
    if (!out || !slice_of(t, a[1], self, &start, &step, &count) || !resize(t, out, count))
        return MR_ERROR;
    if (step == 1)
        return !count || mr_work_copy(t, out->store->bytes, place(self, (size_t)start), count * self->width) ? mr_val(out) : MR_ERROR;
    for (size_t k = 0, work = 0; k < count; k++) {
        memcpy(place(out, k), place(self, (size_t)(start + (int64_t)k * step)), self->width);
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return mr_val(out);
}

static MrValue set_slice(MrThread *t, MrArray *self, MrValue slice, MrValue value)
{
    int64_t start, step;
    size_t count, n = 0;
    MrArray *from = NULL;
    if (!slice_of(t, slice, self, &start, &step, &count))
        return MR_ERROR;
    if (value != MR_UNBOUND) {
        if (!is_array(value))
            return mr_raise(t, MR_EXC_TypeError, "can only assign array (not \"%s\") to array slice", mr_type_name(t, value));
        from = ARRAY(value);
        if (from->code != self->code)
            return mr_raise(t, MR_EXC_TypeError, "bad argument type for built-in operation");
        if (from == self && !(from = copy_part(t, self, 0, length_of(self))))
            return MR_ERROR;
    }
    n = from ? length_of(from) : 0;
    size_t length = length_of(self);
    if (step == 1) {
        size_t tail = length - (size_t)start - count;
        if (n < count) {
            if (n && !mr_work_copy(t, place(self, (size_t)start), from->store->bytes, n * self->width))
                return MR_ERROR;
            return remove_range(t, self, (size_t)start + n, count - n) ? MR_NONE : MR_ERROR;
        }
        if (!resize(t, self, length - count + n))
            return MR_ERROR;
        bool ok = mr_work_move(t, place(self, (size_t)start + n), place(self, (size_t)start + count), tail * self->width) &&
                  (!n || mr_work_copy(t, place(self, (size_t)start), from->store->bytes, n * self->width));
        return ok ? MR_NONE : MR_ERROR;
    }
    if (from) {
        if (n != count)
            return mr_raise(t, MR_EXC_ValueError, "attempt to assign array of size %zu to extended slice of size %zu", n, count);
        for (size_t k = 0, work = 0; k < count; k++) {
            memcpy(place(self, (size_t)(start + (int64_t)k * step)), place(from, k), self->width);
            if (!mr_limits_work(t, work))
                return MR_ERROR;
        }
        return MR_NONE;
    }
    if (step < 0) {
        start += (int64_t)(count ? count - 1 : 0) * step;
        step = -step;
    }
    return remove_steps(t, self, (size_t)start, (size_t)step, count) ? MR_NONE : MR_ERROR;
}

static MrValue array_setitem(MrThread *t, MrValue *a)
{
    MrArray *self = ARRAY(a[0]);
    size_t i;
    char item[8];
    if (mr_is_slice(a[1]))
        return set_slice(t, self, a[1], a[2]);
    if (!find_place(t, self, a[1], "array assignment", &i) || !convert(t, self->code, a[2], item) || !find_place(t, self, a[1], "array assignment", &i))
        return MR_ERROR;
    memcpy(place(self, i), item, self->width);
    return MR_NONE;
}

static MrValue array_delitem(MrThread *t, MrValue *a)
{
    size_t i;
    if (mr_is_slice(a[1]))
        return set_slice(t, ARRAY(a[0]), a[1], MR_UNBOUND);
    return find_place(t, ARRAY(a[0]), a[1], "array assignment", &i) && remove_range(t, ARRAY(a[0]), i, 1) ? MR_NONE : MR_ERROR;
}

static MrValue array_add(MrThread *t, MrValue *a)
{
    if (!is_array(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "can only append array (not \"%s\") to array", mr_type_name(t, a[1]));
    if (ARRAY(a[0])->code != ARRAY(a[1])->code)
        return mr_raise(t, MR_EXC_TypeError, "bad argument type for built-in operation");
    MrArray *sum = copy_part(t, ARRAY(a[0]), 0, length_of(ARRAY(a[0])));
    return sum && extend_array(t, sum, ARRAY(a[1])) ? mr_val(sum) : MR_ERROR;
}

static MrValue array_iadd(MrThread *t, MrValue *a)
{
    if (!is_array(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "can only extend array with array (not \"%s\")", mr_type_name(t, a[1]));
    return extend_array(t, ARRAY(a[0]), ARRAY(a[1])) ? a[0] : MR_ERROR;
}

static bool repeat(MrThread *t, const MrArray *from, MrArray *to, MrValue times_value)
{
    size_t times, n = from->store->length;
    MrValue copy = mr_bytes_new(t, from->store->bytes, n);
    if (copy == MR_ERROR || !mr_repeat_size(t, times_value, n, &times) || !resize(t, to, n / from->width * times))
        return false;
    if (!n || !times)
        return true;
    return mr_work_copy(t, to->store->bytes, MR_BYTES(copy)->bytes, n) && mr_bytes_double(t, to->store->bytes, n, n * times);
}

static MrValue array_mul(MrThread *t, MrValue *a)
{
    MrArray *out = new_array(t, MR_UNBOUND, ARRAY(a[0])->code);
    return out && repeat(t, ARRAY(a[0]), out, a[1]) ? mr_val(out) : MR_ERROR;
}

static MrValue array_imul(MrThread *t, MrValue *a) { return repeat(t, ARRAY(a[0]), ARRAY(a[0]), a[1]) ? a[0] : MR_ERROR; }

static MrValue compare(MrThread *t, MrCompare op, MrValue *a)
{
    if (!is_array(a[1]))
        return MR_NOT_IMPLEMENTED;
    const MrArray *x = ARRAY(a[0]), *y = ARRAY(a[1]);
    if ((op == MR_CMP_EQ || op == MR_CMP_NE) && length_of(x) != length_of(y))
        return mr_bool(op == MR_CMP_NE);
    for (size_t i = 0, work = 0; i < length_of(x) && i < length_of(y); i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        MrValue v = load(t, x, i), w = v == MR_ERROR ? MR_ERROR : load(t, y, i);
        MrValue equal = w == MR_ERROR ? MR_ERROR : mr_compare(t, MR_CMP_EQ, v, w);
        int same = equal == MR_ERROR ? -1 : mr_truth(t, equal);
        if (same < 0)
            return MR_ERROR;
        if (!same)
            return op == MR_CMP_EQ || op == MR_CMP_NE ? mr_bool(op == MR_CMP_NE) : mr_compare(t, op, v, w);
    }
    return mr_compare(t, op, mr_small_int((int64_t)length_of(x)), mr_small_int((int64_t)length_of(y)));
}

#define COMPARE(name, op) \
    static MrValue array_##name(MrThread *t, MrValue *a) { return compare(t, op, a); }
COMPARE(lt, MR_CMP_LT)
COMPARE(le, MR_CMP_LE)
COMPARE(eq, MR_CMP_EQ)
COMPARE(ne, MR_CMP_NE)
COMPARE(gt, MR_CMP_GT)
COMPARE(ge, MR_CMP_GE)
#undef COMPARE

static MrValue array_repr(MrThread *t, MrValue *a)
{
    const MrArray *self = ARRAY(a[0]);
    const char *name = mr_typeof(t, a[0])->name->bytes;
    if (!length_of(self))
        return mr_strf(t, "%s('%c')", name, self->code);
    MrValue items = self->code == 'u' ? array_tounicode(t, a) : array_tolist(t, a);
    MrValue text = items == MR_ERROR ? MR_ERROR : mr_repr(t, items);
    return text == MR_ERROR ? MR_ERROR : mr_strf(t, "%s('%c', %s)", name, self->code, mr_cstr(text));
}

static MrValue array_iter(MrThread *t, MrValue *a)
{
    MrIter *it = mr_def_alloc(t, &iterator_def);
    if (!it)
        return MR_ERROR;
    it->source = a[0];
    return mr_val(it);
}

static MrValue iterator_next(MrThread *t, MrValue self)
{
    MrIter *it = MR_ITER(self);
    if (it->source != MR_UNBOUND && it->position < length_of(ARRAY(it->source)))
        return load(t, ARRAY(it->source), it->position++);
    it->source = MR_UNBOUND;
    return MR_UNBOUND;
}

static MrValue get_typecode(MrThread *t, MrValue self) { return mr_str_char(t, (unsigned char)ARRAY(self)->code); }
static MrValue get_itemsize(MrThread *t, MrValue self)
{
    (void)t;
    return mr_small_int(ARRAY(self)->width);
}

static void trace(MrGc *gc, MrObj *o) { mr_mark_obj(gc, ((MrArray *)o)->store); }

static const MrMethodDef methods[] = {
    {"__new__(cls, /, *args, **kwargs)", array_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__repr__(self, /)", array_repr, "The text that repr(self) gives.", 0},
    {"__len__(self, /)", array_len, "The number that len(self) gives.", 0},
    {"__getitem__(self, key, /)", array_getitem, "What self[key] gives.", 0},
    {"__setitem__(self, key, value, /)", array_setitem, "Carry out self[key] = value.", 0},
    {"__delitem__(self, key, /)", array_delitem, "Carry out del self[key].", 0},
    {"__contains__(self, key, /)", array_contains, "Whether `key in self` holds.", 0},
    {"__iter__(self, /)", array_iter, "An iterator over self.", 0},
    {"__add__(self, value, /)", array_add, "What self + value gives.", 0},
    {"__iadd__(self, value, /)", array_iadd, "Update self in place: self += value.", 0},
    {"__mul__(self, value, /)", array_mul, "What self * value gives.", MR_METHOD_REPEAT},
    {"__rmul__(self, value, /)", array_mul, "What value * self gives.", MR_METHOD_REPEAT},
    {"__imul__(self, value, /)", array_imul, "Update self in place: self *= value.", MR_METHOD_REPEAT},
    {"__lt__(self, value, /)", array_lt, "Whether self < value.", 0},
    {"__le__(self, value, /)", array_le, "Whether self <= value.", 0},
    {"__eq__(self, value, /)", array_eq, "Whether self == value.", 0},
    {"__ne__(self, value, /)", array_ne, "Whether self != value.", 0},
    {"__gt__(self, value, /)", array_gt, "Whether self > value.", 0},
    {"__ge__(self, value, /)", array_ge, "Whether self >= value.", 0},
    {"__buffer__(self, flags, /)", mr_buffer_method, "A memoryview of the object's memory, for consumers of the buffer protocol.", 0},
    {"append(self, v, /)", array_append, "Put v at the end.", 0},
    {"buffer_info(self, /)", array_buffer_info, "(address, length): where the items lie in memory, and how many they are.", 0},
    {"byteswap(self, /)", array_byteswap, "Reverse the bytes inside each item: for data from a machine of the other byte order.", 0},
    {"count(self, v, /)", array_count, "How many items equal v.", 0},
    {"extend(self, bb, /)", array_extend, "Put the items of an iterable, or of an array with the same typecode, at the end.", 0},
    {"frombytes(self, buffer, /)", array_frombytes, "Appends items from the bytes of a buffer.", 0},
    {"fromfile(self, f, n, /)", array_fromfile,
     "Read n items in the machine's format from a binary file; EOFError, after adding what there was, when they are fewer.", 0},
    {"fromlist(self, list, /)", array_fromlist, "Put the items of a list at the end; if one does not fit, the array stays as it was.", 0},
    {"fromunicode(self, ustr, /)", array_fromunicode, "Put the characters of a str at the end; the typecode must be \"u\".", 0},
    {"index(self, v, start=0, stop=9223372036854775807, /)", array_index,
     "The position of the first item equal to v within [start:stop]; raises ValueError if there is none.", 0},
    {"insert(self, i, v, /)", array_insert, "Put v in front of item i.", 0},
    {"pop(self, i=-1, /)", array_pop, "Take out item i (the last one by default) and return it; raises IndexError if there is none.", 0},
    {"remove(self, v, /)", array_remove, "Take out the first item equal to v; raises ValueError if there is none.", 0},
    {"reverse(self, /)", array_reverse, "Turn the order of the items around, in place.", 0},
    {"tobytes(self, /)", array_tobytes, "The items in the machine's format, as bytes.", 0},
    {"tofile(self, f, /)", array_tofile, "Write what tobytes() gives to a binary file.", 0},
    {"tolist(self, /)", array_tolist, "The items as a list.", 0},
    {"tounicode(self, /)", array_tounicode, "Put the characters of a str at the end; the typecode must be \"u\".", 0},
    {"__copy__(self, /)", array_copy, "A new object with the same contents.", 0},
    {"__deepcopy__(self, unused, /)", array_copy, "A new object with the same contents.", 0},
    {"__reduce_ex__(self, value, /)", array_reduce, "What pickle and copy need to make such an object.", 0},
    {"__sizeof__(self, /)", array_sizeof, "The memory that the array takes, as a count of bytes.", 0},
    {"__class_getitem__(cls, item, /)", mr_container_class_getitem,
     "The class with type arguments, such as C[int], for annotations.", MR_METHOD_CLASS},
    {0},
};
static const MrGetSetDef getset[] = {
    {"typecode", get_typecode, NULL, "The letter that stands for the items' type."},
    {"itemsize", get_itemsize, NULL, "How many bytes an item takes."},
    {0},
};

static const MrTypeDef array_def = {
    .name = "array.array",
    .kind = MR_KIND_ARRAY,
    .size = sizeof(MrArray),
    .flags = MR_TYPEDEF_SEQUENCE | MR_TYPEDEF_ABSTRACT_HASH,
    .methods = methods,
    .getset = getset,
    .trace = trace,
    .doc = "Numbers of one machine type, packed: typecode is one of b B u h H i I l L q Q f d. Starts with the items of an iterable, or the bytes "
           "of a bytes object.",
};
static const MrMethodDef iterator_methods[] = {
    {"__reduce__(self, /)", mr_iter_reduce, "What pickle and copy need to make such an object.", 0},
    {"__setstate__(self, state, /)", mr_iter_setstate, "Go to the state that __reduce__() gave.", 0},
    {0},
};
static const MrTypeDef iterator_def = {.name = "array.arrayiterator", .kind = MR_KIND_ITER, .size = sizeof(MrIter),
                                       .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .methods = iterator_methods, .next = iterator_next};
static const MrTypeDef *const types[] = {&array_def, NULL};

MrType *mr_array_type(MrThread *t) { return mr_type_from_def(t, &array_def); }

static const MrMethodDef functions[] = {
    {"_array_reconstructor(arraytype, typecode, mformat_code, items, /)", array_reconstructor, "Make an array again from its pickled form.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    MrValue codes = mr_str_c(t, "bBuhHiIlLqQfd");
    MrType *type = mr_type_from_def(t, &array_def);
    if (codes == MR_ERROR || !type || !mr_module_add(t, m, "typecodes", codes) || !mr_module_add(t, m, "ArrayType", mr_val(type)))
        return false;
    MrValue abcs = mr_import(t, "_collections_abc"), sequence = abcs == MR_ERROR ? abcs : mr_getattr_c(t, abcs, "MutableSequence");
    MrValue enter = sequence == MR_ERROR ? sequence : mr_getattr_c(t, sequence, "register");
    return enter != MR_ERROR && mr_call1(t, enter, mr_val(type)) != MR_ERROR;
}

const MrModuleDef mr_module_array = {.name = "array", .functions = functions, .init = init, .types = types, .doc = "Packed sequences of numbers of one machine type."};
