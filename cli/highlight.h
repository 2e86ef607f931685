/* What the characters of a program text are, for colours, brackets and indentation. A scan of its own that never fails, since what is being
 * typed is wrong most of the time. */
#ifndef MR_CLI_HIGHLIGHT_H
#define MR_CLI_HIGHLIGHT_H

#include <stdbool.h>
#include <stddef.h>

typedef enum MrStyle {
    MR_STYLE_PLAIN, MR_STYLE_KEYWORD, MR_STYLE_CONSTANT, MR_STYLE_BUILTIN, MR_STYLE_STRING, MR_STYLE_NUMBER, MR_STYLE_COMMENT, MR_STYLE_DEFINITION,
    MR_STYLE_DECORATOR, MR_STYLE_OPERATOR, MR_STYLE_BRACKET, MR_STYLE_WRONG, MR_STYLE_MATCH, MR_STYLE_FOUND, MR_STYLE_COMMAND, MR_STYLE_COUNT
} MrStyle;

/* One byte of style for each byte of text. */
void mr_highlight(const char *s, size_t n, unsigned char *styles);
/* Marks the bracket at the cursor, or right before it, and its partner. */
void mr_highlight_match(const char *s, size_t n, size_t cursor, unsigned char *styles);
/* The escape sequence that switches a style on. */
const char *mr_style_sequence(MrStyle style);

/* What a text leaves open at its end. */
typedef struct MrOpen {
    bool in_string;       /* in a string, or in a comment */
    bool in_comment;
    char quote;           /* of the string */
    size_t string_start;  /* where its contents begin */
    size_t string_prefix; /* where it begins, with its letters */
    int depth;            /* brackets */
    size_t bracket;       /* the innermost open one */
    bool colon;           /* the last thing is a colon outside brackets: a block begins */
    size_t last_word;     /* where the last line's first word begins */
} MrOpen;
MrOpen mr_look_open(const char *s, size_t n);
bool mr_is_keyword(const char *s, size_t n);

#endif
