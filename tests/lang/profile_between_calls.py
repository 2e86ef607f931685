# A hook that looks at everything while collections happen: windows of calls have registers that nobody wrote.
import gc, sys
seen = 0
def hook(frame, event, arg):
    global seen
    seen += 1
    dict(frame.f_locals)
    frame.f_trace_opcodes = True
    return hook
class C:
    def __init__(self, *a, **k): self.a = a
    def m(self, *a, **k): return C(*a, **k), [C(i) for i in a]
def work(n):
    c = C(1, k=2)
    parts = [c.m(i, k=i) for i in range(n)]
    more = c.m(*parts, **{'x': n})
    return len(parts), getattr(c, 'missing', None), max(map(str, range(n)), key=lambda s: len(s) and str(s)), isinstance(more, tuple)
for install in sys.settrace, sys.setprofile:
    install(hook)
    try:
        result = work(6)
        gc.collect()
    finally:
        install(None)
    print(result, seen > 100)
