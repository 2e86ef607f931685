/* Unicode 15.0.0 character names: `\N{NAME}`, unicodedata.name() and lookup().
 * Names are stored as words of a dictionary in a generated table (tools/gen_uniname.py); Hangul syllables and
 * CJK ideographs are computed. */
#ifndef MR_BASE_UNINAME_H
#define MR_BASE_UNINAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MR_UNINAME_MAX 128         /* bytes of the longest name, NUL included */
#define MR_UNINAME_SEQUENCE_MAX 4  /* code points of the longest named sequence */

/* Code points of a name (letter case does not matter); returns how many, 0 when the name is unknown. Aliases are
 * accepted; named sequences only when `sequences` (unicodedata.lookup knows them, \N{} does not). */
int mr_uniname_lookup(const char *name, size_t length, bool sequences, uint32_t out[MR_UNINAME_SEQUENCE_MAX]);

/* Writes the name and a NUL and returns its length, 0 when the code point has none. */
size_t mr_uniname_of(uint32_t codepoint, char out[MR_UNINAME_MAX]);

#endif
