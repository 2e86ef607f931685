# _ast has the classes of ast.
import _ast, ast, sys
print(sorted(n for n in dir(_ast) if not n.startswith('__')))
from _ast import Add, Name, AST, PyCF_ONLY_AST
print(Add is ast.Add, Name.__module__, isinstance(ast.parse('x').body[0].value, Name), compile('1', 's', 'eval', PyCF_ONLY_AST))
