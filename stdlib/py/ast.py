"""Syntax trees: parsing, walking, changing, showing, compiling and writing them out again.

The node classes are made from the table below, which has the constructors of Python's abstract grammar with their fields. The parser and the
compiler's half are in _ast_trees.
"""

import _ast_trees

_GRAMMAR = '''
mod: Module(stmt* body, type_ignore* type_ignores) Interactive(stmt* body) Expression(expr body)
 FunctionType(expr* argtypes, expr returns)
stmt: FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
 ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params) Return(expr? value)
 Delete(expr* targets) Assign(expr* targets, expr value, string? type_comment) TypeAlias(expr name, type_param* type_params, expr value)
 AugAssign(expr target, operator op, expr value) AnnAssign(expr target, expr annotation, expr? value, int simple)
 For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
 AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) While(expr test, stmt* body, stmt* orelse)
 If(expr test, stmt* body, stmt* orelse) With(withitem* items, stmt* body, string? type_comment)
 AsyncWith(withitem* items, stmt* body, string? type_comment) Match(expr subject, match_case* cases) Raise(expr? exc, expr? cause)
 Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
 TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) Assert(expr test, expr? msg) Import(alias* names)
 ImportFrom(identifier? module, alias* names, int? level) Global(identifier* names) Nonlocal(identifier* names) Expr(expr value) Pass Break
 Continue
expr: BoolOp(boolop op, expr* values) NamedExpr(expr target, expr value) BinOp(expr left, operator op, expr right)
 UnaryOp(unaryop op, expr operand) Lambda(arguments args, expr body) IfExp(expr test, expr body, expr orelse)
 Dict(expr* keys, expr* values) Set(expr* elts) ListComp(expr elt, comprehension* generators) SetComp(expr elt, comprehension* generators)
 DictComp(expr key, expr value, comprehension* generators) GeneratorExp(expr elt, comprehension* generators) Await(expr value)
 Yield(expr? value) YieldFrom(expr value) Compare(expr left, cmpop* ops, expr* comparators)
 Call(expr func, expr* args, keyword* keywords) FormattedValue(expr value, int conversion, expr? format_spec) JoinedStr(expr* values)
 Constant(constant value, string? kind) Attribute(expr value, identifier attr, expr_context ctx)
 Subscript(expr value, expr slice, expr_context ctx) Starred(expr value, expr_context ctx) Name(identifier id, expr_context ctx)
 List(expr* elts, expr_context ctx) Tuple(expr* elts, expr_context ctx) Slice(expr? lower, expr? upper, expr? step)
expr_context: Load Store Del
boolop: And Or
operator: Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv
unaryop: Invert Not UAdd USub
cmpop: Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler: ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern: MatchValue(expr value) MatchSingleton(constant value) MatchSequence(pattern* patterns)
 MatchMapping(expr* keys, pattern* patterns, identifier? rest)
 MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) MatchStar(identifier? name)
 MatchAs(pattern? pattern, identifier? name) MatchOr(pattern* patterns)
type_ignore: TypeIgnore(int lineno, string tag)
type_param: TypeVar(identifier name, expr? bound) ParamSpec(identifier name) TypeVarTuple(identifier name)
'''

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400

_POSITION = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')
_PLACED = {'stmt', 'expr', 'excepthandler', 'arg', 'keyword', 'alias', 'pattern', 'type_param'}


class AST:
    """The base of all nodes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} positional argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f'{type(self).__name__} got multiple values for argument {name!r}')
            setattr(self, name, value)

    def __reduce__(self):
        return type(self), (), self.__dict__


def _define():
    """The classes of the table, put into this module; returns what the parser is given: classes by name, and one instance of each word."""
    import re
    scope = globals()
    given = {}

    def make(name, base, fields, text):
        names = tuple(field.split()[1] for field in fields)
        optional = {field.split()[1]: None for field in fields if '?' in field}
        body = {'_fields': names, '__match_args__': names, '__module__': 'ast', '__doc__': text, **optional}
        scope[name] = given[name] = type(base)(name, (base,), body)
        return scope[name]

    for entry in re.split(r'\n(?=\w)', _GRAMMAR.strip()):
        head, colon, rest = entry.partition(':')
        if not colon or '(' in head:
            name, _, fields = entry.partition('(')
            cls = make(name, AST, fields.rstrip(')').split(', '), entry)
            if name in _PLACED:
                cls._attributes = _POSITION
                cls.end_lineno = cls.end_col_offset = None
            continue
        rows = re.findall(r'(\w+)(?:\(([^)]*)\))?', rest)
        words = [f'{name}({fields})' if fields else name for name, fields in rows]
        gap = '\n' + ' ' * len(head) + ' | '
        base = make(head, AST, [], f'{head} = {gap.join(words)}')
        if head in _PLACED:
            base._attributes = _POSITION
            base.end_lineno = base.end_col_offset = None
        for (name, fields), text in zip(rows, words):
            cls = make(name, base, fields.split(', ') if fields else [], text)
            if head in ('expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'):
                given[name] = cls()
    scope['ImportFrom'].level = None
    return given


_nodes = _define()


def _parse(source, filename, mode):
    return _ast_trees.parse(source, filename, mode, _nodes)


def _compile(tree, filename, mode, flags):
    return _ast_trees.compile(tree, filename, mode, flags, _nodes)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """The tree of a program text. With type_comments it has them; feature_version, such as (3, 8), refuses what came later."""
    minor = -1
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
    elif feature_version is not None:
        import operator
        minor = operator.index(feature_version)
    if mode == 'func_type':
        import _ast_comments
        return _ast_comments.function_type(source, filename)
    tree = compile(source, filename, mode, PyCF_ONLY_AST)
    if type_comments or 0 <= minor < 12:
        import _ast_comments
        if 0 <= minor < 12:
            _ast_comments.check_version(tree, source, filename, minor)
        if type_comments:
            _ast_comments.attach(tree, source, filename)
    return tree


def literal_eval(node_or_string):
    """The value of an expression that consists of literals: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    message = 'malformed node or string'
    if lineno := getattr(node, 'lineno', None):
        message += f' on line {lineno}'
    raise ValueError(message + f': {node!r}')


def _number(node):
    if type(node) is not Constant or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """The tree as text; with `indent`, over several lines."""
    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {node.__class__.__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, annotate_fields, include_attributes, indent, 0)[0]


def _dump(node, annotate, include_attributes, indent, level):
    """(text, whether it is simple enough to share a line)"""
    if indent is None:
        prefix, sep = '', ', '
    else:
        level += 1
        prefix = '\n' + indent * level
        sep = ',\n' + indent * level

    def inner(value):
        return _dump(value, annotate, include_attributes, indent, level)

    if isinstance(node, AST):
        cls = type(node)
        args, simple, keywords = [], True, annotate
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                keywords = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                keywords = True
                continue
            text, plain = inner(value)
            simple = simple and plain
            args.append(f'{name}={text}' if keywords else text)
        if include_attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, plain = inner(value)
                simple = simple and plain
                args.append(f'{name}={text}')
        if simple and len(args) <= 3:
            return f"{cls.__name__}({', '.join(args)})", not args
        return f'{cls.__name__}({prefix}{sep.join(args)})', False
    if isinstance(node, list):
        if not node:
            return '[]', True
        return f'[{prefix}{sep.join(inner(item)[0] for item in node)}]', False
    return repr(node), True


def copy_location(new_node, old_node):
    """Give new_node the place of old_node, as far as both have one."""
    for name in _POSITION:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give places to the nodes that have none: those of their parents."""
    def fix(node, place):
        if node._attributes:
            for i, name in enumerate(_POSITION):
                if name not in node._attributes:
                    continue
                if not hasattr(node, name) or (i >= 2 and getattr(node, name) is None):
                    setattr(node, name, place[i])
                else:
                    place[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place[:])
    fix(node, [1, 0, 1, 0])
    return node


def increment_lineno(node, n=1):
    """Move the tree n lines down."""
    for child in walk(node):
        is_ignore = isinstance(child, TypeIgnore)
        if is_ignore or 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if not is_ignore and 'end_lineno' in child._attributes:
            last = getattr(child, 'end_lineno', 0)
            if last is not None:
                child.end_lineno = last + n
    return node


def iter_fields(node):
    """(name, value) of each field that the node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below."""
    for _, value in iter_fields(node):
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, AST):
                yield each


def get_docstring(node, clean=True):
    """The docstring of a module, class or function node, or None."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f'{node.__class__.__name__!r} can\'t have docstrings')
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    text = value.value
    if clean:
        import inspect
        text = inspect.cleandoc(text)
    return text


def _lines_of(source):
    import re
    return [line for line in re.findall(r'.*?(?:\r\n|\n|\r|$)', source, re.S) if line]


def get_source_segment(source, node, *, padded=False):
    """The piece of the source text that the node was made of, or None if places are missing."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last, start, end = node.lineno - 1, node.end_lineno - 1, node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _lines_of(source)
    if last == first:
        return lines[first].encode()[start:end].decode()
    padding = ''
    if padded:
        padding = ''.join(c if c in '\f\t' else ' ' for c in lines[first].encode()[:start].decode())
    return ''.join([padding + lines[first].encode()[start:].decode(), *lines[first + 1:last], lines[last].encode()[:end].decode()])


def walk(node):
    """All nodes of the tree, level by level."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    """Calls visit_<class name> for each node it is led to; without such a method, visits the children."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def visit_Constant(self, node):
        """Look for a method of before 3.8: visit_Num, visit_Str, ..."""
        value = node.value
        for name, types in _REMOVED.items():
            method = getattr(self, 'visit_' + name, None) if type(value) in types else None
            if method is not None:
                import warnings
                warnings.warn(f'visit_{name} is deprecated; add visit_Constant', DeprecationWarning, stacklevel=2)
                return method(node)
        return self.generic_visit(node)

    def generic_visit(self, node):
        """Visit the children."""
        for _, value in iter_fields(node):
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, AST):
                    self.visit(each)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what replaces the node: another node, a list of statements, or None to remove it."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                kept = []
                for value in old:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        if not isinstance(value, AST):
                            kept.extend(value)
                            continue
                    kept.append(value)
                old[:] = kept
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


def unparse(ast_obj):
    """Program text that means the same as the tree."""
    from _ast_unparse import Unparser
    return Unparser().text_of(ast_obj)


# ---- what older versions had


_OLD_CLASS = '{name} is deprecated and will be removed in Python {remove}; use ast.Constant instead'


def _old_attribute(old, new):
    def warn():
        import warnings
        warnings.warn(f'Attribute {old} is deprecated and will be removed in Python 3.14; use {new} instead', DeprecationWarning, stacklevel=3)

    def get(self):
        warn()
        return getattr(self, new)

    def set(self, value):
        warn()
        setattr(self, new, value)

    return property(get, set, doc=f'The former name of {new}.')


Constant.n = _old_attribute('n', 'value')
Constant.s = _old_attribute('s', 'value')


def _dims(self):
    return self.elts


def _set_dims(self, value):
    self.elts = value


Tuple.dims = property(_dims, _set_dims, doc='The former name of elts.')


class slice(AST):
    """The base of what stood between brackets before 3.9."""


class Index(slice):
    """Made of a value, gives the value itself: so an index stands in a tree now."""

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Made of the parts between commas, gives the Tuple that stands for them now."""

    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)


class Suite(mod):
    """A list of statements; no tree has it any more."""


class AugLoad(expr_context):
    """A context that no tree has any more."""


class AugStore(expr_context):
    """A context that no tree has any more."""


class Param(expr_context):
    """A context that no tree has any more."""


# The names under which visitors knew constants before 3.8, by the types of their values.
_const_node_type_names = {bool: 'NameConstant', type(None): 'NameConstant', int: 'Num', float: 'Num', complex: 'Num', str: 'Str', bytes: 'Bytes', type(...): 'Ellipsis'}
_REMOVED = {'Num': (int, float, complex), 'Str': (str,), 'Bytes': (bytes,), 'NameConstant': (type(None), bool), 'Ellipsis': (type(...),)}


def _old_class(name):
    """A class of before 3.8: making one makes a Constant, and isinstance looks at the constant's type."""
    types = _REMOVED[name]

    import warnings

    class Meta(type):
        def __instancecheck__(cls, instance):
            warnings._deprecated(f'ast.{name}', message=_OLD_CLASS, remove=(3, 14))
            return isinstance(instance, Constant) and type(instance.value) in types

    def new(cls, *args, **kwargs):
        warnings._deprecated(f'ast.{name}', message=_OLD_CLASS, remove=(3, 14))
        if name == 'Ellipsis':
            return Constant(..., *args, **kwargs)
        for old in ('n', 's'):
            if old in kwargs:
                kwargs['value'] = kwargs.pop(old)
        return Constant(*args, **kwargs)

    return Meta(name, (Constant,), {'__new__': new, '__module__': 'ast', '_fields': ('value',)})


# What CPython's module has in it from its own imports.
_IMPORTED = {'IntEnum': 'enum', 'auto': 'enum', 'contextmanager': 'contextlib', 'nullcontext': 'contextlib'}


def __getattr__(name):
    if name in _REMOVED:
        import warnings
        warnings._deprecated(f'ast.{name}', message=_OLD_CLASS, remove=(3, 14))
        globals()[name] = _old_class(name)
        return globals()[name]
    if name in _IMPORTED:
        from importlib import import_module
        return getattr(import_module(_IMPORTED[name]), name)
    raise AttributeError(f"module 'ast' has no attribute '{name}'")


def main():
    """The command line: show the tree of a file."""
    import argparse
    parser = argparse.ArgumentParser(prog='python -m ast')
    parser.add_argument('infile', type=argparse.FileType(mode='rb'), nargs='?', default='-', help='the Python file, or - for standard input (the default)')
    parser.add_argument('-m', '--mode', default='exec', choices=('exec', 'single', 'eval', 'func_type'), help='whether the text is a module, a statement, an expression or a type of a function')
    parser.add_argument('--no-type-comments', default=True, action='store_false', help="leave out type comments")
    parser.add_argument('-a', '--include-attributes', action='store_true', help='print positions, too: lines and columns')
    parser.add_argument('-i', '--indent', type=int, default=3, help='how many spaces a level is moved in')
    args = parser.parse_args()
    with args.infile as infile:
        source = infile.read()
    tree = parse(source, args.infile.name, args.mode, type_comments=args.no_type_comments)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent))


if __name__ == '__main__':
    import ast              # the parser makes nodes of that module's classes, not of this one's
    ast.main()
