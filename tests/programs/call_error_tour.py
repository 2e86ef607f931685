# closures, scoping and gotchas
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    inc.reset = lambda: (globals().__setitem__("resets", 1), None)[1]
    return inc
c1, c2 = counter(), counter(); print(c1(), c1(5), c2(), c1.__closure__[0].cell_contents, c1.__code__.co_freevars)
fs = [lambda: i for i in range(3)]; print([f() for f in fs]); fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
def app(x, l=[]): l.append(x); return l
print(app(1), app(2), app.__defaults__, app(3, []))
x = 10
def f():
    try: print(x)
    except UnboundLocalError as e: print(e)
    x = 5
f()
class A:
    x = 5; y = [x for _ in range(2)] if 0 else x; z = (lambda self: self.x)
    l = [i for i in range(3)]
    try: m = [x * i for i in range(3)]
    except NameError as e: print(e)
print(A.y, A().z(), A.l, getattr(A, "m", None))
def outer():
    x = "outer"
    class Inner:
        print(x); x = "class"
        def get(self): return x
    return Inner().get(), Inner.x
print(outer())
a = [[0] * 2] * 2; a[0][0] = 1; print(a); b = a[:]; b[1] = 5; print(a, b); t = ([],); 
try: t[0] += [1]
except TypeError as e: print(e, t)
s = "abc"; print(s is "abc" if 0 else s == "abc", id(s) == id(s), [] == [], [] is [], () is (), (1,) + (2,), 3 * [0], [1, 2] > [1], "a" < "b", (1, "a") < (1, "b"), {1, 2} <= {1, 2, 3}, {1: 2} == {1: 2.0}, not [] and not 0 and not "", None is None, 1 < 2 < 3, 1 < 3 > 2, (1 < 2) < 1, "a" in "abc" in ["abc"], 5 if 0 else 6, [] or "d", 0 and 1/0, 1 or 1/0)
def gen_args(a, /, b, *args, c=3, d, **kw): return a, b, args, c, d, kw
print(gen_args(1, 2, 3, 4, d=5, e=6, a=7), gen_args(*[1, 2], **{"d": 1}))
for call in ("gen_args(1, 2)", "gen_args(1, d=2)", "gen_args()", "gen_args(1, 2, d=1, b=2)", "gen_args(a=1, b=2, d=3)", "gen_args(*5)", "gen_args(**5)", "gen_args(1,2,d=1,**{'d':2})", "gen_args(1,2,**{1:2})", "(lambda x: x)()", "(lambda x: x)(1, 2)", "(lambda x, *, y: x)(1, 2)", "(lambda: 0)(1)", "(lambda *, a, b: 0)()", "(lambda a, b, c: 0)(1)", "len(1, 2)", "int('x', base=10)", "A(1)", "A.z()", "print(sep=1)", "sorted()", "max()", "max([])", "min(1)", "sum(['a'])", "range()", "range(1, 2, 0)", "open()", "isinstance(1, 2)", "chr(-1)", "ord('ab')", "int([])", "float('x')", "list(5)", "dict([1])", "dict([(1, 2, 3)])", "set([[]])", "zip([1], [1, 2], strict=True) and list(zip([1], [1, 2], strict=True))", "next(iter([]))", "iter(5)", "reversed({1})", "getattr(1, 'x')", "setattr(1, 'x', 2)", "hash([])", "abs('a')", "round('a')", "divmod(1, 0)", "pow(2, -1, 4)", "1 % 0", "1.0 // 0", "0 ** -1", "'a' + 1", "1 + 'a'", "[] + ()", "'a' * 'b'", "'a' - 'b'", "{} + {}", "None + 1", "-'a'", "~1.5", "1 @ 2", "1[0]", "'a'['b']", "[1]['a']", "{}['a']", "(1,)[5]", "[][0]", "''[0]", "{}.foo", "None.foo", "'a'.foo", "(1).foo", "A.foo", "A().foo", "len.foo", "1()", "'a'()", "None()", "del_x", "[].remove(1)", "[].pop()", "{}.pop(1)", "set().pop()", "set().remove(1)", "[].index(1)", "'a'.index('b')", "(1,).index(2)", "[1, 'a'].sort()", "b'a' + 'a'", "'a' % 1", "'%d' % 'a'", "'{}'.format()", "'{a}'.format(b=1)", "'{:d}'.format('a')", "int('1' * 5000)", "b'\\xff'.decode()", "'é'.encode('ascii')", "bytes([256])", "bytearray(b'a')[5]", "memoryview(b'a')[2]", "float('inf') // 1", "int(float('nan'))", "int(float('inf'))", "10 ** 400 * 1.0", "1e308 * 10", "math", "__import__('nope')", "eval('1 +')", "exec('x = = 1')", "compile('a b', 'f', 'exec')", "type(1, 2)", "object(1)", "object.__new__(int)", "super().foo", "str(b'a', 'zzz')", "open('/nope')", "input.foo", "complex('a')", "slice()", "[1, 2][::0]", "[1,2,3].__setitem__(slice(0, 3, 2), [1])", "frozenset().add(1)", "().append(1)", "globals().x", "vars(1)", "dir.x", "format(1, 'z')", "enumerate(5)", "map(1)", "list(map(1, [1]))", "filter()", "any(1)", "print(file=1)", "callable()", "id()", "bin('a')", "'abc'.join(5)", "','.join([1])", "'a'.split('')", "'a'.replace(1, 2)", "'abc'.startswith(1)", "'a'.center('b')", "[].insert(1)", "[].extend(1)", "{}.update(1)", "{}.update([1])", "dict(1)", "{1: 2}.fromkeys()", "{[]: 1}", "{{}}", "1 < 'a'", "[] < {}", "None < None", "1j < 2j", "sorted([1, None])", "max(1, 'a')"):
    try: r = eval(call); print(call, "->", r)
    except Exception as e: print(call, "!", type(e).__name__, e)
