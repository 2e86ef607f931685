/* UTF-8 decoding, encoding and counting. See utf8.h for the contract. */
#include "base/utf8.h"

#include <string.h>

/* Length of the longest well-formed prefix at `at`: a whole sequence (then *codepoint is set, and the result is its
 * size), or the bytes before the one at fault (then *codepoint is MR_UTF8_INVALID). */
static unsigned scan_sequence(const unsigned char *at, const unsigned char *end, bool allow_surrogates,
                              uint32_t *codepoint) {
    unsigned lead = at[0];
    *codepoint = MR_UTF8_INVALID;
    if (lead < 0x80) {
        *codepoint = lead;
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) return 0;
    unsigned size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned low = 0x80, high = 0xBF;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED && !allow_surrogates) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    uint32_t value = lead & (0x7Fu >> size);
    for (unsigned i = 1; i < size; i++) {
        if (at + i >= end || at[i] < low || at[i] > high) return i;
        value = value << 6 | (at[i] & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    *codepoint = value;
    return size;
}

uint32_t mr_utf8_decode(const char **at, const char *end, bool allow_surrogates) {
    uint32_t codepoint;
    unsigned size =
        scan_sequence((const unsigned char *)*at, (const unsigned char *)end, allow_surrogates, &codepoint);
    *at += size ? size : 1;
    return codepoint;
}

uint32_t mr_utf8_decode_multibyte(const char **at) {
    const unsigned char *p = (const unsigned char *)*at;
    unsigned size = mr_utf8_step(p[0]);
    *at += size;
    switch (size) {
    case 2: return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    case 3: return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    default: return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    }
}

uint32_t mr_utf8_decode_back(const char **at, const char *start) {
    const char *p = *at - 1;
    while (p > start && mr_utf8_is_continuation((unsigned char)*p)) p--;
    *at = p;
    return mr_utf8_decode_valid(&p);
}

unsigned mr_utf8_encode(uint32_t c, char *out) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Length of the leading run of ASCII, eight bytes at a time. */
static size_t ascii_run(const char *text, size_t length) {
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        if (word & 0x8080808080808080u) break;
    }
    while (i < length && (unsigned char)text[i] < 0x80) i++;
    return i;
}

size_t mr_utf8_validate(const char *text, size_t length, bool allow_surrogates) {
    const unsigned char *end = (const unsigned char *)text + length;
    size_t i = 0;
    for (;;) {
        i += ascii_run(text + i, length - i);
        if (i == length) return length;
        uint32_t codepoint;
        unsigned size = scan_sequence((const unsigned char *)text + i, end, allow_surrogates, &codepoint);
        if (codepoint == MR_UTF8_INVALID) return i;
        i += size;
    }
}

const char *mr_utf8_explain(const char *text, size_t length, size_t offset, size_t *bad) {
    uint32_t codepoint;
    const unsigned char *at = (const unsigned char *)text + offset;
    unsigned good = scan_sequence(at, (const unsigned char *)text + length, false, &codepoint);
    *bad = good ? good : 1;
    if (!good) return "invalid start byte";
    return offset + good == length ? "unexpected end of data" : "invalid continuation byte";
}

size_t mr_utf8_count(const char *text, size_t length) {
    size_t count = 0, i = 0;
    /* Continuation bytes are 10xxxxxx: count them per word, then subtract. */
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        uint64_t continuation = (word >> 7 & ~(word >> 6)) & 0x0101010101010101u;
        count += (size_t)(8 - (continuation * 0x0101010101010101u >> 56));
    }
    for (; i < length; i++) count += !mr_utf8_is_continuation((unsigned char)text[i]);
    return count;
}

bool mr_utf8_is_ascii(const char *text, size_t length) { return ascii_run(text, length) == length; }

size_t mr_utf8_offset(const char *text, size_t length, size_t index) {
    size_t i = 0;
    while (index > 0 && i < length) {
        i += mr_utf8_step((unsigned char)text[i]);
        index--;
    }
    return i < length ? i : length;
}

bool mr_utf8_find_surrogate(const char *text, size_t length, size_t *index) {
    for (size_t i = 0; i + 1 < length; i++) {
        if ((unsigned char)text[i] == 0xED && (unsigned char)text[i + 1] >= 0xA0) {
            if (index) *index = mr_utf8_count(text, i);
            return true;
        }
    }
    return false;
}
