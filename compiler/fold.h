/* Constant folding over the tree, before anything else looks at it. A folded expression becomes an AST_FOLDED node, whose
 * value may be of any constant kind (tuples and frozensets too). What would raise, or would not fit an int64, stays.
 */
#ifndef MR_COMPILER_FOLD_H
#define MR_COMPILER_FOLD_H

#include "compiler/context.h"

enum { AST_FOLDED = AST_KIND_COUNT };

typedef struct MrAstFolded {
    MrAst base;
    MrConst value;
} MrAstFolded;

/* Folds the whole tree in place. */
void mr_fold_tree(MrCompiler *c, MrAst *module);

/* The constant that an expression is, if it is one (Constant or folded). Texts point into the tree's arena. */
bool mr_fold_value(MrCompiler *c, const MrAst *e, MrConst *value);

/* Truth of a constant expression: 1 or 0, and -1 for anything else. */
int mr_fold_truth(MrCompiler *c, const MrAst *e);

#endif
