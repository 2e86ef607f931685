/* Pass two of the scope analysis: binds each name of each scope to where it lives. Used by scope.c alone. */
#ifndef MR_COMPILER_RESOLVE_H
#define MR_COMPILER_RESOLVE_H

#include "compiler/scope.h"

/* Resolves `scope` and everything below it, and numbers registers and free variables. */
void mr_scope_resolve(MrCompiler *c, MrScope *scope);

/* The symbol of `name` in `scope`, made with no flags if it is missing. (Defined in scope.c.) */
MrSymbol *mr_scope_add(MrCompiler *c, MrScope *scope, const MrName *name);

#endif
