/* Expressions as targets of assignment, `for`, `with ... as` and `del`.
 *
 * The grammar reads a target as an expression and then asks here whether it can be one, which sets the contexts on the way down.
 * A Starred outside a list or tuple is let through: CPython's compiler is the one to refuse it. */
#include "parser/internal.h"

static bool set_context(MrAst *node, MrExprCtx ctx, bool star_allowed) {
    const MrNodeList *elts;
    switch (node->kind) {
    case AST_Name:
    case AST_Attribute:
    case AST_Subscript:
        node->sub = (uint8_t)ctx;
        return true;
    case AST_Starred:
        if (!star_allowed || ctx == CTX_DEL) return false;
        node->sub = (uint8_t)ctx;
        return set_context(mr_ast_Starred(node)->value, ctx, false);
    case AST_Tuple:
        elts = &mr_ast_Tuple(node)->elts;
        break;
    case AST_List:
        elts = &mr_ast_List(node)->elts;
        break;
    default:
        return false;
    }
    node->sub = (uint8_t)ctx;
    for (uint32_t i = 0; i < elts->count; i++)
        if (!set_context(elts->items[i], ctx, true)) return false;
    return true;
}

bool mr_set_store(MrAst *node) { return set_context(node, CTX_STORE, true); }

bool mr_set_delete(MrAst *node) { return set_context(node, CTX_DEL, false); }

MrAst *mr_parse_star_target(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *node;
    if (mr_accept(p, TOK_STAR)) {
        MrAst *value = mr_parse_bitwise_or(p);
        MrAstStarred *star = value ? MR_NODE(p, Starred, start) : NULL;
        if (!star) return NULL;
        star->value = value;
        node = &star->base;
    } else {
        node = mr_parse_bitwise_or(p);
    }
    return node && mr_set_store(node) ? node : NULL;
}

MrAst *mr_parse_star_targets(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *first = mr_parse_star_target(p);
    if (!first || p->at->kind != TOK_COMMA) return first;
    size_t mark = mr_list_mark(p);
    if (!mr_list_push(p, first)) return NULL;
    while (mr_accept(p, TOK_COMMA)) {
        if (p->at->kind != TOK_STAR && !mr_token_starts_expression(mr_peek(p))) break;
        if (!mr_list_push(p, mr_parse_star_target(p))) return NULL;
    }
    MrAstTuple *tuple = MR_NODE(p, Tuple, start);
    if (!tuple || !mr_list_take(p, mark, &tuple->elts)) return NULL;
    tuple->base.sub = CTX_STORE;
    return &tuple->base;
}
