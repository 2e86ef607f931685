/* The code unit: what the compiler hands to the VM (and to the blob writer), self-contained and malloc'd, no heap objects in it.
 *
 * One unit per code block (module, function, class body, lambda, generator expression, annotation scope); nested units are constants of
 * their parent. Registers: 0..nlocals-1 are the local variables, parameters first in CPython's order (positional-only, positional or keyword,
 * keyword-only, *args, **kwargs); nlocals..nregs-1 are temporaries. A local that inner blocks capture is a cell: the
 * block starts with MAKE_CELL for it and its register holds the cell from then on. Free variables are reached through the
 * function's closure, in the order of `freenames`.
 * The unit owns everything it points to. Strings are UTF-8 (lone surrogates in their three-byte form), NUL-terminated besides their length.
 */
#ifndef MR_COMPILER_CODE_H
#define MR_COMPILER_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One instruction word; see opcodes.def. Extra words of an instruction are raw 64-bit values. */
typedef union MrInstr {
    struct {
        uint8_t op, x;
        uint16_t a, b, c;
    };
    struct {
        uint8_t op_, x_;
        uint16_t a_;
        int32_t bc; /* b and c as one signed number */
    };
    uint64_t word;
} MrInstr;

typedef enum MrOpcode {
#define OP(name, words, a, b, c, flags, text) MR_OP_##name,
#include "compiler/opcodes.def"
#undef OP
    MR_OP_COUNT
} MrOpcode;

typedef enum MrIntrinsic {
#define INTRINSIC(name, nargs, text) MR_INTRINSIC_##name,
#include "compiler/intrinsics.def"
#undef INTRINSIC
    MR_INTRINSIC_COUNT
} MrIntrinsic;

/* A length-counted UTF-8 text. */
typedef struct MrText {
    char *bytes;
    size_t length;
} MrText;

typedef enum MrConstKind {
    MR_CONST_NONE, MR_CONST_FALSE, MR_CONST_TRUE, MR_CONST_ELLIPSIS,
    MR_CONST_INT,    /* i: any int64 */
    MR_CONST_BIGINT, /* text: hexadecimal digits, lower case, optional leading '-' */
    MR_CONST_FLOAT,  /* d */
    MR_CONST_COMPLEX,/* d real, imag */
    MR_CONST_STR,    /* text */
    MR_CONST_BYTES,  /* text */
    MR_CONST_TUPLE,  /* items[n] */
    MR_CONST_FROZENSET, /* items[n] */
    MR_CONST_CODE    /* code */
} MrConstKind;

typedef struct MrConst {
    MrConstKind kind;
    double imag;
    union {
        int64_t i;
        double d;
        MrText text;
        struct { struct MrConst *items; size_t n; };
        struct MrUnit *code;
    };
} MrConst;

/* Where an instruction came from: 1-based lines, 0-based byte columns; line 0: no source (generated code). */
typedef struct MrPosition {
    uint32_t line, end_line;
    uint32_t col, end_col;
} MrPosition;

/* Instructions start <= i < end: an exception goes to `target` with the exception in register `reg`. The first row that
 * matches wins, so inner rows stand first. */
typedef struct MrHandler {
    uint32_t start, end, target;
    uint16_t reg;
} MrHandler;

typedef enum MrCodeFlags { /* CPython's co_flags values */
    MR_CODE_OPTIMIZED = 0x1, MR_CODE_NEWLOCALS = 0x2, MR_CODE_VARARGS = 0x4, MR_CODE_VARKEYWORDS = 0x8, MR_CODE_NESTED = 0x10,
    MR_CODE_GENERATOR = 0x20, MR_CODE_COROUTINE = 0x80, MR_CODE_ITERABLE_COROUTINE = 0x100, MR_CODE_ASYNC_GENERATOR = 0x200,
    MR_CODE_FUTURE_ANNOTATIONS = 0x1000000,
    MR_CODE_LIKE_NATIVE = 0x20000000, /* no lines in tracebacks, and its classes are named with their module in messages */
    /* what the instructions were made for: with others they would not run */
    MR_CODE_LAYOUT = MR_CODE_OPTIMIZED | MR_CODE_NEWLOCALS | MR_CODE_VARARGS | MR_CODE_VARKEYWORDS | MR_CODE_GENERATOR | MR_CODE_COROUTINE | MR_CODE_ASYNC_GENERATOR,
    MR_CODE_CLASS = 0x40000000 /* a class body: runs with a namespace */
} MrCodeFlags;

typedef struct MrUnit {
    MrText name, qualname, filename;
    uint32_t flags;
    uint32_t first_line;
    uint16_t argcount;    /* positional parameters, positional-only included */
    uint16_t posonly;
    uint16_t kwonly;
    uint32_t nlocals, nregs;
    MrInstr *code;        /* n_code words, extra words included */
    MrPosition *positions;/* one per word */
    uint32_t n_code;
    MrConst *consts;
    uint32_t n_consts;
    MrText *names;        /* attribute and global names */
    uint32_t n_names;
    MrText *varnames;     /* nlocals names; names of inlined comprehension variables are kept as written */
    uint8_t *local_flags; /* nlocals: MR_LOCAL_* */
    MrText *freenames;
    uint32_t n_free;
    MrHandler *handlers;
    uint32_t n_handlers;
    int32_t doc;          /* index of the docstring in consts or -1 */
} MrUnit;

enum { MR_LOCAL_CELL = 1, MR_LOCAL_HIDDEN = 2 /* not in locals(): an inlined comprehension's variable */,
       MR_LOCAL_SHOWN = 4 /* hidden, yet in locals() while bound: the comprehension itself asks for them */ };

/* Frees the unit and all nested ones. NULL is allowed. */
void mr_unit_free(MrUnit *unit);

/* Name, extra words, operand kinds of an opcode, for tools. */
typedef struct MrOpInfo {
    const char *name;
    uint8_t words;
    char a, b, c;
    const char *flags;
    const char *text;
} MrOpInfo;
extern const MrOpInfo mr_op_info[MR_OP_COUNT];
unsigned mr_intrinsic_args(unsigned number); /* how many registers intrinsic `number` reads */

/* Methods of str and bytes that keep no reference to it: a text that grows stays its local's own when they are called. */
bool mr_only_looks(const char *method, size_t length);

#endif
