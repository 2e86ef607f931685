/* Key derivation: PBKDF2 and scrypt. libcrypto has both, but there neither can be interrupted, and a script chooses how long they take; so the rounds are made
 * here, out of the library's digests and the Salsa20/8 core.
 */
#include "stdlib/native/_hashlib.h"

#include <stdlib.h>

#include "vm/isolate.h"

enum { SLICE_ROUNDS = 2000, SLICE_BLOCKS = 4000, DIGEST_MAX = EVP_MAX_MD_SIZE, BLOCK_MAX = 200 };

/* ---- PBKDF2 ---- */

/* In pieces, between which the script can be stopped. */
static bool update(MrThread *t, const MrCrypto *lib, EVP_MD_CTX *c, const void *bytes, size_t n)
{
    for (size_t at = 0, end; at < n; at = end) {
        end = mr_work_piece(at, n);
        if ((at && !mr_limits_tick(t)) || !lib->EVP_DigestUpdate(c, (const char *)bytes + at, end - at))
            return false;
    }
    return true;
}

/* HMAC with a key: the digest's states behind the two paddings. */
typedef struct Mac {
    const MrCrypto *lib;
    EVP_MD_CTX *inner, *outer, *work;
    unsigned size;
} Mac;

static void mac_fini(Mac *m)
{
    m->lib->EVP_MD_CTX_free(m->inner);
    m->lib->EVP_MD_CTX_free(m->outer);
    m->lib->EVP_MD_CTX_free(m->work);
}

static bool begin_with(const MrCrypto *lib, EVP_MD_CTX *c, const EVP_MD *md, const unsigned char *key, size_t block, unsigned char padding)
{
    unsigned char padded[BLOCK_MAX];
    for (size_t i = 0; i < block; i++)
        padded[i] = key[i] ^ padding;
    return lib->EVP_DigestInit_ex(c, md, NULL) && lib->EVP_DigestUpdate(c, padded, block);
}

static bool mac_init(MrThread *t, Mac *m, const MrCrypto *lib, const EVP_MD *md, const char *key, size_t n)
{
    unsigned char whole[BLOCK_MAX] = {0};
    int block = lib->EVP_MD_get_block_size(md), size = lib->EVP_MD_get_size(md);
    *m = (Mac){lib, lib->EVP_MD_CTX_new(), lib->EVP_MD_CTX_new(), lib->EVP_MD_CTX_new(), (unsigned)size};
    if (!m->inner || !m->outer || !m->work || block <= 0 || block > BLOCK_MAX || size <= 0 || size > block)
        return false;
    if (n <= (size_t)block)
        memcpy(whole, key, n);
    else if (!lib->EVP_DigestInit_ex(m->work, md, NULL) || !update(t, lib, m->work, key, n) || !lib->EVP_DigestFinal_ex(m->work, whole, NULL))
        return false;
    return begin_with(lib, m->inner, md, whole, (size_t)block, 0x36) && begin_with(lib, m->outer, md, whole, (size_t)block, 0x5c);
}

static bool mac_begin(const Mac *m) { return m->lib->EVP_MD_CTX_copy_ex(m->work, m->inner); }

static bool mac_end(const Mac *m, unsigned char *out)
{
    const MrCrypto *lib = m->lib;
    return lib->EVP_DigestFinal_ex(m->work, out, NULL) && lib->EVP_MD_CTX_copy_ex(m->work, m->outer) && lib->EVP_DigestUpdate(m->work, out, m->size) &&
           lib->EVP_DigestFinal_ex(m->work, out, NULL);
}

/* So many rounds of one block: u is the last code, sum all of them. */
static bool go_round(const Mac *m, uint64_t rounds, unsigned char *u, unsigned char *sum)
{
    for (; rounds; rounds--) {
        if (!mac_begin(m) || !m->lib->EVP_DigestUpdate(m->work, u, m->size) || !mac_end(m, u))
            return false;
        for (unsigned i = 0; i < m->size; i++)
            sum[i] ^= u[i];
    }
    return true;
}

/* The library's error becomes an exception, unless the script is being stopped. */
static bool failed(MrThread *t, const MrCrypto *lib) { return !mr_pending(t) && mr_crypto_raise(t, lib) != MR_ERROR; }

static bool derive_block(MrThread *t, const Mac *m, const MrSecret *s, uint64_t rounds, uint32_t number, unsigned char *sum)
{
    unsigned char u[DIGEST_MAX], big_endian[4] = {(unsigned char)(number >> 24), (unsigned char)(number >> 16), (unsigned char)(number >> 8), (unsigned char)number};
    if (!mac_begin(m) || !update(t, m->lib, m->work, s->salt, s->n_salt) || !m->lib->EVP_DigestUpdate(m->work, big_endian, 4) || !mac_end(m, u))
        return failed(t, m->lib);
    memcpy(sum, u, m->size);
    for (uint64_t left = rounds - 1, now; left; left -= now) {
        now = left < SLICE_ROUNDS ? left : SLICE_ROUNDS;
        mr_thread_leave(t);
        bool ok = go_round(m, now, u, sum);
        mr_thread_enter(t);
        if (!ok)
            return failed(t, m->lib);
        if (!mr_limits_tick(t))
            return false;
    }
    return true;
}

bool mr_crypto_pbkdf2(MrThread *t, const MrCrypto *lib, const EVP_MD *md, const MrSecret *secret, uint64_t rounds, unsigned char *key, size_t n)
{
    Mac m;
    bool ok = mac_init(t, &m, lib, md, secret->password, secret->n_password) || failed(t, lib);
    size_t work = 0;
    for (size_t from = 0; ok && from < n; from += m.size) {
        unsigned char sum[DIGEST_MAX];
        ok = derive_block(t, &m, secret, rounds, (uint32_t)(from / m.size) + 1, sum);
        if (ok)
            memcpy(key + from, sum, n - from < m.size ? n - from : m.size);
        ok = ok && mr_limits_work(t, work);
    }
    mac_fini(&m);
    return ok;
}

/* ---- scrypt ---- */

static inline uint32_t turn(uint32_t x, unsigned n) { return x << n | x >> (32 - n); }

static inline void quarter(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d)
{
    *b ^= turn(*a + *d, 7);
    *c ^= turn(*b + *a, 9);
    *d ^= turn(*c + *b, 13);
    *a ^= turn(*d + *c, 18);
}

/* Salsa20/8 of x ^ block, back into x. */
static void salsa8(uint32_t x[16], const uint32_t block[16])
{
    uint32_t z[16];
    for (int i = 0; i < 16; i++)
        z[i] = x[i] ^= block[i];
    for (int round = 0; round < 4; round++) {
        quarter(&z[0], &z[4], &z[8], &z[12]), quarter(&z[5], &z[9], &z[13], &z[1]);
        quarter(&z[10], &z[14], &z[2], &z[6]), quarter(&z[15], &z[3], &z[7], &z[11]);
        quarter(&z[0], &z[1], &z[2], &z[3]), quarter(&z[5], &z[6], &z[7], &z[4]);
        quarter(&z[10], &z[11], &z[8], &z[9]), quarter(&z[15], &z[12], &z[13], &z[14]);
    }
    for (int i = 0; i < 16; i++)
        x[i] += z[i];
}

/* scryptBlockMix: 2r blocks of `b`, mixed; the even ones come first. `y` is room. */
static void mix_blocks(uint32_t *b, uint32_t *y, size_t r)
{
    uint32_t x[16];
    memcpy(x, b + (2 * r - 1) * 16, sizeof x);
    for (size_t i = 0; i < 2 * r; i++) {
        salsa8(x, b + i * 16);
        memcpy(y + (i / 2 + i % 2 * r) * 16, x, sizeof x);
    }
    memcpy(b, y, 2 * r * sizeof x);
}

/* scryptROMix of one part, in slices. `v` has room for n of them. */
static bool mix_part(MrThread *t, uint32_t *b, uint32_t *v, uint32_t *y, uint64_t n, size_t r)
{
    size_t words = 32 * r;
    uint64_t slice = SLICE_BLOCKS / (2 * r) + 1;
    for (uint64_t i = 0; i < 2 * n;) {
        uint64_t end = 2 * n - i < slice ? 2 * n : i + slice;
        mr_thread_leave(t);
        for (; i < end; i++) {
            if (i < n) {
                memcpy(v + i * words, b, words * sizeof *b);
            } else {
                const uint32_t *other = v + (b[words - 16] & (n - 1)) * words;
                if (n > UINT32_MAX)
                    other = v + ((b[words - 16] | (uint64_t)b[words - 15] << 32) & (n - 1)) * words;
                for (size_t k = 0; k < words; k++)
                    b[k] ^= other[k];
            }
            mix_blocks(b, y, r);
        }
        mr_thread_enter(t);
        if (!mr_limits_tick(t))
            return false;
    }
    return true;
}

bool mr_crypto_scrypt(MrThread *t, const MrCrypto *lib, const MrSecret *secret, uint64_t n, uint64_t r, uint64_t p, unsigned char *key, size_t n_key)
{
    size_t part = 128 * r;
    EVP_MD *md = lib->EVP_MD_fetch(NULL, "SHA2-256", NULL);
    unsigned char *b = malloc(p * part + part);
    uint32_t *v = malloc(n * part), *y = (uint32_t *)(void *)(b + p * part);
    bool ok = md && b && v && mr_crypto_pbkdf2(t, lib, md, secret, 1, b, p * part);
    if (!md)
        (void)mr_crypto_raise(t, lib);
    else if (!b || !v)
        mr_raise_no_memory(t);
    for (size_t i = 0; ok && i < p; i++)
        ok = mix_part(t, (uint32_t *)(void *)(b + i * part), v, y, n, r); /* words are little-endian, as this machine's are */
    ok = ok && mr_crypto_pbkdf2(t, lib, md, &(MrSecret){secret->password, secret->n_password, b, p * part}, 1, key, n_key);
    free(b);
    free(v);
    lib->EVP_MD_free(md);
    return ok;
}

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "scrypt's words are little-endian");
