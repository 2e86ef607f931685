/* _blake2: the hash functions BLAKE2b and BLAKE2s (RFC 7693) with all of their parameters: key, salt, personalization, tree hashing.
 *
 * The two differ in word size, rounds and rotations only, so that one macro makes both compression functions. The last block is kept back until
 * more comes or the digest is asked for, because it is compressed with a flag of its own.
 */
#include <limits.h>

#include "stdlib/native/hash_input.h"
#include "stdlib/native/instance.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

enum { BLOCK_MAX = 128 };

typedef struct MrBlake {
    MrObj h;
    bool small;        /* BLAKE2s */
    bool last_node;
    uint8_t digest_size;
    uint8_t fill;      /* bytes in block */
    uint64_t count[2]; /* bytes compressed */
    union { uint64_t b[8]; uint32_t s[8]; } state;
    uint8_t block[BLOCK_MAX];
} MrBlake;
#define BLAKE(v) ((MrBlake *)mr_obj_of(v))

static const MrTypeDef blake2b_def, blake2s_def;

static const uint64_t iv_b[8] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
                                 0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};
static const uint32_t iv_s[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};

/* ---- compression ---- */

#define ROTATE(x, n) ((x) >> (n) | (x) << (8 * sizeof(x) - (n)))
#define MIX(a, b, c, d, x, y) \
    do { \
        a += b + (x), d = ROTATE(d ^ a, R1), c += d, b = ROTATE(b ^ c, R2); \
        a += b + (y), d = ROTATE(d ^ a, R3), c += d, b = ROTATE(b ^ c, R4); \
    } while (0)
#define ROUND(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15) \
    do { \
        MIX(v0, v4, v8, v12, m[s0], m[s1]); \
        MIX(v1, v5, v9, v13, m[s2], m[s3]); \
        MIX(v2, v6, v10, v14, m[s4], m[s5]); \
        MIX(v3, v7, v11, v15, m[s6], m[s7]); \
        MIX(v0, v5, v10, v15, m[s8], m[s9]); \
        MIX(v1, v6, v11, v12, m[s10], m[s11]); \
        MIX(v2, v7, v8, v13, m[s12], m[s13]); \
        MIX(v3, v4, v9, v14, m[s14], m[s15]); \
    } while (0)
#define TEN_ROUNDS \
    ROUND(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15); \
    ROUND(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3); \
    ROUND(11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4); \
    ROUND(7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8); \
    ROUND(9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13); \
    ROUND(2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9); \
    ROUND(12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11); \
    ROUND(13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10); \
    ROUND(6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5); \
    ROUND(10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0)
#define VARIABLES(Word, iv, low, high) \
    Word v0 = h[0], v1 = h[1], v2 = h[2], v3 = h[3], v4 = h[4], v5 = h[5], v6 = h[6], v7 = h[7], v8 = iv[0], v9 = iv[1], v10 = iv[2], v11 = iv[3], \
         v12 = iv[4] ^ (Word)(low), v13 = iv[5] ^ (Word)(high), v14 = iv[6] ^ f0, v15 = iv[7] ^ f1
#define FOLD \
    h[0] ^= v0 ^ v8, h[1] ^= v1 ^ v9, h[2] ^= v2 ^ v10, h[3] ^= v3 ^ v11, h[4] ^= v4 ^ v12, h[5] ^= v5 ^ v13, h[6] ^= v6 ^ v14, h[7] ^= v7 ^ v15

static void compress_b(MrBlake *k, const uint8_t *block, uint64_t f0, uint64_t f1)
{
    enum { R1 = 32, R2 = 24, R3 = 16, R4 = 63 };
    uint64_t *h = k->state.b, m[16];
    memcpy(m, block, sizeof m);
    VARIABLES(uint64_t, iv_b, k->count[0], k->count[1]);
    TEN_ROUNDS;
    ROUND(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    ROUND(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3);
    FOLD;
}

static void compress_s(MrBlake *k, const uint8_t *block, uint32_t f0, uint32_t f1)
{
    enum { R1 = 16, R2 = 12, R3 = 8, R4 = 7 };
    uint32_t *h = k->state.s, m[16];
    memcpy(m, block, sizeof m);
    VARIABLES(uint32_t, iv_s, k->count[0], k->count[0] >> 32);
    TEN_ROUNDS;
    FOLD;
}

static inline size_t block_size(const MrBlake *k) { return k->small ? 64 : 128; }

static void compress(MrBlake *k, const uint8_t *block, size_t n, bool last)
{
    uint64_t before = k->count[0];
    k->count[0] += n;
    k->count[1] += k->count[0] < before;
    uint64_t f0 = last ? UINT64_MAX : 0, f1 = last && k->last_node ? UINT64_MAX : 0;
    if (k->small)
        compress_s(k, block, (uint32_t)f0, (uint32_t)f1);
    else
        compress_b(k, block, f0, f1);
}

/* All of it, unless the script has to stop. */
static bool absorb(MrThread *t, MrBlake *k, const uint8_t *p, size_t n)
{
    size_t work = 0;
    size_t size = block_size(k), room = size - k->fill;
    if (n > room) {
        memcpy(k->block + k->fill, p, room);
        compress(k, k->block, size, false);
        k->fill = 0;
        p += room;
        n -= room;
        for (; n > size; p += size, n -= size) {
            if (!mr_limits_work(t, work))
                return false;
            compress(k, p, size, false);
        }
    }
    if (n)
        memcpy(k->block + k->fill, p, n);
    k->fill += (uint8_t)n;
    return true;
}

static void finish(const MrBlake *k, uint8_t out[64])
{
    MrBlake end = *k;
    memset(end.block + end.fill, 0, sizeof end.block - end.fill);
    compress(&end, end.block, end.fill, true);
    memcpy(out, &end.state, end.small ? 32 : 64);
}

/* ---- objects ---- */

/* An optional int argument, which must lie in 0..max where max is not 0. */
static bool read_int(MrThread *t, MrValue v, int64_t *out)
{
    if (v == MR_UNBOUND)
        return true;
    if (!(mr_is_integer(v) || (v = mr_index(t, v)) != MR_ERROR))
        return false;
    if (mr_int_as_i64(v, out) && *out >= INT_MIN && *out <= INT_MAX)
        return true;
    mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    return false;
}

/* An optional argument of unlimited size, up to 64 bits. */
static bool read_large(MrThread *t, MrValue v, uint64_t *out, const char *too_large)
{
    int64_t i;
    if (v == MR_UNBOUND)
        return true;
    if (!mr_is_integer(v) && (v = mr_index(t, v)) == MR_ERROR)
        return false;
    if (mr_int_sign(v) < 0) {
        mr_raise(t, MR_EXC_ValueError, "value must be positive");
        return false;
    }
    MrIntView view;
    mr_int_view(v, &view);
    if (mr_int_as_i64(v, &i))
        *out = (uint64_t)i;
    else if (view.n == 1)
        *out = view.limbs[0];
    else
        mr_raise(t, MR_EXC_OverflowError, "%s", too_large);
    return !mr_pending(t);
}

/* An optional bytes-like argument of at most `max` bytes, copied to out. */
static bool read_bytes(MrThread *t, MrValue v, const char *name, size_t max, uint8_t *out, size_t *n_out)
{
    const char *bytes;
    size_t n;
    if (v == MR_UNBOUND)
        return true;
    if (!mr_buffer_of(t, v, &bytes, &n))
        return false;
    if (n > max) {
        mr_raise(t, MR_EXC_ValueError, "maximum %s length is %zu bytes", name, max);
        return false;
    }
    memcpy(out, bytes, n);
    *n_out = n;
    return true;
}

static bool in_range(MrThread *t, int64_t v, int64_t low, int64_t high, const char *message)
{
    if (v >= low && v <= high)
        return true;
    mr_raise(t, MR_EXC_ValueError, "%s", message);
    return false;
}

/* a: cls, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node, usedforsecurity */
static MrValue blake_new(MrThread *t, const MrTypeDef *def, MrValue *a)
{
    bool small = def == &blake2s_def;
    size_t max = small ? 32 : 64, n_key = 0, n_salt = 0, n_person = 0, n_data = 0;
    int64_t digest_size = (int64_t)max, fanout = 1, depth = 1, node_depth = 0, inner_size = 0;
    uint64_t leaf_size = 0, node_offset = 0;
    uint8_t key[BLOCK_MAX] = {0}, salt[16] = {0}, person[16] = {0}, p[64] = {0};
    const char *data = "";
    if (!read_int(t, a[2], &digest_size) || !read_int(t, a[6], &fanout) || !read_int(t, a[7], &depth) || !read_int(t, a[10], &node_depth) ||
        !read_int(t, a[11], &inner_size))
        return MR_ERROR;
    if (digest_size < 1 || digest_size > (int64_t)max)
        return mr_raise(t, MR_EXC_ValueError, "digest_size must be between 1 and %zu bytes", max);
    int last_node = a[12] == MR_UNBOUND ? 0 : mr_truth(t, a[12]);
    if (last_node < 0 || !read_bytes(t, a[4], "salt", max / 4, salt, &n_salt) || !read_bytes(t, a[5], "person", max / 4, person, &n_person) ||
        !in_range(t, fanout, 0, 255, "fanout must be between 0 and 255") || !in_range(t, depth, 1, 255, "depth must be between 1 and 255") ||
        !read_large(t, a[8], &leaf_size, "Python int too large to convert to C unsigned long"))
        return MR_ERROR;
    if (leaf_size > UINT32_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "leaf_size is too large");
    if (!read_large(t, a[9], &node_offset, "int too big to convert"))
        return MR_ERROR;
    if (small && node_offset >> 48)
        return mr_raise(t, MR_EXC_OverflowError, "node_offset is too large");
    if (!in_range(t, node_depth, 0, 255, "node_depth must be between 0 and 255") ||
        !in_range(t, inner_size, 0, (int64_t)max, small ? "inner_size must be between 0 and is 32" : "inner_size must be between 0 and is 64") ||
        !read_bytes(t, a[3], "key", max, key, &n_key) || (a[1] != MR_UNBOUND && !mr_hash_input(t, a[1], &data, &n_data)))
        return MR_ERROR;
    MrBlake *k = mr_def_new(t, def, a[0]);
    if (!k)
        return MR_ERROR;
    k->small = small;
    k->last_node = last_node;
    k->digest_size = (uint8_t)digest_size;
    p[0] = (uint8_t)digest_size, p[1] = (uint8_t)n_key, p[2] = (uint8_t)fanout, p[3] = (uint8_t)depth;
    memcpy(p + 4, &leaf_size, 4);
    memcpy(p + 8, &node_offset, small ? 6 : 8);
    p[small ? 14 : 16] = (uint8_t)node_depth;
    p[small ? 15 : 17] = (uint8_t)inner_size;
    memcpy(p + (small ? 16 : 32), salt, max / 4);
    memcpy(p + (small ? 24 : 48), person, max / 4);
    if (small) {
        memcpy(k->state.s, p, 32);
        for (int i = 0; i < 8; i++)
            k->state.s[i] ^= iv_s[i];
    } else {
        memcpy(k->state.b, p, 64);
        for (int i = 0; i < 8; i++)
            k->state.b[i] ^= iv_b[i];
    }
    if (n_key && !absorb(t, k, key, block_size(k)))
        return MR_ERROR;
    if (a[1] != MR_UNBOUND && mr_hash_input(t, a[1], &data, &n_data) && !absorb(t, k, (const uint8_t *)data, n_data))
        return MR_ERROR;
    return mr_val(k);
}

static MrValue blake2b_new(MrThread *t, MrValue *a) { return blake_new(t, &blake2b_def, a); }
static MrValue blake2s_new(MrThread *t, MrValue *a) { return blake_new(t, &blake2s_def, a); }

static MrValue blake_update(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    if (!mr_hash_input(t, a[1], &bytes, &n))
        return MR_ERROR;
    return absorb(t, BLAKE(a[0]), (const uint8_t *)bytes, n) ? MR_NONE : MR_ERROR;
}

static MrValue blake_copy(MrThread *t, MrValue *a)
{
    MrBlake *from = BLAKE(a[0]), *k = mr_def_alloc(t, from->small ? &blake2s_def : &blake2b_def);
    if (!k)
        return MR_ERROR;
    memcpy((char *)k + sizeof k->h, (char *)from + sizeof k->h, sizeof *k - sizeof k->h);
    return mr_val(k);
}

static MrValue blake_digest(MrThread *t, MrValue *a)
{
    uint8_t out[64];
    finish(BLAKE(a[0]), out);
    return mr_bytes_new(t, (const char *)out, BLAKE(a[0])->digest_size);
}

static MrValue blake_hexdigest(MrThread *t, MrValue *a)
{
    uint8_t out[64];
    char text[129];
    finish(BLAKE(a[0]), out);
    size_t n = BLAKE(a[0])->digest_size;
    for (size_t i = 0; i < n; i++) {
        text[2 * i] = "0123456789abcdef"[out[i] >> 4];
        text[2 * i + 1] = "0123456789abcdef"[out[i] & 15];
    }
    return mr_str_new(t, text, 2 * n);
}

static MrValue get_name(MrThread *t, MrValue self) { return mr_str_c(t, BLAKE(self)->small ? "blake2s" : "blake2b"); }
static MrValue get_block_size(MrThread *t, MrValue self) { return mr_int(t, (int64_t)block_size(BLAKE(self))); }
static MrValue get_digest_size(MrThread *t, MrValue self) { return mr_int(t, BLAKE(self)->digest_size); }

#define DIGEST_SIZE_blake2b "64"
#define DIGEST_SIZE_blake2s "32"
#define METHODS(new) \
    { \
        {"__new__(cls, data=b'', /, *, digest_size=" DIGEST_SIZE_##new ", key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, " \
         "inner_size=0, last_node=False, usedforsecurity=True)", new##_new, "Return a new BLAKE2 hash object.", MR_METHOD_STATIC}, \
        {"copy(self, /)", blake_copy, "An independent object that goes on from the same state.", 0}, \
        {"digest(self, /)", blake_digest, "The hash of all data so far, as bytes.", 0}, \
        {"hexdigest(self, /)", blake_hexdigest, "The hash of all data so far, in hexadecimal digits.", 0}, \
        {"update(self, data, /)", blake_update, "Hash more data.", 0}, {0}, \
    }

static const MrMethodDef blake2b_methods[] = METHODS(blake2b), blake2s_methods[] = METHODS(blake2s);
static const MrGetSetDef getset[] = {
    {"name", get_name, NULL, "'blake2b' or 'blake2s'"},
    {"block_size", get_block_size, NULL, "bytes that are hashed at a time"},
    {"digest_size", get_digest_size, NULL, "bytes of the digest"},
    {0}};

static const MrTypeDef blake2b_def = {.name = "_blake2.blake2b", .kind = MR_KIND_OTHER, .size = sizeof(MrBlake), .flags = MR_TYPEDEF_FINAL, .methods = blake2b_methods, .getset = getset,
                                      .doc = "A BLAKE2b hash, made for 64-bit machines: digests of up to 64 bytes, with a key, salt or person if "
                                             "given."};
static const MrTypeDef blake2s_def = {.name = "_blake2.blake2s", .kind = MR_KIND_OTHER, .size = sizeof(MrBlake), .flags = MR_TYPEDEF_FINAL, .methods = blake2s_methods, .getset = getset,
                                      .doc = "A BLAKE2s hash, made for small machines: digests of up to 32 bytes, with a key, salt or person if "
                                             "given."};
static const MrTypeDef *const types[] = {&blake2b_def, &blake2s_def, NULL};

static bool add_limits(MrThread *t, const MrTypeDef *def, int size)
{
    static const char *const limits[] = {"MAX_DIGEST_SIZE", "MAX_KEY_SIZE", "SALT_SIZE", "PERSON_SIZE"};
    MrType *type = mr_type_from_def(t, def);
    for (int i = 0; i < 4; i++)
        if (!type || !mr_dict_set_c(t, type->dict, limits[i], mr_small_int(i < 2 ? size : size / 4)))
            return false;
    return true;
}

static bool init(MrThread *t, MrModule *m)
{
    (void)m;
    return add_limits(t, &blake2b_def, 64) && add_limits(t, &blake2s_def, 32);
}

const MrModuleDef mr_module__blake2 = {.name = "_blake2", .init = init, .types = types, .doc = "The BLAKE2 hashes for hashlib."};
