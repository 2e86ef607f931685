/* The table of set and frozenset, and the set algebra in terms of it.
 *
 * The order in which a set yields its members is where they stand in the table. So that it equals CPython's for members with equal hashes
 * (ints above all), every step that decides a place is like there: up to LINEAR_PROBES neighbours are tried before the next jump, jumps mix
 * in 5 more bits of the hash, a new member goes to the last removed slot that its search met, a table grows at three fifths to the power of
 * two above four times its members (twice for large ones), and each operation of the algebra adds its members in the same sequence. A mutable
 * set keeps the place where the next pop() starts in `hash`. Methods are in set_methods.c.
 */
#include "vm/types/set.h"

#include "vm/isolate.h"
#include "vm/types/dict.h"
#include "vm/types/sequence.h"

#define LINEAR_PROBES 9
#define PERTURB_SHIFT 5
#define MIN_SIZE 8
#define MAX_MASK ((size_t)1 << 40)

bool mr_set_init(MrThread *t, MrSet *s)
{
    MrSetEntry *table = mr_buffer_new(t, MIN_SIZE * sizeof *table);
    if (!table)
        return false;
    s->mask = MIN_SIZE - 1;
    s->table = table;
    return true;
}

MrValue mr_set_new(MrThread *t, bool frozen)
{
    MrSet *s = mr_alloc(t, sizeof *s, MR_KIND_SET, frozen ? MR_TYPE_frozenset : MR_TYPE_set);
    return s && mr_set_init(t, s) ? mr_val(s) : MR_ERROR;
}

MrValue mr_set_of(MrThread *t, MrValue iterable)
{
    MrValue s = mr_set_new(t, false);
    return s == MR_ERROR || !mr_set_update(t, s, iterable) ? MR_ERROR : s;
}

static bool is_frozen(MrThread *t, MrValue v)
{
    if (mr_is_exact(v, MR_TYPE_set))
        return false;
    return mr_is_exact(v, MR_TYPE_frozenset) || mr_isinstance_of(t, v, MR_TYPE_frozenset);
}

bool mr_set_next(const MrSet *s, size_t *pos, MrSetEntry *entry)
{
    for (; *pos <= s->mask; ++*pos) {
        if (s->table[*pos].key == MR_UNBOUND)
            continue;
        *entry = s->table[(*pos)++];
        return true;
    }
    return false;
}

/* ---- search ---- */

enum { DIFFERENT, SAME, CHANGED, FAILED };

static int compare_slot(MrThread *t, MrSet *s, size_t i, MrValue key)
{
    MrValue other = s->table[i].key;
    MrSetEntry *table = s->table;
    bool ran;
    int r = mr_key_equal(t, other, key, &ran);
    if (r < 0)
        return FAILED;
    if (!ran)
        return r ? SAME : DIFFERENT;
    if (s->table != table || table[i].key != other)
        return CHANGED;
    return r ? SAME : DIFFERENT;
}

enum { NOT_FOUND = -1, SEARCH_ERROR = -2 };

/* A slot in which nothing ever was: no search goes beyond it. */
static inline bool is_fresh(const MrSetEntry *e) { return e->key == MR_UNBOUND && e->hash == 0; }

/* The slot of the key, or NOT_FOUND with the slot where it is to go, or SEARCH_ERROR. */
static int64_t find(MrThread *t, MrSet *s, MrValue key, uint64_t hash, size_t *free_slot)
{
    size_t i, perturb, removed;
again:
    removed = SIZE_MAX;
    perturb = hash;
    i = hash & s->mask;
    for (;;) {
        size_t last = i + LINEAR_PROBES <= s->mask ? i + LINEAR_PROBES : i;
        for (size_t j = i; j <= last; j++) {
            MrSetEntry *e = &s->table[j];
            if (is_fresh(e)) {
                *free_slot = removed == SIZE_MAX ? j : removed;
                return NOT_FOUND;
            }
            if (e->key == MR_UNBOUND && e->hash == MR_SET_REMOVED)
                removed = j;
            if (e->hash != hash || e->key == MR_UNBOUND)
                continue;
            if (e->key == key)
                return (int64_t)j;
            switch (compare_slot(t, s, j, key)) {
            case SAME: return (int64_t)j;
            case CHANGED: goto again;
            case FAILED: return SEARCH_ERROR;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & s->mask;
    }
}

int mr_set_has_hashed(MrThread *t, MrSet *s, MrValue key, uint64_t hash)
{
    const MrSetEntry *first = &s->table[hash & s->mask]; /* where most searches end */
    if (first->key == key)
        return 1;
    if (is_fresh(first))
        return 0;
    size_t unused;
    int64_t i = find(t, s, key, hash, &unused);
    return i == SEARCH_ERROR ? -1 : i != NOT_FOUND;
}

/* The hash of something looked for: a set counts as the frozenset of its members. */
static bool hash_sought(MrThread *t, MrValue *v, uint64_t *hash)
{
    if (mr_key_hash(t, *v, hash))
        return true;
    if (!mr_is_set(*v) || !mr_clear_if(t, MR_EXC_TypeError))
        return false;
    MrValue frozen = mr_set_new(t, true);
    if (frozen == MR_ERROR || !mr_set_update(t, frozen, *v))
        return false;
    *v = frozen;
    return mr_key_hash(t, frozen, hash);
}

int mr_set_contains(MrThread *t, MrValue set, MrValue v)
{
    uint64_t hash;
    return hash_sought(t, &v, &hash) ? mr_set_has_hashed(t, MR_SET(set), v, hash) : -1;
}

/* ---- change ---- */

/* Puts a key that is known to be new into a table without removed slots. */
static void insert_clean(MrSetEntry *table, size_t mask, MrSetEntry entry)
{
    size_t perturb = entry.hash, i = entry.hash & mask;
    for (;;) {
        size_t last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (size_t j = i; j <= last; j++) {
            if (table[j].key == MR_UNBOUND) {
                table[j] = entry;
                return;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static bool resize(MrThread *t, MrSet *s, size_t above)
{
    size_t size = MIN_SIZE;
    while (size <= above)
        size <<= 1;
    if (size > MAX_MASK) {
        mr_raise_no_memory(t);
        return false;
    }
    MrSetEntry *table = mr_buffer_new(t, size * sizeof *table);
    if (!table)
        return false;
    size_t work = 0;
    for (const MrSetEntry *e = s->table, *end = e + s->mask + 1; e < end; e++) {
        if (!mr_limits_work(t, work))
            return false;
        if (e->key == MR_UNBOUND)
            continue;
        MrSetEntry *first = &table[e->hash & (size - 1)]; /* where most go */
        if (first->key == MR_UNBOUND)
            *first = *e;
        else
            insert_clean(table, size - 1, *e);
        mr_write_barrier(t, s, e->key);
    }
    s->table = table;
    s->mask = size - 1;
    s->fill = s->length;
    return true;
}

static bool grow(MrThread *t, MrSet *s) { return resize(t, s, s->length > 50000 ? s->length * 2 : s->length * 4); }

static inline bool add_hashed(MrThread *t, MrSet *s, MrValue key, uint64_t hash)
{
    size_t slot = hash & s->mask;
    bool reused = false;
    if (s->table[slot].key == key)
        return true;
    if (!is_fresh(&s->table[slot])) {
        int64_t i = find(t, s, key, hash, &slot);
        if (i != NOT_FOUND)
            return i != SEARCH_ERROR;
        reused = s->table[slot].hash == MR_SET_REMOVED;
    }
    s->table[slot] = (MrSetEntry){key, hash};
    s->length++;
    mr_write_barrier(t, s, key);
    if (reused)
        return true;
    s->fill++;
    return s->fill * 5 < s->mask * 3 || grow(t, s);
}

bool mr_set_add(MrThread *t, MrValue set, MrValue v)
{
    uint64_t hash;
    if (mr_is_int(v) && mr_int_of(v) >= 0)
        return add_hashed(t, MR_SET(set), v, (uint64_t)mr_int_of(v));
    return mr_key_hash(t, v, &hash) && add_hashed(t, MR_SET(set), v, hash);
}

/* 1 removed, 0 absent, -1 */
static int discard_hashed(MrThread *t, MrSet *s, MrValue key, uint64_t hash)
{
    size_t unused;
    int64_t i = find(t, s, key, hash, &unused);
    if (i < 0)
        return i == NOT_FOUND ? 0 : -1;
    s->table[i] = (MrSetEntry){MR_UNBOUND, MR_SET_REMOVED};
    s->length--;
    return 1;
}

int mr_set_discard(MrThread *t, MrValue set, MrValue v)
{
    uint64_t hash;
    return hash_sought(t, &v, &hash) ? discard_hashed(t, MR_SET(set), v, hash) : -1;
}

void mr_set_clear(MrThread *t, MrSet *s)
{
    if (!s->fill)
        return;
    if (s->mask >= MIN_SIZE) {
        MrSetEntry *table = mr_buffer_new(t, MIN_SIZE * sizeof *table);
        if (table) {
            s->table = table;
            s->mask = MIN_SIZE - 1;
        } else { /* without memory the large table stays */
            mr_take_pending(t);
        }
    }
    memset(s->table, 0, (s->mask + 1) * sizeof *s->table);
    s->length = s->fill = 0;
}

/* Prepares for n more members as CPython does before a merge. */
static bool make_room(MrThread *t, MrSet *s, size_t n)
{
    return (s->fill + n) * 5 < s->mask * 3 || resize(t, s, (s->length + n) * 2);
}

static bool merge(MrThread *t, MrSet *s, MrSet *other)
{
    if (s == other || !other->length)
        return true;
    if (!make_room(t, s, other->length))
        return false;
    size_t pos = 0;
    MrSetEntry e;
    if (!s->fill) {
        if (s->mask == other->mask && other->fill == other->length) {
            memcpy(s->table, other->table, (s->mask + 1) * sizeof e);
            while (mr_set_next(s, &pos, &e))
                mr_write_barrier(t, s, e.key);
        } else {
            while (mr_set_next(other, &pos, &e)) {
                MrSetEntry *first = &s->table[e.hash & s->mask];
                if (first->key == MR_UNBOUND)
                    *first = e;
                else
                    insert_clean(s->table, s->mask, e);
                mr_write_barrier(t, s, e.key);
            }
        }
        s->fill = s->length = other->length;
        return true;
    }
    size_t work = 0;
    while (mr_set_next(other, &pos, &e))
        if (!mr_limits_work(t, work) || !add_hashed(t, s, e.key, e.hash))
            return false;
    return true;
}

bool mr_set_update(MrThread *t, MrValue set, MrValue iterable)
{
    MrSet *s = MR_SET(set);
    if (mr_is_set(iterable))
        return merge(t, s, MR_SET(iterable));
    if (mr_is_exact(iterable, MR_TYPE_dict)) {
        MrDict *d = MR_DICT(iterable);
        if (!make_room(t, s, d->length))
            return false;
        size_t work = 0;
        for (uint32_t i = 0; i < d->used; i++)
            if (d->entries[i].key != MR_UNBOUND && (!mr_limits_work(t, work) || !add_hashed(t, s, d->entries[i].key, d->entries[i].hash)))
                return false;
        return true;
    }
    if (mr_is_exact(iterable, MR_TYPE_list)) { /* __hash__ and __eq__ may change it */
        for (size_t i = 0; i < MR_LIST(iterable)->length; i++)
            if (!mr_limits_tick(t) || !mr_set_add(t, set, MR_LIST(iterable)->items[i]))
                return false;
        return true;
    }
    if (mr_is_exact(iterable, MR_TYPE_tuple)) {
        for (size_t i = 0; i < MR_TUPLE(iterable)->length; i++)
            if (!mr_limits_tick(t) || !mr_set_add(t, set, MR_TUPLE(iterable)->items[i]))
                return false;
        return true;
    }
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return false;
    for (;;) {
        MrValue v = mr_next(t, it);
        if (v == MR_UNBOUND)
            return true;
        if (v == MR_ERROR || !mr_set_add(t, set, v))
            return false;
    }
}

/* ---- algebra ---- */

MrValue mr_set_like(MrThread *t, MrValue v, MrValue iterable)
{
    MrValue s = mr_set_new(t, is_frozen(t, v));
    if (s == MR_ERROR || iterable == MR_UNBOUND)
        return s;
    return mr_set_update(t, s, iterable) ? s : MR_ERROR;
}

void mr_set_swap(MrSet *a, MrSet *b)
{
    MrSet old = *a;
    a->length = b->length;
    a->fill = b->fill;
    a->mask = b->mask;
    a->table = b->table;
    b->length = old.length;
    b->fill = old.fill;
    b->mask = old.mask;
    b->table = old.table;
}

/* Next of an iterator with its hash: 1, 0 at the end, -1. */
static int next_hashed(MrThread *t, MrValue it, MrSetEntry *e)
{
    e->key = mr_next(t, it);
    if (e->key == MR_UNBOUND)
        return 0;
    return e->key == MR_ERROR || !mr_key_hash(t, e->key, &e->hash) ? -1 : 1;
}

MrValue mr_set_intersection(MrThread *t, MrValue a, MrValue iterable)
{
    if (a == iterable)
        return mr_set_like(t, a, a);
    MrValue out = mr_set_like(t, a, MR_UNBOUND);
    if (out == MR_ERROR)
        return out;
    MrSetEntry e;
    int has;
    if (mr_is_set(iterable)) {
        MrSet *s = MR_SET(a), *other = MR_SET(iterable);
        if (other->length > s->length) {
            s = other;
            other = MR_SET(a);
        }
        for (size_t pos = 0; mr_set_next(other, &pos, &e);) {
            if (!mr_limits_tick(t))
                return MR_ERROR;
            has = mr_set_has_hashed(t, s, e.key, e.hash);
            if (has < 0 || (has && !add_hashed(t, MR_SET(out), e.key, e.hash)))
                return MR_ERROR;
        }
        return out;
    }
    MrValue it = mr_iter(t, iterable);
    if (it == MR_ERROR)
        return it;
    for (;;) {
        int more = next_hashed(t, it, &e);
        if (more <= 0)
            return more ? MR_ERROR : out;
        has = mr_set_has_hashed(t, MR_SET(a), e.key, e.hash);
        if (has < 0 || (has && !add_hashed(t, MR_SET(out), e.key, e.hash)))
            return MR_ERROR;
    }
}

bool mr_set_difference_update(MrThread *t, MrValue a, MrValue iterable)
{
    MrSet *s = MR_SET(a);
    MrSetEntry e;
    if (a == iterable) {
        mr_set_clear(t, s);
        return true;
    }
    if (mr_is_set(iterable)) {
        if (MR_SET(iterable)->length >> 3 > s->length) {
            iterable = mr_set_intersection(t, a, iterable);
            if (iterable == MR_ERROR)
                return false;
        }
        for (size_t pos = 0; mr_set_next(MR_SET(iterable), &pos, &e);)
            if (discard_hashed(t, s, e.key, e.hash) < 0)
                return false;
    } else {
        MrValue it = mr_iter(t, iterable);
        int more;
        if (it == MR_ERROR)
            return false;
        while ((more = next_hashed(t, it, &e)) > 0)
            if (discard_hashed(t, s, e.key, e.hash) < 0)
                return false;
        if (more < 0)
            return false;
    }
    return s->fill - s->length <= s->mask / 4 || grow(t, s);
}

static MrValue copy_and_remove(MrThread *t, MrValue a, MrValue iterable)
{
    MrValue out = mr_set_like(t, a, a);
    return out == MR_ERROR || !mr_set_difference_update(t, out, iterable) ? MR_ERROR : out;
}

MrValue mr_set_difference(MrThread *t, MrValue a, MrValue iterable)
{
    bool is_set = mr_is_set(iterable);
    if (!is_set && !mr_is_dict(iterable))
        return copy_and_remove(t, a, iterable);
    size_t n = is_set ? MR_SET(iterable)->length : MR_DICT(iterable)->length;
    if (MR_SET(a)->length >> 2 > n)
        return copy_and_remove(t, a, iterable);
    MrValue out = mr_set_like(t, a, MR_UNBOUND);
    if (out == MR_ERROR)
        return out;
    MrSetEntry e;
    for (size_t pos = 0; mr_set_next(MR_SET(a), &pos, &e);) {
        if (!mr_limits_tick(t))
            return MR_ERROR;
        int64_t found = is_set ? mr_set_has_hashed(t, MR_SET(iterable), e.key, e.hash) - 1 : mr_dict_find(t, MR_DICT(iterable), e.key, e.hash);
        if (found == -2 || (found == -1 && !add_hashed(t, MR_SET(out), e.key, e.hash)))
            return MR_ERROR;
    }
    return out;
}

static bool toggle(MrThread *t, MrSet *s, MrValue key, uint64_t hash)
{
    int r = discard_hashed(t, s, key, hash);
    return r == 0 ? add_hashed(t, s, key, hash) : r > 0;
}

bool mr_set_symmetric_update(MrThread *t, MrValue a, MrValue iterable)
{
    MrSet *s = MR_SET(a);
    MrSetEntry e;
    if (a == iterable) {
        mr_set_clear(t, s);
        return true;
    }
    if (mr_is_exact(iterable, MR_TYPE_dict)) {
        MrDict *d = MR_DICT(iterable);
        for (uint32_t i = 0; i < d->used; i++)
            if (d->entries[i].key != MR_UNBOUND && !toggle(t, s, d->entries[i].key, d->entries[i].hash))
                return false;
        return true;
    }
    if (!mr_is_set(iterable)) {
        iterable = mr_set_like(t, a, iterable);
        if (iterable == MR_ERROR)
            return false;
    }
    for (size_t pos = 0, work = 0; mr_set_next(MR_SET(iterable), &pos, &e);)
        if (!mr_limits_work(t, work) || !toggle(t, s, e.key, e.hash))
            return false;
    return true;
}
