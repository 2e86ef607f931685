/* The compiler without a VM: where names live, what is folded, listings of small programs, syntax errors and warnings of its own,
 * the verifier against damaged units, and blobs against damaged bytes.
 *
 * Run from the project's root. */
#define _GNU_SOURCE
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "compiler/blob.h"
#include "compiler/compile.h"
#include "compiler/disasm.h"
#include "compiler/verify.h"

typedef struct Compiled {
    MrSource source;
    MrDiag diag;
    MrUnit *unit;
} Compiled;

static void compile_as(Compiled *it, const char *text, MrCompileMode mode, unsigned flags) {
    mr_diag_init(&it->diag);
    it->unit = NULL;
    if (mr_source_init(&it->source, "<test>", text, strlen(text), true, &it->diag))
        it->unit = mr_compile(&it->source, mode, flags, &it->diag);
    assert_int_equal(it->unit != NULL, it->diag.kind == MR_DIAG_NONE);
}

static void compile_text(Compiled *it, const char *text) {
    compile_as(it, text, MR_COMPILE_EXEC, 0);
    if (!it->unit) fail_msg("%s: %s", text, it->diag.message);
    MrBuf why = MR_BUF_EMPTY;
    if (!mr_verify_unit(it->unit, &why)) fail_msg("%s: %s", text, why.data);
    mr_buf_fini(&why);
}

static void release(Compiled *it) {
    mr_unit_free(it->unit);
    mr_diag_fini(&it->diag);
    mr_source_fini(&it->source);
}

/* The first nested unit of a name, at any depth. */
static MrUnit *find_unit(MrUnit *unit, const char *name) {
    for (uint32_t i = 0; i < unit->n_consts; i++) {
        if (unit->consts[i].kind != MR_CONST_CODE) continue;
        MrUnit *child = unit->consts[i].code;
        if (strcmp(child->name.bytes, name) == 0) return child;
        MrUnit *deeper = find_unit(child, name);
        if (deeper) return deeper;
    }
    return NULL;
}

static uint32_t count_op(const MrUnit *unit, MrOpcode op) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < unit->n_code; i += 1u + mr_op_info[unit->code[i].op].words) count += unit->code[i].op == op;
    return count;
}

static void expect_locals(const char *text, const char *function, const char *expected) {
    Compiled it;
    compile_text(&it, text);
    MrUnit *unit = find_unit(it.unit, function);
    assert_non_null(unit);
    MrBuf got = MR_BUF_EMPTY;
    mr_buf_puts(&got, "");
    for (uint32_t i = 0; i < unit->nlocals; i++)
        mr_buf_printf(&got, "%s%s%s ", unit->varnames[i].bytes, unit->local_flags[i] & MR_LOCAL_CELL ? "*" : "",
                      unit->local_flags[i] & MR_LOCAL_HIDDEN ? "-" : "");
    mr_buf_puts(&got, "|");
    for (uint32_t i = 0; i < unit->n_free; i++) mr_buf_printf(&got, " %s", unit->freenames[i].bytes);
    assert_string_equal(got.data, expected);
    mr_buf_fini(&got);
    release(&it);
}

static void test_scopes(void **state) {
    (void)state;
    expect_locals("def f(a, /, b, *c, d, **e): x = 1", "f", "a b d c e x |");
    expect_locals("def f(a):\n def g(): return a\n", "f", "a* g |");
    expect_locals("def f(a):\n def g(): return a\n", "g", "| a");
    expect_locals("def f():\n global x\n x = 1\n", "f", "|");
    expect_locals("def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2\n", "g", "| x");
    expect_locals("def f():\n x = 1\n def g():\n  def h(): return x\n", "g", "h | x");
    expect_locals("class A:\n def m(self): return super().m()\n", "m", "self | __class__");
    expect_locals("class A:\n def m(self): return super().m()\n", "A", "__class__*- |");
    expect_locals("class A:\n def m(self, __x): pass\n", "m", "self _A__x |");
}

static void test_comprehension_scopes(void **state) {
    (void)state;
    expect_locals("def f(x): return [x for x in x]", "f", "x x- |");
    expect_locals("def f(x): return [y + x for y in x]", "f", "x y- |");
    expect_locals("def f(x): return [lambda: y for y in x]", "f", "x y*- |");
    expect_locals("def f(x): return [[y for y in z] for z in x], [y for y in x]", "f", "x z- y- |");
    expect_locals("def f(x): return (y + x for y in x)", "<genexpr>", ".0 y | x");
    expect_locals("def f(x): return [last := y for y in x]", "f", "x last y- |");
}

/* The value that `x = <expression>` loads, as the listing writes constants; "?" when it is not one constant. */
static void expect_folded(const char *expression, const char *expected) {
    char text[300];
    snprintf(text, sizeof text, "x = %s", expression);
    Compiled it;
    compile_text(&it, text);
    MrBuf got = MR_BUF_EMPTY;
    MrInstr first = it.unit->code[0];
    if (it.unit->n_code > 5) mr_buf_puts(&got, "?");
    else if (first.op == MR_OP_LOAD_INT) mr_buf_printf(&got, "%d", first.bc);
    else if (first.op == MR_OP_LOAD_CONST) mr_disasm_const(&it.unit->consts[first.bc], &got);
    else mr_buf_puts(&got, "?");
    if (strcmp(got.data, expected) != 0) fail_msg("%s: %s instead of %s", expression, got.data, expected);
    mr_buf_fini(&got);
    release(&it);
}

static void test_folding(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"1 + 2 * 3", "7"}, {"-7 // 2", "-4"}, {"-7 % 3", "2"}, {"7 % -3", "-2"}, {"7 / 2", "3.5"}, {"2 ** 10", "1024"},
        {"1 << 40", "1099511627776"}, {"-1 >> 70", "-1"}, {"~5", "-6"}, {"not 1", "False"}, {"True + True", "2"}, {"True & False", "False"},
        {"'a' + 'b'", "'ab'"}, {"b'a' * 3", "b'aaa'"}, {"'ab'[-1]", "'b'"}, {"(1, 2)[1]", "2"}, {"(1, 2) + (3,)", "(1, 2, 3)"},
        {"(1,) * 2", "(1, 1)"}, {"-0.0", "-0.0"}, {"1.5 * 2", "3.0"}, {"1 - 2j", "(1.0, -2.0j)"}, {"-9223372036854775808", "-9223372036854775808"},
        {"9223372036854775808", "0x8000000000000000"}, {"-1208925819614629174706176", "-0x100000000000000000000"}, {"(1, (2, 'x'), None)", "(1, (2, 'x'), None)"},
        {"1 / 0", "?"}, {"1 % 0", "?"}, {"'a' + 1", "?"}, {"1 << -1", "?"}, {"2 ** 1000", "?"}, {"'a' * 5000", "?"}, {"(1, 2)[5]", "?"},
        {"9223372036854775807 + 1", "?"}, {"[1, 2]", "?"}, {"0 ** 0", "1"}, {"(-1) ** 1000000007", "-1"}, {"1 ** 99999999", "1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) expect_folded(cases[i][0], cases[i][1]);
}

static void test_constants_by_type(void **state) {
    (void)state;
    Compiled it;
    compile_text(&it, "a = 1.0, b\na = 0.0, b\na = -0.0, b\na = True, b\na = 'x', b'x', b\na = (1, 'x'), b\na = (1.0, 'x'), b\na = 1.0, b\n");
    assert_int_equal(it.unit->n_consts, 9); /* 1.0 once; None of the return */
    release(&it);
}

static void expect_listing(const char *text, const char *function, const char *expected) {
    Compiled it;
    compile_text(&it, text);
    MrUnit *unit = find_unit(it.unit, function);
    MrBuf listing = MR_BUF_EMPTY, got = MR_BUF_EMPTY;
    mr_disasm_unit(unit, &listing);
    for (char *line = strtok(strchr(listing.data, '\n') + 1, "\n"); line; line = strtok(NULL, "\n")) {
        char *end = strstr(line, "  ;");
        if (!end) continue;
        unsigned number, index;
        int at = 0;
        sscanf(line, "%u %u %n", &number, &index, &at);
        char *name_end = strchr(line + at, ' ');
        char *operands = name_end;
        while (operands < end && *operands == ' ') operands++;
        mr_buf_printf(&got, "%u %.*s %.*s;", index, (int)(name_end - line - at), line + at, (int)(end > operands ? end - operands : 0), operands);
    }
    assert_string_equal(got.data, expected);
    mr_buf_fini(&listing);
    mr_buf_fini(&got);
    release(&it);
}

static void test_listings(void **state) {
    (void)state;
    expect_listing("def f(a, b): return a + b", "f", "0 ADD r2 r0(a) r1(b);1 RETURN r2;");
    expect_listing("def f(a):\n if a < 1: return a\n return 2", "f", "0 JUMP_LT_K r0(a) 1 ->2;1 RETURN r0(a);2 RETURN_CONST 2;");
    expect_listing("def f(a):\n x = a * 2\n return x", "f", "0 MUL_K r1(x) r0(a) 2;1 RETURN r1(x);");
    expect_listing("def f(o): return o.m(1)", "f", "0 LOAD_METHOD r2 r0(o) m;4 LOAD_INT r4 1;5 CALL_METHOD r1 r2 1;6 RETURN r1;");
    expect_listing("def f(x): return x + (x := 1)", "f", "0 MOVE r2 r0(x);1 LOAD_INT r0(x) 1;2 ADD r1 r2 r0(x);3 RETURN r1;");
    expect_listing("def f(a):\n for i in a: pass\n", "f", "0 GET_ITER r2 r0(a);1 FOR_ITER r1(i) r2 ->4;3 JUMP_BACK ->1;4 RETURN_CONST None;");
    expect_listing("def f():\n return x\n y = 1\n", "f", "0 LOAD_GLOBAL r1 x;3 RETURN r1;");
}

static void test_unbound_locals(void **state) {
    (void)state;
    static const struct { const char *text; uint32_t checks; } cases[] = {
        {"def f(a):\n x = 1\n return x", 0}, {"def f(a):\n if a: x = 1\n return x", 1}, {"def f(a):\n if a: x = 1\n else: x = 2\n return x", 0},
        {"def f(a):\n for x in a: pass\n return x", 1}, {"def f(a):\n del a\n return a", 1}, {"def f(a):\n x = 1\n while a:\n  a(x)\n  del x", 1},
        {"def f(a):\n try: x = 1\n except a: pass\n return x", 1}, {"def f(a):\n try: x = 1\n finally: a()\n return x", 0},
        {"def f(a):\n x\n x = x", 1}, {"def f(a):\n while 1:\n  x = 1\n  break\n return x", 0}, {"def f(a): return [a for a in a]", 0},
        {"def f(a):\n try: a()\n except E as e: pass\n return e", 1}, {"def f(a): return a and (y := 1) and y", 0}, {"def f(a): return (a or (y := 1)) + y", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Compiled it;
        compile_text(&it, cases[i].text);
        uint32_t got = count_op(find_unit(it.unit, "f"), MR_OP_CHECK_LOCAL);
        if (got != cases[i].checks) fail_msg("%s: %u checks instead of %u", cases[i].text, got, cases[i].checks);
        release(&it);
    }
}

static void test_errors(void **state) {
    (void)state;
    static const struct { const char *text; int line, col; const char *message; } cases[] = {
        {"return", 1, 0, "'return' outside function"}, {"x\nbreak", 2, 0, "'break' outside loop"},
        {"for a in b:\n def f(): continue", 2, 10, "'continue' not properly in loop"}, {"def f(a, a): pass", 1, 9, "duplicate argument 'a' in function definition"},
        {"def f():\n x\n global x", 3, 1, "name 'x' is used prior to global declaration"}, {"def f(x): global x", 1, 10, "name 'x' is parameter and global"},
        {"def f():\n nonlocal x", 2, 1, "no binding for nonlocal 'x' found"}, {"nonlocal x", 1, 0, "nonlocal declaration not allowed at module level"},
        {"[x := 1 for x in y]", 1, 1, "assignment expression cannot rebind comprehension iteration variable 'x'"},
        {"[(yield) for x in y]", 1, 2, "'yield' inside list comprehension"}, {"await x", 1, 0, "'await' outside function"},
        {"def f(): await x", 1, 9, "'await' outside async function"}, {"yield", 1, 0, "'yield' outside function"},
        {"try: pass\nexcept: pass\nexcept A: pass", 2, 0, "default 'except:' must be last"}, {"*a = 1", 1, 0, "starred assignment target must be in a list or tuple"},
        {"*a, *b = c", 1, 0, "multiple starred expressions in assignment"}, {"x = *a", 1, 4, "can't use starred expression here"},
        {"x\nfrom __future__ import division", 2, 0, "from __future__ imports must occur at the beginning of the file"},
        {"from __future__ import x", 1, 0, "future feature x is not defined"}, {"def f():\n from a import *", 2, 15, "import * only allowed at module level"},
        {"match x:\n case _: pass\n case 1: pass", 2, 6, "wildcard makes remaining patterns unreachable"},
        {"match x:\n case [a] | [b]: pass", 2, 6, "alternative patterns bind different names"},
        {"match x:\n case [a, a]: pass", 2, 10, "multiple assignments to name 'a' in pattern"}, {"__debug__ = 1", 1, 0, "cannot assign to __debug__"},
        {"def f():\n async for x in y: pass", 2, 1, "'async for' outside async function"}, {"f(a=1, a=2)", 1, 7, "keyword argument repeated: a"},
        {"def f():\n [x async for x in y]", 2, 1, "asynchronous comprehension outside of an asynchronous function"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Compiled it;
        compile_as(&it, cases[i].text, MR_COMPILE_EXEC, 0);
        if (it.unit) fail_msg("compiles: %s", cases[i].text);
        assert_string_equal(it.diag.message, cases[i].message);
        if (it.diag.line != cases[i].line || it.diag.col != cases[i].col) fail_msg("%s: at %d:%d", cases[i].text, it.diag.line, it.diag.col);
        release(&it);
    }
}

static void test_warnings(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?"}, {"x is not ''", "\"is not\" with 'str' literal. Did you mean \"!=\"?"},
        {"(1, 2)(3)", "'tuple' object is not callable; perhaps you missed a comma?"}, {"assert (x, 'm')", "assertion is always true, perhaps remove parentheses?"},
        {"[1]['a']", "list indices must be integers or slices, not str; perhaps you missed a comma?"},
        {"None[1]", "'NoneType' object is not subscriptable; perhaps you missed a comma?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Compiled it;
        compile_text(&it, cases[i][0]);
        assert_non_null(it.diag.warnings);
        assert_string_equal(it.diag.warnings->message, cases[i][1]);
        assert_null(it.diag.warnings->next);
        release(&it);
    }
}

static void expect_annotation(const char *annotation, const char *expected) {
    char text[300];
    snprintf(text, sizeof text, "x: %s", annotation);
    Compiled it;
    compile_as(&it, text, MR_COMPILE_EXEC, MR_COMPILE_FUTURE_ANNOTATIONS);
    assert_non_null(it.unit);
    bool found = false;
    for (uint32_t i = 0; i < it.unit->n_consts; i++)
        found |= it.unit->consts[i].kind == MR_CONST_STR && strcmp(it.unit->consts[i].text.bytes, expected) == 0;
    if (!found) fail_msg("%s does not give %s", annotation, expected);
    release(&it);
}

static void test_annotation_text(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"list [ int ]", "list[int]"}, {"dict[str,int]|None", "dict[str, int] | None"}, {"\"a'b\"", "\"a'b\""}, {"(a+b)*c", "(a + b) * c"},
        {"a+(b*c)", "a + b * c"}, {"a**-b", "a ** (-b)"}, {"not(a)", "not a"}, {"(a,)", "(a,)"}, {"lambda x,*y,z=1: x", "lambda x, *y, z=1: x"},
        {"f(a, *b, c = d)", "f(a, *b, c=d)"}, {"a if b else c", "a if b else c"}, {"[ x for x in y if z ]", "[x for x in y if z]"},
        {"x[1:2, ::3]", "x[1:2, ::3]"}, {"{1:2}", "{1: 2}"}, {"1.0", "1.0"}, {"1e400", "1e309"}, {"...", "..."}, {"f'{a!r:>{w}}b'", "f'{a!r:>{w}}b'"},
        {"18446744073709551616", "18446744073709551616"}, {"Tuple[()]", "Tuple[()]"}, {"a.b . c", "a.b.c"}, {"a<b<=c", "a < b <= c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) expect_annotation(cases[i][0], cases[i][1]);
}

static const char sample[] =
    "import a.b as c\n"
    "def f(x, *y, k=1, **z):\n"
    "    try:\n"
    "        with x as w:\n"
    "            for i, *j in y: c(i, *j, **z)\n"
    "    except (A, B) as e:\n"
    "        return g(e, k=2)\n"
    "    finally:\n"
    "        del k\n"
    "    return [u.v[1:2] for u in f\"{x!r:>3}\" if u is not None]\n"
    "class C(f):\n"
    "    def __init__(self): super().__init__(1 < self < 3)\n"
    "async def h(): return [await t async for t in f]\n"
    "match a:\n"
    "    case [1, *rest] | {'k': rest} if rest: pass\n";

static void test_verifier(void **state) {
    (void)state;
    Compiled it;
    compile_text(&it, sample);
    MrUnit *f = find_unit(it.unit, "f");
    uint32_t rejected = 0;
    for (uint32_t i = 0; i < f->n_code; i += 1u + mr_op_info[f->code[i].op].words) {
        MrInstr kept = f->code[i];
        const MrOpInfo *info = &mr_op_info[kept.op];
        f->code[i].op = 255;
        assert_false(mr_verify_unit(f, NULL));
        f->code[i] = kept;
        if (strchr("RDMLKNF", info->a)) {
            f->code[i].a = UINT16_MAX;
            assert_false(mr_verify_unit(f, NULL));
            f->code[i] = kept;
        }
        if (strchr("RDMLKNF", info->b)) {
            f->code[i].b = UINT16_MAX;
            assert_false(mr_verify_unit(f, NULL));
            f->code[i] = kept;
        }
        if (info->b == 'J' || (info->b == 'Q' && kept.op != MR_OP_LOAD_INT)) {
            f->code[i].bc = 1 << 24;
            assert_false(mr_verify_unit(f, NULL));
            f->code[i] = kept;
        }
        rejected++;
    }
    assert_true(rejected > 50);
    assert_true(f->n_handlers > 3);
    MrHandler kept = f->handlers[0];
    f->handlers[0].target = f->n_code;
    assert_false(mr_verify_unit(f, NULL));
    f->handlers[0] = kept;
    f->handlers[0].reg = (uint16_t)f->nregs;
    assert_false(mr_verify_unit(f, NULL));
    f->handlers[0] = kept;
    f->n_code--;
    assert_false(mr_verify_unit(f, NULL));
    f->n_code++;
    assert_true(mr_verify_unit(it.unit, NULL));
    release(&it);
}

/* What the compiler makes of every script and module that there is, the verifier accepts. */
static uint32_t n_verified;

static int verify_file(const char *path, const struct stat *st, int kind, struct FTW *at) {
    (void)st, (void)at;
    size_t length = strlen(path);
    FILE *file = kind == FTW_F && length > 3 && strcmp(path + length - 3, ".py") == 0 ? fopen(path, "rb") : NULL;
    if (!file) return 0;
    MrBuf text = MR_BUF_EMPTY, why = MR_BUF_EMPTY;
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, file)) > 0;) mr_buf_write(&text, piece, n);
    fclose(file);
    Compiled it = {.unit = NULL};
    mr_diag_init(&it.diag);
    if (mr_source_init(&it.source, path, text.data ? text.data : "", text.length, MR_SOURCE_PROGRAM, &it.diag)) it.unit = mr_compile(&it.source, MR_COMPILE_EXEC, 0, &it.diag);
    if (it.unit && !mr_verify_program(it.unit, &why)) fail_msg("%s: %s", path, why.data);
    n_verified += it.unit != NULL;
    release(&it);
    mr_buf_fini(&text);
    mr_buf_fini(&why);
    return 0;
}

static void test_verifier_accepts(void **state) {
    (void)state;
    static const char *const folders[] = {"stdlib", "tests/lang", "tests/async", "tests/programs"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) assert_int_equal(nftw(folders[i], verify_file, 16, FTW_PHYS), 0);
    assert_true(n_verified > 500);
}

/* One function's instructions changed by hand: what each rule of the data flow refuses. */
static void expect_refused(const char *text, const char *function, MrOpcode op, uint32_t nth, int field, unsigned value, const char *reason) {
    Compiled it;
    compile_text(&it, text);
    MrUnit *f = find_unit(it.unit, function);
    MrBuf why = MR_BUF_EMPTY;
    uint32_t i = 0;
    for (;; i += 1u + mr_op_info[f->code[i].op].words) {
        assert_true(i < f->n_code);
        if (f->code[i].op == op && nth-- == 0) break;
    }
    MrInstr *n = &f->code[i];
    if (field == 'o') n->op = (uint8_t)value;
    else if (field == 'a') n->a = (uint16_t)value;
    else if (field == 'b') n->b = (uint16_t)value;
    else if (field == 'x') n->x = (uint8_t)value;
    else n->c = (uint16_t)value;
    if (mr_verify_unit(it.unit, &why)) fail_msg("accepted: %s", text);
    if (strncmp(why.data, reason, strlen(reason)) != 0) fail_msg("%s: %s", reason, why.data);
    mr_buf_fini(&why);
    release(&it);
}

static void test_verifier_flow(void **state) {
    (void)state;
    const char *another = "a register with another kind of value than the instruction works on";
    expect_refused("def f(a):\n for x in a: pass\n", "f", MR_OP_GET_ITER, 0, 'o', MR_OP_MOVE, another);
    expect_refused("def f(a): return [*a]\n", "f", MR_OP_BUILD_LIST, 0, 'o', MR_OP_BUILD_TUPLE, another);
    expect_refused("def f(a):\n try: a()\n except: pass\n", "f", MR_OP_POP_EXC, 0, 'a', 0, another);
    expect_refused("def f(a): return a\n", "f", MR_OP_RETURN, 0, 'a', 1, "register out of range");
    expect_refused("def f(a): return a.b + a\n", "f", MR_OP_ADD, 0, 'b', 1, "a temporary that is not written on all paths");
    expect_refused("def f(a):\n if a: b = 1\n return b\n", "f", MR_OP_CHECK_LOCAL, 0, 'o', MR_OP_NOP, "a variable that may be unbound");
    expect_refused("def f(a):\n def g(): return a, b\n b = 1\n return g\n", "f", MR_OP_BUILD_TUPLE, 0, 'c', 1, "a closure of another length than the function's");
    expect_refused("def f(a): return a.b(a)\n", "f", MR_OP_MOVE, 0, 'a', 3, "a ");
    expect_refused("def f(n):\n s = ''\n for i in n: s += i\n return s\n", "f", MR_OP_SHARE, 0, 'o', MR_OP_NOP, "a text that grows in more than one place");
    expect_refused("def f(a): yield a\n", "f", MR_OP_NOP, 0, 'o', MR_OP_YIELD_VALUE, "a yield that suspends nothing");
    expect_refused("def f(a): return a\n", "f", MR_OP_RETURN, 0, 'x', 1, "an instruction of no known form");
    expect_refused("def f(a):\n while a: a()\n", "f", MR_OP_JUMP_BACK, 0, 'o', MR_OP_JUMP, "a jump in the wrong direction");
}

static void test_blob(void **state) {
    (void)state;
    Compiled it;
    compile_text(&it, sample);
    MrBuf blob = MR_BUF_EMPTY, before = MR_BUF_EMPTY, after = MR_BUF_EMPTY;
    assert_true(mr_blob_write(it.unit, &blob));
    MrBuf why = MR_BUF_EMPTY;
    MrUnit *copy = mr_blob_read(blob.data, blob.length, false, &why);
    assert_non_null(copy);
    mr_disasm_unit(it.unit, &before);
    mr_disasm_unit(copy, &after);
    assert_string_equal(before.data, after.data);
    assert_memory_equal(it.unit->positions, copy->positions, copy->n_code * sizeof *copy->positions);
    mr_unit_free(copy);
    for (size_t length = 0; length < blob.length; length++) assert_null(mr_blob_read(blob.data, length, false, &why));
    for (size_t i = 0; i < blob.length; i += 7) {
        blob.data[i] ^= 0x20;
        assert_null(mr_blob_read(blob.data, blob.length, false, &why));
        blob.data[i] ^= 0x20;
    }
    mr_buf_fini(&why);
    mr_buf_fini(&blob);
    mr_buf_fini(&before);
    mr_buf_fini(&after);
    release(&it);
}

static void expect_recursion_error(const char *piece, size_t times) {
    MrBuf text = MR_BUF_EMPTY;
    mr_buf_puts(&text, "a");
    for (size_t i = 0; i < times; i++) mr_buf_puts(&text, piece);
    Compiled it;
    compile_as(&it, text.data, MR_COMPILE_EXEC, 0);
    assert_int_equal(it.diag.kind, MR_DIAG_RECURSION_ERROR);
    assert_string_equal(it.diag.message, "maximum recursion depth exceeded during compilation");
    release(&it);
    mr_buf_fini(&text);
}

static void test_limits(void **state) {
    (void)state;
    expect_recursion_error("+a", 20000);
    expect_recursion_error(".b", 20000);
    expect_recursion_error("()", 20000);
    MrBuf text = MR_BUF_EMPTY; /* a loop whose exit is beyond 16 bits */
    mr_buf_puts(&text, "def f(a, b):\n while a < b:\n");
    for (int i = 0; i < 9000; i++) mr_buf_puts(&text, "  a.b.c(a)\n");
    Compiled it;
    compile_text(&it, text.data);
    assert_int_equal(count_op(find_unit(it.unit, "f"), MR_OP_JUMP_LT), 0);
    release(&it);
    mr_buf_fini(&text);
}

static void test_modes(void **state) {
    (void)state;
    Compiled it;
    compile_as(&it, "1 + x", MR_COMPILE_EVAL, 0);
    assert_int_equal(count_op(it.unit, MR_OP_RETURN), 1);
    release(&it);
    compile_as(&it, "x\n", MR_COMPILE_SINGLE, 0);
    assert_int_equal(count_op(it.unit, MR_OP_PRINT_EXPR), 1);
    release(&it);
    compile_as(&it, "await x", MR_COMPILE_EXEC, MR_COMPILE_TOP_LEVEL_AWAIT);
    assert_true(it.unit->flags & MR_CODE_COROUTINE);
    release(&it);
    compile_as(&it, "assert x\ny = __debug__", MR_COMPILE_EXEC, MR_COMPILE_OPTIMIZE);
    assert_int_equal(count_op(it.unit, MR_OP_RAISE), 0);
    release(&it);
    compile_as(&it, "def f():\n 'doc'", MR_COMPILE_EXEC, MR_COMPILE_NO_DOCSTRINGS);
    assert_int_equal(find_unit(it.unit, "f")->doc, -1);
    release(&it);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scopes), cmocka_unit_test(test_comprehension_scopes), cmocka_unit_test(test_folding),
        cmocka_unit_test(test_constants_by_type), cmocka_unit_test(test_listings), cmocka_unit_test(test_unbound_locals),
        cmocka_unit_test(test_errors), cmocka_unit_test(test_warnings), cmocka_unit_test(test_annotation_text), cmocka_unit_test(test_verifier), cmocka_unit_test(test_verifier_accepts), cmocka_unit_test(test_verifier_flow),
        cmocka_unit_test(test_blob), cmocka_unit_test(test_limits), cmocka_unit_test(test_modes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
