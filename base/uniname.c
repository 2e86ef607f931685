/* Unicode names from a compact table. See uniname.h; tools/gen_uniname.py describes the table's layout.
 *
 * A lookup turns the name into word numbers and walks all names once, skipping whole entries by their byte counts; that
 * takes some tens of microseconds, and needs no index. */
#include "base/uniname.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/uniname.inc"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

enum { HANGUL_FIRST = 0xAC00, HANGUL_COUNT = 11172, VOWELS = 21, TAILS = 28, TEXT_MAX = 256 };

static const char jamo_leads[][3] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                     "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
static const char jamo_vowels[][4] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                      "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
static const char jamo_tails[][3] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
                                     "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
static const char hangul_prefix[] = "HANGUL SYLLABLE ";

/* Text and length of a dictionary word. */
static const char *find_word(unsigned number, size_t *length) {
    const char *at = word_text + word_blocks[number / WORD_BLOCK];
    for (unsigned i = number % WORD_BLOCK; i; i--) at = strchr(at, ',') + 1;
    *length = (size_t)(strchr(at, ',') - at);
    return at;
}

/* Number of the dictionary word with the given text, -1 when there is none. */
static int number_of_word(const char *text, size_t length) {
    int low = 0, high = WORD_COUNT - 1;
    while (low <= high) {
        int middle = (low + high) / 2;
        size_t size;
        const char *word = find_word((unsigned)middle, &size);
        int order = memcmp(text, word, length < size ? length : size);
        if (!order) order = length < size ? -1 : length > size;
        if (!order) return middle;
        if (order < 0) high = middle - 1;
        else low = middle + 1;
    }
    return -1;
}

/* Reads one word number from the stream. */
static unsigned read_code(const uint8_t **at) {
    unsigned byte = *(*at)++;
    if (byte < SHORT_CODES) return short_words[byte];
    return (byte - SHORT_CODES) << 8 | *(*at)++;
}

/* Reads an entry's head: words shared with the entry before; *end gets the end of its codes. */
static unsigned read_head(const uint8_t **at, const uint8_t **end) {
    unsigned head = *(*at)++;
    unsigned size = head & 15;
    if (size == 15) size = *(*at)++;
    *end = *at + size;
    return head >> 4;
}

/* Cuts an upper-case name into dictionary words; -1 when a piece is no word. */
static int split_name(const char *name, size_t length, unsigned words[WORDS_MAX]) {
    int count = 0;
    for (size_t i = 0; i < length;) {
        size_t from = i;
        if (name[i] == ' ') i++;
        if (i < length && name[i] == '-') i++;
        else if (i > from) from = i;
        while (i < length && name[i] != ' ' && name[i] != '-') i++;
        int number = count < WORDS_MAX ? number_of_word(name + from, i - from) : -1;
        if (number < 0) return -1;
        words[count++] = (unsigned)number;
    }
    return count;
}

static uint32_t code_of_entry(unsigned index) {
    size_t low = 0, high = COUNT_OF(name_runs) - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (name_runs[middle].index <= index) low = middle;
        else high = middle - 1;
    }
    return name_runs[low].code + (index - name_runs[low].index);
}

/* Walks all names for one with the given words. */
static bool find_in_stream(const char *name, size_t length, uint32_t *code) {
    unsigned words[WORDS_MAX];
    int count = split_name(name, length, words);
    if (count <= 0) return false;
    unsigned matched = 0; /* leading words of the current entry that equal the wanted ones */
    const uint8_t *at = name_stream;
    for (unsigned index = 0; index < NAME_COUNT; index++) {
        const uint8_t *end;
        unsigned shared = read_head(&at, &end);
        if (shared <= matched) {
            matched = shared;
            bool equal = true;
            while (at < end && equal) {
                equal = matched < (unsigned)count && read_code(&at) == words[matched];
                matched += equal;
            }
            if (equal && matched == (unsigned)count) {
                *code = code_of_entry(index);
                return true;
            }
        }
        at = end;
    }
    return false;
}

/* Longest of `count` strings that the text begins with; its number, and *at moved behind it. */
static int take_jamo(const char **at, const char *end, const char *strings, size_t stride, int count) {
    int best = -1;
    size_t best_length = 0;
    for (int i = 0; i < count; i++) {
        const char *jamo = strings + (size_t)i * stride;
        size_t length = strlen(jamo);
        if ((size_t)(end - *at) < length || memcmp(*at, jamo, length)) continue;
        if (best < 0 || length > best_length) {
            best = i;
            best_length = length;
        }
    }
    *at += best_length;
    return best;
}

static bool find_hangul(const char *name, size_t length, uint32_t *code) {
    size_t skip = sizeof hangul_prefix - 1;
    if (length <= skip || memcmp(name, hangul_prefix, skip)) return false;
    const char *at = name + skip, *end = name + length;
    int lead = take_jamo(&at, end, jamo_leads[0], sizeof *jamo_leads, COUNT_OF(jamo_leads));
    int vowel = take_jamo(&at, end, jamo_vowels[0], sizeof *jamo_vowels, VOWELS);
    int tail = take_jamo(&at, end, jamo_tails[0], sizeof *jamo_tails, TAILS);
    if (lead < 0 || vowel < 0 || tail < 0 || at != end) return false;
    *code = HANGUL_FIRST + (uint32_t)((lead * VOWELS + vowel) * TAILS + tail);
    return true;
}

/* Names made of a prefix and the code point in hex. */
static bool find_in_ranges(const char *name, size_t length, uint32_t *code) {
    for (size_t i = 0; i < COUNT_OF(name_ranges); i++) {
        size_t skip = strlen(name_ranges[i].prefix);
        if (length < skip + 4 || length > skip + 5 || memcmp(name, name_ranges[i].prefix, skip)) continue;
        if (strspn(name + skip, "0123456789ABCDEF") != length - skip || name[skip] == '0') continue;
        uint32_t value = (uint32_t)strtoul(name + skip, NULL, 16);
        if (value < name_ranges[i].first || value > name_ranges[i].last) continue;
        *code = value;
        return true;
    }
    return false;
}

/* Looks in a list of `NAME:HEX HEX,`; gives the number of code points. */
static int find_in_list(const char *list, const char *name, size_t length, uint32_t out[MR_UNINAME_SEQUENCE_MAX]) {
    for (const char *at = list; *at; at = strchr(at, ',') + 1) {
        if (strncmp(at, name, length) || at[length] != ':') continue;
        int count = 0;
        for (char *end = (char *)at + length; *end != ',' && count < MR_UNINAME_SEQUENCE_MAX;)
            out[count++] = (uint32_t)strtoul(end + 1, &end, 16);
        return count;
    }
    return 0;
}

int mr_uniname_lookup(const char *name, size_t length, bool sequences, uint32_t out[MR_UNINAME_SEQUENCE_MAX]) {
    char upper[TEXT_MAX];
    if (length == 0 || length >= sizeof upper) return 0;
    for (size_t i = 0; i < length; i++) {
        char c = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-')) return 0;
        upper[i] = c;
    }
    upper[length] = 0;
    if (find_hangul(upper, length, out) || find_in_ranges(upper, length, out) || find_in_stream(upper, length, out))
        return 1;
    int count = find_in_list(alias_text, upper, length, out);
    return count || !sequences ? count : find_in_list(sequence_text, upper, length, out);
}

/* Index of a code point's name in the stream, -1 when it has none there. */
static int entry_of_code(uint32_t code) {
    if (code < name_runs[0].code) return -1;
    size_t low = 0, high = COUNT_OF(name_runs) - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (name_runs[middle].code <= code) low = middle;
        else high = middle - 1;
    }
    unsigned next = low + 1 < COUNT_OF(name_runs) ? name_runs[low + 1].index : NAME_COUNT;
    uint32_t index = name_runs[low].index + (code - name_runs[low].code);
    return index < next ? (int)index : -1;
}

size_t mr_uniname_of(uint32_t code, char out[MR_UNINAME_MAX]) {
    out[0] = 0;
    if (code - HANGUL_FIRST < HANGUL_COUNT) {
        uint32_t s = code - HANGUL_FIRST;
        return (size_t)snprintf(out, MR_UNINAME_MAX, "%s%s%s%s", hangul_prefix, jamo_leads[s / (VOWELS * TAILS)],
                                jamo_vowels[s / TAILS % VOWELS], jamo_tails[s % TAILS]);
    }
    for (size_t i = 0; i < COUNT_OF(name_ranges); i++)
        if (code >= name_ranges[i].first && code <= name_ranges[i].last)
            return (size_t)snprintf(out, MR_UNINAME_MAX, "%s%X", name_ranges[i].prefix, (unsigned)code);
    int index = entry_of_code(code);
    if (index < 0) return 0;
    unsigned words[WORDS_MAX];
    unsigned count = 0;
    const uint8_t *at = name_stream + name_blocks[index / NAME_BLOCK];
    for (int i = index / NAME_BLOCK * NAME_BLOCK; i <= index; i++) {
        const uint8_t *end;
        count = read_head(&at, &end);
        while (at < end) words[count++] = read_code(&at);
    }
    size_t length = 0;
    for (unsigned i = 0; i < count; i++) {
        size_t size;
        const char *word = find_word(words[i], &size);
        if (i && *word != '-' && *word != ' ') out[length++] = ' ';
        memcpy(out + length, word, size);
        length += size;
    }
    out[length] = 0;
    return length;
}
