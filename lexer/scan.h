/* State of one lexing run, shared by the lexer's files and by nobody else.
 *
 * `at` is the next byte to read; `line` and `line_start` belong to it and move when a newline is consumed. The `token_`
 * fields hold the same for the start of the token being read. The text ends in a NUL and holds no other. */
#ifndef MR_LEXER_SCAN_H
#define MR_LEXER_SCAN_H

#include <stdbool.h>
#include <stdint.h>
#include "base/vec.h"
#include "lexer/lexer.h"

/* CPython's limits. */
enum { MR_SCAN_INDENTS = 100, MR_SCAN_BRACKETS = 200, MR_SCAN_FSTRINGS = 150, MR_SCAN_FIELD_NESTING = 3 };

typedef struct MrScanBracket {
    char open;
    int line, col;
} MrScanBracket;

/* An f-string being read. Its fields nest through format specs: `field` is the index of the innermost open field, -1
 * outside of all; `depth` counts the brackets of any kind opened since the f-string's start. A field's own brace is
 * open while depth > field. */
typedef struct MrScanFstring {
    const char *start; /* of the FSTRING_START token */
    int line;
    const char *line_start;
    char quote;
    uint8_t quote_size;
    bool raw;
    bool in_text; /* reading literal text or a format spec rather than an expression */
    int depth, field;
} MrScanFstring;

typedef struct MrScan {
    const MrSource *source;
    MrArena *arena;
    MrDiag *diag;
    const char *at, *end;
    const char *line_start;
    int line;
    const char *token_start, *token_line_start;
    int token_line;
    bool line_begins; /* the next thing read is a line's indentation */
    bool out_of_memory;
    MrLexEnd result;
    bool incomplete;
    int indent_count, bracket_count, fstring_count;
    struct {
        int column, alternate; /* width with tabs to 8, and with tabs as 1 */
    } indents[MR_SCAN_INDENTS];
    MrScanBracket brackets[MR_SCAN_BRACKETS];
    MrScanFstring fstrings[MR_SCAN_FSTRINGS];
    MR_VEC(MrToken) tokens;
} MrScan;

static inline MrScanFstring *mr_scan_fstring(MrScan *s) {
    return s->fstring_count ? &s->fstrings[s->fstring_count - 1] : NULL;
}

/* Marks `at` as the start of a token. */
static inline void mr_scan_begin(MrScan *s) {
    s->token_start = s->at;
    s->token_line = s->line;
    s->token_line_start = s->line_start;
}

/* Consumes the newline at `at`. */
static inline void mr_scan_newline(MrScan *s) {
    s->at++;
    if (s->at < s->end) {
        s->line++;
        s->line_start = s->at;
    }
}

/* Appends the token that runs from token_start to `at`. False when memory is out. */
bool mr_scan_emit(MrScan *s, MrTokenKind kind);

/* A lexical error in the words of `format`, its caret under the character that ends just before `at`. Always false. */
bool mr_scan_fail(MrScan *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with an explicit place. `in_chars`: see MrDiag. */
bool mr_scan_fail_span(MrScan *s, MrDiagKind kind, MrLexEnd result, MrSpan span, bool in_chars, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The text ends within the innermost bracket. */
bool mr_scan_fail_unclosed(MrScan *s);

/* Reads a line's indentation, skipping blank lines, and appends INDENT and DEDENT tokens. `at` is then the first
 * character of the line's first token, or the end of the text. */
bool mr_scan_indentation(MrScan *s);

/* Consumes a backslash at `at` and the newline that must follow. */
bool mr_scan_continuation(MrScan *s);

/* Appends an opening or closing bracket token; `at` is behind the bracket. */
bool mr_scan_open(MrScan *s, MrTokenKind kind);
bool mr_scan_close(MrScan *s, MrTokenKind kind);

/* Reads a number whose first character is at token_start. */
bool mr_scan_number(MrScan *s);

/* Reads the rest of a string; `at` is behind the first quote character. */
bool mr_scan_string(MrScan *s);

/* Opens an f-string; `at` is behind the first quote character. */
bool mr_scan_fstring_start(MrScan *s);

/* Reads literal text of the innermost f-string up to a field, the end of a field, or the string's end. */
bool mr_scan_fstring_text(MrScan *s);

/* Checks the NAME from token_start to `at`, which has bytes above 127. */
bool mr_scan_check_name(MrScan *s);

#endif
