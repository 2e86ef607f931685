/* moray.h: what needs the lexer and the parser but no VM: is a text complete, listings of tokens and of the syntax tree. */
#include "vm/api/front.h"

#include <string.h>

#include "lexer/lexer.h"
#include "moray.h"
#include "parser/parser.h"

/* ---- completeness ---- */

static bool is_compound(const MrAst *node)
{
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
    case AST_ClassDef:
    case AST_For:
    case AST_AsyncFor:
    case AST_While:
    case AST_If:
    case AST_With:
    case AST_AsyncWith:
    case AST_Match:
    case AST_Try:
    case AST_TryStar: return true;
    default: return false;
    }
}

/* Does the text end in an empty line (spaces do not count)? That is how a block is ended at a prompt. */
static bool ends_in_blank_line(const char *text, size_t n)
{
    int newlines = 0;
    while (n > 0 && newlines < 2) {
        char c = text[--n];
        if (c == '\n')
            newlines++;
        else if (c != ' ' && c != '\t' && c != '\r')
            break;
    }
    return newlines == 2;
}

/* Is the last line that is not empty an indented one? */
static bool ends_in_block(const char *text, size_t n)
{
    while (n > 0 && strchr(" \t\r\n", text[n - 1]))
        n--;
    while (n > 0 && text[n - 1] != '\n')
        n--;
    return text[n] == ' ' || text[n] == '\t';
}

MorayCompleteness moray_is_complete(const char *text)
{
    size_t n = text ? strlen(text) : 0;
    MrDiag diag;
    MrSource source;
    MrArena arena;
    mr_diag_init(&diag);
    mr_arena_init(&arena);
    MorayCompleteness result = MORAY_WRONG;
    if (mr_source_init(&source, "<stdin>", text, n, MR_SOURCE_STR, &diag)) {
        MrMissing missing;
        const MrAst *root = mr_parse_partial(&source, &arena, MR_PARSE_FILE, 0, &diag, &missing);
        if (!root) {
            bool ended = missing == MR_MISSING_LINES && ends_in_blank_line(text, n) && ends_in_block(text, n);
            result = missing && !ended ? MORAY_INCOMPLETE : MORAY_WRONG;
        } else {
            const MrNodeList *body = &((const MrAstModule *)root)->body;
            bool open = body->count && is_compound(body->items[body->count - 1]) && !ends_in_blank_line(text, n);
            result = open ? MORAY_INCOMPLETE : MORAY_COMPLETE;
        }
    }
    mr_source_fini(&source);
    mr_arena_fini(&arena);
    mr_diag_fini(&diag);
    return result;
}

/* ---- statements ---- */

void mr_statement_ends(const char *text, size_t n, MrBuf *ends)
{
    MrDiag diag;
    MrSource source;
    MrArena arena;
    mr_diag_init(&diag);
    mr_arena_init(&arena);
    const MrAst *root = mr_source_init(&source, "<stdin>", text, n, MR_SOURCE_STR, &diag) ? mr_parse(&source, &arena, MR_PARSE_FILE, 0, &diag) : NULL;
    const MrNodeList *body = root ? &((const MrAstModule *)root)->body : NULL;
    size_t at = 0;
    uint32_t line = 1;
    for (uint32_t i = 0; body && i < body->count; i++) {
        uint32_t last = body->items[i]->end_line;
        if (i + 1 < body->count && body->items[i + 1]->line == last)
            continue;
        for (; at < n && line <= last; at++)
            line += text[at] == '\n';
        mr_buf_write(ends, &at, sizeof at);
    }
    mr_source_fini(&source);
    mr_arena_fini(&arena);
    mr_diag_fini(&diag);
}

/* ---- listings ---- */

bool mr_list_tokens(const MrSource *source, MrArena *arena, MrDiag *diag, MrBuf *out)
{
    MrTokens tokens;
    if (!mr_lex_all(source, arena, diag, &tokens) || mr_diag_failed(diag))
        return false;
    mr_token_dump(out, source, &tokens);
    return true;
}

bool mr_list_ast(const MrSource *source, MrArena *arena, MrDiag *diag, MrBuf *out)
{
    const MrAst *root = mr_parse(source, arena, MR_PARSE_FILE, 0, diag);
    if (!root)
        return false;
    if (!mr_ast_dump(out, root, 2))
        return mr_diag_set(diag, MR_DIAG_RECURSION_ERROR, (MrSpan){0}, "the tree is nested too deeply to be shown");
    mr_buf_putc(out, '\n');
    return true;
}
