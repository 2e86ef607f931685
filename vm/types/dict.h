/* Internals of dict for its methods, views and the dict-like types of native modules. The public half is "containers" of vm/vm.h.
 *
 * Entry numbers are places in MrDict.entries. They stay valid while MrDict.version is unchanged, so never across a call that may run script. */
#ifndef MR_VM_TYPES_DICT_H
#define MR_VM_TYPES_DICT_H

#include "vm/vm.h"

enum { MR_DICT_ABSENT = -1, MR_DICT_ERROR = -2 };

/* The entry number of a key with that hash, MR_DICT_ABSENT or MR_DICT_ERROR. [script] unless the key and all keys are strs. */
int64_t mr_dict_find(MrThread *t, MrDict *d, MrValue key, uint64_t hash);

/* The hash that dict and set use for a key: mr_hash with short ways for strs, ints and tuples. */
bool mr_key_hash(MrThread *t, MrValue key, uint64_t *hash) MR_MUST_CHECK;

/* Compares keys that are not the same word, as dict and set do: 1, 0, -1. *ran is set when script may have run. */
int mr_key_equal(MrThread *t, MrValue a, MrValue b, bool *ran);

/* Sets an entry whose hash is known. [script] as mr_dict_find. */
bool mr_dict_insert_hashed(MrThread *t, MrDict *d, MrValue key, uint64_t hash, MrValue value) MR_MUST_CHECK; /* a key known to be absent */
bool mr_dict_set_hashed(MrThread *t, MrDict *d, MrValue key, uint64_t hash, MrValue value) MR_MUST_CHECK;

/* Removes a live entry. */
void mr_dict_remove_at(MrDict *d, uint32_t entry);

/* Moves a live entry to either end of the order. */
bool mr_dict_move_to_front(MrThread *t, MrDict *d, uint32_t entry) MR_MUST_CHECK;
bool mr_dict_move_to_end(MrThread *t, MrDict *d, uint32_t entry) MR_MUST_CHECK;

/* Removes the last entry of the order and gives its number back; false: the dict is empty. */
bool mr_dict_pop_last(MrDict *d, MrValue *key, MrValue *value);

/* Removes all entries; their memory goes too. */
void mr_dict_clear(MrDict *d);

/* A number that changes with the order of a collections.OrderedDict; MR_UNBOUND for other dicts. */
MrValue mr_dict_order_stamp(MrThread *t, MrValue v);

/* d1 == d2 as dicts: 1, 0, -1. [script] */
int mr_dict_equal(MrThread *t, MrDict *a, MrDict *b);

/* A view of dict d, which lives in dict_views.c: type MR_TYPE_dict_keys, _values or _items. */
typedef struct MrDictView {
    MrObj h;
    MrDict *dict;
} MrDictView;
/* The next item of a dict_itemiterator, without a tuple. 1, 0 at the end, -1 */
int mr_dict_item_next(MrThread *t, MrValue iterator, MrValue pair[2]);
MrValue mr_dict_view(MrThread *t, MrTypeId type, MrDict *d) MR_MUST_CHECK;

typedef struct MrMappingProxy {
    MrObj h;
    MrValue mapping;
} MrMappingProxy;
MrValue mr_mappingproxy_new(MrThread *t, MrValue mapping) MR_MUST_CHECK;

#endif
