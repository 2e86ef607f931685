/* See bigint_pieces.h. A piece is MR_WORK_PIECE bytes of limbs, so that for all but huge ints there is one, and no look at the limits. */
#include "vm/types/bigint_pieces.h"

#include <gmp.h>

#include "vm/isolate.h"

#define PIECE (MR_WORK_PIECE / sizeof(uint64_t))

static const mp_limb_t *in(const uint64_t *p) { return (const mp_limb_t *)p; }
static mp_limb_t *out(uint64_t *p) { return (mp_limb_t *)p; }

/* The next piece of n limbs: [*from, *to). False at the end, and when the script has to stop: then *ok is false. */
static bool next_piece(MrThread *t, size_t n, size_t *from, size_t *to, bool *ok)
{
    *from = *to;
    *ok = !*from || *from >= n || mr_limits_tick(t);
    *to = n - *from > PIECE ? *from + PIECE : n;
    return *ok && *from < n;
}

static size_t within(size_t limit, size_t from, size_t to) { return limit <= from ? 0 : (limit < to ? limit : to) - from; }

bool mr_limbs_add(MrThread *t, uint64_t *to, const MrIntView *a, const MrIntView *b)
{
    mp_limb_t carry = 0;
    bool ok = true;
    for (size_t from = 0, end = 0; next_piece(t, a->n, &from, &end, &ok);) {
        size_t n = end - from, m = within(b->n, from, end);
        mp_limb_t over = m ? mpn_add(out(to + from), in(a->limbs + from), (mp_size_t)n, in(b->limbs + from), (mp_size_t)m) : 0;
        if (!m)
            memcpy(to + from, a->limbs + from, n * sizeof *to);
        carry = over + (carry ? mpn_add_1(out(to + from), out(to + from), (mp_size_t)n, carry) : 0);
    }
    to[a->n] = carry;
    return ok;
}

bool mr_limbs_sub(MrThread *t, uint64_t *to, const MrIntView *a, const MrIntView *b)
{
    mp_limb_t borrow = 0;
    bool ok = true;
    for (size_t from = 0, end = 0; next_piece(t, a->n, &from, &end, &ok);) {
        size_t n = end - from, m = within(b->n, from, end);
        mp_limb_t under = m ? mpn_sub(out(to + from), in(a->limbs + from), (mp_size_t)n, in(b->limbs + from), (mp_size_t)m) : 0;
        if (!m)
            memcpy(to + from, a->limbs + from, n * sizeof *to);
        borrow = under + (borrow ? mpn_sub_1(out(to + from), out(to + from), (mp_size_t)n, borrow) : 0);
    }
    to[a->n] = 0;
    return ok;
}

bool mr_limbs_lshift(MrThread *t, uint64_t *to, const uint64_t *a, size_t n, unsigned bits)
{
    uint64_t carry = 0;
    bool ok = true;
    if (!bits) {
        to[n] = 0;
        return mr_work_copy(t, to, a, n * sizeof *to);
    }
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);) {
        uint64_t above = mpn_lshift(out(to + from), in(a + from), (mp_size_t)(end - from), bits);
        to[from] |= carry;
        carry = above;
    }
    to[n] = carry;
    return ok;
}

bool mr_limbs_rshift(MrThread *t, uint64_t *to, const uint64_t *a, size_t n, unsigned bits, bool *lost)
{
    bool ok = true;
    *lost = false;
    if (!bits)
        return mr_work_copy(t, to, a, n * sizeof *to);
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);) {
        mp_limb_t below = mpn_rshift(out(to + from), in(a + from), (mp_size_t)(end - from), bits);
        if (from)
            to[from - 1] |= below;
        else
            *lost = below != 0;
    }
    return ok;
}

bool mr_limbs_negate(MrThread *t, uint64_t *limbs, size_t n)
{
    bool ok = true, borrow = false; /* of limbs below that are not all zero */
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);) {
        if (borrow)
            mpn_com(out(limbs + from), in(limbs + from), (mp_size_t)(end - from));
        else
            borrow = mpn_neg(out(limbs + from), in(limbs + from), (mp_size_t)(end - from));
    }
    return ok;
}

bool mr_limbs_bitop(MrThread *t, char op, uint64_t *to, const uint64_t *other, size_t n)
{
    bool ok = true;
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);) {
        mp_size_t count = (mp_size_t)(end - from);
        if (op == '&')
            mpn_and_n(out(to + from), in(to + from), in(other + from), count);
        else if (op == '|')
            mpn_ior_n(out(to + from), in(to + from), in(other + from), count);
        else
            mpn_xor_n(out(to + from), in(to + from), in(other + from), count);
    }
    return ok;
}

bool mr_limbs_popcount(MrThread *t, const uint64_t *a, size_t n, uint64_t *count)
{
    bool ok = true;
    *count = 0;
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);)
        *count += mpn_popcount(in(a + from), (mp_size_t)(end - from));
    return ok;
}

bool mr_limbs_mod_61(MrThread *t, const uint64_t *a, size_t n, uint64_t *rest)
{
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    bool ok = true;
    *rest = 0;
    for (size_t from = 0, end = 0; next_piece(t, n, &from, &end, &ok);) {
        uint64_t r = mpn_mod_1(in(a + from), (mp_size_t)(end - from), modulus);
        unsigned shift = (unsigned)(from * 64 % 61); /* 2**61 is 1 here: multiplying by a power of two is a rotation */
        *rest += (r << shift & modulus) | r >> (61 - shift);
        *rest = *rest >= modulus ? *rest - modulus : *rest;
    }
    return ok;
}

bool mr_limbs_to_bytes(MrThread *t, const MrIntView *a, unsigned char *bytes, size_t n, bool little)
{
    uint64_t carry = a->negative;
    bool ok = true;
    size_t whole = n / 8 + (n % 8 != 0);
    for (size_t from = 0, end = 0; next_piece(t, whole, &from, &end, &ok);)
        for (size_t i = from; i < end; i++) {
            uint64_t word = i < a->n ? a->limbs[i] : 0;
            if (a->negative) {
                word = ~word + carry;
                carry = carry && !word;
            }
            for (size_t k = 8 * i; k < 8 * i + 8 && k < n; k++, word >>= 8)
                bytes[little ? k : n - 1 - k] = (unsigned char)word;
        }
    return ok;
}

bool mr_limbs_from_bytes(MrThread *t, uint64_t *limbs, const unsigned char *bytes, size_t n, bool little, bool negative)
{
    uint64_t carry = negative;
    bool ok = true;
    size_t whole = n / 8 + (n % 8 != 0);
    for (size_t from = 0, end = 0; next_piece(t, whole, &from, &end, &ok);)
        for (size_t i = from; i < end; i++) {
            uint64_t word = 0;
            size_t k = 8 * i, bits = 0;
            for (; k < 8 * i + 8 && k < n; k++, bits += 8)
                word |= (uint64_t)bytes[little ? k : n - 1 - k] << bits;
            if (negative) {
                word = ~word + carry;
                carry = carry && !word;
                if (bits < 64) { /* the sign goes on above the last byte */
                    word &= ((uint64_t)1 << bits) - 1;
                }
            }
            limbs[i] = word;
        }
    return ok;
}
