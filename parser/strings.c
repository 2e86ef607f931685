/* String atoms: adjacent literals joined, bytes, f-strings with their replacement fields.
 *
 * As in CPython 3.12, a run of literals with an f-string among them is one flat JoinedStr in which neighbouring constant texts are merged
 * and empty ones dropped; without an f-string it is one Constant. The text parts are gathered as Constants on the pending list first. */
#include <string.h>
#include "base/buf.h"
#include "lexer/literals.h"
#include "parser/internal.h"

static MrAst *new_text(MrParser *p, const char *bytes, size_t length, bool u_prefix, const MrToken *start) {
    MrAstConstant *node = MR_NODE(p, Constant, start);
    if (!node) return NULL;
    node->value = (MrAstConst){.tag = CONST_STR, .u_prefix = u_prefix, .text = {bytes, length}};
    return &node->base;
}

static bool is_text(const MrAst *node) { return node->kind == AST_Constant; }

/* Merges neighbouring Constants above the mark into one each and drops those that are empty. */
static bool merge_texts(MrParser *p, size_t mark) {
    size_t out = mark, count = p->pending.count;
    for (size_t i = mark; i < count;) {
        MrAst *node = p->pending.items[i];
        size_t next = i + 1;
        if (is_text(node)) {
            size_t length = mr_ast_Constant(node)->value.text.len;
            while (next < count && is_text(p->pending.items[next])) length += mr_ast_Constant(p->pending.items[next++])->value.text.len;
            if (next > i + 1) {
                char *joined = mr_arena_alloc(p->arena, length + 1);
                if (!joined) return false;
                size_t at = 0;
                for (size_t j = i; j < next; j++) {
                    const MrAstConst *part = &mr_ast_Constant(p->pending.items[j])->value;
                    memcpy(joined + at, part->text.bytes, part->text.len);
                    at += part->text.len;
                }
                mr_ast_Constant(node)->value.text.bytes = joined;
                mr_ast_Constant(node)->value.text.len = length;
                node->end_line = p->pending.items[next - 1]->end_line;
                node->end_col = p->pending.items[next - 1]->end_col;
            }
            if (length == 0) {
                i = next;
                continue;
            }
        }
        p->pending.items[out++] = node;
        i = next;
    }
    p->pending.count = out;
    return true;
}

static MrAst *new_joined(MrParser *p, size_t mark, const MrToken *start) {
    if (!merge_texts(p, mark)) return NULL;
    MrAstJoinedStr *node = MR_NODE(p, JoinedStr, start);
    return node && mr_list_take(p, mark, &node->values) ? &node->base : NULL;
}

static bool push_replacement_field(MrParser *p, const MrToken *fstring);

/* Text and fields up to the token that ends them (FSTRING_END, or RBRACE in a format spec). Text outside of a spec is left empty: its
 * faults are told of after those of all fields, by decode_texts. */
static bool push_parts(MrParser *p, const MrToken *fstring, MrTokenKind close, bool in_spec) {
    while (p->at->kind != close) {
        if (p->at->kind == TOK_FSTRING_MIDDLE) {
            const MrToken *start = p->at;
            MrText text = {0};
            if (in_spec && !mr_literal_fstring_text(p->source, fstring, start, true, p->arena, p->diag, &text)) return false;
            p->at++;
            if (!mr_list_push(p, new_text(p, text.data, text.length, false, start))) return false;
        } else if (p->at->kind == TOK_LBRACE) {
            if (!push_replacement_field(p, fstring)) return false;
        } else {
            return false;
        }
    }
    return true;
}

/* Fills in the texts of the f-string between two tokens, whose parts are on the pending list above the mark. */
static bool decode_texts(MrParser *p, const MrToken *fstring, const MrToken *end, size_t mark) {
    int depth = 0;
    for (const MrToken *t = fstring + 1; t < end; t++) {
        depth += (t->kind == TOK_LBRACE) - (t->kind == TOK_RBRACE);
        if (t->kind != TOK_FSTRING_MIDDLE || depth) continue;
        MrText text;
        if (!mr_literal_fstring_text(p->source, fstring, t, false, p->arena, p->diag, &text)) return false;
        MrAst *node = p->pending.items[mark];
        while (!is_text(node) || node->line != (uint32_t)t->line || node->col != (uint32_t)t->col) node = p->pending.items[++mark];
        mr_ast_Constant(node)->value.text.bytes = text.data;
        mr_ast_Constant(node)->value.text.len = text.length;
        mark++;
    }
    return true;
}

static MrAst *parse_format_spec(MrParser *p, const MrToken *fstring) {
    const MrToken *start = p->at++;
    if (!mr_parser_enter(p)) return NULL;
    size_t mark = mr_list_mark(p);
    bool good = push_parts(p, fstring, TOK_RBRACE, true);
    mr_parser_leave(p);
    if (!good || !merge_texts(p, mark)) return NULL;
    /* CPython's tokenizer puts an empty text between a nested field and the brace that ends the spec, and it stays in the tree. */
    if (p->pending.count > mark && !is_text(MR_VEC_LAST(&p->pending))) {
        MrAst *empty = new_text(p, "", 0, false, p->at);
        if (!mr_list_push(p, empty)) return NULL;
        empty->end_line = empty->line;
        empty->end_col = empty->col;
    }
    MrAstJoinedStr *node = MR_NODE(p, JoinedStr, start);
    return node && mr_list_take(p, mark, &node->values) ? &node->base : NULL;
}

bool mr_check_conversion_place(MrParser *p, const MrToken *mark, const MrToken *name) {
    if (mark->end == name->start) return true;
    mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){mark->line, mark->col, name->end_line, name->end_col},
                "f-string: conversion type must come right after the exclamanation mark");
    return false;
}

int mr_check_conversion(MrParser *p, const MrToken *name) {
    const char *text = p->source->text + name->start;
    if (name->end - name->start == 1 && strchr("sra", text[0])) return text[0];
    mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(name), "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                (int)(name->end - name->start), text);
    return 0;
}

/* The name in `!r`, which is looked at when the field is complete; NULL after an error. */
static const MrToken *parse_conversion(MrParser *p) {
    const MrToken *mark = p->at++;
    if (p->at->kind != TOK_NAME || !mr_check_conversion_place(p, mark, p->at)) return NULL;
    return p->at++;
}

/* Copies the blanks between two tokens without the comments among them. */
static void put_gap(MrBuf *out, const char *at, const char *end) {
    while (at < end) {
        if (*at == '#')
            while (at < end && *at != '\n') at++;
        else
            mr_buf_putc(out, *at++);
    }
}

/* The text of `{expr=`: everything between the brace and the next token after the equals sign, less comments. */
static bool push_debug_text(MrParser *p, const MrToken *brace) {
    const char *source = p->source->text;
    MrBuf text = MR_BUF_EMPTY;
    for (const MrToken *t = brace; t < p->at; t++) {
        if (t > brace) mr_buf_write(&text, source + t->start, t->end - t->start);
        put_gap(&text, source + t->end, source + t[1].start);
    }
    const char *copy = text.failed ? NULL : mr_arena_strdup(p->arena, text.data, text.length);
    MrAst *node = copy ? new_text(p, copy, text.length, false, brace) : NULL;
    if (text.failed) mr_diag_set_memory(p->diag);
    mr_buf_fini(&text);
    if (!node) return false;
    node->line = (uint32_t)brace->end_line;
    node->col = (uint32_t)brace->end_col;
    node->end_line = (uint32_t)p->at->line;
    node->end_col = (uint32_t)p->at->col;
    return mr_list_push(p, node);
}

static bool push_replacement_field(MrParser *p, const MrToken *fstring) {
    const MrToken *brace = p->at++;
    MrAst *value = mr_parse_yield_or_star_expressions(p);
    if (!value) return false;
    bool debugging = mr_accept(p, TOK_EQUAL);
    if (debugging && !push_debug_text(p, brace)) return false;
    int conversion = -1;
    const MrToken *name = NULL;
    MrAst *spec = NULL;
    if (p->at->kind == TOK_EXCLAMATION && !(name = parse_conversion(p))) return false;
    if (p->at->kind == TOK_COLON && !(spec = parse_format_spec(p, fstring))) return false;
    if (!mr_accept(p, TOK_RBRACE)) return false;
    if (name && !(conversion = mr_check_conversion(p, name))) return false;
    if (debugging && conversion < 0 && !spec) conversion = 'r';
    MrAstFormattedValue *node = MR_NODE(p, FormattedValue, brace);
    if (!node) return false;
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    return mr_list_push(p, &node->base);
}

static bool push_string(MrParser *p, const MrText *text, const MrToken *token) {
    MrAst *node = new_text(p, text->data, text->length, text->is_unicode_prefix && p->source->text[token->start] == 'u', token);
    if (node && text->is_bytes) mr_ast_Constant(node)->value.tag = CONST_BYTES;
    return mr_list_push(p, node);
}

/* One Constant from the texts above the mark, which are all str or all bytes. */
static MrAst *new_joined_constant(MrParser *p, size_t mark, const MrToken *start) {
    MrAst *first = p->pending.items[mark];
    MrAstConst value = mr_ast_Constant(first)->value;
    if (p->pending.count == mark + 1) {
        p->pending.count = mark;
        return first;
    }
    size_t length = 0, at = 0;
    for (size_t i = mark; i < p->pending.count; i++) length += mr_ast_Constant(p->pending.items[i])->value.text.len;
    char *joined = mr_arena_alloc(p->arena, length + 1);
    MrAstConstant *node = MR_NODE(p, Constant, start);
    if (!joined || !node) return NULL;
    for (size_t i = mark; i < p->pending.count; i++) {
        const MrAstConst *part = &mr_ast_Constant(p->pending.items[i])->value;
        memcpy(joined + at, part->text.bytes, part->text.len);
        at += part->text.len;
    }
    value.text.bytes = joined;
    value.text.len = length;
    node->value = value;
    p->pending.count = mark;
    return &node->base;
}

MrAst *mr_parse_strings(MrParser *p) {
    const MrToken *start = p->at;
    size_t mark = mr_list_mark(p);
    bool any_bytes = false, any_str = false, any_format = false;
    while (p->at->kind == TOK_STRING || p->at->kind == TOK_FSTRING_START) {
        const MrToken *token = p->at;
        if (token->kind == TOK_STRING) {
            MrText text;
            if (!mr_literal_string(p->source, token, p->arena, p->diag, &text)) return NULL;
            p->at++;
            *(text.is_bytes ? &any_bytes : &any_str) = true;
            if (!push_string(p, &text, token)) return NULL;
        } else {
            p->at++;
            any_format = any_str = true;
            if (!mr_parser_enter(p)) return NULL;
            size_t first = mr_list_mark(p);
            bool good = push_parts(p, token, TOK_FSTRING_END, false) && decode_texts(p, token, p->at, first);
            mr_parser_leave(p);
            if (!good) return NULL;
            p->at++;
        }
    }
    if (any_bytes && any_str) {
        mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(p->at), "cannot mix bytes and nonbytes literals");
        return NULL;
    }
    return any_format ? new_joined(p, mark, start) : new_joined_constant(p, mark, start);
}
