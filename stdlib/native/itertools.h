/* What the files of itertools share: itertools.c (plain iterators, the module), itertools_combine.c (product, permutations, combinations),
 * itertools_group.c (groupby, tee). */
#ifndef MR_STDLIB_ITERTOOLS_H
#define MR_STDLIB_ITERTOOLS_H

#include "vm/vm.h"

extern const MrTypeDef mr_itertools_product_type, mr_itertools_permutations_type, mr_itertools_combinations_type, mr_itertools_cwr_type,
    mr_itertools_groupby_type, mr_itertools_grouper_type, mr_itertools_tee_type, mr_itertools_teeblock_type;

/* Next item of an iterator that may be nested in others as deep as a script likes. */
static inline MrValue mr_itertools_pull(MrThread *t, MrValue it) { return mr_stack_ok(t) ? mr_next(t, it) : MR_ERROR; }

/* itertools.tee() */
MrValue mr_itertools_tee(MrThread *t, MrValue *a);

#endif
