# Decorator registries, observers, plug-ins, a tiny dependency injector and a state machine.
class Bus:
    def __init__(self): self.handlers = {}
    def on(self, name, *, priority=0):
        def deco(f):
            self.handlers.setdefault(name, []).append((priority, len(self.handlers.get(name, [])), f)); return f
        return deco
    def emit(self, name, /, *args, **kw):
        for _, _, f in sorted(self.handlers.get(name, []), key=lambda h: (-h[0], h[1])):
            if f(*args, **kw) is False: print("  stopped by", f.__name__); break
bus = Bus()
@bus.on("login")
def greet(user, **_): print("  hello", user)
@bus.on("login", priority=5)
def check(user, ip=None): print("  check", user, ip); return user != "eve"
@bus.on("login", priority=-1)
@bus.on("logout")
def log(user, **kw): print("  log", user, sorted(kw))
for ev, args, kw in [("login", ("ann",), {"ip": "1.2.3.4"}), ("login", ("eve",), {}), ("logout", ("ann",), {"name": "x"}),
        ("nothing", (), {})]:
    print(ev); bus.emit(ev, *args, **kw)
class Machine:
    transitions = {}
    def __init_subclass__(cls): cls.transitions = {}; [cls.transitions.update({(s, f._on): (t,
            f)}) for f in list(vars(cls).values()) if hasattr(f, "_on") for s, t in f._moves]
    def __init__(self, start): self.state, self.history = start, []
    def fire(self, ev):
        try: target, f = self.transitions[self.state, ev]
        except KeyError: raise ValueError(f"no {ev!r} in state {self.state!r}") from None
        f(self); self.history.append(self.state); self.state = target; return self
def on(ev, *moves):
    def deco(f): f._on, f._moves = ev, moves; return f
    return deco
class Door(Machine):
    @on("open", ("closed", "opened"))
    def open(self): print("creak")
    @on("close", ("opened", "closed"))
    def close(self): print("thud")
    @on("lock", ("closed", "locked"))
    def lock(self): print("click")
d = Door("closed"); d.fire("open").fire("close").fire("lock"); print(d.state, d.history)
try: d.fire("open")
except ValueError as e: print(e)
def inject(**deps):
    def deco(f):
        names = f.__code__.co_varnames[:f.__code__.co_argcount]
        def run(*a, **k): return f(*a, **({n: deps[n]() for n in names[len(a):] if n in deps and n not in k} | k))
        return run
    return deco
@inject(db=lambda: "real db", clock=lambda: 12)
def handler(req, db, clock=0): return f"{req} {db} {clock}"
print(handler("r"), handler("r", "own db"), handler("r", clock=1))
def memo(f):
    cache = {}
    def g(*a):
        if a not in cache: g.misses += 1; cache[a] = f(*a)
        return cache[a]
    g.misses = 0; return g
@memo
def grid(a, b): return 1 if a == 0 or b == 0 else grid(a - 1, b) + grid(a, b - 1)
print(grid(16, 16), grid.misses)
def retry(times):
    def deco(f):
        def g(*a):
            for i in range(times):
                try: return f(*a)
                except ValueError as e: print("  try", i + 1, e)
            raise RuntimeError(f"{f.__name__} failed {times} times")
        return g
    return deco
tries = []
@retry(3)
def flaky(limit):
    tries.append(1)
    if len(tries) < limit: raise ValueError(f"attempt {len(tries)}")
    return "done"
print(flaky(3))
try: flaky(100)
except RuntimeError as e: print(e, repr(e.__context__))
