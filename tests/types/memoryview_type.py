# memoryview: slicing, assignment through it, cast, tolist, release, comparison.
b = bytearray(b"abcdefgh")
m = memoryview(b)
print(len(m), m[0], m[-1], m[2:5].tobytes(), bytes(m), m.tolist(), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly,
    m.contiguous, m.obj is b)
m[0] = 65; m[1:3] = b"ZY"
print(b, m == b, m == b"AZYdefgh", m[::2].tobytes(), m[::-1].tobytes(), m[::-1].tolist(), m[2:][1], 65 in m, list(m)[:3])
m[4:8:2] = b"!?" ; print(b)
r = memoryview(b"ro")
print(r.readonly, r.hex(), r == b"ro", hash(r) == hash(b"ro"), r.tobytes(), r[0:1] == b"r", r != b"xx", memoryview(b"") == b"", r == "ro")
def st(o, k, v): o[k] = v
for f in (lambda: st(r, 0, 1), lambda: st(m, 0, 300), lambda: st(m, 0, "a"), lambda: st(m, 99, 1), lambda: st(m, slice(0, 2), b"abc"),
        lambda: m[99], lambda: m["a"], lambda: memoryview("a"), lambda: memoryview(5), lambda: memoryview([1]), lambda: hash(m),
        lambda: m + b"a", lambda: m < b"z", lambda: b.append(1), lambda: m.cast("q5"), lambda: memoryview(), lambda: m[1.5], lambda: m.nope,
        lambda: st(m, slice(0, 2), 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
c = memoryview(bytearray(8)).cast("I"); c[0] = 0x01020304; c[1] = 5
print(c.tolist(), c.tobytes(), c.itemsize, c.format, len(c), c.nbytes, c.cast("B").tolist(), memoryview(b"\xff\xff").cast("b").tolist(),
    memoryview(b"\xff\xff").cast("h").tolist())
try: c[0] = -1
except ValueError as e: print(e)
try: memoryview(b"abc").cast("I")
except TypeError as e: print(e)
with memoryview(b) as w: print(w[0])
for f in (lambda: w[0], lambda: len(w), lambda: w.tobytes(), lambda: w.release()):
    try: print(f())
    except ValueError as e: print(e)
m.release(); b.append(33); print(b)
s = memoryview(b"hello world")
print(bytes(s[6:]), s[6:].tobytes().upper(), b"x".join([s[:2], s[2:4]]), bytearray(s[:3]), s[3:3].tobytes(), s[5:2].tolist(),
    s[-5:-1].tobytes(), [chr(c) for c in s[:3]], repr(s).startswith("<memory at 0x"), s.toreadonly().readonly, int.from_bytes(s[:2], "big"),
    str(s[:5], "ascii"), b"world" == s[6:], s[0:5] == memoryview(b"hello"), s.c_contiguous, s[::2].contiguous, memoryview(s)[0])
