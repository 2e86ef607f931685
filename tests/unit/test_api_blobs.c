/* Unit test of moray.h: code that somebody forged, with a right checksum. Programs of many kinds are changed here and there, as bytes and as instructions, operands,
 * constants and tables, and loaded: they are refused with a ValueError, or they run, under limits, with all that they define called and collected: memory stays whole
 * (the sanitizers look). Signed code is refused whatever was changed, and runs when nothing was. ROUNDS=n: so many, in place of some thousand; SEED=n: others;
 * ROUND=n: this one alone, with its listing.
 */
#include "api.h"

#include "base/hash.h"
#include "compiler/blob.h"
#include "compiler/disasm.h"
#include "compiler/verify.h"

enum { HEADER = 16, ROUNDS_USUALLY = 4000, ROUNDS_A_VM = 100 };

static const char *const programs[] = {
    "total = 0\nfor i in range(10):\n    total += i * 2\n    if i > 5: continue\n    total -= 1\nelse: total = -total\n",
    "def f(a, b=2, *c, d=4, **e):\n    return a + b + d + len(c)\nx = [f(1), f(1, 3), f(*[1, 2, 3], d=5), f(a=1, z=2)]\ng = lambda n: n and g(n - 1)\ng(5)\n",
    "class A:\n    x = 1\n    def __init__(self, v): self.v = v\n    @property\n    def p(self): return self.v\nclass B(A):\n    def m(self): return super().p\nB(3).m()\n",
    "try:\n    try: {}['k']\n    except KeyError as e: raise ValueError(1) from e\n    finally: y = 1\nexcept* ValueError as g:\n    z = g.exceptions\n",
    "def gen(n):\n    try:\n        for i in range(n):\n            got = yield i\n    finally: pass\n    return n\ndef outer(): return (yield from gen(3))\nlist(outer()); it = gen(5); next(it); it.send(1); it.close()\n",
    "match [1, {'a': 2}, 'x']:\n    case [int(n), {'a': m, **rest}, str() | None]: r = n + m\n    case _: r = 0\n",
    "a, *b = [1, 2, 3]\nd = {**{'x': 1}, 'y': [*b, a]}\ns = {i for i in b}\nt = f'{a!r:>5}{b=}'\nw = [x for x in b if (y := x) > 1]\ndel d['x'], a\nassert s\n",
    "class C:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nwith C() as c, C():\n    raise ValueError\nb = not (1 < 2 < 3) or 5 // 2 ** 2\nimport math as m\nfrom math import floor, ceil\n",
    "async def f():\n    async for x in g(): pass\n    async with h() as y: return await x\n    return [i async for i in g()]\nasync def g():\n    yield 1\nc = f()\ntry: c.send(None)\nexcept BaseException: pass\n",
    "def counter():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\nc = counter(); c(); c()\ndef h[T: int](x: T) -> T: return x\ntype L[T] = list[T]\nglobal_ = 1\nwhile global_ < 5: global_ += 1\n",
    "def grow(n):\n    s = ''\n    kept = []\n    for i in range(60):\n        s += 'abcdefgh' * 3\n        if s.endswith('z') or s[-1] == 'q' or not s: kept.append(s)\n"
    "        if len(s) > 900: kept.append(s)\n    b = b''\n    for i in range(40): b += b'0123456789'\n    kept += [b.find(b'9'), len(b), s]\n    return kept, b\nx = grow(2)\n",
    "def gx(o, *a, **k):\n    it = (i * j for i in o if i for j in (1, 2))\n    return sum(it), [*it, *a], {**k, 'p': 1}, max((x for x in a), default=0)\n"
    "def call(f, *a, **k): return f(*a, **k), f(1, *a), f([1, 2], q=3, **k)\nr = call(gx, [1, 2], z=5) if 0 else gx([3, 4], 5, z=1)\n",
    "import asyncio\nclass M:\n    async def __aenter__(self): return self\n    async def __aexit__(self, *a): return False\n    def __aiter__(self): return self\n    n = 0\n"
    "    async def __anext__(self):\n        self.n += 1\n        if self.n > 3: raise StopAsyncIteration\n        return self.n\n"
    "async def leaf(x):\n    await asyncio.sleep(0)\n    c = asyncio.sleep(0)\n    await c\n    return x\n"
    "async def main():\n    q = asyncio.Queue()\n    await q.put(1)\n    async with M() as m:\n        got = [i async for i in m]\n    g = (await leaf(i) for i in got)\n    t = 0\n"
    "    async for v in g:\n        try: t += v\n        finally: t += await q.get() if not q.empty() else 0\n    return t, await asyncio.gather(leaf(1), leaf(2))\nasyncio.run(main())\n",
    "def t(n):\n    r = []\n    for i, (k, v) in enumerate({'a': 1, 'b': 2}.items()):\n        for x, y in zip([1, 2], 'ab'):\n            try:\n                if x == n: continue\n                if i == n: break\n"
    "                r.append((k, v, x, y)); r[x]\n            except (IndexError, TypeError) as e: r.append(e)\n            else: return r\n            finally: del x\n    return r\nv = t(1), t(0), t(9)\n"
    "class P:\n    def __init__(self, a): self.a = a\n    def __add__(self, o): return P(self.a + 1)\n    def __lt__(self, o): return self.a < 5\n    def __iter__(self): yield self.a\n"
    "    @property\n    def b(self): return self.a\n    @classmethod\n    def k(cls): return super().__new__(cls)\np = P(1)\nwhile p < p:\n    p = p + p; p.a += 1; p.c = p.b\n[*p]\n",
    "def d(a, b=(1, 2), *, c={'x': 1}, **k):\n    x, *y, z = [*b, a, c]\n    def inner(q, w=y):\n        nonlocal x\n        x = lambda: (q, w, z)\n        return x\n    s = slice(1, None, 2)\n"
    "    return inner(a)(), [1, 2, 3, 4][s], 'abc'[1:], b[::-1], f'{a:>{len(b)}}', {(i, j): i for i in b for j in b if i != j}\nu = d(1), d(2, (3, 4), c=5, e=6)\n"
    "def star():\n    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])\n    except* ValueError as e: n = e\n    except* (TypeError, OSError) as e: raise KeyError(4) from e\n"
    "try: star()\nexcept BaseException as e: w = repr(e)\n",
};

static uint64_t state = 88172645463325252;
static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static uint32_t below(uint64_t n) { return n ? (uint32_t)(next() % n) : 0; }

static void seal(unsigned char *blob, size_t n)
{
    uint64_t checksum = mr_hash_quick((char *)blob + HEADER, n - HEADER);
    memcpy(blob + 8, &checksum, sizeof checksum);
}

static void change_bytes(unsigned char *blob, size_t n)
{
    static const unsigned char odd[] = {0, 1, 0x7f, 0x80, 0xff, 0xfe};
    for (uint64_t k = 1 + next() % 4; k; k--) {
        size_t at = HEADER + next() % (n - HEADER);
        switch (next() % 4) {
        case 0: blob[at] ^= (unsigned char)(1 << next() % 8); break;
        case 1: blob[at] = (unsigned char)next(); break;
        case 2: blob[at] = odd[next() % sizeof odd]; break;
        default: blob[at] = blob[HEADER + next() % (n - HEADER)];
        }
    }
    seal(blob, n);
}

/* ---- changes that leave the form whole ---- */

typedef struct Units { MrUnit *all[64]; uint32_t n; } Units;

static void collect_units(Units *units, MrUnit *u)
{
    if (units->n < 64)
        units->all[units->n++] = u;
    for (uint32_t i = 0; i < u->n_consts; i++)
        if (u->consts[i].kind == MR_CONST_CODE)
            collect_units(units, u->consts[i].code);
}

static uint32_t length_at(const MrUnit *u, uint32_t i) { return 1u + mr_op_info[u->code[i].op].words; }

static uint32_t some_instruction(const MrUnit *u)
{
    uint32_t at = 0, n = below(u->n_code);
    for (uint32_t i = 0; i <= n && i < u->n_code; i += length_at(u, i))
        at = i;
    return at;
}

/* An operand: near the old one, as in another instruction, or any. */
static uint16_t some_operand(const MrUnit *u, uint16_t old)
{
    MrInstr other = u->code[some_instruction(u)];
    switch (below(6)) {
    case 0: return (uint16_t)(old + 1);
    case 1: return (uint16_t)(old - 1);
    case 2: return other.a;
    case 3: return other.b;
    case 4: return other.c;
    default: return (uint16_t)below(u->nregs + 2);
    }
}

static void change_instruction(MrUnit *u)
{
    uint32_t i = some_instruction(u), j = some_instruction(u);
    MrInstr *n = &u->code[i];
    switch (below(8)) {
    case 0: n->a = some_operand(u, n->a); break;
    case 1: n->b = some_operand(u, n->b); break;
    case 2: n->c = some_operand(u, n->c); break;
    case 3: n->x = (uint8_t)(below(2) ? below(4) : n->x ^ 1u << below(8)); break;
    case 4: /* another operation on the same */
        for (int tries = 0; tries < 50; tries++) {
            uint8_t op = (uint8_t)below(MR_OP_COUNT);
            if (mr_op_info[op].words == mr_op_info[n->op].words) {
                n->op = op;
                break;
            }
        }
        break;
    case 5:
    case 6:
        if (length_at(u, i) == length_at(u, j))
            for (uint32_t k = 0, size = length_at(u, i); k < size; k++) {
                MrInstr word = u->code[i + k];
                u->code[i + k] = u->code[j + k];
                if (below(2))
                    u->code[j + k] = word;
            }
        break;
    default:
        if (length_at(u, i) > 1)
            u->code[i + 1 + below(length_at(u, i) - 1)].word = below(3) ? below(u->n_code) : next();
        else
            n->op = MR_OP_NOP;
    }
}

static void change_tables(MrUnit *u, const Units *units)
{
    MrHandler *h = u->n_handlers ? &u->handlers[below(u->n_handlers)] : NULL;
    uint32_t i = below(u->n_consts), j = below(u->n_consts);
    switch (below(12)) {
    case 0: if (h) h->start = some_instruction(u); break;
    case 1: if (h) h->end = some_instruction(u); break;
    case 2: if (h) h->target = some_instruction(u); break;
    case 3: if (h) h->reg = some_operand(u, h->reg); break;
    case 4: if (h) *h = u->handlers[--u->n_handlers]; break;
    case 5: u->flags ^= 1u << below(31); break;
    case 6: u->argcount = (uint16_t)below(u->nlocals + 2u); u->posonly = 0; break;
    case 7: u->kwonly = (uint16_t)below(u->nlocals + 2u); break;
    case 8: u->nregs = u->nregs + below(3) - 1; break;
    case 9: if (u->nlocals) u->local_flags[below(u->nlocals)] ^= (uint8_t)(1u << below(3)); break;
    case 10:
        if (u->n_consts) {
            MrConst k = u->consts[i];
            u->consts[i] = u->consts[j];
            u->consts[j] = k;
        }
        break;
    default: { /* the code of two functions changes places; not that of one inside the other */
        MrUnit *v = units->all[below(units->n)];
        if (u != v && u != units->all[0] && v != units->all[0]) {
            MrInstr *code = u->code;
            MrPosition *positions = u->positions;
            uint32_t n = u->n_code;
            u->code = v->code, u->positions = v->positions, u->n_code = v->n_code;
            v->code = code, v->positions = positions, v->n_code = n;
        }
    }
    }
}

static void change_unit(MrUnit *program)
{
    Units units = {.n = 0};
    collect_units(&units, program);
    for (uint32_t k = 1 + below(3); k; k--) {
        MrUnit *u = units.all[below(units.n)];
        if (below(4))
            change_instruction(u);
        else
            change_tables(u, &units);
    }
}

/* ---- what is done with them ---- */

static const char *const harness =
    "import gc, asyncio, sys, traceback, linecache, inspect\n"
    "linecache.cache['forged.py'] = (9, None, ['line %d\\n' % i for i in range(30)], 'forged.py')\n"
    "def look(c):\n"
    "    repr(c); hash(c); c == c; list(c.co_lines()); list(c.co_positions())\n"
    "    c.co_consts, c.co_names, c.co_varnames, c.co_code\n"
    "    for k in c.co_consts:\n"
    "        if type(k) is type(c): look(k)\n"
    "def looks(ns):\n"
    "    for v in list(ns.values()):\n"
    "        for f in (v, *vars(v).values()) if isinstance(v, type) else (v,):\n"
    "            if hasattr(f, '__code__'): look(f.__code__); inspect.signature(f)\n"
    "def drive(v):\n"
    "    for k in range(6):\n"
    "        try: v.send(None if k < 2 else k)\n"
    "        except AttributeError: break\n"
    "    try: v.throw(ValueError('thrown'))\n"
    "    except AttributeError: pass\n"
    "def exercise(ns):\n"
    "    try: raise KeyError('handled')\n"
    "    except KeyError:\n"
    "        for v in list(ns.values()):\n"
    "            if not callable(v): continue\n"
    "            for args in (), (1,), (2, 'a'), ([1, 2],), (len, [3, 4], 5):\n"
    "                try: r = v(*args); drive(r); repr(r)\n"
    "                except Exception as e:\n"
    "                    tb = e.__traceback__\n"
    "                    while tb: dict(tb.tb_frame.f_locals); tb = tb.tb_next\n"
    "                    len(traceback.format_exception(e))\n"
    "            gc.collect()\n"
    "steps = 0\n"
    "def hook(frame, event, arg):\n" /* a debugger that looks, and puts what it likes into variables */
    "    global steps\n"
    "    if frame.f_code.co_filename != 'forged.py': return\n"
    "    steps += 1\n"
    "    d = frame.f_locals\n"
    "    if steps % 7 == 0:\n"
    "        for k in list(d): d[k] = steps if steps % 2 else [d[k]]\n"
    "    repr(arg); frame.f_lineno\n"
    "    frame.f_trace_opcodes = steps % 5 == 0\n"
    "    return hook\n"
    "def watched(ns):\n"
    "    for set in sys.settrace, sys.setprofile:\n"
    "        set(hook)\n"
    "        try: exercise(ns)\n"
    "        finally: set(None)\n";

/* One after the other: each may reach a limit. */
static void use(MorayVM *vm, MorayRef code, bool watch)
{
    static const MorayLimits limits = {.heap = 48 << 20, .steps = 4000, .time_ms = 20000, .output = 1 << 16, .depth = 100};
    MorayRef globals = moray_dict(vm);
    moray_set_global(vm, "globals_", globals);
    moray_set_limits(vm, &limits);
    moray_run_code(vm, code, globals);
    moray_catch(vm, NULL);
    moray_set_limits(vm, &limits);
    moray_run(vm, "exercise(globals_)", "exercise.py");
    moray_catch(vm, NULL);
    moray_set_limits(vm, &limits);
    moray_run(vm, watch ? "watched(globals_)" : "looks(globals_)", "watched.py");
    moray_catch(vm, NULL);
    moray_set_limits(vm, NULL);
    moray_run(vm, "sys.settrace(None); sys.setprofile(None); del globals_; gc.collect()", "collect.py");
    moray_catch(vm, NULL);
}

static MorayVM *fresh_vm(void)
{
    MorayConfig c;
    moray_config_init(&c);
    c.hash_seed = 1;
    MorayVM *vm = moray_new(&c);
    assert_non_null(vm);
    run(vm, harness);
    run(vm, "import sys, warnings; warnings.simplefilter('ignore'); sys.stdout = sys.stderr = None; sys.unraisablehook = lambda *a: None");
    return vm;
}

static bool forge(const unsigned char *blob, size_t length, MrBuf *out, bool shown)
{
    MrBuf why = MR_BUF_EMPTY;
    if (below(3) == 0) {
        mr_buf_write(out, (const char *)blob, length);
        change_bytes((unsigned char *)out->data, out->length);
    } else {
        MrUnit *unit = mr_blob_read(blob, length, true, &why);
        change_unit(unit);
        if (shown) {
            MrBuf listing = MR_BUF_EMPTY;
            mr_disasm_unit(unit, &listing);
            fputs(listing.data, stderr);
            mr_buf_fini(&listing);
        }
        mr_blob_write(unit, out);
        mr_unit_free(unit);
    }
    mr_buf_fini(&why);
    return !out->failed;
}

static void forged_blobs(void **unused)
{
    enum { N = sizeof programs / sizeof *programs };
    const char *of_round = getenv("ROUND");
    uint64_t seed = getenv("SEED") ? strtoull(getenv("SEED"), NULL, 10) : 1;
    long rounds = getenv("ROUNDS") ? atol(getenv("ROUNDS")) : ROUNDS_USUALLY, accepted = 0;
    unsigned char *blobs[N];
    size_t lengths[N];
    (void)unused;
    MorayVM *vm = fresh_vm();
    for (size_t i = 0; i < N; i++) {
        const char *bytes;
        assert_true(moray_save_code(vm, moray_compile(vm, programs[i], strlen(programs[i]), "forged.py", MORAY_PROGRAM), &bytes, &lengths[i]));
        blobs[i] = malloc(lengths[i]);
        memcpy(blobs[i], bytes, lengths[i]);
        MorayRef code = moray_load_code(vm, blobs[i], lengths[i]);
        expect_fine(vm);
        moray_run_code(vm, code, moray_dict(vm));
        expect_fine(vm);
        use(vm, code, true);
    }
    for (long round = of_round ? atol(of_round) : 0; round < (of_round ? atol(of_round) + 1 : rounds); round++) {
        state = 88172645463325252 ^ (seed << 40) ^ (uint64_t)round * 0x9E3779B97F4A7C15u;
        next();
        if (getenv("VERBOSE"))
            fprintf(stderr, "round %ld\n", round);
        if (round % ROUNDS_A_VM == 0) {
            moray_free(vm);
            vm = fresh_vm();
        }
        size_t i = next() % N;
        MrBuf forged = MR_BUF_EMPTY;
        if (forge(blobs[i], lengths[i], &forged, of_round)) {
            MorayScope scope = moray_scope_open(vm);
            MorayRef code = moray_load_code(vm, forged.data, forged.length);
            if (moray_is_null(code)) {
                MorayError e;
                assert_true(moray_catch(vm, &e));
                if (of_round)
                    fprintf(stderr, "%s: %s\n", e.type, e.message);
            } else {
                accepted++;
                use(vm, code, round % 8 == 0);
            }
            moray_scope_close(vm, scope);
        }
        mr_buf_fini(&forged);
    }
    if (getenv("ROUNDS"))
        fprintf(stderr, "%ld of %ld were accepted\n", accepted, rounds);
    for (size_t i = 0; i < N; i++)
        free(blobs[i]);
    moray_free(vm);
}

static MorayVM *vm_with_key(const char *key, size_t length)
{
    MorayConfig c;
    moray_config_init(&c);
    c.code_key = key;
    c.code_key_length = length;
    MorayVM *vm = moray_new(&c);
    assert_non_null(vm);
    return vm;
}

static void signed_blobs(void **unused)
{
    (void)unused;
    MorayVM *vm = vm_with_key("sixteen letters.", 16), *same = vm_with_key("sixteen letters.", 16), *other = vm_with_key("sixteen letters!", 16), *none = moray_new(NULL);
    const char *text = "answer = sum([x * 2 for x in range(7)])\n", *bytes, *unsigned_bytes;
    size_t length, unsigned_length;
    int64_t answer = 0;
    assert_true(moray_save_code(vm, moray_compile(vm, text, strlen(text), "s.py", MORAY_PROGRAM), &bytes, &length));
    assert_true(moray_save_code(none, moray_compile(none, text, strlen(text), "s.py", MORAY_PROGRAM), &unsigned_bytes, &unsigned_length));
    assert_int_equal(length, unsigned_length + 32);
    assert_false(moray_is_null(moray_run_code(same, moray_load_code(same, bytes, length), MORAY_NULL)));
    assert_true(moray_to_int(same, moray_eval(same, "answer"), &answer) && answer == 42);
    const char *again; /* what was loaded can be saved again */
    size_t again_length;
    assert_true(moray_save_code(same, moray_load_code(same, bytes, length), &again, &again_length));
    assert_memory_equal(again, bytes, length);
    assert_true(moray_is_null(moray_load_code(other, bytes, length)));
    expect_error(other, "ValueError", "this is no code: it is not signed with the VM's key");
    assert_true(moray_is_null(moray_load_code(none, bytes, length)));
    expect_error(none, "ValueError", NULL);
    assert_true(moray_is_null(moray_load_code(same, unsigned_bytes, unsigned_length)));
    expect_error(same, "ValueError", NULL);
    for (size_t n = 0; n < length; n++) {
        assert_true(moray_is_null(moray_load_code(same, bytes, n)));
        expect_error(same, "ValueError", NULL);
    }
    unsigned char *forged = malloc(length);
    for (size_t i = 0; i < length; i++)
        for (int bit = 0; bit < 8; bit++) {
            memcpy(forged, bytes, length);
            forged[i] ^= (unsigned char)(1 << bit);
            if (i >= HEADER && i < length - 32) { /* a right checksum does not help */
                uint64_t checksum = mr_hash_quick((char *)forged + HEADER, length - 32 - HEADER);
                memcpy(forged + 8, &checksum, sizeof checksum);
            }
            assert_true(moray_is_null(moray_load_code(same, forged, length)));
            expect_error(same, "ValueError", NULL);
        }
    free(forged);
    moray_free(vm), moray_free(same), moray_free(other), moray_free(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(forged_blobs), cmocka_unit_test(signed_blobs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
