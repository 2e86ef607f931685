# memoryviews of no dimension and of several: shapes, items, nested lists, slices of rows, orders, what is refused.
import struct
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
b = bytearray(range(24)); m = memoryview(b)
m2 = m.cast('B', (4, 6)); m3 = m.cast('B', [2, 3, 4]); mh = m.cast('H', (3, 4)); m0 = memoryview(b'\x2a').cast('B', [])
for v in m, m2, m3, mh, m0, m2[1:3], m2[::2], m2[::-1], m2[0:0], m.cast('B', (24,)), m.cast('B', (24, 1)), m.cast('B', (1, 24)), m3[1:], m3[::-1][:1]:
    print(v.ndim, v.shape, v.strides, v.suboffsets, v.nbytes, v.itemsize, v.format, v.c_contiguous, v.f_contiguous, v.contiguous, v.tolist(), v.readonly)
    t(len, v); t(v.tobytes); t(v.tobytes, 'F'); t(v.tobytes, 'A'); t(v.hex); t(bytes, v); t(lambda: list(v)); t(lambda: 3 in v)
print(m2[1, 2], m2[-1, -1], m3[1, 2, 3], m3[-2, 0, -1], mh[2, 3], m0[()], m0[...] is m0)
for i in [1, (1,), (4, 0), (0, 6), (1, 2, 3), (slice(1), 1), (slice(1), slice(1)), ('a', 1), 'a', (), ..., (1.0, 2), None, True, (True, False)]:
    t(lambda: m2[i]); t(lambda: m0[i] if i is not ... else 0)
m2[1, 2] = 200; mh[0, 0] = 65535; print(m[:10].tolist(), b[8])
for i, v in [((0, 0), 256), ((0, 0), 'a'), (0, 1), (slice(1), b'a'), ((4, 4), 1), ((slice(1), 1), 1), ((0,), 1), ((1, 1, 1), 1)]:
    t(m2.__setitem__, i, v)
t(m0.__setitem__, (), 1)
for a in [('B', (5, 5)), ('B', 24), ('B', 'a'), ('B', (4, 0)), ('B', (-4, -6)), ('B', (4.0, 6)), ('H', (4, 6)), ('B', [24] + [1] * 64), ('B', (2 ** 40, 2 ** 40)), ('B', (True, 24)), ('B', None), ('B', ()), ('z', (4, 6))]: t(lambda: m.cast(*a).shape)
t(m2.cast, 'B', (2, 12)); t(lambda: m2.cast('B').shape); t(lambda: m2.cast('H').shape); t(lambda: m2[::2].cast('B')); t(lambda: m3.cast('B', (24,)))
print(m2 == m2, m2 == m, m2 == m.cast('B', (6, 4)), m2 == m2.tobytes(), m.cast('B', (4, 6)) == m2, m2[1:] == m2[1:], m2 != m3)
print(m.cast('B', (24,)) == b, memoryview(bytes(m)).cast('B', (4, 6)) == m2, hash(memoryview(bytes(6)).cast('B', (2, 3))) == hash(bytes(6)))
t(m2[::2].tobytes); t(bytearray, m2[::2]); t(b''.join, [m2[1:2], m2]); t(bytes().join, [m2[::2]]); t(struct.unpack_from, '2B', m2); t(m2.toreadonly().__setitem__, (0, 0), 1); t(lambda: m2.toreadonly().shape)
with m2 as x: print(x[3, 5])
t(lambda: m2[0, 0]); t(lambda: m2.shape); t(lambda: m2.tolist())
d = memoryview(struct.pack('6d', *range(6))).cast('d', (2, 3)) if 0 else memoryview(struct.pack('6d', *range(6))).cast('d'); print(d.tolist(), d[1:].strides)
dd = memoryview(struct.pack('6d', *range(6))).cast('B').cast('d', (2, 3)); print(dd.tolist(), dd[1, 2], dd[1:].tolist(), dd.cast('B').nbytes)
matrix = memoryview(bytearray(9)).cast('b', (3, 3))
for i in range(3): matrix[i, i] = i - 1
print(matrix.tolist(), [[matrix[r, c] for r in range(3)] for c in range(3)], sum(map(sum, matrix.tolist())))
