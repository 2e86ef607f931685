/* Expressions, from `yield` and `lambda` down to atoms.
 *
 * Binary operators climb by precedence, so that `a + b + c ...` of any length is a loop, not a recursion; everything that does
 * recurse passes mr_parse_expression(), a unary operator or `**`, which count their depth. A parenthesised expression keeps its inner span
 * and gets AST_FLAG_PAREN; the span of what is built around it starts at the bracket, hence the `start` tokens. */
#include "lexer/literals.h"
#include "parser/internal.h"

bool mr_token_starts_expression(MrTokenKind kind) {
    switch (kind) {
    case TOK_NAME: case TOK_NUMBER: case TOK_STRING: case TOK_FSTRING_START: case TOK_FALSE: case TOK_NONE: case TOK_TRUE:
    case TOK_AWAIT: case TOK_LAMBDA: case TOK_NOT: case TOK_LPAREN: case TOK_LBRACKET: case TOK_LBRACE: case TOK_ELLIPSIS:
    case TOK_MINUS: case TOK_PLUS: case TOK_TILDE:
        return true;
    default:
        return false;
    }
}

static bool starts_star_expression(MrTokenKind kind) { return kind == TOK_STAR || mr_token_starts_expression(kind); }

MrAst *mr_parse_number(MrParser *p) {
    MrNumber number;
    int limit = p->flags & MR_PARSE_NO_DIGIT_LIMIT ? 0 : MR_PARSER_MAX_INT_DIGITS;
    if (!mr_literal_number(p->source, p->at, limit, p->arena, p->diag, &number)) return NULL;
    const MrToken *start = p->at++;
    MrAstConstant *node = MR_NODE(p, Constant, start);
    if (!node) return NULL;
    switch (number.kind) {
    case MR_NUMBER_INT:
        node->value = (MrAstConst){.tag = CONST_INT, .i = number.integer};
        break;
    case MR_NUMBER_BIG:
        node->value = (MrAstConst){.tag = CONST_BIGINT, .base = (uint8_t)number.base, .text = {number.digits, number.digit_count}};
        break;
    case MR_NUMBER_FLOAT:
        node->value = (MrAstConst){.tag = CONST_FLOAT, .f = number.real};
        break;
    case MR_NUMBER_IMAGINARY:
        node->value = (MrAstConst){.tag = CONST_COMPLEX, .f = number.real};
        break;
    }
    return &node->base;
}

static MrAst *parse_singleton(MrParser *p, MrConstTag tag) {
    const MrToken *start = p->at++;
    MrAstConstant *node = MR_NODE(p, Constant, start);
    if (!node) return NULL;
    node->value.tag = (uint8_t)tag;
    return &node->base;
}

static MrAst *parse_name_node(MrParser *p) {
    const MrToken *start = p->at;
    const MrName *id = mr_parse_name(p);
    MrAstName *node = id ? MR_NODE(p, Name, start) : NULL;
    if (!node) return NULL;
    node->id = id;
    return &node->base;
}

static MrAst *parse_starred(MrParser *p, bool whole_expression) {
    const MrToken *start = p->at++;
    MrAst *value = whole_expression ? mr_parse_expression(p) : mr_parse_bitwise_or(p);
    MrAstStarred *node = value ? MR_NODE(p, Starred, start) : NULL;
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

static MrAst *parse_star_named_expression(MrParser *p) {
    return p->at->kind == TOK_STAR ? parse_starred(p, false) : mr_parse_named_expression(p);
}

MrAst *mr_parse_star_expression(MrParser *p) {
    return p->at->kind == TOK_STAR ? parse_starred(p, false) : mr_parse_expression(p);
}

/* Pushes `first`, which stands before a comma, and the items after it. */
static bool push_items(MrParser *p, MrAst *first, MrAst *(*parse_item)(MrParser *)) {
    if (!mr_list_push(p, first)) return false;
    while (mr_accept(p, TOK_COMMA)) {
        if (!starts_star_expression(mr_peek(p))) break;
        if (!mr_list_push(p, parse_item(p))) return false;
    }
    return true;
}

static MrAst *parse_open_tuple(MrParser *p, MrAst *(*parse_item)(MrParser *)) {
    const MrToken *start = p->at;
    MrAst *first = parse_item(p);
    if (!first || p->at->kind != TOK_COMMA) return first;
    size_t mark = mr_list_mark(p);
    if (!push_items(p, first, parse_item)) return NULL;
    MrAstTuple *tuple = MR_NODE(p, Tuple, start);
    return tuple && mr_list_take(p, mark, &tuple->elts) ? &tuple->base : NULL;
}

MrAst *mr_parse_star_expressions(MrParser *p) { return parse_open_tuple(p, mr_parse_star_expression); }

MrAst *mr_parse_star_named_expressions(MrParser *p) { return parse_open_tuple(p, parse_star_named_expression); }

static MrAst *parse_yield(MrParser *p) {
    const MrToken *start = p->at++;
    if (mr_accept(p, TOK_FROM)) {
        MrAst *value = mr_parse_expression(p);
        MrAstYieldFrom *node = value ? MR_NODE(p, YieldFrom, start) : NULL;
        if (!node) return NULL;
        node->value = value;
        return &node->base;
    }
    MrAst *value = NULL;
    if (starts_star_expression(mr_peek(p)) && !(value = mr_parse_star_expressions(p))) return NULL;
    MrAstYield *node = MR_NODE(p, Yield, start);
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

MrAst *mr_parse_yield_or_star_expressions(MrParser *p) {
    return p->at->kind == TOK_YIELD ? parse_yield(p) : mr_parse_star_expressions(p);
}

static MrAst *new_comprehension(MrParser *p, MrAstKind kind, MrAst *elt, const MrToken *start, MrTokenKind close) {
    MrNodeList generators;
    if (!mr_parse_comprehension_clauses(p, &generators) || !mr_accept(p, close)) return NULL;
    /* ListComp, SetComp and GeneratorExp have the same fields. */
    MrAstGeneratorExp *node = (MrAstGeneratorExp *)mr_node_new(p, kind, sizeof *node, start);
    if (!node) return NULL;
    node->elt = elt;
    node->generators = generators;
    return &node->base;
}

static bool at_comprehension(const MrParser *p) {
    return p->at->kind == TOK_FOR || (p->at->kind == TOK_ASYNC && p->at[1].kind == TOK_FOR);
}

/* '(' ... ')': group, tuple or generator expression. */
static MrAst *parse_parenthesised(MrParser *p) {
    const MrToken *start = p->at++;
    if (p->at->kind == TOK_YIELD) {
        MrAst *inner = parse_yield(p);
        if (!inner || !mr_accept(p, TOK_RPAREN)) return NULL;
        inner->flags |= AST_FLAG_PAREN;
        return inner;
    }
    size_t mark = mr_list_mark(p);
    if (p->at->kind != TOK_RPAREN) {
        bool star = p->at->kind == TOK_STAR;
        MrAst *first = parse_star_named_expression(p);
        if (!first) return NULL;
        if (!star && at_comprehension(p)) return new_comprehension(p, AST_GeneratorExp, first, start, TOK_RPAREN);
        if (!star && mr_accept(p, TOK_RPAREN)) {
            first->flags |= AST_FLAG_PAREN;
            return first;
        }
        if (p->at->kind != TOK_COMMA || !push_items(p, first, parse_star_named_expression)) return NULL;
    }
    if (!mr_accept(p, TOK_RPAREN)) return NULL;
    MrAstTuple *tuple = MR_NODE(p, Tuple, start);
    if (!tuple || !mr_list_take(p, mark, &tuple->elts)) return NULL;
    tuple->base.flags |= AST_FLAG_PAREN;
    return &tuple->base;
}

static MrAst *parse_list_display(MrParser *p) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    if (p->at->kind != TOK_RBRACKET) {
        bool star = p->at->kind == TOK_STAR;
        MrAst *first = parse_star_named_expression(p);
        if (!first) return NULL;
        if (!star && at_comprehension(p)) return new_comprehension(p, AST_ListComp, first, start, TOK_RBRACKET);
        if (!push_items(p, first, parse_star_named_expression)) return NULL;
    }
    if (!mr_accept(p, TOK_RBRACKET)) return NULL;
    MrAstList *node = MR_NODE(p, List, start);
    return node && mr_list_take(p, mark, &node->elts) ? &node->base : NULL;
}

static MrAst *parse_set_rest(MrParser *p, const MrToken *start) {
    size_t mark = mr_list_mark(p);
    bool star = p->at->kind == TOK_STAR;
    MrAst *first = parse_star_named_expression(p);
    if (!first) return NULL;
    if (!star && at_comprehension(p)) return new_comprehension(p, AST_SetComp, first, start, TOK_RBRACE);
    if (!push_items(p, first, parse_star_named_expression) || !mr_accept(p, TOK_RBRACE)) return NULL;
    MrAstSet *node = MR_NODE(p, Set, start);
    return node && mr_list_take(p, mark, &node->elts) ? &node->base : NULL;
}

static MrAst *parse_dict_comprehension(MrParser *p, const MrToken *start, MrAst *key, MrAst *value) {
    MrNodeList generators;
    if (!mr_parse_comprehension_clauses(p, &generators) || !mr_accept(p, TOK_RBRACE)) return NULL;
    MrAstDictComp *node = MR_NODE(p, DictComp, start);
    if (!node) return NULL;
    node->key = key;
    node->value = value;
    node->generators = generators;
    return &node->base;
}

static MrAst *new_dict(MrParser *p, const MrToken *start, size_t mark) {
    MrAstDict *node = MR_NODE(p, Dict, start);
    return node && mr_list_take_pairs(p, mark, &node->keys, &node->values) ? &node->base : NULL;
}

static MrAst *parse_braces(MrParser *p) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    if (mr_accept(p, TOK_RBRACE)) return new_dict(p, start, mark);
    if (p->at->kind == TOK_STAR) return parse_set_rest(p, start);
    for (bool first = true; p->at->kind != TOK_RBRACE; first = false) {
        if (mr_accept(p, TOK_STAR_STAR)) {
            if (!mr_list_push_null(p) || !mr_list_push(p, mr_parse_bitwise_or(p))) return NULL;
        } else {
            MrAst *key = first ? mr_parse_named_expression(p) : mr_parse_expression(p);
            if (!key) return NULL;
            if (first && p->at->kind != TOK_COLON) {
                if (at_comprehension(p)) return new_comprehension(p, AST_SetComp, key, start, TOK_RBRACE);
                if (p->at->kind != TOK_COMMA && p->at->kind != TOK_RBRACE) return NULL;
                if (!push_items(p, key, parse_star_named_expression) || !mr_accept(p, TOK_RBRACE)) return NULL;
                MrAstSet *node = MR_NODE(p, Set, start);
                return node && mr_list_take(p, mark, &node->elts) ? &node->base : NULL;
            }
            if (key->kind == AST_NamedExpr && !(key->flags & AST_FLAG_PAREN)) return NULL;
            if (!mr_accept(p, TOK_COLON)) return NULL;
            MrAst *value = mr_parse_expression(p);
            if (!value) return NULL;
            if (first && at_comprehension(p)) return parse_dict_comprehension(p, start, key, value);
            if (!mr_list_push(p, key) || !mr_list_push(p, value)) return NULL;
        }
        if (!mr_accept(p, TOK_COMMA)) break;
    }
    return mr_accept(p, TOK_RBRACE) ? new_dict(p, start, mark) : NULL;
}

static MrAst *parse_atom(MrParser *p) {
    switch (mr_peek(p)) {
    case TOK_NAME: return parse_name_node(p);
    case TOK_NUMBER: return mr_parse_number(p);
    case TOK_STRING:
    case TOK_FSTRING_START: return mr_parse_strings(p);
    case TOK_TRUE: return parse_singleton(p, CONST_TRUE);
    case TOK_FALSE: return parse_singleton(p, CONST_FALSE);
    case TOK_NONE: return parse_singleton(p, CONST_NONE);
    case TOK_ELLIPSIS: return parse_singleton(p, CONST_ELLIPSIS);
    case TOK_LPAREN: return parse_parenthesised(p);
    case TOK_LBRACKET: return parse_list_display(p);
    case TOK_LBRACE: return parse_braces(p);
    default: return NULL;
    }
}

/* One index: a slice, a starred expression or a plain one. */
static MrAst *parse_slice(MrParser *p) {
    const MrToken *start = p->at;
    if (p->at->kind == TOK_STAR) return parse_starred(p, true);
    MrAst *lower = NULL, *upper = NULL, *step = NULL;
    if (p->at->kind != TOK_COLON) {
        lower = mr_parse_named_expression(p);
        if (!lower || p->at->kind != TOK_COLON) return lower;
        if (lower->kind == AST_NamedExpr && !(lower->flags & AST_FLAG_PAREN)) return NULL;
    }
    p->at++;
    if (mr_token_starts_expression(mr_peek(p)) && !(upper = mr_parse_expression(p))) return NULL;
    if (mr_accept(p, TOK_COLON) && mr_token_starts_expression(mr_peek(p)) && !(step = mr_parse_expression(p))) return NULL;
    MrAstSlice *node = MR_NODE(p, Slice, start);
    if (!node) return NULL;
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return &node->base;
}

static MrAst *parse_slices(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *first = parse_slice(p);
    if (!first || (p->at->kind != TOK_COMMA && first->kind != AST_Starred)) return first;
    size_t mark = mr_list_mark(p);
    if (!mr_list_push(p, first)) return NULL;
    while (mr_accept(p, TOK_COMMA)) {
        if (p->at->kind == TOK_RBRACKET) break;
        if (!mr_list_push(p, parse_slice(p))) return NULL;
    }
    MrAstTuple *tuple = MR_NODE(p, Tuple, start);
    return tuple && mr_list_take(p, mark, &tuple->elts) ? &tuple->base : NULL;
}

/* The '(' ... ')' of a call, whose only argument may be a bare generator expression. */
static bool parse_call_rest(MrParser *p, MrAstCall *call) {
    const MrToken *open = p->at++;
    size_t mark = mr_list_mark(p);
    if (mr_token_starts_expression(mr_peek(p)) && mr_peek2(p) != TOK_EQUAL) {
        MrAst *first = mr_parse_named_expression(p);
        if (!first) return false;
        if (at_comprehension(p)) {
            MrAst *generator = new_comprehension(p, AST_GeneratorExp, first, open, TOK_RPAREN);
            return generator && mr_list_push(p, generator) && mr_list_take(p, mark, &call->args);
        }
        if (!mr_list_push(p, first)) return false;
        if (p->at->kind != TOK_RPAREN && !mr_accept(p, TOK_COMMA)) return false;
    }
    return mr_parse_call_arguments(p, mark, &call->args, &call->keywords) && mr_accept(p, TOK_RPAREN);
}

MrAst *mr_parse_primary(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *node = parse_atom(p);
    while (node) {
        if (mr_accept(p, TOK_DOT)) {
            const MrName *attr = mr_parse_name(p);
            MrAstAttribute *outer = attr ? MR_NODE(p, Attribute, start) : NULL;
            if (!outer) return NULL;
            outer->value = node;
            outer->attr = attr;
            node = &outer->base;
        } else if (p->at->kind == TOK_LPAREN) {
            MrAstCall *outer = MR_NODE(p, Call, start);
            if (!outer) return NULL;
            outer->func = node;
            if (!parse_call_rest(p, outer)) return NULL;
            mr_node_finish(p, &outer->base);
            node = &outer->base;
        } else if (mr_accept(p, TOK_LBRACKET)) {
            MrAst *slice = parse_slices(p);
            if (!slice || !mr_accept(p, TOK_RBRACKET)) return NULL;
            MrAstSubscript *outer = MR_NODE(p, Subscript, start);
            if (!outer) return NULL;
            outer->value = node;
            outer->slice = slice;
            node = &outer->base;
        } else {
            return node;
        }
    }
    return NULL;
}

static MrAst *parse_await_primary(MrParser *p) {
    if (p->at->kind != TOK_AWAIT) return mr_parse_primary(p);
    const MrToken *start = p->at++;
    MrAst *value = mr_parse_primary(p);
    MrAstAwait *node = value ? MR_NODE(p, Await, start) : NULL;
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

static MrAst *new_binary(MrParser *p, MrAst *left, MrBinOp op, MrAst *right, const MrToken *start) {
    MrAstBinOp *node = left && right ? MR_NODE(p, BinOp, start) : NULL;
    if (!node) return NULL;
    node->left = left;
    node->base.sub = (uint8_t)op;
    node->right = right;
    return &node->base;
}

static MrAst *new_unary(MrParser *p, MrUnaryOp op, MrAst *operand, const MrToken *start) {
    MrAstUnaryOp *node = operand ? MR_NODE(p, UnaryOp, start) : NULL;
    if (!node) return NULL;
    node->base.sub = (uint8_t)op;
    node->operand = operand;
    return &node->base;
}

/* factor: a prefix sign over another factor, or a power, whose exponent is a factor again. */
static MrAst *parse_factor(MrParser *p) {
    const MrToken *start = p->at;
    MrUnaryOp op;
    switch (mr_peek(p)) {
    case TOK_PLUS: op = UNARYOP_UADD; break;
    case TOK_MINUS: op = UNARYOP_USUB; break;
    case TOK_TILDE: op = UNARYOP_INVERT; break;
    default: {
        MrAst *base = parse_await_primary(p);
        if (!base || p->at->kind != TOK_STAR_STAR) return base;
        p->at++;
        if (!mr_parser_enter(p)) return NULL;
        MrAst *exponent = parse_factor(p);
        mr_parser_leave(p);
        return new_binary(p, base, BINOP_POW, exponent, start);
    }
    }
    p->at++;
    if (!mr_parser_enter(p)) return NULL;
    MrAst *operand = parse_factor(p);
    mr_parser_leave(p);
    return new_unary(p, op, operand, start);
}

typedef struct BinaryOperator {
    uint8_t precedence; /* 0: not a binary operator */
    uint8_t op;
} BinaryOperator;

static const BinaryOperator binary_operators[MR_TOKEN_KIND_COUNT] = {
    [TOK_PIPE] = {1, BINOP_BITOR},         [TOK_CARET] = {2, BINOP_BITXOR},       [TOK_AMPERSAND] = {3, BINOP_BITAND},
    [TOK_SHIFT_LEFT] = {4, BINOP_LSHIFT},  [TOK_SHIFT_RIGHT] = {4, BINOP_RSHIFT}, [TOK_PLUS] = {5, BINOP_ADD},
    [TOK_MINUS] = {5, BINOP_SUB},          [TOK_STAR] = {6, BINOP_MULT},          [TOK_SLASH] = {6, BINOP_DIV},
    [TOK_SLASH_SLASH] = {6, BINOP_FLOORDIV}, [TOK_PERCENT] = {6, BINOP_MOD},      [TOK_AT] = {6, BINOP_MATMULT},
};

/* All operators that bind at least as tightly as `lowest`; at most six levels of recursion. */
static MrAst *parse_binary(MrParser *p, int lowest) {
    const MrToken *start = p->at;
    MrAst *left = parse_factor(p);
    while (left) {
        BinaryOperator operator = binary_operators[p->at->kind];
        if (operator.precedence < lowest || operator.precedence == 0) return left;
        p->at++;
        MrAst *right = parse_binary(p, operator.precedence + 1);
        left = new_binary(p, left, (MrBinOp)operator.op, right, start);
    }
    return NULL;
}

MrAst *mr_parse_bitwise_or(MrParser *p) { return parse_binary(p, 1); }

/* Reads a comparison operator of one or two tokens; -1 when there is none. */
static int accept_comparison(MrParser *p) {
    switch (mr_peek(p)) {
    case TOK_EQ_EQUAL: p->at++; return CMPOP_EQ;
    case TOK_NOT_EQUAL:
        /* `<>` is spelled with this token too; it needs barry_as_FLUFL. */
        if (p->source->text[p->at->start] != '!') return -1;
        p->at++;
        return CMPOP_NOT_EQ;
    case TOK_LESS: p->at++; return CMPOP_LT;
    case TOK_LESS_EQUAL: p->at++; return CMPOP_LT_E;
    case TOK_GREATER: p->at++; return CMPOP_GT;
    case TOK_GREATER_EQUAL: p->at++; return CMPOP_GT_E;
    case TOK_IN: p->at++; return CMPOP_IN;
    case TOK_IS:
        p->at++;
        return mr_accept(p, TOK_NOT) ? CMPOP_IS_NOT : CMPOP_IS;
    case TOK_NOT:
        if (p->at[1].kind != TOK_IN) return -1;
        p->at += 2;
        return CMPOP_NOT_IN;
    default: return -1;
    }
}

static MrAst *parse_comparison(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *left = mr_parse_bitwise_or(p);
    if (!left) return NULL;
    int op = accept_comparison(p);
    if (op < 0) return left;
    size_t mark = mr_list_mark(p);
    uint8_t inline_ops[16], *ops = inline_ops;
    uint32_t count = 0, capacity = sizeof inline_ops;
    do {
        if (count == capacity) {
            uint8_t *grown = mr_arena_alloc(p->arena, capacity * 2);
            if (!grown) return NULL;
            for (uint32_t i = 0; i < count; i++) grown[i] = ops[i];
            ops = grown;
            capacity *= 2;
        }
        ops[count++] = (uint8_t)op;
        if (!mr_list_push(p, mr_parse_bitwise_or(p))) return NULL;
    } while ((op = accept_comparison(p)) >= 0);
    MrAstCompare *node = MR_NODE(p, Compare, start);
    if (!node || !mr_list_take(p, mark, &node->comparators)) return NULL;
    node->left = left;
    node->ops = (MrCmpOpList){count, mr_arena_copy(p->arena, ops, count)};
    return node->ops.items ? &node->base : NULL;
}

static MrAst *parse_inversion(MrParser *p) {
    if (p->at->kind != TOK_NOT) return parse_comparison(p);
    const MrToken *start = p->at++;
    if (!mr_parser_enter(p)) return NULL;
    MrAst *operand = parse_inversion(p);
    mr_parser_leave(p);
    return new_unary(p, UNARYOP_NOT, operand, start);
}

static MrAst *parse_bool(MrParser *p, MrTokenKind word, MrBoolOp op, MrAst *(*parse_item)(MrParser *)) {
    const MrToken *start = p->at;
    MrAst *first = parse_item(p);
    if (!first || p->at->kind != word) return first;
    size_t mark = mr_list_mark(p);
    if (!mr_list_push(p, first)) return NULL;
    while (mr_accept(p, word))
        if (!mr_list_push(p, parse_item(p))) return NULL;
    MrAstBoolOp *node = MR_NODE(p, BoolOp, start);
    if (!node || !mr_list_take(p, mark, &node->values)) return NULL;
    node->base.sub = (uint8_t)op;
    return &node->base;
}

static MrAst *parse_conjunction(MrParser *p) { return parse_bool(p, TOK_AND, BOOLOP_AND, parse_inversion); }

MrAst *mr_parse_disjunction(MrParser *p) { return parse_bool(p, TOK_OR, BOOLOP_OR, parse_conjunction); }

static MrAst *parse_lambda(MrParser *p) {
    const MrToken *start = p->at++;
    MrAst *args = mr_parse_parameters(p, true);
    if (!args || !mr_accept(p, TOK_COLON)) return NULL;
    MrAst *body = mr_parse_expression(p);
    MrAstLambda *node = body ? MR_NODE(p, Lambda, start) : NULL;
    if (!node) return NULL;
    node->args = args;
    node->body = body;
    return &node->base;
}

static MrAst *parse_conditional(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *body = mr_parse_disjunction(p);
    if (!body || !mr_accept(p, TOK_IF)) return body;
    MrAst *test = mr_parse_disjunction(p);
    if (!test || !mr_accept(p, TOK_ELSE)) return NULL;
    MrAst *orelse = mr_parse_expression(p);
    MrAstIfExp *node = orelse ? MR_NODE(p, IfExp, start) : NULL;
    if (!node) return NULL;
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return &node->base;
}

MrAst *mr_parse_expression(MrParser *p) {
    if (!mr_parser_enter(p)) return NULL;
    MrAst *node = p->at->kind == TOK_LAMBDA ? parse_lambda(p) : parse_conditional(p);
    mr_parser_leave(p);
    return node;
}

MrAst *mr_parse_named_expression(MrParser *p) {
    if (p->at->kind != TOK_NAME || p->at[1].kind != TOK_COLON_EQUAL) return mr_parse_expression(p);
    const MrToken *start = p->at;
    MrAst *target = parse_name_node(p);
    if (!target) return NULL;
    target->sub = CTX_STORE;
    p->at++;
    MrAst *value = mr_parse_expression(p);
    MrAstNamedExpr *node = value ? MR_NODE(p, NamedExpr, start) : NULL;
    if (!node) return NULL;
    node->target = target;
    node->value = value;
    return &node->base;
}
