/* Internals of set and frozenset, shared by set.c (the table) and set_methods.c.
 *
 * Results of binary operations are exact sets or frozensets, after the left operand's kind. All functions are [script] unless all keys are
 * strs or ints. */
#ifndef MR_VM_TYPES_SET_H
#define MR_VM_TYPES_SET_H

#include "vm/vm.h"

/* A slot is free for ever if its hash is 0 and its key MR_UNBOUND; a removed key leaves this hash behind, which no key has. */
#define MR_SET_REMOVED UINT64_MAX

/* Gives a fresh MrSet its empty table. */
bool mr_set_init(MrThread *t, MrSet *s) MR_MUST_CHECK;
void mr_set_clear(MrThread *t, MrSet *s);
/* Live entry at or after *pos: false at the end. */
bool mr_set_next(const MrSet *s, size_t *pos, MrSetEntry *entry);
int mr_set_has_hashed(MrThread *t, MrSet *s, MrValue key, uint64_t hash);  /* 1, 0, -1 */
int mr_set_discard(MrThread *t, MrValue set, MrValue v);                  /* 1 removed, 0 absent, -1; v may be an unhashable set */
/* Exact set or frozenset like `v`, with the members of the iterable unless that is MR_UNBOUND. */
MrValue mr_set_like(MrThread *t, MrValue v, MrValue iterable) MR_MUST_CHECK;
MrValue mr_set_intersection(MrThread *t, MrValue a, MrValue iterable) MR_MUST_CHECK;
MrValue mr_set_difference(MrThread *t, MrValue a, MrValue iterable) MR_MUST_CHECK;
bool mr_set_difference_update(MrThread *t, MrValue a, MrValue iterable) MR_MUST_CHECK;
bool mr_set_symmetric_update(MrThread *t, MrValue a, MrValue iterable) MR_MUST_CHECK;
/* Exchanges the contents of two sets. */
void mr_set_swap(MrSet *a, MrSet *b);

#endif
