# test: moray only
# The code of a generator expression, called with something else than an iterator; CPython's runs into it.
import types

def code_of(g):
    return g.gi_code

call = types.FunctionType(code_of(x + 1 for x in []), {})
print(list(call(iter([1, 2]))), list(call(x for x in (3, 4))))
for wrong in 5, 'text', [1], None, {}, object:
    try:
        print(next(call(wrong)))
    except TypeError as e:
        print(e)
class Endless:
    def __next__(self): return 1
g = call(Endless())
print(next(g), next(g))
# nor is what a debugger puts there taken for one
import sys
def hook(frame, event, arg):
    if frame.f_code.co_name == '<genexpr>' and event == at:
        frame.f_locals['.0'] = 5
    return hook
for at in 'call', 'line':
    sys.settrace(hook)
    try:
        seen = sum(x for x in [7, 8])
    except TypeError as e:
        seen = e
    sys.settrace(None)
    print(at, seen)
