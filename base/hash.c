/* SipHash-1-3 and an unseeded quick hash. See hash.h. */
#include "base/hash.h"

#include <string.h>

static inline uint64_t load64(const unsigned char *at) {
    uint64_t word;
    memcpy(&word, at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The last 0 to 7 bytes as a little-endian word. */
static inline uint64_t load_tail(const unsigned char *at, size_t count) {
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++) word |= (uint64_t)at[i] << 8 * i;
    return word;
}

static inline uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

static inline void sip_round(MrHashState *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 = rotate(s->v0, 32) + s->v3;
    s->v2 += s->v1;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v2 = rotate(s->v2, 32);
}

static inline void sip_absorb(MrHashState *s, uint64_t word) {
    s->v3 ^= word;
    sip_round(s);
    s->v0 ^= word;
}

static inline MrHashState begin(MrHashSeed seed) {
    return (MrHashState){seed.k0 ^ 0x736F6D6570736575u, seed.k1 ^ 0x646F72616E646F6Du, seed.k0 ^ 0x6C7967656E657261u,
                         seed.k1 ^ 0x7465646279746573u};
}

/* The state passed by value: it stays in registers. */
static inline uint64_t end(MrHashState s, const unsigned char *at, size_t left, size_t length) {
    sip_absorb(&s, load_tail(at, left) | (uint64_t)length << 56);
    s.v2 ^= 0xFF;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

uint64_t mr_hash_bytes(MrHashSeed seed, const void *bytes, size_t length) {
    MrHashState s = begin(seed);
    const unsigned char *at = bytes;
    size_t left = length;
    for (; left >= 8; left -= 8, at += 8) sip_absorb(&s, load64(at));
    return end(s, at, left, length);
}

MrHashState mr_hash_begin(MrHashSeed seed) { return begin(seed); }

void mr_hash_words(MrHashState *state, const void *bytes, size_t length) {
    MrHashState s = *state;
    const unsigned char *at = bytes;
    for (; length >= 8; length -= 8, at += 8) sip_absorb(&s, load64(at));
    *state = s;
}

uint64_t mr_hash_end(MrHashState *state, const void *bytes, size_t left, size_t length) {
    mr_hash_words(state, bytes, left);
    return end(*state, (const unsigned char *)bytes + (left & ~(size_t)7), left & 7, length);
}

uint64_t mr_hash_quick(const void *bytes, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u;
    const unsigned char *at = bytes;
    for (; length >= 8; length -= 8, at += 8) hash = mr_hash_mix(hash ^ load64(at));
    return mr_hash_mix(hash ^ load_tail(at, length));
}
