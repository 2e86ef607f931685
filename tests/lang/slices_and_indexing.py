# Slicing of list, str, tuple, bytes, range: all signs of start, stop, step; assignment and deletion.
s = "abcdefgh"
for sl in [slice(None), slice(2), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1),
        slice(5, 1, -1), slice(5, 1, -2), slice(-1, -9, -3), slice(10, 20), slice(-20, 3), slice(3, 3), slice(5, 2),
           slice(None, None, 100), slice(7, None, -100), slice(-100, 100, 3)]:
    print(sl, s[sl], list(s)[sl] == list(s[sl]), tuple(s)[sl] == tuple(s[sl]), s.encode()[sl], range(8)[sl], sl.indices(8))
l = list(range(8))
l[2:4] = [20, 30, 31]; print(l)
l[:0] = [-1]; print(l)
l[len(l):] = [99]; print(l)
l[::3] = "WXYZ"; print(l)
l[-2:] = []; print(l)
l[5:1] = ["ins"]; print(l)
l[3:5] = iter("it"); print(l)
l[::-1] = list(range(len(l))); print(l)
l[:] = l; print(len(l))
l[2:2] = l[:2]; print(l)
del l[::2]; print(l)
del l[-1:]; del l[10:20]; del l[::-2]; print(l)
for src in ["l[::2] = [1]", "l[0:1] = 5", "l['a':]", "l[::0]", "s[1:2] = 'x'", "l[1.5:2]", "l[::-1] = [1, 2, 3, 4, 5, 6, 7, 8, 9]"]:
    try: exec(src)
    except Exception as e: print(src, "->", type(e).__name__, e)
x = slice(1, 10, 2)
print(x.start, x.stop, x.step, x == slice(1, 10, 2), x < slice(2, 0, 0), repr(slice("a", None)), slice(1, 2) != slice(1, 2, 1))
try: x.start = 5
except AttributeError as e: print(e)
try: slice(1, 2, 0).indices(5)
except ValueError as e: print(e)
try: slice(1).indices(-1)
except ValueError as e: print(e)
print(slice(None, 10 ** 30).indices(5), [1, 2, 3][-10 ** 30:10 ** 30], range(10 ** 20)[10 ** 19: 10 ** 19 + 3], "héllo wörld"[1:8:2],
    "日本語テキスト"[::-1], "日本語"[1], "a😀b"[1], "a😀b"[-1])
ba = bytearray(b"hello"); ba[1:3] = b"XYZ"; print(ba); ba[::2] = b"123"; print(ba); del ba[1:3]; print(ba)
try: ba[::2] = b"1"
except ValueError as e: print(e)
