/* Linear work on the limbs of ints, in pieces between which a limit or the host can stop it. All return false to stop, with an exception pending. */
#ifndef MR_VM_TYPES_BIGINT_PIECES_H
#define MR_VM_TYPES_BIGINT_PIECES_H

#include "vm/types/bigint.h"

/* to[0..a->n] = |a| + |b| or |a| - |b|, where |a| >= |b|. */
bool mr_limbs_add(MrThread *t, uint64_t *to, const MrIntView *a, const MrIntView *b) MR_MUST_CHECK;
bool mr_limbs_sub(MrThread *t, uint64_t *to, const MrIntView *a, const MrIntView *b) MR_MUST_CHECK;
/* to[0..n] = a << bits, to[0..n) = a >> bits; bits < 64, `to` and a do not overlap. *lost: were bits shifted out that are set? */
bool mr_limbs_lshift(MrThread *t, uint64_t *to, const uint64_t *a, size_t n, unsigned bits) MR_MUST_CHECK;
bool mr_limbs_rshift(MrThread *t, uint64_t *to, const uint64_t *a, size_t n, unsigned bits, bool *lost) MR_MUST_CHECK;
/* Two's complement of n limbs in place. */
bool mr_limbs_negate(MrThread *t, uint64_t *limbs, size_t n) MR_MUST_CHECK;
/* to[0..n) = to op other; op: '&' '|' '^' */
bool mr_limbs_bitop(MrThread *t, char op, uint64_t *to, const uint64_t *other, size_t n) MR_MUST_CHECK;
bool mr_limbs_popcount(MrThread *t, const uint64_t *a, size_t n, uint64_t *count) MR_MUST_CHECK;
/* a modulo 2^61 - 1. */
bool mr_limbs_mod_61(MrThread *t, const uint64_t *a, size_t n, uint64_t *rest) MR_MUST_CHECK;
/* Of all limbs, from the least: so many bytes of `out`, in this order; of bytes, so many limbs, rounded up. `negative`: in two's complement. */
bool mr_limbs_to_bytes(MrThread *t, const MrIntView *a, unsigned char *out, size_t n, bool little) MR_MUST_CHECK;
bool mr_limbs_from_bytes(MrThread *t, uint64_t *limbs, const unsigned char *bytes, size_t n, bool little, bool negative) MR_MUST_CHECK;

#endif
