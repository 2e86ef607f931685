/* What list and tuple share. Every function reads the sequence anew after each step that may run script. See sequence.h. */
#include "vm/types/sequence.h"

#include "vm/isolate.h"
#include "vm/types/genericalias.h"

#define MAX_ITEMS ((size_t)PTRDIFF_MAX / sizeof(MrValue))

bool mr_sequence_items(MrValue v, MrValue **items, size_t *n)
{
    if (mr_is_list(v)) {
        *items = MR_LIST(v)->items;
        *n = MR_LIST(v)->length;
        return true;
    }
    if (mr_is_tuple(v)) {
        *items = MR_TUPLE(v)->items;
        *n = MR_TUPLE(v)->length;
        return true;
    }
    return false;
}

static MrValue compare_lengths(MrCompare op, size_t n, size_t m)
{
    switch (op) {
    case MR_CMP_LT: return mr_bool(n < m);
    case MR_CMP_LE: return mr_bool(n <= m);
    case MR_CMP_EQ: return mr_bool(n == m);
    case MR_CMP_NE: return mr_bool(n != m);
    case MR_CMP_GT: return mr_bool(n > m);
    default: return mr_bool(n >= m);
    }
}

MrValue mr_sequence_compare(MrThread *t, MrCompare op, MrValue a, MrValue b)
{
    MrValue *x = NULL, *y = NULL;
    size_t n = 0, m = 0, i;
    if (!mr_stack_ok_in(t, " in comparison"))
        return MR_ERROR;
    (void)mr_sequence_items(a, &x, &n);
    (void)mr_sequence_items(b, &y, &m);
    bool equality = op == MR_CMP_EQ || op == MR_CMP_NE;
    if (equality && n != m && mr_is_list(a))
        return mr_bool(op == MR_CMP_NE);
    for (i = 0; i < n && i < m; i++) {
        if (x[i] == y[i])
            continue;
        if (mr_both_int(x[i], y[i]))
            break;
        int r = mr_eq(t, x[i], y[i]);
        if (r < 0)
            return MR_ERROR;
        (void)mr_sequence_items(a, &x, &n);
        (void)mr_sequence_items(b, &y, &m);
        if (!r)
            break;
    }
    if (i >= n || i >= m)
        return compare_lengths(op, n, m);
    if (equality)
        return mr_bool(op == MR_CMP_NE);
    return mr_compare(t, op, x[i], y[i]);
}

int mr_sequence_contains(MrThread *t, MrValue sequence, MrValue value)
{
    int64_t i = mr_sequence_find(t, sequence, value, MR_UNBOUND, MR_UNBOUND);
    return i == -2 ? -1 : i >= 0;
}

static bool read_bound(MrThread *t, MrValue v, size_t length, size_t *out)
{
    if (v == MR_UNBOUND)
        return true;
    bool ok = true;
    if (!mr_has_index(t, v)) {
        mr_raise(t, MR_EXC_TypeError, "slice indices must be integers or have an __index__ method");
        return false;
    }
    int64_t i = mr_to_i64_clamped(t, v, &ok);
    *out = i < 0 ? (i < -(int64_t)length ? 0 : (size_t)(i + (int64_t)length)) : (size_t)i;
    return ok;
}

int64_t mr_sequence_find(MrThread *t, MrValue sequence, MrValue value, MrValue start, MrValue stop)
{
    MrValue *items = NULL;
    size_t n = 0, from = 0, to = SIZE_MAX;
    (void)mr_sequence_items(sequence, &items, &n);
    if (!read_bound(t, start, n, &from) || !read_bound(t, stop, n, &to))
        return -2;
    (void)mr_sequence_items(sequence, &items, &n);
    for (size_t i = from; i < to && i < n; i++) {
        if (items[i] == value)
            return (int64_t)i;
        if (mr_both_int(items[i], value))
            continue;
        int r = mr_eq(t, items[i], value);
        if (r)
            return r < 0 ? -2 : (int64_t)i;
        (void)mr_sequence_items(sequence, &items, &n);
    }
    return -1;
}

MrValue mr_sequence_count(MrThread *t, MrValue sequence, MrValue value)
{
    MrValue *items = NULL;
    size_t n, count = 0;
    for (size_t i = 0; mr_sequence_items(sequence, &items, &n) && i < n; i++) {
        int r = items[i] == value ? 1 : mr_both_int(items[i], value) ? 0 : mr_eq(t, items[i], value);
        if (r < 0)
            return MR_ERROR;
        count += (size_t)r;
    }
    return mr_int(t, (int64_t)count);
}

bool mr_sequence_repr_items(MrThread *t, MrBuf *buf, MrValue sequence)
{
    MrValue *items = NULL;
    size_t n;
    for (size_t i = 0; mr_sequence_items(sequence, &items, &n) && i < n; i++) {
        if (i)
            mr_buf_puts(buf, ", ");
        if (!mr_repr_to(t, buf, items[i]))
            return false;
    }
    return true;
}

bool mr_items_repeat(MrThread *t, MrValue *to, const MrValue *from, size_t n, size_t times)
{
    size_t total = n * times, done = n;
    if (!total)
        return true;
    if (to != from && !mr_work_copy_values(t, to, from, n))
        return false;
    while (done < total) { /* doubles what is there */
        size_t more = done <= total - done ? done : total - done;
        if (more > MR_WORK_PIECE / sizeof *to) {
            more = MR_WORK_PIECE / sizeof *to < n ? n : MR_WORK_PIECE / sizeof *to / n * n; /* whole copies, in bearable pieces */
            if (more > total - done)
                more = total - done;
            if (!mr_limits_tick(t))
                return false;
        }
        if (!mr_work_copy_values(t, to + done, to, more))
            return false;
        done += more;
    }
    return true;
}

bool mr_repeat_size(MrThread *t, MrValue times_value, size_t n, size_t *times)
{
    int64_t count;
    if (!mr_to_ssize(t, times_value, &count))
        return false;
    *times = count < 0 ? 0 : (size_t)count;
    if (n && *times > MAX_ITEMS / n) {
        mr_raise_no_memory(t);
        return false;
    }
    return true;
}

MrValue mr_container_class_getitem(MrThread *t, MrValue *a)
{
    return mr_generic_alias(t, a[0], a[1]);
}
