# slice objects, Ellipsis, iter sentinels, simple namespaces and mapping proxies.
import types
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice("a", [1]), s == slice(1, 10, 2), s != slice(1), s.indices(5), s.indices(100),
    slice(None, None, -1).indices(4), slice(-3, -1).indices(10), slice(2, -100, -1).indices(5), slice(1, 2) < slice(1, 3), "-")
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: hash(slice(1)), lambda: s.indices("a"), lambda: s.indices(),
        lambda: slice("a").indices(5), lambda: slice(1, 2, 0).indices(3), lambda: slice(x=1), lambda: s.nope,
        lambda: slice(None) < slice(1), lambda: s + 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n = types.SimpleNamespace(a=1, b="x"); n.c = [n]
print(n, n.a, vars(n)["b"], n == types.SimpleNamespace(a=1), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
del n.a
try: n.a
except AttributeError as e: print(e)
p = types.MappingProxyType({"k": 1})
print(p, p["k"], len(p), "k" in p, list(p), p.get("z", 0), p | {"j": 2}, p == {"k": 1}, p.copy(), list(p.items()), sorted(dir(p))[-8:])
for src in ("p['x'] = 1", "del p['k']", "p.x = 1", "types.MappingProxyType(5)", "p['nope']", "hash(p)"):
    try: exec(src)
    except Exception as e: print(src, "->", type(e).__name__, e)
print(types.FunctionType is type(lambda: 0), types.GeneratorType is type(i for i in ()), types.MethodType is type([].append) ,
    types.BuiltinFunctionType is type(len), types.ModuleType is type(types), types.NoneType is type(None), types.EllipsisType is type(...),
    types.NotImplementedType is type(NotImplemented), types.CodeType is type((lambda: 0).__code__), types.TracebackType.__name__,
    types.FrameType.__name__, types.CellType(5).cell_contents, types.UnionType is type(int | str), types.GenericAlias is type(list[int]),
    types.MappingProxyType is type(int.__dict__), types.LambdaType is types.FunctionType, types.CoroutineType.__name__,
    types.AsyncGeneratorType.__name__, types.GetSetDescriptorType.__name__, types.MemberDescriptorType.__name__,
    types.WrapperDescriptorType is type(object.__init__), types.MethodWrapperType is type(object().__str__),
    types.MethodDescriptorType is type(str.join), types.ClassMethodDescriptorType is type(dict.__dict__["fromkeys"]))
C = types.new_class("C", (list,), {}, lambda ns: ns.update(x=5))
print(C.x, C([1]), C.__name__, types.resolve_bases((int,)), types.prepare_class("D")[0].__name__)
class Dyn:
    @types.DynamicClassAttribute
    def v(self): return "instance v"
print(Dyn().v)
@types.coroutine
def co():
    r = yield "step"
    return r
async def main(): return await co()
c = main(); print(c.send(None))
try: c.send("val")
except StopIteration as e: print(e.value)
cell = types.CellType(); 
try: cell.cell_contents
except ValueError as e: print(e)
cell.cell_contents = 3; print(cell.cell_contents, cell == types.CellType(3), cell < types.CellType(4))
