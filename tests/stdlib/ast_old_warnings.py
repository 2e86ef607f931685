# Making an object of an old class of ast warns, where it is; an OrderedDict is filled without the update of a subclass.
import ast, warnings
warnings.simplefilter('always')
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print(message, lineno)
def f():
    a = ast.Str('x')
    b = [ast.Str(k) for k in 'ab']
    return ast.NameConstant(None), ast.Num(3)
f()
from collections import OrderedDict


class Odd(OrderedDict):
    def update(self, one):
        raise KeyError(one)


print(Odd([(1, 2)], a=3))
warnings.simplefilter('error')
try:
    isinstance(1, ast.Num)
except DeprecationWarning as error:
    print(error)
