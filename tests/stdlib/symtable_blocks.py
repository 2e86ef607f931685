# symtable: blocks and names.
import symtable

SOURCE = '''
import os, sys as system
from a.b import c as d
GLOBAL = 1
annotated: int = 5
only: str

class Base(object):
    attribute: int = 3
    def method(self, a, *args, key=GLOBAL, **kw):
        global made
        made = a
        self.x = __private = len(args)
        return super().method()
    class Inner:
        pass

def outer(p, q=1, /, *, r: int) -> int:
    local = [i * p for i in range(q) if local_global]
    def inner(s):
        nonlocal local
        local = s
        return lambda t: t + s + p
    if (walrus := inner):
        del walrus
    try:
        pass
    except ValueError as error:
        raise
    for x, (y, z) in os.environ:
        with open(x) as file: y += 1
    return inner

def twice(): pass
def twice(): pass
async def agen(): yield {k: v async for k, v in z}
'''


def show(table, depth=0):
    kind = [name for name in ('is_optimized', 'is_nested', 'has_children') if getattr(table, name)()]
    print('  ' * depth, table.get_type(), table.get_name(), table.get_lineno(), kind)
    for symbol in sorted(table.get_symbols(), key=lambda symbol: symbol.get_name()):
        facts = [name[3:] for name in ('is_referenced', 'is_parameter', 'is_global', 'is_declared_global', 'is_local', 'is_free', 'is_imported', 'is_assigned',
                                       'is_nonlocal', 'is_annotated', 'is_namespace') if getattr(symbol, name)()]
        print('  ' * depth, '-', symbol.get_name(), *facts)
    if isinstance(table, symtable.Function):
        print('  ' * depth, '=', *[sorted(getattr(table, 'get_' + what)()) for what in ('parameters', 'locals', 'globals', 'nonlocals', 'frees')])
    if isinstance(table, symtable.Class):
        print('  ' * depth, '=', table.get_methods())
    for child in table.get_children():
        show(child, depth + 1)


table = symtable.symtable(SOURCE, '?', 'exec')
show(table)
print(table, table.get_children()[1], table.lookup('GLOBAL'), table.lookup('outer').get_namespace().get_name())
for wrong in (lambda: table.lookup('twice').get_namespace(), lambda: table.lookup('GLOBAL').get_namespace(), lambda: table.lookup('nothing'),
              lambda: symtable.symtable('x', '?', 'wrong'), lambda: symtable.symtable('def (', '?', 'exec'), lambda: symtable.symtable('return', 'f', 'exec') and None):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
show(symtable.symtable('[x for x in y]', '?', 'eval'))
show(symtable.symtable('def f():\n global g\n def h(): return g', '?', 'exec'))
