/* SHA-256 and HMAC over it. A message is taken in whole blocks; what is left of it waits in the state. */
#include "base/sha256.h"

#include <string.h>

enum { BLOCK = 64 };

typedef struct Digest {
    uint32_t h[8];
    uint64_t length; /* bytes so far */
    uint8_t rest[BLOCK];
} Digest;

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t rotate(uint32_t x, int by) { return x >> by | x << (32 - by); }

static void absorb_block(Digest *d, const uint8_t *block) {
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
    memcpy(v, d->h, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]), majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
        uint32_t x = v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) + choice + round_constants[i] + w[i];
        uint32_t y = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) + majority;
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += x;
        v[0] = x + y;
    }
    for (int i = 0; i < 8; i++) d->h[i] += v[i];
}

static void start(Digest *d) {
    *d = (Digest){{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, 0, {0}};
}

static void absorb(Digest *d, const void *bytes, size_t length) {
    const uint8_t *at = bytes;
    for (size_t held = d->length % BLOCK; length;) {
        size_t n = BLOCK - held < length ? BLOCK - held : length;
        memcpy(d->rest + held, at, n);
        if (held + n == BLOCK) absorb_block(d, d->rest);
        held = (held + n) % BLOCK;
        d->length += n;
        at += n;
        length -= n;
    }
}

static void finish(Digest *d, uint8_t out[MR_SHA256_SIZE]) {
    static const uint8_t padding[BLOCK] = {0x80};
    uint64_t bits = d->length * 8;
    uint8_t size[8];
    for (int i = 0; i < 8; i++) size[i] = (uint8_t)(bits >> (56 - 8 * i));
    absorb(d, padding, 1 + (BLOCK + 55 - d->length % BLOCK) % BLOCK);
    absorb(d, size, sizeof size);
    for (int i = 0; i < MR_SHA256_SIZE; i++) out[i] = (uint8_t)(d->h[i / 4] >> (24 - 8 * (i % 4)));
}

void mr_sha256(const void *bytes, size_t length, uint8_t out[MR_SHA256_SIZE]) {
    Digest d;
    start(&d);
    absorb(&d, bytes, length);
    finish(&d, out);
}

void mr_hmac_sha256(const void *key, size_t key_length, const void *bytes, size_t length, uint8_t out[MR_SHA256_SIZE]) {
    uint8_t pad[BLOCK] = {0};
    Digest d;
    if (key_length > BLOCK) mr_sha256(key, key_length, pad);
    else if (key_length) memcpy(pad, key, key_length);
    for (int i = 0; i < BLOCK; i++) pad[i] ^= 0x36;
    start(&d);
    absorb(&d, pad, sizeof pad);
    absorb(&d, bytes, length);
    finish(&d, out);
    for (int i = 0; i < BLOCK; i++) pad[i] ^= 0x36 ^ 0x5c;
    start(&d);
    absorb(&d, pad, sizeof pad);
    absorb(&d, out, MR_SHA256_SIZE);
    finish(&d, out);
}
