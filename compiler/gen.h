/* The code generator: one file per family of nodes, all working on the current unit builder.
 *
 * An expression is compiled to a register of the caller's choice (mr_gen_to), or to whichever holds it (mr_gen_any: a local
 * variable's own register, or a new temporary). Both leave temp_top as they found it, but for mr_gen_any's one temporary.
 * A destination that is a local variable is written once, by the last instruction that can raise, so that an
 * exception midway never leaves a half-made value in a variable.
 */
#ifndef MR_COMPILER_GEN_H
#define MR_COMPILER_GEN_H

#include "compiler/emit.h"
#include "compiler/fold.h"

typedef enum MrVarKind {
    VAR_FAST, VAR_CELL, VAR_FREE, VAR_CLASS_FREE, VAR_GLOBAL, VAR_NAME, VAR_NAME_IN, VAR_FREE_IN
} MrVarKind;

typedef struct MrVar {
    MrVarKind kind;
    unsigned index; /* register or free variable */
} MrVar;

/* name.c: variables. Names are given unmangled. */
MrVar mr_var_find(MrFn *fn, const MrName *mangled);
const MrName *mr_gen_mangle(MrFn *fn, const MrName *name);
void mr_gen_load_name(MrFn *fn, const MrAst *at, const MrName *name, unsigned dst);
void mr_gen_store_name(MrFn *fn, const MrAst *at, const MrName *name, unsigned src);
void mr_gen_delete_name(MrFn *fn, const MrAst *at, const MrName *name, bool quietly);
/* The register of a name that is a plain local, else -1. */
int mr_gen_local(MrFn *fn, const MrName *name);
void mr_gen_check_forbidden(MrFn *fn, const MrAst *at, const MrName *name, MrExprCtx ctx);
/* Classdict of an annotation scope, or a class's cell variable: loads the cell's content, or the cell itself. */
void mr_gen_load_cell_of(MrFn *fn, const MrAst *at, const MrName *name, unsigned dst);

/* target.c: assignment, deletion, augmented assignment. */
void mr_gen_store(MrFn *fn, MrAst *target, unsigned src);
void mr_gen_delete(MrFn *fn, MrAst *target);
void mr_gen_assign(MrFn *fn, MrAst *stmt);
void mr_gen_aug_assign(MrFn *fn, MrAst *stmt);
void mr_gen_ann_assign(MrFn *fn, MrAst *stmt);

/* expr.c */
unsigned mr_gen_any(MrFn *fn, MrAst *e);
/* The register of a local for an instruction that only looks at the value and keeps it nowhere; -1 if `e` is something else. */
int mr_gen_glance(MrFn *fn, MrAst *e);
void mr_gen_to(MrFn *fn, MrAst *e, unsigned dst);
/* As mr_gen_any, but copied if evaluating `later` may rebind the variable. */
unsigned mr_gen_operand(MrFn *fn, MrAst *e, const MrAst *later, const MrAst *later2);
void mr_gen_jump_if(MrFn *fn, MrAst *e, bool when, MrLabel *label);
/* Awaits R[src]: x is GET_AWAITABLE's. */
void mr_gen_await(MrFn *fn, const MrAst *at, unsigned src, unsigned x, unsigned dst);
bool mr_gen_binop_code(MrBinOp op, MrOpcode *general, MrOpcode *with_const);
/* Index of a constant operand that fits 16 bits, else -1. */
int mr_gen_const_operand(MrFn *fn, const MrAst *e);
/* A location whose start is the attribute's name when the attribute sits on a later line. */
MrAst mr_gen_attr_location(MrAst at, const MrAst *attribute);

/* display.c: tuples, lists, sets, dicts, slices. */
void mr_gen_display(MrFn *fn, MrAst *e, unsigned dst);
/* The two or three parts of a slice, None for those left out, into temporaries behind each other: the first of them. The caller frees them. */
unsigned mr_gen_bounds(MrFn *fn, MrAst *slice);
void mr_gen_list_of(MrFn *fn, const MrAst *at, MrNodeList elts, bool in_call, unsigned dst);

/* call.c */
void mr_gen_call(MrFn *fn, MrAst *e, unsigned dst);
bool mr_gen_super_attribute(MrFn *fn, MrAst *e, unsigned dst);
/* Calls with R[window] the callee and what stands in R[window+2..]: evaluates args after `n_done` prepared ones. */
void mr_gen_call_args(MrFn *fn, const MrAst *at, unsigned window, bool method, unsigned n_done, MrNodeList args,
                      MrNodeList keywords, MrAst *extra_base, unsigned dst);

/* check.c: warnings about expressions that cannot work. */
void mr_check_caller(MrFn *fn, const MrAst *callee);
void mr_check_subscript(MrFn *fn, const MrAst *e);
void mr_check_compare(MrFn *fn, const MrAst *e);

/* comprehension.c, fstring.c */
void mr_gen_comprehension(MrFn *fn, MrAst *e, unsigned dst);
void mr_gen_fstring(MrFn *fn, MrAst *e, unsigned dst);

/* stmt.c */
void mr_gen_body(MrFn *fn, MrNodeList body);

/* unwind.c: leaving blocks. Between begin and end the caller emits the jump or return. */
typedef struct MrUnwind { MrBlock *from, *until; uint32_t temp_top; } MrUnwind;
void mr_gen_return(MrFn *fn, MrAst *s);
void mr_gen_break(MrFn *fn, MrAst *s);
void mr_gen_continue(MrFn *fn, MrAst *s);

/* loop.c, try.c, with.c, match.c */
void mr_gen_while(MrFn *fn, MrAst *s);
void mr_gen_for(MrFn *fn, MrAst *s);
void mr_gen_async_for(MrFn *fn, MrAst *s);
/* Steps an async iterator: R[dst] = next item; at its end goes to `done`. mr_gen_async_end() writes the handler. */
typedef struct MrAsyncStep { MrLabel *handler; uint64_t *state; unsigned reg; } MrAsyncStep;
MrAsyncStep mr_gen_async_next(MrFn *fn, const MrAst *at, unsigned iter, unsigned dst);
void mr_gen_async_end(MrFn *fn, const MrAst *at, MrAsyncStep step, MrLabel *done);
void mr_gen_try(MrFn *fn, MrAst *s);
void mr_gen_try_star(MrFn *fn, MrAst *s);
void mr_gen_with(MrFn *fn, MrAst *s);
void mr_gen_with_exit(MrFn *fn, const MrAst *at, unsigned pair, bool is_async);
void mr_gen_match(MrFn *fn, MrAst *s);
/* Inside a handler: the exception is in R[block->reg]; opens a range that restores the handled state when it is left. */
typedef struct MrHandling { MrBlock block; uint64_t *state; unsigned exc, saved; } MrHandling;
void mr_gen_handler_begin(MrFn *fn, const MrAst *at, MrHandling *h, unsigned exc);
void mr_gen_handler_end(MrFn *fn, MrHandling *h);

/* function.c, class.c, typeparam.c, import.c */
void mr_gen_function(MrFn *fn, MrAst *s);
void mr_gen_lambda(MrFn *fn, MrAst *e, unsigned dst);
/* MAKE_FUNCTION for a finished unit whose scope is `inner`. x says which parts there are: 1, 2 and 4 stand in the registers
 * regs[0..2], 16 in regs[3]; the closure (8) is made here. */
void mr_gen_make_function(MrFn *fn, const MrAst *at, MrUnit *unit, MrScope *inner, unsigned x, const unsigned regs[4], unsigned dst);
void mr_gen_prologue(MrFn *fn);
/* Ends a function-like unit: wraps generators' bodies and closes it. */
MrUnit *mr_gen_finish_function(MrFn *fn);
MrFn *mr_gen_open(MrCompiler *c, MrScope *scope, const MrName *name, const MrAst *node);
unsigned mr_gen_decorators(MrFn *fn, MrNodeList decorators);
void mr_gen_apply_decorators(MrFn *fn, MrNodeList decorators, unsigned first);
void mr_gen_class(MrFn *fn, MrAst *s);
void mr_gen_type_alias(MrFn *fn, MrAst *s);
/* Makes the type parameters, stores each under its name and leaves their tuple in R[dst]. */
void mr_gen_type_params(MrFn *fn, MrNodeList params, const MrAst *at, unsigned dst);
void mr_gen_annotation(MrFn *fn, MrAst *annotation, unsigned dst);
void mr_gen_import(MrFn *fn, MrAst *s);
void mr_gen_import_from(MrFn *fn, MrAst *s);
/* Compiles a module's or class's body: docstring, annotations, statements. */
void mr_gen_docstring_body(MrFn *fn, MrNodeList body);
/* The docstring of a body, or NULL. */
const MrAst *mr_gen_docstring(const MrFn *fn, MrNodeList body);

/* unparse.c: an annotation's text, as CPython writes it. */
void mr_unparse(MrCompiler *c, const MrAst *e, MrBuf *out);

#endif
