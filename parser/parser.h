/* Source text to syntax tree.
 *
 * The tree is CPython 3.12's (parser/ast.h). Everything the grammar rejects is a SyntaxError here; what CPython reports from its symbol
 * table or compiler (duplicate arguments, `return` outside a function, `*x = 1`, misplaced `await`, ...) is left to our compiler. */
#ifndef MR_PARSER_PARSER_H
#define MR_PARSER_PARSER_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"
#include "parser/ast.h"

typedef enum MrParseMode {
    MR_PARSE_FILE,   /* Module */
    MR_PARSE_EVAL,   /* Expression: one expression, as eval() takes it */
    MR_PARSE_SINGLE, /* Interactive: one statement, as a REPL reads it */
} MrParseMode;

enum {
    MR_PARSE_NO_DIGIT_LIMIT = 1, /* decimal integers of more than 4300 digits are let through */
};

/* Parses the whole source. Returns the root, which lives in `arena`, or NULL with the error in `diag`. Warnings are appended to
 * `diag` in either case. Deep nesting ends in MR_DIAG_MEMORY_ERROR, as in CPython, never in an overflow of the C stack. */
MrAst *mr_parse(const MrSource *source, MrArena *arena, MrParseMode mode, unsigned flags, MrDiag *diag);

/* What a text that cannot be parsed lacks at its end. */
typedef enum MrMissing {
    MR_MISSING_NOTHING, /* no further text makes it right */
    MR_MISSING_LINES,   /* a block's lines */
    MR_MISSING_END,     /* of a bracket, a string or a joined line */
} MrMissing;

/* As mr_parse(), and on failure says whether the text merely ended too early, so that a REPL asks for another line. */
MrAst *mr_parse_partial(const MrSource *source, MrArena *arena, MrParseMode mode, unsigned flags, MrDiag *diag, MrMissing *missing);

/* Appends the tree as `ast.dump(tree, indent=indent)` prints it (no newline at the end); indent < 0 is ast.dump(tree).
 * Returns false when the tree is nested too deeply to print or memory is out. */
bool mr_ast_dump(MrBuf *out, const MrAst *node, int indent);

#endif
