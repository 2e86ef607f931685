# exec, eval and compile with their namespaces, modes and errors.
print(eval("1 + 2"), eval(" \t3"), eval("x * 2", {"x": 21}), eval("x + y", {"x": 1}, {"y": 2}))
env = {}
exec("a = 1\ndef f(): return a + b\nb = 10", env)
print(env["f"](), sorted(k for k in env if not k.startswith("__")), "__builtins__" in env)
loc = {}
exec("v = 1", {}, loc)
print(loc)
code = compile("q + 1", "<mine>", "eval")
print(code.co_filename, code.co_name, eval(code, {"q": 4}))
stmts = compile("for i in range(2): print('loop', i)", "<s>", "exec")
exec(stmts)
exec(compile("1 + 1\n'shown'\nNone\n", "<i>", "exec"))
exec(compile("5 * 5", "<i>", "single"))
def scope():
    z = "local"
    print(eval("z"), sorted(locals()))
    exec("z = 'changed'")
    print(z)
    ns = {}
    exec("class K:\n    v = 7", ns)
    return ns["K"].v
print(scope())
x = "global x"
def reader():
    exec("print(x)")
    return eval("[x for _ in range(1)]")
print(reader())
for src, mode in [("x = 1", "eval"), ("1 +", "eval"), ("", "eval"), ("a b", "exec"), ("1; 2", "single"), ("x = 1\ny = 2", "single"),
        ("def f(:", "exec"), ("1", "bad")]:
    try: print(compile(src, "<t>", mode).co_name)
    except (SyntaxError, ValueError) as e: print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
for args in [(5,), ("1", 5), ("1", {}, 5), (b"2 + 3",), ("nope",), ("\0",)]:
    try: print(eval(*args))
    except Exception as e: print(type(e).__name__, e)
print(eval("(lambda n: n and n * 2)(4)"), eval("__name__"), eval("__name__", {}) )
class NS(dict):
    def __missing__(self, k): return "missing " + k
print(eval("foo", {}, NS()), eval("a.upper()", {}, NS()))
print(exec("pass"), eval(compile("None", "", "exec")))
exec("global gg; gg = 5", env); print(env["gg"])
exec("def rec(n): return n and rec(n - 1) or 'done'"); print(rec(3))
try: exec("raise KeyError('from exec')")
except KeyError as e: print(e, e.__traceback__.tb_next.tb_frame.f_code.co_filename, e.__traceback__.tb_next.tb_lineno)
print(eval("1\\\n+ 1"), eval("(1,\n2)"), eval("5 # c"))

# the code of functions: of some kinds it makes what a call makes, and parameters are missing
def gen(): yield 1
async def coro(): pass
async def agen(): yield 1
def takes(a, *b, **c): return a
def rest(*b, k=1, **c): return b, c
for f in gen, agen:
    print(exec(f.__code__), type(eval(f.__code__)).__name__, __build_class__(f, 'K'))
c = eval(coro.__code__)
print(type(c).__name__, c.close())
for run in exec, eval:
    for f in takes, rest:
        try:
            print(run(f.__code__))
        except TypeError as e:
            print(e)
