/* The tokenizer's inner loop: one call of next_token() reads one token in regular mode.
 *
 * re2c makes lexer.c of this file (tools/lexer.sh); both are checked in. Rules for
 * indentation are in indent.c, brackets in brackets.c, numbers in numbers.c, strings in strings.c. The text's NUL
 * terminator is the sentinel, so no rule ever needs a bounds check. */
#include "lexer/lexer.h"
#include "lexer/scan.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

bool mr_scan_emit(MrScan *s, MrTokenKind kind) {
    MrToken token = {
        .kind = (uint8_t)kind,
        .start = (uint32_t)(s->token_start - s->source->text),
        .end = (uint32_t)(s->at - s->source->text),
        .line = s->token_line,
        .col = (int)(s->token_start - s->token_line_start),
        .end_line = s->line,
        .end_col = (int)(s->at - s->line_start),
    };
    if (MR_VEC_PUSH(&s->tokens, token)) return true;
    s->out_of_memory = true;
    return mr_diag_set_memory(s->diag);
}

bool mr_scan_fail_span(MrScan *s, MrDiagKind kind, MrLexEnd result, MrSpan span, bool in_chars, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(s->diag, kind, span, format, arguments);
    va_end(arguments);
    s->diag->char_columns = in_chars;
    s->result = result;
    return false;
}

bool mr_scan_fail(MrScan *s, const char *format, ...) {
    const char *at = s->at;
    while (at > s->line_start && ((unsigned char)at[-1] & 0xC0) == 0x80) at--;
    int col = at > s->line_start ? (int)(at - s->line_start) - 1 : MR_DIAG_NO_COL;
    va_list arguments;
    va_start(arguments, format);
    mr_diag_vset(s->diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){s->line, col, s->line, col}, format, arguments);
    va_end(arguments);
    s->diag->char_columns = true;
    s->result = MR_LEX_STRONG;
    return false;
}

bool mr_scan_fail_unclosed(MrScan *s) {
    const MrScanBracket *open = &s->brackets[s->bracket_count - 1];
    s->incomplete = true;
    return mr_scan_fail_span(s, MR_DIAG_SYNTAX_ERROR, MR_LEX_UNCLOSED, (MrSpan){open->line, open->col, 0, 0}, false, "'%c' was never closed", open->open);
}

/* The text is used up: newline if the last line has none, dedents, end marker. */
static bool finish(MrScan *s) {
    if (s->bracket_count) return mr_scan_fail_unclosed(s);
    mr_scan_begin(s);
    if (!s->line_begins) {
        if (!mr_scan_emit(s, TOK_NEWLINE)) return false;
        MR_VEC_LAST(&s->tokens).end_col++;
    }
    s->token_line = s->line = s->source->length ? s->source->line_count + 1 : 1;
    s->token_line_start = s->line_start = s->at;
    for (; s->indent_count > 1; s->indent_count--)
        if (!mr_scan_emit(s, TOK_DEDENT)) return false;
    s->result = MR_LEX_DONE;
    return mr_scan_emit(s, TOK_ENDMARKER);
}

/* In a field of an f-string, right at the field's own level, a colon begins the format spec. */
static bool begins_format_spec(MrScan *s) {
    MrScanFstring *f = mr_scan_fstring(s);
    if (!f || f->field < 0 || f->depth - 1 != f->field) return false;
    f->in_text = true;
    return true;
}

/* Reads one token and appends it. False at an error; at the end of the text after appending ENDMARKER, true. */
static bool next_token(MrScan *s) {
    const unsigned char *marker;
    if (s->fstring_count && mr_scan_fstring(s)->in_text) return mr_scan_fstring_text(s);
    if (s->line_begins && !s->bracket_count && !mr_scan_indentation(s)) return false;
    for (;;) {
        const unsigned char *cursor = (const unsigned char *)s->at;
        mr_scan_begin(s);
#define TOKEN_END (s->at = (const char *)cursor)
#define EMIT(kind) (TOKEN_END, s->line_begins = false, mr_scan_emit(s, TOK_##kind))
        /*!re2c
        re2c:define:YYCTYPE = "unsigned char";
        re2c:define:YYCURSOR = cursor;
        re2c:define:YYMARKER = marker;
        re2c:yyfill:enable = 0;

        name = [a-zA-Z_\x80-\xff][a-zA-Z0-9_\x80-\xff]*;
        ascii_name = [a-zA-Z_][a-zA-Z0-9_]*;
        string_prefix = ([uU] | [bB] [rR]? | [rR] [bB]?)?;
        format_prefix = [fF] [rR]? | [rR] [fF];

        [\x00] { s->at = s->end; return finish(s); }
        [ \t\f]+ { TOKEN_END; continue; }
        "#" [^\n\x00]* { TOKEN_END; continue; }
        "\\" {
            if (!mr_scan_continuation(s)) return false;
            continue;
        }
        "\n" {
            if (s->bracket_count) {
                mr_scan_newline(s);
                continue;
            }
            if (!EMIT(NEWLINE)) return false;
            s->at--;
            mr_scan_newline(s);
            s->line_begins = true;
            return true;
        }

        "False" { return EMIT(FALSE); }
        "None" { return EMIT(NONE); }
        "True" { return EMIT(TRUE); }
        "and" { return EMIT(AND); }
        "as" { return EMIT(AS); }
        "assert" { return EMIT(ASSERT); }
        "async" { return EMIT(ASYNC); }
        "await" { return EMIT(AWAIT); }
        "break" { return EMIT(BREAK); }
        "class" { return EMIT(CLASS); }
        "continue" { return EMIT(CONTINUE); }
        "def" { return EMIT(DEF); }
        "del" { return EMIT(DEL); }
        "elif" { return EMIT(ELIF); }
        "else" { return EMIT(ELSE); }
        "except" { return EMIT(EXCEPT); }
        "finally" { return EMIT(FINALLY); }
        "for" { return EMIT(FOR); }
        "from" { return EMIT(FROM); }
        "global" { return EMIT(GLOBAL); }
        "if" { return EMIT(IF); }
        "import" { return EMIT(IMPORT); }
        "in" { return EMIT(IN); }
        "is" { return EMIT(IS); }
        "lambda" { return EMIT(LAMBDA); }
        "nonlocal" { return EMIT(NONLOCAL); }
        "not" { return EMIT(NOT); }
        "or" { return EMIT(OR); }
        "pass" { return EMIT(PASS); }
        "raise" { return EMIT(RAISE); }
        "return" { return EMIT(RETURN); }
        "try" { return EMIT(TRY); }
        "while" { return EMIT(WHILE); }
        "with" { return EMIT(WITH); }
        "yield" { return EMIT(YIELD); }
        ascii_name { return EMIT(NAME); }
        name {
            TOKEN_END;
            if (!mr_scan_check_name(s) || !EMIT(NAME)) return false;
            MR_VEC_LAST(&s->tokens).flags |= MR_TOKEN_NON_ASCII;
            return true;
        }
        "."? [0-9] {
            s->line_begins = false;
            s->at = s->token_start;
            return mr_scan_number(s);
        }
        string_prefix ['"] {
            TOKEN_END;
            s->line_begins = false;
            return mr_scan_string(s);
        }
        format_prefix ['"] {
            TOKEN_END;
            s->line_begins = false;
            return mr_scan_fstring_start(s);
        }

        "(" { TOKEN_END; s->line_begins = false; return mr_scan_open(s, TOK_LPAREN); }
        "[" { TOKEN_END; s->line_begins = false; return mr_scan_open(s, TOK_LBRACKET); }
        "{" { TOKEN_END; s->line_begins = false; return mr_scan_open(s, TOK_LBRACE); }
        ")" { TOKEN_END; s->line_begins = false; return mr_scan_close(s, TOK_RPAREN); }
        "]" { TOKEN_END; s->line_begins = false; return mr_scan_close(s, TOK_RBRACKET); }
        "}" { TOKEN_END; s->line_begins = false; return mr_scan_close(s, TOK_RBRACE); }
        ":" { begins_format_spec(s); return EMIT(COLON); }
        ":=" {
            if (begins_format_spec(s)) {
                cursor--;
                return EMIT(COLON);
            }
            return EMIT(COLON_EQUAL);
        }
        "," { return EMIT(COMMA); }
        ";" { return EMIT(SEMICOLON); }
        "." { return EMIT(DOT); }
        "..." { return EMIT(ELLIPSIS); }
        "->" { return EMIT(ARROW); }
        "@" { return EMIT(AT); }
        "@=" { return EMIT(AT_EQUAL); }
        "!" { return EMIT(EXCLAMATION); }
        "=" { return EMIT(EQUAL); }
        "==" { return EMIT(EQ_EQUAL); }
        "!=" | "<>" { return EMIT(NOT_EQUAL); }
        "<" { return EMIT(LESS); }
        "<=" { return EMIT(LESS_EQUAL); }
        ">" { return EMIT(GREATER); }
        ">=" { return EMIT(GREATER_EQUAL); }
        "+" { return EMIT(PLUS); }
        "+=" { return EMIT(PLUS_EQUAL); }
        "-" { return EMIT(MINUS); }
        "-=" { return EMIT(MINUS_EQUAL); }
        "*" { return EMIT(STAR); }
        "*=" { return EMIT(STAR_EQUAL); }
        "**" { return EMIT(STAR_STAR); }
        "**=" { return EMIT(STAR_STAR_EQUAL); }
        "/" { return EMIT(SLASH); }
        "/=" { return EMIT(SLASH_EQUAL); }
        "//" { return EMIT(SLASH_SLASH); }
        "//=" { return EMIT(SLASH_SLASH_EQUAL); }
        "%" { return EMIT(PERCENT); }
        "%=" { return EMIT(PERCENT_EQUAL); }
        "&" { return EMIT(AMPERSAND); }
        "&=" { return EMIT(AMPERSAND_EQUAL); }
        "|" { return EMIT(PIPE); }
        "|=" { return EMIT(PIPE_EQUAL); }
        "^" { return EMIT(CARET); }
        "^=" { return EMIT(CARET_EQUAL); }
        "~" { return EMIT(TILDE); }
        "<<" { return EMIT(SHIFT_LEFT); }
        "<<=" { return EMIT(SHIFT_LEFT_EQUAL); }
        ">>" { return EMIT(SHIFT_RIGHT); }
        ">>=" { return EMIT(SHIFT_RIGHT_EQUAL); }

        [$?`] { return EMIT(UNKNOWN); }
        * {
            TOKEN_END;
            return mr_scan_fail(s, "invalid non-printable character U+%04X", (unsigned char)s->at[-1]);
        }
        */
#undef EMIT
#undef TOKEN_END
    }
}

/* Moves the tokens to the arena, so that the caller has one thing to free. */
static bool hand_over(MrScan *s, MrTokens *tokens) {
    tokens->count = s->tokens.count;
    tokens->items = mr_arena_copy(s->arena, s->tokens.items, s->tokens.count * sizeof *s->tokens.items);
    tokens->end = s->result;
    if (s->result != MR_LEX_DONE && mr_scan_fstring(s)) {
        tokens->end = MR_LEX_WEAK; /* CPython's look at the rest of the text overlooks errors inside f-strings */
    } else if (s->bracket_count) {
        const MrScanBracket *open = &s->brackets[s->bracket_count - 1];
        tokens->open = open->open;
        tokens->open_line = open->line;
        tokens->open_col = open->col;
    }
    tokens->incomplete = s->incomplete;
    return tokens->items || mr_diag_set_memory(s->diag);
}

bool mr_lex_all(const MrSource *source, MrArena *arena, MrDiag *diag, MrTokens *tokens) {
    *tokens = (MrTokens){0};
    MrScan *s = calloc(1, sizeof *s);
    if (!s) return mr_diag_set_memory(diag);
    s->source = source;
    s->arena = arena;
    s->diag = diag;
    s->at = s->line_start = source->text;
    s->end = source->text + source->length;
    s->line = 1;
    s->line_begins = true;
    s->indent_count = 1;
    s->result = MR_LEX_STRONG;
    bool good;
    do good = next_token(s);
    while (good && MR_VEC_LAST(&s->tokens).kind != TOK_ENDMARKER);
    if (!good && !s->out_of_memory) {
        mr_scan_begin(s);
        if (diag->line > 0 && diag->line <= source->line_count && s->result != MR_LEX_UNCLOSED) {
            s->token_line = s->line = diag->line;
            s->token_line_start = s->line_start = source->text + source->lines[diag->line - 1];
            s->token_start = s->at = s->line_start + (diag->col > 0 ? diag->col : 0);
        }
        mr_scan_emit(s, TOK_ERROR);
    }
    bool done = !s->out_of_memory && hand_over(s, tokens);
    MR_VEC_FREE(&s->tokens);
    free(s);
    return done;
}
