/* What list, tuple and range share: slices as C numbers, comparison, repetition, searching. */
#ifndef MR_VM_TYPES_SEQUENCE_H
#define MR_VM_TYPES_SEQUENCE_H

#include "vm/types/text.h"
#include "vm/vm.h"

/* A slice's parts before they meet a length; start and stop may be anything, step is not 0. */
typedef struct MrSliceParts {
    int64_t start, stop, step;
} MrSliceParts;

/* Reads the parts through __index__, clamped to int64. [script] false: TypeError or ValueError. */
bool mr_slice_unpack(MrThread *t, MrValue slice, MrSliceParts *parts) MR_MUST_CHECK;
/* Fits the parts to a length; returns how many items they select. */
size_t mr_slice_adjust(MrSliceParts *parts, size_t length);
static inline bool mr_is_slice(MrValue v) { return mr_is_kind(v, MR_KIND_SLICE); }

/* a <op> b of two lists or two tuples: a bool or MR_ERROR. [script] */
MrValue mr_sequence_compare(MrThread *t, MrCompare op, MrValue a, MrValue b);
/* value in items: 1, 0, -1. The sequence may shrink meanwhile. [script] */
int mr_sequence_contains(MrThread *t, MrValue sequence, MrValue value);
MrValue mr_sequence_count(MrThread *t, MrValue sequence, MrValue value);
/* Place of value at or after start and before stop (optional arguments of index()): -1 absent, -2 error. [script] */
int64_t mr_sequence_find(MrThread *t, MrValue sequence, MrValue value, MrValue start, MrValue stop);
/* Hash of a tuple as CPython computes it: xxHash's mixing over the items' hashes. [script] false: an item is unhashable. */
bool mr_tuple_hash(MrThread *t, const MrTuple *tuple, uint64_t *hash) MR_MUST_CHECK;
/* One step of that mixing, which starts with MR_HASH_START. */
#define MR_HASH_START 2870177450012600261ull
static inline uint64_t mr_hash_mix(uint64_t sum, uint64_t item)
{
    sum += item * 14029467366897019727ull;
    return (sum << 31 | sum >> 33) * 11400714785074694791ull;
}
/* Appends the reprs of the items, separated by ", ". [script] */
bool mr_sequence_repr_items(MrThread *t, MrBuf *buf, MrValue sequence) MR_MUST_CHECK;
/* Fills to[0..n*times) with copies of from[0..n). */
bool mr_items_repeat(MrThread *t, MrValue *to, const MrValue *from, size_t n, size_t times);
/* The item count of a repetition: false with MemoryError if it is absurd, or the error of the argument. [script] */
bool mr_repeat_size(MrThread *t, MrValue times_value, size_t n, size_t *times) MR_MUST_CHECK;
/* class_getitem rows of the containers. */
MrValue mr_container_class_getitem(MrThread *t, MrValue *a);

/* Setter of attributes that are read-only members in CPython, whose error is another than that of a property: "readonly attribute". */
/* iterators.c: (iter, ([what is left],)) for an iterator of a dict or set, which does not move. */
MrValue mr_iter_reduce_rest(MrThread *t, MrValue iterator) MR_MUST_CHECK;
/* iterators.c: the function that __reduce__ names, e.g. iter. */
MrValue mr_builtin_named(MrThread *t, const char *name) MR_MUST_CHECK;
/* list.c: removes items and memory. */
void mr_list_clear(MrList *l);
/* slice.c: slice.indices() for lengths of any size; out gets three ints. [script] */
bool mr_slice_indices_long(MrThread *t, MrValue slice, MrValue length, MrValue out[3]) MR_MUST_CHECK;

#endif
