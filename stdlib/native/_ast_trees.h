/* The two halves of the module _ast_trees: objects are read as a tree in _ast_trees.c, and the tree is checked in _ast_trees_check.c. */
#ifndef MR_STDLIB_NATIVE_AST_H
#define MR_STDLIB_NATIVE_AST_H

#include <stdbool.h>

#include "parser/ast.h"
#include "vm/value.h"

struct MrThread;

/* Whether the compiler may be given a tree that did not come from the parser; false with ValueError or TypeError. Its depth must be bounded. */
bool mr_ast_check(struct MrThread *t, const MrAst *tree);

#endif
