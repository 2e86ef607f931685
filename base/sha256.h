/* HMAC with SHA-256, for what must not be forged. Not here: hashes for tables (hash.h) and those of scripts (hashlib).
 * Sources: FIPS 180-4; RFC 2104. */
#ifndef MR_BASE_SHA256_H
#define MR_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { MR_SHA256_SIZE = 32 };

/* The digest of some bytes. */
void mr_sha256(const void *bytes, size_t length, uint8_t out[MR_SHA256_SIZE]);

/* The code that only who knows the key can tell for these bytes. */
void mr_hmac_sha256(const void *key, size_t key_length, const void *bytes, size_t length, uint8_t out[MR_SHA256_SIZE]);

#endif
