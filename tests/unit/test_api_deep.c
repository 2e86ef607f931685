/* Unit tests of moray.h under strain: re-entrancy, exceptions through several natives, closing inside a callback, every allocation failing in turn,
 * small stacks, many VMs. */
#include "api.h"

#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <pthread.h>
#include <uv.h>

/* ---- re-entrancy ---- */

static int deepest;

/* down(n): script calls host calls script calls host... */
static MorayRef down(MorayVM *vm, MorayArgs *args, void *data)
{
    int64_t n = moray_arg_int(args, 0);
    (void)data;
    if (n > deepest)
        deepest = (int)n;
    if (n == 200)
        return moray_int(vm, 0);
    MorayRef arg = moray_int(vm, n + 1), below = moray_call(vm, moray_global(vm, "again"), &arg, 1);
    return moray_binary(vm, MORAY_ADD, below, moray_int(vm, 1));
}

static void re_entrancy_200_deep(void **state)
{
    MorayVM *vm = *state;
    deepest = 0;
    moray_set_global(vm, "down", moray_function(vm, "down(n: int) -> int", down, NULL, NULL));
    run(vm, "def again(n): return down(n)");
    expect_repr(vm, moray_eval(vm, "down(0)"), "200");
    assert_int_equal(deepest, 200);
}

static MorayRef endless(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)args, (void)data;
    return moray_call(vm, moray_global(vm, "endless"), NULL, 0);
}

static void endless_recursion_through_natives(void **state)
{
    MorayVM *vm = *state;
    moray_set_global(vm, "endless", moray_function(vm, "endless()", endless, NULL, NULL));
    assert_true(moray_is_null(moray_eval(vm, "endless()")));
    expect_error(vm, "RecursionError", NULL);
    expect_repr(vm, moray_eval(vm, "1 + 1"), "2");
}

/* ---- exceptions ---- */

static MorayRef pass_on(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)data;
    MorayRef scope_value = moray_str(vm, "lives until the end"), r = moray_call(vm, moray_arg(args, 0), NULL, 0);
    assert_true(moray_is_null(r) && moray_failed(vm));
    assert_true(moray_is_null(moray_repr(vm, scope_value))); /* nothing happens while an exception is pending */
    return r;
}

static void exceptions_through_three_natives(void **state)
{
    MorayVM *vm = *state;
    moray_set_global(vm, "pass_on", moray_function(vm, "pass_on(f: callable)", pass_on, NULL, NULL));
    run(vm, "def inner(): raise KeyError('deep')\ndef one(): pass_on(inner)\ndef two(): pass_on(one)\ndef three(): pass_on(two)\n"
            "try: three()\nexcept KeyError as e: caught = e.args\n");
    expect_repr(vm, moray_global(vm, "caught"), "('deep',)");
    assert_false(moray_run(vm, "three()", "outer.py"));
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_string_equal(err.type, "KeyError");
    assert_string_equal(err.file, "test.py");
    assert_int_equal(err.line, 1);
    static const char *const frames[] = {"in <module>", "in three", "in two", "in one", "in inner"};
    const char *at = err.traceback;
    for (size_t i = 0; i < 5; i++)
        assert_non_null(at = strstr(at, frames[i]));
}

/* ---- closing inside a callback ---- */

static MorayRef close_it(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)args;
    if (*(int *)data == 0)
        moray_free(vm);
    else if (*(int *)data == 1)
        assert_int_equal(moray_finish(vm), -1);
    else
        moray_shutdown(vm, NULL, NULL);
    return moray_none(vm);
}

static void closing_inside_a_callback(void **state)
{
    (void)state;
    for (int how = 0; how < 3; how++) {
        MorayVM *vm = moray_new(NULL);
        moray_set_global(vm, "close_it", moray_function(vm, "close_it()", close_it, NULL, &how));
        bool ended = moray_run(vm, "close_it()\nfor i in range(10): pass\nsurvived = 1", "closing.py");
        if (how < 2) {
            MorayError err;
            assert_false(ended);
            assert_true(moray_catch(vm, &err));
            assert_int_equal(err.limit, MORAY_LIMIT_INTERRUPT);
        }
        assert_int_equal(moray_finish(vm), 0);
        moray_free(vm);
    }
}

static bool close_in_init(MorayVM *vm, MorayRef module, void *data)
{
    (void)module, (void)data;
    moray_free(vm);
    return !moray_failed(vm) && moray_finish(vm) == -1;
}

static void close_in_loop_error(MorayVM *vm, void *data)
{
    moray_free(vm);
    *(int *)data += moray_finish(vm) == -1;
    moray_catch(vm, NULL);
}

/* What the VM calls besides natives may ask for its end as well. */
static void closing_inside_of_other_callbacks(void **state)
{
    static const MorayModule closing = {"closing", NULL, NULL, NULL, close_in_init, NULL};
    (void)state;
    MorayVM *vm = moray_new(NULL);
    assert_false(moray_is_null(moray_add_module(vm, &closing)));
    assert_false(moray_run(vm, "for i in range(10): pass", "after.py"));
    expect_error(vm, "KeyboardInterrupt", NULL);
    assert_int_equal(moray_finish(vm), 0);
    moray_free(vm);
    uv_loop_t loop;
    MorayConfig config;
    int called = 0;
    uv_loop_init(&loop);
    moray_config_init(&config);
    config.uv_loop = &loop;
    vm = moray_new(&config);
    moray_on_loop_error(vm, close_in_loop_error, &called);
    moray_run(vm, "async def end(): raise SystemExit", "end.py");
    moray_spawn(vm, moray_eval(vm, "end()"));
    expect_fine(vm);
    for (int i = 0; i < 50 && !called; i++)
        uv_run(&loop, UV_RUN_ONCE);
    assert_int_equal(called, 1);
    moray_catch(vm, NULL);
    moray_finish(vm);
    moray_free(vm);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
}

/* ---- stale, foreign and null references ---- */


/* Calls each function with `bad` in the place of every reference, and expects it to fail. */
static void expect_refused(MorayVM *vm, MorayRef bad)
{
    MorayRef good = moray_list(vm, NULL, 0), pair[2] = {good, bad}, item = MORAY_NULL;
    int64_t i;
    double d;
    bool b;
    const char *s;
    size_t n;
    MorayField field = {0};
    static const MorayClass cls = {"C", NULL, 8, "C()", NULL, NULL, NULL, NULL, NULL, NULL};
#define REFUSED(call)                                    \
    do {                                                 \
        if (!(call) || !moray_catch(vm, NULL))           \
            fail_msg("not refused: %s", #call);          \
    } while (0)
    REFUSED(moray_is_null(moray_pin(vm, bad)));
    REFUSED(moray_is_null(moray_scope_return(vm, moray_scope_open(vm), bad)));
    REFUSED(moray_is_null(moray_list(vm, pair, 2)));
    REFUSED(moray_is_null(moray_tuple(vm, pair, 2)));
    REFUSED(moray_truth(vm, bad) == -1);
    REFUSED(!moray_to_bool(vm, bad, &b));
    REFUSED(!moray_to_int(vm, bad, &i));
    REFUSED(!moray_to_float(vm, bad, &d));
    REFUSED(!moray_to_str(vm, bad, &s, &n));
    REFUSED(!moray_to_bytes(vm, bad, &s, &n));
    REFUSED(moray_len(vm, bad) == -1);
    REFUSED(moray_is_null(moray_getitem(vm, bad, good)));
    REFUSED(moray_is_null(moray_getitem(vm, good, bad)));
    REFUSED(!moray_setitem(vm, good, good, bad));
    REFUSED(!moray_setitem(vm, bad, good, good));
    REFUSED(!moray_delitem(vm, good, bad));
    REFUSED(moray_is_null(moray_item(vm, bad, 0)));
    REFUSED(moray_contains(vm, good, bad) == -1);
    REFUSED(!moray_list_append(vm, good, bad));
    REFUSED(!moray_dict_set(vm, moray_dict(vm), "a", bad));
    REFUSED(moray_is_null(moray_dict_get(vm, bad, "a")));
    REFUSED(!moray_set_add(vm, moray_set(vm), bad));
    REFUSED(moray_is_null(moray_iter(vm, bad)));
    REFUSED(!moray_next(vm, bad, &item));
    REFUSED(moray_is_null(moray_getattr(vm, bad, "a")));
    REFUSED(!moray_setattr(vm, good, "a", bad));
    REFUSED(!moray_delattr(vm, bad, "a"));
    REFUSED(moray_hasattr(vm, bad, "a") == -1);
    REFUSED(moray_eq(vm, good, bad) == -1);
    REFUSED(moray_lt(vm, bad, good) == -1);
    REFUSED(moray_compare(vm, MORAY_GE, bad, good) == -1);
    REFUSED(moray_is_null(moray_binary(vm, MORAY_ADD, good, bad)));
    REFUSED(moray_is_null(moray_inplace(vm, MORAY_ADD, good, bad)));
    REFUSED(moray_is_null(moray_unary(vm, MORAY_ABS, bad)));
    REFUSED(!moray_hash(vm, bad, &i));
    REFUSED(moray_is_null(moray_format(vm, bad, "")));
    REFUSED(moray_isinstance(vm, bad, moray_type(vm, good)) == -1);
    REFUSED(moray_is_null(moray_repr(vm, bad)));
    REFUSED(moray_is_null(moray_str_of(vm, bad)));
    REFUSED(moray_is_null(moray_type(vm, bad)));
    REFUSED(moray_is_null(moray_call(vm, bad, NULL, 0)));
    REFUSED(moray_is_null(moray_call(vm, moray_type(vm, good), &bad, 1)));
    REFUSED(moray_is_null(moray_call_kw(vm, bad, NULL, 0, MORAY_NULL)));
    REFUSED(moray_is_null(moray_call_kw(vm, moray_type(vm, good), &bad, 1, MORAY_NULL)));
    REFUSED(moray_is_null(moray_call_method(vm, bad, "append", &good, 1)));
    REFUSED(moray_is_null(moray_call_method(vm, good, "append", &bad, 1)));
    REFUSED(moray_is_null(moray_run_until(vm, bad)));
    REFUSED(moray_is_null(moray_run_code(vm, bad, MORAY_NULL)));
    REFUSED(!moray_save_code(vm, bad, &s, &n));
    REFUSED(moray_is_null(moray_spawn(vm, bad)));
    REFUSED(!moray_on_done(vm, bad, NULL, NULL));
    REFUSED(moray_is_done(vm, bad) == -1);
    REFUSED(moray_is_null(moray_result(vm, bad)));
    REFUSED(!moray_cancel(vm, bad));
    REFUSED(!moray_set_global(vm, "a", bad));
    REFUSED(!moray_unwrap(vm, bad, &cls));
    REFUSED(moray_is_null(moray_raise_value(vm, bad)));
    if (!moray_is_null(bad))
        REFUSED(!moray_field_set(vm, &field, bad));
    assert_int_equal(moray_kind(vm, bad), MORAY_NOTHING);
    assert_false(moray_same(vm, bad, bad));
    moray_unpin(vm, bad);
}

static void bad_references(void **state)
{
    MorayVM *vm = *state;
    MorayVM *other = moray_new(NULL);
    MorayRef foreign_ref = moray_int(other, 1);
    MorayRef stale = stale_reference(vm), unpinned = moray_pin(vm, moray_int(vm, 1));
    moray_unpin(vm, unpinned);
    const MorayRef bad[] = {MORAY_NULL, stale, unpinned, foreign_ref, {0xffffffff, 1}, {0x80000000, 0}, {1, 0}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        MorayScope scope = moray_scope_open(vm);
        expect_refused(vm, bad[i]);
        moray_scope_close(vm, scope);
    }
    moray_free(other);
}

/* ---- no memory ---- */

static MorayRef add(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)data;
    return moray_int(vm, moray_arg_int(args, 0) + moray_arg_int(args, 1));
}

static void async_add(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    (void)data;
    moray_future_resolve(vm, future, moray_int(vm, moray_arg_int(args, 0) + 1));
}

static const MorayMethod methods[] = {{"get(self)", add, NULL}, {NULL, NULL, NULL}};
static const MorayProperty properties[] = {{"p", NULL, NULL, NULL}, {NULL, NULL, NULL, NULL}};
static const MorayClass small = {"Small", "doc", 16, "Small(x: int = 1)", NULL, methods, properties, NULL, NULL, NULL};
static const MorayMethod functions[] = {{"add(a: int, b: int = 2)", add, NULL}, {NULL, NULL, NULL}};
static const MorayModule module = {"small_module", "doc", functions, NULL, NULL, NULL};

/* A little of everything; whatever fails must leave an exception and nothing else. */
static void everything(MorayVM *vm)
{
    static const char text[] = "x = [i for i in range(10)]\nclass A: pass\na = A()\na.b = {1: 2}\n";
    MorayScope scope = moray_scope_open(vm);
    MorayRef list = moray_list(vm, NULL, 0), code, task;
    const char *bytes;
    size_t n;
    for (int i = 0; i < 100; i++)
        moray_list_append(vm, list, moray_strf(vm, "item %d", i));
    moray_catch(vm, NULL);
    moray_dict_set(vm, moray_dict(vm), "key", moray_bytes(vm, "bytes", 5));
    moray_catch(vm, NULL);
    moray_set_global(vm, "add", moray_function(vm, "add(a: int, b: int = 2) -> int", add, "doc", NULL));
    moray_catch(vm, NULL);
    moray_eval(vm, "add(1)");
    moray_catch(vm, NULL);
    moray_run(vm, text, "memory.py");
    moray_catch(vm, NULL);
    code = moray_compile(vm, text, strlen(text), "memory.py", MORAY_PROGRAM);
    moray_run_code(vm, code, MORAY_NULL);
    if (moray_save_code(vm, code, &bytes, &n))
        moray_load_code(vm, bytes, n);
    moray_catch(vm, NULL);
    moray_set_global(vm, "Small", moray_define_class(vm, &small));
    moray_catch(vm, NULL);
    moray_new_object(vm, &small, NULL);
    moray_catch(vm, NULL);
    moray_add_module(vm, &module);
    moray_catch(vm, NULL);
    moray_unpin(vm, moray_pin(vm, list));
    moray_call_method(vm, list, "append", &list, 1);
    moray_catch(vm, NULL);
    moray_repr(vm, moray_tuple(vm, &list, 1));
    moray_catch(vm, NULL);
    moray_binary(vm, MORAY_MUL, list, moray_int(vm, 3));
    moray_catch(vm, NULL);
    moray_set_global(vm, "soon", moray_async_function(vm, "async soon(n: int)", async_add, NULL, NULL));
    moray_catch(vm, NULL);
    task = moray_spawn(vm, moray_eval(vm, "soon(1)"));
    moray_catch(vm, NULL);
    for (int i = 0; i < 5; i++)
        moray_poll(vm, 0), moray_catch(vm, NULL);
    moray_result(vm, task);
    moray_raise(vm, "ValueError", "a message");
    MorayError err;
    moray_catch(vm, &err);
    moray_scope_close(vm, scope);
}

static void the_nth_allocation_fails(void **state)
{
    (void)state;
    setenv("MORAY_FAIL_ALLOC", "100000000", 1); /* makes the VM count */
    for (int n = 1; n < 6000; n += n < 1500 ? 1 : 7) {
        char number[16];
        snprintf(number, sizeof number, "%d", n);
        setenv("MORAY_FAIL_ALLOC", number, 1);
        MorayVM *vm = moray_new(NULL);
        if (!vm)
            continue;
        everything(vm);
        moray_free(vm);
    }
    unsetenv("MORAY_FAIL_ALLOC");
}

/* ---- many ---- */

static void *deep_on_a_small_stack(void *data)
{
    MorayVM *vm = moray_new(NULL);
    (void)data;
    moray_run(vm, "def f(n): return sorted([n], key=lambda n: f(n + 1))\ntry: f(0)\nexcept RecursionError: caught = 1", "small.py");
    bool ok = !moray_failed(vm) && moray_truth(vm, moray_global(vm, "caught")) == 1;
    moray_free(vm);
    return ok ? vm : NULL;
}

static void small_stacks(void **state)
{
    (void)state;
    pthread_t thread;
    pthread_attr_t attr;
    void *result = NULL;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, 512 << 10);
    assert_int_equal(pthread_create(&thread, &attr, deep_on_a_small_stack, NULL), 0);
    pthread_join(thread, &result);
    pthread_attr_destroy(&attr);
    assert_non_null(result);
}

static long resident_kb(void)
{
    long total = 0, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f && fscanf(f, "%ld %ld", &total, &resident) != 2)
        resident = 0;
    if (f)
        fclose(f);
    return resident * 4;
}

/* More than the table of isolates that handle signals has room for. */
static void event_loops_in_many_vms(void **state)
{
    (void)state;
    enum { N = 80 };
    static MorayVM *vms[N];
    for (int i = 0; i < N; i++) {
        assert_non_null(vms[i] = moray_new(NULL));
        run(vms[i], "import asyncio\nasyncio.run(asyncio.sleep(0.001))");
    }
    for (int i = 0; i < N; i++)
        moray_free(vms[i]);
}

/* What a VM costs before it has run anything. */
static void idle_vms_are_small(void **state)
{
    (void)state;
    enum { N = 100, MOST_KB = 150 };
    static MorayVM *vms[N];
    moray_free(moray_new(NULL)); /* what the process pays once */
#ifdef PR_SET_THP_DISABLE
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0); /* huge pages would be counted whole */
#endif
    long before = resident_kb();
    for (int i = 0; i < N; i++)
        assert_non_null(vms[i] = moray_new(NULL));
    long each = (resident_kb() - before) / N;
    for (int i = 0; i < N; i++) /* and each of them works */
        assert_true(moray_run(vms[i], "import sys\nassert sys.modules['sys'] is sys and sys.argv == []", "idle.py"));
    for (int i = 0; i < N; i++)
        moray_free(vms[i]);
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
    assert_true(each < MOST_KB);
#else
    (void)each;
#endif
}

static void vms_come_and_go(void **state)
{
    (void)state;
    long before = 0;
    (void)before; /* compared only where memory is not shadowed */
    for (int i = 0; i < 300; i++) {
        MorayVM *vm = moray_new(NULL);
        assert_true(moray_run(vm, "x = {i: str(i) for i in range(100)}", "brief.py"));
        moray_finish(vm);
        moray_free(vm);
        if (i == 100)
            before = resident_kb();
    }
#ifndef __SANITIZE_ADDRESS__ /* which keeps freed memory for a while */
    assert_true(resident_kb() < before + 10000);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, vm_open, vm_close)
        TEST(re_entrancy_200_deep), TEST(endless_recursion_through_natives), TEST(exceptions_through_three_natives), TEST(closing_inside_a_callback),
        cmocka_unit_test(closing_inside_of_other_callbacks),
        TEST(bad_references), cmocka_unit_test(the_nth_allocation_fails), TEST(small_stacks), TEST(event_loops_in_many_vms), TEST(vms_come_and_go),
        TEST(idle_vms_are_small),
    };
    cmocka_set_test_filter(getenv("ONLY"));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
