/* Source text to tokens, as CPython 3.12's tokenizer splits it (PEP 701 f-strings included).
 *
 * Tokens carry positions only; their text is source->text[start..end). Comments and blank lines give no tokens, newlines
 * inside brackets neither. Soft keywords (match, case, type, _) are NAMEs. The array always ends in ENDMARKER or ERROR.
 *
 * f-strings. f"a{{{x!r:>{w}}b" gives
 *     FSTRING_START f"    FSTRING_MIDDLE a{{    LBRACE    NAME x    EXCLAMATION    NAME r    COLON
 *     FSTRING_MIDDLE >    LBRACE    NAME w    RBRACE    RBRACE    FSTRING_MIDDLE b    FSTRING_END "
 * A MIDDLE is never empty, keeps doubled braces and escapes (mr_literal_fstring_text decodes it), and never stands next
 * to another MIDDLE. In f"{x=}" the '=' is EQUAL; the text for it is what lies between the brace and the next token. */
#ifndef MR_LEXER_LEXER_H
#define MR_LEXER_LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"

typedef enum MrTokenKind {
#define TOKEN(name, text) TOK_##name,
#include "lexer/token.def"
    MR_TOKEN_KIND_COUNT
} MrTokenKind;

enum {
    MR_TOKEN_NON_ASCII = 1, /* a NAME with characters above 127: its identifier is the NFKC form */
};

typedef struct MrToken {
    uint8_t kind;  /* MrTokenKind */
    uint8_t flags;
    uint32_t start, end;   /* byte offsets in the source's text */
    int line, col;         /* line from 1, col in bytes from 0 */
    int end_line, end_col;
} MrToken;

static inline bool mr_token_is_keyword(MrTokenKind kind) { return kind >= TOK_FALSE && kind <= TOK_YIELD; }

static inline MrSpan mr_token_span(const MrToken *t) { return (MrSpan){t->line, t->col, t->end_line, t->end_col}; }

/* How the text ended, and with it whose error is reported when the parser fails too. CPython's rule: */
typedef enum MrLexEnd {
    MR_LEX_DONE,     /* ENDMARKER; `diag` has no error of the lexer */
    MR_LEX_STRONG,   /* the lexer's error replaces any SyntaxError that the parser finds before it */
    MR_LEX_WEAK,     /* the lexer's error counts only when the parser gets as far as the ERROR token */
    MR_LEX_UNCLOSED, /* "'(' was never closed": like WEAK, but it also replaces the parser's error when the last
                        token the parser looked at begins on a line after the bracket's (diag->line) */
} MrLexEnd;

typedef struct MrTokens {
    MrToken *items; /* in the arena; ends in ENDMARKER or ERROR */
    size_t count;
    MrLexEnd end;
    int open_line, open_col; /* of the innermost bracket that is open where the text or the lexer ended; line 0: none is */
    char open;
    bool incomplete;   /* the error is one that more text could cure: open bracket, triple quote, backslash at the end */
} MrTokens;

/* Splits the whole source. Returns false only when memory is out (diag says so). A lexical error is not a failure: it is in
 * `diag`, the array ends in an ERROR token at its place and `end` says how it competes with the parser's error, so
 * the parser keeps its own MrDiag and asks mr_lex_error_wins(). Warnings are appended to `diag`. */
bool mr_lex_all(const MrSource *source, MrArena *arena, MrDiag *diag, MrTokens *tokens);

/* True when the lexer's error is the one to report, given that the parser failed with an error of its own and `last` is
 * the furthest token it had looked at. Also true when `last` is the ERROR token itself. A weak error that came upon an open
 * bracket of an earlier line than `last` turns into that bracket's error. */
bool mr_lex_error_wins(const MrTokens *tokens, MrDiag *lex_diag, const MrToken *last);

/* The identifier of a NAME or keyword token: points into the source, or to an NFKC copy in the arena.
 * NULL when memory is out. */
const char *mr_token_name(const MrSource *source, const MrToken *token, MrArena *arena, size_t *length);

/* Name of a kind ("NAME") or its spelling ("while", "->"). */
const char *mr_token_kind_text(MrTokenKind kind);

/* Appends one line per token: `1,0-1,4:            NAME           'text'` (columns in characters, as `python -m tokenize -e`). */
void mr_token_dump(MrBuf *out, const MrSource *source, const MrTokens *tokens);

#endif
