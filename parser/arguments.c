/* Lists in brackets around calls and definitions: call arguments, parameters, type parameters, comprehension clauses.
 *
 * Ordering rules that are grammar are enforced here by refusing the text (positional before keyword arguments, defaults, one `/`, one `*`);
 * rules about names (duplicates) belong to the scope analysis. */
#include "parser/internal.h"

static MrAst *parse_keyword_argument(MrParser *p) {
    const MrToken *start = p->at;
    const MrName *name = NULL;
    if (!mr_accept(p, TOK_STAR_STAR)) {
        name = mr_parse_name(p);
        if (!name || !mr_accept(p, TOK_EQUAL)) return NULL;
    }
    MrAst *value = mr_parse_expression(p);
    MrAstkeyword *node = value ? MR_NODE(p, keyword, start) : NULL;
    if (!node) return NULL;
    node->arg = name;
    node->value = value;
    return &node->base;
}

static MrAst *parse_starred_argument(MrParser *p) {
    const MrToken *start = p->at++;
    MrAst *value = mr_parse_expression(p);
    MrAstStarred *node = value ? MR_NODE(p, Starred, start) : NULL;
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

/* Splits the pending items into positional arguments and keywords. */
static bool split_arguments(MrParser *p, size_t mark, MrNodeList *args, MrNodeList *keywords) {
    size_t total = p->pending.count - mark;
    uint32_t keyword_count = 0;
    for (size_t i = 0; i < total; i++) keyword_count += p->pending.items[mark + i]->kind == AST_keyword;
    MrAst **items = MR_ARENA_NEW_ARRAY(p->arena, MrAst *, total);
    if (!items) return false;
    *args = (MrNodeList){0, items};
    *keywords = (MrNodeList){0, items + (total - keyword_count)};
    for (size_t i = 0; i < total; i++) {
        MrAst *item = p->pending.items[mark + i];
        MrNodeList *list = item->kind == AST_keyword ? keywords : args;
        list->items[list->count++] = item;
    }
    p->pending.count = mark;
    return true;
}

bool mr_parse_call_arguments(MrParser *p, size_t mark, MrNodeList *args, MrNodeList *keywords) {
    enum { POSITIONAL, KEYWORD, UNPACKED } stage = POSITIONAL;
    while (p->at->kind != TOK_RPAREN) {
        MrAst *item;
        if (p->at->kind == TOK_STAR_STAR || (p->at->kind == TOK_NAME && p->at[1].kind == TOK_EQUAL)) {
            if (p->at->kind == TOK_STAR_STAR) stage = UNPACKED;
            else if (stage == POSITIONAL) stage = KEYWORD;
            item = parse_keyword_argument(p);
        } else if (p->at->kind == TOK_STAR) {
            if (stage == UNPACKED) return false;
            item = parse_starred_argument(p);
        } else {
            if (stage != POSITIONAL) return false;
            item = mr_parse_named_expression(p);
        }
        if (!mr_list_push(p, item)) return false;
        if (!mr_accept(p, TOK_COMMA)) break;
    }
    return split_arguments(p, mark, args, keywords);
}

static MrAst *parse_parameter(MrParser *p, bool lambda, bool star_annotation) {
    const MrToken *start = p->at;
    const MrName *name = mr_parse_name(p);
    if (!name) return NULL;
    MrAst *annotation = NULL;
    if (!lambda && mr_accept(p, TOK_COLON)) {
        annotation = star_annotation ? mr_parse_star_expression(p) : mr_parse_expression(p);
        if (!annotation) return NULL;
    }
    MrAstarg *node = MR_NODE(p, arg, start);
    if (!node) return NULL;
    node->arg = name;
    node->annotation = annotation;
    return &node->base;
}

/* The part after `*`, whose star has been read: *name, or a bare star with at least one name after it. */
static bool parse_star_part(MrParser *p, MrAstarguments *node, bool lambda, MrTokenKind close) {
    if (p->at->kind == TOK_NAME) {
        node->vararg = parse_parameter(p, lambda, true);
        if (!node->vararg || (p->at->kind != close && !mr_accept(p, TOK_COMMA))) return false;
    } else if (!mr_accept(p, TOK_COMMA) || p->at->kind != TOK_NAME) {
        return false;
    }
    /* Names and defaults alternate on the stack, so that one pass gathers both lists. */
    size_t mark = mr_list_mark(p);
    while (p->at->kind == TOK_NAME) {
        if (!mr_list_push(p, parse_parameter(p, lambda, false))) return false;
        if (mr_accept(p, TOK_EQUAL)) {
            if (!mr_list_push(p, mr_parse_expression(p))) return false;
        } else if (!mr_list_push_null(p)) {
            return false;
        }
        if (!mr_accept(p, TOK_COMMA)) break;
    }
    uint32_t count = (uint32_t)((p->pending.count - mark) / 2);
    node->kwonlyargs = (MrNodeList){count, MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count)};
    node->kw_defaults = (MrNodeList){count, MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count)};
    if (!node->kwonlyargs.items || !node->kw_defaults.items) return false;
    for (uint32_t i = 0; i < count; i++) {
        node->kwonlyargs.items[i] = p->pending.items[mark + 2 * i];
        node->kw_defaults.items[i] = p->pending.items[mark + 2 * i + 1];
    }
    p->pending.count = mark;
    return true;
}

/* Positional parameters, alternating with their defaults on the stack. *slash gets how many stand before `/`. */
static bool parse_positional_part(MrParser *p, bool lambda, size_t mark, size_t *slash) {
    bool seen_slash = false, seen_default = false;
    *slash = 0;
    for (;;) {
        if (p->at->kind == TOK_SLASH) {
            *slash = (p->pending.count - mark) / 2;
            if (seen_slash || *slash == 0) return false;
            seen_slash = true;
            p->at++;
        } else if (p->at->kind == TOK_NAME) {
            if (!mr_list_push(p, parse_parameter(p, lambda, false))) return false;
            if (mr_accept(p, TOK_EQUAL)) {
                seen_default = true;
                if (!mr_list_push(p, mr_parse_expression(p))) return false;
            } else if (seen_default || !mr_list_push_null(p)) {
                return false;
            }
        } else {
            return true;
        }
        if (!mr_accept(p, TOK_COMMA)) return true;
    }
}

static bool take_positional(MrParser *p, MrAstarguments *node, size_t mark, size_t slash) {
    uint32_t count = (uint32_t)((p->pending.count - mark) / 2), defaults = 0;
    MrAst **names = MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count);
    MrAst **values = MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count);
    if (!names || !values) return false;
    for (uint32_t i = 0; i < count; i++) {
        names[i] = p->pending.items[mark + 2 * i];
        if (p->pending.items[mark + 2 * i + 1]) values[defaults++] = p->pending.items[mark + 2 * i + 1];
    }
    p->pending.count = mark;
    node->posonlyargs = (MrNodeList){(uint32_t)slash, names};
    node->args = (MrNodeList){count - (uint32_t)slash, names + slash};
    node->defaults = (MrNodeList){defaults, values};
    return true;
}

MrAst *mr_parse_parameters(MrParser *p, bool lambda) {
    MrTokenKind close = lambda ? TOK_COLON : TOK_RPAREN;
    MrAstarguments *node = MR_NODE(p, arguments, p->at);
    size_t mark = mr_list_mark(p), slash;
    if (!node || !parse_positional_part(p, lambda, mark, &slash) || !take_positional(p, node, mark, slash)) return NULL;
    bool comma = p->at[-1].kind == TOK_COMMA;
    bool any = node->args.count + node->posonlyargs.count > 0;
    if ((p->at->kind == TOK_STAR || p->at->kind == TOK_STAR_STAR) && any && !comma) return NULL;
    if (mr_accept(p, TOK_STAR)) {
        if (!parse_star_part(p, node, lambda, close)) return NULL;
        if (p->at->kind == TOK_STAR_STAR && p->at[-1].kind != TOK_COMMA) return NULL;
    }
    if (mr_accept(p, TOK_STAR_STAR)) {
        node->kwarg = parse_parameter(p, lambda, false);
        if (!node->kwarg) return NULL;
        mr_accept(p, TOK_COMMA);
    }
    if (p->at->kind != close) return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

static MrAst *parse_type_param(MrParser *p) {
    const MrToken *start = p->at;
    MrAstKind kind = mr_accept(p, TOK_STAR) ? AST_TypeVarTuple : mr_accept(p, TOK_STAR_STAR) ? AST_ParamSpec : AST_TypeVar;
    const MrName *name = mr_parse_name(p);
    if (!name) return NULL;
    MrAst *bound = NULL;
    if (kind == AST_TypeVar && mr_accept(p, TOK_COLON) && !(bound = mr_parse_expression(p))) return NULL;
    /* All three begin with the name; only TypeVar has the bound. */
    MrAstTypeVar *node = (MrAstTypeVar *)mr_node_new(p, kind, sizeof *node, start);
    if (!node) return NULL;
    node->name = name;
    node->bound = bound;
    return &node->base;
}

bool mr_parse_type_params(MrParser *p, MrNodeList *list) {
    *list = (MrNodeList){0, NULL};
    if (!mr_accept(p, TOK_LBRACKET)) return true;
    size_t mark = mr_list_mark(p);
    do {
        if (p->at->kind == TOK_RBRACKET && p->pending.count > mark) break;
        if (!mr_list_push(p, parse_type_param(p))) return false;
    } while (mr_accept(p, TOK_COMMA));
    return mr_accept(p, TOK_RBRACKET) && mr_list_take(p, mark, list);
}

/* The iterable or a condition: no ternary and no walrus without brackets. */
static MrAst *parse_clause_part(MrParser *p) {
    if (!mr_parser_enter(p)) return NULL;
    MrAst *node = mr_parse_disjunction(p);
    mr_parser_leave(p);
    return node;
}

static MrAst *parse_clause(MrParser *p) {
    MrAstcomprehension *node = MR_NODE(p, comprehension, p->at);
    if (!node) return NULL;
    node->is_async = mr_accept(p, TOK_ASYNC);
    if (!mr_accept(p, TOK_FOR)) return NULL;
    node->target = mr_parse_star_targets(p);
    if (!node->target || !mr_accept(p, TOK_IN)) return NULL;
    node->iter = parse_clause_part(p);
    if (!node->iter) return NULL;
    size_t mark = mr_list_mark(p);
    while (mr_accept(p, TOK_IF))
        if (!mr_list_push(p, parse_clause_part(p))) return NULL;
    if (!mr_list_take(p, mark, &node->ifs)) return NULL;
    mr_node_finish(p, &node->base);
    return &node->base;
}

bool mr_parse_comprehension_clauses(MrParser *p, MrNodeList *list) {
    size_t mark = mr_list_mark(p);
    do {
        if (!mr_list_push(p, parse_clause(p))) return false;
    } while (p->at->kind == TOK_FOR || (p->at->kind == TOK_ASYNC && p->at[1].kind == TOK_FOR));
    return mr_list_take(p, mark, list);
}
