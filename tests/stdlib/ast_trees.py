import ast
src='''
"""doc"""
import os, sys as s
from .a import b as c
@deco(1)
def f(a, /, b: int = 2, *args, k=3, **kw) -> str:
    """d"""
    x = [i for i in range(10) if i % 2]
    async_ = lambda x, *y: x + 1
    return f"{x!r:>{b}} and {a}"
class A(B, metaclass=M):
    x: int = 1
    def m(self): yield from self.y
async def g():
    async with a as b, c: await d
    async for i in z: pass
    return [x async for x in y]
match p:
    case [1, *rest]: pass
    case {"a": 1, **kw} | None: pass
    case Point(x=0, y=Z.q) as w if w > 1: pass
    case _: pass
try: pass
except (A, B) as e: raise X from e
else: pass
finally: del q, r
while 1 < x <= 3 and not y or z: break
if a: pass
elif b: pass
else: pass
x = (yield)
a, *b = c[1:2, ::3]
print(*a, k=1, **b)
type T[X: int] = list[X]
x = -1 ** 2 + (3 - (4 - 5)) * 2 if (a := 3) else b"x" + 'q\\n' + u"u"
global zz
assert x, "m"
with (a as b): ...
{**a, 1: 2}
{1, 2}
'''
t=ast.parse(src)
print(ast.dump(t))
print(ast.dump(ast.parse("x=1+2\nprint(x)"),indent=2, include_attributes=True))
print(ast.unparse(t))
print(ast.literal_eval("{'a': [1, -2.5, (3, None)], 'b': {1,2}, 'c': b'x', 'd': 1+2j}"))
for bad in ("a+1","f()","1+1","[x]","-'a'"):
    try: ast.literal_eval(bad)
    except ValueError as e: print(str(e).split(' at 0x')[0])
try: ast.parse("x = = 1")
except SyntaxError as e: print(e, e.lineno, e.offset, e.text)
class V(ast.NodeVisitor):
    def visit_Name(self, n): print(n.id, n.lineno, n.col_offset, type(n.ctx).__name__)
V().visit(ast.parse("a = b + c.d"))
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value*2), n) if isinstance(n.value,int) else n
tree=ast.fix_missing_locations(T().visit(ast.parse("r = 21 + 4")))
ns={}; exec(compile(tree,'<x>','exec'),ns); print(ns['r'])
print(eval(compile(ast.Expression(ast.BinOp(ast.Constant(2),ast.Pow(),ast.Constant(10)),lineno=1,col_offset=0) if 0 else ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(2),ast.Pow(),ast.Constant(10)))),'','eval')))
print(ast.Name._fields, ast.Name.__doc__, ast.expr.__doc__[:40], ast.FunctionDef._attributes)
n=ast.Name('x'); print(n.id, hasattr(n,'ctx'), isinstance(n, ast.expr), ast.Name(id='q',ctx=ast.Load()).ctx.__class__)
try: ast.Name('a','b','c')
except TypeError as e: print(e)
print([type(x).__name__ for x in ast.walk(ast.parse("a+b"))])
print(ast.get_docstring(t), ast.get_docstring(t.body[3]))
print(ast.get_source_segment("x = foo(1)\n", ast.parse("x = foo(1)\n").body[0].value))
try: compile(ast.Module([ast.Expr(ast.Name('a',ast.Load()))],[]),'','exec')
except TypeError as e: print(e)
print(ast.dump(ast.parse("a","f","eval")), compile("1","","eval",ast.PyCF_ONLY_AST).__class__)
m=ast.parse("def f():\n  return 1"); ast.increment_lineno(m,5); print(m.body[0].lineno, list(ast.iter_fields(m.body[0].body[0].value)))
exec(compile(t:=ast.parse("async def q(): return 3\nprint(q.__name__)"),"f","exec"))
try: compile(ast.parse("return 1"),"f","exec")
except SyntaxError as e: print(e)
