/* SHA-512, whole messages at once. */
#ifndef MR_STDLIB_NATIVE_SHA512_H
#define MR_STDLIB_NATIVE_SHA512_H

#include <stddef.h>
#include <stdint.h>

#define MR_SHA512_SIZE 64

/* Writes the digest of n bytes. */
void mr_sha512(const void *bytes, size_t n, uint8_t digest[MR_SHA512_SIZE]);

#endif
