/* UTF-8, and its superset that also holds lone surrogates (WTF-8 without the pairing rule).
 *
 * A Python str may hold surrogate code points, so every function exists for both alphabets: the plain ones follow the
 * Unicode standard, those with `surrogate` in the name or argument also accept ED A0..BF xx. Offsets are bytes. */
#ifndef MR_BASE_UTF8_H
#define MR_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MR_UTF8_INVALID 0xFFFFFFFFu
#define MR_UTF8_MAX 4 /* bytes of the longest sequence */

static inline bool mr_codepoint_is_surrogate(uint32_t c) { return c - 0xD800u < 0x800u; }

/* Bytes needed for a code point (surrogates: 3). */
static inline unsigned mr_utf8_size(uint32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

/* Bytes of the sequence that a lead byte starts, in text known to be valid. */
static inline unsigned mr_utf8_step(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

static inline bool mr_utf8_is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* Decodes the code point at *at (< end) and advances *at past it. On malformed text returns MR_UTF8_INVALID and
 * advances past the longest prefix of a valid sequence (at least 1 byte), as Python's 'replace' handler counts it. */
uint32_t mr_utf8_decode(const char **at, const char *end, bool allow_surrogates);

/* Decodes from text known to be valid (surrogates included), without bounds checks. The other one is for a lead byte above ASCII. */
uint32_t mr_utf8_decode_multibyte(const char **at);
static inline uint32_t mr_utf8_decode_valid(const char **at)
{
    unsigned char lead = (unsigned char)**at;
    if (lead >= 0x80)
        return mr_utf8_decode_multibyte(at);
    ++*at;
    return lead;
}

/* Decodes the code point that ends just before *at (> start, valid text) and moves *at to its first byte. */
uint32_t mr_utf8_decode_back(const char **at, const char *start);

/* Writes the sequence of a code point (<= 0x10FFFF, surrogates as they are) to `out` and returns its size. */
unsigned mr_utf8_encode(uint32_t codepoint, char *out);

/* Offset of the first malformed byte, or `length` when the text is valid. */
size_t mr_utf8_validate(const char *text, size_t length, bool allow_surrogates);

/* What is wrong at a malformed offset, in the words of CPython's decoder: "invalid start byte",
 * "invalid continuation byte" or "unexpected end of data". *bad gets the count of bytes at fault. */
const char *mr_utf8_explain(const char *text, size_t length, size_t offset, size_t *bad);

/* Counts code points of valid text. */
size_t mr_utf8_count(const char *text, size_t length);

/* True when all bytes are below 0x80. */
bool mr_utf8_is_ascii(const char *text, size_t length);

/* Byte offset of the code point with the given index; `length` when the index is at or past the end. */
size_t mr_utf8_offset(const char *text, size_t length, size_t index);

/* True when valid text holds a surrogate. *index (may be NULL) gets the code point index of the first. */
bool mr_utf8_find_surrogate(const char *text, size_t length, size_t *index);

#endif
