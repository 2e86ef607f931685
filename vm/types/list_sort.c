/* Sorting: a stable merge sort that uses the runs it finds (powersort's merge order, binary insertion for short runs, galloping merges).
 *
 * Which items are compared, and in which order, is CPython's: a script that counts comparisons, or whose comparisons contradict each other, can tell.
 * While it sorts, the list is empty and the values live in lists of the sort's own, so that comparison functions may do what they like; a
 * list that was changed meanwhile is a ValueError. What is sorted is an array of keys, with the values moved alongside when there is a key
 * function. Lists of all small ints, all floats or all strs are compared without calls that could fail or run script; this is found out by
 * one pass over the keys before.
 */
#include "vm/isolate.h"
#include "vm/types/sequence.h"

#define MIN_GALLOP 7
#define MAX_RUNS 85
#define STEPS_AT_ONCE 65536 /* which compare or move little, before the limits are looked at */

typedef struct Sort Sort;
typedef int Less(Sort *s, MrValue a, MrValue b); /* a < b: 1, 0, -1 */

typedef struct Run {
    size_t start, length;
    int power;
} Run;

struct Sort {
    MrThread *t;
    Less *less;
    MrValue *keys, *values;       /* values is NULL when the keys are what is sorted */
    MrList *key_list, *value_list;/* own the arrays */
    MrList *spare_keys, *spare_values; /* room for the shorter side of a merge; their lengths keep it marked */
    size_t n;
    size_t min_gallop, work;
    Run runs[MAX_RUNS];
    int n_runs;
};

/* ---- comparing ---- */

static int less_int(Sort *s, MrValue a, MrValue b)
{
    (void)s;
    return (int64_t)(a << 16) < (int64_t)(b << 16);
}

static int less_float(Sort *s, MrValue a, MrValue b)
{
    (void)s;
    return mr_float_of(a) < mr_float_of(b);
}

/* UTF-8 sorts bytewise as its code points do. */
static int less_str(Sort *s, MrValue a, MrValue b)
{
    MrStr *x = MR_STR(a), *y = MR_STR(b);
    int c = mr_work_compare(s->t, x->bytes, y->bytes, x->nbytes < y->nbytes ? x->nbytes : y->nbytes);
    return c ? c < 0 : x->nbytes < y->nbytes;
}

/* a < b for tuples whose first difference lies between two ints, strs or floats: 1, 0, or -1 when it takes more to know. */
static int less_tuple(Sort *s, const MrTuple *a, const MrTuple *b)
{
    size_t n = a->length < b->length ? a->length : b->length;
    for (size_t i = 0; i < n; i++) {
        MrValue x = a->items[i], y = b->items[i];
        if (x == y)
            continue;
        if (mr_both_int(x, y))
            return less_int(s, x, y);
        if (mr_is_exact(x, MR_TYPE_str) && mr_is_exact(y, MR_TYPE_str)) {
            if (!mr_str_equal(s->t, MR_STR(x), MR_STR(y)))
                return less_str(s, x, y);
        } else if (mr_is_float(x) && mr_is_float(y)) {
            if (mr_float_of(x) != mr_float_of(y))
                return less_float(s, x, y);
        } else {
            return -1;
        }
    }
    return a->length < b->length;
}

static int less_any(Sort *s, MrValue a, MrValue b)
{
    if (mr_both_int(a, b))
        return less_int(s, a, b);
    if (mr_is_exact(a, MR_TYPE_tuple) && mr_is_exact(b, MR_TYPE_tuple)) {
        int less = less_tuple(s, MR_TUPLE(a), MR_TUPLE(b));
        if (less >= 0)
            return mr_limits_tick(s->t) ? less : -1;
    }
    MrValue r = mr_compare(s->t, MR_CMP_LT, a, b);
    if (r == MR_ERROR || !mr_limits_tick(s->t))
        return -1;
    return mr_is_bool(r) ? r == MR_TRUE : mr_truth(s->t, r);
}

static Less *choose(MrThread *t, const MrValue *keys, size_t n)
{
    size_t ints = 0, floats = 0, strs = 0;
    for (size_t i = 0; i < n; i++) {
        if (MR_UNLIKELY(i % STEPS_AT_ONCE == STEPS_AT_ONCE - 1) && !mr_limits_tick(t))
            return NULL;
        ints += mr_is_int(keys[i]);
        floats += mr_is_float(keys[i]);
        strs += mr_is_exact(keys[i], MR_TYPE_str);
        if (ints <= i && floats <= i && strs <= i)
            return less_any;
    }
    return ints == n ? less_int : floats == n ? less_float : less_str;
}

/* ---- moving ---- */

static inline void move(Sort *s, size_t to, size_t from)
{
    s->keys[to] = s->keys[from];
    if (s->values)
        s->values[to] = s->values[from];
}

/* False: the script has to stop. */
static bool reverse_items(MrThread *t, MrValue *items, size_t n)
{
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        MrValue v = items[i];
        items[i] = items[--j];
        items[j] = v;
        if (MR_UNLIKELY(i % STEPS_AT_ONCE == STEPS_AT_ONCE - 1) && !mr_pending(t) && !mr_limits_tick(t))
            return false;
    }
    return true;
}

static bool reverse(Sort *s, size_t start, size_t n)
{
    return reverse_items(s->t, s->keys + start, n) && (!s->values || reverse_items(s->t, s->values + start, n));
}

/* ---- runs ---- */

/* Length of the run at start; a strictly descending one is turned round. 0: error. */
static size_t count_run(Sort *s, size_t start)
{
    size_t n = 1, left = s->n - start;
    MrValue *k = s->keys + start;
    if (left == 1)
        return 1;
    int down = s->less(s, k[1], k[0]);
    if (down < 0)
        return 0;
    for (n = 2; n < left; n++) {
        int r = s->less(s, k[n], k[n - 1]);
        if (r < 0 || (MR_UNLIKELY(n % STEPS_AT_ONCE == 0) && !mr_limits_tick(s->t)))
            return 0;
        if (r != down)
            break;
    }
    return !down || reverse(s, start, n) ? n : 0;
}

/* Sorts [start, end), whose items before `from` are in order. */
static bool insertion_sort(Sort *s, size_t start, size_t from, size_t end)
{
    for (; from < end; from++) {
        MrValue key = s->keys[from], value = s->values ? s->values[from] : MR_UNBOUND;
        size_t low = start, high = from;
        while (low < high) {
            size_t mid = low + (high - low) / 2;
            int r = s->less(s, key, s->keys[mid]);
            if (r < 0)
                return false;
            if (r)
                high = mid;
            else
                low = mid + 1;
        }
        memmove(s->keys + low + 1, s->keys + low, (from - low) * sizeof key);
        s->keys[low] = key;
        if (s->values) {
            memmove(s->values + low + 1, s->values + low, (from - low) * sizeof value);
            s->values[low] = value;
        }
    }
    return true;
}

/* ---- merging ---- */

/* How many of keys[0..n) stand before `key`: those less than it, and its equals too if `after`. The search begins at `hint`, goes off in the right
 * direction with growing steps and halves the last one. -1: error. */
static int64_t gallop(Sort *s, MrValue key, const MrValue *keys, size_t n, size_t hint, bool after)
{
    /* is keys[i] before key? */
#define BEFORE(i) (after ? (r = s->less(s, key, keys[i]), r < 0 ? r : !r) : (r = s->less(s, keys[i], key)))
    int r, b;
    size_t low, high; /* keys[low-1] is before, keys[high] is not */
    size_t near = 0, far = 1;
    if ((b = BEFORE(hint)) < 0)
        return -1;
    if (b) {
        while (far < n - hint && (b = BEFORE(hint + far)) != 0) {
            if (b < 0)
                return -1;
            near = far;
            far = far * 2 + 1;
        }
        low = hint + near + 1;
        high = far < n - hint ? hint + far : n;
    } else {
        while (far <= hint && (b = BEFORE(hint - far)) <= 0) {
            if (b < 0)
                return -1;
            near = far;
            far = far * 2 + 1;
        }
        low = far <= hint ? hint - far + 1 : 0;
        high = hint - near;
    }
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if ((b = BEFORE(mid)) < 0)
            return -1;
        if (b)
            low = mid + 1;
        else
            high = mid;
    }
#undef BEFORE
    return (int64_t)low;
}

/* Copies n items from `start` to the spare lists. */
static bool set_aside(Sort *s, size_t start, size_t n)
{
    MrList *lists[2] = {s->spare_keys, s->spare_values};
    MrValue *from[2] = {s->keys, s->values};
    for (int i = 0; i < 2 && from[i]; i++) {
        MrList *l = lists[i];
        if (l->capacity < n) {
            MrValue *items = mr_buffer_new(s->t, n * sizeof *items);
            if (!items)
                return false;
            l->items = items;
            l->capacity = n;
        }
        memcpy(l->items, from[i] + start, n * sizeof(MrValue));
        l->length = n;
    }
    return true;
}

static void take_spare(Sort *s, size_t to, size_t from, size_t n)
{
    memcpy(s->keys + to, s->spare_keys->items + from, n * sizeof(MrValue));
    if (s->values)
        memcpy(s->values + to, s->spare_values->items + from, n * sizeof(MrValue));
}

static void take_other(Sort *s, size_t to, size_t from, size_t n)
{
    memmove(s->keys + to, s->keys + from, n * sizeof(MrValue));
    if (s->values)
        memmove(s->values + to, s->values + from, n * sizeof(MrValue));
}

/* The left run is set aside; fills from the left. The right run's first item is known to come first and the left one's last to come last, so that
 * neither is compared. False: error, with what remains of the spare side put back. */
static bool merge_low(Sort *s, size_t a, size_t na, size_t b, size_t nb)
{
    if (!set_aside(s, a, na))
        return false;
    MrValue *spare = s->spare_keys->items;
    size_t x = 0, y = b, y_end = b + nb, to = a;
    bool ok = false;
    move(s, to++, y++);
    while (x + 1 < na && y < y_end) {
        size_t wins_x = 0, wins_y = 0;
        do { /* one at a time until one side keeps winning */
            int r = s->less(s, s->keys[y], spare[x]);
            if (r < 0 || !mr_limits_work(s->t, s->work))
                goto done;
            if (r) {
                move(s, to++, y++);
                wins_y++;
                wins_x = 0;
            } else {
                take_spare(s, to++, x++, 1);
                wins_x++;
                wins_y = 0;
            }
        } while (x + 1 < na && y < y_end && (wins_x | wins_y) < s->min_gallop);
        if (x + 1 >= na || y >= y_end)
            break;
        s->min_gallop++;
        do {
            s->min_gallop -= s->min_gallop > 1;
            int64_t n = gallop(s, s->keys[y], spare + x, na - x, 0, true);
            if (n < 0)
                goto done;
            wins_x = (size_t)n;
            take_spare(s, to, x, wins_x);
            to += wins_x;
            x += wins_x;
            if (x + 1 >= na)
                goto one_side;
            move(s, to++, y++);
            if (y == y_end)
                goto one_side;
            if ((n = gallop(s, spare[x], s->keys + y, y_end - y, 0, false)) < 0)
                goto done;
            wins_y = (size_t)n;
            take_other(s, to, y, wins_y);
            to += wins_y;
            y += wins_y;
            if (y == y_end)
                goto one_side;
            take_spare(s, to++, x++, 1);
            if (x + 1 == na)
                goto one_side;
        } while (wins_x >= MIN_GALLOP || wins_y >= MIN_GALLOP);
        s->min_gallop++;
    }
one_side:
    ok = true;
    if (x + 1 == na && y < y_end) {
        take_other(s, to, y, y_end - y);
        to += y_end - y;
    }
done:
    take_spare(s, to, x, na - x);
    return ok;
}

/* The right run is set aside; fills from the right. The mirror image of the above. */
static bool merge_high(Sort *s, size_t a, size_t na, size_t b, size_t nb)
{
    if (!set_aside(s, b, nb))
        return false;
    MrValue *spare = s->spare_keys->items;
    size_t x = na, y = nb, to = b + nb; /* how many of each are left; everything from `to` is placed */
    bool ok = false;
    move(s, --to, a + --x);
    while (x && y > 1) {
        size_t wins_x = 0, wins_y = 0;
        do {
            int r = s->less(s, spare[y - 1], s->keys[a + x - 1]);
            if (r < 0 || !mr_limits_work(s->t, s->work))
                goto done;
            if (r) {
                move(s, --to, a + --x);
                wins_x++;
                wins_y = 0;
            } else {
                take_spare(s, --to, --y, 1);
                wins_y++;
                wins_x = 0;
            }
        } while (x && y > 1 && (wins_x | wins_y) < s->min_gallop);
        if (!x || y <= 1)
            break;
        s->min_gallop++;
        do {
            s->min_gallop -= s->min_gallop > 1;
            int64_t keep = gallop(s, spare[y - 1], s->keys + a, x, x - 1, true);
            if (keep < 0)
                goto done;
            wins_x = x - (size_t)keep;
            to -= wins_x;
            x -= wins_x;
            take_other(s, to, a + x, wins_x);
            if (!x)
                goto one_side;
            take_spare(s, --to, --y, 1);
            if (y == 1)
                goto one_side;
            if ((keep = gallop(s, s->keys[a + x - 1], spare, y, y - 1, false)) < 0)
                goto done;
            wins_y = y - (size_t)keep;
            to -= wins_y;
            y -= wins_y;
            take_spare(s, to, y, wins_y);
            if (y <= 1)
                goto one_side;
            move(s, --to, a + --x);
            if (!x)
                goto one_side;
        } while (wins_x >= MIN_GALLOP || wins_y >= MIN_GALLOP);
        s->min_gallop++;
    }
one_side:
    ok = true;
    if (y == 1 && x) {
        to -= x;
        take_other(s, to, a, x);
    }
done:
    take_spare(s, to - y, 0, y);
    return ok;
}

/* Merges the runs at i and i + 1, the last but one or the one before it. */
static bool merge_at(Sort *s, int i)
{
    Run *left = &s->runs[i], *right = left + 1;
    size_t a = left->start, na = left->length, b = right->start, nb = right->length;
    left->length += nb;
    if (i == s->n_runs - 3)
        *right = right[1];
    s->n_runs--;
    /* what is at its place already stays there */
    int64_t skip = gallop(s, s->keys[b], s->keys + a, na, 0, true);
    if (skip < 0)
        return false;
    a += (size_t)skip;
    na -= (size_t)skip;
    if (!na)
        return true;
    int64_t need = gallop(s, s->keys[a + na - 1], s->keys + b, nb, nb - 1, false);
    if (need <= 0)
        return need == 0;
    nb = (size_t)need;
    return na <= nb ? merge_low(s, a, na, b, nb) : merge_high(s, a, na, b, nb);
}

/* Depth at which the boundary of two adjacent runs lies in a balanced binary division of [0, n). */
static int power_of(const Run *left, size_t n_right, size_t n)
{
    size_t a = 2 * left->start + left->length, b = a + left->length + n_right; /* twice the middles */
    for (int power = 0;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power + 1;
        }
        a *= 2;
        b *= 2;
    }
}

static size_t min_run(size_t n)
{
    size_t odd = 0;
    while (n >= 64) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

static bool sort_keys(Sort *s)
{
    size_t least = min_run(s->n);
    s->min_gallop = MIN_GALLOP;
    for (size_t at = 0; at < s->n;) {
        size_t n = count_run(s, at);
        if (!n)
            return false;
        if (n < least) {
            size_t forced = s->n - at < least ? s->n - at : least;
            if (!insertion_sort(s, at, at + n, at + forced))
                return false;
            n = forced;
        }
        if (s->n_runs) {
            int power = power_of(&s->runs[s->n_runs - 1], n, s->n);
            while (s->n_runs > 1 && s->runs[s->n_runs - 2].power > power)
                if (!merge_at(s, s->n_runs - 2))
                    return false;
            s->runs[s->n_runs - 1].power = power;
        }
        s->runs[s->n_runs++] = (Run){at, n, 0};
        at += n;
        if (s->less != less_any && !mr_poll(s->t))
            return false;
    }
    while (s->n_runs > 1) {
        int i = s->n_runs - 2;
        if (i > 0 && s->runs[i - 1].length < s->runs[i + 1].length)
            i--;
        if (!merge_at(s, i))
            return false;
    }
    return true;
}

static MrList *new_list(MrThread *t, size_t capacity)
{
    MrValue l = mr_list_new(t, capacity);
    return l == MR_ERROR ? NULL : MR_LIST(l);
}

/* Calls the key function for each value. */
static bool make_keys(Sort *s, MrValue key)
{
    if (!(s->key_list = new_list(s->t, s->n)) || !(s->spare_values = new_list(s->t, 0)))
        return false;
    for (size_t i = 0; i < s->n; i++) {
        MrValue k = mr_call1(s->t, key, s->value_list->items[i]);
        if (k == MR_ERROR || !mr_list_append(s->t, mr_val(s->key_list), k) || !mr_limits_tick(s->t))
            return false;
    }
    s->keys = s->key_list->items;
    s->values = s->value_list->items;
    return true;
}

static bool run(Sort *s, MrValue key, bool reverse_order)
{
    if (key != MR_NONE && !make_keys(s, key))
        return false;
    if (s->n < 2)
        return true;
    if (!(s->less = choose(s->t, s->keys, s->n)))
        return false;
    if (reverse_order && !reverse(s, 0, s->n)) /* twice, so that equal items keep their order */
        return false;
    bool ok = sort_keys(s);
    return (!reverse_order || reverse(s, 0, s->n)) && ok; /* a comparison that raised leaves the items in that order, too */
}

bool mr_list_sort(MrThread *t, MrValue list, MrValue key, bool reverse_order)
{
    MrList *l = MR_LIST(list);
    Sort s = {.t = t, .n = l->length};
    if (!(s.value_list = new_list(t, 0)) || !(s.spare_keys = new_list(t, 0)))
        return false;
    *s.value_list = (MrList){.h = s.value_list->h, .length = l->length, .capacity = l->capacity, .items = l->items};
    s.key_list = s.value_list;
    s.keys = l->items;
    mr_list_clear(l);
    bool ok = run(&s, key, reverse_order);
    bool changed = l->length || l->capacity;
    l->items = s.value_list->items;
    l->length = s.value_list->length;
    l->capacity = s.value_list->capacity;
    for (size_t i = 0; i < l->length; i++)
        mr_write_barrier(t, l, l->items[i]);
    if (ok && changed)
        mr_raise(t, MR_EXC_ValueError, "list modified during sort");
    return ok && !changed;
}
