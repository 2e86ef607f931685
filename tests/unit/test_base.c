/* Unit tests of base/: containers, UTF-8, hashes, source loading, diagnostics, number text, Unicode names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/numtext.h"
#include "base/sha256.h"
#include "base/source.h"
#include "base/uniname.h"
#include "base/utf8.h"
#include "base/vec.h"

#define UNUSED(state) ((void)(state))

static void arena_keeps_what_it_gave(void **state) {
    UNUSED(state);
    MrArena arena;
    mr_arena_init(&arena);
    char *first = mr_arena_strdup(&arena, "first", 5);
    for (size_t size = 0; size < 5000; size += 7) {
        unsigned char *bytes = mr_arena_alloc(&arena, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % 8, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(bytes[i], 0);
        memset(bytes, 0xAA, size);
    }
    assert_string_equal(first, "first");
    assert_null(mr_arena_alloc(&arena, SIZE_MAX - 3));
    assert_true(arena.failed);
    mr_arena_fini(&arena);
    assert_false(arena.failed);
}

static void buf_grows_and_fails_softly(void **state) {
    UNUSED(state);
    MrBuf buf = MR_BUF_EMPTY;
    for (int i = 0; i < 100; i++) mr_buf_printf(&buf, "%d,", i);
    assert_int_equal(buf.length, 290);
    mr_buf_printf(&buf, "%0200d", 7);
    assert_int_equal(buf.length, 490);
    mr_buf_put_codepoint(&buf, 0x1F600);
    assert_string_equal(buf.data + 490, "\xF0\x9F\x98\x80");
    assert_false(mr_buf_reserve(&buf, SIZE_MAX / 2));
    mr_buf_puts(&buf, "dropped");
    assert_int_equal(buf.length, 494);
    assert_null(mr_buf_steal(&buf, NULL));
    size_t length;
    char *text = mr_buf_steal(&buf, &length);
    assert_string_equal(text, "");
    free(text);
}

static void vec_pushes_and_pops(void **state) {
    UNUSED(state);
    MR_VEC(int) vec = MR_VEC_EMPTY;
    for (int i = 0; i < 1000; i++) assert_true(MR_VEC_PUSH(&vec, i));
    assert_int_equal(vec.count, 1000);
    assert_int_equal(MR_VEC_POP(&vec), 999);
    assert_int_equal(MR_VEC_LAST(&vec), 998);
    assert_false(MR_VEC_RESERVE(&vec, SIZE_MAX / 8));
    MR_VEC_FREE(&vec);
}

static void utf8_round_trips(void **state) {
    UNUSED(state);
    for (uint32_t c = 0; c < 0x110000; c += c < 0x3000 ? 1 : 61) {
        char bytes[MR_UTF8_MAX];
        unsigned size = mr_utf8_encode(c, bytes);
        assert_int_equal(size, mr_utf8_size(c));
        const char *at = bytes;
        assert_int_equal(mr_utf8_decode(&at, bytes + size, true), c);
        assert_ptr_equal(at, bytes + size);
        assert_int_equal(mr_utf8_decode_back(&at, bytes), c);
        assert_ptr_equal(at, bytes);
        assert_int_equal(mr_utf8_decode_valid(&at), c);
        assert_int_equal(mr_utf8_validate(bytes, size, false) == size, !mr_codepoint_is_surrogate(c));
    }
}

static void utf8_finds_faults(void **state) {
    UNUSED(state);
    static const struct { const char *text; size_t offset, bad; const char *reason; } cases[] = {
        {"ab\xFFz", 2, 1, "invalid start byte"},          {"a\xC0\x80", 1, 1, "invalid start byte"},
        {"\xE2\x82", 0, 2, "unexpected end of data"},     {"\xE2(\xA1", 0, 1, "invalid continuation byte"},
        {"\xF0\x9F\x98z", 0, 3, "invalid continuation byte"}, {"\xED\xA0\x80", 0, 1, "invalid continuation byte"},
        {"12345678\x80", 8, 1, "invalid start byte"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = strlen(cases[i].text), bad;
        assert_int_equal(mr_utf8_validate(cases[i].text, length, false), cases[i].offset);
        assert_string_equal(mr_utf8_explain(cases[i].text, length, cases[i].offset, &bad), cases[i].reason);
        assert_int_equal(bad, cases[i].bad);
    }
    static const char text[] = "na\xC3\xAFve \xE2\x82\xAC\xF0\x9F\x98\x80 and more";
    size_t index;
    assert_int_equal(mr_utf8_count(text, sizeof text - 1), 17);
    assert_int_equal(mr_utf8_offset(text, sizeof text - 1, 7), 10);
    assert_true(mr_utf8_find_surrogate("\xC3\xA9\xED\xB0\x80", 5, &index));
    assert_int_equal(index, 1);
    assert_false(mr_utf8_find_surrogate("\xED\x9F\xBF", 3, NULL));
}

static void siphash_depends_on_seed_and_every_byte(void **state) {
    UNUSED(state);
    MrHashSeed seed = {0x0706050403020100u, 0x0F0E0D0C0B0A0908u};
    unsigned char bytes[16];
    for (int i = 0; i < 16; i++) bytes[i] = (unsigned char)i;
    assert_true(mr_hash_bytes(seed, "", 0) == 0xABAC0158050FC4DCu);
    for (size_t length = 1; length <= 16; length++) {
        uint64_t hash = mr_hash_bytes(seed, bytes, length);
        for (size_t i = 0; i < length; i++) {
            bytes[i] ^= 0x80;
            assert_true(mr_hash_bytes(seed, bytes, length) != hash);
            bytes[i] ^= 0x80;
        }
        assert_true(mr_hash_bytes((MrHashSeed){0, 0}, bytes, length) != hash);
    }
}

/* Loads text and renders the error; the caller frees the result. */
static char *load_error(const char *bytes, size_t length, bool from_str) {
    MrDiag diag;
    mr_diag_init(&diag);
    MrSource source;
    MrBuf out = MR_BUF_EMPTY;
    if (!mr_source_init(&source, "x.py", bytes, length, from_str, &diag)) mr_diag_print(&out, &source, &diag);
    mr_source_fini(&source);
    mr_diag_fini(&diag);
    return mr_buf_steal(&out, NULL);
}

static void source_checks_its_encoding(void **state) {
    UNUSED(state);
    static const struct { const char *bytes; const char *error; } cases[] = {
        {"x = 1\n", ""},
        {"\xEF\xBB\xBFx = 1\n", ""},
        {"# -*- coding: latin-1 -*-\nx = '\xE9'\n", ""},
        {"# vim: set fileencoding=UTF_8:\n", ""},
        {"x = 1\n# coding: xyz\n", ""},
        {"# coding: xyz\n", "SyntaxError: encoding problem: xyz\n"},
        {"\n# coding: xyz\n", "SyntaxError: encoding problem: xyz\n"},
        {"\xEF\xBB\xBF# coding: latin-1\n", "SyntaxError: encoding problem: iso-8859-1 with BOM\n"},
        {"# coding: ascii\n'\xE9'\n", "SyntaxError: encoding problem: ascii\n"},
        {"x = 1\ny = '\xE9'\n",
         "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file x.py on line 2, but no encoding declared; "
         "see https://peps.python.org/pep-0263/ for details\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *error = load_error(cases[i].bytes, strlen(cases[i].bytes), false);
        assert_string_equal(error, cases[i].error);
        free(error);
    }
    char *error = load_error("x = 1\0\ny\n", 9, false);
    assert_string_equal(error, "  File \"x.py\", line 1\n    x = 1\nSyntaxError: source code cannot contain null bytes\n");
    free(error);
}

static void source_knows_its_lines(void **state) {
    UNUSED(state);
    MrDiag diag;
    mr_diag_init(&diag);
    MrSource source;
    assert_true(mr_source_init(&source, "x.py", "one\r\ntwo\rthree\n\nfive", 20, true, &diag));
    assert_int_equal(source.line_count, 5);
    size_t length;
    assert_memory_equal(mr_source_line(&source, 3, &length), "three", 5);
    assert_int_equal(length, 5);
    assert_null(mr_source_line(&source, 6, &length));
    assert_int_equal(mr_source_line_at(&source, 0), 1);
    assert_int_equal(mr_source_line_at(&source, 4), 2);
    assert_int_equal(mr_source_line_at(&source, source.length), 5);
    mr_source_fini(&source);
}

/* Keys are the bytes 0, 7, 14..., messages 0, 31, 62...; digests as Python's hashlib and hmac give them. */
static void sha256_gives_known_digests(void **state) {
    static const struct { size_t key, message; const char *digest, *hmac; } rows[] = {
        {0, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"},
        {3, 55, "27d3069ecafb8507f92fa750312a99afe0908525e67b2abe8942b51659945b1b", "016bdeb32122f7b97d55273dd49462a03cd3ca4c9ff19e4a2fc2a28eae91c322"},
        {64, 56, "3428ab653c0a1ac104ee80fd3bed55135da5556ca4c26da9c781ae56364a6969", "d8668c5ec36c2d36d4971374c1d8339e9334ead2628366bce75e3fb4d5fc558d"},
        {65, 64, "a08f82c23e6c13629d8e33d0d2a13005fb104363eb793b5e8842044951d27764", "d8755c31693b5e7ce0c523121cddb7f6de313b665300814e925f73806e542c91"},
        {32, 119, "b4639d08cdba917a7875088b4e05633a7812e14282482de937915c9799b17250", "5ae793892f62c16a7bfb4af877fcac49a102709fa724bf1d766ba4af655c5867"},
        {200, 1000, "945acdf575d6a2430bf4d6163e1d03b4b0b896fcef107c8b24bf7ff07a621fa3", "688c154fa8197c7f7915dda550df42d3ee4ffc2b343b64bf666656a505cb678e"},
    };
    UNUSED(state);
    unsigned char key[256], message[1024], out[MR_SHA256_SIZE];
    char hex[2 * MR_SHA256_SIZE + 1];
    for (int i = 0; i < 256; i++) key[i] = (unsigned char)(i * 7);
    for (int i = 0; i < 1024; i++) message[i] = (unsigned char)(i * 31);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int keyed = 0; keyed < 2; keyed++) {
            if (keyed) mr_hmac_sha256(key, rows[i].key, message, rows[i].message, out);
            else mr_sha256(message, rows[i].message, out);
            for (int k = 0; k < MR_SHA256_SIZE; k++) snprintf(hex + 2 * k, 3, "%02x", out[k]);
            assert_string_equal(hex, keyed ? rows[i].hmac : rows[i].digest);
        }
}

static void diag_prints_carets(void **state) {
    UNUSED(state);
    MrDiag diag;
    mr_diag_init(&diag);
    MrSource source;
    assert_true(mr_source_init(&source, "x.py", "if 1:\n    caf\xC3\xA9 = 1 2\n", 22, true, &diag));
    mr_diag_set(&diag, MR_DIAG_SYNTAX_ERROR, (MrSpan){2, 12, 2, 15}, "invalid %s", "syntax");
    mr_diag_set(&diag, MR_DIAG_TAB_ERROR, (MrSpan){1, 0, 0, 0}, "a later error changes nothing");
    mr_diag_warn(&diag, MR_WARN_TEXT, (MrSpan){2, 0, 2, 4}, "invalid escape sequence '%s'", "\\d");
    MrBuf out = MR_BUF_EMPTY;
    mr_diag_print(&out, &source, &diag);
    assert_string_equal(out.data, "  File \"x.py\", line 2\n    caf\xC3\xA9 = 1 2\n           ^^^\nSyntaxError: invalid syntax\n");
    assert_string_equal(diag.warnings->message, "invalid escape sequence '\\d'");
    mr_buf_fini(&out);
    mr_diag_fini(&diag);
    mr_source_fini(&source);
}

static void doubles_print_shortest(void **state) {
    UNUSED(state);
    static const struct { double value; const char *repr; } cases[] = {
        {0.0, "0.0"}, {-0.0, "-0.0"}, {1.0, "1.0"}, {0.1, "0.1"}, {1e16, "1e+16"}, {1e15, "1000000000000000.0"},
        {0.0001, "0.0001"}, {0.00001, "1e-05"}, {5e-324, "5e-324"}, {1.7976931348623157e308, "1.7976931348623157e+308"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"}, {123456.789, "123456.789"}, {9007199254740993.0, "9007199254740992.0"},
        {0x1p63, "9.223372036854776e+18"}, {0x1p-44, "5.684341886080802e-14"}, {-2.5, "-2.5"}, {1.0 / 3, "0.3333333333333333"},
    };
    char text[MR_DOUBLE_REPR_MAX];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(mr_double_repr(cases[i].value, text), strlen(cases[i].repr));
        assert_string_equal(text, cases[i].repr);
    }
    MrBuf out = MR_BUF_EMPTY;
    mr_double_format(&out, 2.5, 'f', 0, false);
    mr_double_format(&out, 2.5, 'f', 0, true);
    mr_double_format(&out, -1e300 * 1e300, 'E', 3, false);
    mr_double_format(&out, 1234.5, 'e', 2, false);
    assert_string_equal(out.data, "22.-INF1.23e+03");
    mr_buf_fini(&out);
}

static void doubles_survive_a_round_trip(void **state) {
    UNUSED(state);
    uint64_t bits = 88172645463325252u;
    for (int i = 0; i < 20000; i++) {
        bits ^= bits << 13;
        bits ^= bits >> 7;
        bits ^= bits << 17;
        uint64_t pattern = (i & 7 ? bits : bits & 0xFFF0000000000000u) & ~(1ull << 63);
        if (pattern >> 52 == 0x7FF) continue;
        double value, parsed;
        memcpy(&value, &pattern, sizeof value);
        char text[MR_DOUBLE_REPR_MAX];
        size_t length = mr_double_repr(value, text);
        assert_int_equal(mr_double_parse(text, length, &parsed), length);
        assert_memory_equal(&parsed, &value, sizeof value);
    }
}

static void doubles_parse_correctly_rounded(void **state) {
    UNUSED(state);
    static const char *const cases[] = {
        "9007199254740993", "1e23", "2.4703282292062327208e-324", "2.4703282292062328e-324", "1.7976931348623159e308",
        "2.2250738585072011e-308", "1e400", "1e-400", "0.000", "123456789012345678901234567890", "1e", "7.",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        char *end;
        double expected = strtod(cases[i], &end);
        assert_int_equal(mr_double_parse(cases[i], strlen(cases[i]), &value), end - cases[i]);
        assert_memory_equal(&value, &expected, sizeof value);
    }
    double value;
    assert_int_equal(mr_double_parse(".", 1, &value), 0);
}

static void names_are_found_both_ways(void **state) {
    UNUSED(state);
    uint32_t out[MR_UNINAME_SEQUENCE_MAX];
    char name[MR_UNINAME_MAX];
    static const struct { const char *name; uint32_t code; } cases[] = {
        {"SPACE", 0x20}, {"BULLET", 0x2022}, {"latin small letter e with acute", 0xE9}, {"GRINNING FACE", 0x1F600},
        {"HANGUL SYLLABLE GAG", 0xAC01}, {"HANGUL SYLLABLE HIH", 0xD7A3}, {"CJK UNIFIED IDEOGRAPH-4E00", 0x4E00},
        {"LINE FEED", 0xA}, {"TIBETAN LETTER -A", 0xF60}, {"TIBETAN MARK BKA- SHOG GI MGO RGYAN", 0xFD0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(mr_uniname_lookup(cases[i].name, strlen(cases[i].name), false, out), 1);
        assert_int_equal(out[0], cases[i].code);
    }
    assert_int_equal(mr_uniname_lookup("KEYCAP NUMBER SIGN", 18, true, out), 3);
    assert_int_equal(mr_uniname_lookup("KEYCAP NUMBER SIGN", 18, false, out), 0);
    assert_int_equal(mr_uniname_lookup("NO SUCH NAME", 12, true, out), 0);
    assert_int_equal(mr_uniname_of(0xE000, name), 0);
    for (uint32_t code = 0; code < 0x20000; code += 97) {
        size_t length = mr_uniname_of(code, name);
        if (!length) continue;
        assert_int_equal(mr_uniname_lookup(name, length, false, out), 1);
        assert_int_equal(out[0], code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_keeps_what_it_gave),
        cmocka_unit_test(buf_grows_and_fails_softly),
        cmocka_unit_test(vec_pushes_and_pops),
        cmocka_unit_test(utf8_round_trips),
        cmocka_unit_test(utf8_finds_faults),
        cmocka_unit_test(siphash_depends_on_seed_and_every_byte),
        cmocka_unit_test(source_checks_its_encoding),
        cmocka_unit_test(source_knows_its_lines),
        cmocka_unit_test(sha256_gives_known_digests),
        cmocka_unit_test(diag_prints_carets),
        cmocka_unit_test(doubles_print_shortest),
        cmocka_unit_test(doubles_survive_a_round_trip),
        cmocka_unit_test(doubles_parse_correctly_rounded),
        cmocka_unit_test(names_are_found_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
