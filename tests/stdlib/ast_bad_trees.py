# test: heavy
# Trees that a script puts together and that no text could give: compile() says what is wrong with each.
import ast
from ast import *

load, store, delete = Load(), Store(), Del()
x, xs, xd, one, p = Name('x', load), Name('x', store), Name('x', delete), Constant(1), Pass()
no_args = arguments([], [], None, [], [], None, [])
loop = comprehension(xs, x, [], 0)
statements = [
    Assign([], one), Assign([None], one), Assign([x], one), Assign([one], one), Assign([xs], xs), Delete([]), Delete([x]), Delete([Call(x, [], [])]), AugAssign(x, Add(), one),
    AnnAssign(Attribute(x, 'a', store), x, None, 1), AnnAssign(x, x, None, 1), For(xs, x, [], []), For(x, x, [p], []), For(xs, xs, [p], []), While(one, [], []), If(xs, [p], []),
    With([], [p]), With([withitem(one, None)], []), With([withitem(one, x)], [p]), Raise(None, one), Try([], [], [], [p]), Try([p], [], [], []), Try([p], [], [p], [p]),
    Try([p], [ExceptHandler(None, 'x', [])], [], []), TryStar([p], [], [], []), Import([]), ImportFrom('x', [], 0), ImportFrom('x', [alias('a', None)], -1), Global([]), Nonlocal([]),
    FunctionDef('f', no_args, [], [], None), FunctionDef('f', arguments([], [], None, [], [one], None, []), [p], [], None),
    FunctionDef('f', arguments([], [], None, [], [], None, [one]), [p], [], None), ClassDef('C', [], [], [], []), ClassDef('C', [xs], [], [p], []), Match(x, []),
    Match(x, [match_case(MatchOr([MatchSingleton(None)]), None, [p])]), Match(x, [match_case(MatchValue(x), None, [p])]), Match(x, [match_case(MatchAs(MatchSingleton(True), None), None, [p])]),
    Match(x, [match_case(MatchMapping([one], []), None, [p])]), Match(x, [match_case(MatchClass(one, [], [], []), None, [p])]), 
    Match(x, [match_case(MatchClass(x, [], ['a'], []), None, [p])]), Match(x, [match_case(MatchSingleton(5), None, [p])]), Expr(None), Return(xs), TypeAlias(one, [], one)]
expressions = [
    BoolOp(And(), []), BoolOp(Or(), [one]), BoolOp(And(), [one, None]), Compare(x, [In()], []), Compare(x, [In()], [one, one]), Compare(x, [], []), Dict([one], []), Dict([None], [None]), Set([None]),
    ListComp(x, []), GeneratorExp(x, [comprehension(x, x, [], 0)]), SetComp(xs, [loop]), DictComp(x, x, []), Lambda(no_args, xs), IfExp(x, x, xs), Call(x, [None], []), Call(xs, [], []),
    Call(x, [], [keyword('a', xs)]), Attribute(xs, 'a', load), Subscript(x, xs, load), Subscript(x, Slice(xs, None, None), load), Starred(x, store), List([xs], load), Tuple([None], load), Name('None', load),
    Name('True', store), NamedExpr(x, one), Yield(xs), Await(xs), UnaryOp(Not(), xs), BinOp(one, Add(), xs), BinOp(one, And(), one), Constant(object), Constant([1]), FormattedValue(xs, -1, None),
    JoinedStr([xs]), Name(5, load), Name('x', 5), Name('x'), Tuple('ab', load), Expr(one)]


def attempt(kind, tree):
    try:
        compile(tree, '<tree>', 'exec')
    except Exception as error:
        text = str(error)
        print(f"{kind:14} {type(error).__name__}: {text[:text.find('<ast')] if '<ast' in text else text}")
    else:
        print(f"{kind:14} fine")


for node in statements:
    module = Module([node], [])
    if isinstance(node, AST):
        fix_missing_locations(module)
    attempt(type(node).__name__, module)
for node in expressions:
    attempt(type(node).__name__, fix_missing_locations(Module([Expr(node)], [])))
for place in ((1, 0, 0, 0), (1, 5, 1, 2), (2, 0, 1, 0), (1, 0, 1, 0), (3, 4, 3, 4)):
    node = Constant(1)
    node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = place
    attempt(str(place), Expression(node) if False else Module([copy_location(Expr(node), node)], []))
attempt('no place', Module([Expr(one)], []) if not hasattr(one, 'lineno') else Module([Expr(Constant(2))], []))
deep = Constant(1)
for _ in range(100000):
    deep = UnaryOp(USub(), deep)
try:
    compile(fix_missing_locations(Expression(deep)), '', 'eval')
except (RecursionError, MemoryError) as error:
    print(type(error).__name__)
for tree, mode in ((Module([], []), 'eval'), (Expression(one), 'exec'), (Interactive([]), 'exec'), (Module([], []), 'what'), (one, 'eval')):
    try:
        compile(tree, '', mode)
        print('fine')
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
