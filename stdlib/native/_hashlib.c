/* _hashlib: message digests and key derivation of OpenSSL's libcrypto.
 *
 * The first object of each of the usual algorithms is kept as a template in the isolate (a tuple at MR_HOOK_HASHES) and later ones start as copies of
 * its context, which saves looking the algorithm up. They do so late: a HASH holds the first few bytes itself, and gets an EVP_MD_CTX of its own when
 * more come. A digest is taken of a copy, so that hashing can go on; the digest of a short text thus costs one copy and leaves no context behind
 * for the collector. Not here: how keys are derived (_hashlib_derive.c), BLAKE2 with its parameters (_blake2.c), HMAC (hmac.py).
 */
#include <limits.h>

#include "stdlib/native/_hashlib.h"
#include "stdlib/native/hash_input.h"
#include "stdlib/native/instance.h"
#include "stdlib/native/library.h"
#include "vm/aside.h"
#include "vm/isolate.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

typedef MrCrypto Crypto;

#define X(name) #name,
static const char *const symbols[] = {MR_CRYPTO_FUNCTIONS(X)};
#undef X
static const char *const files[] = {"libcrypto.so.3", "libcrypto.so", NULL};
static const MrLibraryDef library = {"hashlib", "OpenSSL", files, symbols, sizeof symbols / sizeof *symbols, MR_HOOK_CRYPTO};

static const Crypto *crypto(MrThread *t) { return mr_library(t, &library); }

/* The usual algorithms: name here, name in OpenSSL. */
#define ALGORITHMS(X) \
    X(md5, "MD5") X(sha1, "SHA1") X(sha224, "SHA2-224") X(sha256, "SHA2-256") X(sha384, "SHA2-384") X(sha512, "SHA2-512") X(sha3_224, "SHA3-224") \
    X(sha3_256, "SHA3-256") X(sha3_384, "SHA3-384") X(sha3_512, "SHA3-512") X(shake_128, "SHAKE-128") X(shake_256, "SHAKE-256")

enum {
#define X(name, foreign) USUAL_##name,
    ALGORITHMS(X)
#undef X
    N_USUAL
};
typedef struct Name { const char *name, *foreign; } Name;
static const Name names[] = {
#define X(name, foreign) {#name, foreign},
    ALGORITHMS(X)
#undef X
    {"sha512_224", "SHA2-512/224"}, {"sha512_256", "SHA2-512/256"}, {"shake_128", "SHAKE128"}, {"shake_256", "SHAKE256"}, {"sha512_224", "SHA512-224"}, {"sha512_256", "SHA512-256"},
    {"blake2b", "BLAKE2b512"}, {"blake2s", "BLAKE2s256"},
};

#define HELD_MAX 64
#define ASIDE_BYTES ((size_t)1 << 20) /* of a digest of any length: more is made aside */
typedef struct MrHash {
    MrObj h;
    EVP_MD_CTX *context; /* NULL while all the bytes are held here */
    const struct MrHash *usual; /* the template, which the isolate keeps; needed while there is no context */
    void (*free_context)(EVP_MD_CTX *);
    const char *name; /* of the table, or of OpenSSL's objects: static either way */
    bool xof;
    unsigned char n_held;
    char held[HELD_MAX];
} MrHash;
#define HASH(v) ((MrHash *)mr_obj_of(v))

static const MrTypeDef hash_def, xof_def;

MrValue mr_crypto_raise(MrThread *t, const Crypto *lib)
{
    unsigned long code = lib->ERR_peek_last_error();
    const char *where = code ? lib->ERR_lib_error_string(code) : NULL, *why = code ? lib->ERR_reason_error_string(code) : NULL;
    lib->ERR_clear_error();
    if (!why)
        return mr_raise(t, MR_EXC_ValueError, "no reason supplied");
    return where ? mr_raise(t, MR_EXC_ValueError, "[%s] %s", where, why) : mr_raise(t, MR_EXC_ValueError, "%s", why);
}

/* A context in the hash's state; NULL with an error. */
static EVP_MD_CTX *copy_state(MrThread *t, const Crypto *lib, const MrHash *hash)
{
    EVP_MD_CTX *copy = lib->EVP_MD_CTX_new();
    if (!copy) {
        mr_raise_no_memory(t);
        return NULL;
    }
    if (lib->EVP_MD_CTX_copy_ex(copy, hash->context ? hash->context : hash->usual->context) &&
        (!hash->n_held || lib->EVP_DigestUpdate(copy, hash->held, hash->n_held)))
        return copy;
    lib->EVP_MD_CTX_free(copy);
    (void)mr_crypto_raise(t, lib);
    return NULL;
}

static bool update(MrThread *t, const Crypto *lib, MrHash *hash, MrValue data)
{
    const char *bytes;
    size_t n;
    if (!mr_hash_input(t, data, &bytes, &n))
        return false;
    if (!hash->context) {
        if (n <= (size_t)(HELD_MAX - hash->n_held)) {
            if (n)
                memcpy(hash->held + hash->n_held, bytes, n);
            hash->n_held += (unsigned char)n;
            return true;
        }
        if (!(hash->context = copy_state(t, lib, hash)))
            return false;
        hash->n_held = 0;
    }
    for (size_t from = 0, to; from < n; from = to) {
        to = mr_work_piece(from, n);
        if (!mr_limits_tick(t))
            return false;
        if (!lib->EVP_DigestUpdate(hash->context, bytes + from, to - from)) {
            (void)mr_crypto_raise(t, lib);
            return false;
        }
    }
    return true;
}

static MrHash *hash_alloc(MrThread *t, const Crypto *lib, bool xof)
{
    MrHash *hash = mr_def_alloc(t, xof ? &xof_def : &hash_def);
    if (!hash)
        return NULL;
    hash->free_context = lib->EVP_MD_CTX_free;
    hash->xof = xof;
    return hash;
}

static MrHash *hash_copy(MrThread *t, const Crypto *lib, const MrHash *from)
{
    MrHash *hash = hash_alloc(t, lib, from->xof);
    if (!hash)
        return NULL;
    hash->name = from->name;
    hash->usual = from->usual;
    if (from->context) {
        hash->context = copy_state(t, lib, from);
        return hash->context ? hash : NULL;
    }
    hash->n_held = from->n_held;
    memcpy(hash->held, from->held, from->n_held);
    return hash;
}

/* The name scripts see of an algorithm. */
static const char *name_of(const Crypto *lib, const EVP_MD *md, const char *asked)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i].foreign, asked))
            return names[i].name;
    const char *name = lib->OBJ_nid2ln(lib->EVP_MD_get_type(md));
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(names[i].name, name) || !strcasecmp(names[i].foreign, name))
            return names[i].name;
    return name;
}

static MrHash *hash_open(MrThread *t, const Crypto *lib, const char *foreign)
{
    EVP_MD *md = lib->EVP_MD_fetch(NULL, foreign, NULL);
    if (!md) {
        lib->ERR_clear_error();
        return NULL;
    }
    MrHash *hash = hash_alloc(t, lib, (lib->EVP_MD_get_flags(md) & EVP_MD_FLAG_XOF) != 0);
    if (hash) {
        hash->name = name_of(lib, md, foreign);
        hash->context = lib->EVP_MD_CTX_new();
    }
    bool ok = hash && hash->context && lib->EVP_DigestInit_ex(hash->context, md, NULL);
    if (hash && !hash->context)
        mr_raise_no_memory(t);
    else if (hash && !ok)
        (void)mr_crypto_raise(t, lib);
    lib->EVP_MD_free(md);
    return ok ? hash : NULL;
}

static MrHash *hash_usual(MrThread *t, const Crypto *lib, int which)
{
    MrValue *hook = &t->iso->hooks[MR_HOOK_HASHES];
    if (*hook == MR_UNBOUND) {
        MrValue list = mr_tuple_new(t, N_USUAL);
        if (list == MR_ERROR)
            return NULL;
        for (int i = 0; i < N_USUAL; i++)
            MR_TUPLE(list)->items[i] = MR_NONE;
        *hook = list;
    }
    MrValue *first = &MR_TUPLE(*hook)->items[which];
    if (*first == MR_NONE) {
        MrHash *made = hash_open(t, lib, names[which].foreign);
        if (!made) {
            if (!mr_pending(t))
                mr_raise_from(t, "_hashlib", "UnsupportedDigestmodError", "unsupported hash type %s", names[which].name);
            return NULL;
        }
        *first = mr_val(made);
    }
    MrHash *hash = hash_alloc(t, lib, HASH(*first)->xof);
    if (hash) {
        hash->name = HASH(*first)->name;
        hash->usual = HASH(*first);
    }
    return hash;
}

/* a: string, usedforsecurity */
static MrValue open_usual(MrThread *t, int which, MrValue *a)
{
    const Crypto *lib = crypto(t);
    MrHash *hash = lib ? hash_usual(t, lib, which) : NULL;
    return hash && (a[0] == MR_UNBOUND || update(t, lib, hash, a[0])) ? mr_val(hash) : MR_ERROR;
}

#define X(name, foreign) \
    static MrValue openssl_##name(MrThread *t, MrValue *a) { return open_usual(t, USUAL_##name, a); }
ALGORITHMS(X)
#undef X

static MrHash *hash_named(MrThread *t, const Crypto *lib, const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcasecmp(names[i].name, name) && strcasecmp(names[i].foreign, name))
            continue;
        return i < N_USUAL ? hash_usual(t, lib, (int)i) : hash_open(t, lib, names[i].foreign);
    }
    return hash_open(t, lib, name);
}

static MrValue module_new(MrThread *t, MrValue *a)
{
    const Crypto *lib = crypto(t);
    if (!lib)
        return MR_ERROR;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "name must be a string");
    MrHash *hash = hash_named(t, lib, mr_cstr(a[0]));
    if (!hash)
        return mr_pending(t) ? MR_ERROR : mr_raise_from(t, "_hashlib", "UnsupportedDigestmodError", "unsupported hash type %s", mr_cstr(a[0]));
    return a[1] == MR_UNBOUND || update(t, lib, hash, a[1]) ? mr_val(hash) : MR_ERROR;
}

/* ---- methods ---- */

static MrValue hash_update(MrThread *t, MrValue *a)
{
    const Crypto *lib = crypto(t);
    return lib && update(t, lib, HASH(a[0]), a[1]) ? MR_NONE : MR_ERROR;
}

static MrValue hash_copy_method(MrThread *t, MrValue *a)
{
    const Crypto *lib = crypto(t);
    MrHash *copy = lib ? hash_copy(t, lib, HASH(a[0])) : NULL;
    return copy ? mr_val(copy) : MR_ERROR;
}

/* A digest of very many bytes, which the library makes in one call that nothing can end. */
typedef struct Squeezing { const Crypto *lib; EVP_MD_CTX *context; unsigned char *out; size_t n; int ok; } Squeezing;

static void squeeze(void *data)
{
    Squeezing *s = data;
    s->ok = s->lib->EVP_DigestFinalXOF(s->context, s->out, s->n);
}

static void end_squeezing(void *data)
{
    Squeezing *s = data;
    s->lib->EVP_MD_CTX_free(s->context);
    free(s->out);
    free(s);
}

static bool squeeze_aside(MrThread *t, const Crypto *lib, EVP_MD_CTX *end, unsigned char *out, size_t n)
{
    Squeezing *s = mr_limits_room(t, n) ? calloc(1, sizeof *s) : NULL;
    if (s)
        *s = (Squeezing){lib, end, malloc(n), n, 0};
    else
        lib->EVP_MD_CTX_free(end);
    if (!s || !s->out) {
        if (s)
            end_squeezing(s);
        return mr_pending(t) ? false : mr_raise_no_memory(t) != MR_ERROR;
    }
    if (!mr_aside(t, squeeze, end_squeezing, s))
        return false;
    bool ok = s->ok ? mr_work_copy(t, out, s->out, n) : mr_crypto_raise(t, lib) != MR_ERROR;
    end_squeezing(s);
    return ok;
}

static bool finish(MrThread *t, MrHash *hash, unsigned char *out, size_t n)
{
    const Crypto *lib = crypto(t);
    EVP_MD_CTX *end = lib ? copy_state(t, lib, hash) : NULL;
    if (!end)
        return false;
    if (n > ASIDE_BYTES && t->iso->limits.interruptible)
        return squeeze_aside(t, lib, end, out, n);
    bool ok = hash->xof ? lib->EVP_DigestFinalXOF(end, out, n) : lib->EVP_DigestFinal_ex(end, out, NULL);
    if (!ok)
        (void)mr_crypto_raise(t, lib);
    lib->EVP_MD_CTX_free(end);
    return ok;
}

static const EVP_MD *algorithm(const Crypto *lib, const MrHash *hash)
{
    return lib->EVP_MD_CTX_get0_md(hash->context ? hash->context : hash->usual->context);
}

static size_t digest_size(const Crypto *lib, const MrHash *hash)
{
    int n = hash->xof ? 0 : lib->EVP_MD_get_size(algorithm(lib, hash));
    return n > 0 ? (size_t)n : 0;
}

static MrValue hex_of(MrThread *t, const unsigned char *bytes, size_t n)
{
    char *text;
    MrValue out = mr_str_ascii(t, 2 * n, &text);
    size_t work = 0;
    for (size_t i = 0; out != MR_ERROR && i < n; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        text[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        text[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return out;
}

static MrValue hash_digest(MrThread *t, MrValue *a)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    const Crypto *lib = crypto(t);
    return lib && finish(t, HASH(a[0]), bytes, 0) ? mr_bytes_new(t, (const char *)bytes, digest_size(lib, HASH(a[0]))) : MR_ERROR;
}

static MrValue hash_hexdigest(MrThread *t, MrValue *a)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    const Crypto *lib = crypto(t);
    return lib && finish(t, HASH(a[0]), bytes, 0) ? hex_of(t, bytes, digest_size(lib, HASH(a[0]))) : MR_ERROR;
}

static MrValue xof_digest(MrThread *t, MrValue *a)
{
    int64_t n;
    if (!mr_arg_ssize(t, a[1], &n))
        return MR_ERROR;
    if (n < 0)
        return mr_raise(t, MR_EXC_SystemError, "Negative size passed to PyBytes_FromStringAndSize");
    MrValue out = mr_bytes_new(t, NULL, (size_t)n);
    return out != MR_ERROR && (!n || finish(t, HASH(a[0]), (unsigned char *)MR_BYTES(out)->bytes, (size_t)n)) ? out : MR_ERROR;
}

static MrValue xof_hexdigest(MrThread *t, MrValue *a)
{
    MrValue out = xof_digest(t, a);
    return out == MR_ERROR ? MR_ERROR : hex_of(t, (const unsigned char *)MR_BYTES(out)->bytes, MR_BYTES(out)->length);
}

static MrValue hash_repr(MrThread *t, MrValue *a)
{
    return mr_strf(t, "<%s %s object @ %p>", HASH(a[0])->name, HASH(a[0])->xof ? "_hashlib.HASHXOF" : "_hashlib.HASH", (void *)HASH(a[0]));
}

static MrValue get_digest_size(MrThread *t, MrValue self)
{
    const Crypto *lib = crypto(t);
    return lib ? mr_int(t, (int64_t)digest_size(lib, HASH(self))) : MR_ERROR;
}

static MrValue get_block_size(MrThread *t, MrValue self)
{
    const Crypto *lib = crypto(t);
    return lib ? mr_int(t, lib->EVP_MD_get_block_size(algorithm(lib, HASH(self)))) : MR_ERROR;
}

static MrValue get_name(MrThread *t, MrValue self) { return mr_str_c(t, HASH(self)->name); }

static void finalize(MrIsolate *iso, MrObj *o)
{
    MrHash *hash = (MrHash *)o;
    (void)iso;
    if (hash->context)
        hash->free_context(hash->context);
    hash->context = NULL;
}

#define COMMON_METHODS \
    {"update(self, obj, /)", hash_update, "Hash more data: the same as if all of it had been passed at once.", 0}, \
    {"copy(self, /)", hash_copy_method, "An independent object that goes on from the same state.", 0}, \
    {"__repr__(self, /)", hash_repr, "The text that repr(self) gives.", 0}

static const MrMethodDef hash_methods[] = {
    COMMON_METHODS,
    {"digest(self, /)", hash_digest, "The hash of all data so far, as bytes.", 0},
    {"hexdigest(self, /)", hash_hexdigest, "The hash of all data so far, in hexadecimal digits.", 0},
    {0},
};
static const MrMethodDef xof_methods[] = {
    {"digest(self, /, length)", xof_digest, "The hash of all data so far, as bytes.", 0},
    {"hexdigest(self, /, length)", xof_hexdigest, "The hash of all data so far, in hexadecimal digits.", 0},
    COMMON_METHODS,
    {0},
};
static const MrGetSetDef getset[] = {
    {"digest_size", get_digest_size, NULL, "bytes of the digest; 0 where digest() is told"},
    {"block_size", get_block_size, NULL, "bytes that are hashed at a time"},
    {"name", get_name, NULL, "algorithm name."},
    {0}};

static const MrTypeDef hash_def = {.name = "_hashlib.HASH", .kind = MR_KIND_OTHER, .size = sizeof(MrHash), .flags = MR_TYPEDEF_NO_NEW, .methods = hash_methods,
                                   .getset = getset, .finalize = finalize, .doc =
                                        "A hash in progress: feed it with update(), ask for digest() or hexdigest()."};
static const MrTypeDef xof_def = {.name = "_hashlib.HASHXOF", .kind = MR_KIND_OTHER, .size = sizeof(MrHash), .flags = MR_TYPEDEF_NO_NEW, .methods = xof_methods,
                                  .getset = getset, .finalize = finalize, .doc = "A hash whose digest may have any length."};

/* ---- key derivation ---- */

static void *copy_of(MrThread *t, const void *bytes, size_t n)
{
    void *copy = mr_limits_room(t, n) ? malloc(n + 1) : NULL;
    if (copy && mr_work_copy(t, copy, bytes, n))
        return copy;
    free(copy);
    if (!mr_pending(t))
        mr_raise_no_memory(t);
    return NULL;
}

static MrValue module_pbkdf2(MrThread *t, MrValue *a)
{
    const Crypto *lib = crypto(t);
    const char *password, *salt;
    size_t n_password, n_salt;
    int64_t iterations, length;
    if (!lib)
        return MR_ERROR;
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %s", mr_arg_type_name(t, a[0]));
    if (!mr_buffer_of(t, a[1], &password, &n_password) || !mr_buffer_of(t, a[2], &salt, &n_salt) || !mr_to_i64(t, a[3], &iterations))
        return MR_ERROR;
    MrHash *hash = hash_named(t, lib, mr_cstr(a[0]));
    if (!hash)
        return mr_pending(t) ? MR_ERROR : mr_raise_from(t, "_hashlib", "UnsupportedDigestmodError", "[digital envelope routines] unsupported");
    if (n_password > INT_MAX || n_salt > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, n_password > INT_MAX ? "password is too long." : "salt is too long.");
    if (iterations < 1)
        return mr_raise(t, MR_EXC_ValueError, "iteration value must be greater than 0.");
    if (iterations > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "iteration value is too great.");
    if (hash->xof)
        return mr_crypto_raise(t, lib);
    if (a[4] == MR_UNBOUND || a[4] == MR_NONE)
        length = (int64_t)digest_size(lib, hash);
    else if (!mr_to_i64(t, a[4], &length))
        return MR_ERROR;
    if (length < 1)
        return mr_raise(t, MR_EXC_ValueError, "key length must be greater than 0.");
    if (length > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "key length is too great.");
    MrValue key = mr_bytes_new(t, NULL, (size_t)length);
    if (key == MR_ERROR || !mr_buffer_of(t, a[1], &password, &n_password) || !mr_buffer_of(t, a[2], &salt, &n_salt))
        return MR_ERROR;
    char *p = copy_of(t, password, n_password), *s = p ? copy_of(t, salt, n_salt) : NULL;
    bool ok = p && s && mr_crypto_pbkdf2(t, lib, algorithm(lib, hash), &(MrSecret){p, n_password, (unsigned char *)s, n_salt}, (uint64_t)iterations,
                                         (unsigned char *)MR_BYTES(key)->bytes, (size_t)length);
    free(p);
    free(s);
    return ok ? key : MR_ERROR;
}

/* An int of scrypt()'s. */
static bool read_cost(MrThread *t, MrValue v, const char *name, uint64_t *out)
{
    int64_t i = -1;
    if (v != MR_UNBOUND && v != MR_NONE) {
        if (!mr_is_integer(v)) {
            mr_raise(t, MR_EXC_TypeError, "scrypt() argument '%s' must be int, not %s", name, mr_arg_type_name(t, v));
            return false;
        }
        if (!mr_int_as_i64(v, &i))
            i = -1;
    }
    if (i < 0)
        mr_raise(t, MR_EXC_TypeError, "%s is required and must be an unsigned int", name);
    *out = (uint64_t)i;
    return i >= 0;
}

/* a: password, salt, n, r, p, maxmem, dklen */
static MrValue module_scrypt(MrThread *t, MrValue *a)
{
    const Crypto *lib = crypto(t);
    const char *password, *salt;
    size_t n_password, n_salt;
    uint64_t n, r, p;
    int64_t memory = 0, length = 64;
    if (!lib || !mr_buffer_of(t, a[0], &password, &n_password) || (a[1] != MR_UNBOUND && a[1] != MR_NONE && !mr_buffer_of(t, a[1], &salt, &n_salt)) ||
        (a[5] != MR_UNBOUND && !mr_to_i64(t, a[5], &memory)) || (a[6] != MR_UNBOUND && !mr_to_i64(t, a[6], &length)))
        return MR_ERROR;
    if (n_password > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "password is too long.");
    if (a[1] == MR_UNBOUND || a[1] == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "salt is required");
    if (n_salt > INT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, "salt is too long.");
    if (!read_cost(t, a[2], "n", &n))
        return MR_ERROR;
    if (n < 2 || n & (n - 1))
        return mr_raise(t, MR_EXC_ValueError, "n must be a power of 2.");
    if (!read_cost(t, a[3], "r", &r) || !read_cost(t, a[4], "p", &p))
        return MR_ERROR;
    if (memory < 0 || memory > INT_MAX)
        return mr_raise(t, MR_EXC_ValueError, "maxmem must be positive and smaller than %d", INT_MAX);
    if (length < 1 || length > INT_MAX)
        return mr_raise(t, MR_EXC_ValueError, "dklen must be greater than 0 and smaller than %d", INT_MAX);
    if (!lib->EVP_PBE_scrypt(NULL, 0, NULL, 0, n, r, p, (uint64_t)memory, NULL, 0))
        return lib->ERR_peek_last_error() ? mr_crypto_raise(t, lib) : mr_raise(t, MR_EXC_ValueError, "Invalid parameter combination for n, r, p, maxmem.");
    if (!mr_limits_room(t, (n + p + 1) * r * 128))
        return MR_ERROR;
    MrValue key = mr_bytes_new(t, NULL, (size_t)length);
    if (key == MR_ERROR)
        return MR_ERROR;
    char *w = copy_of(t, password, n_password), *s = w ? copy_of(t, salt, n_salt) : NULL;
    bool ok = w && s && mr_crypto_scrypt(t, lib, &(MrSecret){w, n_password, (unsigned char *)s, n_salt}, n, r, p, (unsigned char *)MR_BYTES(key)->bytes, (size_t)length);
    free(w);
    free(s);
    return ok ? key : MR_ERROR;
}

/* ---- the module ---- */

typedef struct Collecting { MrThread *t; const Crypto *lib; MrValue set; bool ok; } Collecting;

static void collect_name(EVP_MD *md, void *data)
{
    Collecting *c = data;
    const char *name = name_of(c->lib, md, "");
    MrValue text = name && c->ok && strcmp(name, "undefined") ? mr_str_c(c->t, name) : MR_UNBOUND;
    if (text != MR_UNBOUND)
        c->ok = text != MR_ERROR && mr_set_add(c->t, c->set, text);
}

static bool init(MrThread *t, MrModule *m)
{
    const Crypto *lib = crypto(t);
    Collecting c = {t, lib, lib ? mr_set_new(t, true) : MR_ERROR, true};
    if (c.set == MR_ERROR)
        return false;
    lib->EVP_MD_do_all_provided(NULL, collect_name, &c);
    return c.ok && mr_module_add(t, m, "openssl_md_meth_names", c.set) &&
           mr_module_add_exception(t, m, "_hashlib", "UnsupportedDigestmodError", MR_EXC_ValueError);
}

#define OPENSSL_ROW(name) \
    {"openssl_" #name "(string=b'', *, usedforsecurity=True)", openssl_##name, "A hash in progress by the algorithm " #name ", of the bytes in string so far.", 0}

static const MrMethodDef functions[] = {
    {"new(name, string=b'', *, usedforsecurity=True)", module_new,
     "A hash object of the algorithm with that name; raises ValueError if OpenSSL has none.", 0},
    {"pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", module_pbkdf2,
     "A key derived from a password by PBKDF2, with HMAC of the named hash, in so many iterations.", 0},
    {"scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)", module_scrypt,
     "A key derived from a password by scrypt, which takes memory as well as time.", 0},
    OPENSSL_ROW(md5), OPENSSL_ROW(sha1), OPENSSL_ROW(sha224), OPENSSL_ROW(sha256), OPENSSL_ROW(sha384), OPENSSL_ROW(sha512), OPENSSL_ROW(sha3_224),
    OPENSSL_ROW(sha3_256), OPENSSL_ROW(sha3_384), OPENSSL_ROW(sha3_512), OPENSSL_ROW(shake_128), OPENSSL_ROW(shake_256),
    {0},
};
static const MrTypeDef *const types[] = {&hash_def, &xof_def, NULL};

const MrModuleDef mr_module__hashlib = {
    .name = "_hashlib", .functions = functions, .init = init, .types = types, .doc = "hashlib's part in C: the hashes of libcrypto."};
