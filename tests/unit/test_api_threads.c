/* Unit tests of moray.h: threads. Many VMs in many threads, threads of scripts, and what other threads may call at any time: moray_post, moray_future_post
 * and moray_interrupt, one by one and in storms. `make tsan` runs all of it under ThreadSanitizer.
 */
#include "api.h"

#include <pthread.h>

/* ---- VMs that go from thread to thread ---- */

enum { VMS = 64, THREADS = 8 };

typedef struct Worker {
    pthread_t thread;
    MorayVM **vms;
    int number;
} Worker;

/* Each VM goes from thread to thread: thread k works on those whose number is k plus the round, by turns. */
static void *work(void *data)
{
    Worker *w = data;
    for (int i = 0; i < VMS / THREADS; i++) {
        MorayVM *vm = w->vms[i * THREADS + w->number];
        MorayScope scope = moray_scope_open(vm);
        moray_run(vm, "import json\nn = n + 1 if 'n' in globals() else 1\nx = json.loads(json.dumps([[i] * 10 for i in range(100)]))\n"
                      "def f(k): return k and f(k - 1) + 1\nassert f(500) == 500\nimport gc\ngc.collect()", "worker.py");
        if (moray_failed(vm))
            moray_report(vm);
        moray_scope_close(vm, scope);
    }
    return NULL;
}

static void many_vms_on_many_threads(void **state)
{
    (void)state;
    static MorayVM *vms[VMS];
    for (int i = 0; i < VMS; i++)
        assert_non_null(vms[i] = moray_new(NULL));
    for (int round = 0; round < 3; round++) {
        Worker workers[THREADS];
        for (int k = 0; k < THREADS; k++) {
            workers[k] = (Worker){.vms = vms, .number = (k + round) % THREADS};
            pthread_create(&workers[k].thread, NULL, work, &workers[k]);
        }
        for (int k = 0; k < THREADS; k++)
            pthread_join(workers[k].thread, NULL);
    }
    for (int i = 0; i < VMS; i++) {
        expect_repr(vms[i], moray_global(vms[i], "n"), "3");
        moray_free(vms[i]);
    }
}

/* Natives in several threads of the script, whose scopes overlap in time without nesting. */
static MorayRef slow_echo(MorayVM *vm, MorayArgs *args, void *data)
{
    MorayRef kept = moray_strf(vm, "%lld", (long long)moray_arg_int(args, 0));
    unsigned pause = (unsigned)(moray_arg_int(args, 0) % 7) * 100;
    (void)data;
    for (int i = 0; i < 20; i++) {
        moray_int(vm, i);
        moray_leave(vm);
        usleep(pause);
        moray_enter(vm);
    }
    return moray_call_method(vm, kept, "strip", NULL, 0);
}

static void natives_in_threads_of_the_script(void **state)
{
    (void)state;
    MorayConfig c;
    moray_config_init(&c);
    c.allow = MORAY_ALLOW_THREADS;
    MorayVM *vm = moray_new(&c);
    moray_set_global(vm, "echo", moray_function(vm, "echo(n: int) -> str", slow_echo, NULL, NULL));
    run(vm, "import threading\nout = {}\ndef work(k):\n    for i in range(5): out[k, i] = echo(k * 10 + i)\n"
            "threads = [threading.Thread(target=work, args=(k,)) for k in range(6)]\n"
            "for t in threads: t.start()\nfor t in threads: t.join()\n"
            "assert out == {(k, i): str(k * 10 + i) for k in range(6) for i in range(5)}, out");
    assert_int_equal(moray_finish(vm), 0);
    moray_free(vm);
}

/* ---- interrupts and posts ---- */

static void *interrupt_soon(void *vm)
{
    usleep(20000);
    moray_interrupt(vm);
    return NULL;
}

static void expect_interrupt(MorayVM *vm, const char *text)
{
    MorayError err;
    if (moray_run(vm, text, "stop.py"))
        fail_msg("it ended by itself:\n%s", text);
    assert_true(moray_catch(vm, &err));
    if (err.limit != MORAY_LIMIT_INTERRUPT)
        fail_msg("%s\n%s", text, err.traceback);
    assert_string_equal(err.type, "KeyboardInterrupt");
    assert_int_equal(err.kind, MORAY_ERROR_INTERRUPT);
    moray_set_limits(vm, NULL);
    expect_repr(vm, moray_eval(vm, "'survived' in globals()"), "False");
}

static void interrupts_from_another_thread(void **state)
{
    MorayVM *vm = *state;
    static const char *const texts[] = {"while True:\n    try:\n        while True: pass\n    except BaseException: survived = 1", "import time\ntime.sleep(100)",
                                        "import asyncio\nasyncio.run(asyncio.sleep(100))"};
    for (size_t i = 0; i < 3; i++) {
        pthread_t thread;
        moray_run(vm, "import asyncio, time", "warm.py");
        pthread_create(&thread, NULL, interrupt_soon, vm);
        expect_interrupt(vm, texts[i]);
        pthread_join(thread, NULL);
    }
    moray_interrupt(vm); /* while nothing runs: the next one */
    expect_interrupt(vm, "for i in range(10): pass");
    run(vm, "for i in range(10): pass");
}

static void note_post(MorayVM *vm, void *data)
{
    moray_list_append(vm, moray_global(vm, "log"), moray_str(vm, data));
}

static void raise_in_post(MorayVM *vm, void *data) { moray_raise(vm, "ValueError", "%s", (char *)data); }

static void *post_soon(void *vm)
{
    static char a[] = "a", b[] = "b";
    usleep(10000);
    moray_post(vm, note_post, a);
    moray_post(vm, note_post, b);
    return NULL;
}

static void posts_from_another_thread(void **state)
{
    MorayVM *vm = *state;
    static char here[] = "here", bad[] = "to be seen on stderr";
    run(vm, "import asyncio\nlog = []\nasync def wait():\n    while len(log) < 3: await asyncio.sleep(0.005)");
    assert_true(moray_post(vm, note_post, here));
    assert_true(moray_check(vm));
    expect_repr(vm, moray_global(vm, "log"), "['here']");
    pthread_t thread;
    pthread_create(&thread, NULL, post_soon, vm);
    moray_run_until(vm, moray_eval(vm, "wait()"));
    expect_fine(vm);
    pthread_join(thread, NULL);
    expect_repr(vm, moray_global(vm, "log"), "['here', 'a', 'b']");
    moray_post(vm, raise_in_post, bad);
    assert_true(moray_check(vm));
    moray_post(vm, note_post, here); /* dropped */
}

/* ---- storms ---- */

enum { STORMERS = 8, POSTS = 200, INTERRUPTS = 20, JOBS = 25 };

typedef struct Storm {
    MorayVM *vm;
    int posted;   /* by the functions that were posted: the VM's thread alone */
    int finished; /* atomic: of the storming threads */
} Storm;

static void count_post(MorayVM *vm, void *data)
{
    MorayScope scope = moray_scope_open(vm);
    moray_list_append(vm, moray_list(vm, NULL, 0), moray_strf(vm, "%d", ((Storm *)data)->posted));
    moray_scope_close(vm, scope);
    moray_catch(vm, NULL);
    ((Storm *)data)->posted++;
}

static void *storm(void *data)
{
    Storm *s = data;
    for (int i = 0; i < POSTS; i++) {
        while (!moray_post(s->vm, count_post, s))
            ;
        if (i % (POSTS / INTERRUPTS) == 0)
            moray_interrupt(s->vm);
        if (i % 8 == 0)
            usleep(200);
    }
    __atomic_add_fetch(&s->finished, 1, __ATOMIC_SEQ_CST);
    return NULL;
}

/* Posts and interrupts from eight threads, while scripts of several kinds run and are stopped: no post is lost, and afterwards all is as it was. */
static void a_storm_of_posts_and_interrupts(void **state)
{
    static const char *const texts[] = {
        "for i in range(300): d[str(i)] = [i] * 3",
        "async def f():\n    for i in range(50): await asyncio.sleep(0)\n    await asyncio.gather(*[asyncio.sleep(0.001) for i in range(5)])\nasyncio.run(f())",
        "try:\n    sorted(range(2000), key=lambda i: -i)\nexcept BaseException: survived = 1",
        "re.sub('a|b', 'c', 'abc' * 300); json.loads(json.dumps([list(range(50))] * 20)); gc.collect()",
        "time.sleep(0.001)",
    };
    Storm s = {.vm = *state};
    pthread_t threads[STORMERS];
    MorayError last;
    run(s.vm, "import asyncio, gc, json, re, time\nd = {}\nasyncio.run(asyncio.sleep(0))");
    for (int i = 0; i < STORMERS; i++)
        pthread_create(&threads[i], NULL, storm, &s);
    for (int i = 0; __atomic_load_n(&s.finished, __ATOMIC_SEQ_CST) < STORMERS || i < 10; i++) {
        MorayScope scope = moray_scope_open(s.vm);
        MorayError err;
        if (!moray_run(s.vm, texts[i % 5], "storm.py")) {
            assert_true(moray_catch(s.vm, &err));
            if (err.limit != MORAY_LIMIT_INTERRUPT)
                fail_msg("%s", err.traceback);
        }
        if (!moray_check(s.vm))
            moray_catch(s.vm, NULL);
        moray_scope_close(s.vm, scope);
    }
    for (int i = 0; i < STORMERS; i++)
        pthread_join(threads[i], NULL);
    while (!moray_run(s.vm, "for i in range(100): pass", "after.py")) /* an interrupt that came last */
        moray_catch(s.vm, NULL);
    assert_true(moray_check(s.vm));
    assert_int_equal(s.posted, STORMERS * POSTS);
    moray_interrupt(s.vm); /* how many of the storm's met a running script is chance: this one does */
    assert_false(moray_run(s.vm, "while True: pass", "last.py"));
    assert_true(moray_catch(s.vm, &last));
    assert_int_equal(last.limit, MORAY_LIMIT_INTERRUPT);
    expect_repr(s.vm, moray_eval(s.vm, "'survived' in globals()"), "False");
    run(s.vm, "asyncio.run(asyncio.sleep(0)); assert json.loads('[1]') == [1]");
}

/* Futures that eight threads complete, each in its own time. */
typedef struct Job {
    MorayVM *vm;
    MorayFuture future;
    pthread_t thread;
    int64_t n;
} Job;

static void complete_job(MorayVM *vm, MorayFuture future, void *data)
{
    Job *job = data;
    if (job->n % 5 == 4)
        moray_future_reject(vm, future, "ValueError", "job %d", (int)job->n);
    else
        moray_future_resolve(vm, future, moray_int(vm, job->n * 2));
}

static void *do_job(void *data)
{
    Job *job = data;
    usleep((unsigned)(job->n * 7919 % 3000));
    while (!moray_future_post(job->vm, job->future, complete_job, job))
        ;
    return NULL;
}

static void start_job(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    Job *job = (Job *)data + moray_arg_int(args, 0);
    *job = (Job){.vm = vm, .future = future, .n = moray_arg_int(args, 0)};
    assert_int_equal(pthread_create(&job->thread, NULL, do_job, job), 0);
}

static void futures_completed_by_many_threads(void **state)
{
    MorayVM *vm = *state;
    static Job jobs[STORMERS * JOBS];
    moray_set_global(vm, "job", moray_async_function(vm, "async job(n: int) -> int", start_job, NULL, jobs));
    run(vm, "import asyncio\nasync def one(n):\n    try: return await job(n)\n    except ValueError as e: return str(e)\n"
            "async def main(k): return await asyncio.gather(*[one(i) for i in range(k, k + 8)])\n"
            "async def cancelled(n):\n    t = asyncio.create_task(one(n)); await asyncio.sleep(0); t.cancel()\n    try: await t\n    except asyncio.CancelledError: return 'gone'");
    for (int k = 0; k < STORMERS * (JOBS - 1); k += STORMERS) {
        MorayRef arg = moray_int(vm, k), r = moray_run_until(vm, moray_call(vm, moray_global(vm, "main"), &arg, 1));
        expect_fine(vm);
        assert_int_equal(moray_len(vm, r), STORMERS);
        for (int i = 0; i < STORMERS; i++) {
            char text[40];
            snprintf(text, sizeof text, (k + i) % 5 == 4 ? "'job %d'" : "%d", (k + i) % 5 == 4 ? k + i : (k + i) * 2);
            expect_repr(vm, moray_item(vm, r, i), text);
        }
    }
    for (int k = STORMERS * (JOBS - 1); k < STORMERS * JOBS; k++) { /* completed when nobody waits for them any more */
        MorayRef arg = moray_int(vm, k);
        expect_repr(vm, moray_run_until(vm, moray_call(vm, moray_global(vm, "cancelled"), &arg, 1)), "'gone'");
    }
    for (int i = 0; i < STORMERS * JOBS; i++)
        pthread_join(jobs[i].thread, NULL);
    assert_true(moray_check(vm));
    MorayUsage usage;
    moray_usage(vm, &usage);
    assert_int_equal(usage.futures, 0);
}

/* ---- VMs that come and go in many threads, at their limits ---- */

typedef struct Visitor { MorayVM *vm; bool quit; } Visitor;

static void *bother(void *data)
{
    Visitor *v = data;
    while (!__atomic_load_n(&v->quit, __ATOMIC_SEQ_CST)) {
        moray_interrupt(v->vm);
        usleep(500);
    }
    return NULL;
}

static void *come_and_go(void *data)
{
    static const char *const texts[] = {
        "x = []\nwhile True: x.append(x[:])", "import json\nx = json.dumps(list(range(10000)))\nwhile True: json.loads(x)", "def f(n): return f(n + 1)\nf(0)",
        "import asyncio\nasync def f():\n    while True: await asyncio.sleep(0.0001)\nasyncio.run(f())", "x = {}\nwhile True: x[len(x)] = str(x)[:50]", "'a' * 10**9",
    };
    int number = *(int *)data;
    for (int i = 0; i < 12; i++) {
        MorayConfig c;
        moray_config_init(&c);
        c.limits = (MorayLimits){.heap = (uint64_t)(1 + (i + number) % 4) << 20, .steps = i % 3 ? 0 : 30000, .time_ms = 20, .depth = 200};
        MorayVM *vm = moray_new(&c);
        if (!vm)
            continue;
        Visitor v = {.vm = vm};
        pthread_t thread;
        bool bothered = i % 4 == 3 && !pthread_create(&thread, NULL, bother, &v);
        MorayError err;
        if (!moray_run(vm, texts[(i + number) % 6], "visit.py") && moray_catch(vm, &err) && err.limit == MORAY_LIMIT_NONE)
            fprintf(stderr, "%s", err.traceback);
        if (bothered) {
            __atomic_store_n(&v.quit, true, __ATOMIC_SEQ_CST);
            pthread_join(thread, NULL);
        }
        moray_set_limits(vm, NULL);
        if (i % 2)
            moray_finish(vm);
        moray_free(vm);
    }
    return NULL;
}

static void vms_at_their_limits_in_many_threads(void **state)
{
    (void)state;
    pthread_t threads[STORMERS];
    int numbers[STORMERS];
    for (int i = 0; i < STORMERS; i++) {
        numbers[i] = i;
        pthread_create(&threads[i], NULL, come_and_go, &numbers[i]);
    }
    for (int i = 0; i < STORMERS; i++)
        pthread_join(threads[i], NULL);
}

/* A stop reaches all threads of the script. */
static void a_stop_for_threads_of_the_script(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        MorayConfig c;
        moray_config_init(&c);
        c.allow = MORAY_ALLOW_THREADS;
        MorayVM *vm = moray_new(&c);
        run(vm, "import threading, time\ncount = [0] * 4\ndef work(k):\n    while True:\n        count[k] += 1\n        if k == 3: time.sleep(0.0001)\n"
                "def start():\n    for k in range(4): threading.Thread(target=work, args=(k,), daemon=True).start()");
        MorayLimits limits = {.time_ms = round == 0 ? 50 : 0, .steps = round == 1 ? 100000 : 0};
        MorayError err;
        pthread_t thread;
        moray_set_limits(vm, &limits);
        if (round == 2)
            pthread_create(&thread, NULL, interrupt_soon, vm);
        assert_false(moray_run(vm, "start()\nwhile True: pass", "threads.py"));
        if (round == 2)
            pthread_join(thread, NULL);
        assert_true(moray_catch(vm, &err));
        assert_int_not_equal(err.limit, MORAY_LIMIT_NONE);
        moray_finish(vm);
        moray_free(vm);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, vm_open, vm_close)
        cmocka_unit_test(many_vms_on_many_threads), TEST(natives_in_threads_of_the_script), TEST(interrupts_from_another_thread), TEST(posts_from_another_thread),
        TEST(a_storm_of_posts_and_interrupts), TEST(futures_completed_by_many_threads), TEST(vms_at_their_limits_in_many_threads), TEST(a_stop_for_threads_of_the_script),
    };
    cmocka_set_test_filter(getenv("ONLY"));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
