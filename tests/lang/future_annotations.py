# from __future__ import annotations keeps annotations as source text.
from __future__ import annotations
def f(a: int, b: list[str] | None = None, *c: undefined.name, d: (1, 2), e: "quoted" = 3, **k: lambda x: x + 1) -> {1: [2, *z]}: ...
for k, v in f.__annotations__.items():
    print(k, "=", repr(v))
class C:
    x: undefined
    y: dict[str, tuple[int, ...]] = 1
    z: a if b else not c
    w: f"{x!r:>{10}} text"
    v: (yes and no) or (p < q <= r)
    u: -1 ** ~x
    t: [i for i in y if i]
    s: a[1:2, ::3]
    r: x.y(1, *a, k=2, **b)
    q: b'bytes' @ 1.50
    p: {*a} | {**b}
    n: (i async for i in j)
    m: await_
    k: lambda *a, b=1, **c: (a, b)
for k, v in C.__annotations__.items():
    print(k, "=", v)
g: print("not evaluated")
print(__annotations__)
import __future__
print(annotations.compiler_flag == __future__.annotations.compiler_flag, annotations.getMandatoryRelease())
