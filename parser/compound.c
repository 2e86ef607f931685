/* Compound statements: everything that owns a block.
 *
 * A chain of `elif`s nests in the tree but is read by a loop, so that its length costs no C stack. `match` is a soft keyword: the line is
 * a match statement only if `match subject:` is followed by an indented `case`. */
#include "parser/internal.h"

static bool push_statements(MrParser *p) {
    while (p->at->kind != TOK_DEDENT) {
        if (p->at->kind == TOK_ENDMARKER || !mr_parse_statement(p)) return false;
    }
    p->at++;
    return true;
}

static bool parse_block(MrParser *p, MrNodeList *body) {
    size_t mark = mr_list_mark(p);
    if (p->at->kind != TOK_NEWLINE) return mr_parse_simple_statements(p) && mr_list_take(p, mark, body);
    p->at++;
    if (!mr_accept(p, TOK_INDENT) || !mr_parser_enter(p)) return false;
    bool good = push_statements(p);
    mr_parser_leave(p);
    return good && mr_list_take(p, mark, body);
}

static bool parse_colon_block(MrParser *p, MrNodeList *body) { return mr_accept(p, TOK_COLON) && parse_block(p, body); }

/* `keyword: block` if it is there; an absent one leaves the list empty. */
static bool parse_optional_block(MrParser *p, MrTokenKind keyword, MrNodeList *body) {
    *body = (MrNodeList){0, NULL};
    return !mr_accept(p, keyword) || parse_colon_block(p, body);
}

static MrAst *parse_if(MrParser *p) {
    MrAst *root = NULL;
    MrNodeList *tail = NULL;
    do {
        const MrToken *start = p->at++;
        MrAstIf *node = MR_NODE(p, If, start);
        if (!node || !(node->test = mr_parse_named_expression(p)) || !parse_colon_block(p, &node->body)) return NULL;
        if (!root) {
            root = &node->base;
        } else {
            MrAst **slot = MR_ARENA_NEW(p->arena, MrAst *);
            if (!slot) return NULL;
            *slot = &node->base;
            *tail = (MrNodeList){1, slot};
        }
        tail = &node->orelse;
    } while (p->at->kind == TOK_ELIF);
    if (!parse_optional_block(p, TOK_ELSE, tail)) return NULL;
    /* Each nested If ends where the whole chain ends. */
    for (MrAst *node = root;;) {
        mr_node_finish(p, node);
        MrNodeList *orelse = &mr_ast_If(node)->orelse;
        if (orelse == tail) return root;
        node = orelse->items[0];
    }
}

static MrAst *parse_while(MrParser *p) {
    const MrToken *start = p->at++;
    MrAstWhile *node = MR_NODE(p, While, start);
    if (!node || !(node->test = mr_parse_named_expression(p)) || !parse_colon_block(p, &node->body) ||
        !parse_optional_block(p, TOK_ELSE, &node->orelse))
        return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_for(MrParser *p, const MrToken *start, MrAstKind kind) {
    p->at++;
    MrAstFor *node = (MrAstFor *)mr_node_new(p, kind, sizeof *node, start);
    if (!node || !(node->target = mr_parse_star_targets(p)) || !mr_accept(p, TOK_IN) ||
        !(node->iter = mr_parse_star_expressions(p)) || !parse_colon_block(p, &node->body) ||
        !parse_optional_block(p, TOK_ELSE, &node->orelse))
        return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_with_item(MrParser *p) {
    MrAstwithitem *node = MR_NODE(p, withitem, p->at);
    if (!node || !(node->context_expr = mr_parse_expression(p))) return NULL;
    if (mr_accept(p, TOK_AS)) {
        if (!(node->optional_vars = mr_parse_star_target(p)) || node->optional_vars->kind == AST_Starred) return NULL;
        if (p->at->kind != TOK_COMMA && p->at->kind != TOK_RPAREN && p->at->kind != TOK_COLON) return NULL;
    }
    mr_node_finish(p, &node->base);
    return &node->base;
}

/* `(a as b, c as d):`; leaves cursor and list as they were when the bracket is part of an expression after all. */
static bool push_bracketed_items(MrParser *p) {
    const MrToken *start = p->at;
    size_t mark = mr_list_mark(p);
    int depth = p->depth;
    MrWarning **warned = mr_diag_mark(p->diag);
    if (!mr_accept(p, TOK_LPAREN)) return false;
    do {
        if (p->at->kind == TOK_RPAREN && p->pending.count > mark) break;
        if (!mr_list_push(p, parse_with_item(p))) goto restore;
    } while (mr_accept(p, TOK_COMMA));
    if (mr_accept(p, TOK_RPAREN) && p->at->kind == TOK_COLON) return true;
restore:
    p->at = start;
    p->pending.count = mark;
    p->depth = depth;
    mr_diag_drop_since(p->diag, warned);
    return false;
}

static MrAst *parse_with(MrParser *p, const MrToken *start, MrAstKind kind) {
    p->at++;
    MrAstWith *node = (MrAstWith *)mr_node_new(p, kind, sizeof *node, start);
    if (!node) return NULL;
    size_t mark = mr_list_mark(p);
    if (!push_bracketed_items(p)) {
        if (mr_diag_failed(p->diag)) return NULL;
        do {
            if (!mr_list_push(p, parse_with_item(p))) return NULL;
        } while (mr_accept(p, TOK_COMMA));
    }
    if (!mr_list_take(p, mark, &node->items) || !parse_colon_block(p, &node->body)) return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_handler(MrParser *p, bool star) {
    const MrToken *start = p->at++;
    if (star) p->at++;
    MrAstExceptHandler *node = MR_NODE(p, ExceptHandler, start);
    if (!node) return NULL;
    if (star || p->at->kind != TOK_COLON) {
        if (!(node->type = mr_parse_expression(p))) return NULL;
        if (mr_accept(p, TOK_AS) && !(node->name = mr_parse_name(p))) return NULL;
    }
    if (!parse_colon_block(p, &node->body)) return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_try(MrParser *p) {
    const MrToken *start = p->at++;
    MrNodeList body, handlers, orelse = {0, NULL}, finalbody;
    if (!parse_colon_block(p, &body)) return NULL;
    size_t mark = mr_list_mark(p);
    bool star = p->at->kind == TOK_EXCEPT && p->at[1].kind == TOK_STAR;
    while (p->at->kind == TOK_EXCEPT) {
        if ((p->at[1].kind == TOK_STAR) != star || !mr_list_push(p, parse_handler(p, star))) return NULL;
    }
    if (!mr_list_take(p, mark, &handlers)) return NULL;
    if (handlers.count > 0 && !parse_optional_block(p, TOK_ELSE, &orelse)) return NULL;
    if (!parse_optional_block(p, TOK_FINALLY, &finalbody) || (handlers.count == 0 && finalbody.count == 0)) return NULL;
    MrAstTry *node = (MrAstTry *)mr_node_new(p, star ? AST_TryStar : AST_Try, sizeof *node, start);
    if (!node) return NULL;
    node->body = body;
    node->handlers = handlers;
    node->orelse = orelse;
    node->finalbody = finalbody;
    return &node->base;
}

static MrAst *parse_function(MrParser *p, const MrToken *start, MrAstKind kind, MrNodeList decorators) {
    p->at++;
    MrAstFunctionDef *node = (MrAstFunctionDef *)mr_node_new(p, kind, sizeof *node, start);
    if (!node || !(node->name = mr_parse_name(p)) || !mr_parse_type_params(p, &node->type_params) ||
        !mr_accept(p, TOK_LPAREN) || !(node->args = mr_parse_parameters(p, false)) || !mr_accept(p, TOK_RPAREN))
        return NULL;
    if (mr_accept(p, TOK_ARROW) && !(node->returns = mr_parse_expression(p))) return NULL;
    if (!parse_colon_block(p, &node->body)) return NULL;
    node->decorator_list = decorators;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_class(MrParser *p, MrNodeList decorators) {
    const MrToken *start = p->at++;
    MrAstClassDef *node = MR_NODE(p, ClassDef, start);
    if (!node || !(node->name = mr_parse_name(p)) || !mr_parse_type_params(p, &node->type_params)) return NULL;
    if (mr_accept(p, TOK_LPAREN)) {
        if (!mr_parse_call_arguments(p, mr_list_mark(p), &node->bases, &node->keywords) || !mr_accept(p, TOK_RPAREN)) return NULL;
    }
    if (!parse_colon_block(p, &node->body)) return NULL;
    node->decorator_list = decorators;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_async(MrParser *p, MrNodeList decorators) {
    const MrToken *start = p->at++;
    switch (mr_peek(p)) {
    case TOK_DEF: return parse_function(p, start, AST_AsyncFunctionDef, decorators);
    case TOK_FOR: return decorators.count ? NULL : parse_for(p, start, AST_AsyncFor);
    case TOK_WITH: return decorators.count ? NULL : parse_with(p, start, AST_AsyncWith);
    default: return NULL;
    }
}

static MrAst *parse_decorated(MrParser *p) {
    MrNodeList decorators;
    size_t mark = mr_list_mark(p);
    while (mr_accept(p, TOK_AT))
        if (!mr_list_push(p, mr_parse_named_expression(p)) || !mr_accept(p, TOK_NEWLINE)) return NULL;
    if (!mr_list_take(p, mark, &decorators)) return NULL;
    switch (mr_peek(p)) {
    case TOK_DEF: return parse_function(p, p->at, AST_FunctionDef, decorators);
    case TOK_CLASS: return parse_class(p, decorators);
    case TOK_ASYNC: return parse_async(p, decorators);
    default: return NULL;
    }
}

static MrAst *parse_case(MrParser *p) {
    MrAstmatch_case *node = MR_NODE(p, match_case, p->at);
    if (!node || !mr_token_is_word(p, p->at, "case")) return NULL;
    p->at++;
    if (!(node->pattern = mr_parse_patterns(p))) return NULL;
    if (mr_accept(p, TOK_IF) && !(node->guard = mr_parse_named_expression(p))) return NULL;
    if (!parse_colon_block(p, &node->body)) return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

/* *matched tells whether the header is a match statement's; if not, the cursor is back where it was. */
static MrAst *parse_match(MrParser *p, bool *matched) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    int depth = p->depth;
    MrWarning **warned = mr_diag_mark(p->diag);
    *matched = false;
    MrAst *subject = p->at->kind == TOK_STAR || mr_token_starts_expression(mr_peek(p)) ? mr_parse_star_named_expressions(p) : NULL;
    if (!subject || p->at->kind != TOK_COLON || p->at[1].kind != TOK_NEWLINE || p->at[2].kind != TOK_INDENT ||
        !mr_token_is_word(p, p->at + 3, "case")) {
        p->at = start;
        p->pending.count = mark;
        p->depth = depth;
        mr_diag_drop_since(p->diag, warned);
        return NULL;
    }
    *matched = true;
    p->at += 3;
    if (!mr_parser_enter(p)) return NULL;
    while (p->at->kind != TOK_DEDENT)
        if (p->at->kind == TOK_ENDMARKER || !mr_list_push(p, parse_case(p))) return NULL;
    mr_parser_leave(p);
    p->at++;
    MrAstMatch *node = MR_NODE(p, Match, start);
    if (!node || !mr_list_take(p, mark, &node->cases)) return NULL;
    node->subject = subject;
    return &node->base;
}

bool mr_parse_compound_statement(MrParser *p, bool *matched) {
    const MrNodeList none = {0, NULL};
    MrAst *node;
    *matched = true;
    switch (mr_peek(p)) {
    case TOK_IF: node = parse_if(p); break;
    case TOK_WHILE: node = parse_while(p); break;
    case TOK_FOR: node = parse_for(p, p->at, AST_For); break;
    case TOK_WITH: node = parse_with(p, p->at, AST_With); break;
    case TOK_TRY: node = parse_try(p); break;
    case TOK_DEF: node = parse_function(p, p->at, AST_FunctionDef, none); break;
    case TOK_CLASS: node = parse_class(p, none); break;
    case TOK_ASYNC: node = parse_async(p, none); break;
    case TOK_AT: node = parse_decorated(p); break;
    case TOK_NAME:
        if (mr_token_is_word(p, p->at, "match")) {
            node = parse_match(p, matched);
            break;
        }
        *matched = false;
        return false;
    default:
        *matched = false;
        return false;
    }
    return mr_list_push(p, node);
}
