# Names and attributes of older versions of ast, which warn.
import ast
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    constant = ast.Constant(5)
    print(constant.n, constant.s)
    constant.n = 7
    print(constant.value, ast.Index(constant) is constant, ast.dump(ast.ExtSlice([constant])))
    pair = ast.Tuple([constant], ast.Load())
    print(pair.dims == pair.elts)
    pair.dims = []
    print(pair.elts)
    print([isinstance(constant, getattr(ast, name)) for name in ('Num', 'Str', 'Bytes', 'NameConstant', 'Ellipsis')])
    print(ast.dump(ast.Num(3)), ast.dump(ast.Str('x')))

    class Old(ast.NodeVisitor):
        def visit_Num(self, node):
            print('number', node.n)

        def visit_Str(self, node):
            print('text', node.s)

        def visit_NameConstant(self, node):
            print('name', node.value)

    Old().visit(ast.parse('1 + "a" + None + b"c" + ...'))

    class New(ast.NodeVisitor):
        def visit_Constant(self, node):
            print('constant', node.value)

    New().visit(ast.parse('2.5 < "b"'))

for warning in caught:
    print(warning.category.__name__, warning.message)
for name in ('slice', 'Index', 'ExtSlice', 'Suite', 'AugLoad', 'AugStore', 'Param'):
    cls = getattr(ast, name)
    print(name, cls.__mro__[1].__name__, issubclass(cls, ast.AST))
