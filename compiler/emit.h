/* The builder of one code unit: instructions with positions, labels, constants, registers, handler rows.
 *
 * Registers 0..nlocals-1 are locals; temporaries are a stack above them (`temp_top`): take one with mr_temp(), give all back by
 * setting temp_top to what it was. Code that cannot be reached is not written at all: after a jump or a return `reachable`
 * is false until a label that something jumps to is placed.
 * The builder also tracks which locals are surely assigned at this point, along all paths: labels merge the states of
 * their jumps. A local that is not surely assigned is read after CHECK_LOCAL.
 */
#ifndef MR_COMPILER_EMIT_H
#define MR_COMPILER_EMIT_H

#include "compiler/scope.h"

typedef struct MrLabel {
    int32_t at;      /* -1 until placed */
    bool used;       /* something jumps here */
    uint64_t *state; /* locals assigned on every jump to here */
} MrLabel;

typedef enum MrBlockKind {
    BLOCK_LOOP,     /* break and continue end here */
    BLOCK_TRY,      /* a protected range without work on leaving */
    BLOCK_FINALLY,  /* leaving runs `finalbody` */
    BLOCK_HANDLED,  /* inside a handler: leaving restores the handled exception from `saved` */
    BLOCK_NAMED,    /* inside `except E as name`: leaving unbinds the name */
    BLOCK_WITH,     /* leaving calls __exit__ of the pair in `saved` */
    BLOCK_ASYNC_WITH,
    BLOCK_STAR      /* inside an except* clause: return, break and continue may not leave */
} MrBlockKind;

/* A construct that is open around the current statement. Lives on the C stack of the function that compiles it. */
typedef struct MrBlock {
    MrBlockKind kind;
    struct MrBlock *outer;
    MrLabel *handler;   /* where exceptions of the range go; NULL: no range */
    MrLabel *continue_; /* BLOCK_LOOP; `handler` is NULL there */
    MrLabel *break_;
    uint32_t start;     /* of the range not yet written to the table */
    uint16_t reg;       /* gets the exception */
    uint16_t saved;     /* BLOCK_LOOP: the iterator's register when `iterates` */
    bool iterates;
    MrNodeList finalbody;
    const MrName *name;
    const MrAst *at;    /* counts towards the limit of nested blocks, and names the place; NULL: does not count */
} MrBlock;

typedef struct MrJumpRef {
    uint32_t at;
    MrLabel *label;
} MrJumpRef;

typedef struct MrHandlerRef {
    uint32_t start, end;
    MrLabel *label;
    uint16_t reg;
} MrHandlerRef;

typedef struct MrFn {
    struct MrFn *parent;
    MrCompiler *c;
    MrScope *scope; /* whose names are seen now: an inlined comprehension's while inside it */
    MrScope *owner;
    const MrName *private_name;
    const MrName *name;
    const char *qualname;
    size_t qualname_len;
    uint32_t flags, first_line;
    uint16_t argcount, posonly, kwonly;
    MR_LIST(MrInstr) code;
    MR_LIST(MrPosition) positions;
    MR_LIST(MrConst) consts;
    uint32_t *const_table, const_table_size;
    MR_LIST(const MrName *) names;
    uint32_t *name_table, name_table_size;
    MR_LIST(MrJumpRef) jumps;
    MR_LIST(MrHandlerRef) handlers;
    MrBlock *block;
    uint32_t temp_top, nregs, nlocals;
    uint32_t barrier; /* code at and after this index may still be taken back */
    bool reachable;
    uint64_t *assigned, *ever_deleted, *texts; /* bits by register; texts: see mr_local_grows() */
    uint32_t state_words;
    uint32_t orphans_before;
    int32_t doc;
} MrFn;

/* Opens a unit for `scope` and makes it current; closing it gives the finished unit, which the compiler's orphans own until
 * mr_fn_add_code() hands it to a parent. */
MrFn *mr_fn_open(MrCompiler *c, MrScope *scope, const MrName *name, const MrAst *node);
MrUnit *mr_fn_close(MrFn *fn);
uint32_t mr_fn_add_code(MrFn *fn, MrUnit *unit);

/* Appends an instruction (with zeroed extra words) and gives its index. `at` is the node it belongs to, NULL for none. */
uint32_t mr_emit(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, unsigned b, unsigned c);
uint32_t mr_emit_wide(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, int32_t bc);

/* Sets the extra word of the instruction at `index`. */
void mr_emit_word(MrFn *fn, uint32_t index, uint64_t word);

/* A jump with a 32-bit offset (also FOR_ITER, END_ASYNC_FOR), or a fused comparison. */
void mr_emit_jump(MrFn *fn, const MrAst *at, MrOpcode op, unsigned a, MrLabel *label);
void mr_emit_for_iter(MrFn *fn, const MrAst *at, unsigned dst, unsigned iter, MrLabel *done);
void mr_emit_compare_jump(MrFn *fn, const MrAst *at, MrOpcode op, unsigned x, unsigned a, unsigned b, MrLabel *label);

MrLabel *mr_label_new(MrFn *fn);
/* Places a label that is only jumped to from above, or a loop's head (jumped to from below too). */
void mr_label_place(MrFn *fn, MrLabel *label);
void mr_label_place_loop(MrFn *fn, MrLabel *label);
/* Places a handler: reachable when its range has code; `state` is the state at the range's start. */
void mr_label_place_handler(MrFn *fn, MrLabel *label, const uint64_t *state);

/* `n` neighbouring temporaries. */
unsigned mr_temp(MrFn *fn, unsigned n);

/* Index of a constant or a name in the unit. */
uint32_t mr_const_index(MrFn *fn, MrConst value);
uint32_t mr_const_none(MrFn *fn);
unsigned mr_name_index(MrFn *fn, const MrName *name);

/* Loads a constant by the shortest form. */
void mr_emit_const(MrFn *fn, const MrAst *at, unsigned dst, MrConst value);
void mr_emit_none(MrFn *fn, const MrAst *at, unsigned dst);
void mr_emit_text(MrFn *fn, const MrAst *at, unsigned dst, const char *bytes, size_t len);
void mr_emit_move(MrFn *fn, const MrAst *at, unsigned dst, unsigned src);

/* Definite assignment of registers that are locals. */
static inline bool mr_local_assigned(const MrFn *fn, unsigned reg) { return fn->assigned[reg / 64] >> (reg % 64) & 1; }
static inline void mr_local_assign(MrFn *fn, unsigned reg) { fn->assigned[reg / 64] |= (uint64_t)1 << (reg % 64); }
static inline void mr_local_unassign(MrFn *fn, unsigned reg) { fn->assigned[reg / 64] &= ~((uint64_t)1 << (reg % 64)); }
uint64_t *mr_state_copy(MrFn *fn);

/* True for a local that holds a text and is extended by +=: APPEND extends the str in place, without copying what is there, as
 * long as the register is all that holds it. Whatever reads the local so that another place might keep it emits SHARE first. */
static inline bool mr_local_grows(const MrFn *fn, unsigned reg) { return reg < fn->nlocals && (fn->texts[reg / 64] >> (reg % 64) & 1); }

/* Protected ranges. Push opens one (handler may be NULL: no range), pop ends it. */
void mr_block_push(MrFn *fn, MrBlock *block);
void mr_block_pop(MrFn *fn, MrBlock *block);
/* Ends and restarts the range of one block, for code in its middle that it does not protect. */
void mr_block_suspend(MrFn *fn, MrBlock *block);
void mr_block_resume(MrFn *fn, MrBlock *block);

/* Equality of constants: same type and same value, -0.0 unlike 0.0. */
bool mr_const_same(const MrConst *a, const MrConst *b);

#endif
