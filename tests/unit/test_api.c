/* Unit tests of include/moray.h: every function, with right and with wrong arguments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "moray.h"

/* ---- helpers ---- */

static int vm_open(void **state)
{
    *state = moray_new(NULL);
    return *state ? 0 : -1;
}

static int vm_close(void **state)
{
    int status = moray_finish(*state);
    moray_free(*state);
    return status;
}

/* The pending exception is this one. */
static void expect_error(MorayVM *vm, const char *type, const char *message)
{
    MorayError err;
    assert_true(moray_failed(vm));
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.type, type);
    if (message)
        assert_string_equal(err.message, message);
    assert_false(moray_failed(vm));
}

static void expect_repr(MorayVM *vm, MorayRef ref, const char *expected)
{
    const char *text = NULL;
    assert_true(moray_to_str(vm, moray_repr(vm, ref), &text, NULL));
    assert_string_equal(text, expected);
}

/* Every call fails on a null and on a stale reference, and says so. */
static MorayRef stale_reference(MorayVM *vm)
{
    MorayScope scope = moray_scope_open(vm);
    MorayRef ref = moray_int(vm, 1);
    moray_scope_close(vm, scope);
    return ref;
}

/* ---- life ---- */

static void versions(void **state)
{
    (void)state;
    assert_string_equal(moray_python_version(), "3.12.1");
    assert_non_null(strchr(moray_version(), '.'));
}

static void configuration(void **state)
{
    (void)state;
    char zero[] = "prog", one[] = "arg";
    char *argv[] = {zero, one, NULL}, *orig[] = {one, NULL};
    const char *paths[] = {"/tmp/somewhere"}, *warnings[] = {"error"}, *xoptions[] = {"a", "b=c"};
    int marker = 0;
    MorayConfig c;
    moray_config_init(&c);
    assert_int_equal(c.argc, 0);
    assert_false(c.handle_signals);
    c.argc = 2;
    c.argv = argv;
    c.orig_argc = 1;
    c.orig_argv = orig;
    c.executable = "/bin/exe";
    c.paths = paths;
    c.n_paths = 1;
    c.warnings = warnings;
    c.n_warnings = 1;
    c.xoptions = xoptions;
    c.n_xoptions = 2;
    c.optimize = 1;
    c.quiet = c.dev_mode = true;
    c.user_data = &marker;
    MorayVM *vm = moray_new(&c);
    assert_non_null(vm);
    assert_ptr_equal(moray_user_data(vm), &marker);
    assert_true(moray_run(vm, "import sys", "t.py"));
    expect_repr(vm, moray_eval(vm, "sys.argv, sys.orig_argv, sys.executable, sys.path"), "(['prog', 'arg'], ['arg'], '/bin/exe', ['/tmp/somewhere'])");
    expect_repr(vm, moray_eval(vm, "sys.warnoptions, sys._xoptions"), "(['error'], {'a': True, 'b': 'c'})");
    expect_repr(vm, moray_eval(vm, "sys.flags.optimize, sys.flags.quiet, sys.flags.dev_mode, __debug__"), "(1, 1, True, False)");
    assert_int_equal(moray_finish(vm), 0);
    moray_free(vm);
    moray_free(NULL);
}

static void heap_limit(void **state)
{
    (void)state;
    MorayConfig c;
    moray_config_init(&c);
    c.heap_limit = 8 << 20;
    MorayVM *vm = moray_new(&c);
    assert_non_null(vm);
    assert_false(moray_run(vm, "x = [None] * 100_000_000", "t.py"));
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_MEMORY);
    assert_true(moray_run(vm, "x = 1", "t.py"));
    moray_finish(vm);
    moray_free(vm);
}

static void several_vms(void **state)
{
    (void)state;
    MorayVM *a = moray_new(NULL), *b = moray_new(NULL);
    assert_true(moray_set_global(a, "x", moray_int(a, 1)));
    assert_true(moray_is_null(moray_global(b, "x")));
    expect_error(b, "NameError", "name 'x' is not defined");
    assert_true(moray_run(a, "y = x + 1", "a.py"));
    expect_repr(a, moray_global(a, "y"), "2");
    moray_free(b);
    moray_free(a);
}

/* ---- references ---- */

static void scopes_and_pins(void **state)
{
    MorayVM *vm = *state;
    MorayScope scope = moray_scope_open(vm);
    MorayRef inner = moray_str(vm, "inner"), pin = moray_pin(vm, inner);
    MorayRef kept = moray_scope_return(vm, scope, inner);
    expect_repr(vm, kept, "'inner'");
    expect_repr(vm, pin, "'inner'");
    assert_true(moray_same(vm, kept, pin));
    assert_false(moray_same(vm, kept, MORAY_NULL));
    assert_false(moray_same(vm, MORAY_NULL, MORAY_NULL));
    moray_unpin(vm, pin);
    moray_unpin(vm, pin);
    moray_unpin(vm, MORAY_NULL);
    moray_unpin(vm, kept);
    expect_repr(vm, kept, "'inner'");
    assert_int_equal(moray_kind(vm, pin), MORAY_NOTHING);
    assert_true(moray_is_null(moray_repr(vm, pin)));
    expect_error(vm, "RuntimeError", "stale reference: its scope has been closed or its pin has ended");
    MorayRef other = moray_pin(vm, kept);
    assert_int_equal(moray_kind(vm, pin), MORAY_NOTHING);
    moray_unpin(vm, other);
    assert_true(moray_is_null(moray_pin(vm, MORAY_NULL)));
    expect_error(vm, "SystemError", NULL);
}

static void many_references_survive_collections(void **state)
{
    MorayVM *vm = *state;
    MorayRef pins[200];
    MorayScope scope = moray_scope_open(vm);
    for (int i = 0; i < 200; i++)
        pins[i] = moray_pin(vm, moray_strf(vm, "text %d", i));
    moray_scope_close(vm, scope);
    assert_true(moray_run(vm, "import gc\njunk = [str(i) * 10 for i in range(500)]\ndel junk\ngc.collect()", "t.py"));
    for (int i = 0; i < 200; i++) {
        char expected[32];
        snprintf(expected, sizeof expected, "'text %d'", i);
        expect_repr(vm, pins[i], expected);
        moray_unpin(vm, pins[i]);
    }
}

static void null_latches(void **state)
{
    MorayVM *vm = *state;
    MorayRef missing = moray_global(vm, "nothing_there");
    assert_true(moray_is_null(moray_getattr(vm, missing, "x")));
    assert_true(moray_is_null(moray_int(vm, 1)));
    assert_false(moray_run(vm, "print('not reached')", "t.py"));
    assert_int_equal(moray_len(vm, missing), -1);
    expect_error(vm, "NameError", "name 'nothing_there' is not defined");
}

/* ---- values ---- */

static void making_values(void **state)
{
    MorayVM *vm = *state;
    expect_repr(vm, moray_none(vm), "None");
    expect_repr(vm, moray_bool(vm, true), "True");
    expect_repr(vm, moray_int(vm, INT64_MIN), "-9223372036854775808");
    expect_repr(vm, moray_int(vm, INT64_MAX), "9223372036854775807");
    expect_repr(vm, moray_float(vm, 0.5), "0.5");
    expect_repr(vm, moray_str(vm, "h\xc3\xa9"), "'h\xc3\xa9'");
    expect_repr(vm, moray_str_n(vm, "a\0b", 3), "'a\\x00b'");
    expect_repr(vm, moray_strf(vm, "%d-%s", 7, "x"), "'7-x'");
    expect_repr(vm, moray_strf(vm, "%s", ""), "''");
    expect_repr(vm, moray_bytes(vm, "a\xff", 2), "b'a\\xff'");
    expect_repr(vm, moray_bytes(vm, NULL, 0), "b''");
    MorayRef items[2] = {moray_int(vm, 1), moray_str(vm, "x")};
    expect_repr(vm, moray_list(vm, items, 2), "[1, 'x']");
    expect_repr(vm, moray_tuple(vm, items, 2), "(1, 'x')");
    expect_repr(vm, moray_list(vm, NULL, 0), "[]");
    expect_repr(vm, moray_tuple(vm, NULL, 0), "()");
    expect_repr(vm, moray_dict(vm), "{}");
    expect_repr(vm, moray_set(vm), "set()");
    assert_true(moray_is_null(moray_str(vm, "\xff")));
    expect_error(vm, "UnicodeDecodeError", NULL);
    assert_true(moray_is_null(moray_global(vm, "\xff")));
    expect_error(vm, "UnicodeDecodeError", NULL);
    assert_false(moray_set_global(vm, "a\xc3", moray_int(vm, 1)));
    expect_error(vm, "UnicodeDecodeError", NULL);
    assert_true(moray_is_null(moray_add_source(vm, "\xff", "x = 1", 5, "x.py")));
    expect_error(vm, "UnicodeDecodeError", NULL);
    items[1] = MORAY_NULL;
    assert_true(moray_is_null(moray_list(vm, items, 2)));
    expect_error(vm, "SystemError", NULL);
    items[1] = stale_reference(vm);
    assert_true(moray_is_null(moray_tuple(vm, items, 2)));
    expect_error(vm, "RuntimeError", NULL);
}

static void kinds(void **state)
{
    MorayVM *vm = *state;
    static const struct { const char *text; MorayKind kind; } rows[] = {
        {"None", MORAY_NONE}, {"True", MORAY_BOOL}, {"1", MORAY_INT}, {"2**100", MORAY_INT}, {"1.5", MORAY_FLOAT}, {"1j", MORAY_COMPLEX}, {"'x'", MORAY_STR},
        {"b'x'", MORAY_BYTES}, {"[]", MORAY_LIST}, {"()", MORAY_TUPLE}, {"{}", MORAY_DICT}, {"{1}", MORAY_SET}, {"frozenset()", MORAY_SET},
        {"len", MORAY_CALLABLE}, {"int", MORAY_CALLABLE}, {"lambda: 0", MORAY_CALLABLE}, {"[].append", MORAY_CALLABLE}, {"__import__('sys')", MORAY_MODULE},
        {"ValueError()", MORAY_EXCEPTION}, {"object()", MORAY_OBJECT}, {"...", MORAY_OBJECT}, {"type('L', (list,), {})()", MORAY_LIST}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(moray_kind(vm, moray_eval(vm, rows[i].text)), rows[i].kind);
    assert_int_equal(moray_kind(vm, MORAY_NULL), MORAY_NOTHING);
    assert_int_equal(moray_kind(vm, (MorayRef){12345, 1}), MORAY_NOTHING);
}

static void conversions(void **state)
{
    MorayVM *vm = *state;
    bool flag = false;
    int64_t n = 0;
    double d = 0;
    const char *text;
    size_t length;
    assert_true(moray_to_bool(vm, moray_bool(vm, true), &flag) && flag);
    assert_true(moray_to_int(vm, moray_int(vm, -5), &n) && n == -5);
    assert_true(moray_to_int(vm, moray_bool(vm, true), &n) && n == 1);
    assert_true(moray_to_float(vm, moray_int(vm, 3), &d) && d == 3);
    assert_true(moray_to_float(vm, moray_float(vm, 2.5), &d) && d == 2.5);
    assert_true(moray_to_str(vm, moray_str_n(vm, "a\0b", 3), &text, &length) && length == 3 && text[2] == 'b');
    assert_true(moray_to_bytes(vm, moray_bytes(vm, "ab", 2), &text, &length) && length == 2);
    assert_false(moray_to_bool(vm, moray_int(vm, 1), &flag));
    expect_error(vm, "TypeError", "expected bool, not int");
    assert_false(moray_to_int(vm, moray_float(vm, 1), &n));
    expect_error(vm, "TypeError", "expected int, not float");
    assert_false(moray_to_int(vm, moray_eval(vm, "2**64"), &n));
    expect_error(vm, "OverflowError", NULL);
    assert_false(moray_to_float(vm, moray_str(vm, "1"), &d));
    expect_error(vm, "TypeError", "expected float, not str");
    assert_false(moray_to_str(vm, moray_none(vm), &text, NULL));
    expect_error(vm, "TypeError", "expected str, not None");
    assert_false(moray_to_bytes(vm, moray_str(vm, "x"), &text, NULL));
    expect_error(vm, "TypeError", "expected bytes, not str");
    assert_int_equal(n, 1);
    assert_int_equal(moray_truth(vm, moray_list(vm, NULL, 0)), 0);
    assert_int_equal(moray_truth(vm, moray_int(vm, 2)), 1);
    assert_true(moray_run(vm, "class Odd:\n def __bool__(self): return 3", "t.py"));
    assert_int_equal(moray_truth(vm, moray_eval(vm, "Odd()")), -1);
    expect_error(vm, "TypeError", "__bool__ should return bool, returned int");
}

/* ---- objects ---- */

static void containers(void **state)
{
    MorayVM *vm = *state;
    MorayRef list = moray_eval(vm, "[1, 2, 3]"), dict = moray_dict(vm), set = moray_set(vm), one = moray_int(vm, 1);
    assert_int_equal(moray_len(vm, list), 3);
    expect_repr(vm, moray_item(vm, list, -1), "3");
    expect_repr(vm, moray_getitem(vm, list, one), "2");
    assert_true(moray_setitem(vm, list, one, moray_str(vm, "two")));
    assert_true(moray_delitem(vm, list, moray_int(vm, 0)));
    assert_true(moray_list_append(vm, list, one));
    expect_repr(vm, list, "['two', 3, 1]");
    assert_int_equal(moray_contains(vm, list, one), 1);
    assert_int_equal(moray_contains(vm, list, moray_int(vm, 9)), 0);
    assert_true(moray_dict_set(vm, dict, "k", one));
    expect_repr(vm, moray_dict_get(vm, dict, "k"), "1");
    assert_true(moray_set_add(vm, set, one));
    assert_int_equal(moray_len(vm, set), 1);
    assert_true(moray_is_null(moray_item(vm, list, 9)));
    expect_error(vm, "IndexError", "list index out of range");
    assert_true(moray_is_null(moray_dict_get(vm, dict, "none")));
    expect_error(vm, "KeyError", "'none'");
    assert_false(moray_list_append(vm, dict, one));
    expect_error(vm, "TypeError", "expected list, not dict");
    assert_false(moray_dict_set(vm, list, "k", one));
    expect_error(vm, "TypeError", "expected dict, not list");
    assert_true(moray_is_null(moray_dict_get(vm, list, "k")));
    expect_error(vm, "TypeError", "expected dict, not list");
    assert_false(moray_set_add(vm, set, list));
    expect_error(vm, "TypeError", "unhashable type: 'list'");
    assert_false(moray_set_add(vm, list, one));
    expect_error(vm, "TypeError", "expected set, not list");
    assert_int_equal(moray_len(vm, one), -1);
    expect_error(vm, "TypeError", "object of type 'int' has no len()");
    assert_int_equal(moray_contains(vm, one, one), -1);
    expect_error(vm, "TypeError", "argument of type 'int' is not iterable");
    assert_false(moray_setitem(vm, one, one, one));
    expect_error(vm, "TypeError", "'int' object does not support item assignment");
    assert_false(moray_delitem(vm, dict, one));
    expect_error(vm, "KeyError", "1");
}

static void iteration(void **state)
{
    MorayVM *vm = *state;
    MorayRef it = moray_iter(vm, moray_eval(vm, "range(3)")), item;
    int64_t sum = 0, n;
    while (moray_next(vm, it, &item)) {
        assert_true(moray_to_int(vm, item, &n));
        sum += n;
    }
    assert_false(moray_failed(vm));
    assert_int_equal(sum, 3);
    assert_true(moray_is_null(moray_iter(vm, moray_int(vm, 1))));
    expect_error(vm, "TypeError", "'int' object is not iterable");
    it = moray_iter(vm, moray_eval(vm, "(1 // x for x in (0,))"));
    assert_false(moray_next(vm, it, &item));
    expect_error(vm, "ZeroDivisionError", NULL);
}

static void attributes_and_operators(void **state)
{
    MorayVM *vm = *state;
    assert_true(moray_run(vm, "class C: pass\nc = C()", "t.py"));
    MorayRef c = moray_global(vm, "c"), one = moray_int(vm, 1), two = moray_int(vm, 2);
    assert_true(moray_setattr(vm, c, "x", two));
    expect_repr(vm, moray_getattr(vm, c, "x"), "2");
    assert_int_equal(moray_hasattr(vm, c, "x"), 1);
    assert_int_equal(moray_hasattr(vm, c, "y"), 0);
    assert_int_equal(moray_isinstance(vm, c, moray_global(vm, "C")), 1);
    assert_int_equal(moray_isinstance(vm, one, moray_global(vm, "C")), 0);
    assert_true(moray_same(vm, moray_type(vm, c), moray_global(vm, "C")));
    assert_int_equal(moray_eq(vm, one, moray_float(vm, 1)), 1);
    assert_int_equal(moray_eq(vm, one, two), 0);
    assert_int_equal(moray_lt(vm, one, two), 1);
    assert_int_equal(moray_lt(vm, two, one), 0);
    expect_repr(vm, moray_str_of(vm, two), "'2'");
    assert_true(moray_is_null(moray_getattr(vm, c, "nope")));
    expect_error(vm, "AttributeError", "'C' object has no attribute 'nope'");
    assert_false(moray_setattr(vm, one, "x", two));
    expect_error(vm, "AttributeError", NULL);
    assert_int_equal(moray_lt(vm, one, c), -1);
    expect_error(vm, "TypeError", "'<' not supported between instances of 'int' and 'C'");
    assert_int_equal(moray_isinstance(vm, one, two), -1);
    expect_error(vm, "TypeError", NULL);
}

static void calls(void **state)
{
    MorayVM *vm = *state;
    assert_true(moray_run(vm, "def f(a, b=2, *c, k=0): return [a, b, c, k]", "t.py"));
    MorayRef f = moray_global(vm, "f"), args[3] = {moray_int(vm, 1), moray_int(vm, 5), moray_int(vm, 6)}, kw = moray_dict(vm);
    expect_repr(vm, moray_call(vm, f, args, 1), "[1, 2, (), 0]");
    expect_repr(vm, moray_call(vm, f, args, 3), "[1, 5, (6,), 0]");
    moray_dict_set(vm, kw, "k", moray_str(vm, "v"));
    expect_repr(vm, moray_call_kw(vm, f, args, 1, kw), "[1, 2, (), 'v']");
    expect_repr(vm, moray_call_method(vm, moray_str(vm, "a-b"), "split", (MorayRef[]){moray_str(vm, "-")}, 1), "['a', 'b']");
    assert_true(moray_is_null(moray_call(vm, f, NULL, 0)));
    expect_error(vm, "TypeError", "f() missing 1 required positional argument: 'a'");
    assert_true(moray_is_null(moray_call(vm, args[0], NULL, 0)));
    expect_error(vm, "TypeError", "'int' object is not callable");
    assert_true(moray_is_null(moray_call_kw(vm, f, args, 1, f)));
    expect_error(vm, "TypeError", "expected dict, not function");
    assert_true(moray_is_null(moray_call_method(vm, f, "nope", NULL, 0)));
    expect_error(vm, "AttributeError", "'function' object has no attribute 'nope'");
    args[0] = stale_reference(vm);
    assert_true(moray_is_null(moray_call(vm, f, args, 1)));
    expect_error(vm, "RuntimeError", NULL);
}

/* ---- running ---- */

static void running(void **state)
{
    MorayVM *vm = *state;
    assert_true(moray_run(vm, "x = 6 * 7", "t.py"));
    assert_true(moray_run_n(vm, "y = x + 1garbage", 9, "t.py"));
    expect_repr(vm, moray_eval(vm, " x, y"), "(42, 43)");
    assert_true(moray_is_null(moray_eval(vm, "x =")));
    expect_error(vm, "SyntaxError", NULL);
    assert_true(moray_is_null(moray_eval(vm, "1/0")));
    expect_error(vm, "ZeroDivisionError", "division by zero");
    assert_false(moray_run(vm, "def g():\n    raise ValueError('no')\n\ng()\n", "prog.py"));
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_EXCEPTION);
    assert_int_equal(err.line, 2);
    assert_string_equal(err.file, "prog.py");
    assert_string_equal(err.type, "ValueError");
    assert_string_equal(err.message, "no");
    assert_non_null(strstr(err.traceback, "File \"prog.py\", line 4, in <module>\n"));
    assert_non_null(strstr(err.traceback, "ValueError: no\n"));
    assert_false(moray_run(vm, "x = 1\nif x\n", "bad.py"));
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_SYNTAX);
    assert_int_equal(err.line, 2);
    assert_string_equal(err.file, "bad.py");
}

static void files_and_modules(void **state)
{
    MorayVM *vm = *state;
    char path[] = "/tmp/moray-api-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "from_file = __file__\n", 21), 21);
    close(fd);
    assert_true(moray_exec_file(vm, path));
    unlink(path);
    const char *text;
    assert_true(moray_to_str(vm, moray_global(vm, "from_file"), &text, NULL));
    assert_string_equal(text, path);
    assert_false(moray_exec_file(vm, "/nowhere/at/all.py"));
    expect_error(vm, "FileNotFoundError", "[Errno 2] No such file or directory: '/nowhere/at/all.py'");
    assert_false(moray_run_module(vm, "no_such_module"));
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_EXIT);
    assert_int_equal(err.exit_code, 1);
    assert_string_equal(err.message, ": No module named no_such_module");
    assert_int_equal(moray_kind(vm, moray_import(vm, "collections.abc")), MORAY_MODULE);
    assert_true(moray_is_null(moray_import(vm, "no_such_module")));
    expect_error(vm, "ModuleNotFoundError", "No module named 'no_such_module'");
}

static void interacting(void **state)
{
    MorayVM *vm = *state;
    assert_true(moray_interact(vm, "z = 5\n", "<stdin>"));
    expect_repr(vm, moray_eval(vm, "z"), "5");
    assert_false(moray_interact(vm, "1/0\n", "<stdin>"));
    expect_error(vm, "ZeroDivisionError", NULL);
    assert_true(moray_interact(vm, "import asyncio\n", "<stdin>"));
    assert_true(moray_interact(vm, "w = await asyncio.sleep(0, 8)\n", "<stdin>"));
    expect_repr(vm, moray_global(vm, "w"), "8");
    assert_true(moray_run(vm, "async def co(): return 9", "t.py"));
    expect_repr(vm, moray_run_until(vm, moray_eval(vm, "co()")), "9");
    assert_true(moray_is_null(moray_run_until(vm, moray_int(vm, 1))));
    expect_error(vm, "TypeError", NULL);
    assert_true(moray_check(vm));
}

static void completeness(void **state)
{
    (void)state;
    static const struct { const char *text; MorayCompleteness expected; } rows[] = {
        {"x = 1\n", MORAY_COMPLETE}, {"", MORAY_COMPLETE}, {"# c\n", MORAY_COMPLETE}, {"if x:\n", MORAY_INCOMPLETE}, {"if x:\n  y\n", MORAY_INCOMPLETE},
        {"if x:\n  y\n\n", MORAY_COMPLETE}, {"f(1,\n", MORAY_INCOMPLETE}, {"f(1,\n2)\n", MORAY_COMPLETE}, {"'''a\n", MORAY_INCOMPLETE}, {"'''a\n\n", MORAY_INCOMPLETE},
        {"x = \\\n", MORAY_INCOMPLETE}, {"@d\n", MORAY_INCOMPLETE}, {"x = = 1\n", MORAY_WRONG}, {"def f(:\n", MORAY_WRONG}, {")\n", MORAY_WRONG},
        {"try:\n  x\n", MORAY_INCOMPLETE}, {"for i in x: y\n", MORAY_INCOMPLETE}, {"for i in x: y\n\n", MORAY_COMPLETE}, {"'abc\n", MORAY_WRONG}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (moray_is_complete(rows[i].text) != rows[i].expected)
            fail_msg("%s: %d", rows[i].text, (int)moray_is_complete(rows[i].text));
}

static void listings(void **state)
{
    MorayVM *vm = *state;
    const char *text;
    assert_true(moray_to_str(vm, moray_dump_tokens(vm, "x = 1\n", 6, "t.py"), &text, NULL));
    assert_non_null(strstr(text, "NAME"));
    assert_true(moray_to_str(vm, moray_dump_ast(vm, "x = 1\n", 6, "t.py"), &text, NULL));
    assert_non_null(strstr(text, "Assign("));
    assert_true(moray_to_str(vm, moray_disassemble(vm, "x = 1\n", 6, "t.py"), &text, NULL));
    assert_non_null(strstr(text, "RETURN"));
    assert_true(moray_is_null(moray_dump_ast(vm, "x =\n", 4, "t.py")));
    expect_error(vm, "SyntaxError", NULL);
    assert_true(moray_is_null(moray_disassemble(vm, "return\n", 7, "t.py")));
    expect_error(vm, "SyntaxError", NULL);
    assert_true(moray_is_null(moray_dump_tokens(vm, "'x\n", 3, "t.py")));
    expect_error(vm, "SyntaxError", NULL);
}

/* ---- native functions ---- */

static MorayRef describe(MorayVM *vm, MorayArgs *args, void *data)
{
    size_t n;
    const char *text = moray_arg_str(args, 1, &n);
    assert_int_equal(n, strlen(text));
    return moray_strf(vm, "%s %d %s %.2f %d", (const char *)data, (int)moray_arg_int(args, 0), text, moray_arg_float(args, 2), moray_arg_bool(args, 3));
}

static MorayRef identity(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)vm;
    (void)data;
    return moray_arg_is_none(args, 0) ? moray_str(vm, "none given") : moray_arg(args, 0);
}

static MorayRef misuse(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)vm;
    switch (*(int *)data) {
    case 0: return MORAY_NULL;
    case 1: moray_arg_int(args, 0); break;
    case 2: moray_arg_bytes(args, 7, NULL); break;
    case 3: return stale_reference(vm);
    case 4: moray_raise(vm, "LookupError", "number %d", 4); return moray_none(vm);
    case 5: moray_raise(vm, "asyncio.TimeoutError", "late"); break;
    case 6: moray_raise(vm, "NoSuchError", "x"); break;
    case 7: moray_raise(vm, "int", "x"); break;
    default: break;
    }
    return moray_none(vm);
}

static MorayRef call_back(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)data;
    MorayRef r = moray_call(vm, moray_arg(args, 0), NULL, 0);
    return moray_failed(vm) ? MORAY_NULL : r;
}

static void expect_call(MorayVM *vm, const char *text, const char *expected)
{
    MorayRef r = moray_eval(vm, text);
    if (!moray_is_null(r)) {
        const char *got = NULL;
        assert_true(moray_to_str(vm, moray_str_of(vm, r), &got, NULL));
        assert_string_equal(got, expected);
        return;
    }
    MorayError err;
    char got[300];
    assert_true(moray_catch(vm, &err));
    snprintf(got, sizeof got, "%s: %s", err.type, err.message);
    assert_string_equal(got, expected);
}

static void native_calls(void **state)
{
    MorayVM *vm = *state;
    char data[] = "data";
    MorayRef f = moray_function(vm, "f(n: int, name: str = 'it', /, x: float = 0.5, *, flag: bool = False) -> str", describe, "Describes.", data);
    assert_true(moray_set_global(vm, "f", f));
    static const char *const rows[][2] = {
        {"f(1)", "data 1 it 0.50 0"}, {"f(1, 'you', 2)", "data 1 you 2.00 0"}, {"f(1, x=3, flag=True)", "data 1 it 3.00 1"},
        {"f()", "TypeError: f() missing 1 required positional argument: 'n'"}, {"f(1, 'a', 2, 3)", "TypeError: f() takes from 1 to 3 positional arguments but 4 were given"},
        {"f(1, z=3)", "TypeError: f() got an unexpected keyword argument 'z'"}, {"f(1, 'a', 2, x=3)", "TypeError: f() got multiple values for argument 'x'"},
        {"f(n=1)", "TypeError: f() got an unexpected keyword argument 'n'"}, {"f('1')", "TypeError: f() argument 'n' must be int, not str"},
        {"f(1, None)", "TypeError: f() argument 'name' must be str, not None"}, {"f(1, flag=1)", "TypeError: f() argument 'flag' must be bool, not int"},
        {"f(2**70)", "OverflowError: Python int too large to convert to C long"}, {"f.__name__", "f"}, {"f.__doc__", "Describes."},
        {"f(True, x=False)", "data 1 it 0.00 0"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_call(vm, rows[i][0], rows[i][1]);
    moray_set_global(vm, "ident", moray_function(vm, "ident(x: list[int] | None)", identity, NULL, NULL));
    expect_call(vm, "ident(None)", "none given");
    expect_call(vm, "ident([1])", "[1]");
    expect_call(vm, "ident(1)", "TypeError: ident() argument 'x' must be list or None, not int");
    moray_set_global(vm, "any", moray_function(vm, "any(x, y={'a': (1, 2)})", identity, NULL, NULL));
    expect_call(vm, "any(3)", "3");
    expect_call(vm, "any(y=1)", "TypeError: any() missing 1 required positional argument: 'x'");
    moray_set_global(vm, "two", moray_function(vm, "two(a, b, *, c, d)", identity, NULL, NULL));
    expect_call(vm, "two()", "TypeError: two() missing 2 required positional arguments: 'a' and 'b'");
    expect_call(vm, "two(1, 2)", "TypeError: two() missing 2 required keyword-only arguments: 'c' and 'd'");
}

static void native_errors(void **state)
{
    MorayVM *vm = *state;
    static const char *const expected[] = {
        "SystemError: bad() returned MORAY_NULL without an exception", "SystemError: bad() has no argument 0 of type int",
        "SystemError: bad() has no argument 7 of type bytes", "SystemError: bad() returned a stale reference without an exception", "LookupError: number 4",
        "TimeoutError: late", "NameError: name 'NoSuchError' is not defined", "TypeError: 'int' is not a class of exceptions"};
    for (int i = 0; i < (int)(sizeof expected / sizeof *expected); i++) {
        assert_true(moray_set_global(vm, "bad", moray_function(vm, "bad(x)", misuse, NULL, &i)));
        expect_call(vm, "bad('text')", expected[i]);
    }
    moray_set_global(vm, "back", moray_function(vm, "back(f: callable)", call_back, NULL, NULL));
    expect_call(vm, "back(lambda: 5)", "5");
    expect_call(vm, "back(lambda: 1/0)", "ZeroDivisionError: division by zero");
    expect_call(vm, "back(3)", "TypeError: back() argument 'f' must be callable, not int");
    assert_true(moray_run(vm, "def deep(): return back(deep)", "t.py"));
    assert_true(moray_is_null(moray_eval(vm, "deep()")));
    expect_error(vm, "RecursionError", NULL);
    static const char *const wrong[] = {"", "f", "f(", "f(a", "f(a b)", "f(* args)", "f(**)", "f(/)", "f(1)", "f(a=1, b)", "f(a,,b)"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_true(moray_is_null(moray_function(vm, wrong[i], identity, NULL, NULL)));
        expect_error(vm, "ValueError", NULL);
    }
    assert_true(moray_is_null(moray_function(vm, "f(a=nope)", identity, NULL, NULL)));
    expect_error(vm, "NameError", NULL);
}

/* ---- exceptions ---- */

static void exceptions(void **state)
{
    MorayVM *vm = *state;
    MorayError err;
    assert_false(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_NONE);
    assert_string_equal(err.traceback, "");
    assert_int_equal(moray_report(vm), 0);
    assert_true(moray_is_null(moray_raise(vm, "ValueError", "%s!", "oh")));
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.traceback, "ValueError: oh!\n");
    assert_int_equal(moray_kind(vm, moray_caught(vm)), MORAY_EXCEPTION);
    moray_rethrow(vm);
    expect_error(vm, "ValueError", "oh!");
    moray_raise_value(vm, moray_eval(vm, "KeyError"));
    expect_error(vm, "KeyError", "");
    moray_raise_value(vm, moray_eval(vm, "KeyError('k')"));
    expect_error(vm, "KeyError", "'k'");
    moray_raise_value(vm, moray_int(vm, 1));
    expect_error(vm, "TypeError", "exceptions must derive from BaseException");
    moray_run(vm, "raise SystemExit(300)", "t.py");
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_EXIT);
    assert_int_equal(err.exit_code, 300 & 255);
    moray_rethrow(vm);
    assert_int_equal(moray_report(vm), 300 & 255);
    moray_run(vm, "raise KeyboardInterrupt", "t.py");
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_INTERRUPT);
    moray_run(vm, "import sys\nlog = []\nsys.excepthook = lambda *a: log.append(a[0].__name__)\n1/0", "t.py");
    assert_int_equal(moray_report(vm), 1);
    expect_repr(vm, moray_global(vm, "log"), "['ZeroDivisionError']");
    moray_run(vm, "raise KeyboardInterrupt", "t.py");
    assert_int_equal(moray_report(vm), MORAY_STATUS_INTERRUPT);
    moray_run(vm, "class Bad(Exception):\n  def __str__(self): 1/0\nraise Bad", "t.py");
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.message, "<exception str() failed>");
    assert_true(moray_run(vm, "pass", "t.py") && !moray_catch(vm, NULL));
}

int main(void)
{
#define WITH_VM(test) cmocka_unit_test_setup_teardown(test, vm_open, vm_close)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions), cmocka_unit_test(configuration), cmocka_unit_test(heap_limit), cmocka_unit_test(several_vms), WITH_VM(scopes_and_pins),
        WITH_VM(many_references_survive_collections), WITH_VM(null_latches), WITH_VM(making_values), WITH_VM(kinds), WITH_VM(conversions), WITH_VM(containers),
        WITH_VM(iteration), WITH_VM(attributes_and_operators), WITH_VM(calls), WITH_VM(running), WITH_VM(files_and_modules), WITH_VM(interacting),
        cmocka_unit_test(completeness), WITH_VM(listings), WITH_VM(native_calls), WITH_VM(native_errors), WITH_VM(exceptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
