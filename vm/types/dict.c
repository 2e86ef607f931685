/* The table behind dict: compact entries in insertion order, and beyond eight of them an index of entry numbers.
 *
 * The index is open addressing, at most half full. A removed entry stays as a hole, and its place in the index as one that searches pass,
 * until the entries are compacted, which happens when they have run out: removing costs the same whatever lies around. Keys that are the
 * same word are equal, two different small ints never are, two exact strs compare by their bytes: only other pairs with equal hashes run
 * __eq__, which may change the dict, so the search looks at the table anew afterwards.
 * `version` goes to 0 with every change of the keys or their entry numbers. Methods are in dict_methods.c, views and iterators in
 * dict_views.c.
 */
#include "vm/types/dict.h"

#include "vm/isolate.h"
#include "vm/types/sequence.h"

#define NO_INDEX_MAX 8u
#define MAX_ENTRIES (1u << 30)
#define COPIED_AT_ONCE 4096u /* entries; larger copies watch the limits */

static inline bool is_exact_str(MrValue v) { return mr_is_exact(v, MR_TYPE_str); }

static inline uint64_t str_hash(MrThread *t, MrStr *s)
{
    return MR_LIKELY(s->h.flags & MR_OBJ_HASH) ? s->hash : mr_str_hash(t, s);
}

bool mr_key_hash(MrThread *t, MrValue key, uint64_t *hash)
{
    if (MR_LIKELY(is_exact_str(key))) {
        *hash = MR_STR(key)->hash;
        return MR_LIKELY(MR_STR(key)->h.flags & MR_OBJ_HASH) || mr_str_key_hash(t, MR_STR(key), hash);
    }
    if (mr_is_int(key)) { /* less than 2^61-1: its own hash, but -1 is taken */
        int64_t i = mr_int_of(key);
        *hash = (uint64_t)(i == -1 ? -2 : i);
        return true;
    }
    if (mr_is_exact(key, MR_TYPE_tuple))
        return mr_tuple_hash(t, MR_TUPLE(key), hash);
    return mr_hash(t, key, hash);
}

int mr_key_equal(MrThread *t, MrValue a, MrValue b, bool *ran)
{
    *ran = false;
    if (mr_both_int(a, b))
        return 0;
    if (is_exact_str(a) && is_exact_str(b))
        return mr_str_equal(t, MR_STR(a), MR_STR(b));
    *ran = true;
    if (mr_is_exact(a, MR_TYPE_tuple) && mr_is_exact(b, MR_TYPE_tuple)) {
        MrValue r = mr_sequence_compare(t, MR_CMP_EQ, a, b);
        return r == MR_ERROR ? -1 : r == MR_TRUE;
    }
    return mr_eq(t, a, b);
}

/* Where the search for a hash begins. The low bits as they are keep keys that follow each other next to each other in memory; what is above
 * them shifts the place by a mixed amount, so that keys that differ only there do not meet. */
static inline uint32_t place(uint64_t hash, uint32_t log2)
{
    uint64_t shift = ((hash >> log2) * 0x9E3779B97F4A7C15ull) >> (64 - log2);
    return (uint32_t)(hash + shift) & ((1u << log2) - 1);
}

static inline uint32_t home(const MrDict *d, uint64_t hash) { return place(hash, d->index_log2); }

/* The place after a taken one: far away, so that neighbours make no runs, and by way of all places. */
static inline uint32_t beyond(uint32_t slot, uint32_t mask) { return (slot * 5 + 1) & mask; }

/* ---- search ---- */

static inline bool is_str_entry(MrThread *t, const MrDictEntry *e, MrValue key, uint64_t hash)
{
    return e->key == key || (e->hash == hash && mr_is_str(e->key) && mr_str_equal(t, MR_STR(e->key), MR_STR(key)));
}

/* Looks for a key that is a str (or to be compared as one): runs no script. */
static int64_t find_str(MrThread *t, const MrDict *d, MrValue key, uint64_t hash)
{
    const MrDictEntry *entries = d->entries;
    if (!d->index_log2) {
        for (uint32_t i = 0; i < d->used; i++)
            if (is_str_entry(t, &entries[i], key, hash))
                return i;
        return MR_DICT_ABSENT;
    }
    uint32_t mask = (1u << d->index_log2) - 1;
    for (uint32_t slot = home(d, hash), n; (n = d->index[slot]) != 0; slot = beyond(slot, mask))
        if (is_str_entry(t, &entries[n - 1], key, hash))
            return n - 1;
    return MR_DICT_ABSENT;
}

enum { DIFFERENT, SAME, CHANGED, FAILED };

/* Compares key with entry n, whose hash is equal. */
static int compare_entry(MrThread *t, MrDict *d, uint32_t n, MrValue key)
{
    MrValue other = d->entries[n].key;
    MrDictEntry *entries = d->entries;
    uint32_t *index = d->index;
    bool ran;
    int r = mr_key_equal(t, other, key, &ran);
    if (r < 0)
        return FAILED;
    if (!ran)
        return r ? SAME : DIFFERENT;
    if (d->entries != entries || d->index != index || entries[n].key != other) /* growth elsewhere is no reason: the search would never end */
        return CHANGED;
    return r ? SAME : DIFFERENT;
}

static int64_t find_any(MrThread *t, MrDict *d, MrValue key, uint64_t hash)
{
    int r;
again:
    if (!d->index_log2) {
        for (uint32_t i = 0; i < d->used; i++) {
            MrDictEntry *e = &d->entries[i];
            if (e->key == key)
                return i;
            if (e->hash != hash || e->key == MR_UNBOUND || (r = compare_entry(t, d, i, key)) == DIFFERENT)
                continue;
            if (r == CHANGED)
                goto again;
            return r == SAME ? (int64_t)i : MR_DICT_ERROR;
        }
        return MR_DICT_ABSENT;
    }
    uint32_t mask = (1u << d->index_log2) - 1;
    for (uint32_t slot = home(d, hash), n; (n = d->index[slot]) != 0; slot = beyond(slot, mask)) {
        MrDictEntry *e = &d->entries[n - 1];
        if (e->key == key)
            return n - 1;
        if (e->hash != hash || e->key == MR_UNBOUND || (r = compare_entry(t, d, n - 1, key)) == DIFFERENT)
            continue;
        if (r == CHANGED)
            goto again;
        return r == SAME ? (int64_t)n - 1 : MR_DICT_ERROR;
    }
    return MR_DICT_ABSENT;
}

int64_t mr_dict_find(MrThread *t, MrDict *d, MrValue key, uint64_t hash)
{
    return MR_LIKELY(d->all_str && is_exact_str(key)) ? find_str(t, d, key, hash) : find_any(t, d, key, hash);
}

int64_t mr_dict_find_str(MrThread *t, MrDict *d, MrStr *key)
{
    return d->length ? find_str(t, d, mr_val(key), str_hash(t, key)) : MR_DICT_ABSENT;
}

MrValue mr_dict_get_str(MrThread *t, MrDict *d, MrStr *key)
{
    int64_t i = mr_dict_find_str(t, d, key);
    return i < 0 ? MR_UNBOUND : d->entries[i].value;
}

MrValue mr_dict_get(MrThread *t, MrDict *d, MrValue key)
{
    uint64_t hash;
    if (!mr_key_hash(t, key, &hash))
        return MR_ERROR;
    int64_t i = mr_dict_find(t, d, key, hash);
    if (i >= 0)
        return d->entries[i].value;
    return i == MR_DICT_ABSENT ? MR_UNBOUND : MR_ERROR;
}

/* ---- change ---- */

static void index_put(uint32_t *index, uint32_t log2, uint64_t hash, uint32_t entry)
{
    uint32_t mask = (1u << log2) - 1;
    uint32_t slot = place(hash, log2);
    while (index[slot])
        slot = beyond(slot, mask);
    index[slot] = entry + 1;
}

/* New memory for `capacity` entries; the live ones move there, behind `front` holes and without others. */
static bool rebuild_behind(MrThread *t, MrDict *d, uint32_t capacity, uint32_t front)
{
    uint32_t log2 = 0;
    uint32_t *index = NULL;
    MrDictEntry *entries = mr_buffer_new(t, (size_t)capacity * sizeof *entries);
    if (!entries)
        return false;
    if (capacity > NO_INDEX_MAX) {
        for (log2 = 5; 1u << log2 < capacity * 2; log2++)
            ;
        if (!(index = mr_buffer_new(t, sizeof *index << log2)))
            return false;
    }
    uint32_t n = front;
    size_t work = 0;
    for (uint32_t i = d->first; i < d->used; i++) {
        MrDictEntry *e = &d->entries[i];
        if (e->key == MR_UNBOUND)
            continue;
        if (!mr_limits_work(t, work))
            return false;
        entries[n] = *e;
        if (log2)
            index_put(index, log2, e->hash, n);
        mr_write_barrier(t, d, e->key);
        mr_write_barrier(t, d, e->value);
        n++;
    }
    d->entries = entries;
    d->index = index;
    d->index_log2 = (uint16_t)log2;
    d->capacity = capacity;
    d->used = n;
    d->length = n - front;
    d->first = front;
    d->version = 0;
    return true;
}

static bool rebuild(MrThread *t, MrDict *d, uint32_t capacity) { return rebuild_behind(t, d, capacity, 0); }

/* Entries that a table of CPython's with 2^k slots takes. Growing where it grows lets loops that change the dict they walk see the same keys. */
static uint32_t usable(size_t slots) { return (uint32_t)(slots * 2 / 3); }

static uint32_t capacity_for(size_t n)
{
    size_t slots = 8;
    while (usable(slots) < n)
        slots *= 2;
    return usable(slots);
}

static bool grow(MrThread *t, MrDict *d)
{
    if (d->length >= MAX_ENTRIES / 4) {
        mr_raise_no_memory(t);
        return false;
    }
    size_t slots = 8;
    while (slots < (size_t)d->length * 3)
        slots *= 2;
    return rebuild(t, d, usable(slots));
}

/* Room for n more entries without another resize. */
static bool reserve(MrThread *t, MrDict *d, size_t n)
{
    if (n > MAX_ENTRIES - d->length) {
        mr_raise_no_memory(t);
        return false;
    }
    return d->used + n <= d->capacity || rebuild(t, d, capacity_for(d->length + n));
}

static bool insert(MrThread *t, MrDict *d, MrValue key, uint64_t hash, MrValue value)
{
    if (MR_UNLIKELY(d->used == d->capacity) && !grow(t, d))
        return false;
    uint32_t n = d->used;
    d->entries[n] = (MrDictEntry){key, value, hash};
    if (d->index_log2)
        index_put(d->index, d->index_log2, hash, n);
    if (d->all_str && !is_exact_str(key))
        d->all_str = 0;
    d->used++;
    d->length++;
    d->version = 0;
    mr_write_barrier(t, d, key);
    mr_write_barrier(t, d, value);
    return true;
}

bool mr_dict_insert_hashed(MrThread *t, MrDict *d, MrValue key, uint64_t hash, MrValue value) { return insert(t, d, key, hash, value); }

bool mr_dict_set_hashed(MrThread *t, MrDict *d, MrValue key, uint64_t hash, MrValue value)
{
    int64_t i = mr_dict_find(t, d, key, hash);
    if (i >= 0) {
        d->entries[i].value = value;
        mr_write_barrier(t, d, value);
        return true;
    }
    return i == MR_DICT_ABSENT && insert(t, d, key, hash, value);
}

bool mr_dict_set(MrThread *t, MrDict *d, MrValue key, MrValue value)
{
    uint64_t hash;
    return mr_key_hash(t, key, &hash) && mr_dict_set_hashed(t, d, key, hash, value);
}

bool mr_dict_set_str(MrThread *t, MrDict *d, MrStr *key, MrValue value)
{
    return mr_dict_set(t, d, mr_val(key), value);
}

bool mr_dict_set_c(MrThread *t, MrDict *d, const char *key, MrValue value)
{
    MrStr *s = mr_intern(t, key, strlen(key));
    return s && mr_dict_set_str(t, d, s, value);
}

/* The index goes on pointing to the hole until the next rebuild: searches pass it. */
void mr_dict_remove_at(MrDict *d, uint32_t entry)
{
    d->entries[entry] = (MrDictEntry){MR_UNBOUND, MR_UNBOUND, 0};
    d->length--;
    d->version = 0;
    if (entry == d->first)
        while (d->first < d->used && d->entries[d->first].key == MR_UNBOUND)
            d->first++;
}

bool mr_dict_move_to_front(MrThread *t, MrDict *d, uint32_t entry)
{
    if (entry == d->first)
        return true;
    MrDictEntry e = d->entries[entry];
    if (!d->first || d->used >= d->capacity) {
        if (d->length >= MAX_ENTRIES / 4)
            return mr_raise_no_memory(t), false;
        mr_dict_remove_at(d, entry);
        uint32_t room = d->length + 8;
        if (!rebuild_behind(t, d, room + capacity_for(d->length + 1), room)) {
            d->entries[entry] = e; /* the place in the index still leads there */
            d->length++;
            return false;
        }
    } else {
        mr_dict_remove_at(d, entry);
    }
    d->entries[--d->first] = e;
    if (d->index_log2) { /* one place of the index more: an insertion less until it is rebuilt */
        index_put(d->index, d->index_log2, e.hash, d->first);
        d->capacity--;
    }
    d->length++;
    d->version = 0;
    return true;
}

bool mr_dict_move_to_end(MrThread *t, MrDict *d, uint32_t entry)
{
    if (entry == d->used - 1)
        return true;
    MrDictEntry e = d->entries[entry];
    if (d->used == d->capacity && !grow(t, d))
        return false;
    if (d->entries[entry].key != e.key || entry >= d->used) /* growing has moved it down */
        for (entry = 0; d->entries[entry].key != e.key; entry++)
            ;
    mr_dict_remove_at(d, entry);
    return insert(t, d, e.key, e.hash, e.value);
}

bool mr_dict_pop_last(MrDict *d, MrValue *key, MrValue *value)
{
    if (!d->length)
        return false;
    uint32_t i = d->used - 1;
    while (d->entries[i].key == MR_UNBOUND)
        i--;
    *key = d->entries[i].key;
    *value = d->entries[i].value;
    mr_dict_remove_at(d, i);
    if (d->index_log2) /* the index's places are not free again: an insertion less until it is rebuilt */
        d->capacity -= d->used - i;
    d->used = i;
    if (d->first > i)
        d->first = i;
    return true;
}

MrValue mr_dict_pop(MrThread *t, MrDict *d, MrValue key)
{
    uint64_t hash;
    if (!mr_key_hash(t, key, &hash))
        return MR_ERROR;
    int64_t i = mr_dict_find(t, d, key, hash);
    if (i < 0)
        return i == MR_DICT_ABSENT ? MR_UNBOUND : MR_ERROR;
    MrValue value = d->entries[i].value;
    mr_dict_remove_at(d, (uint32_t)i);
    return value;
}

int mr_dict_del(MrThread *t, MrDict *d, MrValue key)
{
    MrValue v = mr_dict_pop(t, d, key);
    return v == MR_ERROR ? -1 : v != MR_UNBOUND;
}

void mr_dict_clear(MrDict *d)
{
    d->entries = NULL;
    d->index = NULL;
    d->length = d->used = d->capacity = d->first = d->index_log2 = d->version = 0;
    d->all_str = 1;
}

/* ---- whole dicts ---- */

MrDict *mr_dict_new(MrThread *t)
{
    MrDict *d = mr_alloc(t, sizeof *d, MR_KIND_DICT, MR_TYPE_dict);
    if (d)
        d->all_str = 1;
    return d;
}

uint32_t mr_dict_version(MrThread *t, MrDict *d)
{
    if (!d->version && t->iso->next_dict_version != UINT32_MAX)
        d->version = ++t->iso->next_dict_version;
    return d->version;
}

bool mr_dict_next(MrDict *d, size_t *pos, MrValue *key, MrValue *value)
{
    if (*pos < d->first)
        *pos = d->first;
    for (; *pos < d->used; ++*pos) {
        MrDictEntry *e = &d->entries[*pos];
        if (e->key == MR_UNBOUND)
            continue;
        *key = e->key;
        *value = e->value;
        ++*pos;
        return true;
    }
    return false;
}

/* The copy of a table without holes that has the size that its copy is to have: the index is right as it is. */
static bool copy_memory(MrThread *t, MrDict *copy, const MrDict *d)
{
    MrDictEntry *entries = mr_buffer_new(t, (size_t)d->capacity * sizeof *entries);
    uint32_t *index = NULL;
    if (!entries || (d->index_log2 && !(index = mr_buffer_new(t, sizeof *index << d->index_log2))))
        return false;
    memcpy(entries, d->entries, (size_t)d->used * sizeof *entries);
    if (index)
        memcpy(index, d->index, sizeof *index << d->index_log2);
    for (uint32_t i = 0; i < d->used; i++) {
        mr_write_barrier(t, copy, entries[i].key);
        mr_write_barrier(t, copy, entries[i].value);
    }
    copy->entries = entries;
    copy->index = index;
    copy->index_log2 = d->index_log2;
    copy->capacity = d->capacity;
    copy->used = copy->length = d->length;
    copy->all_str = d->all_str;
    return true;
}

MrDict *mr_dict_copy(MrThread *t, MrDict *d)
{
    MrDict *copy = mr_dict_new(t);
    if (!copy || !d->length)
        return copy;
    /* rebuild reads the source's entries through a stand-in, so that there is one place that lays out a table */
    MrDict like = *d;
    if (d->used == d->length && capacity_for(d->length) == d->capacity && d->length <= COPIED_AT_ONCE)
        return copy_memory(t, copy, d) ? copy : NULL;
    if (!rebuild(t, &like, capacity_for(d->length)))
        return NULL;
    copy->entries = like.entries;
    copy->index = like.index;
    copy->index_log2 = like.index_log2;
    copy->capacity = like.capacity;
    copy->used = copy->length = like.length;
    copy->all_str = d->all_str;
    return copy;
}

/* Does iterating v, a dict or an instance of a subclass, run dict's own __iter__? Then its entries may be read directly. */
static bool iterates_plainly(MrThread *t, MrValue v)
{
    if (mr_is_exact(v, MR_TYPE_dict))
        return true;
    MrType *type = mr_typeof(t, v);
    return mr_slot(t, type, MR_SLOT_iter) == mr_slot(t, mr_builtin_type(t, MR_TYPE_dict), MR_SLOT_iter);
}

static bool update_from_dict(MrThread *t, MrDict *d, MrDict *other)
{
    if (d == other || !other->length)
        return true;
    if (!d->length && !d->capacity) { /* the usual case of dict(other) */
        MrDict *copy = mr_dict_copy(t, other);
        if (!copy)
            return false;
        d->entries = copy->entries;
        d->index = copy->index;
        d->index_log2 = copy->index_log2;
        d->capacity = copy->capacity;
        d->used = d->length = copy->length;
        d->all_str = copy->all_str;
        d->version = 0;
        return true;
    }
    if (other->length > 8 && !reserve(t, d, other->length > d->length ? other->length - d->length : 1))
        return false;
    uint32_t length = other->length, used = other->used;
    size_t work = 0;
    for (uint32_t i = 0; i < used; i++) {
        MrDictEntry e = other->entries[i];
        if (e.key == MR_UNBOUND)
            continue;
        if (!mr_limits_work(t, work) || !mr_dict_set_hashed(t, d, e.key, e.hash, e.value))
            return false;
        if (other->length != length || other->used != used) {
            mr_raise(t, MR_EXC_RuntimeError, "dict mutated during update");
            return false;
        }
    }
    return true;
}

/* An iterator over what a mapping's keys() returned. */
MrValue mr_iter_keys(MrThread *t, MrValue mapping, MrValue keys)
{
    MrValue it = mr_iter(t, keys);
    if (it == MR_ERROR && mr_slot(t, mr_typeof(t, keys), MR_SLOT_iter) == MR_UNBOUND && mr_clear_if(t, MR_EXC_TypeError))
        mr_raise(t, MR_EXC_TypeError, "%s.keys() returned a non-iterable (type %s)", mr_type_name(t, mapping), mr_type_name(t, keys));
    return it;
}

static bool update_from_keys(MrThread *t, MrDict *d, MrValue mapping, MrValue keys_method)
{
    MrValue keys = mr_call0(t, keys_method);
    MrValue it = keys == MR_ERROR ? MR_ERROR : mr_iter_keys(t, mapping, keys);
    if (it == MR_ERROR)
        return false;
    for (;;) {
        MrValue key = mr_next(t, it);
        if (key == MR_UNBOUND)
            return true;
        MrValue value = key == MR_ERROR ? MR_ERROR : mr_getitem(t, mapping, key);
        if (value == MR_ERROR || !mr_dict_set(t, d, key, value))
            return false;
    }
}

static bool update_from_pairs(MrThread *t, MrDict *d, MrValue pairs)
{
    MrValue it = mr_iter(t, pairs);
    if (it == MR_ERROR)
        return false;
    for (size_t i = 0;; i++) {
        MrValue item = mr_next(t, it), *pair;
        size_t n;
        if (item == MR_UNBOUND)
            return true;
        if (item == MR_ERROR)
            return false;
        if (!mr_is_exact(item, MR_TYPE_list) && !mr_is_exact(item, MR_TYPE_tuple)) {
            item = mr_list_of(t, item);
            if (item == MR_ERROR) {
                if (mr_clear_if(t, MR_EXC_TypeError))
                    mr_raise(t, MR_EXC_TypeError, "cannot convert dictionary update sequence element #%zu to a sequence", i);
                return false;
            }
        }
        (void)mr_sequence_items(item, &pair, &n);
        if (n != 2) {
            mr_raise(t, MR_EXC_ValueError, "dictionary update sequence element #%zu has length %zu; 2 is required", i, n);
            return false;
        }
        if (!mr_dict_set(t, d, pair[0], pair[1]))
            return false;
    }
}

bool mr_dict_update(MrThread *t, MrDict *d, MrValue v)
{
    if (mr_is_dict(v) && iterates_plainly(t, v))
        return update_from_dict(t, d, MR_DICT(v));
    MrValue keys = mr_getattr_or(t, v, mr_n(t, keys));
    if (keys == MR_ERROR)
        return false;
    return keys == MR_UNBOUND ? update_from_pairs(t, d, v) : update_from_keys(t, d, v, keys);
}

int mr_dict_equal(MrThread *t, MrDict *a, MrDict *b)
{
    if (a->length != b->length)
        return 0;
    size_t work = 0;
    for (uint32_t i = 0; i < a->used; i++) {
        MrDictEntry e = a->entries[i];
        if (e.key == MR_UNBOUND)
            continue;
        if (!mr_limits_work(t, work))
            return -1;
        int64_t n = mr_dict_find(t, b, e.key, e.hash);
        if (n < 0)
            return n == MR_DICT_ABSENT ? 0 : -1;
        int r = mr_eq(t, e.value, b->entries[n].value);
        if (r <= 0)
            return r;
    }
    return 1;
}
