/* Operations on huge ints that a limit or the host can end; for numbers for which mr_aside_wanted says so. */
#ifndef MR_VM_TYPES_BIGINT_ASIDE_H
#define MR_VM_TYPES_BIGINT_ASIDE_H

#include "vm/aside.h"
#include "vm/types/bigint.h"

typedef enum MrBigOp {
    MR_BIG_MUL, MR_BIG_DIVMOD, MR_BIG_GCD, MR_BIG_SQRT, MR_BIG_FACTORIAL, MR_BIG_BINOMIAL, /* of mr_big_aside */
    MR_BIG_TO_TEXT, MR_BIG_FROM_TEXT
} MrBigOp;

/* What an operation needs of a, b and k; NULL for the others. DIVMOD: floored, and *rest, which may be NULL, is the remainder. */
MrValue mr_big_aside(MrThread *t, MrBigOp op, const MrIntView *a, const MrIntView *b, uint64_t k, MrValue *rest) MR_MUST_CHECK;
/* |a| * |b| as a->n + b->n limbs. */
bool mr_big_mul_aside(MrThread *t, uint64_t *product, const MrIntView *a, const MrIntView *b) MR_MUST_CHECK;
/* mpn_get_str and mpn_set_str. */
bool mr_big_to_text_aside(MrThread *t, const MrIntView *a, int base, unsigned char *digits, size_t room, size_t *n) MR_MUST_CHECK;
MrValue mr_big_from_text_aside(MrThread *t, const unsigned char *digits, size_t n, int base, size_t limbs, bool negative) MR_MUST_CHECK;

#endif
