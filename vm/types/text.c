/* Searching memory and position arguments, for str and the bytes types. See text.h for the contract. */
#define _GNU_SOURCE
#include "base/utf8.h"
#include "vm/types/text.h"

#include <limits.h>

#include "vm/isolate.h"

ptrdiff_t mr_mem_find(const char *hay, size_t n, const char *needle, size_t m)
{
    if (m > n)
        return -1;
    if (m == 0)
        return 0;
    if (m == 1) {
        const char *at = memchr(hay, (unsigned char)*needle, n);
        return at ? at - hay : -1;
    }
    /* memmem prepares a table before it looks at anything. Where the first byte is rare there is no need for one. */
    const char *p = hay, *end = hay + (n - m) + 1;
    for (size_t misses = 0; p < end && (p = memchr(p, (unsigned char)*needle, (size_t)(end - p))); p++) {
        if (p[m - 1] == needle[m - 1] && !memcmp(p, needle, m))
            return p - hay;
        if (++misses > 8 + (size_t)(p - hay) / 64) {
            p = memmem(p + 1, n - (size_t)(p + 1 - hay), needle, m);
            return p ? p - hay : -1;
        }
    }
    return -1;
}

ptrdiff_t mr_mem_rfind(const char *hay, size_t n, const char *needle, size_t m)
{
    if (m > n)
        return -1;
    if (m == 0)
        return (ptrdiff_t)n;
    for (size_t left = n - m + 1; left;) {
        const char *at = memrchr(hay, (unsigned char)*needle, left);
        if (!at)
            return -1;
        if (!memcmp(at, needle, m))
            return at - hay;
        left = (size_t)(at - hay);
    }
    return -1;
}

size_t mr_mem_count(const char *hay, size_t n, const char *needle, size_t m, size_t max)
{
    size_t count = 0;
    if (m == 1 && n < max) { /* the compiler vectorises this; memchr pays a call for each hit */
        for (size_t i = 0; i < n; i++)
            count += hay[i] == *needle;
        return count;
    }
    while (count < max) {
        ptrdiff_t at = mr_mem_find(hay, n, needle, m);
        if (at < 0)
            break;
        count++;
        hay += (size_t)at + m;
        n -= (size_t)at + m;
    }
    return count;
}

bool mr_has_index(MrThread *t, MrValue v) { return mr_is_integer(v) || mr_slot(t, mr_typeof(t, v), MR_SLOT_index) != MR_UNBOUND; }

bool mr_has_reflected_add(MrThread *t, MrValue v)
{
    MrType *type = mr_typeof(t, v);
    return (type->flags & MR_TYPE_HEAP) && mr_slot(t, type, MR_SLOT_radd) != MR_UNBOUND;
}

static bool read_bound(MrThread *t, MrValue v, size_t length, size_t otherwise, size_t *out)
{
    if (v == MR_UNBOUND || v == MR_NONE) {
        *out = otherwise;
        return true;
    }
    int64_t i;
    if (mr_is_int(v)) {
        i = mr_int_of(v);
    } else {
        if (!mr_has_index(t, v)) {
            mr_raise(t, MR_EXC_TypeError, "slice indices must be integers or None or have an __index__ method");
            return false;
        }
        bool ok = true;
        i = mr_to_i64_clamped(t, v, &ok);
        if (!ok)
            return false;
    }
    if (i < 0)
        i = i < -(int64_t)length ? 0 : i + (int64_t)length;
    *out = (size_t)i;
    return true;
}

bool mr_arg_window(MrThread *t, MrValue from, MrValue to, size_t length, size_t *start, size_t *stop)
{
    if (!read_bound(t, from, length, 0, start) || !read_bound(t, to, length, length, stop))
        return false;
    if (*stop > length)
        *stop = length;
    return true;
}

bool mr_arg_subscript(MrThread *t, MrValue key, const size_t *length, const char *what, size_t *index)
{
    int64_t i;
    if (mr_is_int(key)) {
        i = mr_int_of(key);
    } else if (!mr_to_ssize(t, key, &i)) {
        if (mr_clear_if(t, MR_EXC_OverflowError))
            mr_raise(t, MR_EXC_IndexError, "cannot fit '%s' into an index-sized integer", mr_type_name(t, key));
        return false;
    }
    if (i < 0)
        i += (int64_t)*length;
    if (i < 0 || (uint64_t)i >= *length) {
        if (what)
            mr_raise(t, MR_EXC_IndexError, "%s index out of range", what);
        return false;
    }
    *index = (size_t)i;
    return true;
}

bool mr_arg_ssize(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_UNBOUND)
        return true;
    if (mr_is_int(v)) {
        *out = mr_int_of(v);
        return true;
    }
    MrValue i = mr_index(t, v); /* the TypeError of a non-integer comes from here */
    if (i == MR_ERROR)
        return false;
    if (mr_to_i64(t, i, out))
        return true;
    if (mr_clear_if(t, MR_EXC_OverflowError))
        mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C ssize_t");
    return false;
}

bool mr_arg_int(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_UNBOUND)
        return true;
    if (!mr_arg_ssize(t, v, out)) {
        if (!mr_clear_if(t, MR_EXC_OverflowError))
            return false;
    } else if (*out >= INT32_MIN && *out <= INT32_MAX) {
        return true;
    }
    mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    return false;
}

const char *mr_arg_type_name(MrThread *t, MrValue v) { return v == MR_NONE ? "None" : mr_type_name(t, v); }

bool mr_bytes_double(MrThread *t, char *p, size_t n, size_t total)
{
    for (size_t done = n; done < total;) {
        size_t part = done < total - done ? done : total - done;
        if (part > MR_WORK_PIECE) {
            part = MR_WORK_PIECE < n ? n : MR_WORK_PIECE / n * n; /* whole copies, in bearable pieces */
            part = part < total - done ? part : total - done;
            if (!mr_limits_tick(t))
                return false;
        }
        if (n == 1)
            memset(p + done, *p, part);
        else
            memcpy(p + done, p, part);
        done += part;
    }
    return true;
}

/* Windows that overlap by the needle's length but one. */
bool mr_mem_find_long(MrThread *t, const char *hay, size_t n, const char *needle, size_t m, bool last, ptrdiff_t *at)
{
    size_t window = 4 * MR_WORK_PIECE > 4 * m ? 4 * MR_WORK_PIECE : 4 * m;
    if (MR_LIKELY(n <= window)) {
        *at = (last ? mr_mem_rfind : mr_mem_find)(hay, n, needle, m);
        return true;
    }
    size_t step = m ? window - (m - 1) : window;
    for (size_t done = 0; done < n; done += step) {
        size_t left = n - done, size = left < window ? left : window, from = last ? left - size : done;
        *at = (last ? mr_mem_rfind : mr_mem_find)(hay + from, size, needle, m);
        if (*at >= 0) {
            *at += (ptrdiff_t)from;
            return true;
        }
        if (!mr_limits_tick(t))
            return false;
        if (left <= window)
            break;
    }
    return true;
}

bool mr_text_validate_long(MrThread *t, const char *bytes, size_t n, bool surrogates, size_t *good)
{
    for (size_t at = 0; at < n;) {
        size_t end = mr_work_piece(at, n), fine = mr_utf8_validate(bytes + at, end - at, surrogates);
        if (fine < end - at && (end == n || end - at - fine >= 4)) {
            *good = at + fine;
            return true;
        }
        at += fine; /* up to a character that the piece's end cuts, or to the end */
        if (at < n && !mr_limits_tick(t))
            return false;
    }
    *good = n;
    return true;
}

bool mr_mem_count_long(MrThread *t, const char *hay, size_t n, const char *needle, size_t m, size_t max, size_t *count)
{
    *count = 0;
    if (n < MR_WORK_PIECE) {
        *count = mr_mem_count(hay, n, needle, m, max);
        return true;
    }
    if (m == 1) {
        for (size_t from = 0, end; from < n && *count < max; from = end) {
            end = mr_work_piece(from, n);
            *count += mr_mem_count(hay + from, end - from, needle, 1, max - *count);
            if (!mr_limits_tick(t))
                return false;
        }
        return true;
    }
    for (size_t work = 0; *count < max; ++*count) {
        ptrdiff_t at;
        if (!mr_limits_work(t, work) || !mr_mem_find_long(t, hay, n, needle, m, false, &at))
            return false;
        if (at < 0)
            break;
        hay += (size_t)at + m;
        n -= (size_t)at + m;
    }
    return true;
}

bool mr_arg_str(MrThread *t, MrValue v, const char *function, const char *which)
{
    if (mr_is_str(v))
        return true;
    mr_raise(t, MR_EXC_TypeError, "%s() argument %s%smust be str, not %s", function, which, *which ? " " : "", mr_arg_type_name(t, v));
    return false;
}

bool mr_arg_name(MrThread *t, MrValue v, const char *function, const char *which)
{
    if (!mr_arg_str(t, v, function, which))
        return false;
    if (!memchr(MR_STR(v)->bytes, 0, MR_STR(v)->nbytes))
        return true;
    mr_raise(t, MR_EXC_ValueError, "embedded null character");
    return false;
}
