/* The parser's entry points and the helpers under all of its files: token cursor, interned names, nodes, lists.
 *
 * Invariant: after a successful parse `pending` is empty again and every node's span is final. A failed parse leaves the cursor and
 * `pending` anywhere; the caller throws them away. The grammar itself is in the other files of this folder. */
#include "parser/parser.h"

#include <string.h>
#include "base/hash.h"
#include "parser/internal.h"

bool mr_token_is_word(const MrParser *p, const MrToken *token, const char *word) {
    size_t length = strlen(word);
    return token->kind == TOK_NAME && token->end - token->start == length &&
           memcmp(p->source->text + token->start, word, length) == 0;
}

static bool grow_names(MrParser *p) {
    uint32_t capacity = p->name_capacity ? p->name_capacity * 2 : 64;
    const MrName **table = MR_ARENA_NEW_ARRAY(p->arena, const MrName *, capacity);
    if (!table) return false;
    for (uint32_t i = 0; i < p->name_capacity; i++) {
        if (!p->names[i]) continue;
        uint32_t slot = p->names[i]->hash & (capacity - 1);
        while (table[slot]) slot = (slot + 1) & (capacity - 1);
        table[slot] = p->names[i];
    }
    p->names = table;
    p->name_capacity = capacity;
    return true;
}

const MrName *mr_name_intern(MrParser *p, const char *bytes, size_t length) {
    if (p->name_count * 2 >= p->name_capacity && !grow_names(p)) return NULL;
    uint32_t hash = (uint32_t)mr_hash_mix(mr_hash_quick(bytes, length));
    uint32_t slot = hash & (p->name_capacity - 1);
    for (; p->names[slot]; slot = (slot + 1) & (p->name_capacity - 1)) {
        const MrName *name = p->names[slot];
        if (name->hash == hash && name->len == length && memcmp(name->bytes, bytes, length) == 0) return name;
    }
    MrName *name = mr_arena_alloc(p->arena, sizeof *name + length + 1);
    if (!name) return NULL;
    name->len = (uint32_t)length;
    name->hash = hash;
    memcpy(name->bytes, bytes, length);
    p->names[slot] = name;
    p->name_count++;
    return name;
}

const MrName *mr_parse_name(MrParser *p) {
    if (p->at->kind != TOK_NAME) return NULL;
    size_t length;
    const char *bytes = mr_token_name(p->source, p->at, p->arena, &length);
    if (!bytes) return NULL;
    const MrName *name = mr_name_intern(p, bytes, length);
    if (name) p->at++;
    return name;
}

MrAst *mr_node_new(MrParser *p, MrAstKind kind, size_t size, const MrToken *start) {
    MrAst *node = mr_arena_alloc(p->arena, size);
    if (!node) return NULL;
    node->kind = (uint16_t)kind;
    node->line = (uint32_t)start->line;
    node->col = (uint32_t)start->col;
    mr_node_finish(p, node);
    return node;
}

void mr_node_finish(MrParser *p, MrAst *node) {
    const MrToken *last = p->at;
    if (last > p->tokens.items) last--;
    while (last > p->tokens.items && (last->kind == TOK_NEWLINE || last->kind == TOK_INDENT || last->kind == TOK_DEDENT)) last--;
    node->end_line = (uint32_t)last->end_line;
    node->end_col = (uint32_t)last->end_col;
}

bool mr_list_push_null(MrParser *p) { return MR_VEC_PUSH(&p->pending, NULL) || mr_diag_set_memory(p->diag); }

bool mr_list_push(MrParser *p, MrAst *item) {
    if (!item) return false;
    return MR_VEC_PUSH(&p->pending, item) || mr_diag_set_memory(p->diag);
}

bool mr_list_take(MrParser *p, size_t mark, MrNodeList *list) {
    size_t count = p->pending.count - mark;
    list->count = (uint32_t)count;
    list->items = NULL;
    if (count == 0) return true;
    list->items = mr_arena_copy(p->arena, p->pending.items + mark, count * sizeof(MrAst *));
    p->pending.count = mark;
    return list->items != NULL;
}

bool mr_list_take_pairs(MrParser *p, size_t mark, MrNodeList *firsts, MrNodeList *seconds) {
    uint32_t count = (uint32_t)((p->pending.count - mark) / 2);
    *firsts = (MrNodeList){count, MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count)};
    *seconds = (MrNodeList){count, MR_ARENA_NEW_ARRAY(p->arena, MrAst *, count)};
    if (!firsts->items || !seconds->items) return false;
    for (uint32_t i = 0; i < count; i++) {
        firsts->items[i] = p->pending.items[mark + 2 * i];
        seconds->items[i] = p->pending.items[mark + 2 * i + 1];
    }
    p->pending.count = mark;
    return true;
}

bool mr_parser_enter(MrParser *p) {
    if (p->depth >= MR_PARSER_MAX_DEPTH)
        return mr_diag_set(p->diag, MR_DIAG_MEMORY_ERROR, (MrSpan){0, MR_DIAG_NO_COL, 0, 0},
                           "Parser stack overflowed - Python source too complex to parse");
    p->depth++;
    return true;
}

static MrAst *parse_module(MrParser *p) {
    MrAstModule *module = MR_NODE(p, Module, p->at);
    if (!module) return NULL;
    while (p->at->kind != TOK_ENDMARKER) {
        if (p->at->kind == TOK_NEWLINE) {
            p->at++;
            continue;
        }
        p->earlier = p->statement;
        p->statement = p->at;
        if (!mr_parse_statement(p)) return NULL;
    }
    return mr_list_take(p, 0, &module->body) ? &module->base : NULL;
}

static MrAst *parse_eval(MrParser *p) {
    MrAstExpression *root = MR_NODE(p, Expression, p->at);
    if (!root) return NULL;
    p->statement = p->at;
    size_t mark = mr_list_mark(p);
    const MrToken *start = p->at;
    MrAst *first = mr_parse_expression(p);
    if (!first) return NULL;
    root->body = first;
    if (p->at->kind == TOK_COMMA) {
        if (!mr_list_push(p, first)) return NULL;
        while (mr_accept(p, TOK_COMMA)) {
            if (!mr_token_starts_expression(mr_peek(p))) break;
            if (!mr_list_push(p, mr_parse_expression(p))) return NULL;
        }
        MrAstTuple *tuple = MR_NODE(p, Tuple, start);
        if (!tuple || !mr_list_take(p, mark, &tuple->elts)) return NULL;
        root->body = &tuple->base;
    }
    while (mr_accept(p, TOK_NEWLINE)) {}
    return p->at->kind == TOK_ENDMARKER ? &root->base : NULL;
}

static MrAst *parse_single(MrParser *p) {
    MrAstInteractive *root = MR_NODE(p, Interactive, p->at);
    if (!root) return NULL;
    while (mr_accept(p, TOK_NEWLINE)) {}
    p->statement = p->at;
    if (p->at->kind == TOK_ENDMARKER) {
        MrAstPass *pass = MR_NODE(p, Pass, p->at);
        if (!pass || !mr_list_push(p, &pass->base)) return NULL;
        return mr_list_take(p, 0, &root->body) ? &root->base : NULL;
    }
    if (!mr_parse_statement(p)) return NULL;
    while (mr_accept(p, TOK_NEWLINE)) {}
    if (p->at->kind != TOK_ENDMARKER) {
        if (p->at->kind != TOK_ERROR)
            mr_diag_set(p->diag, MR_DIAG_SYNTAX_ERROR, mr_token_span(p->at - 1),
                        "multiple statements found while compiling a single statement");
        return NULL;
    }
    return mr_list_take(p, 0, &root->body) ? &root->base : NULL;
}

/* Does nothing but the ends of open blocks stand between here and the end of the text? */
static bool is_at_end(const MrParser *p) {
    const MrToken *at = p->at;
    while (at->kind == TOK_DEDENT) at++;
    return at->kind == TOK_ENDMARKER;
}

/* The line in which the strings and joined lines began that lead up to the line of that token without a break. Lines that are joined before a
 * statement's first token are indentation and do not count. */
static int first_joined_line(const MrParser *p, const MrToken *at) {
    int line = at->line;
    for (; at > p->tokens.items; at--) {
        if (at[-1].kind == TOK_NEWLINE || at[-1].kind == TOK_INDENT || at[-1].kind == TOK_DEDENT) break;
        while (line > at[-1].end_line && mr_source_joins(p->source, line - 1)) line--;
        if (at[-1].end_line != line) break;
        if (at[-1].line < line && (at[-1].kind == TOK_STRING || at[-1].kind == TOK_FSTRING_MIDDLE)) line = at[-1].line;
    }
    return line;
}

MrAst *mr_parse_partial(const MrSource *source, MrArena *arena, MrParseMode mode, unsigned flags, MrDiag *diag, MrMissing *missing) {
    MrDiag lex_diag;
    mr_diag_init(&lex_diag);
    MrParser parser = {.source = source, .arena = arena, .diag = diag, .flags = flags};
    MrParser *p = &parser;
    MrAst *root = NULL;
    *missing = MR_MISSING_NOTHING;
    if (!mr_lex_all(source, arena, &lex_diag, &p->tokens)) {
        mr_diag_set_memory(diag);
        mr_diag_fini(&lex_diag);
        return NULL;
    }
    p->at = p->statement = p->tokens.items;
    root = mode == MR_PARSE_FILE ? parse_module(p) : mode == MR_PARSE_EVAL ? parse_eval(p) : parse_single(p);
    mr_diag_merge_warnings(diag, &lex_diag);
    if (arena->failed) {
        mr_diag_set_memory(diag);
        root = NULL;
    }
    if (!root) {
        bool explained = diag->kind == MR_DIAG_NONE;
        bool replaceable = explained ? mr_parser_explain(p, mode) : diag->kind == MR_DIAG_SYNTAX_ERROR;
        if (explained && !replaceable) mr_diag_drop_warnings(diag, p->at->end_line, p->at->end_col); /* CPython reads no further */
        mr_diag_drop_repeated(diag);
        if (p->tokens.incomplete && p->at->kind == TOK_ERROR) *missing = MR_MISSING_END;
        else if (is_at_end(p)) *missing = MR_MISSING_LINES;
        if (replaceable && mr_diag_failed(&lex_diag) && mr_lex_error_wins(&p->tokens, &lex_diag, p->at)) {
            mr_diag_copy_error(diag, &lex_diag);
            diag->passed = !strncmp(diag->message + 3, " was never", 10);
            const MrToken *last = p->tokens.items + p->tokens.count - 1;
            if (last->line == diag->line) diag->first_line = first_joined_line(p, last);
        } else if (mr_diag_failed(diag)) {
            const MrToken *last = p->at;
            while (last > p->tokens.items && last->line > diag->line) last--;
            if (last->line == diag->line) diag->first_line = first_joined_line(p, last);
            diag->passed = p->at->kind != TOK_ENDMARKER && p->at->kind != TOK_INDENT && p->at->kind != TOK_DEDENT && p->at->end_line > diag->line;
        }
    }
    MR_VEC_FREE(&p->pending);
    mr_diag_fini(&lex_diag);
    return root;
}

MrAst *mr_parse(const MrSource *source, MrArena *arena, MrParseMode mode, unsigned flags, MrDiag *diag) {
    MrMissing missing;
    return mr_parse_partial(source, arena, mode, flags, diag, &missing);
}
