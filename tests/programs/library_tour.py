# A little of everything: tokens, matrices, paths, JSON, configuration, SQL, logging, decorators, descriptors, formats.
import ast, base64, collections, configparser, dataclasses, datetime, difflib, functools, hashlib, heapq, html, inspect, itertools, json, logging, math, operator, pprint, re, sqlite3, struct, sys, typing, unicodedata, urllib.parse, zlib
class Token(typing.NamedTuple):
    type: str; value: str; line: int; column: int
def tokenize_(code):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    rx = "|".join("(?P<%s>%s)" % p for p in spec); line, start = 1, 0
    for mo in re.finditer(rx, code):
        kind, value = mo.lastgroup, mo.group()
        if kind == "NEWLINE": start = mo.end(); line += 1; continue
        if kind == "SKIP": continue
        if kind == "MISMATCH": raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, mo.start() - start)
try:
    for tok in tokenize_("x := 3;\n y := x * 2.5;\n z ? 1"): print(tok)
except RuntimeError as e: print(e)
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, k):
        match k:
            case (int(i), int(j)): return self.rows[i][j]
            case slice() as s: return Matrix(self.rows[s])
            case int(i): return self.rows[i]
            case _: raise TypeError(f"bad index {k!r} of type {type(k).__name__}")
    def __str__(self): return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)
    def __iter__(self): return itertools.chain(*self.rows)
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
m = Matrix([[1, 2], [3, 4]]); print(m @ m @ Matrix.identity(2)); print(m[0, 1], m[1:], m[-1], list(m))
try: m["x"]
except TypeError as e: print(e)
def dijkstra(g, s):
    dist, heap = {s: 0}, [(0, s)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist.get(u, math.inf): continue
        for v, w in g.get(u, {}).items():
            if (nd := d + w) < dist.get(v, math.inf): dist[v] = nd; heapq.heappush(heap, (nd, v))
    return dist
print(dijkstra({"a": {"b": 7, "c": 3}, "c": {"b": 1, "d": 8}, "b": {"d": 2}}, "a"))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (datetime.date, datetime.datetime)): return o.isoformat()
        if isinstance(o, set): return sorted(o)
        if dataclasses.is_dataclass(o): return dataclasses.asdict(o)
        return super().default(o)
@dataclasses.dataclass(frozen=True, slots=True, order=True, kw_only=True)
class P: x: int; y: int = 0; when: datetime.date = datetime.date(2020, 1, 1)
print(json.dumps({"p": P(x=1), "s": {3, 1}, "n": [None, True, 1.5, "é\n"]}, cls=Enc, indent=2, ensure_ascii=False))
try: json.dumps(object(), cls=Enc)
except TypeError as e: print(e)
try: json.loads('{"a": [1, 2,]}')
except json.JSONDecodeError as e: print(e, e.lineno, e.colno, e.pos)
try: P(x=1).x = 3
except dataclasses.FrozenInstanceError as e: print(repr(e))
try: P(1)
except TypeError as e: print(e)
print(P(x=1) < P(x=2), hash(P(x=1)) == hash(P(x=1)), P.__slots__, inspect.signature(P), P.__match_args__)
cp = configparser.ConfigParser(); cp.read_string("[DEFAULT]\nhome=/x\n[a]\npath=%(home)s/y\nn = 3\nflag: yes\n[b]\nlist =\n  one\n  two\n"); print(cp.sections(), cp["a"]["path"], cp.getint("a", "n"), cp.getboolean("a", "flag"), cp["b"]["list"].split(), cp.has_option("b", "home"), cp.get("b", "zz", fallback=None))
try: cp["c"]
except KeyError as e: print(repr(e))
try: cp.get("a", "none")
except configparser.NoOptionError as e: print(e)
print(hashlib.sha256(b"abc").hexdigest()[:16], base64.b64encode(b"hello"), struct.pack("<IHb", 1, 2, -3), struct.calcsize("@iq"), zlib.crc32(b"x"), html.escape("<a&'\">"), urllib.parse.urlencode({"a": [1, 2], "b": "x y"}, doseq=True), urllib.parse.urlparse("http://u:p@h:80/p;x?q=1#f"))
pprint.pprint({"name": "x" * 30, "list": list(range(25)), "nested": {"k": ["aaa bbb ccc ddd eee fff" * 3, (1, 2)], "e": {}}}, width=60, compact=True)
print("\n".join(difflib.unified_diff("a b c d".split(), "a x c d e".split(), "old", "new", lineterm="")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]))
print(ast.dump(ast.parse("x = [i**2 for i in y if i]"), indent=1)[:200], ast.literal_eval("{'a': (1, -2.5, None)}"), ast.unparse(ast.parse("def f(a,*,b=1)->int: return a if b else(yield)")))
db = sqlite3.connect(":memory:"); db.row_factory = sqlite3.Row
with db: db.execute("create table t(id integer primary key, name text, v real)"); db.executemany("insert into t(name, v) values(?, ?)", [("a", 1.5), ("b", None), ("c", 3)])
for r in db.execute("select *, v*2 as w from t where v > :m order by id desc", {"m": 1}): print(tuple(r), r.keys(), r["w"])
try: db.execute("insert into t(id) values(1)")
except sqlite3.IntegrityError as e: print(e)
try: db.execute("selec")
except sqlite3.OperationalError as e: print(e)
log = logging.getLogger("app"); h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("{levelname}:{name}:{lineno}:{message}", style="{")); log.addHandler(h); log.setLevel("INFO"); log.propagate = False
log.debug("no"); log.info("yes %d %s", 1, "x"); log.getChild("sub").error("bad %r", [1])
try: 1 / 0
except ZeroDivisionError: log.exception("oops")
def retry(times, exceptions=(Exception,)):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            for i in range(times):
                try: return f(*a, **k)
                except exceptions as e: print("try", i, repr(e)); last = e
            raise last
        return wrapper
    return deco
calls = itertools.count()
@retry(3, (ValueError,))
def flaky(x: int, /, *, y: str = "d") -> int:
    "Flaky."
    if next(calls) < 2: raise ValueError(x)
    return x
print(flaky(5), flaky.__name__, flaky.__doc__, inspect.signature(flaky), flaky.__wrapped__.__kwdefaults__, typing.get_type_hints(flaky))
class Validated:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n)
    def __set__(self, i, v):
        if not isinstance(v, int): raise TypeError(f"{self.n[1:]} must be int, not {type(v).__name__}")
        setattr(i, self.n, v)
class Q:
    a = Validated()
    def __init__(s, a): s.a = a
try: print(Q(3).a); Q("x")
except TypeError as e: print(e)
class Plug(type):
    reg = {}
    def __new__(m, n, b, d, **k): c = super().__new__(m, n, b, d); m.reg[n] = k; return c
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
class Base(metaclass=Plug, key=1): pass
class Derived(Base, key=2): pass
print(Plug.reg, type(Derived), Derived.__mro__)
class Temp:
    def __init__(s, c): s.c = c
    @property
    def f(s): "deg f"; return s.c * 9 / 5 + 32
    @f.setter
    def f(s, v): s.c = (v - 32) * 5 / 9
t = Temp(100); t.f = 32; print(t.c, t.f, Temp.f.__doc__)
try: del t.f
except AttributeError as e: print(e)
print(*map("{0[0]}-{0[1]!r:>5}".format, itertools.product("ab", repeat=2)), [*itertools.zip_longest("ab", "c", fillvalue="-")], dict(itertools.groupby("aab", len) and []), list(itertools.islice(itertools.cycle("xy"), 5)), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.starmap(pow, [(2, 3)])), list(itertools.takewhile(lambda x: x < 3, itertools.count())))
ChainMap = collections.ChainMap({"a": 1}, {"a": 2, "b": 3}); print(ChainMap, ChainMap["b"], collections.deque([1, 2, 3], 2), collections.Counter("abca") - collections.Counter("ab"), collections.defaultdict(list, {1: [2]}))
print("{:>10}|{:^10}|{:<10}|{:=+8d}|{:,}|{:.3e}|{!r:.4}".format("r", "c", "l", 42, 1234567, 12345.678, "abcdef"), "%-5s|%05.1f|%x|%+d|%%|%r" % ("ab", 3.14159, 255, 5, "q"), f"{datetime.date(2024, 1, 5):%d.%m.%y}", f"{math.pi=:.2f}", f"{'nested ' + f'{1+1}'}")
gen = (x * x for x in range(3)); print(next(gen), gen.__next__(), list(gen), next(gen, None), inspect.getgeneratorstate(gen))
def co():
    r = None
    while True:
        try: r = yield r
        except ValueError as e: r = f"caught {e}"
g = co(); next(g); print(g.send(1), g.throw(ValueError("v")), g.close())
print(unicodedata.name("é"), unicodedata.normalize("NFD", "é").encode(), "ß".upper(), "ǅ".swapcase(), "İ".lower().encode(), "x".isidentifier(), "१२".isdecimal(), int("१२"))
print(sorted([3, "a"], key=str), sorted({"b": 1, "a": 2}.items(), key=operator.itemgetter(1), reverse=True), max([], default=0), sum([[1], [2]], []), any(x > 1 for x in [1, 2]), [*reversed("abc")], list(zip(*[(1, 2), (3, 4)])), divmod(-7, 2), round(2.5), round(-1.255, 2), int("0b101", 0), pow(3, -1, 7), hex(-255), bin(5), complex("1+2j") ** 2)
print(re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groups(), re.fullmatch(r"[\w.]+@[\w.]+", "a.b@c.d is a very long string" * 2), re.compile(r"(a)|b").sub(lambda m: m[1] or "-", "abab"), re.search("x.*", "x" * 100))
