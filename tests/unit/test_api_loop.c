/* Unit tests of moray.h: driving the VM's event loop. */
#include "api.h"

#include <poll.h>
#include <time.h>

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static const char ticker[] = "import asyncio\n"
                             "log = []\n"
                             "async def ticker(n):\n"
                             "    for i in range(n):\n"
                             "        log.append(i)\n"
                             "        await asyncio.sleep(0.01)\n"
                             "    return 'over'\n"
                             "async def start(n):\n"
                             "    global task\n"
                             "    task = asyncio.create_task(ticker(n))\n";

static void a_vm_without_a_loop(void **state)
{
    MorayVM *vm = *state;
    assert_int_equal(moray_poll(vm, 0), 0);
    assert_int_equal(moray_poll(vm, -1), 0);
    assert_int_equal(moray_backend_fd(vm), -1);
    assert_int_equal(moray_backend_timeout(vm), -1);
    expect_fine(vm);
}

static void polling_frames(void **state)
{
    MorayVM *vm = *state;
    run(vm, ticker);
    moray_run_until(vm, moray_eval(vm, "start(3)"));
    expect_fine(vm);
    int frames = 0;
    while (moray_poll(vm, 0) == 1) {
        frames++;
        usleep(1000);
    }
    expect_fine(vm);
    assert_true(frames >= 3); /* each tick begins in a frame of its own, however late */
    expect_repr(vm, moray_eval(vm, "log, task.result()"), "([0, 1, 2], 'over')");
}

static void polling_with_a_wait(void **state)
{
    MorayVM *vm = *state;
    run(vm, ticker);
    moray_run_until(vm, moray_eval(vm, "start(2)"));
    int turns = 0;
    while (moray_poll(vm, -1) == 1)
        turns++;
    assert_true(turns < 10);
    expect_repr(vm, moray_eval(vm, "task.result()"), "'over'");
    moray_run_until(vm, moray_eval(vm, "start(2)"));
    double start = now();
    moray_poll(vm, 0);
    assert_int_equal(moray_poll(vm, 2), 1);
    assert_true(now() - start < 1);
    while (moray_poll(vm, -1) == 1)
        ;
}

static void a_foreign_poller(void **state)
{
    MorayVM *vm = *state;
    run(vm, "import asyncio, os\n"
            "r, w = os.pipe()\n"
            "async def reader():\n"
            "    loop = asyncio.get_running_loop()\n"
            "    f = loop.create_future()\n"
            "    loop.add_reader(r, lambda: f.set_result(os.read(r, 10)))\n"
            "    got = await f\n"
            "    loop.remove_reader(r)\n"
            "    return got\n"
            "async def start():\n"
            "    global task\n"
            "    task = asyncio.create_task(reader())\n");
    moray_run_until(vm, moray_eval(vm, "start()"));
    int64_t w = 0;
    moray_to_int(vm, moray_global(vm, "w"), &w);
    bool written = false;
    for (int i = 0; i < 20; i++) {
        struct pollfd p = {.fd = moray_backend_fd(vm), .events = POLLIN};
        int timeout = moray_backend_timeout(vm);
        assert_true(p.fd >= 0);
        if (timeout < 0 && !written) {
            assert_int_equal(poll(&p, 1, 0), 0);
            assert_int_equal(write((int)w, "hello", 5), 5);
            written = true;
        }
        poll(&p, 1, timeout);
        if (moray_poll(vm, 0) != 1)
            break;
    }
    expect_fine(vm);
    assert_true(written);
    expect_repr(vm, moray_eval(vm, "task.result()"), "b'hello'");
    run(vm, "os.close(r); os.close(w)");
}

static MorayRef poll_inside(MorayVM *vm, MorayArgs *args, void *data)
{
    (void)args, (void)data;
    return moray_int(vm, moray_poll(vm, 0));
}

static void polling_inside_the_loop(void **state)
{
    MorayVM *vm = *state;
    moray_set_global(vm, "poll", moray_function(vm, "poll()", poll_inside, NULL, NULL));
    run(vm, "import asyncio\nasync def f(): poll()");
    assert_true(moray_is_null(moray_run_until(vm, moray_eval(vm, "f()"))));
    expect_error(vm, "RuntimeError", "This event loop is already running");
}

static void exceptions_that_leave_the_loop(void **state)
{
    MorayVM *vm = *state;
    run(vm, "import asyncio\n"
            "async def quit():\n    await asyncio.sleep(0.002)\n    raise SystemExit(3)\n"
            "async def fail(): raise ValueError('kept')\n"
            "async def start():\n"
            "    global a, b\n"
            "    a, b = asyncio.create_task(fail()), asyncio.create_task(quit())\n");
    moray_run_until(vm, moray_eval(vm, "start()"));
    expect_fine(vm);
    int status;
    while ((status = moray_poll(vm, 0)) == 1)
        ;
    assert_int_equal(status, -1);
    MorayError err;
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.kind, MORAY_ERROR_EXIT);
    assert_int_equal(err.exit_code, 3);
    expect_repr(vm, moray_eval(vm, "a.exception(), b.done(), b.exception()"), "(ValueError('kept'), True, SystemExit(3))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, vm_open_all, vm_close)
        TEST(a_vm_without_a_loop), TEST(polling_frames), TEST(polling_with_a_wait), TEST(a_foreign_poller), TEST(polling_inside_the_loop),
        TEST(exceptions_that_leave_the_loop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
