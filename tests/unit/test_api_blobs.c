/* Unit test of moray.h: code blobs that are damaged in spite of a right checksum. Blobs of programs of many kinds are changed here and there and loaded: they are refused,
 * or give code that can be looked at, and memory stays whole (the sanitizers look). They are not run: what the verifier guarantees is that instructions are whole and
 * their operands in range, not what the registers hold. Signed ones are refused whatever was changed, and run when nothing was. ROUNDS=n: so many blobs, in place of some thousand; SEED=n: others.
 */
#include "api.h"

#include "base/hash.h"

enum { HEADER = 16, ROUNDS_USUALLY = 4000, ROUNDS_A_VM = 200 };

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
};

static uint64_t state = 88172645463325252;
static uint64_t next(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static void change(unsigned char *blob, size_t n)
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
    uint64_t checksum = mr_hash_quick((char *)blob + HEADER, n - HEADER);
    memcpy(blob + 8, &checksum, sizeof checksum);
}

static void damaged_blobs(void **unused)
{
    enum { N = sizeof programs / sizeof *programs };
    long rounds = getenv("ROUNDS") ? atol(getenv("ROUNDS")) : ROUNDS_USUALLY, accepted = 0;
    unsigned char *blobs[N];
    size_t lengths[N];
    (void)unused;
    if (getenv("SEED"))
        state ^= strtoull(getenv("SEED"), NULL, 10) << 20;
    MorayVM *vm = moray_new(NULL);
    for (size_t i = 0; i < N; i++) {
        const char *bytes;
        assert_true(moray_save_code(vm, moray_compile(vm, programs[i], strlen(programs[i]), "forged.py", MORAY_PROGRAM), &bytes, &lengths[i]));
        blobs[i] = malloc(lengths[i]);
        memcpy(blobs[i], bytes, lengths[i]);
    }
    for (long round = 0; round < rounds; round++) {
        if (round % ROUNDS_A_VM == 0) {
            moray_free(vm);
            vm = moray_new(NULL);
            run(vm, "def look(c):\n    repr(c); hash(c); c == c; list(c.co_lines()); list(c.co_positions())\n    c.co_consts, c.co_names, c.co_varnames, c.co_code\n"
                    "    for k in c.co_consts:\n        if type(k) is type(c): look(k)\n");
        }
        size_t i = next() % N;
        unsigned char *forged = malloc(lengths[i]);
        memcpy(forged, blobs[i], lengths[i]);
        change(forged, lengths[i]);
        MorayScope scope = moray_scope_open(vm);
        MorayRef code = moray_load_code(vm, forged, lengths[i]);
        free(forged);
        accepted += !moray_is_null(code);
        moray_set_global(vm, "code", code);
        moray_run(vm, "look(code)", "look.py");
        moray_catch(vm, NULL);
        moray_scope_close(vm, scope);
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(damaged_blobs), cmocka_unit_test(signed_blobs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
