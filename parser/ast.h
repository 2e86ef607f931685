/* The syntax tree: CPython 3.12's Python.asdl as C structs, one per constructor, generated from parser/ast.def.
 *
 * Every node starts with an MrAst header (kind, sub, span) and lives, with its lists, names and texts, in the arena that was handed
 * to the parser: nothing is ever freed singly, and the tree stays valid exactly as long as the arena. Nodes do not point into the
 * source text. A tree is a plain tree (no node has two parents), except that Load/Store/Del contexts live in the nodes' headers.
 *
 * Identifiers are interned per parse: two occurrences of one name are the same pointer, so compare by pointer. Dotted names in
 * imports (`a.b.c`) are one MrName holding the dots.
 *
 * Spans are CPython's: 1-based lines, 0-based columns counted in UTF-8 bytes, end exclusive. `arguments`, `comprehension`,
 * `withitem` and `match_case` have no position in CPython's tree; here their spans cover their text.
 */
#ifndef MR_PARSER_AST_H
#define MR_PARSER_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum MrAstKind {
    AST_INVALID = 0,
#define AST_BEGIN(kind, group) AST_##kind,
#include "parser/ast.def"
    AST_KIND_COUNT
} MrAstKind;

typedef enum MrAstGroup {
    AST_GROUP_NONE = 0,
    AST_GROUP_MOD,
    AST_GROUP_STMT,
    AST_GROUP_EXPR,
    AST_GROUP_COMPREHENSION,
    AST_GROUP_EXCEPTHANDLER,
    AST_GROUP_ARGUMENTS,
    AST_GROUP_ARG,
    AST_GROUP_KEYWORD,
    AST_GROUP_ALIAS,
    AST_GROUP_WITHITEM,
    AST_GROUP_MATCH_CASE,
    AST_GROUP_PATTERN,
    AST_GROUP_TYPE_PARAM,
} MrAstGroup;

/* Values of `sub` for Name, Attribute, Subscript, Starred, List and Tuple. */
typedef enum MrExprCtx { CTX_LOAD = 0, CTX_STORE, CTX_DEL } MrExprCtx;

/* Values of `sub` for BinOp and AugAssign. */
typedef enum MrBinOp {
    BINOP_ADD = 0, BINOP_SUB, BINOP_MULT, BINOP_MATMULT, BINOP_DIV, BINOP_MOD, BINOP_POW, BINOP_LSHIFT, BINOP_RSHIFT,
    BINOP_BITOR, BINOP_BITXOR, BINOP_BITAND, BINOP_FLOORDIV, BINOP_COUNT
} MrBinOp;

/* Values of `sub` for UnaryOp. */
typedef enum MrUnaryOp { UNARYOP_INVERT = 0, UNARYOP_NOT, UNARYOP_UADD, UNARYOP_USUB, UNARYOP_COUNT } MrUnaryOp;

/* Values of `sub` for BoolOp. */
typedef enum MrBoolOp { BOOLOP_AND = 0, BOOLOP_OR } MrBoolOp;

/* Items of Compare.ops. */
typedef enum MrCmpOp {
    CMPOP_EQ = 0, CMPOP_NOT_EQ, CMPOP_LT, CMPOP_LT_E, CMPOP_GT, CMPOP_GT_E, CMPOP_IS, CMPOP_IS_NOT, CMPOP_IN, CMPOP_NOT_IN,
    CMPOP_COUNT
} MrCmpOp;

/* Bits of MrAst.flags. */
enum {
    AST_FLAG_PAREN = 1, /* an expression written inside parentheses of its own; its span excludes them (a Tuple's includes them) */
};

/* The header that every node starts with. */
typedef struct MrAst {
    uint16_t kind;   /* MrAstKind */
    uint8_t sub;     /* ctx or operator, by kind */
    uint8_t flags;   /* AST_FLAG_... */
    uint32_t line;
    uint32_t col;
    uint32_t end_line;
    uint32_t end_col;
} MrAst;

/* An identifier: UTF-8 bytes, not NUL-terminated by contract (though a NUL follows them). One pointer per distinct name and parse. */
typedef struct MrName {
    uint32_t len;
    uint32_t hash;
    char bytes[];
} MrName;

typedef struct MrNodeList {
    uint32_t count;
    MrAst **items;
} MrNodeList;

typedef struct MrNameList {
    uint32_t count;
    const MrName **items;
} MrNameList;

typedef struct MrCmpOpList {
    uint32_t count;
    uint8_t *items; /* MrCmpOp */
} MrCmpOpList;

typedef enum MrConstTag {
    CONST_NONE = 0,
    CONST_TRUE,
    CONST_FALSE,
    CONST_ELLIPSIS,
    CONST_INT,     /* i */
    CONST_BIGINT,  /* text: digits of `base` without prefix or underscores, when the value does not fit int64 */
    CONST_FLOAT,   /* f */
    CONST_COMPLEX, /* f is the imaginary part; the real part is 0 */
    CONST_STR,     /* text: UTF-8, lone surrogates as their three-byte forms */
    CONST_BYTES,   /* text: raw bytes */
} MrConstTag;

/* The value of a Constant or MatchSingleton. */
typedef struct MrAstConst {
    uint8_t tag;      /* MrConstTag */
    uint8_t base;     /* CONST_BIGINT: 2, 8, 10 or 16 */
    bool u_prefix;    /* CONST_STR: written u'...' (CPython's kind='u') */
    union {
        int64_t i;
        double f;
        struct {
            const char *bytes;
            size_t len;
        } text;
    };
} MrAstConst;

#define MR_AST_C_NODE MrAst *
#define MR_AST_C_NODE_OPT MrAst *
#define MR_AST_C_NODES MrNodeList
#define MR_AST_C_NODES_OPT MrNodeList
#define MR_AST_C_NAME const MrName *
#define MR_AST_C_NAME_OPT const MrName *
#define MR_AST_C_NAMES MrNameList
#define MR_AST_C_INT int32_t
#define MR_AST_C_CONST MrAstConst
#define MR_AST_C_CMPOPS MrCmpOpList

/* struct MrAstFunctionDef and so on: `base` first, then the constructor's fields under their asdl names. */
#define AST_BEGIN(kind, group) typedef struct MrAst##kind { MrAst base;
#define AST_FIELD(kind, field, type) MR_AST_C_##type field;
#define AST_END(kind) } MrAst##kind;
#include "parser/ast.def"

/* mr_ast_FunctionDef(node): the node as its struct. The caller has looked at node->kind. */
#define AST_BEGIN(kind, group) \
    static inline MrAst##kind *mr_ast_##kind(const MrAst *node) { return (MrAst##kind *)(uintptr_t)node; }
#include "parser/ast.def"

/* One field of a constructor: where it is kept, and how. Rows of one kind follow one another, in asdl's order. */
typedef enum MrAstFieldType {
    MR_AST_NODE, MR_AST_NODE_OPT, MR_AST_NODES, MR_AST_NODES_OPT, MR_AST_NAME, MR_AST_NAME_OPT, MR_AST_NAMES, MR_AST_INT, MR_AST_CONST,
    MR_AST_CMPOPS, MR_AST_CTX, MR_AST_BINOP, MR_AST_UNARYOP, MR_AST_BOOLOP, /* the last four: the header's `sub` */
} MrAstFieldType;
typedef struct MrAstField {
    uint16_t kind;
    uint8_t type;    /* MrAstFieldType */
    uint16_t offset; /* in the struct; 0 for what `sub` holds */
    const char *name;
} MrAstField;
/* The fields of a kind, *count of them. Behind them stands a row of another kind. */
const MrAstField *mr_ast_fields(MrAstKind kind, size_t *count);
/* Bytes of the constructor's struct. */
size_t mr_ast_size(MrAstKind kind);

/* The constructor's name, as in CPython's ast module ("FunctionDef"). */
const char *mr_ast_kind_name(MrAstKind kind);

/* The asdl sum that the constructor belongs to. */
MrAstGroup mr_ast_kind_group(MrAstKind kind);

#endif
