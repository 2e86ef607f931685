/* The error pass: a packrat interpreter of parser/grammar.def and the hints its rules raise.
 *
 * CPython's messages depend on the order in which its generated PEG parser tries things and on how far it looked, so the slow pass
 * repeats exactly that on the tokens of the failing statement. It builds no tree; where a message needs one, the hint parses the
 * noted span again with the hand-written parser, which cannot fail there. */
#ifndef MR_PARSER_GRAMMAR_H
#define MR_PARSER_GRAMMAR_H

#include "parser/internal.h"

enum { GRAMMAR_MEMO = 1 };

typedef enum MrGrammarRule {
#define RULE(name, flags, text) RULE_##name,
#include "parser/grammar.def"
    MR_RULE_COUNT
} MrGrammarRule;

/* Tokens [start, end) that a marked item matched, and the rule it was (MR_RULE_COUNT for tokens and groups). */
typedef struct MrCapture {
    const MrToken *start, *end;
    MrGrammarRule rule;
} MrCapture;

/* Place of an error at a token. A NEWLINE's starts with the comment before it; INDENT and DEDENT have a column but no end, and at the
 * end of the text only the last line. */
MrSpan mr_error_place(const MrParser *p, const MrToken *token);

/* The place of a token; a NEWLINE begins where the comment before it does. */
MrSpan mr_newline_place(const MrParser *p, const MrToken *token);

/* Raises the error of an alternative that matched. `how` is the text after '#'. `next` and `last` are the token after the match and the
 * furthest one looked at. Returns true when an error was set (the pass is over), false when the hint does not apply. */
bool mr_hint_raise(MrParser *p, const char *how, size_t length, const MrCapture *a, const MrCapture *b, const MrToken *next,
                   const MrToken *last);

#endif
