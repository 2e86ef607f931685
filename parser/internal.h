/* What the parser's files share: the token cursor, node construction and the functions of the grammar.
 *
 * The fast pass builds the tree and knows only right or wrong: a function that does not match returns NULL (or false), without a
 * message, and its caller gives up too. The message is found afterwards by parser/errors.c, which reads the failing statement
 * again with CPython's grammar order. Only literal values and exhausted limits report here, straight into `diag`.
 *
 * Lists are gathered on one stack (`pending`): take a mark, push, and mr_list_take() moves what lies above the mark to the arena. */
#ifndef MR_PARSER_INTERNAL_H
#define MR_PARSER_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/vec.h"
#include "lexer/lexer.h"
#include "parser/ast.h"
#include "parser/parser.h"

enum {
    MR_PARSER_MAX_DEPTH = 1500,     /* levels of nested expressions or statements */
    MR_PARSER_MAX_INT_DIGITS = 4300 /* CPython's default of sys.set_int_max_str_digits */
};

typedef struct MrParser {
    const MrSource *source;
    MrArena *arena;
    MrDiag *diag;
    MrTokens tokens;
    const MrToken *at;         /* the next token */
    const MrName **names;      /* open hash table of interned identifiers */
    uint32_t name_count, name_capacity;
    MR_VEC(MrAst *) pending;   /* list items under construction */
    int depth;
    unsigned flags;
    const MrToken *earlier;    /* first token of the statement before: `match (x)` is one until its indented block says otherwise */
    const MrToken *statement;  /* first token of the top-level statement being read, where the error pass starts */
} MrParser;

/* parser.c: cursor, names, nodes and lists. */

static inline MrTokenKind mr_peek(const MrParser *p) { return (MrTokenKind)p->at->kind; }

/* Kind of the token after the next one. The array ends in a token that matches nothing, so this never reads past it wrongly. */
static inline MrTokenKind mr_peek2(const MrParser *p) {
    return (MrTokenKind)(p->at->kind == TOK_ENDMARKER || p->at->kind == TOK_ERROR ? p->at->kind : p->at[1].kind);
}

static inline bool mr_accept(MrParser *p, MrTokenKind kind) {
    if (p->at->kind != kind) return false;
    p->at++;
    return true;
}

/* True when the token is a NAME spelled `word` (soft keywords). */
bool mr_token_is_word(const MrParser *p, const MrToken *token, const char *word);

/* The interned identifier of a byte string; NULL when memory is out. */
const MrName *mr_name_intern(MrParser *p, const char *bytes, size_t length);

/* Reads a NAME token as an identifier; NULL without consuming when the next token is none. */
const MrName *mr_parse_name(MrParser *p);

/* A zeroed node starting at token `start` and, so far, ending with the last token read. NULL when memory is out. */
MrAst *mr_node_new(MrParser *p, MrAstKind kind, size_t size, const MrToken *start);
#define MR_NODE(p, Kind, start) ((MrAst##Kind *)mr_node_new((p), AST_##Kind, sizeof(MrAst##Kind), (start)))

/* Sets the node's end to the end of the last token read that is not layout (NEWLINE, INDENT, DEDENT). */
void mr_node_finish(MrParser *p, MrAst *node);

/* Pushes a list item; false for NULL items (a failed parse) and when memory is out. */
bool mr_list_push(MrParser *p, MrAst *item);
bool mr_list_push_null(MrParser *p);
static inline size_t mr_list_mark(const MrParser *p) { return p->pending.count; }

/* Moves the items above the mark into the arena. False when memory is out. */
bool mr_list_take(MrParser *p, size_t mark, MrNodeList *list);
/* The same for what was pushed in pairs. */
bool mr_list_take_pairs(MrParser *p, size_t mark, MrNodeList *firsts, MrNodeList *seconds);

/* Enters a nested level; false (with the error set) past the limit. Each true is paired with mr_parser_leave(). */
bool mr_parser_enter(MrParser *p);
static inline void mr_parser_leave(MrParser *p) { p->depth--; }

/* expressions.c. All return NULL when the text does not match. */
MrAst *mr_parse_expression(MrParser *p);
MrAst *mr_parse_named_expression(MrParser *p);
MrAst *mr_parse_bitwise_or(MrParser *p);
MrAst *mr_parse_disjunction(MrParser *p);
MrAst *mr_parse_star_expression(MrParser *p);
MrAst *mr_parse_star_expressions(MrParser *p);        /* Tuple when there is a comma */
MrAst *mr_parse_star_named_expressions(MrParser *p);  /* the same with := allowed in each: subject of match */
MrAst *mr_parse_yield_or_star_expressions(MrParser *p);
MrAst *mr_parse_primary(MrParser *p);                 /* no await */
MrAst *mr_parse_number(MrParser *p);
bool mr_token_starts_expression(MrTokenKind kind);

/* targets.c: turns an expression into a target; false when it cannot be one. */
bool mr_set_store(MrAst *node);
bool mr_set_delete(MrAst *node);
MrAst *mr_parse_star_targets(MrParser *p); /* as in `for`: stops before `in` */
MrAst *mr_parse_star_target(MrParser *p);  /* one, as after `with x as` */

/* arguments.c */
/* Up to, not with, the ')'. Arguments that the caller has read already lie above `mark`. */
bool mr_parse_call_arguments(MrParser *p, size_t mark, MrNodeList *args, MrNodeList *keywords);
MrAst *mr_parse_parameters(MrParser *p, bool lambda);                              /* up to ')' or, for lambda, ':' */
bool mr_parse_type_params(MrParser *p, MrNodeList *list);                          /* '[' ... ']' if one is there */
bool mr_parse_comprehension_clauses(MrParser *p, MrNodeList *list);                /* one or more `for ...` */

/* strings.c: one or more adjacent STRING tokens and f-strings. */
MrAst *mr_parse_strings(MrParser *p);
/* Of `!r` in a field: does the name stand right behind the mark, and is it a conversion ('r', 's' or 'a'; 0 after an error)? */
bool mr_check_conversion_place(MrParser *p, const MrToken *mark, const MrToken *name);
int mr_check_conversion(MrParser *p, const MrToken *name);

/* patterns.c */
MrAst *mr_parse_patterns(MrParser *p); /* after `case`: the open sequence or a single pattern */

/* statements.c and compound.c */
bool mr_parse_statement(MrParser *p);        /* pushes one or more statements on the pending list */
bool mr_parse_simple_statements(MrParser *p); /* a line of them, with its NEWLINE */
bool mr_parse_compound_statement(MrParser *p, bool *matched); /* matched = false: the line is a simple statement */

/* errors.c: finds the message for a source that the fast pass refused, sets it in p->diag and leaves the cursor at the furthest token
 * looked at. True when an error of the lexer, further on, may still replace it. */
bool mr_parser_explain(MrParser *p, MrParseMode mode);

#endif
