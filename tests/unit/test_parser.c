/* The parser against goldens: trees in tests/parser (written by CPython's ast.dump) and syntax errors in tests/errors/syntax (CPython's
 * stderr), then what files cannot show: identity of names, incomplete input, eval and single mode, and inputs made to exhaust a stack.
 *
 * Run from the project's root. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "parser/parser.h"

typedef struct Parsed {
    MrSource source;
    MrArena arena;
    MrDiag diag;
    MrAst *root;
    MrMissing missing;
} Parsed;

static void parse_bytes(Parsed *it, const char *name, const char *bytes, size_t length, MrParseMode mode) {
    mr_diag_init(&it->diag);
    mr_arena_init(&it->arena);
    it->root = NULL;
    it->missing = MR_MISSING_NOTHING;
    bool loaded = mr_source_init(&it->source, name, bytes, length, false, &it->diag);
    it->source.streamed = mode == MR_PARSE_FILE; /* as a script is read */
    if (loaded)
        it->root = mr_parse_partial(&it->source, &it->arena, mode, 0, &it->diag, &it->missing);
    assert_int_equal(it->root != NULL, it->diag.kind == MR_DIAG_NONE);
}

static void parse_text(Parsed *it, const char *text, MrParseMode mode) { parse_bytes(it, "<test>", text, strlen(text), mode); }

static void release(Parsed *it) {
    mr_arena_fini(&it->arena);
    mr_diag_fini(&it->diag);
    mr_source_fini(&it->source);
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("cannot open %s", path);
    MrBuf text = MR_BUF_EMPTY;
    char chunk[4096];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) mr_buf_write(&text, chunk, got);
    fclose(file);
    return mr_buf_steal(&text, length);
}

/* Calls `check` with each x.py of a folder and the contents of its golden. */
static int for_each_golden(const char *folder, const char *suffix, void (*check)(const char *, Parsed *, const char *)) {
    DIR *dir = opendir(folder);
    if (!dir) fail_msg("no folder %s: run from the project's root", folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        size_t length = strlen(entry->d_name), golden_length;
        if (length < 4 || strcmp(entry->d_name + length - 3, ".py") != 0) continue;
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *text = read_file(path, &length);
        snprintf(path, sizeof path, "%s/%.*s%s", folder, (int)strlen(entry->d_name) - 3, entry->d_name, suffix);
        char *golden = read_file(path, &golden_length);
        Parsed parsed;
        char name[512]; /* as the runner of script tests, for which the errors are tests too, has CPython name the file */
        snprintf(name, sizeof name, "{dir}/%s", entry->d_name);
        parse_bytes(&parsed, name, text, length, MR_PARSE_FILE);
        check(path, &parsed, golden);
        release(&parsed);
        free(text);
        free(golden);
        count++;
    }
    closedir(dir);
    return count;
}

static void check_tree(const char *path, Parsed *parsed, const char *golden) {
    if (!parsed->root) fail_msg("%s: %s", path, parsed->diag.message);
    MrBuf out = MR_BUF_EMPTY;
    assert_true(mr_ast_dump(&out, parsed->root, 2));
    mr_buf_putc(&out, '\n');
    if (strcmp(out.data, golden) != 0) fail_msg("%s differs from the parser's tree", path);
    mr_buf_fini(&out);
}

static void check_error(const char *path, Parsed *parsed, const char *golden) {
    if (parsed->root) fail_msg("%s: no error", path);
    MrBuf out = MR_BUF_EMPTY;
    mr_diag_print(&out, &parsed->source, &parsed->diag);
    if (strcmp(out.data, golden) != 0) fail_msg("%s\ngot:\n%s\nwant:\n%s", path, out.data, golden);
    mr_buf_fini(&out);
}

static void test_trees(void **state) {
    (void)state;
    assert_true(for_each_golden("tests/parser", ".ast", check_tree) >= 6);
}

static void test_errors(void **state) {
    (void)state;
    assert_true(for_each_golden("tests/errors/syntax", ".err", check_error) >= 120);
}

static void test_names_are_interned(void **state) {
    (void)state;
    Parsed it;
    parse_text(&it, "spam; spam; eggs\n", MR_PARSE_FILE);
    MrNodeList body = mr_ast_Module(it.root)->body;
    const MrName *names[3];
    for (int i = 0; i < 3; i++) names[i] = mr_ast_Name(mr_ast_Expr(body.items[i])->value)->id;
    assert_ptr_equal(names[0], names[1]);
    assert_ptr_not_equal(names[0], names[2]);
    assert_int_equal(names[2]->len, 4);
    release(&it);
}

static void test_spans(void **state) {
    (void)state;
    Parsed it;
    parse_text(&it, "x = (é) + b\n", MR_PARSE_FILE);
    const MrAst *sum = mr_ast_Assign(mr_ast_Module(it.root)->body.items[0])->value;
    assert_int_equal(sum->col, 4);
    assert_int_equal(sum->end_col, 12);
    const MrAst *left = mr_ast_BinOp(sum)->left;
    assert_int_equal(left->col, 5);
    assert_int_equal(left->end_col, 7);
    assert_true(left->flags & AST_FLAG_PAREN);
    release(&it);
}

static void test_modes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        MrParseMode mode;
        const char *dump; /* NULL: an error */
    } cases[] = {
        {" 1", MR_PARSE_EVAL, NULL},
        {"a, b", MR_PARSE_EVAL, "Expression(body=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))"},
        {"a = 1", MR_PARSE_EVAL, NULL},
        {"*a", MR_PARSE_EVAL, NULL},
        {"pass\n", MR_PARSE_SINGLE, "Interactive(body=[Pass()])"},
        {"a; b\n", MR_PARSE_SINGLE, "Interactive(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))])"},
        {"if a:\n  b\n", MR_PARSE_SINGLE,
         "Interactive(body=[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], orelse=[])])"},
        {"a\nb\n", MR_PARSE_SINGLE, NULL},
        {"", MR_PARSE_FILE, "Module(body=[], type_ignores=[])"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Parsed it;
        parse_text(&it, cases[i].text, cases[i].mode);
        if (cases[i].dump) {
            MrBuf out = MR_BUF_EMPTY;
            assert_non_null(it.root);
            assert_true(mr_ast_dump(&out, it.root, -1));
            assert_string_equal(out.data, cases[i].dump);
            mr_buf_fini(&out);
        } else {
            assert_null(it.root);
        }
        release(&it);
    }
}

static void test_incomplete_input(void **state) {
    (void)state;
    static const char *const more[] = {"f(", "x = [1,\n", "'''abc", "if x:\n", "def f():\n", "class A:", "try:\n  a\n", "@a\n", "x = {'a':\n"};
    static const char *const wrong[] = {"f(a b)", "x = = 1", "if x\n", "1 +\n", "x)", "for x in y z: pass\n"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        Parsed it;
        parse_text(&it, more[i], MR_PARSE_SINGLE);
        if (it.root || !it.missing) fail_msg("%s asks for more", more[i]);
        release(&it);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Parsed it;
        parse_text(&it, wrong[i], MR_PARSE_SINGLE);
        if (it.root || it.missing) fail_msg("%s is wrong, not incomplete", wrong[i]);
        release(&it);
    }
}

/* `head`, `count` times `part`, `tail`; expects the kind of error, MR_DIAG_NONE for success. */
static void check_repeated(const char *head, const char *part, int count, const char *tail, MrDiagKind expected) {
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_puts(&text, head);
    for (int i = 0; i < count; i++) mr_buf_puts(&text, part);
    mr_buf_puts(&text, tail);
    Parsed it;
    parse_text(&it, text.data, MR_PARSE_FILE);
    if (it.diag.kind != expected) fail_msg("%d times %s: %s", count, part, it.diag.message ? it.diag.message : "no error");
    release(&it);
    mr_buf_fini(&text);
}

static void test_long_and_deep(void **state) {
    (void)state;
    check_repeated("x = a", "+a", 100000, "\n", MR_DIAG_NONE);
    check_repeated("a", ".a", 100000, "\n", MR_DIAG_NONE);
    check_repeated("a", "()", 100000, "\n", MR_DIAG_NONE);
    check_repeated("a", "<a", 100000, "\n", MR_DIAG_NONE);
    check_repeated("", "a=", 50000, "1\n", MR_DIAG_NONE);
    check_repeated("if a: pass\n", "elif a: pass\n", 10000, "", MR_DIAG_NONE);
    check_repeated("", "@a\n", 20000, "def f(): pass\n", MR_DIAG_NONE);
    check_repeated("", "(", 199, "", MR_DIAG_SYNTAX_ERROR);
    check_repeated("", "(", 100000, "", MR_DIAG_SYNTAX_ERROR);
    check_repeated("", "-", 1000, "1\n", MR_DIAG_NONE);
    check_repeated("", "-", 100000, "1\n", MR_DIAG_MEMORY_ERROR);
    check_repeated("", "not ", 100000, "1\n", MR_DIAG_MEMORY_ERROR);
    check_repeated("", "lambda:", 100000, "1\n", MR_DIAG_MEMORY_ERROR);
    check_repeated("a", "**a", 100000, "\n", MR_DIAG_MEMORY_ERROR);
    check_repeated("", "a if b else ", 100000, "c\n", MR_DIAG_MEMORY_ERROR);
    check_repeated("x = f(", "a, ", 20000, "b c)\n", MR_DIAG_SYNTAX_ERROR);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trees),      cmocka_unit_test(test_errors),
        cmocka_unit_test(test_names_are_interned), cmocka_unit_test(test_spans),
        cmocka_unit_test(test_modes),      cmocka_unit_test(test_incomplete_input),
        cmocka_unit_test(test_long_and_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
