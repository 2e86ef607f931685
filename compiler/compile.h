/* From source text to a verified code unit. Uses no VM. */
#ifndef MR_COMPILER_COMPILE_H
#define MR_COMPILER_COMPILE_H

#include "base/diag.h"
#include "base/source.h"
#include "compiler/code.h"

typedef enum MrCompileMode { MR_COMPILE_EXEC, MR_COMPILE_EVAL, MR_COMPILE_SINGLE } MrCompileMode;

enum {
    MR_COMPILE_TOP_LEVEL_AWAIT = 1,   /* await is allowed at module level: the unit becomes a coroutine */
    MR_COMPILE_FUTURE_ANNOTATIONS = 2,/* inherited `from __future__ import annotations` */
    MR_COMPILE_OPTIMIZE = 4,          /* -O: no assert, __debug__ is False */
    MR_COMPILE_NO_DOCSTRINGS = 8,     /* -OO */
    MR_COMPILE_LIKE_NATIVE = 16       /* a frozen module that CPython has in C: MR_CODE_LIKE_NATIVE */
};

/* Parses and compiles `source`. Returns a malloc'd unit that the caller frees, or NULL with *diag filled (syntax error, or out of memory).
 * Warnings (invalid escapes, "is" with a literal, ...) are collected in diag->warnings. */
MrUnit *mr_compile(MrSource *source, MrCompileMode mode, unsigned flags, MrDiag *diag);

/* The same for a syntax tree that lies in `arena`, whose root is of the kind that the mode asks for. The tree is changed by folding. */
struct MrAst;
struct MrArena;
MrUnit *mr_compile_tree(struct MrAst *module, struct MrArena *arena, const char *filename, MrCompileMode mode, unsigned flags, MrDiag *diag);

#endif
