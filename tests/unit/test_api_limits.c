/* Unit tests of moray.h: limits and usage. */
#include "api.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

#include <time.h>

static double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

/* Runs a script that a limit has to stop, and checks that nothing of it ran on. */
static void expect_stop(MorayVM *vm, const char *text, MorayLimitKind limit, const char *type)
{
    MorayError err;
    double start = now();
    if (moray_run(vm, text, "stop.py"))
        fail_msg("it ended by itself:\n%s", text);
    double took = now() - start;
    assert_true(moray_catch(vm, &err));
    if (err.limit != limit)
        fail_msg("%s\n%s", text, err.traceback);
    assert_string_equal(err.type, type);
    assert_int_equal(err.kind, MORAY_ERROR_LIMIT);
    if (getenv("SHOW_TIMES"))
        fprintf(stderr, "%7.1f ms  %.60s\n", took * 1e3, text);
    moray_set_limits(vm, NULL);
    expect_repr(vm, moray_eval(vm, "'survived' in globals()"), "False");
}

/* Scripts that would run for very long; each tries to survive. */
static const char *const endless[] = {
    "while True: pass",
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n    survived = 1",
    "try:\n    while True: pass\nfinally:\n    survived = 1",
    ("class C:\n    def __enter__(self): pass\n    def __exit__(self, *a):\n        global survived\n        survived = 1\n        return True\n"
     "with C():\n    while True: pass"),
    "def f():\n    try:\n        while True: pass\n    except: f()\n    f()\nf()",
    "def g():\n    try:\n        yield from g2()\n    finally:\n        global survived\n        survived = 1\ndef g2():\n    while True: pass\n    yield\nlist(g())",
    "import asyncio\nasync def f():\n    try:\n        while True: await asyncio.sleep(0)\n    finally:\n        global survived\n        survived = 1\nasyncio.run(f())",
    "import asyncio\nasync def f():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\nasyncio.run(f())",
    "hasattr(type('C', (), {'__getattr__': lambda s, n: [0 for _ in iter(int, 1)]})(), 'x'); survived = 1",
    "class C:\n    def __eq__(self, o):\n        while True: pass\n    __hash__ = lambda s: 1\n{C(): 1, C(): 2}\nsurvived = 1",
    "sum(range(10**12))",
    "max(range(10**12))",
    "any(x < 0 for x in iter(int, 1))",
    "10**12 in (x for x in iter(int, 1))",
    "set(iter(int, 1))",
    "dict.fromkeys(iter(int, 1))",
    "import itertools\nfor x in itertools.count(): pass",
    "import itertools\nset(itertools.repeat(1))",
    "import itertools\nsum(itertools.repeat(1))",
    "import itertools\nall(itertools.repeat(1))",
    "import itertools\nnext(itertools.dropwhile(lambda x: True, itertools.count()))",
    "import itertools\nnext(filter(None, itertools.repeat(0)))",
    "import itertools, collections\ncollections.deque(itertools.repeat(1), maxlen=0)",
    "import itertools, collections\ncollections.Counter(itertools.repeat(1))",
    "import itertools\nnext(itertools.islice(itertools.count(), 10**12, None))",
    "import itertools\nmin(itertools.repeat(1))",
    "import itertools\n2 in itertools.repeat(1)",
    "import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')",
    "3 ** 10000000 % 7",
    "x = 7 ** 3000000\ny = x * x\nz = y // x\nz = y * y\nz = z * z",
    "import sys\nsys.set_int_max_str_digits(0)\nx = str(3 ** 4000000)\nint(x)",
    "import math\nmath.factorial(10**6)",
    "import math\nmath.comb(4 * 10**6, 2 * 10**6)",
    "pow(3, 10**400000, 10**400000 + 1)",
    "import math\nmath.isqrt(1 << 10**8)",
    "import math\nmath.gcd(3**6000000, 5**5000000)",
    "x = list(range(10**6))\nwhile True:\n    x.sort(key=lambda v: -v)",
    "import random\nx = [random.random() for _ in range(10**6)]\nwhile True: sorted(x)",
    "x = [str(i) for i in range(10**6)]\nx.sort(key=lambda s: s[::-1])\nwhile True: sorted(x)",
    "import json\nx = json.dumps(list(range(10**6)))\nwhile True: json.loads(x)",
    "import json\nx = list(range(10**6))\nwhile True: json.dumps(x)",
    "x = 'ab' * 10**6\nwhile True: x.replace('a', 'ccc')",
    "x = 'ab' * 10**6\nwhile True: x.split('a')",
    "x = ['ab'] * 10**6\nwhile True: ''.join(x)",
    "x = 'a' * 10**6\nx.count('a' * 5000 + 'b')\nwhile True: x.find('a' * 5000 + 'b')",
    "x = [1] * 10**6\nwhile True: x == list(x)",
    "x = [[1] * 1000] * 100\nwhile True: repr(x)",
    "x = b'ab' * 10**6\nwhile True: x.hex()",
    "x = list(range(10**6))\nwhile True: x.index(-1) if -1 in x else 0",
    "x = 'x = 1\\n' * 10**5\nwhile True: compile(x, 'x', 'exec')",
    "import time\ntime.sleep(100)",
    "import queue\nqueue.Queue().get(timeout=100)",
    "import asyncio\nasyncio.run(asyncio.sleep(100))",
    "import asyncio\nasync def f(): await asyncio.get_running_loop().create_future()\nasyncio.run(f())",
    "'%1000000000d' % 1; '%1000000000d' % 1; '%1000000000d' % 1; '%1000000000d' % 1; '%1000000000d' % 1\nwhile True: '%100000000d' % 1",
    "x = 'a' * 10**6\nwhile True: x.encode().decode()",
    "x = {i: i for i in range(10**6)}\nwhile True: dict(x); x.copy(); list(x.items())",
    "x = set(range(10**6))\nwhile True: x | x; x & x; x - {1}",
    "x = bytearray(10**6)\nwhile True: x[:] = x[::-1]",
    "x = 'ß' * 10**6\nwhile True: x.upper(); x.casefold()",
    "from functools import reduce\nreduce(lambda a, b: a, iter(int, 1))",
    "list(map(lambda x: x, iter(int, 1)))",
    "list(zip(iter(int, 1), iter(int, 1)))",
    "x = 1\nwhile True: x = (x * 3) ^ x",
    "a, *b = iter(int, 1)",
    "print(*iter(int, 1))",
    "''.join(str(x) for x in iter(int, 1))",
    "import string\nx = string.Template('$a' * 10**6)\nwhile True: x.safe_substitute(a=1)",
    "import copy\nx = [[i] for i in range(10**5)]\nwhile True: copy.deepcopy(x)",
    "import heapq\nx = list(range(10**6))\nwhile True: heapq.heapify(x); heapq.nlargest(10**5, x)",
    "import unicodedata\nx = 'é' * 10**6\nwhile True: unicodedata.normalize('NFD', x)",
};

static void the_deadline_stops_everything(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        MorayVM *vm = moray_new(NULL);
        moray_run(vm, "import asyncio, re, json, itertools, collections, math, time, sys, copy, heapq, string, random, unicodedata, functools", "warm.py");
        MorayLimits limits = {.time_ms = 20, .heap = (uint64_t)256 << 20};
        MorayError err;
        moray_set_limits(vm, &limits);
        double start = now();
        bool ended = moray_run(vm, endless[i], "stop.py");
        double took = (now() - start) * 1e3;
        bool caught = moray_catch(vm, &err);
        if (getenv("SHOW_TIMES"))
            fprintf(stderr, "%8.1f ms %s %.70s\n", took, ended ? "ENDED" : err.limit == MORAY_LIMIT_TIME ? "" : err.message, endless[i]);
        else if (ended || !caught || (err.limit != MORAY_LIMIT_TIME && err.limit != MORAY_LIMIT_HEAP))
            fail_msg("not stopped (%d, %s):\n%s", ended, caught ? err.traceback : "", endless[i]);
        assert_true(took < 5000);
        moray_set_limits(vm, NULL);
        if (!ended)
            expect_repr(vm, moray_eval(vm, "'survived' in globals()"), "False");
        moray_free(vm);
    }
}

static void a_stop_that_somebody_swallows(void **state)
{
    MorayVM *vm = *state;
    MorayLimits limits = {.steps = 10000};
    moray_set_limits(vm, &limits);
    expect_stop(vm, "class C:\n    def __del__(self):\n        while True: pass\nC()\nimport gc\ngc.collect()", MORAY_LIMIT_STEPS, "RuntimeError");
    moray_set_limits(vm, &limits);
    MorayRef noted = moray_list(vm, NULL, 0);
    moray_set_global(vm, "noted", noted);
    expect_stop(vm, "class C:\n    def __del__(self):\n        while True: pass\nC()\ngc.collect(); noted.append(1)", MORAY_LIMIT_STEPS, "RuntimeError");
    assert_int_equal(moray_len(vm, noted), 0);
    moray_set_limits(vm, &limits);
    expect_stop(vm, "class C:\n    def __getattr__(self, name):\n        while True: pass\nhasattr(C(), 'x')\nsurvived = 1", MORAY_LIMIT_STEPS, "RuntimeError");
    moray_set_limits(vm, &limits);
    expect_stop(vm, "x = [1]\nfor i in range(60): x = [x, x]\nrepr(x)\nsurvived = 1", MORAY_LIMIT_STEPS, "RuntimeError");
}

/* Nobody has set a limit, only an interrupt stops the script: what it has a hand in when the error is told ends all the same. */
static void the_text_of_an_interrupt_ends(void **state)
{
    MorayVM *vm = *state;
    MorayError err;
    assert_true(moray_run(vm, "import builtins\nreal = __import__\ndef hook(*a):\n    while True: pass\nbuiltins.__import__ = hook\n", "hook.py"));
    moray_interrupt(vm);
    assert_false(moray_run(vm, "while True: pass", "stopped.py"));
    double start = now();
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.limit, MORAY_LIMIT_INTERRUPT);
    assert_string_equal(err.type, "KeyboardInterrupt");
    assert_true(now() - start < 5);
    assert_true(moray_run(vm, "builtins.__import__ = real", "hook.py"));
    expect_fine(vm);
}

static const char *const hungry[] = {
    "x = []\nwhile True: x.append(x[:])",
    "x = []\nwhile True:\n    try:\n        while True: x.append([0] * 1000)\n    except BaseException: pass\n    survived = 1",
    "x = 'a' * 10**10",
    "x = b'a' * 10**10",
    "x = [0] * 10**10",
    "x = (0,) * 10**9",
    "x = bytearray(10**10)",
    "list(range(10**10))",
    "x = {i for i in range(10**9)}",
    "x = {i: i for i in range(10**9)}",
    "dict.fromkeys(range(10**9))",
    "''.join('abc' for _ in iter(int, 1))",
    "'%1000000000d' % 1",
    "'{:1000000000}'.format(1)",
    "f'{1:1000000000}'",
    "'a'.ljust(10**10)",
    "'a'.zfill(10**10)",
    "('a' * 10**6).replace('a', 'b' * 10**6)",
    "x = 'a'\nwhile True: x += x",
    "x = [1]\nwhile True: x += x",
    "x = [1]\nwhile True: x = [x, x]; repr(x)",
    "x = [0] * 10**6\nrepr([x] * 1000)",
    "import json\nx = [0] * 10**6\njson.dumps([x] * 1000)",
    "import io\nf = io.StringIO()\nwhile True: f.write('a' * 10**6)",
    "import io\nf = io.BytesIO()\nwhile True: f.write(b'a' * 10**6)",
    "from collections import deque\nx = deque()\nwhile True: x.append(x.copy())",
    "def f(): f()\nimport sys\nsys.setrecursionlimit(10**6)\ndef g(n):\n    x = list(range(1000))\n    return g(n + 1)\ng(0)",
    "x = lambda: 0\nwhile True: x = (x, x, [0] * 100)",
    "import itertools\nlist(itertools.product(range(100), repeat=10))",
    "import itertools\nlist(itertools.combinations(range(100), 50))",
    "'x'.join(['a' * 10**6] * 10**5)",
    "('a\\t' * 10**6).expandtabs(10**5)",
    "bytes(range(256)) * 10**8",
    "str(b'a' * 10**8)",
    "'abc'.encode() * 10**10",
    "compile('x = ' + '(' * 50 + '1' + ')' * 50 + '\\nx = 1' * 10**6, 'x', 'exec')",
};

static void the_heap_is_limited(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof hungry / sizeof *hungry; i++) {
        MorayVM *vm = moray_new(NULL);
        moray_run(vm, "import json, io, collections, itertools", "warm.py");
        MorayLimits limits = {.heap = 32 << 20};
        moray_set_limits(vm, &limits);
        expect_stop(vm, hungry[i], MORAY_LIMIT_HEAP, "MemoryError");
        moray_free(vm);
    }
}

static void the_soft_heap_limit_is_an_ordinary_error(void **state)
{
    (void)state;
    MorayConfig c;
    moray_config_init(&c);
    c.heap_limit = 32 << 20;
    MorayVM *vm = moray_new(&c);
    run(vm, "try:\n    'a' * 10**9\nexcept MemoryError:\n    caught = True");
    expect_repr(vm, moray_global(vm, "caught"), "True");
    moray_free(vm);
}

static void depth_is_limited(void **state)
{
    MorayVM *vm = *state;
    MorayLimits limits = {.depth = 100};
    moray_set_limits(vm, &limits);
    run(vm, "def f(n): return n and 1 + f(n - 1)\nassert f(90) == 90\nimport sys\nsys.setrecursionlimit(10000)\nassert sys.getrecursionlimit() == 100");
    expect_stop(vm, "def f(n):\n    try: return f(n + 1)\n    except RecursionError: return n\nf(0)\nsurvived = 1", MORAY_LIMIT_DEPTH, "RecursionError");
    run(vm, "def f(n):\n    try: return f(n + 1)\n    except RecursionError: return n\nassert f(0) > 900");
}

static void output_is_limited(void **state)
{
    MorayVM *vm = *state;
    MorayLimits limits = {.output = 100};
    moray_set_output(vm, NULL, NULL);
    moray_set_limits(vm, &limits);
    expect_stop(vm, "import sys\nsys.stdout.flush()\nwhile True:\n    try:\n        sys.stderr.write('')\n        print('x' * 200, flush=True)\n    except BaseException: pass\n    survived = 1",
                MORAY_LIMIT_OUTPUT, "RuntimeError");
}

/* How far a program gets, as text, before a limit of steps ends it. */
static void run_to_the_limit(const char *text, char *out, size_t n)
{
    MorayConfig c;
    moray_config_init(&c);
    c.hash_seed = 7;
    MorayVM *vm = moray_new(&c);
    MorayError err;
    MorayLimits limits = {.steps = strstr(text, "sleep(0.0") ? 70 : 1500}; /* sleeping takes its time */
    const char *log = "";
    moray_run(vm, strstr(text, "asyncio") ? "import asyncio" : "import time, re", "warm.py");
    moray_run(vm, "log = []", "warm.py");
    moray_set_limits(vm, &limits);
    assert_false(moray_run(vm, text, "steps.py"));
    assert_true(moray_catch(vm, &err));
    assert_int_equal(err.limit, MORAY_LIMIT_STEPS);
    MorayUsage usage;
    moray_usage(vm, &usage);
    moray_set_limits(vm, NULL);
    moray_to_str(vm, moray_eval(vm, "repr((len(log), log[-3:]))"), &log, NULL);
    snprintf(out, n, "line %d, %s", err.line, log);
    moray_free(vm);
}

static const char *const counted[] = {
    "class K: pass\nd = {}\nwhile True:\n    d[K()] = len(d)\n    log.append(sum(d.values()))\n    if len(d) > 50: d.clear()",
    "i = 0\nwhile True:\n    i += 1\n    try: {}[i]\n    except KeyError as e:\n        try: raise ValueError(i) from e\n        except ValueError as f: log.append(f.args[0] + f.__cause__.args[0])",
    "async def w(k):\n    while True:\n        log.append(k)\n        await asyncio.sleep(0)\nasync def main(): await asyncio.gather(*[w(k) for k in range(7)])\nasyncio.run(main())",
    "async def w(k):\n    while True:\n        log.append(k)\n        await asyncio.sleep(0.0001)\nasyncio.run(w(1))",
    "import gc\nclass N:\n    def __del__(self): log.append('del')\nwhile True:\n    n = N(); n.me = n; gc.collect(); log.append(1)",
    "while True:\n    log.append(1); time.sleep(0.00001)",
    "while True:\n    log.append(re.sub(r'(a|b)*c', 'x', 'ab' * 500 + 'c')); sorted(range(200), key=lambda i: -i)",
    "def g():\n    while True:\n        x = yield\n        log.append(x)\nit = g(); next(it)\nfor i in iter(int, 1): it.send(hash(str(i)) & 0)",
    "words = 'the quick brown fox jumps over the lazy dog'.split()\nwhile True:\n    s = {w + str(len(log) % 7) for w in words}\n    log.append(list(s)[0])\n    d = dict.fromkeys(s); log.append(next(iter(d)))",
    "class V:\n    def __init__(self, x): self.x = x\n    def __lt__(self, o): return self.x < o.x\nwhile True: log.append([v.x for v in sorted([V(i * 7919 % 101) for i in range(40)])][len(log) % 40])",
    "async def w(q):\n    while True: log.append(await asyncio.wait_for(q.get(), 60))\nasync def main():\n    q = asyncio.Queue(2)\n    t = asyncio.create_task(w(q))\n    for i in iter(int, 1): await q.put(len(log))\nasyncio.run(main())",
};

/* Its own program in a process of its own, with other addresses: prints where each text ends. */
static void run_in_process(const char *self, int round, char *out, size_t n)
{
    char command[400];
    snprintf(command, sizeof command, "COUNT_STEPS=%d %s", round, self);
    FILE *f = popen(command, "r");
    assert_non_null(f);
    size_t got = fread(out, 1, n - 1, f);
    out[got] = 0;
    assert_int_equal(pclose(f), 0);
}

static int count_steps(void)
{
    void *hole = malloc((size_t)atoi(getenv("COUNT_STEPS")) * 997 % 100000);
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        char out[300];
        run_to_the_limit(counted[i], out, sizeof out);
        printf("%s\n", out);
    }
    free(hole);
    return 0;
}

/* A hundred runs of each: most here, each in a VM of its own between holes in memory, some in processes. */
static void many_runs_stop_at_the_same_step(void **state)
{
    (void)state;
    enum { N = sizeof counted / sizeof *counted, RUNS = 92, PROCESSES = 8 };
    static char first[N][300], here[N * 300], there[N * 300];
    int quick = getenv("MORAY_GC_STRESS") || SANITIZED ? 10 : 1; /* one in so many */
    for (size_t i = 0; i < N; i++) {
        run_to_the_limit(counted[i], first[i], sizeof first[i]);
        for (int round = 1; round < RUNS / quick; round++) {
            char again[300];
            void *hole = malloc((size_t)(round * 997 % 5000)); /* other addresses */
            run_to_the_limit(counted[i], again, sizeof again);
            free(hole);
            if (strcmp(first[i], again))
                fail_msg("%s\n%s\n%s", counted[i], first[i], again);
        }
        strcat(strcat(here, first[i]), "\n");
    }
    char self[300] = "";
    if (readlink("/proc/self/exe", self, sizeof self - 1) < 0)
        return;
    for (int round = 1; round <= PROCESSES / quick; round++) {
        run_in_process(self, round, there, sizeof there);
        assert_string_equal(here, there);
    }
}

static void steps_are_deterministic(void **state)
{
    (void)state;
    static const char text[] = "import random, json, re\nlog = []\nd = {}\n"
                               "for i in range(10**9):\n    d['k%d' % (i % 97)] = [j * i for j in range(5)]\n"
                               "    if i % 50 == 0: log.append(json.dumps(sorted(d)) == re.sub('x', '', 'abc')); {str(x) for x in range(20)}\n";
    int64_t first = -1;
    for (int round = 0; round < 20; round++) {
        MorayConfig c;
        moray_config_init(&c);
        c.hash_seed = 1;
        c.limits.steps = 50000;
        MorayVM *vm = moray_new(&c);
        MorayError err;
        assert_false(moray_run(vm, text, "steps.py"));
        assert_true(moray_catch(vm, &err));
        assert_int_equal(err.limit, MORAY_LIMIT_STEPS);
        int64_t i = 0;
        moray_set_limits(vm, NULL);
        assert_true(moray_to_int(vm, moray_eval(vm, "i * 1000 + len(log)"), &i));
        if (first < 0)
            first = i;
        assert_int_equal(i, first);
        moray_free(vm);
    }
}

static void usage(void **state)
{
    MorayVM *vm = *state;
    MorayUsage u, v;
    moray_usage(vm, &u);
    assert_true(u.heap > 10000 && u.heap < (10 << 20));
    MorayLimits limits = {.steps = 1000000};
    moray_set_limits(vm, &limits);
    MorayRef pin = moray_pin(vm, moray_int(vm, 1));
    run(vm, "for i in range(1000): pass\nx = 'a' * 10**6");
    moray_usage(vm, &v);
    assert_true(v.steps >= 1000 && v.steps < 2000);
    assert_true(v.heap > u.heap + 900000);
    assert_int_equal(v.references, u.references + 2);
    run(vm, "del x");
    moray_collect(vm);
    moray_unpin(vm, pin);
    moray_usage(vm, &v);
    assert_true(v.collections > u.collections);
    assert_true(v.heap < u.heap + 900000);
}

static void keep_future(MorayVM *vm, MorayArgs *args, MorayFuture future, void *data)
{
    (void)vm, (void)args;
    *(MorayFuture *)data = future;
}

static void dumps(void **state)
{
    MorayVM *vm = *state;
    MorayFuture future;
    moray_set_global(vm, "fetch", moray_async_function(vm, "async fetch()", keep_future, NULL, &future));
    run(vm, "import asyncio\nclass Order: pass\norders = [Order() for i in range(4321)]\nasync def inner():\n    await fetch()\nasync def outer():\n    await inner()\n"
            "async def never(): await asyncio.get_running_loop().create_future()");
    MorayRef task = moray_spawn(vm, moray_eval(vm, "outer()"));
    moray_spawn(vm, moray_eval(vm, "never()"));
    moray_poll(vm, 0);
    moray_poll(vm, 0);
    moray_raise(vm, "ValueError", "pending");
    const char *text = moray_dump(vm);
    assert_non_null(strstr(text, "heap: "));
    assert_non_null(strstr(text, "2 tasks"));
    assert_non_null(strstr(text, "      4321 "));
    assert_non_null(strstr(text, "  Order\n"));
    assert_non_null(strstr(text, " at test.py:8, in never\n"));
    assert_non_null(strstr(text, "futures of the host:\n    fetch(), awaited at test.py:5\n"));
    expect_error(vm, "ValueError", "pending");
    MorayLimits limits = {.heap = 8 << 20};
    moray_set_limits(vm, &limits);
    assert_false(moray_run(vm, "x = []\nwhile True: x.append(x[:])", "full.py"));
    assert_non_null(strstr(moray_dump(vm), "of 8388608, "));
    assert_true(moray_catch(vm, NULL));
    moray_set_limits(vm, NULL);
    run(vm, "del x");
    moray_future_drop(vm, future);
    moray_cancel(vm, task);
    moray_shutdown(vm, NULL, NULL);
    assert_null(strstr(moray_dump(vm), "tasks:"));
}

int main(void)
{
    if (getenv("COUNT_STEPS"))
        return count_steps();
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, vm_open, vm_close)
        TEST(the_deadline_stops_everything), TEST(a_stop_that_somebody_swallows), TEST(the_text_of_an_interrupt_ends), TEST(the_heap_is_limited), TEST(the_soft_heap_limit_is_an_ordinary_error), TEST(depth_is_limited),
        TEST(output_is_limited), TEST(steps_are_deterministic), TEST(many_runs_stop_at_the_same_step), TEST(usage), TEST(dumps),
    };
    cmocka_set_test_filter(getenv("ONLY"));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
