/* Unit tests of lexer/: token streams, errors with their places, literal values. The expectations were taken from CPython 3.12. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lexer/lexer.h"
#include "lexer/literals.h"

typedef struct Lexed {
    MrSource source;
    MrDiag diag;
    MrArena arena;
    MrTokens tokens;
} Lexed;

static void lex(Lexed *lexed, const char *text) {
    mr_diag_init(&lexed->diag);
    mr_arena_init(&lexed->arena);
    assert_true(mr_source_init(&lexed->source, "x.py", text, strlen(text), false, &lexed->diag));
    assert_true(mr_lex_all(&lexed->source, &lexed->arena, &lexed->diag, &lexed->tokens));
}

static void unlex(Lexed *lexed) {
    mr_arena_fini(&lexed->arena);
    mr_diag_fini(&lexed->diag);
    mr_source_fini(&lexed->source);
}

/* Kinds of all tokens, or their spelling for keywords and operators, with blanks between. */
static void assert_tokens(const char *text, const char *expected) {
    Lexed lexed;
    lex(&lexed, text);
    MrBuf out = MR_BUF_EMPTY;
    for (size_t i = 0; i < lexed.tokens.count; i++)
        mr_buf_printf(&out, "%s%s", i ? " " : "", mr_token_kind_text(lexed.tokens.items[i].kind));
    assert_string_equal(out.data, expected);
    mr_buf_fini(&out);
    unlex(&lexed);
}

static void tokens_of_statements(void **state) {
    (void)state;
    assert_tokens("", "ENDMARKER");
    assert_tokens("# only\n\n", "ENDMARKER");
    assert_tokens("x = 1", "NAME = NUMBER NEWLINE ENDMARKER");
    assert_tokens("if x:\n  y\n  # c\n\n  z\nw\n",
                  "if NAME : NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT NAME NEWLINE ENDMARKER");
    assert_tokens("if a:\n if b:\n  c", "if NAME : NEWLINE INDENT if NAME : NEWLINE INDENT NAME NEWLINE DEDENT DEDENT ENDMARKER");
    assert_tokens("(a,\n  b)\n", "( NAME , NAME ) NEWLINE ENDMARKER");
    assert_tokens("a = \\\n  b\n", "NAME = NAME NEWLINE ENDMARKER");
    assert_tokens("a**=b//c->d!=e...:=", "NAME **= NAME // NAME -> NAME != NAME ... := NEWLINE ENDMARKER");
    assert_tokens("match case type _ ifx", "NAME NAME NAME NAME NAME NEWLINE ENDMARKER");
    assert_tokens("rb'x' u\"y\" bx'z'", "STRING STRING NAME STRING NEWLINE ENDMARKER");
    assert_tokens("1.5e3j 0xFF 1_0 .5", "NUMBER NUMBER NUMBER NUMBER NEWLINE ENDMARKER");
}

static void tokens_of_fstrings(void **state) {
    (void)state;
    assert_tokens("f''", "FSTRING_START FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f\"a{{{x!r:>{w}}b\"", "FSTRING_START FSTRING_MIDDLE { NAME ! NAME : FSTRING_MIDDLE { NAME } } "
                                          "FSTRING_MIDDLE FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'{f'{1}'}'", "FSTRING_START { FSTRING_START { NUMBER } FSTRING_END } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'{x=}'", "FSTRING_START { NAME = } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'{x:=5}'", "FSTRING_START { NAME : FSTRING_MIDDLE } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'{(x:=5)}'", "FSTRING_START { ( NAME := NUMBER ) } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'{a[b:c]!=d}'", "FSTRING_START { NAME [ NAME : NAME ] != NAME } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'''{\nx # note\n}'''", "FSTRING_START { NAME } FSTRING_END NEWLINE ENDMARKER");
    assert_tokens("f'\\N{BULLET}{x}'", "FSTRING_START FSTRING_MIDDLE { NAME } FSTRING_END NEWLINE ENDMARKER");
}

static void dump_shows_positions(void **state) {
    (void)state;
    Lexed lexed;
    lex(&lexed, "\xC3\xA9 = '''a\nb'''\n");
    MrBuf out = MR_BUF_EMPTY;
    mr_token_dump(&out, &lexed.source, &lexed.tokens);
    assert_string_equal(out.data, "1,0-1,1:            NAME            '\xC3\xA9'\n"
                                  "1,2-1,3:            EQUAL           '='\n"
                                  "1,4-2,4:            STRING          \"'''a\\nb'''\"\n"
                                  "2,4-2,5:            NEWLINE         '\\n'\n"
                                  "3,0-3,0:            ENDMARKER       ''\n");
    mr_buf_fini(&out);
    unlex(&lexed);
}

static void errors_have_text_and_place(void **state) {
    (void)state;
    static const struct { const char *text; MrLexEnd end; int line, offset; const char *message; } cases[] = {
        {"x = [1, (2,\nfoo)\n", MR_LEX_UNCLOSED, 1, 5, "'[' was never closed"},
        {"x = 1)\n", MR_LEX_STRONG, 1, 6, "unmatched ')'"},
        {"x = (1]\n", MR_LEX_STRONG, 1, 7, "closing parenthesis ']' does not match opening parenthesis '('"},
        {"x = (1,\n2]\n", MR_LEX_STRONG, 2, 2, "closing parenthesis ']' does not match opening parenthesis '(' on line 1"},
        {"\xC3\xA9 = 'abc\n", MR_LEX_STRONG, 1, 5, "unterminated string literal (detected at line 1)"},
        {"x = '''a\nb\n", MR_LEX_STRONG, 1, 5, "unterminated triple-quoted string literal (detected at line 2)"},
        {"f'abc\n", MR_LEX_WEAK, 1, 1, "unterminated f-string literal (detected at line 1)"},
        {"f'}'\n", MR_LEX_WEAK, 1, 3, "f-string: single '}' is not allowed"},
        {"f'{)}'\n", MR_LEX_WEAK, 1, 4, "f-string: unmatched ')'"},
        {"f'{x'\n", MR_LEX_WEAK, 1, 5, "f-string: expecting '}'"},
        {"f'{a:{b:{c:{d}}}}'\n", MR_LEX_WEAK, 1, 11, "f-string: expressions nested too deeply"},
        {"x = 1 \\ 2\n", MR_LEX_WEAK, 1, 8, "unexpected character after line continuation character"},
        {"x = 1abc\n", MR_LEX_STRONG, 1, 5, "invalid decimal literal"},
        {"x = 0xg\n", MR_LEX_STRONG, 1, 6, "invalid hexadecimal literal"},
        {"x = 0o18\n", MR_LEX_STRONG, 1, 8, "invalid digit '8' in octal literal"},
        {"x = 012\n", MR_LEX_STRONG, 1, 5,
         "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"},
        {"x = \xE2\x82\xAC\n", MR_LEX_STRONG, 1, 5, "invalid character '\xE2\x82\xAC' (U+20AC)"},
        {"x = \xC2\xA0" "1\n", MR_LEX_STRONG, 1, 5, "invalid non-printable character U+00A0"},
        {"if 1:\n    x\n  y\n", MR_LEX_WEAK, 3, 4, "unindent does not match any outer indentation level"},
        {"if 1:\n        x\n\ty\n", MR_LEX_WEAK, 3, 1, "inconsistent use of tabs and spaces in indentation"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Lexed lexed;
        lex(&lexed, cases[i].text);
        assert_true(mr_diag_failed(&lexed.diag));
        assert_string_equal(lexed.diag.message, cases[i].message);
        MrDiagPlace place = mr_diag_place(&lexed.source, &lexed.diag);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.offset, cases[i].offset);
        assert_int_equal(lexed.tokens.end, cases[i].end);
        assert_int_equal(lexed.tokens.items[lexed.tokens.count - 1].kind, TOK_ERROR);
        unlex(&lexed);
    }
}

static void brackets_have_a_limit(void **state) {
    (void)state;
    char text[256] = {0};
    Lexed lexed;
    memset(text, '(', 201);
    lex(&lexed, text);
    assert_string_equal(lexed.diag.message, "too many nested parentheses");
    unlex(&lexed);
    text[200] = 0;
    lex(&lexed, text);
    assert_string_equal(lexed.diag.message, "'(' was never closed");
    assert_int_equal(lexed.tokens.open, '(');
    assert_int_equal(lexed.tokens.open_col, 199);
    assert_true(lexed.tokens.incomplete);
    unlex(&lexed);
}

static void identifiers_are_normalised(void **state) {
    (void)state;
    Lexed lexed;
    lex(&lexed, "\xEF\xAC\x81x = 1"); /* U+FB01, the ligature fi */
    size_t length;
    const char *name = mr_token_name(&lexed.source, &lexed.tokens.items[0], &lexed.arena, &length);
    assert_int_equal(length, 3);
    assert_memory_equal(name, "fix", 3);
    unlex(&lexed);
}

/* Decodes the string that is the only token of `text`; compares value or error, and the first warning. */
static void assert_string(const char *text, const char *value, const char *error, const char *warning) {
    Lexed lexed;
    lex(&lexed, text);
    const MrToken *token = lexed.tokens.items;
    MrText decoded;
    bool good = token->kind == TOK_STRING
                    ? mr_literal_string(&lexed.source, token, &lexed.arena, &lexed.diag, &decoded)
                    : mr_literal_fstring_text(&lexed.source, token, token + 1, false, &lexed.arena, &lexed.diag, &decoded);
    assert_int_equal(good, value != NULL);
    if (good) {
        assert_int_equal(decoded.length, strlen(value));
        assert_memory_equal(decoded.data, value, decoded.length);
    } else {
        assert_string_equal(lexed.diag.message, error);
    }
    if (warning) assert_string_equal(lexed.diag.warnings->message, warning);
    else assert_null(lexed.diag.warnings);
    unlex(&lexed);
}

static void strings_are_decoded(void **state) {
    (void)state;
    assert_string("'a\\n\\x41\\101\\u00e9\\\\'", "a\nAA\xC3\xA9\\", NULL, NULL);
    assert_string("r'\\d'", "\\d", NULL, NULL);
    assert_string("'\\d\\q'", "\\d\\q", NULL, "invalid escape sequence '\\d'");
    assert_string("b'\\501'", "A", NULL, "invalid octal escape sequence '\\501'");
    assert_string("'\\ud800'", "\xED\xA0\x80", NULL, NULL);
    assert_string("'\\N{bullet}'", "\xE2\x80\xA2", NULL, NULL);
    assert_string("f'a{{b}}'", "a{b}", NULL, NULL);
    assert_string("b'\xC3\xA9'", NULL, "bytes can only contain ASCII literal characters", NULL);
    assert_string("b'a\\x4'", NULL, "(value error) invalid \\x escape at position 1", NULL);
    assert_string("'\xC3\xA9 \\x4'", NULL,
                  "(unicode error) 'unicodeescape' codec can't decode bytes in position 11-13: truncated \\xXX escape", NULL);
    assert_string("'\\N{FOO}'", NULL,
                  "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name",
                  NULL);
}

static MrNumber decode_number(Lexed *lexed, const char *text) {
    MrNumber number;
    lex(lexed, text);
    assert_true(mr_literal_number(&lexed->source, lexed->tokens.items, 4300, &lexed->arena, &lexed->diag, &number));
    return number;
}

static void numbers_are_decoded(void **state) {
    (void)state;
    Lexed lexed;
    MrNumber number = decode_number(&lexed, "0x7fff_ffff_ffff_ffff");
    assert_int_equal(number.kind, MR_NUMBER_INT);
    assert_true(number.integer == INT64_MAX);
    unlex(&lexed);
    number = decode_number(&lexed, "0XFFFF_FFFF_FFFF_FFFF_F");
    assert_int_equal(number.kind, MR_NUMBER_BIG);
    assert_int_equal(number.base, 16);
    assert_string_equal(number.digits, "fffffffffffffffff");
    unlex(&lexed);
    number = decode_number(&lexed, "1_0.5e-1J");
    assert_int_equal(number.kind, MR_NUMBER_IMAGINARY);
    assert_true(number.real == 1.05);
    unlex(&lexed);
    char text[4302];
    memset(text, '9', 4301);
    text[4301] = 0;
    lex(&lexed, text);
    assert_false(mr_literal_number(&lexed.source, lexed.tokens.items, 4300, &lexed.arena, &lexed.diag, &number));
    assert_non_null(strstr(lexed.diag.message, "value has 4301 digits"));
    unlex(&lexed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_of_statements), cmocka_unit_test(tokens_of_fstrings),
        cmocka_unit_test(dump_shows_positions), cmocka_unit_test(errors_have_text_and_place),
        cmocka_unit_test(brackets_have_a_limit), cmocka_unit_test(identifiers_are_normalised),
        cmocka_unit_test(strings_are_decoded),  cmocka_unit_test(numbers_are_decoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
