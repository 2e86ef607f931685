# Trees made by hand are checked before they are compiled.
import ast

load, store, delete = ast.Load(), ast.Store(), ast.Del()
x, y, p = ast.Name('x', load), ast.Name('y', store), ast.Pass()
none = ast.arguments([], [], None, [], [], None, [])


def expr(node):
    return ast.Expr(node)


bad = [
    expr(ast.Compare(x, [ast.In()], [])), expr(ast.Compare(x, [ast.In()], [x, x])), expr(ast.Compare(y, [ast.In()], [x])),
    expr(ast.BoolOp(ast.And(), [x])), expr(ast.BoolOp(ast.And(), [x, None])), expr(ast.Dict([x], [])), expr(ast.Dict([], [x])), expr(y),
    expr(ast.ListComp(x, [])), expr(ast.ListComp(x, [ast.comprehension(x, x, [], 0)])), expr(ast.DictComp(x, x, [])),
    expr(ast.Tuple([y], load)), expr(ast.Starred(y, load)), expr(ast.NamedExpr(x, x)), expr(ast.Call(x, [y], [])),
    expr(ast.Lambda(ast.arguments([], [], None, [], [], None, [x]), x)), expr(ast.Name('None', load)), expr(ast.Name('True', load)),
    ast.FunctionDef('f', none, [], []), ast.FunctionDef('f', none, [None], []), ast.ClassDef('c', [], [], [], []), ast.Delete([]), ast.Delete([x]),
    ast.FunctionDef('f', ast.arguments([], [], None, [ast.arg('k')], [], None, []), [p], []),
    ast.Assign([], x), ast.Assign([x], x), ast.Assign([ast.Constant(1)], x), ast.Assign([None], x), ast.AugAssign(x, ast.Add(), x),
    ast.AnnAssign(ast.Attribute(x, 'a', store), x, x, 1), ast.For(x, x, [p], []), ast.For(y, x, [], []), ast.While(x, [], []), ast.If(x, [], []),
    ast.With([], [p]), ast.With([ast.withitem(x, x)], [p]), ast.Raise(None, x), ast.Try([p], [], [], []), ast.Try([p], [], [p], [p]),
    ast.Try([p], [ast.ExceptHandler(None, None, [])], [], []), ast.TryStar([p], [], [], []), ast.Import([]), ast.ImportFrom('m', [], 0),
    ast.ImportFrom('m', [ast.alias('a')], -1), ast.Global([]), ast.Nonlocal([]),
]
good_case = ast.match_case(ast.MatchAs(), None, [p])
patterns = [
    ast.MatchValue(x), ast.MatchValue(ast.Constant(None)), ast.MatchSingleton(3), ast.MatchStar('a'), ast.MatchAs(ast.MatchAs(), None), ast.MatchAs(None, '_'),
    ast.MatchOr([]), ast.MatchOr([ast.MatchAs()]), ast.MatchMapping([ast.Constant(1)], []), ast.MatchMapping([x], [ast.MatchAs()]), ast.MatchMapping([], [], '_'),
    ast.MatchClass(x, [], ['a'], []), ast.MatchClass(ast.Constant(1), [], [], []), ast.MatchSequence([ast.MatchOr([ast.MatchStar('a'), ast.MatchAs()])]),
    ast.MatchValue(ast.UnaryOp(ast.Not(), ast.Constant(1))), ast.MatchValue(ast.BinOp(ast.Constant(1), ast.Mult(), ast.Constant(2j))),
    ast.MatchSequence([ast.MatchStar('_')]),
]
bad += [ast.Match(x, []), ast.Match(x, [ast.match_case(ast.MatchAs(), None, [])])]
bad += [ast.Match(x, [ast.match_case(one, None, [p])]) for one in patterns]
for node in bad:
    try:
        compile(ast.fix_missing_locations(ast.Module([node], [])), '', 'exec')
        print(ast.dump(node), 'compiles')
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for places in ((2, 0, 1, 0), (1, 5, 1, 3), (1, 5, 2, 3)):
    node = ast.Expr(ast.Constant(1, lineno=1, col_offset=0))
    node.lineno, node.col_offset, node.end_lineno, node.end_col_offset = places
    try:
        compile(ast.Module([node], []), '', 'exec')
        print('compiles')
    except ValueError as error:
        print(error)
print(compile(ast.fix_missing_locations(ast.Module([ast.Match(x, [good_case])], [])), '', 'exec').co_names)
