/* _random: the generator below the random module, MT19937 (Matsumoto and Nishimura, 1998), and the
 * digest that the module makes seeds of text with.
 *
 * A seed is spread over the state 32 bits at a time, so that an int of any size counts in full. random() takes 53 bits of two outputs,
 * getrandbits(k) the high bits of as many outputs as k needs, the first one lowest. These choices fix which numbers a seed leads to.
 */
#include <errno.h>
#include <sys/random.h>

#include "stdlib/native/instance.h"
#include "stdlib/native/sha512.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"

enum { STATE_WORDS = 624, SHIFT_WORDS = 397 };

typedef struct MrRandom {
    MrObj h;
    uint32_t next; /* index in words; STATE_WORDS: all are used up */
    uint32_t words[STATE_WORDS];
} MrRandom;
#define RANDOM(v) ((MrRandom *)mr_obj_of(v))

/* ---- the generator ---- */

static uint32_t twist(uint32_t high, uint32_t low, uint32_t far)
{
    uint32_t mixed = (high & 0x80000000u) | (low & 0x7FFFFFFFu);
    return far ^ mixed >> 1 ^ (low & 1 ? 0x9908B0DFu : 0);
}

static void refill(MrRandom *r)
{
    uint32_t *w = r->words;
    int i = 0;
    for (; i < STATE_WORDS - SHIFT_WORDS; i++)
        w[i] = twist(w[i], w[i + 1], w[i + SHIFT_WORDS]);
    for (; i < STATE_WORDS - 1; i++)
        w[i] = twist(w[i], w[i + 1], w[i + SHIFT_WORDS - STATE_WORDS]);
    w[i] = twist(w[i], w[0], w[SHIFT_WORDS - 1]);
    r->next = 0;
}

static inline uint32_t draw(MrRandom *r)
{
    if (MR_UNLIKELY(r->next >= STATE_WORDS))
        refill(r);
    uint32_t y = r->words[r->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9D2C5680u;
    y ^= y << 15 & 0xEFC60000u;
    return y ^ y >> 18;
}

static void seed_with_word(MrRandom *r, uint32_t seed)
{
    uint32_t *w = r->words;
    w[0] = seed;
    for (uint32_t i = 1; i < STATE_WORDS; i++)
        w[i] = 1812433253u * (w[i - 1] ^ w[i - 1] >> 30) + i;
    r->next = STATE_WORDS;
}

/* The 32-bit word number i of limbs; n > 0 words in all. */
static bool seed_with_words(MrThread *t, MrRandom *r, const uint64_t *limbs, size_t n)
{
    uint32_t *w = r->words;
    size_t i = 1, j = 0, work = 0;
    seed_with_word(r, 19650218u);
    for (size_t left = n > STATE_WORDS ? n : STATE_WORDS; left; left--) {
        if (!mr_limits_work(t, work))
            return false;
        uint32_t key = (uint32_t)(limbs[j / 2] >> j % 2 * 32);
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1664525u) + key + (uint32_t)j;
        if (++i == STATE_WORDS) {
            w[0] = w[STATE_WORDS - 1];
            i = 1;
        }
        if (++j == n)
            j = 0;
    }
    for (size_t left = STATE_WORDS - 1; left; left--) {
        w[i] = (w[i] ^ (w[i - 1] ^ w[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i == STATE_WORDS) {
            w[0] = w[STATE_WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000u;
    return true;
}

static bool seed_with_int(MrThread *t, MrRandom *r, MrValue n)
{
    MrIntView view;
    uint64_t zero = 0;
    mr_int_view(n, &view);
    if (!view.n)
        return seed_with_words(t, r, &zero, 1);
    return seed_with_words(t, r, view.limbs, 2 * view.n - (view.limbs[view.n - 1] >> 32 == 0));
}

/* Bytes from the system's source. False: OSError. */
static bool read_entropy(MrThread *t, void *bytes, size_t n)
{
    char *p = bytes;
    while (n) {
        ssize_t got = getrandom(p, n, 0);
        if (got < 0 && errno == EINTR && mr_poll_wait(t))
            continue;
        if (got < 0) {
            if (!mr_pending(t))
                (void)mr_raise_errno(t, errno, MR_UNBOUND);
            return false;
        }
        p += got;
        n -= (size_t)got;
    }
    return true;
}

static bool seed_with(MrThread *t, MrRandom *r, MrValue seed)
{
    uint64_t hash, entropy[STATE_WORDS / 2];
    if (seed == MR_UNBOUND || seed == MR_NONE) {
        if (!read_entropy(t, entropy, sizeof entropy))
            return false;
        return seed_with_words(t, r, entropy, STATE_WORDS);
    }
    if (!mr_is_integer(seed)) {
        if (!mr_hash(t, seed, &hash) || (seed = mr_int_u64(t, hash)) == MR_ERROR)
            return false;
    }
    return seed_with_int(t, r, seed);
}

/* k > 0 random bits */
static MrValue draw_bits(MrThread *t, MrRandom *r, size_t k)
{
    if (k <= 32)
        return mr_int(t, draw(r) >> (32 - k));
    size_t n = (k + 63) / 64;
    MrInt *big = mr_int_alloc(t, n);
    if (!big)
        return MR_ERROR;
    for (size_t i = 0; i < n; i++) {
        size_t left = k - 64 * i;
        uint64_t low = draw(r), high = 0;
        if (left < 32)
            low >>= 32 - left;
        if (left > 32)
            high = left < 64 ? draw(r) >> (64 - left) : draw(r);
        big->limbs[i] = low | high << 32;
        if (i % 65536 == 65535 && !mr_poll(t))
            return MR_ERROR;
    }
    return mr_int_finish(t, big, n, false);
}

/* ---- the type ---- */

static const MrTypeDef random_type;

static MrValue random_new(MrThread *t, MrValue *a)
{
    MrRandom *r = mr_def_new(t, &random_type, a[0]);
    return r ? mr_val(r) : MR_ERROR;
}

static MrValue random_init(MrThread *t, MrValue *a)
{
    MrTuple *args = MR_TUPLE(a[1]);
    if (a[2] != MR_UNBOUND && MR_DICT(a[2])->length && mr_typeof(t, a[0]) == mr_type_from_def(t, &random_type))
        return mr_raise(t, MR_EXC_TypeError, "Random() takes no keyword arguments");
    if (args->length > 1)
        return mr_raise(t, MR_EXC_TypeError, "Random() requires 0 or 1 argument");
    return seed_with(t, RANDOM(a[0]), args->length ? args->items[0] : MR_NONE) ? MR_NONE : MR_ERROR;
}

static MrValue random_seed(MrThread *t, MrValue *a) { return seed_with(t, RANDOM(a[0]), a[1]) ? MR_NONE : MR_ERROR; }

static MrValue random_random(MrThread *t, MrValue *a)
{
    (void)t;
    uint32_t high = draw(RANDOM(a[0])) >> 5, low = draw(RANDOM(a[0])) >> 6;
    return mr_float((high * 67108864.0 + low) * 0x1p-53);
}

static MrValue random_getrandbits(MrThread *t, MrValue *a)
{
    MrValue v = mr_index(t, a[1]);
    int64_t k = INT64_MAX;
    if (v == MR_ERROR)
        return MR_ERROR;
    if (!mr_int_as_i64(v, &k) || k > INT32_MAX || k < INT32_MIN)
        return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int");
    if (k < 0)
        return mr_raise(t, MR_EXC_ValueError, "number of bits must be non-negative");
    return k ? draw_bits(t, RANDOM(a[0]), (size_t)k) : mr_small_int(0);
}

/* An int in [0, n), n an int > 0: as many bits as n has, drawn again until they make less than n. */
static MrValue random_below(MrThread *t, MrValue *a)
{
    MrRandom *r = RANDOM(a[0]);
    if (mr_is_int(a[1]) && mr_int_of(a[1]) > 0 && mr_int_of(a[1]) <= UINT32_MAX) {
        uint32_t n = (uint32_t)mr_int_of(a[1]), x;
        unsigned shift = (unsigned)__builtin_clz(n);
        do
            x = draw(r) >> shift;
        while (x >= n);
        return mr_small_int(x);
    }
    if (!mr_is_integer(a[1]) || mr_int_sign(a[1]) <= 0)
        return mr_raise(t, MR_EXC_ValueError, "the bound must be an int above 0");
    uint64_t bits = mr_bigint_bit_length(a[1]);
    for (;;) {
        MrValue x = draw_bits(t, r, bits);
        if (x == MR_ERROR || mr_bigint_cmp(x, a[1]) < 0)
            return x;
    }
}

static MrValue random_getstate(MrThread *t, MrValue *a)
{
    MrValue state = mr_tuple_new(t, STATE_WORDS + 1);
    if (state == MR_ERROR)
        return MR_ERROR;
    MrValue *items = MR_TUPLE(state)->items;
    for (int i = 0; i < STATE_WORDS; i++)
        items[i] = mr_small_int(RANDOM(a[0])->words[i]);
    items[STATE_WORDS] = mr_small_int(RANDOM(a[0])->next);
    return state;
}

static MrValue random_setstate(MrThread *t, MrValue *a)
{
    uint32_t words[STATE_WORDS + 1];
    if (!mr_is_tuple(a[1]))
        return mr_raise(t, MR_EXC_TypeError, "state vector must be a tuple");
    if (MR_TUPLE(a[1])->length != STATE_WORDS + 1)
        return mr_raise(t, MR_EXC_ValueError, "state vector is the wrong size");
    for (int i = 0; i <= STATE_WORDS; i++) {
        MrValue v = MR_TUPLE(a[1])->items[i];
        int64_t word;
        if (!mr_is_integer(v))
            return mr_raise(t, MR_EXC_TypeError, "an integer is required");
        if (mr_int_sign(v) < 0 && i < STATE_WORDS)
            return mr_raise(t, MR_EXC_OverflowError, "can't convert negative value to unsigned int");
        if (!mr_int_as_i64(v, &word))
            return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C %s", i < STATE_WORDS ? "unsigned long" : "long");
        words[i] = (uint32_t)word;
        if (i == STATE_WORDS && (word < 0 || word > STATE_WORDS))
            return mr_raise(t, MR_EXC_ValueError, "invalid state");
    }
    memcpy(RANDOM(a[0])->words, words, sizeof RANDOM(a[0])->words);
    RANDOM(a[0])->next = words[STATE_WORDS];
    return MR_NONE;
}

static const MrMethodDef random_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", random_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", random_init, "Set up the object; the class says which arguments it takes.", 0},
    {"random(self, /)", random_random, "The next float, at least 0.0 and below 1.0.", 0},
    {"seed(self, n=None, /)", random_seed, "Start from a seed: any hashable object, or random bytes of the system for None.", 0},
    {"getstate(self, /)", random_getstate, "The whole state as a tuple, for setstate().", 0},
    {"setstate(self, state, /)", random_setstate, "Go back to a state of getstate().", 0},
    {"getrandbits(self, k, /)", random_getrandbits, "A whole number of k random bits.", 0},
    {"_below(self, n, /)", random_below, "A random whole number of at least 0 and less than n.", 0},
    {0},
};

static const MrTypeDef random_type = {
    .name = "_random.Random",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrRandom),
    .methods = random_methods,
    .doc = "A generator with a state of its own, seeded by the argument.",
};

/* ---- the module ---- */

static MrValue module_sha512(MrThread *t, MrValue *a)
{
    const char *bytes;
    size_t n;
    uint8_t digest[MR_SHA512_SIZE];
    if (!mr_buffer_of(t, a[0], &bytes, &n))
        return MR_ERROR;
    if (!mr_limits_cost(t, (double)n * 4))
        return MR_ERROR;
    mr_sha512(bytes, n, digest);
    return mr_bytes_new(t, (const char *)digest, sizeof digest);
}

static const MrMethodDef functions[] = {
    {"_sha512(bytes, /)", module_sha512, "The SHA-512 digest of bytes.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&random_type, NULL};

const MrModuleDef mr_module__random = {
    .name = "_random", .functions = functions, .types = types, .doc = "The Mersenne Twister behind the random module."};
