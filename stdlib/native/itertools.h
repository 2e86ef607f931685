/* What the files of itertools share: itertools.c (the simple iterators and the module), itertools_choose.c (combinatorics),
 * itertools_split.c (groupby, tee, islice, batched, pairwise, zip_longest). */
#ifndef MR_STDLIB_NATIVE_ITERTOOLS_H
#define MR_STDLIB_NATIVE_ITERTOOLS_H

#include "stdlib/native/instance.h"

extern const MrTypeDef mr_combinations_def, mr_combinations_with_replacement_def, mr_permutations_def, mr_product_def;
extern const MrTypeDef mr_groupby_def, mr_grouper_def, mr_islice_def, mr_tee_def, mr_tee_data_def, mr_batched_def, mr_pairwise_def, mr_zip_longest_def;
MrValue mr_itertools_tee(MrThread *t, MrValue *a);

/* The row of an iterator type that is an MrIter, or begins with one: TYPE(chain, methods, struct, doc). */
#define MR_ITERTOOL(id, table, record, tracer, text)                                                                                        \
    {.name = "itertools." #id, .kind = MR_KIND_ITER, .size = sizeof(record), .methods = table, .doc = text, .next = id##_next, .trace = tracer}

#define MR_NEW_DOC "Make a new object; the class says which arguments it takes."

/* The pair or triple that __reduce__ returns, after the warning that copying iterators is on its way out. A part may be MR_ERROR. */
MrValue mr_itertools_reduce(MrThread *t, MrValue self, MrValue args, MrValue state_or_unbound) MR_MUST_CHECK;

#endif
