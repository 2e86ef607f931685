/* Hash functions: SipHash-1-3 for keys an attacker may choose, cheap mixers for everything else.
 * Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF"; the 1-3 variant is what CPython uses for str. */
#ifndef MR_BASE_HASH_H
#define MR_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct MrHashSeed {
    uint64_t k0, k1;
} MrHashSeed;

/* SipHash-1-3 in pieces: begin, words of any multiple of eight bytes, end with what is left and the length of all. */
typedef struct MrHashState {
    uint64_t v0, v1, v2, v3;
} MrHashState;

MrHashState mr_hash_begin(MrHashSeed seed);
void mr_hash_words(MrHashState *state, const void *bytes, size_t length);
uint64_t mr_hash_end(MrHashState *state, const void *bytes, size_t left, size_t length);

/* SipHash-1-3 of a byte string under a seed. */
uint64_t mr_hash_bytes(MrHashSeed seed, const void *bytes, size_t length);

/* Hash of a byte string without a seed: compile-time tables and interning inside one compilation only. */
uint64_t mr_hash_quick(const void *bytes, size_t length);

/* Spreads the bits of a word over the whole word (a bijection). */
static inline uint64_t mr_hash_mix(uint64_t x) {
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}

#endif
