/* Scopes: which names each block binds, and where each name it uses lives.
 *
 * One MrScope per block (module, class body, function, lambda, comprehension, annotation scope). A comprehension that
 * is `inlined` has a scope of its own, so that its variables stay apart, but no code unit: its variables are registers of
 * the nearest enclosing scope that is not inlined (the owner).
 * After mr_scope_build() every symbol is resolved: `reg` is a local's register, `free_index` its place among the
 * owner's free variables. Source: the language reference, "Naming and binding"; PEP 572, 695, 709; checks and texts as
 * CPython's symtable. No code is emitted here.
 */
#ifndef MR_COMPILER_SCOPE_H
#define MR_COMPILER_SCOPE_H

#include "compiler/context.h"

typedef enum MrScopeKind {
    SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_TYPE_PARAMS, SCOPE_TYPE_ALIAS, SCOPE_TYPE_BOUND,
    SCOPE_ANNOTATION /* only to check an annotation that is kept as text */
} MrScopeKind;

enum {
    SYM_GLOBAL = 1,      /* declared global */
    SYM_LOCAL = 2,       /* assigned */
    SYM_PARAM = 4,
    SYM_NONLOCAL = 8,
    SYM_USE = 16,
    SYM_IMPORT = 32,
    SYM_ANNOTATED = 64,
    SYM_ITERATION = 128, /* a comprehension's iteration variable */
    SYM_TYPE_PARAM = 256,
    SYM_DELETED = 512,   /* a del statement or an except clause may unbind it */
    SYM_TEXT = 1024,     /* assigned the value of a string or bytes literal or f-string */
    SYM_EXTENDED = 2048, /* a statement `name += x` or `name = name + x` */
    SYM_BOUND = SYM_LOCAL | SYM_PARAM | SYM_IMPORT | SYM_TYPE_PARAM
};

typedef enum MrBinding {
    BIND_UNRESOLVED, BIND_LOCAL, BIND_CELL, BIND_FREE, BIND_GLOBAL_EXPLICIT, BIND_GLOBAL_IMPLICIT
} MrBinding;

typedef struct MrSymbol {
    const MrName *name;
    uint32_t flags;
    uint8_t binding;
    int32_t reg;        /* BIND_LOCAL, BIND_CELL in scopes with registers; else -1 */
    int32_t free_index; /* place in the unit's free names or -1 */
} MrSymbol;

typedef struct MrScope {
    MrScopeKind kind;
    const MrName *name;
    const MrAst *node; /* with `tag` the key of mr_scope_find() */
    int tag;
    struct MrScope *parent;
    MR_LIST(struct MrScope *) children;
    MR_LIST(MrSymbol *) symbols;
    MrSymbol **table; /* by name, once there are many symbols */
    uint32_t table_size;
    MR_LIST(const MrName *) free_names;
    MR_LIST(const MrName *) locals; /* of an owner: names of its registers */
    MR_LIST(uint8_t) local_flags;
    MR_LIST(struct { const MrName *name; const MrAst *at; }) directives;
    uint8_t comprehension; /* AST_ListComp... or 0 */
    bool inlined, nested, generator, coroutine, returns_value, varargs, varkeywords, sees_class_scope, needs_class_cell,
        needs_classdict, has_walrus, iter_target;
    int iter_expr;
} MrScope;

enum { SCOPE_TAG_BODY = 0, SCOPE_TAG_TYPE_PARAMS = 1 };

/* Builds and resolves the scopes of a module; the root goes to c->top. Errors leave by the bail-out. */
void mr_scope_build(MrCompiler *c, MrAst *module);

/* The scope that a node opens. */
MrScope *mr_scope_find(MrCompiler *c, const MrAst *node, int tag);

/* The symbol of an interned name in a scope itself, or NULL. */
MrSymbol *mr_scope_lookup(const MrScope *scope, const MrName *name);

/* True for scopes whose locals are registers (functions and annotation scopes). */
static inline bool mr_scope_is_function(const MrScope *s) { return s->kind != SCOPE_MODULE && s->kind != SCOPE_CLASS; }

/* True for `name = name + x`. */
static inline bool mr_scope_extends(MrAst *target, MrAst *value) {
    if (target->kind != AST_Name || value->kind != AST_BinOp || value->sub != BINOP_ADD) return false;
    MrAst *left = mr_ast_BinOp(value)->left;
    return left->kind == AST_Name && mr_ast_Name(left)->id == mr_ast_Name(target)->id;
}

/* The scope whose unit holds this scope's code. */
static inline MrScope *mr_scope_owner(MrScope *s) {
    while (s->inlined) s = s->parent;
    return s;
}

#endif
