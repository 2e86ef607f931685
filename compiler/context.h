/* What every part of the compiler shares: arena, diagnostics, interned names, the way out on an error.
 *
 * Everything a compilation builds lives in one arena, so an error may leave from any depth: mr_comp_fail() and its
 * kin set the diagnostic and jump to the single setjmp in compile.c, which frees the arena. Finished code units are the only
 * malloc'd things; until a parent owns them they stand in `orphans`.
 * Names are interned by content: after mr_comp_intern() or mr_comp_mangle() equal names are equal pointers.
 * Symbols and instructions are not here (scope.h, emit.h).
 */
#ifndef MR_COMPILER_CONTEXT_H
#define MR_COMPILER_CONTEXT_H

#include <setjmp.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"
#include "compiler/code.h"
#include "compiler/compile.h"
#include "parser/ast.h"

struct MrScope;
struct MrFn;

/* A growable array in the compiler's arena. */
#define MR_LIST(type) struct { type *items; uint32_t count, capacity; }
#define MR_LIST_PUSH(c, list, ...) \
    ((list)->count == (list)->capacity \
         ? (void)((list)->items = mr_comp_grow((c), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items)) \
         : (void)0, \
     (list)->items[(list)->count++] = (__VA_ARGS__))

/* Names that the compiler itself mentions. */
#define MR_COMP_NAMES(X) \
    X(dunder_class, "__class__") X(dunder_classdict, "__classdict__") X(dunder_classcell, "__classcell__") \
    X(dunder_module, "__module__") X(dunder_name, "__name__") X(dunder_qualname, "__qualname__") X(dunder_doc, "__doc__") \
    X(dunder_annotations, "__annotations__") X(dunder_debug, "__debug__") X(dunder_type_params, "__type_params__") \
    X(super_, "super") X(dot_zero, ".0") X(dot_defaults, ".defaults") X(dot_kwdefaults, ".kwdefaults") \
    X(dot_type_params, ".type_params") X(dot_generic_base, ".generic_base") X(lambda, "<lambda>") X(listcomp, "<listcomp>") \
    X(setcomp, "<setcomp>") X(dictcomp, "<dictcomp>") X(genexpr, "<genexpr>") X(module, "<module>") X(star, "*") \
    X(underscore, "_") X(append, "append") X(return_, "return")

typedef struct MrCompiler {
    MrArena *arena;
    MrDiag *diag;
    const char *filename;
    unsigned flags; /* MR_COMPILE_... */
    MrCompileMode mode;
    jmp_buf bail;
    int depth;
    bool future_annotations;
    bool far_jumps; /* second attempt: no fused compare and jump, whose offset has 16 bits */
    bool needs_far; /* set when an offset did not fit */
    const MrName **interned;
    uint32_t n_interned, interned_size;
    struct MrScope *top;
    struct MrScope **scope_map;
    uint32_t n_scopes, scope_map_size;
    struct MrFn *fn;
    MR_LIST(MrUnit *) orphans;
    struct {
#define X(field, text) const MrName *field;
        MR_COMP_NAMES(X)
#undef X
    } names;
} MrCompiler;

/* Prepares a compiler whose memory is `arena`; fails only by the bail-out, which must be armed. */
void mr_comp_init_names(MrCompiler *c);

/* Zeroed memory from the arena; leaves by the bail-out when memory is out. */
void *mr_comp_alloc(MrCompiler *c, size_t size);
#define MR_COMP_NEW(c, type) ((type *)mr_comp_alloc((c), sizeof(type)))
#define MR_COMP_NEW_ARRAY(c, type, n) ((type *)mr_comp_alloc((c), sizeof(type) * (size_t)(n)))

/* Moves a list's items to storage of twice the capacity. */
void *mr_comp_grow(MrCompiler *c, void *items, uint32_t count, uint32_t *capacity, size_t size);

/* The one pointer for a name. */
const MrName *mr_comp_intern(MrCompiler *c, const char *bytes, size_t len);
const MrName *mr_comp_intern_name(MrCompiler *c, const MrName *name);

/* `name` as seen inside class `private_name` (NULL: none): __x becomes _Class__x. The result is interned. */
const MrName *mr_comp_mangle(MrCompiler *c, const MrName *private_name, const MrName *name);

/* Leave the compilation with a SyntaxError at a node, with a MemoryError, with a RecursionError. */
_Noreturn void mr_comp_fail(MrCompiler *c, const MrAst *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void mr_comp_fail_span(MrCompiler *c, MrSpan at, const char *format, ...) __attribute__((format(printf, 3, 4)));
_Noreturn void mr_comp_out_of_memory(MrCompiler *c);

/* A SyntaxWarning at a node. */
void mr_comp_warn(MrCompiler *c, const MrAst *at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Bracket every recursive visit; entering fails with a RecursionError when the tree is too deep. */
void mr_comp_enter(MrCompiler *c);
static inline void mr_comp_leave(MrCompiler *c) { c->depth--; }

static inline MrSpan mr_node_span(const MrAst *n) {
    return (MrSpan){(int)n->line, (int)n->col, (int)n->end_line, (int)n->end_col};
}

static inline bool mr_name_is(const MrName *name, const char *text) {
    size_t n = __builtin_strlen(text);
    return name->len == n && __builtin_memcmp(name->bytes, text, n) == 0;
}

#define MR_NAME_FMT "%.*s"
#define MR_NAME_ARG(name) (int)(name)->len, (name)->bytes

/* Calls fn on the slot of each child node of `node`, in field order; absent children are skipped. */
typedef void MrChildFn(MrAst **slot, void *context);
void mr_ast_each_child(MrAst *node, MrChildFn *fn, void *context);

#endif
