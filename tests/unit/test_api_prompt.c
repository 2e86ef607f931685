/* Unit tests of moray.h: what a prompt needs. The prompt itself is tested on a terminal, in tests/repl. */
#include "api.h"

#include <poll.h>

typedef struct Taken { char text[4096]; size_t n; bool refuse; int calls; } Taken;

static bool take(void *data, int fd, const char *bytes, size_t n)
{
    Taken *t = data;
    t->calls++;
    if (t->refuse || fd < 0 || t->n + n + 4 >= sizeof t->text)
        return false;
    t->n += (size_t)sprintf(t->text + t->n, "%d:%.*s", fd, (int)n, bytes);
    return true;
}

static void statements_one_by_one(void **state)
{
    MorayVM *vm = *state;
    Taken t = {.n = 0};
    moray_set_output(vm, take, &t);
    assert_true(moray_interact_all(vm, "1 + 1\nx = 5\nif x:\n    x * 2\n\nx; x + 1\n", "<p>"));
    moray_run(vm, "import sys; sys.stdout.flush()", "<f>");
    expect_fine(vm);
    moray_set_output(vm, NULL, NULL);
    char all[64] = "", *end = all;
    for (const char *p = t.text; *p; p++) /* however many pieces it came in */
        if (p[0] == '1' && p[1] == ':')
            p++;
        else
            *end++ = *p;
    assert_string_equal(all, "2\n10\n5\n6\n");
}

static void wrong_statements(void **state)
{
    MorayVM *vm = *state;
    assert_false(moray_interact_all(vm, "y = 1\ndef\n", "<p>"));
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_SYNTAX);
    assert_int_equal(err.line, 2);
    assert_true(moray_is_null(moray_global(vm, "y"))); /* nothing ran */
    expect_error(vm, "NameError", NULL);
    assert_false(moray_interact_all(vm, "y = 1\n1/0\ny = 2\n", "<p>"));
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.type, "ZeroDivisionError");
    assert_string_equal(err.file, "<p>");
    assert_int_equal(err.line, 2);
    expect_repr(vm, moray_global(vm, "y"), "1");
    assert_false(moray_interact(vm, "y = 3\ny = 4\n", "<p>"));
    expect_error(vm, "SyntaxError", NULL);
    assert_true(moray_interact_all(vm, "", "<p>"));
    assert_true(moray_interact_all(vm, "# one\n# two\n", "<p>"));
    expect_fine(vm);
}

static void the_loop_counts_as_running(void **state)
{
    MorayVM *vm = *state;
    assert_int_equal(moray_backend_fd(vm), -1);
    assert_true(moray_interact_all(vm, "import asyncio\nasync def f(n): await asyncio.sleep(0); done.append(n); return n\ndone = []\n", "<p>"));
    assert_true(moray_interact_all(vm, "t = asyncio.create_task(f(1))\n", "<p>"));
    expect_repr(vm, moray_eval(vm, "done"), "[]");
    while (moray_poll(vm, 0) > 0)
        continue;
    expect_repr(vm, moray_eval(vm, "done, t.result()"), "([1], 1)");
    assert_true(moray_interact_all(vm, "r = asyncio.run(f(2)), asyncio.new_event_loop().run_until_complete(f(3))\n", "<p>"));
    expect_repr(vm, moray_global(vm, "r"), "(2, 3)");
    assert_true(moray_interact_all(vm, "async def g():\n    yield 1\n    yield 2\n\nasync for i in g(): last = i\n", "<p>"));
    expect_repr(vm, moray_global(vm, "last"), "2");
    /* elsewhere no loop is running */
    assert_false(moray_run(vm, "asyncio.get_running_loop()", "<r>"));
    expect_error(vm, "RuntimeError", "no running event loop");
    /* one that was closed is replaced */
    assert_true(moray_interact_all(vm, "asyncio.get_running_loop().close()\n", "<p>"));
    assert_true(moray_interact_all(vm, "r = await f(4)\n", "<p>"));
    expect_repr(vm, moray_global(vm, "r"), "4");
}

static void futures_imports_last(void **state)
{
    MorayVM *vm = *state;
    assert_true(moray_interact_all(vm, "from __future__ import annotations\n", "<p>"));
    assert_true(moray_interact_all(vm, "def f(a: nothing_of_that_name): pass\n\n", "<p>"));
    expect_fine(vm);
}

static void output_that_is_not_taken(void **state)
{
    MorayVM *vm = *state;
    int pipe_ends[2], saved = dup(STDOUT_FILENO);
    Taken t = {.refuse = true};
    char text[16] = "";
    assert_int_equal(pipe(pipe_ends), 0);
    fflush(stdout);
    dup2(pipe_ends[1], STDOUT_FILENO);
    moray_set_output(vm, take, &t);
    moray_run(vm, "print('plain', flush=True)", "<f>");
    dup2(saved, STDOUT_FILENO);
    assert_int_equal(read(pipe_ends[0], text, sizeof text - 1), 6);
    assert_string_equal(text, "plain\n");
    assert_true(t.calls > 0);
    moray_set_output(vm, NULL, NULL);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    close(saved);
    expect_fine(vm);
}

static void threads_run_while_the_host_waits(void **state)
{
    MorayVM *vm = *state;
    run(vm, "import threading\nflag = []\nt = threading.Thread(target=lambda: flag.append(1))\nt.start()\n");
    moray_leave(vm);
    poll(NULL, 0, 50);
    moray_enter(vm);
    run(vm, "t.join()");
    expect_repr(vm, moray_global(vm, "flag"), "[1]");
}

static void text_that_is_complete(void **state)
{
    (void)state;
    static const struct { const char *text; MorayCompleteness expected; } rows[] = {
        {"def f():\n    for i in x:\n", MORAY_INCOMPLETE}, {"async def f():\n    try: await x\n", MORAY_INCOMPLETE}, {"def f():\n    for i in x:\n\n", MORAY_WRONG},
        {"def f():\n    try:\n        a\n\n", MORAY_WRONG}, {"x = 1\ny = (\n", MORAY_INCOMPLETE}, {"1 +* 2\n", MORAY_WRONG}, {"if x\n", MORAY_WRONG},
        {"def f():\n    x = [1,\n\n", MORAY_INCOMPLETE}, {"def f():\n    '''a\n\n", MORAY_INCOMPLETE},
        {"x = 1\nif x:\n    y\n", MORAY_INCOMPLETE}, {"x = 1\nif x:\n    y\n\n", MORAY_COMPLETE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (moray_is_complete(rows[i].text) != rows[i].expected)
            fail_msg("%s: %d", rows[i].text, (int)moray_is_complete(rows[i].text));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, vm_open_all, vm_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(statements_one_by_one), TEST(wrong_statements), TEST(the_loop_counts_as_running), TEST(futures_imports_last),
        TEST(output_that_is_not_taken), TEST(threads_run_while_the_host_waits), cmocka_unit_test(text_that_is_complete)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
