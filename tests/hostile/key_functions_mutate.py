# Key functions and comparisons that change what is sorted or searched.
from _t import t
import bisect, heapq, functools
L = list(range(50))
def key(x): L.clear(); return x
t("sort", lambda: L.sort(key=key))
L = list(range(20))
def grow(x):
    L.append(x); return x
t("sorted", lambda: len(sorted(L[:], key=grow)), True)
H = [5, 4, 3]
class C(int):
    def __lt__(self, o): H.clear(); return int.__lt__(self, o)
H[:] = [C(i) for i in range(20)]
for f in (lambda: heapq.heappush(H, C(1)), lambda: heapq.heappop(H), lambda: heapq.heapify(H), lambda: heapq.heapreplace(H, C(3))):
    H[:] = [C(i) for i in range(20)]
    try: f(); print("ok")
    except (IndexError, RuntimeError) as e: print(type(e).__name__, e)
B = []
class D(int):
    def __lt__(self, o): B.clear(); return True
B[:] = [D(i) for i in range(9)]
t("bisect", lambda: bisect.bisect_left(B, 3)); B[:] = [D(1)] * 4; t("insort", lambda: bisect.insort(B, D(2)))
M = [1, 2, 3]
t("max", lambda: max(M, key=lambda x: M.clear() or x), True)
N = [3, 1, 2]
t("cmp", lambda: N.sort(key=functools.cmp_to_key(lambda a, b: N.append(1) or a - b)))
t("min", lambda: min(iter([1]), key=lambda x: 1 / 0))
