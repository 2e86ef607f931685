/* Values of literal tokens. Errors go to the diag with CPython's text and place; functions return false then. */
#ifndef MR_LEXER_LITERALS_H
#define MR_LEXER_LITERALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "lexer/lexer.h"

enum {
    MR_PREFIX_RAW = 1,
    MR_PREFIX_BYTES = 2,
    MR_PREFIX_FORMAT = 4,
    MR_PREFIX_UNICODE = 8, /* u'' */
};

/* How a STRING or FSTRING_START token is quoted. */
typedef struct MrQuote {
    unsigned prefix;      /* MR_PREFIX_ bits */
    unsigned prefix_size; /* letters before the quote */
    unsigned quote_size;  /* 1 or 3 */
    char quote;           /* ' or " */
} MrQuote;

/* Decoded text: UTF-8 with lone surrogates allowed (str) or raw bytes (bytes). Points into the source or the arena;
 * not NUL terminated. */
typedef struct MrText {
    const char *data;
    size_t length;
    bool is_bytes;
    bool is_unicode_prefix; /* written u'...' (Constant.kind) */
} MrText;

/* Value of one STRING token. Adjacent strings are the parser's to join. */
bool mr_literal_string(const MrSource *source, const MrToken *token, MrArena *arena, MrDiag *diag, MrText *text);

/* Value of a FSTRING_MIDDLE; `start` is the FSTRING_START it belongs to (its prefix says whether it is raw);
 * `middle` must stand in its MrTokens array, since errors are shown at the FSTRING_END that follows. In a format
 * spec (`in_spec`) doubled braces do not occur and none are collapsed, and errors are shown at the text itself. */
bool mr_literal_fstring_text(const MrSource *source, const MrToken *start, const MrToken *middle, bool in_spec,
                             MrArena *arena, MrDiag *diag, MrText *text);

typedef enum MrNumberKind {
    MR_NUMBER_INT,     /* fits int64_t */
    MR_NUMBER_BIG,     /* `digits` in `base`, no prefix, underscores or leading zeros */
    MR_NUMBER_FLOAT,
    MR_NUMBER_IMAGINARY, /* real is the imaginary part */
} MrNumberKind;

typedef struct MrNumber {
    MrNumberKind kind;
    int64_t integer;
    double real;
    const char *digits; /* in the arena, NUL terminated, for BIG; lower case */
    size_t digit_count;
    int base; /* 10, 16, 8 or 2 */
} MrNumber;

/* Value of a NUMBER token. Fails for decimal integers of more than `max_digits` digits (CPython: 4300; 0: no limit). */
bool mr_literal_number(const MrSource *source, const MrToken *token, int max_digits, MrArena *arena, MrDiag *diag,
                       MrNumber *number);

#endif
