/* What the files of _hashlib share: the functions of libcrypto. */
#ifndef MR_STDLIB_NATIVE_HASHLIB_H
#define MR_STDLIB_NATIVE_HASHLIB_H

#include <openssl/err.h>
#include <openssl/evp.h>

#include "vm/vm.h"

#define MR_CRYPTO_FUNCTIONS(X) \
    X(EVP_MD_CTX_new) X(EVP_MD_CTX_free) X(EVP_MD_CTX_copy_ex) X(EVP_MD_fetch) X(EVP_MD_free) X(EVP_DigestInit_ex) X(EVP_DigestUpdate) X(EVP_DigestFinal_ex) \
    X(EVP_DigestFinalXOF) X(EVP_MD_get_type) X(EVP_MD_get_size) X(EVP_MD_get_block_size) X(EVP_MD_get_flags) X(EVP_MD_CTX_get0_md) X(OBJ_nid2ln) \
    X(EVP_MD_do_all_provided) X(PKCS5_PBKDF2_HMAC) X(EVP_PBE_scrypt) X(ERR_peek_last_error) X(ERR_clear_error) X(ERR_lib_error_string) \
    X(ERR_reason_error_string)

typedef struct MrCrypto {
#define X(name) __typeof__(&name) name;
    MR_CRYPTO_FUNCTIONS(X)
#undef X
} MrCrypto;

/* The library's error as a ValueError. */
MrValue mr_crypto_raise(MrThread *t, const MrCrypto *lib);

/* PBKDF2 with HMAC (RFC 8018) and scrypt (RFC 7914), whose parameters have been checked. They work in slices, between which other threads of the script run and a
 * limit can stop them. Inputs and output must not move meanwhile. False: an exception is pending. */
typedef struct MrSecret { const char *password; size_t n_password; const unsigned char *salt; size_t n_salt; } MrSecret;
bool mr_crypto_pbkdf2(MrThread *t, const MrCrypto *lib, const EVP_MD *md, const MrSecret *secret, uint64_t rounds, unsigned char *key, size_t n) MR_MUST_CHECK;
bool mr_crypto_scrypt(MrThread *t, const MrCrypto *lib, const MrSecret *secret, uint64_t n, uint64_t r, uint64_t p, unsigned char *key, size_t n_key) MR_MUST_CHECK;

#endif
