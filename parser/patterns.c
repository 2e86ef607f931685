/* Patterns of `case` (PEP 634).
 *
 * Values inside patterns are ordinary Constant, UnaryOp, BinOp, Attribute and JoinedStr nodes. `_` is the wildcard, a MatchAs without
 * name; that a capture makes later cases unreachable is for the compiler to say. */
#include "parser/internal.h"

static MrAst *parse_pattern(MrParser *p);

static MrAst *new_value_pattern(MrParser *p, MrAst *value, const MrToken *start) {
    MrAstMatchValue *node = value ? MR_NODE(p, MatchValue, start) : NULL;
    if (!node) return NULL;
    node->value = value;
    return &node->base;
}

static bool is_complex(const MrAst *node) { return mr_ast_Constant(node)->value.tag == CONST_COMPLEX; }

static MrAst *parse_signed_number(MrParser *p) {
    const MrToken *start = p->at;
    bool negative = mr_accept(p, TOK_MINUS);
    if (p->at->kind != TOK_NUMBER) return NULL;
    MrAst *number = mr_parse_number(p);
    if (!number || !negative) return number;
    MrAstUnaryOp *node = MR_NODE(p, UnaryOp, start);
    if (!node) return NULL;
    node->base.sub = UNARYOP_USUB;
    node->operand = number;
    return &node->base;
}

/* A number, `-1`, or `real +- imaginary`. */
static MrAst *parse_number_value(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *real = parse_signed_number(p);
    if (!real || (p->at->kind != TOK_PLUS && p->at->kind != TOK_MINUS)) return real;
    const MrAst *constant = real->kind == AST_UnaryOp ? mr_ast_UnaryOp(real)->operand : real;
    const MrToken *sign = p->at++;
    if (p->at->kind != TOK_NUMBER) return NULL;
    const MrToken *number = p->at;
    MrAst *imaginary = mr_parse_number(p);
    if (!imaginary) return NULL;
    if (is_complex(constant)) {
        mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(start->kind == TOK_MINUS ? start + 1 : start),
                    "real number required in complex literal");
        return NULL;
    }
    if (!is_complex(imaginary)) {
        mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(number), "imaginary number required in complex literal");
        return NULL;
    }
    MrAstBinOp *node = MR_NODE(p, BinOp, start);
    if (!node) return NULL;
    node->left = real;
    node->base.sub = sign->kind == TOK_PLUS ? BINOP_ADD : BINOP_SUB;
    node->right = imaginary;
    return &node->base;
}

/* a.b.c as Attribute nodes; a lone name as Name. */
static MrAst *parse_dotted(MrParser *p) {
    const MrToken *start = p->at;
    const MrName *id = mr_parse_name(p);
    MrAstName *name = id ? MR_NODE(p, Name, start) : NULL;
    if (!name) return NULL;
    name->id = id;
    MrAst *node = &name->base;
    while (mr_accept(p, TOK_DOT)) {
        const MrName *attr = mr_parse_name(p);
        MrAstAttribute *outer = attr ? MR_NODE(p, Attribute, start) : NULL;
        if (!outer) return NULL;
        outer->value = node;
        outer->attr = attr;
        node = &outer->base;
    }
    return node;
}

/* The name that a capture binds: none for the wildcard. */
static const MrName *capture_name(const MrName *id) { return id->len == 1 && id->bytes[0] == '_' ? NULL : id; }

/* The arguments of a class pattern, after its '('. */
static MrAst *parse_class_pattern(MrParser *p, MrAst *cls, const MrToken *start) {
    p->at++;
    size_t mark = mr_list_mark(p);
    while (p->at->kind != TOK_RPAREN && !(p->at->kind == TOK_NAME && p->at[1].kind == TOK_EQUAL)) {
        if (!mr_list_push(p, parse_pattern(p))) return NULL;
        if (!mr_accept(p, TOK_COMMA) && p->at->kind != TOK_RPAREN) return NULL;
    }
    MrNodeList patterns, kwd_patterns;
    if (!mr_list_take(p, mark, &patterns)) return NULL;
    const MrToken *keywords = p->at;
    while (p->at->kind != TOK_RPAREN) {
        if (p->at->kind != TOK_NAME || p->at[1].kind != TOK_EQUAL) return NULL;
        p->at += 2;
        if (!mr_list_push(p, parse_pattern(p))) return NULL;
        if (!mr_accept(p, TOK_COMMA) && p->at->kind != TOK_RPAREN) return NULL;
    }
    if (!mr_list_take(p, mark, &kwd_patterns)) return NULL;
    const MrToken *close = p->at;
    const MrName **names = MR_ARENA_NEW_ARRAY(p->arena, const MrName *, kwd_patterns.count);
    if (!names) return NULL;
    /* The names are read again now that their number is known: each stands just before the `=` at the list's own bracket level. */
    int level = 0;
    uint32_t count = 0;
    for (p->at = keywords; p->at < close; p->at++) {
        MrTokenKind kind = mr_peek(p);
        if (kind == TOK_LPAREN || kind == TOK_LBRACKET || kind == TOK_LBRACE) level++;
        if (kind == TOK_RPAREN || kind == TOK_RBRACKET || kind == TOK_RBRACE) level--;
        if (level == 0 && kind == TOK_NAME && p->at[1].kind == TOK_EQUAL) {
            if (!(names[count++] = mr_parse_name(p))) return NULL;
            p->at--;
        }
    }
    p->at = close + 1;
    MrAstMatchClass *node = MR_NODE(p, MatchClass, start);
    if (!node) return NULL;
    node->cls = cls;
    node->patterns = patterns;
    node->kwd_attrs = (MrNameList){kwd_patterns.count, names};
    node->kwd_patterns = kwd_patterns;
    return &node->base;
}

static MrAst *new_capture(MrParser *p, const MrName *id, const MrToken *start) {
    MrAstMatchAs *node = MR_NODE(p, MatchAs, start);
    if (!node) return NULL;
    node->name = capture_name(id);
    return &node->base;
}

static MrAst *parse_name_pattern(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *name = parse_dotted(p);
    if (!name) return NULL;
    if (p->at->kind == TOK_LPAREN) return parse_class_pattern(p, name, start);
    if (p->at->kind == TOK_EQUAL) return NULL;
    return name->kind == AST_Name ? new_capture(p, mr_ast_Name(name)->id, start) : new_value_pattern(p, name, start);
}

static MrAst *parse_star_pattern(MrParser *p) {
    const MrToken *start = p->at++;
    const MrName *id = mr_parse_name(p);
    MrAstMatchStar *node = id ? MR_NODE(p, MatchStar, start) : NULL;
    if (!node) return NULL;
    node->name = capture_name(id);
    return &node->base;
}

static MrAst *parse_maybe_star_pattern(MrParser *p) {
    return p->at->kind == TOK_STAR ? parse_star_pattern(p) : parse_pattern(p);
}

/* [a, *b] or (a, *b); one pattern in round brackets without a comma is just that pattern. */
static MrAst *parse_bracketed_pattern(MrParser *p, MrTokenKind close) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    bool comma = false;
    while (p->at->kind != close) {
        if (!mr_list_push(p, parse_maybe_star_pattern(p))) return NULL;
        if (!mr_accept(p, TOK_COMMA)) break;
        comma = true;
    }
    if (!mr_accept(p, close)) return NULL;
    if (close == TOK_RPAREN && p->pending.count == mark + 1 && !comma) {
        MrAst *only = MR_VEC_POP(&p->pending);
        return only->kind == AST_MatchStar ? NULL : only;
    }
    MrAstMatchSequence *node = MR_NODE(p, MatchSequence, start);
    return node && mr_list_take(p, mark, &node->patterns) ? &node->base : NULL;
}

static MrAst *parse_singleton_value(MrParser *p, MrConstTag tag, bool as_expression) {
    const MrToken *start = p->at++;
    if (as_expression) {
        MrAstConstant *constant = MR_NODE(p, Constant, start);
        if (!constant) return NULL;
        constant->value.tag = (uint8_t)tag;
        return &constant->base;
    }
    MrAstMatchSingleton *node = MR_NODE(p, MatchSingleton, start);
    if (!node) return NULL;
    node->value.tag = (uint8_t)tag;
    return &node->base;
}

static MrAst *parse_mapping_key(MrParser *p) {
    switch (mr_peek(p)) {
    case TOK_NUMBER:
    case TOK_MINUS: return parse_number_value(p);
    case TOK_STRING:
    case TOK_FSTRING_START: return mr_parse_strings(p);
    case TOK_NONE: return parse_singleton_value(p, CONST_NONE, true);
    case TOK_TRUE: return parse_singleton_value(p, CONST_TRUE, true);
    case TOK_FALSE: return parse_singleton_value(p, CONST_FALSE, true);
    case TOK_NAME: {
        MrAst *name = parse_dotted(p);
        return name && name->kind == AST_Attribute ? name : NULL;
    }
    default: return NULL;
    }
}

static MrAst *parse_mapping_pattern(MrParser *p) {
    const MrToken *start = p->at++;
    size_t mark = mr_list_mark(p);
    const MrName *rest = NULL;
    while (p->at->kind != TOK_RBRACE) {
        if (mr_accept(p, TOK_STAR_STAR)) {
            rest = mr_parse_name(p);
            if (!rest || !capture_name(rest)) return NULL;
            mr_accept(p, TOK_COMMA);
            break;
        }
        if (!mr_list_push(p, parse_mapping_key(p)) || !mr_accept(p, TOK_COLON) || !mr_list_push(p, parse_pattern(p))) return NULL;
        if (!mr_accept(p, TOK_COMMA)) break;
    }
    if (!mr_accept(p, TOK_RBRACE)) return NULL;
    MrAstMatchMapping *node = MR_NODE(p, MatchMapping, start);
    if (!node || !mr_list_take_pairs(p, mark, &node->keys, &node->patterns)) return NULL;
    node->rest = rest;
    return &node->base;
}

static MrAst *parse_closed_pattern(MrParser *p) {
    const MrToken *start = p->at;
    switch (mr_peek(p)) {
    case TOK_NUMBER:
    case TOK_MINUS: return new_value_pattern(p, parse_number_value(p), start);
    case TOK_STRING:
    case TOK_FSTRING_START: return new_value_pattern(p, mr_parse_strings(p), start);
    case TOK_NONE: return parse_singleton_value(p, CONST_NONE, false);
    case TOK_TRUE: return parse_singleton_value(p, CONST_TRUE, false);
    case TOK_FALSE: return parse_singleton_value(p, CONST_FALSE, false);
    case TOK_NAME: return parse_name_pattern(p);
    case TOK_LPAREN: return parse_bracketed_pattern(p, TOK_RPAREN);
    case TOK_LBRACKET: return parse_bracketed_pattern(p, TOK_RBRACKET);
    case TOK_LBRACE: return parse_mapping_pattern(p);
    default: return NULL;
    }
}

static MrAst *parse_or_pattern(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *first = parse_closed_pattern(p);
    if (!first || p->at->kind != TOK_PIPE) return first;
    size_t mark = mr_list_mark(p);
    if (!mr_list_push(p, first)) return NULL;
    while (mr_accept(p, TOK_PIPE))
        if (!mr_list_push(p, parse_closed_pattern(p))) return NULL;
    MrAstMatchOr *node = MR_NODE(p, MatchOr, start);
    return node && mr_list_take(p, mark, &node->patterns) ? &node->base : NULL;
}

static MrAst *parse_as_pattern(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *pattern = parse_or_pattern(p);
    if (!pattern || !mr_accept(p, TOK_AS)) return pattern;
    const MrName *id = mr_parse_name(p);
    if (!id || !capture_name(id)) return NULL;
    MrAstMatchAs *node = MR_NODE(p, MatchAs, start);
    if (!node) return NULL;
    node->pattern = pattern;
    node->name = id;
    return &node->base;
}

static MrAst *parse_pattern(MrParser *p) {
    if (!mr_parser_enter(p)) return NULL;
    MrAst *node = parse_as_pattern(p);
    mr_parser_leave(p);
    return node;
}

MrAst *mr_parse_patterns(MrParser *p) {
    const MrToken *start = p->at;
    MrAst *first = parse_maybe_star_pattern(p);
    if (!first || (p->at->kind != TOK_COMMA && first->kind != AST_MatchStar)) return first;
    if (p->at->kind != TOK_COMMA) return NULL;
    size_t mark = mr_list_mark(p);
    if (!mr_list_push(p, first)) return NULL;
    while (mr_accept(p, TOK_COMMA)) {
        if (p->at->kind == TOK_COLON || p->at->kind == TOK_IF) break;
        if (!mr_list_push(p, parse_maybe_star_pattern(p))) return NULL;
    }
    MrAstMatchSequence *node = MR_NODE(p, MatchSequence, start);
    return node && mr_list_take(p, mark, &node->patterns) ? &node->base : NULL;
}
