/* The messages of the error pass: what to say and where, once a rule of grammar.def has recognised a mistake.
 *
 * A span written "to the furthest token" ends one column early, and a description comes from the AST of the span: both as in CPython. */
#include <string.h>
#include "parser/grammar.h"

/* The tree of a noted span, made by the hand-written parser, which must not see what follows it; NULL when the rule has no tree. */
static MrAst *reparse(MrParser *p, const MrCapture *capture) {
    const MrToken *saved = p->at;
    MrToken *after = p->tokens.items + (capture->end - p->tokens.items);
    const uint8_t after_kind = after->kind;
    MrAst *node = NULL;
    after->kind = TOK_ENDMARKER;
    p->at = capture->start;
    switch (capture->rule) {
    case RULE_star_expressions: node = mr_parse_star_expressions(p); break;
    case RULE_star_expression: node = mr_parse_star_expression(p); break;
    case RULE_yield_expr: node = mr_parse_yield_or_star_expressions(p); break;
    case RULE_expression:
    case RULE_expression_without_invalid: node = mr_parse_expression(p); break;
    case RULE_named_expression:
    case RULE_star_named_expression: node = capture->start->kind == TOK_STAR ? mr_parse_star_expression(p) : mr_parse_named_expression(p); break;
    case RULE_disjunction: node = mr_parse_disjunction(p); break;
    case RULE_bitwise_or: node = mr_parse_bitwise_or(p); break;
    case RULE_list:
    case RULE_tuple: node = mr_parse_primary(p); break;
    default: break;
    }
    after->kind = after_kind;
    p->at = saved;
    return node;
}

static MrSpan node_span(const MrAst *node) {
    return (MrSpan){(int)node->line, (int)node->col, (int)node->end_line, (int)node->end_col};
}

/* Place of a capture: its node's, so that brackets around a group do not count; else its tokens'. */
static MrSpan capture_span(MrParser *p, const MrCapture *capture) {
    MrAst *node = reparse(p, capture);
    if (node) return node_span(node);
    const MrToken *last = capture->end - 1;
    /* A parameter is noted together with the comma that follows it. */
    if (last > capture->start && last->kind == TOK_COMMA) last--;
    return (MrSpan){capture->start->line, capture->start->col, last->end_line, last->end_col};
}

static const char *describe_constant(const MrAstConst *value) {
    switch ((MrConstTag)value->tag) {
    case CONST_NONE: return "None";
    case CONST_TRUE: return "True";
    case CONST_FALSE: return "False";
    case CONST_ELLIPSIS: return "ellipsis";
    default: return "literal";
    }
}

static const char *describe(const MrAst *node) {
    switch (node->kind) {
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_List: return "list";
    case AST_Tuple: return "tuple";
    case AST_Lambda: return "lambda";
    case AST_Call: return "function call";
    case AST_BoolOp:
    case AST_BinOp:
    case AST_UnaryOp: return "expression";
    case AST_GeneratorExp: return "generator expression";
    case AST_Yield:
    case AST_YieldFrom: return "yield expression";
    case AST_Await: return "await expression";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_JoinedStr:
    case AST_FormattedValue: return "f-string expression";
    case AST_Constant: return describe_constant(&mr_ast_Constant(node)->value);
    case AST_Compare: return "comparison";
    case AST_IfExp: return "conditional expression";
    case AST_NamedExpr: return "named expression";
    default: return "expression";
    }
}

typedef enum TargetUse { TARGET_ASSIGN, TARGET_FOR, TARGET_DELETE } TargetUse;

/* The first part of a would-be target that cannot be one; NULL when all can. */
static const MrAst *find_invalid_target(const MrAst *node, TargetUse use) {
    const MrNodeList *elts;
    switch (node->kind) {
    case AST_List: elts = &mr_ast_List(node)->elts; break;
    case AST_Tuple: elts = &mr_ast_Tuple(node)->elts; break;
    case AST_Starred: return use == TARGET_DELETE ? node : find_invalid_target(mr_ast_Starred(node)->value, use);
    case AST_Compare:
        if (use != TARGET_FOR) return node;
        return mr_ast_Compare(node)->ops.items[0] == CMPOP_IN ? find_invalid_target(mr_ast_Compare(node)->left, use) : NULL;
    case AST_Name:
    case AST_Subscript:
    case AST_Attribute: return NULL;
    default: return node;
    }
    for (uint32_t i = 0; i < elts->count; i++) {
        const MrAst *found = find_invalid_target(elts->items[i], use);
        if (found) return found;
    }
    return NULL;
}

/* Sets a SyntaxError; true, so that a hint can end in it. */
static bool set_error(MrParser *p, MrSpan span, const char *format, ...) __attribute__((format(printf, 3, 4)));
static bool set_error(MrParser *p, MrSpan span, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(p->diag, MR_DIAG_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    return true;
}

static MrSpan join_spans(MrSpan from, MrSpan to) { return (MrSpan){from.line, from.col, to.end_line, to.end_col}; }

/* From a span's start to just before the end of the furthest token. A NEWLINE counts as one column. */
static MrSpan span_to_last(MrSpan from, const MrToken *last) {
    int end = last->kind == TOK_NEWLINE ? last->col + 1 : last->end_col;
    return (MrSpan){from.line, from.col, last->kind == TOK_NEWLINE ? last->line : last->end_line, end - 1};
}

MrSpan mr_newline_place(const MrParser *p, const MrToken *token) {
    MrSpan span = mr_token_span(token);
    if (token->kind != TOK_NEWLINE || token == p->tokens.items) return span;
    const char *from = p->source->text + token[-1].end, *comment = memchr(from, '#', token->start - token[-1].end);
    if (!comment) return span;
    span.col -= (int)(p->source->text + token->start - comment);
    span.end_line = span.line;
    span.end_col = token->col + 1;
    return span;
}

MrSpan mr_error_place(const MrParser *p, const MrToken *token) {
    MrSpan span = mr_token_span(token);
    if (token->kind == TOK_DEDENT) {
        const MrToken *after = token;
        while (after->kind == TOK_DEDENT) after++;
        if (after->kind == TOK_ENDMARKER) return (MrSpan){p->source->line_count, MR_DIAG_LINE_END, 0, MR_DIAG_NO_COL};
    }
    if (token->kind == TOK_ENDMARKER) return (MrSpan){p->source->line_count, MR_DIAG_LINE_END, 0, MR_DIAG_NO_COL};
    if (token->kind == TOK_INDENT || token->kind == TOK_DEDENT) return (MrSpan){span.end_line, span.end_col - 1, span.end_line, MR_DIAG_LINE_END};
    if (token->kind != TOK_NEWLINE || token == p->tokens.items) return span;
    if (p->source->open_end && token->start >= p->source->length) return (MrSpan){span.line, MR_DIAG_NO_COL, 0, MR_DIAG_NO_COL};
    return mr_newline_place(p, token);
}

static bool hint_target(MrParser *p, const MrCapture *a, TargetUse use) {
    MrAst *node = reparse(p, a);
    const MrAst *bad = node ? find_invalid_target(node, use) : NULL;
    if (!bad) return false;
    return set_error(p, node_span(bad), "cannot %s %s", use == TARGET_DELETE ? "delete" : "assign to", describe(bad));
}

/* How many brackets are open just after a token, as the tokenizer counts them. */
static int bracket_level(const MrParser *p, const MrToken *token) {
    int level = 0;
    for (const MrToken *t = p->earlier && token < p->statement ? p->earlier : p->statement; t <= token; t++) {
        if (t->kind == TOK_LPAREN || t->kind == TOK_LBRACKET || t->kind == TOK_LBRACE) level++;
        if (t->kind == TOK_RPAREN || t->kind == TOK_RBRACKET || t->kind == TOK_RBRACE) level--;
    }
    return level;
}

static bool is_legacy_name(const MrParser *p, const MrToken *token) {
    return mr_token_is_word(p, token, "print") || mr_token_is_word(p, token, "exec");
}

static bool hint_forgotten_comma(MrParser *p, const MrCapture *a, const MrCapture *b) {
    if (a->end == a->start + 1 && is_legacy_name(p, a->start)) return false;
    if (bracket_level(p, b->end - 1) == 0) return false;
    return set_error(p, join_spans(capture_span(p, a), capture_span(p, b)), "invalid syntax. Perhaps you forgot a comma?");
}

static bool hint_legacy_statement(MrParser *p, const MrCapture *a, const MrCapture *b) {
    if (!is_legacy_name(p, a->start)) return false;
    const char *name = mr_token_is_word(p, a->start, "print") ? "print" : "exec";
    return set_error(p, join_spans(capture_span(p, a), mr_token_span(b->end - 1)), /* with the comma that may end it */
                     "Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name);
}

/* Place of the last condition or iterable of `for` clauses. */
static MrSpan clauses_span(MrParser *p, const MrCapture *clauses) {
    MrNodeList list;
    const MrToken *saved = p->at;
    MrSpan span = mr_token_span(clauses->end - 1);
    p->at = clauses->start;
    if (mr_parse_comprehension_clauses(p, &list) && list.count > 0) {
        const MrAstcomprehension *last = mr_ast_comprehension(list.items[list.count - 1]);
        span = node_span(last->ifs.count ? last->ifs.items[last->ifs.count - 1] : last->iter);
    }
    p->at = saved;
    return span;
}

static const char generator_text[] = "Generator expression must be parenthesized";

/* Reads the span as call arguments; false when it cannot be. */
static bool reparse_arguments(MrParser *p, const MrCapture *a, MrNodeList *args, MrNodeList *keywords) {
    const MrToken *saved = p->at;
    p->at = a->start;
    bool good = true;
    size_t mark = mr_list_mark(p);
    /* The span ends where the arguments do, but no ')' follows there, so the reader stops by itself. */
    good = mr_parse_call_arguments(p, mark, args, keywords);
    if (!good) p->pending.count = mark;
    p->at = saved;
    return good;
}

static bool hint_bare_generator_last(MrParser *p, const MrCapture *a, const MrCapture *b) {
    MrNodeList args, keywords;
    if (!reparse_arguments(p, a, &args, &keywords)) return false;
    if (args.count + keywords.count <= 1) return false;
    MrSpan from = args.count ? node_span(args.items[args.count - 1]) : mr_token_span(a->start);
    return set_error(p, join_spans(from, clauses_span(p, b)), "%s", generator_text);
}

static bool hint_argument_order(MrParser *p, const MrCapture *a, const MrToken *last) {
    bool unpacking = false;
    int level = 0;
    for (const MrToken *t = a->start; t < a->end; t++) {
        if (t->kind == TOK_LPAREN || t->kind == TOK_LBRACKET || t->kind == TOK_LBRACE) level++;
        if (t->kind == TOK_RPAREN || t->kind == TOK_RBRACKET || t->kind == TOK_RBRACE) level--;
        if (level == 0 && t->kind == TOK_STAR_STAR && (t == a->start || t[-1].kind == TOK_COMMA)) unpacking = true;
    }
    return set_error(p, mr_error_place(p, last), unpacking ? "positional argument follows keyword argument unpacking"
                                                       : "positional argument follows keyword argument");
}

static bool hint_missing_dict_colon(MrParser *p, const MrCapture *a) {
    MrSpan span = capture_span(p, a);
    return set_error(p, (MrSpan){span.line, span.end_col - 1, span.end_line, MR_DIAG_NO_COL}, "':' expected after dictionary key");
}

/* A lambda's colon right before the brace that ends a field: CPython's lexer has an empty format specification there. */
static bool hint_lambda_in_field(MrParser *p, const MrCapture *a, const MrCapture *b) {
    int level = 0;
    const MrToken *open = a->start;
    while (open > p->tokens.items && level >= 0) {
        open--;
        level += (open->kind == TOK_RBRACE || open->kind == TOK_RPAREN || open->kind == TOK_RBRACKET) -
                 (open->kind == TOK_LBRACE || open->kind == TOK_LPAREN || open->kind == TOK_LBRACKET);
    }
    bool field = level < 0 && open->kind == TOK_LBRACE && open > p->tokens.items &&
                 (open[-1].kind == TOK_FSTRING_START || open[-1].kind == TOK_FSTRING_MIDDLE);
    return field && set_error(p, join_spans(mr_token_span(a->start), mr_token_span(b->start)),
                              "f-string: lambda expressions are not allowed without parentheses");
}

/* `[a, b for ...]`: the target runs to the end of the last item before `for`. */
static bool hint_comprehension_target(MrParser *p, const MrCapture *a, const MrCapture *b) {
    const MrToken *last = b->end - 1;
    if (last->kind == TOK_COMMA) last--;
    return set_error(p, join_spans(capture_span(p, a), mr_token_span(last)),
                     "did you forget parentheses around the comprehension target?");
}

static bool hint_type_bound(MrParser *p, const char *kind, const MrCapture *a, const MrCapture *b, const MrToken *last) {
    MrAst *bound = reparse(p, b);
    return set_error(p, span_to_last(mr_token_span(a->start), last), "cannot use %s with %s",
                     bound && bound->kind == AST_Tuple ? "constraints" : "bound", kind);
}

static bool call_hint(MrParser *p, const char *name, const MrCapture *a, const MrCapture *b, const MrToken *last) {
    if (!strcmp(name, "assign_target")) return hint_target(p, a, TARGET_ASSIGN);
    if (!strcmp(name, "for_target")) return hint_target(p, a, TARGET_FOR);
    if (!strcmp(name, "delete_target")) return hint_target(p, a, TARGET_DELETE);
    if (!strcmp(name, "conversion")) return !mr_check_conversion(p, a->end - 1);
    if (!strcmp(name, "conversion_place")) return !mr_check_conversion_place(p, a->start, b->start);
    if (!strcmp(name, "forgotten_comma")) return hint_forgotten_comma(p, a, b);
    if (!strcmp(name, "legacy_statement")) return hint_legacy_statement(p, a, b);
    if (!strcmp(name, "bare_generator"))
        return set_error(p, join_spans(capture_span(p, a), clauses_span(p, b)), "%s", generator_text);
    if (!strcmp(name, "bare_generator_last")) return hint_bare_generator_last(p, a, b);
    if (!strcmp(name, "argument_order")) return hint_argument_order(p, a, last);
    if (!strcmp(name, "missing_dict_colon")) return hint_missing_dict_colon(p, a);
    if (!strcmp(name, "lambda_in_field")) return hint_lambda_in_field(p, a, b);
    if (!strcmp(name, "comprehension_target")) return hint_comprehension_target(p, a, b);
    if (!strcmp(name, "assign_singleton"))
        return set_error(p, join_spans(mr_token_span(a->start), mr_token_span(b->start)), "cannot assign to %s",
                         mr_token_kind_text((MrTokenKind)a->start->kind));
    if (!strncmp(name, "type_bound ", 11)) return hint_type_bound(p, name + 11, a, b, last);
    return false;
}

static bool raise_missing_block(MrParser *p, const char *owner, const MrCapture *a, const MrToken *last) {
    MrSpan span = mr_error_place(p, last);
    if (*owner)
        mr_diag_set(p->diag, MR_DIAG_INDENTATION_ERROR, span, "expected an indented block after %s on line %d", owner, a->start->line);
    else
        mr_diag_set(p->diag, MR_DIAG_INDENTATION_ERROR, span, "expected an indented block");
    return true;
}

bool mr_hint_raise(MrParser *p, const char *how, size_t length, const MrCapture *a, const MrCapture *b, const MrToken *next,
                   const MrToken *last) {
    char verb[8], text[160];
    size_t split = 0;
    while (split < length && how[split] != ' ') split++;
    if (split >= sizeof verb) return false;
    memcpy(verb, how, split);
    verb[split] = 0;
    size_t rest = split < length ? length - split - 1 : 0;
    if (rest >= sizeof text) return false;
    memcpy(text, how + length - rest, rest);
    text[rest] = 0;

    if (!strcmp(verb, "call")) return call_hint(p, text, a, b, last);
    if (!strcmp(verb, "block")) return raise_missing_block(p, text, a, last);
    MrSpan span;
    if (!strcmp(verb, "at")) span = capture_span(p, a);
    else if (!strcmp(verb, "range")) span = join_spans(capture_span(p, a), capture_span(p, b));
    else if (!strcmp(verb, "from")) span = span_to_last(capture_span(p, a), last);
    else if (!strcmp(verb, "next")) span = mr_error_place(p, next);
    else span = mr_error_place(p, last);
    const char *hole = strstr(text, "%s");
    if (!hole) return set_error(p, span, "%s", text);
    MrAst *node = reparse(p, a);
    if (!node && a->rule == RULE_invalid_ann_assign_target) {
        const MrToken *inner = a->start;
        while (inner->kind == TOK_LPAREN && inner[1].kind != TOK_RPAREN && a->end[-1].kind == TOK_RPAREN && inner[1].kind == TOK_LPAREN) inner++;
        node = reparse(p, &(MrCapture){inner, a->end, RULE_list});
        if (node) span = node_span(node);
    }
    return set_error(p, span, "%.*s%s%s", (int)(hole - text), text, node ? describe(node) : "expression", hole + 2);
}
