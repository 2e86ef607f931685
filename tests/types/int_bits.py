# test: heavy
# Bitwise operations on negative and mixed-size ints, compared with a two's complement model.
vals = [0, 1, -1, 5, -6, 2 ** 48 - 1, -2 ** 48, 2 ** 64 + 5, -2 ** 64 - 5, 2 ** 100, -2 ** 100 + 1]
def bits(n, w=128): return [(n >> i) & 1 for i in range(w)]
ok = 0
for a in vals:
    for b in vals:
        assert bits(a & b) == [x & y for x, y in zip(bits(a), bits(b))]
        assert bits(a | b) == [x | y for x, y in zip(bits(a), bits(b))]
        assert bits(a ^ b) == [x ^ y for x, y in zip(bits(a), bits(b))]
        assert ~a == -a - 1 and (a & b) + (a | b) == a + b
        ok += 1
print(ok)
for a in vals:
    print(a, a & 255, a | 255, a ^ 255, ~a, [a >> s for s in (1, 30, 48, 64, 200)], [a << s for s in (1, 17, 47, 64)])
print(True & 3, True | 2, True ^ True, ~False, type(True & True).__name__, type(True & 1).__name__, type(True ^ False).__name__, True << 3,
    5 & True)
for src in ("1 << -1", "1 >> -1", "0 << 10 ** 30", "1 >> 10 ** 30", "-1 >> 10 ** 30", "1 & 1.0", "1.0 | 1", "'a' & 1", "~'a'", "[] << 1",
        "None | 1", "1 >> 2 ** 64", "-5 >> 2 ** 64"):
    try: print(src, "=", eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)
n = 0b1011_0110
print(n & -n, n & (n - 1), bin(n ^ (n >> 1)), n.bit_count(), (n >> 3) & 7, n | 1 << 10, n & ~(1 << 2), bin(n)[::-1][:-2])
x = 0
for i in range(0, 200, 7): x |= 1 << i
print(hex(x), x.bit_count(), x.bit_length()); x &= (1 << 100) - 1; x ^= 0xf0f0; x >>= 9; print(hex(x))
def rotl(v, s, w=32): return ((v << s) | (v >> (w - s))) & ((1 << w) - 1)
h = 0x811c9dc5
for ch in b"hash me": h = ((h ^ ch) * 0x01000193) & 0xffffffff; h = rotl(h, 5)
print(hex(h))
s = 12345
for _ in range(5): s ^= (s << 13) & (2 ** 64 - 1); s ^= s >> 7; s ^= (s << 17) & (2 ** 64 - 1)
print(s)
