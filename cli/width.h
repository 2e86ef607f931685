/* UTF-8 text on a screen: code points, the characters that a reader sees (grapheme clusters), and the columns that they take. */
#ifndef MR_CLI_WIDTH_H
#define MR_CLI_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one code point of s (n > 0 bytes) and returns the bytes it takes. Wrong bytes are U+FFFD, one each; with `partial` the beginning of a
 * character that n cuts off gives 0. */
size_t mr_char_decode(const char *s, size_t n, bool partial, uint32_t *out);
/* Writes a code point (at most 4 bytes) and returns how many. */
size_t mr_char_encode(uint32_t c, char *out);
/* The bytes of the character at s: a base and what combines with it. 0 only for n = 0. */
size_t mr_grapheme_next(const char *s, size_t n);
/* The bytes of the character that ends at s + at. */
size_t mr_grapheme_back(const char *s, size_t at);
/* Columns that the character s[0..n) takes; control characters are shown as ^X, \x9b: see mr_grapheme_shown. */
int mr_grapheme_width(const char *s, size_t n);
/* How a control character or a wrong byte is shown; NULL for text that can be shown as it is. */
const char *mr_grapheme_shown(const char *s, size_t n, char buffer[8]);
/* Columns of a text; escape sequences in it take none. */
int mr_text_width(const char *s, size_t n);

#endif
