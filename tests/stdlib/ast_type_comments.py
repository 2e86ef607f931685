# ast.parse with type_comments, mode 'func_type' and feature_version.
import ast

SOURCE = '''def foo():
    # type: () -> int
    pass  # type: ignore

def bar(a,  # type: A
        b=(1, 2),  # type: B
        *args,  # type: C
        key: int = 3  # type: D
        ):  # type: (...) -> None
    x = y = [1,
             2]  # type: List[int]
    for é in range(3):  #type:int
        x = 1; z = "é"  #   type:   Text
    with open(x) as f, g:  # type: IO
        pass  # type: ignore[excuse]
    return lambda: {}

async def baz(a, /, **k  # type: K
              ):
    async for i in x[{1: 2}]:  # type: float
        pass  # type: ignore whatever
    async with a:  # type: Thing
        x = 1  # type: ignorance
'''
tree = ast.parse(SOURCE, type_comments=True)
for node in ast.walk(tree):
    if getattr(node, 'type_comment', None) is not None:
        print(type(node).__name__, getattr(node, 'lineno', None), repr(node.type_comment))
print([(ignore.lineno, ignore.tag) for ignore in tree.type_ignores])
print([node for node in ast.walk(ast.parse(SOURCE)) if getattr(node, 'type_comment', None)], ast.parse(SOURCE).type_ignores)
print(ast.dump(ast.parse(b'# coding: latin-1\nx = "\xe9"  # type: str\n', type_comments=True)))
for wrong in ('pass  # type: int\n', 'f()  # type: int\n', 'x += 1  # type: int\n', 'while True:  # type: int\n  continue\n', 'try:  # type: int\n  pass\nfinally:\n  pass\n',
              'pass  # type: ignorewhatever\n', 'def f():  # type: () -> int\n  # type: () -> str\n  pass\n', 'x = 1;  # type: int\n', '# type: int\nx = 1\n', 'if x:  # type: int\n  pass\n'):
    ast.parse(wrong)
    try:
        print(ast.dump(ast.parse(wrong, type_comments=True)))
    except SyntaxError as error:
        print(error.msg, error.lineno)
for text in '() -> int', '(int) -> List[str]', '(int, *str, **Any) -> float', '(*int) -> None', '(**int) -> None', '( a ,\n b ) -> Callable[[int], str]\n':
    print(ast.dump(ast.parse(text, mode='func_type')))
for text in '(int, *str, *Any) -> float', '(int, **str, Any) -> float', '(**int, **str) -> float', 'int', '(int)', '(int,) -> int', '(a=1) -> int', 'f(int) -> int', '() -> x = 1':
    try:
        print(ast.dump(ast.parse(text, mode='func_type')))
    except SyntaxError as error:
        print('SyntaxError')
for text in ('a @ b', 'a @= b', 'async def f():\n  await x', 'async def f():\n  async for a in b: pass', 'async def f():\n  async with a: pass', 'async def f():\n  [a async for a in b]',
             'x: int = 3', '1_000', '(x := 1)', 'def f(a, /): pass', 'lambda a, /: 1', 'with (a as b): pass', 'with (a, b): pass', 'with (a), b: pass', 'with (a) as b: pass',
             'with (a, b as c,): pass', 'match x:\n  case 1: pass', 'try: pass\nexcept* A: pass', 'type X = int', 'def f[T](): pass', 'class A[T]: pass', 'x[*a]', 'f"{x!r}"'):
    for minor in range(4, 13):
        try:
            ast.parse(text, feature_version=(3, minor))
            break
        except SyntaxError as error:
            message = error.msg
    print(repr(text), minor, message if minor > 4 else '')
for version in (2, 7), (4, 0), 3, (3,), 'x':
    try:
        print(version, type(ast.parse('x @ y', feature_version=version)).__name__)
    except (SyntaxError, ValueError, TypeError) as error:
        print(version, type(error).__name__, error)
