/* Methods that bytes and bytearray share. Each works on the bytes of its self and returns a new object of that kind; letters are ASCII's.
 *
 * Invariant: arguments are converted before mr_view(a[0]) is taken, because converting may run script that resizes a bytearray.
 */
#include "vm/types/bytes.h"

#include "vm/isolate.h"
#include "vm/types/memoryview.h"
#include "vm/types/str.h"

static inline bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static inline bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static inline bool is_alpha(unsigned char c) { return is_lower(c | 32); }
static inline bool is_alnum(unsigned char c) { return is_alpha(c) || is_digit(c); }
static inline bool is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }
static inline char to_lower(unsigned char c) { return (char)(is_upper(c) ? c + 32 : c); }
static inline char to_upper(unsigned char c) { return (char)(is_lower(c) ? c - 32 : c); }

/* A part of self: an exact bytes that is used whole is not copied. */
static MrValue part(MrThread *t, MrValue self, const char *p, size_t n)
{
    if (mr_is_exact(self, MR_TYPE_bytes) && n == MR_BYTES(self)->length && p == MR_BYTES(self)->bytes)
        return self;
    return mr_bytes_as(t, self, p, n);
}

static bool need_buffer(MrThread *t, MrValue v, MrView *view) { return mr_buffer_of(t, v, &view->p, &view->n); }

static MrValue from_buf(MrThread *t, MrValue like, MrBuf *buf)
{
    MrValue v = buf->failed ? mr_raise_no_memory(t) : mr_bytes_as(t, like, buf->data ? buf->data : "", buf->length);
    mr_buf_fini(buf);
    return v;
}

/* ---- operators ---- */

MrValue bytes_len(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_small_int((int64_t)mr_view(a[0]).n);
}

MrValue bytes_add(MrThread *t, MrValue *a)
{
    MrView x = mr_view(a[0]), y;
    if (!mr_bytes_view(t, a[1], &y)) {
        if (mr_has_reflected_add(t, a[1]))
            return MR_NOT_IMPLEMENTED;
        return mr_raise(t, MR_EXC_TypeError, "can't concat %s to %s", mr_type_name(t, a[1]), mr_type_name(t, a[0]));
    }
    if (!y.n)
        return part(t, a[0], x.p, x.n);
    MrValue v = mr_is_bytes(a[0]) ? mr_bytes_unset(t, x.n + y.n) : mr_bytearray_new(t, NULL, x.n + y.n);
    if (v == MR_ERROR)
        return MR_ERROR;
    return mr_work_copy(t, mr_bytes_data(v), x.p, x.n) && mr_work_copy(t, mr_bytes_data(v) + x.n, y.p, y.n) ? v : MR_ERROR;
}

MrValue bytes_mul(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_to_ssize(t, a[1], &n))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    if (n < 0)
        n = 0;
    if (n == 1)
        return part(t, a[0], s.p, s.n);
    if (n && s.n > (size_t)PTRDIFF_MAX / (size_t)n)
        return mr_is_bytes(a[0]) ? mr_raise(t, MR_EXC_OverflowError, "repeated bytes are too long") : mr_raise_no_memory(t);
    size_t total = s.n * (size_t)n;
    MrValue v = mr_bytes_as(t, a[0], NULL, total);
    if (v == MR_ERROR || !total)
        return v;
    char *out = mr_bytes_data(v);
    memcpy(out, s.p, s.n);
    return mr_bytes_double(t, out, s.n, total) ? v : MR_ERROR;
}

MrValue bytes_mod(MrThread *t, MrValue *a)
{
    /* the format is copied: conversions run script */
    MrView s = mr_view(a[0]);
    MrValue format = mr_is_bytes(a[0]) ? a[0] : mr_bytes_new(t, s.p, s.n);
    return format == MR_ERROR ? MR_ERROR : mr_bytes_percent(t, mr_view(format).p, mr_view(format).n, a[1], mr_is_bytearray(a[0]));
}

MrValue bytes_rmod(MrThread *t, MrValue *a)
{
    MrValue swapped[2] = {a[1], a[0]};
    return mr_is_bytes(a[1]) || mr_is_bytearray(a[1]) ? bytes_mod(t, swapped) : MR_NOT_IMPLEMENTED;
}

static int compare(MrThread *t, MrView a, MrView b)
{
    int c = mr_work_compare(t, a.p, b.p, a.n < b.n ? a.n : b.n);
    return c ? c : a.n < b.n ? -1 : a.n > b.n;
}

/* What the type compares itself with: bytes with bytes and bytearray, bytearray with any buffer. */
static bool comparable(MrThread *t, MrValue self, MrValue other, MrView *view)
{
    return mr_bytes_view(t, other, view) && (mr_is_bytearray(self) || !mr_is_kind(other, MR_KIND_MEMORYVIEW));
}

/* The answer to a question of equality with what bytes are never equal to; a warning before it where those are wanted. */
static MrValue unequal_kinds(MrThread *t, MrValue self, MrValue other)
{
    if (!t->iso->warn_bytes)
        return MR_NOT_IMPLEMENTED;
    bool text = mr_is_str(other);
    if (!text && (!mr_is_integer(other) || mr_is_bytearray(self)))
        return MR_NOT_IMPLEMENTED;
    const char *message = mr_is_bytearray(self) ? "Comparison between bytearray and string" : text ? "Comparison between bytes and string" : "Comparison between bytes and int";
    return mr_warn(t, MR_EXC_BytesWarning, "%s", message) ? MR_NOT_IMPLEMENTED : MR_ERROR;
}

bool mr_bytes_warn_str(MrThread *t, MrValue v)
{
    return !t->iso->warn_bytes || mr_warn(t, MR_EXC_BytesWarning, "str() on a %s instance", mr_is_bytearray(v) ? "bytearray" : "bytes");
}

MrValue bytes_eq(MrThread *t, MrValue *a)
{
    MrView x = mr_view(a[0]), y;
    return comparable(t, a[0], a[1], &y) ? mr_bool(x.n == y.n && !mr_work_compare(t, x.p, y.p, x.n)) : unequal_kinds(t, a[0], a[1]);
}

MrValue bytes_ne(MrThread *t, MrValue *a)
{
    MrView x = mr_view(a[0]), y;
    return comparable(t, a[0], a[1], &y) ? mr_bool(x.n != y.n || mr_work_compare(t, x.p, y.p, x.n)) : unequal_kinds(t, a[0], a[1]);
}

#define ORDER(name, op)                                                                                                                     \
    MrValue bytes_##name(MrThread *t, MrValue *a)                                                                                           \
    {                                                                                                                                       \
        MrView y;                                                                                                                           \
        return comparable(t, a[0], a[1], &y) ? mr_bool(compare(t, mr_view(a[0]), y) op 0) : MR_NOT_IMPLEMENTED;                                \
    }
ORDER(lt, <)
ORDER(le, <=)
ORDER(gt, >)
ORDER(ge, >=)
#undef ORDER

/* ---- searching ---- */

/* A needle: bytes-like or one int; `byte` is room for the latter. [script] */
static bool read_needle(MrThread *t, MrValue v, MrView *needle, char *byte)
{
    if (mr_bytes_view(t, v, needle))
        return true;
    if (!mr_has_index(t, v)) {
        mr_raise(t, MR_EXC_TypeError, "argument should be integer or bytes-like object, not '%s'", mr_type_name(t, v));
        return false;
    }
    *needle = (MrView){byte, 1};
    return mr_byte_value(t, v, false, (unsigned char *)byte);
}

MrValue bytes_contains(MrThread *t, MrValue *a)
{
    char byte;
    MrView needle = {&byte, 1};
    if (mr_has_index(t, a[1]) ? !mr_byte_value(t, a[1], false, (unsigned char *)&byte) : !need_buffer(t, a[1], &needle))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    ptrdiff_t at;
    return mr_mem_find_long(t, s.p, s.n, needle.p, needle.n, false, &at) ? mr_bool(at >= 0) : MR_ERROR;
}

/* Reads (sub, start, end) and leaves the window of self; false: error. window->p NULL: outside of self. */
static bool read_search(MrThread *t, MrValue *a, MrView *needle, char *byte, MrView *window, size_t *start)
{
    size_t stop;
    if (!mr_arg_window(t, a[2], a[3], mr_view(a[0]).n, start, &stop) || !read_needle(t, a[1], needle, byte))
        return false;
    MrView s = mr_view(a[0]);
    if (stop > s.n)
        stop = s.n;
    *window = *start <= stop ? (MrView){s.p + *start, stop - *start} : (MrView){NULL, 0};
    return true;
}

static bool search(MrThread *t, MrValue *a, bool last, int64_t *at)
{
    MrView needle, window;
    char byte;
    size_t start;
    if (!read_search(t, a, &needle, &byte, &window, &start))
        return false;
    ptrdiff_t found = -1;
    if (window.p && !mr_mem_find_long(t, window.p, window.n, needle.p, needle.n, last, &found))
        return false;
    *at = found;
    if (*at >= 0)
        *at += (int64_t)start;
    return true;
}

MrValue bytes_find(MrThread *t, MrValue *a)
{
    int64_t at;
    return search(t, a, false, &at) ? mr_small_int(at) : MR_ERROR;
}

MrValue bytes_rfind(MrThread *t, MrValue *a)
{
    int64_t at;
    return search(t, a, true, &at) ? mr_small_int(at) : MR_ERROR;
}

MrValue bytes_index(MrThread *t, MrValue *a)
{
    int64_t at;
    if (!search(t, a, false, &at))
        return MR_ERROR;
    return at >= 0 ? mr_small_int(at) : mr_raise(t, MR_EXC_ValueError, "subsection not found");
}

MrValue bytes_rindex(MrThread *t, MrValue *a)
{
    int64_t at;
    if (!search(t, a, true, &at))
        return MR_ERROR;
    return at >= 0 ? mr_small_int(at) : mr_raise(t, MR_EXC_ValueError, "subsection not found");
}

MrValue bytes_count(MrThread *t, MrValue *a)
{
    MrView needle, window;
    char byte;
    size_t start;
    if (!read_search(t, a, &needle, &byte, &window, &start))
        return MR_ERROR;
    if (!window.p)
        return mr_small_int(0);
    size_t times = window.n + 1;
    return !needle.n || mr_mem_count_long(t, window.p, window.n, needle.p, needle.n, SIZE_MAX, &times) ? mr_small_int((int64_t)times) : MR_ERROR;
}

static bool has_affix(MrThread *t, MrView s, MrView affix, bool tail) { return affix.n <= s.n && !mr_work_compare(t, tail ? s.p + s.n - affix.n : s.p, affix.p, affix.n); }

static MrValue test_affix(MrThread *t, MrValue *a, bool tail)
{
    const char *name = tail ? "endswith" : "startswith";
    size_t start, stop;
    if (!mr_arg_window(t, a[2], a[3], mr_view(a[0]).n, &start, &stop))
        return MR_ERROR;
    MrView s = mr_view(a[0]), affix;
    if (stop > s.n)
        stop = s.n;
    bool inside = start <= stop;
    MrView window = inside ? (MrView){s.p + start, stop - start} : (MrView){"", 0};
    if (mr_is_tuple(a[1])) {
        for (size_t i = 0; i < MR_TUPLE(a[1])->length; i++) {
            if (!need_buffer(t, MR_TUPLE(a[1])->items[i], &affix))
                return MR_ERROR;
            if (inside && has_affix(t, window, affix, tail))
                return MR_TRUE;
        }
        return MR_FALSE;
    }
    if (!mr_bytes_view(t, a[1], &affix))
        return mr_raise(t, MR_EXC_TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, mr_type_name(t, a[1]));
    return mr_bool(inside && has_affix(t, window, affix, tail));
}

MrValue bytes_startswith(MrThread *t, MrValue *a) { return test_affix(t, a, false); }
MrValue bytes_endswith(MrThread *t, MrValue *a) { return test_affix(t, a, true); }

MrValue bytes_removeprefix(MrThread *t, MrValue *a)
{
    MrView affix;
    if (!need_buffer(t, a[1], &affix))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    size_t cut = has_affix(t, s, affix, false) ? affix.n : 0;
    return part(t, a[0], s.p + cut, s.n - cut);
}

MrValue bytes_removesuffix(MrThread *t, MrValue *a)
{
    MrView affix;
    if (!need_buffer(t, a[1], &affix))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    return part(t, a[0], s.p, s.n - (has_affix(t, s, affix, true) ? affix.n : 0));
}

MrValue bytes_replace(MrThread *t, MrValue *a)
{
    MrView old, new;
    int64_t limit = -1;
    if (!need_buffer(t, a[1], &old) || !need_buffer(t, a[2], &new) || !mr_arg_ssize(t, a[3], &limit))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    size_t max = limit < 0 ? SIZE_MAX : (size_t)limit;
    size_t times = s.n + 1 < max ? s.n + 1 : max;
    if (old.n && !mr_mem_count_long(t, s.p, s.n, old.p, old.n, max, &times))
        return MR_ERROR;
    if (!times)
        return part(t, a[0], s.p, s.n);
    if (new.n > old.n && times > ((size_t)PTRDIFF_MAX - s.n) / (new.n - old.n))
        return mr_raise(t, MR_EXC_OverflowError, "replace bytes is too long");
    MrValue v = mr_bytes_as(t, a[0], NULL, s.n - times * old.n + times * new.n);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *out = mr_bytes_data(v);
    const char *p = s.p, *end = s.p + s.n;
    size_t work = 0;
    for (bool first = true; times--; first = false) {
        /* an empty needle stands before each byte and at the end */
        ptrdiff_t skip = !first;
        if (!mr_limits_work(t, work) || (old.n && !mr_mem_find_long(t, p, (size_t)(end - p), old.p, old.n, false, &skip)) || !mr_work_copy(t, out, p, (size_t)skip) || !mr_work_copy(t, out + skip, new.p, new.n))
            return MR_ERROR;
        out += (size_t)skip + new.n;
        p += (size_t)skip + old.n;
    }
    return mr_work_copy(t, out, p, (size_t)(end - p)) ? v : MR_ERROR;
}

/* ---- splitting ---- */

static bool push(MrThread *t, MrValue list, MrValue self, const char *p, size_t n)
{
    MrValue v = part(t, self, p, n);
    return v != MR_ERROR && mr_list_append(t, list, v);
}

static bool split_words(MrThread *t, MrValue list, MrValue self, MrView s, size_t max)
{
    size_t i = 0;
    for (;;) {
        while (i < s.n && is_space((unsigned char)s.p[i]))
            i++;
        if (i == s.n)
            return true;
        size_t from = i;
        if (!max--)
            return push(t, list, self, s.p + from, s.n - from);
        while (i < s.n && !is_space((unsigned char)s.p[i]))
            i++;
        if (!push(t, list, self, s.p + from, i - from))
            return false;
    }
}

static bool rsplit_words(MrThread *t, MrValue list, MrValue self, MrView s, size_t max)
{
    size_t i = s.n;
    for (;;) {
        while (i && is_space((unsigned char)s.p[i - 1]))
            i--;
        if (!i)
            return true;
        size_t to = i;
        if (!max--)
            return push(t, list, self, s.p, to);
        while (i && !is_space((unsigned char)s.p[i - 1]))
            i--;
        if (!push(t, list, self, s.p + i, to - i))
            return false;
    }
}

static bool split_by(MrThread *t, MrValue list, MrValue self, MrView s, MrView sep, size_t max)
{
    for (; max; max--) {
        ptrdiff_t at = mr_mem_find(s.p, s.n, sep.p, sep.n);
        if (at < 0)
            break;
        if (!push(t, list, self, s.p, (size_t)at))
            return false;
        s.p += (size_t)at + sep.n;
        s.n -= (size_t)at + sep.n;
    }
    return push(t, list, self, s.p, s.n);
}

static bool rsplit_by(MrThread *t, MrValue list, MrValue self, MrView s, MrView sep, size_t max)
{
    for (; max; max--) {
        ptrdiff_t at = mr_mem_rfind(s.p, s.n, sep.p, sep.n);
        if (at < 0)
            break;
        size_t from = (size_t)at + sep.n;
        if (!push(t, list, self, s.p + from, s.n - from))
            return false;
        s.n = (size_t)at;
    }
    return push(t, list, self, s.p, s.n);
}

static MrValue split(MrThread *t, MrValue *a, bool from_right)
{
    int64_t limit = -1;
    MrView sep = {NULL, 0};
    bool words = a[1] == MR_UNBOUND || a[1] == MR_NONE;
    if (!mr_arg_ssize(t, a[2], &limit) || (!words && !need_buffer(t, a[1], &sep)))
        return MR_ERROR;
    if (!words && !sep.n)
        return mr_raise(t, MR_EXC_ValueError, "empty separator");
    MrValue list = mr_list_new(t, 0);
    if (list == MR_ERROR)
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    size_t max = limit < 0 ? SIZE_MAX : (size_t)limit;
    bool ok = words ? (from_right ? rsplit_words : split_words)(t, list, a[0], s, max) : (from_right ? rsplit_by : split_by)(t, list, a[0], s, sep, max);
    if (!ok)
        return MR_ERROR;
    MrList *l = MR_LIST(list);
    for (size_t i = 0, j = l->length; from_right && i + 1 < j; i++) {
        MrValue v = l->items[i];
        l->items[i] = l->items[--j];
        l->items[j] = v;
    }
    return list;
}

MrValue bytes_split(MrThread *t, MrValue *a) { return split(t, a, false); }
MrValue bytes_rsplit(MrThread *t, MrValue *a) { return split(t, a, true); }

static MrValue partition(MrThread *t, MrValue *a, bool last)
{
    MrView sep;
    if (!need_buffer(t, a[1], &sep))
        return MR_ERROR;
    if (!sep.n)
        return mr_raise(t, MR_EXC_ValueError, "empty separator");
    MrView s = mr_view(a[0]);
    ptrdiff_t at = (last ? mr_mem_rfind : mr_mem_find)(s.p, s.n, sep.p, sep.n);
    MrValue parts[3];
    if (at < 0) {
        parts[last ? 2 : 0] = part(t, a[0], s.p, s.n);
        parts[1] = mr_bytes_as(t, a[0], "", 0);
        parts[last ? 0 : 2] = mr_bytes_as(t, a[0], "", 0);
    } else {
        size_t from = (size_t)at + sep.n;
        parts[0] = mr_bytes_as(t, a[0], s.p, (size_t)at);
        parts[1] = mr_is_bytes(a[0]) ? a[1] : mr_bytes_as(t, a[0], sep.p, sep.n); /* the separator as it was given */
        parts[2] = mr_bytes_as(t, a[0], s.p + from, s.n - from);
    }
    for (int i = 0; i < 3; i++)
        if (parts[i] == MR_ERROR)
            return MR_ERROR;
    return mr_tuple_from(t, parts, 3);
}

MrValue bytes_partition(MrThread *t, MrValue *a) { return partition(t, a, false); }
MrValue bytes_rpartition(MrThread *t, MrValue *a) { return partition(t, a, true); }

MrValue bytes_splitlines(MrThread *t, MrValue *a)
{
    int keep = a[1] == MR_UNBOUND ? 0 : mr_truth(t, a[1]);
    MrValue list = keep < 0 ? MR_ERROR : mr_list_new(t, 0);
    if (list == MR_ERROR)
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        while (i < s.n && s.p[i] != '\n' && s.p[i] != '\r')
            i++;
        size_t stop = i;
        if (i < s.n)
            i += s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n' ? 2 : 1;
        if (!push(t, list, a[0], s.p + from, (keep ? i : stop) - from))
            return MR_ERROR;
    }
    return list;
}

/* ---- join ---- */

static MrValue join(MrThread *t, MrValue *a)
{
    MrValue items = a[1], *v;
    size_t n, total = 0;
    bool exact = mr_is_exact(items, MR_TYPE_list) || mr_is_exact(items, MR_TYPE_tuple); /* a subclass may iterate otherwise */
    if (!exact || !mr_sequence_items(items, &v, &n)) {
        MrValue it = mr_iter(t, items);
        if (it == MR_ERROR)
            return mr_clear_if(t, MR_EXC_TypeError) ? mr_raise(t, MR_EXC_TypeError, "can only join an iterable") : MR_ERROR;
        items = mr_list_of(t, it);
        if (items == MR_ERROR || !mr_sequence_items(items, &v, &n))
            return MR_ERROR;
    }
    if (n == 1 && mr_is_exact(v[0], MR_TYPE_bytes) && mr_is_bytes(a[0]))
        return v[0];
    MrView sep = mr_view(a[0]), item;
    bool own = false;
    for (size_t i = 0; i < n; i++) {
        if (!mr_bytes_view(t, v[i], &item)) {
            /* it may give a memoryview of itself: that takes its place, in a copy of the list */
            if (!own && (items = mr_list_from(t, v, n)) == MR_ERROR)
                return MR_ERROR;
            own = true;
            v = MR_LIST(items)->items;
            MrValue view = mr_memoryview_asked(t, v[i], MR_BUFFER_SIMPLE);
            if (view == MR_ERROR)
                return MR_ERROR;
            if (view == MR_UNBOUND || !mr_bytes_view(t, view, &item))
                return mr_raise(t, MR_EXC_TypeError, "sequence item %zu: expected a bytes-like object, %s found", i, mr_type_name(t, v[i]));
            v[i] = view;
            sep = mr_view(a[0]);
        }
        total += item.n + (i ? sep.n : 0);
        if (total > PTRDIFF_MAX)
            return mr_raise(t, MR_EXC_OverflowError, "join() result is too long");
    }
    MrValue result = mr_bytes_as(t, a[0], NULL, total);
    if (result == MR_ERROR)
        return MR_ERROR;
    char *out = mr_bytes_data(result);
    for (size_t i = 0, work = 0; i < n; i++) {
        if (i) {
            if (!mr_work_copy(t, out, sep.p, sep.n))
                return MR_ERROR;
            out += sep.n;
        }
        if (mr_bytes_view(t, v[i], &item)) {
            if (!mr_limits_work(t, work) || !mr_work_copy(t, out, item.p, item.n))
                return MR_ERROR;
            out += item.n;
        }
    }
    return result;
}

/* What the items are may run script, which must not resize the separator meanwhile. */
MrValue bytes_join(MrThread *t, MrValue *a)
{
    if (!mr_is_kind(a[0], MR_KIND_BYTEARRAY))
        return join(t, a);
    MrByteArray *separator = MR_BYTEARRAY(a[0]);
    separator->pins++;
    separator->exports++;
    MrValue result = join(t, a);
    separator->pins--;
    separator->exports--;
    return result;
}

/* ---- mapping and testing bytes ---- */

static MrValue map_bytes(MrThread *t, MrValue self, char (*map)(unsigned char))
{
    MrView s = mr_view(self);
    MrValue v = mr_bytes_as(t, self, NULL, s.n);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *out = mr_bytes_data(v);
    for (size_t i = 0, work = 0; i < s.n; i++) {
        out[i] = map((unsigned char)s.p[i]);
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return v;
}

static char swap(unsigned char c) { return is_lower(c) ? to_upper(c) : to_lower(c); }

MrValue bytes_lower(MrThread *t, MrValue *a) { return map_bytes(t, a[0], to_lower); }
MrValue bytes_upper(MrThread *t, MrValue *a) { return map_bytes(t, a[0], to_upper); }
MrValue bytes_swapcase(MrThread *t, MrValue *a) { return map_bytes(t, a[0], swap); }

MrValue bytes_capitalize(MrThread *t, MrValue *a)
{
    MrValue v = map_bytes(t, a[0], to_lower);
    if (v != MR_ERROR && mr_view(v).n)
        mr_bytes_data(v)[0] = to_upper((unsigned char)mr_bytes_data(v)[0]);
    return v;
}

MrValue bytes_title(MrThread *t, MrValue *a)
{
    MrValue v = map_bytes(t, a[0], to_lower);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *p = mr_bytes_data(v);
    bool inside = false;
    for (size_t i = 0, n = mr_view(v).n; i < n; i++) {
        bool letter = is_alpha((unsigned char)p[i]);
        if (letter && !inside)
            p[i] = to_upper((unsigned char)p[i]);
        inside = letter;
    }
    return v;
}

#define CLASS(name, test)                                                                                                                   \
    MrValue bytes_##name(MrThread *t, MrValue *a)                                                                                           \
    {                                                                                                                                       \
        MrView s = mr_view(a[0]);                                                                                                           \
        for (size_t i = 0, work = 0; i < s.n; i++)                                                                                          \
            if (!mr_limits_work(t, work))                                                                                                   \
                return MR_ERROR;                                                                                                            \
            else if (!test((unsigned char)s.p[i]))                                                                                          \
                return MR_FALSE;                                                                                                            \
        return mr_bool(s.n > 0);                                                                                                            \
    }
CLASS(isalnum, is_alnum)
CLASS(isalpha, is_alpha)
CLASS(isdigit, is_digit)
CLASS(isspace, is_space)
#undef CLASS

MrValue bytes_isascii(MrThread *t, MrValue *a)
{
    (void)t;
    return mr_bool(mr_utf8_is_ascii(mr_view(a[0]).p, mr_view(a[0]).n));
}

static MrValue test_case(MrThread *t, MrView s, bool want_upper)
{
    bool found = false;
    for (size_t i = 0, work = 0; i < s.n; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        unsigned char c = (unsigned char)s.p[i];
        if (want_upper ? is_lower(c) : is_upper(c))
            return MR_FALSE;
        found |= is_alpha(c);
    }
    return mr_bool(found);
}

MrValue bytes_islower(MrThread *t, MrValue *a)
{
    return test_case(t, mr_view(a[0]), false);
}

MrValue bytes_isupper(MrThread *t, MrValue *a)
{
    return test_case(t, mr_view(a[0]), true);
}

MrValue bytes_istitle(MrThread *t, MrValue *a)
{
    MrView s = mr_view(a[0]);
    bool found = false, inside = false;
    for (size_t i = 0, work = 0; i < s.n; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        unsigned char c = (unsigned char)s.p[i];
        if (is_alpha(c) && is_upper(c) == inside)
            return MR_FALSE;
        inside = is_alpha(c);
        found |= inside;
    }
    return mr_bool(found);
}

MrValue bytes_translate(MrThread *t, MrValue *a)
{
    MrView table = {NULL, 0}, delete = {NULL, 0};
    if (a[1] != MR_NONE) {
        if (!need_buffer(t, a[1], &table))
            return MR_ERROR;
        if (table.n != 256)
            return mr_raise(t, MR_EXC_ValueError, "translation table must be 256 characters long");
    }
    if (a[2] != MR_UNBOUND && !need_buffer(t, a[2], &delete))
        return MR_ERROR;
    bool gone[256] = {false};
    for (size_t i = 0; i < delete.n; i++)
        gone[(unsigned char)delete.p[i]] = true;
    MrView s = mr_view(a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    mr_buf_reserve(&buf, s.n);
    for (size_t i = 0, work = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (!gone[c])
            mr_buf_putc(&buf, table.p ? table.p[c] : (char)c);
    }
    return from_buf(t, a[0], &buf);
}

MrValue bytes_maketrans(MrThread *t, MrValue *a)
{
    MrView from, to;
    if (!need_buffer(t, a[0], &from) || !need_buffer(t, a[1], &to))
        return MR_ERROR;
    if (from.n != to.n)
        return mr_raise(t, MR_EXC_ValueError, "maketrans arguments must have same length");
    MrValue v = mr_bytes_new(t, NULL, 256);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *table = mr_bytes_data(v);
    for (int i = 0; i < 256; i++)
        table[i] = (char)i;
    for (size_t i = 0; i < from.n; i++)
        table[(unsigned char)from.p[i]] = to.p[i];
    return v;
}

/* ---- strip and pad ---- */

enum { LEFT = 1, RIGHT = 2 };

static MrValue strip(MrThread *t, MrValue *a, unsigned sides)
{
    MrView set = {" \t\n\r\v\f", 6};
    if (a[1] != MR_UNBOUND && a[1] != MR_NONE && !need_buffer(t, a[1], &set))
        return MR_ERROR;
    bool in_set[256] = {false};
    for (size_t i = 0; i < set.n; i++)
        in_set[(unsigned char)set.p[i]] = true;
    MrView s = mr_view(a[0]);
    size_t work = 0;
    for (; sides & LEFT && s.n && in_set[(unsigned char)*s.p]; s.n--, s.p++)
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    for (; sides & RIGHT && s.n && in_set[(unsigned char)s.p[s.n - 1]]; s.n--)
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    return part(t, a[0], s.p, s.n);
}

MrValue bytes_strip(MrThread *t, MrValue *a) { return strip(t, a, LEFT | RIGHT); }
MrValue bytes_lstrip(MrThread *t, MrValue *a) { return strip(t, a, LEFT); }
MrValue bytes_rstrip(MrThread *t, MrValue *a) { return strip(t, a, RIGHT); }

static MrValue pad(MrThread *t, MrValue self, size_t left, size_t right, char fill)
{
    MrView s = mr_view(self);
    if (!left && !right)
        return part(t, self, s.p, s.n);
    if (left + right > (size_t)PTRDIFF_MAX - s.n)
        return mr_raise_no_memory(t);
    MrValue v = mr_bytes_as(t, self, NULL, s.n + left + right);
    if (v == MR_ERROR)
        return MR_ERROR;
    char *out = mr_bytes_data(v);
    return mr_work_fill(t, out, fill, left) && mr_work_copy(t, out + left, s.p, s.n) && mr_work_fill(t, out + left + s.n, fill, right) ? v : MR_ERROR;
}

static bool read_padding(MrThread *t, MrValue *a, const char *name, size_t *missing, char *fill)
{
    int64_t width = 0;
    if (!mr_arg_ssize(t, a[1], &width))
        return false;
    *fill = ' ';
    if (a[2] != MR_UNBOUND) {
        if ((!mr_is_bytes(a[2]) && !mr_is_bytearray(a[2])) || mr_view(a[2]).n != 1) {
            mr_raise(t, MR_EXC_TypeError, "%s() argument 2 must be a byte string of length 1, not %s", name, mr_arg_type_name(t, a[2]));
            return false;
        }
        *fill = mr_view(a[2]).p[0];
    }
    int64_t n = (int64_t)mr_view(a[0]).n;
    *missing = width > n ? (size_t)(width - n) : 0;
    return true;
}

MrValue bytes_ljust(MrThread *t, MrValue *a)
{
    size_t missing;
    char fill;
    return read_padding(t, a, "ljust", &missing, &fill) ? pad(t, a[0], 0, missing, fill) : MR_ERROR;
}

MrValue bytes_rjust(MrThread *t, MrValue *a)
{
    size_t missing;
    char fill;
    return read_padding(t, a, "rjust", &missing, &fill) ? pad(t, a[0], missing, 0, fill) : MR_ERROR;
}

MrValue bytes_center(MrThread *t, MrValue *a)
{
    size_t missing;
    char fill;
    if (!read_padding(t, a, "center", &missing, &fill))
        return MR_ERROR;
    size_t left = missing / 2 + (missing & (mr_view(a[0]).n + missing) & 1);
    return pad(t, a[0], left, missing - left, fill);
}

MrValue bytes_zfill(MrThread *t, MrValue *a)
{
    int64_t width = 0;
    if (!mr_arg_ssize(t, a[1], &width))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    size_t missing = width > (int64_t)s.n ? (size_t)width - s.n : 0;
    MrValue v = pad(t, a[0], missing, 0, '0');
    if (v == MR_ERROR || !missing || !s.n)
        return v;
    char *out = mr_bytes_data(v);
    if (out[missing] == '+' || out[missing] == '-') {
        out[0] = out[missing];
        out[missing] = '0';
    }
    return v;
}

MrValue bytes_expandtabs(MrThread *t, MrValue *a)
{
    int64_t size = 8, column = 0;
    if (!mr_arg_int(t, a[1], &size))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    MrBuf buf = MR_BUF_EMPTY;
    for (size_t i = 0, work = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!mr_limits_work(t, work))
            return mr_buf_fini(&buf), MR_ERROR;
        if (c == '\t') {
            int64_t n = size > 0 ? size - column % size : 0;
            if (!mr_limits_buf(t, &buf, n))
                return mr_buf_fini(&buf), MR_ERROR;
            mr_work_fill_buf(t, &buf, ' ', (size_t)n);
            column += n;
        } else {
            mr_buf_putc(&buf, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return from_buf(t, a[0], &buf);
}

/* ---- to text ---- */

MrValue bytes_decode(MrThread *t, MrValue *a)
{
    if ((a[1] != MR_UNBOUND && !mr_arg_name(t, a[1], "decode", "'encoding'")) || (a[2] != MR_UNBOUND && !mr_arg_name(t, a[2], "decode", "'errors'")))
        return MR_ERROR;
    MrView s = mr_view(a[0]);
    if (s.n == 0) /* whatever the encoding, and whether it exists or not */
        return mr_str_new(t, "", 0);
    return mr_decode(t, s.p, s.n, a[1] == MR_UNBOUND ? "utf-8" : mr_cstr(a[1]), a[2] == MR_UNBOUND ? "strict" : mr_cstr(a[2]));
}

MrValue mr_bytes_hex(MrThread *t, const char *p, size_t n, MrValue sep, MrValue per_sep)
{
    static const char digits[] = "0123456789abcdef";
    int64_t group = 1;
    char glue = 0;
    if (!mr_arg_int(t, per_sep, &group))
        return MR_ERROR;
    if (sep != MR_UNBOUND) {
        int64_t length = mr_len(t, sep);
        if (length < 0)
            return MR_ERROR;
        if (length != 1)
            return mr_raise(t, MR_EXC_ValueError, "sep must be length 1.");
        if (!mr_is_str(sep) && !mr_is_bytes(sep))
            return mr_raise(t, MR_EXC_TypeError, "sep must be str or bytes.");
        glue = mr_is_str(sep) ? MR_STR(sep)->bytes[0] : MR_BYTES(sep)->bytes[0];
        if ((unsigned char)glue >= 128)
            return mr_raise(t, MR_EXC_ValueError, "sep must be ASCII.");
    }
    size_t size = group < 0 ? (size_t)-group : (size_t)group;
    bool grouped = sep != MR_UNBOUND && size && n;
    size_t total = n * 2 + (grouped ? (n - 1) / size : 0);
    char *out;
    MrValue v = n ? mr_str_ascii(t, total, &out) : mr_str_sized(t, "", 0, 0);
    if (v == MR_ERROR)
        return MR_ERROR;
    for (size_t i = 0, work = 0; i < n; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        /* groups are counted from the right, with a negative size from the left */
        if (grouped && i && (group > 0 ? (n - i) % size : i % size) == 0)
            *out++ = glue;
        *out++ = digits[(unsigned char)p[i] >> 4];
        *out++ = digits[p[i] & 15];
    }
    return v;
}

MrValue bytes_hex(MrThread *t, MrValue *a) { return mr_bytes_hex(t, mr_view(a[0]).p, mr_view(a[0]).n, a[1], a[2]); }
