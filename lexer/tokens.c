/* Tokens after lexing: names of kinds, identifiers (PEP 3131), the dump, and the contest of errors. */
#include "lexer/lexer.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include "base/utf8.h"
#include "lexer/scan.h"

static const char *const kind_texts[] = {
#define TOKEN(name, text) text,
#include "lexer/token.def"
};

static const char *const kind_names[] = {
#define TOKEN(name, text) #name,
#include "lexer/token.def"
};

const char *mr_token_kind_text(MrTokenKind kind) { return kind_texts[kind]; }

bool mr_lex_error_wins(const MrTokens *tokens, MrDiag *lex_diag, const MrToken *last) {
    switch (tokens->end) {
    case MR_LEX_DONE: return false;
    case MR_LEX_STRONG: return true;
    case MR_LEX_WEAK:
        if (last->kind == TOK_ERROR) return true;
        if (!tokens->open_line || last->line <= tokens->open_line) return false;
        mr_diag_clear_error(lex_diag);
        mr_diag_set(lex_diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){tokens->open_line, tokens->open_col, 0, 0}, "'%c' was never closed", tokens->open);
        lex_diag->char_columns = false;
        return true;
    case MR_LEX_UNCLOSED: return last->kind == TOK_ERROR || last->line > lex_diag->line;
    }
    return false;
}

/* Code points whose compatibility decomposition would leave the class, so that Unicode's XID_Start lacks them. */
static bool is_excluded_start(uint32_t c) {
    return c == 0x37A || c == 0xE33 || c == 0xEB3 || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA || c == 0xFDFB ||
           (c >= 0xFE70 && c <= 0xFE7E && !(c & 1)) || c == 0xFF9E || c == 0xFF9F || c == 0x2E2F;
}

static bool is_name_start(uint32_t c) {
    if (c == '_') return true;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return !is_excluded_start(c);
    default: return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E;
    }
}

static bool is_name_rest(uint32_t c) {
    if (is_name_start(c)) return true;
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default:
        return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA || c == 0xE33 || c == 0xEB3 ||
               c == 0xFF9E || c == 0xFF9F;
    }
}

static bool is_printable(uint32_t c) {
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS: return false;
    default: return true;
    }
}

bool mr_scan_check_name(MrScan *s) {
    for (const char *at = s->token_start; at < s->at;) {
        const char *from = at;
        uint32_t c = mr_utf8_decode_valid(&at);
        if (from == s->token_start ? is_name_start(c) : is_name_rest(c)) continue;
        s->at = at;
        if (is_printable(c)) return mr_scan_fail(s, "invalid character '%.*s' (U+%04X)", (int)(at - from), from, c);
        return mr_scan_fail(s, "invalid non-printable character U+%04X", c);
    }
    return true;
}

const char *mr_token_name(const MrSource *source, const MrToken *token, MrArena *arena, size_t *length) {
    const char *text = source->text + token->start;
    *length = token->end - token->start;
    if (!(token->flags & MR_TOKEN_NON_ASCII)) return text;
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)*length, &normal,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const char *name = NULL;
    if (size >= 0) {
        *length = (size_t)size;
        name = mr_arena_strdup(arena, (const char *)normal, *length);
    }
    free(normal);
    return name;
}

/* A place whose column in characters is known: what follows in the same line is counted on from there, since a line may hold all tokens. */
typedef struct Place {
    int line, col;
    size_t column;
} Place;

/* Column in characters; a token may end one byte past its line (a NEWLINE that the text lacks). */
static size_t count_column(const MrSource *source, Place *known, int line, int col) {
    size_t length;
    const char *text = mr_source_line(source, line, &length);
    if (!text) return (size_t)col;
    size_t inside = (size_t)col < length ? (size_t)col : length;
    if (known->line != line || (size_t)known->col > inside) *known = (Place){line, 0, 0};
    known->column += mr_utf8_count(text + known->col, inside - (size_t)known->col);
    known->col = (int)inside;
    return known->column + ((size_t)col - inside);
}

static void dump_text(MrBuf *out, const char *text, size_t length) {
    char quote = memchr(text, '\'', length) && !memchr(text, '"', length) ? '"' : '\'';
    mr_buf_putc(out, quote);
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '\n') mr_buf_puts(out, "\\n");
        else if (c == '\t') mr_buf_puts(out, "\\t");
        else if (c == '\f') mr_buf_puts(out, "\\x0c");
        else if (c == '\\' || c == quote) mr_buf_printf(out, "\\%c", c);
        else mr_buf_putc(out, c);
    }
    mr_buf_putc(out, quote);
}

void mr_token_dump(MrBuf *out, const MrSource *source, const MrTokens *tokens) {
    Place known = {0};
    for (size_t i = 0; i < tokens->count; i++) {
        const MrToken *token = &tokens->items[i];
        size_t from = out->length, column = count_column(source, &known, token->line, token->col);
        mr_buf_printf(out, "%d,%zu-%d,%zu:", token->line, column, token->end_line, count_column(source, &known, token->end_line, token->end_col));
        if (out->length - from < 20) mr_buf_fill(out, ' ', 20 - (out->length - from));
        const char *name = mr_token_is_keyword(token->kind) ? "NAME" : kind_names[token->kind];
        mr_buf_printf(out, "%-15s ", name);
        dump_text(out, source->text + token->start, token->end - token->start);
        mr_buf_putc(out, '\n');
    }
}
