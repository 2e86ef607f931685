/* Simple statements, and the line that holds them.
 *
 * Assignments are read as expressions first; the token that follows decides what they were. Compound statements are in compound.c. */
#include <string.h>
#include "base/buf.h"
#include "parser/internal.h"

static MrAst *parse_keyword_statement(MrParser *p, MrAstKind kind) {
    const MrToken *start = p->at++;
    return mr_node_new(p, kind, sizeof(MrAstPass), start);
}

static MrAst *parse_return(MrParser *p) {
    const MrToken *start = p->at++;
    MrAst *value = NULL;
    if ((p->at->kind == TOK_STAR || mr_token_starts_expression(mr_peek(p))) && !(value = mr_parse_star_expressions(p))) return NULL;
    MrAstReturn *node = MR_NODE(p, Return, start);
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

static MrAst *parse_raise(MrParser *p) {
    const MrToken *start = p->at++;
    MrAst *exc = NULL, *cause = NULL;
    if (mr_token_starts_expression(mr_peek(p))) {
        if (!(exc = mr_parse_expression(p))) return NULL;
        if (mr_accept(p, TOK_FROM) && !(cause = mr_parse_expression(p))) return NULL;
    }
    MrAstRaise *node = MR_NODE(p, Raise, start);
    if (!node) return NULL;
    node->exc = exc;
    node->cause = cause;
    return &node->base;
}

static MrAst *parse_assert(MrParser *p) {
    const MrToken *start = p->at++;
    MrAst *test = mr_parse_expression(p), *msg = NULL;
    if (!test || (mr_accept(p, TOK_COMMA) && !(msg = mr_parse_expression(p)))) return NULL;
    MrAstAssert *node = MR_NODE(p, Assert, start);
    if (!node) return NULL;
    node->test = test;
    node->msg = msg;
    return &node->base;
}

static MrAst *parse_delete(MrParser *p) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    do {
        if (p->pending.count > mark && !mr_token_starts_expression(mr_peek(p))) break;
        MrAst *target = mr_parse_bitwise_or(p);
        if (!target || !mr_set_delete(target) || !mr_list_push(p, target)) return NULL;
    } while (mr_accept(p, TOK_COMMA));
    MrAstDelete *node = MR_NODE(p, Delete, start);
    return node && mr_list_take(p, mark, &node->targets) ? &node->base : NULL;
}

/* `global` and `nonlocal`: both hold one list of names. */
static MrAst *parse_scope_statement(MrParser *p, MrAstKind kind) {
    const MrToken *start = p->at++;
    uint32_t count = 1;
    for (const MrToken *t = p->at; t[0].kind == TOK_NAME && t[1].kind == TOK_COMMA; t += 2) count++;
    const MrName **names = MR_ARENA_NEW_ARRAY(p->arena, const MrName *, count);
    if (!names) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) p->at++;
        if (!(names[i] = mr_parse_name(p))) return NULL;
    }
    MrAstGlobal *node = (MrAstGlobal *)mr_node_new(p, kind, sizeof *node, start);
    if (!node) return NULL;
    node->names = (MrNameList){count, names};
    return &node->base;
}

/* a.b.c as one name. */
static const MrName *parse_dotted_name(MrParser *p) {
    const MrName *name = mr_parse_name(p);
    if (!name || p->at->kind != TOK_DOT) return name;
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_write(&text, name->bytes, name->len);
    while (name && mr_accept(p, TOK_DOT)) {
        name = mr_parse_name(p);
        mr_buf_putc(&text, '.');
        if (name) mr_buf_write(&text, name->bytes, name->len);
    }
    if (text.failed) mr_diag_set_memory(p->diag);
    if (name) name = text.failed ? NULL : mr_name_intern(p, text.data, text.length);
    mr_buf_fini(&text);
    return name;
}

static MrAst *parse_alias(MrParser *p, bool dotted) {
    const MrToken *start = p->at;
    const MrName *name = dotted ? parse_dotted_name(p) : mr_parse_name(p), *asname = NULL;
    if (!name || (mr_accept(p, TOK_AS) && !(asname = mr_parse_name(p)))) return NULL;
    MrAstalias *node = MR_NODE(p, alias, start);
    if (!node) return NULL;
    node->name = name;
    node->asname = asname;
    return &node->base;
}

static MrAst *parse_import(MrParser *p) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    do {
        if (!mr_list_push(p, parse_alias(p, true))) return NULL;
    } while (mr_accept(p, TOK_COMMA));
    MrAstImport *node = MR_NODE(p, Import, start);
    return node && mr_list_take(p, mark, &node->names) ? &node->base : NULL;
}

static bool push_import_names(MrParser *p) {
    const MrToken *start = p->at;
    if (mr_accept(p, TOK_STAR)) {
        MrAstalias *star = MR_NODE(p, alias, start);
        if (!star) return false;
        star->name = mr_name_intern(p, "*", 1);
        return star->name && mr_list_push(p, &star->base);
    }
    bool bracketed = mr_accept(p, TOK_LPAREN);
    do {
        if (bracketed && p->at->kind == TOK_RPAREN && p->at > start + 1) break;
        if (!mr_list_push(p, parse_alias(p, false))) return false;
    } while (mr_accept(p, TOK_COMMA));
    return !bracketed || mr_accept(p, TOK_RPAREN);
}

static MrAst *parse_import_from(MrParser *p) {
    const MrToken *start = p->at++;
    const MrName *module = NULL;
    int32_t level = 0;
    for (;; p->at++) {
        if (p->at->kind == TOK_DOT) level++;
        else if (p->at->kind == TOK_ELLIPSIS) level += 3;
        else break;
    }
    if ((p->at->kind == TOK_NAME || level == 0) && !(module = parse_dotted_name(p))) return NULL;
    size_t mark = mr_list_mark(p);
    if (!mr_accept(p, TOK_IMPORT) || !push_import_names(p)) return NULL;
    MrAstImportFrom *node = MR_NODE(p, ImportFrom, start);
    if (!node || !mr_list_take(p, mark, &node->names)) return NULL;
    node->module = module;
    node->level = level;
    return &node->base;
}

static MrAst *parse_type_alias(MrParser *p) {
    const MrToken *start = p->at++;
    const MrToken *name_token = p->at;
    const MrName *id = mr_parse_name(p);
    MrAstName *name = id ? MR_NODE(p, Name, name_token) : NULL;
    MrNodeList type_params;
    if (!name || !mr_parse_type_params(p, &type_params) || !mr_accept(p, TOK_EQUAL)) return NULL;
    name->id = id;
    name->base.sub = CTX_STORE;
    MrAst *value = mr_parse_expression(p);
    MrAstTypeAlias *node = value ? MR_NODE(p, TypeAlias, start) : NULL;
    if (!node) return NULL;
    node->name = &name->base;
    node->type_params = type_params;
    node->value = value;
    return &node->base;
}

/* A single name, attribute or subscript: what may be annotated or assigned with an operator. */
static bool set_single_target(MrAst *node) {
    return (node->kind == AST_Name || node->kind == AST_Attribute || node->kind == AST_Subscript) && mr_set_store(node);
}

static MrAst *parse_annotated(MrParser *p, MrAst *target, const MrToken *start) {
    if (!set_single_target(target)) return NULL;
    p->at++;
    MrAst *annotation = mr_parse_expression(p), *value = NULL;
    if (!annotation || (mr_accept(p, TOK_EQUAL) && !(value = mr_parse_yield_or_star_expressions(p)))) return NULL;
    MrAstAnnAssign *node = MR_NODE(p, AnnAssign, start);
    if (!node) return NULL;
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    node->simple = target->kind == AST_Name && !(target->flags & AST_FLAG_PAREN);
    return &node->base;
}

static MrAst *parse_augmented(MrParser *p, MrAst *target, MrBinOp op, const MrToken *start) {
    if (!set_single_target(target)) return NULL;
    p->at++;
    MrAst *value = mr_parse_yield_or_star_expressions(p);
    MrAstAugAssign *node = value ? MR_NODE(p, AugAssign, start) : NULL;
    if (!node) return NULL;
    node->target = target;
    node->base.sub = (uint8_t)op;
    node->value = value;
    return &node->base;
}

static MrAst *parse_plain_assignment(MrParser *p, MrAst *first, const MrToken *start) {
    size_t mark = mr_list_mark(p);
    MrAst *value = first;
    while (mr_accept(p, TOK_EQUAL)) {
        if (value->kind == AST_Yield || value->kind == AST_YieldFrom) return NULL;
        if (!mr_set_store(value) || !mr_list_push(p, value)) return NULL;
        if (!(value = mr_parse_yield_or_star_expressions(p))) return NULL;
    }
    MrAstAssign *node = MR_NODE(p, Assign, start);
    if (!node || !mr_list_take(p, mark, &node->targets)) return NULL;
    node->value = value;
    return &node->base;
}

/* The operator of an augmented assignment's token, or -1. */
static int augmented_operator(MrTokenKind kind) {
    switch (kind) {
    case TOK_PLUS_EQUAL: return BINOP_ADD;
    case TOK_MINUS_EQUAL: return BINOP_SUB;
    case TOK_STAR_EQUAL: return BINOP_MULT;
    case TOK_AT_EQUAL: return BINOP_MATMULT;
    case TOK_SLASH_EQUAL: return BINOP_DIV;
    case TOK_PERCENT_EQUAL: return BINOP_MOD;
    case TOK_STAR_STAR_EQUAL: return BINOP_POW;
    case TOK_SHIFT_LEFT_EQUAL: return BINOP_LSHIFT;
    case TOK_SHIFT_RIGHT_EQUAL: return BINOP_RSHIFT;
    case TOK_PIPE_EQUAL: return BINOP_BITOR;
    case TOK_CARET_EQUAL: return BINOP_BITXOR;
    case TOK_AMPERSAND_EQUAL: return BINOP_BITAND;
    case TOK_SLASH_SLASH_EQUAL: return BINOP_FLOORDIV;
    default: return -1;
    }
}

static MrAst *parse_expression_statement(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *value = mr_parse_yield_or_star_expressions(p);
    if (!value) return NULL;
    if (p->at->kind == TOK_EQUAL) return parse_plain_assignment(p, value, start);
    if (p->at->kind == TOK_COLON) return parse_annotated(p, value, start);
    int op = augmented_operator(mr_peek(p));
    if (op >= 0) return parse_augmented(p, value, (MrBinOp)op, start);
    MrAstExpr *node = MR_NODE(p, Expr, start);
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

static MrAst *parse_simple_statement(MrParser *p) {
    switch (mr_peek(p)) {
    case TOK_PASS: return parse_keyword_statement(p, AST_Pass);
    case TOK_BREAK: return parse_keyword_statement(p, AST_Break);
    case TOK_CONTINUE: return parse_keyword_statement(p, AST_Continue);
    case TOK_RETURN: return parse_return(p);
    case TOK_RAISE: return parse_raise(p);
    case TOK_ASSERT: return parse_assert(p);
    case TOK_DEL: return parse_delete(p);
    case TOK_GLOBAL: return parse_scope_statement(p, AST_Global);
    case TOK_NONLOCAL: return parse_scope_statement(p, AST_Nonlocal);
    case TOK_IMPORT: return parse_import(p);
    case TOK_FROM: return parse_import_from(p);
    case TOK_NAME:
        if (p->at[1].kind == TOK_NAME && mr_token_is_word(p, p->at, "type")) return parse_type_alias(p);
        break;
    default: break;
    }
    return parse_expression_statement(p);
}

bool mr_parse_simple_statements(MrParser *p) {
    do {
        if (p->at->kind == TOK_NEWLINE) break;
        if (!mr_list_push(p, parse_simple_statement(p))) return false;
    } while (mr_accept(p, TOK_SEMICOLON));
    return mr_accept(p, TOK_NEWLINE);
}

bool mr_parse_statement(MrParser *p) {
    if (p->at->kind == TOK_NEWLINE) return false;
    bool matched;
    if (mr_parse_compound_statement(p, &matched)) return true;
    return !matched && mr_parse_simple_statements(p);
}
