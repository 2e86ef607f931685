"""ast.unparse: program text out of a tree.

Each expression is written for a level, the weakest operator that may stand there without parentheses; what binds more weakly gets them. The levels
are those of the language's grammar, from a whole statement's expression (0) to an atom.
"""

import ast

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM) = range(18)
_EXPR = _BOR

_BINOPS = {'Add': ('+', _ARITH), 'Sub': ('-', _ARITH), 'Mult': ('*', _TERM), 'MatMult': ('@', _TERM), 'Div': ('/', _TERM), 'Mod': ('%', _TERM),
           'LShift': ('<<', _SHIFT), 'RShift': ('>>', _SHIFT), 'BitOr': ('|', _BOR), 'BitXor': ('^', _BXOR), 'BitAnd': ('&', _BAND),
           'FloorDiv': ('//', _TERM), 'Pow': ('**', _POWER)}
_UNARY = {'Invert': ('~', _FACTOR), 'Not': ('not ', _NOT), 'UAdd': ('+', _FACTOR), 'USub': ('-', _FACTOR)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in',
            'NotIn': 'not in'}
_QUOTES = ("'", '"', '"""', "'''")
_INFINITY = '1e309'


def _name(node):
    return type(node).__name__


class Unparser(ast.NodeVisitor):
    """Gathers the text of one tree."""

    def __init__(self):
        self.parts = []
        self.indent = 0
        self.in_star_try = False

    def text_of(self, node):
        self.visit(node)
        return ''.join(self.parts).lstrip('\n')

    # Statements.

    def put(self, *texts):
        self.parts.extend(texts)

    def line(self, *texts):
        self.put('\n' + '    ' * self.indent, *texts)

    def blank(self):
        if self.parts:
            self.put('\n')

    def block(self, body):
        self.put(':')
        self.indent += 1
        self.statements(body)
        self.indent -= 1

    def statements(self, body):
        for node in body:
            self.visit(node)

    def body_with_docstring(self, node):
        self.put(':')
        self.indent += 1
        body = node.body
        if body and ast.get_docstring(node, clean=False) is not None:
            self.docstring(body[0].value)
            body = body[1:]
        self.statements(body)
        self.indent -= 1

    def docstring(self, node):
        self.line()
        if getattr(node, 'kind', None) == 'u':
            self.put('u')
        text, quotes = _quote(node.value, ('"""', "'''"))
        self.put(quotes, text, quotes)

    def visit_Module(self, node):
        body = node.body
        if body and ast.get_docstring(node, clean=False) is not None:
            self.docstring(body[0].value)
            body = body[1:]
        self.statements(body)

    def visit_Interactive(self, node):
        self.statements(node.body)

    def visit_Expression(self, node):
        self.put(self.expr(node.body, _TEST))

    def generic_visit(self, node):
        if isinstance(node, ast.expr):
            self.put(self.expr(node, _TEST))
        elif method := getattr(self, 'text_' + _name(node), None):
            self.put(method(node, _TEST))
        else:
            super().generic_visit(node)

    def visit_Expr(self, node):
        self.line(self.expr(node.value, _YIELD))

    def visit_FunctionDef(self, node):
        self.function(node, 'def')

    def visit_AsyncFunctionDef(self, node):
        self.function(node, 'async def')

    def function(self, node, word):
        self.blank()
        self.decorators(node)
        self.line(f'{word} {node.name}{self.type_params(node)}({self.text_arguments(node.args)})')
        if node.returns:
            self.put(' -> ', self.expr(node.returns, _TEST))
        self.body_with_docstring(node)

    def decorators(self, node):
        for decorator in node.decorator_list:
            self.line('@', self.expr(decorator, _TEST))

    def type_params(self, node):
        params = getattr(node, 'type_params', None)
        return f"[{', '.join(map(self.type_param, params))}]" if params else ''

    def type_param(self, node):
        stars = {'TypeVarTuple': '*', 'ParamSpec': '**'}.get(_name(node), '')
        bound = getattr(node, 'bound', None)
        return stars + node.name + (f': {self.expr(bound, _TEST)}' if bound else '')

    def visit_ClassDef(self, node):
        self.blank()
        self.decorators(node)
        self.line(f'class {node.name}{self.type_params(node)}')
        inner = [self.expr(base, _TEST) for base in node.bases] + [self.text_keyword(k) for k in node.keywords]
        if inner:
            self.put(f"({', '.join(inner)})")
        self.body_with_docstring(node)

    def visit_Return(self, node):
        self.line('return', f' {self.expr(node.value, _TEST)}' if node.value else '')

    def visit_Delete(self, node):
        self.line('del ', ', '.join(self.expr(target, _TEST) for target in node.targets))

    def visit_Assign(self, node):
        self.line(*[self.bare_target(target) + ' = ' for target in node.targets], self.expr(node.value, _TEST))

    def bare_target(self, node):
        return self.expr(node, _TUPLE)

    def visit_TypeAlias(self, node):
        self.line('type ', self.expr(node.name, _TEST), self.type_params(node), ' = ', self.expr(node.value, _TEST))

    def visit_AugAssign(self, node):
        self.line(self.expr(node.target, _TEST), f' {_BINOPS[_name(node.op)][0]}= ', self.expr(node.value, _TEST))

    def visit_AnnAssign(self, node):
        target = self.expr(node.target, _TEST)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f'({target})'
        self.line(target, ': ', self.expr(node.annotation, _TEST))
        if node.value:
            self.put(' = ', self.expr(node.value, _TEST))

    def visit_For(self, node, word='for'):
        self.line(f'{word} {self.bare_target(node.target)} in {self.expr(node.iter, _TEST)}')
        self.block(node.body)
        self.orelse(node)

    def visit_AsyncFor(self, node):
        self.visit_For(node, 'async for')

    def orelse(self, node):
        if node.orelse:
            self.line('else')
            self.block(node.orelse)

    def visit_While(self, node):
        self.line('while ', self.expr(node.test, _TEST))
        self.block(node.body)
        self.orelse(node)

    def visit_If(self, node):
        self.line('if ', self.expr(node.test, _TEST))
        self.block(node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            self.line('elif ', self.expr(node.test, _TEST))
            self.block(node.body)
        self.orelse(node)

    def visit_With(self, node, word='with'):
        self.line(word, ' ', ', '.join(map(self.withitem, node.items)))
        self.block(node.body)

    def visit_AsyncWith(self, node):
        self.visit_With(node, 'async with')

    def withitem(self, node):
        text = self.expr(node.context_expr, _TEST)
        return f'{text} as {self.expr(node.optional_vars, _TEST)}' if node.optional_vars else text

    def visit_Raise(self, node):
        self.line('raise')
        if node.exc:
            self.put(' ', self.expr(node.exc, _TEST))
        elif node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        if node.cause:
            self.put(' from ', self.expr(node.cause, _TEST))

    def visit_Try(self, node, word='except'):
        self.line('try')
        self.block(node.body)
        for handler in node.handlers:
            self.line(word)
            if handler.type:
                self.put(' ', self.expr(handler.type, _TEST))
            if handler.name:
                self.put(' as ', handler.name)
            self.block(handler.body)
        self.orelse(node)
        if node.finalbody:
            self.line('finally')
            self.block(node.finalbody)

    def visit_TryStar(self, node):
        self.visit_Try(node, 'except*')

    def visit_Assert(self, node):
        self.line('assert ', self.expr(node.test, _TEST))
        if node.msg:
            self.put(', ', self.expr(node.msg, _TEST))

    def visit_Import(self, node):
        self.line('import ', ', '.join(map(self.text_alias, node.names)))

    def visit_ImportFrom(self, node):
        self.line('from ', '.' * (node.level or 0), node.module or '', ' import ', ', '.join(map(self.text_alias, node.names)))

    def text_alias(self, node, level=None):
        return f'{node.name} as {node.asname}' if node.asname else node.name

    def visit_Global(self, node):
        self.line('global ', ', '.join(node.names))

    def visit_Nonlocal(self, node):
        self.line('nonlocal ', ', '.join(node.names))

    def visit_Pass(self, node):
        self.line('pass')

    def visit_Break(self, node):
        self.line('break')

    def visit_Continue(self, node):
        self.line('continue')

    def visit_Match(self, node):
        self.line('match ', self.expr(node.subject, _TEST))
        self.put(':')
        self.indent += 1
        for case in node.cases:
            self.line('case ', self.pattern(case.pattern, _TEST))
            if case.guard:
                self.put(' if ', self.expr(case.guard, _TEST))
            self.block(case.body)
        self.indent -= 1

    # Patterns.

    def pattern(self, node, level=_TEST):
        return getattr(self, 'pattern_' + _name(node))(node, level)

    def pattern_MatchValue(self, node, level):
        return self.expr(node.value, _TEST)

    def pattern_MatchSingleton(self, node, level):
        return repr(node.value)

    def pattern_MatchSequence(self, node, level):
        return f"[{', '.join(map(self.pattern, node.patterns))}]"

    def pattern_MatchStar(self, node, level):
        return f"*{node.name or '_'}"

    def pattern_MatchMapping(self, node, level):
        items = [f'{self.expr(key, _TEST)}: {self.pattern(value)}' for key, value in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append(f'**{node.rest}')
        return f"{{{', '.join(items)}}}"

    def pattern_MatchClass(self, node, level):
        inner = [self.pattern(p) for p in node.patterns]
        inner += [f'{name}={self.pattern(p)}' for name, p in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.expr(node.cls, _ATOM)}({', '.join(inner)})"

    def pattern_MatchAs(self, node, level):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        text = f'{self.pattern(node.pattern, _BOR)} as {node.name}'
        return f'({text})' if level > _TEST else text

    def pattern_MatchOr(self, node, level):
        text = ' | '.join(self.pattern(p, _BOR + 1) for p in node.patterns)
        return f'({text})' if level > _BOR else text

    # Expressions: text_<Class>(node, level) gives the text, in parentheses if it binds more weakly than `level`.

    def expr(self, node, level):
        return getattr(self, 'text_' + _name(node))(node, level)

    def closed(self, text, own, level):
        return f'({text})' if level > own else text

    def text_Name(self, node, level):
        return node.id

    def text_Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            if len(value) == 1:
                return f'({self.constant(value[0])},)'
            return f"({', '.join(map(self.constant, value))})"
        if value is ...:
            return '...'
        prefix = 'u' if node.kind == 'u' else ''
        return prefix + self.constant(value)

    def constant(self, value):
        if isinstance(value, (float, complex)):
            return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        return repr(value)

    def text_List(self, node, level):
        return f"[{', '.join(self.expr(e, _TEST) for e in node.elts)}]"

    def text_Tuple(self, node, level):
        items = [self.expr(e, _TEST) for e in node.elts]
        text = f'{items[0]},' if len(items) == 1 else ', '.join(items)
        return f'({text})' if not items or level > _TUPLE else text

    def text_Set(self, node, level):
        if not node.elts:
            return '{*()}'
        return f"{{{', '.join(self.expr(e, _TEST) for e in node.elts)}}}"

    def text_Dict(self, node, level):
        items = [f'{self.expr(key, _TEST)}: {self.expr(value, _TEST)}' if key else f'**{self.expr(value, _EXPR)}'
                 for key, value in zip(node.keys, node.values)]
        return f"{{{', '.join(items)}}}"

    def text_NamedExpr(self, node, level):
        return self.closed(f'{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}', _NAMED, max(level, _TUPLE))

    def text_Yield(self, node, level):
        text = f'yield {self.expr(node.value, _ATOM)}' if node.value else 'yield'
        return self.closed(text, _YIELD, level)

    def text_YieldFrom(self, node, level):
        return self.closed(f'yield from {self.expr(node.value, _ATOM)}', _YIELD, level)

    def text_Await(self, node, level):
        return self.closed(f'await {self.expr(node.value, _ATOM)}', _AWAIT, level)

    def text_IfExp(self, node, level):
        text = f'{self.expr(node.body, _TEST + 1)} if {self.expr(node.test, _TEST + 1)} else {self.expr(node.orelse, _TEST)}'
        return self.closed(text, _TEST, level)

    def text_Lambda(self, node, level):
        arguments = self.text_arguments(node.args)
        return self.closed(f"lambda{' ' + arguments if arguments else ''}: {self.expr(node.body, _TEST)}", _TEST, level)

    def text_BoolOp(self, node, level):
        word, own = ('and', _AND) if isinstance(node.op, ast.And) else ('or', _OR)
        # CPython writes each operand one level tighter than the one before
        items = [self.expr(value, min(own + 1 + i, _ATOM)) for i, value in enumerate(node.values)]
        return self.closed(f' {word} '.join(items), own, level)

    def text_BinOp(self, node, level):
        sign, own = _BINOPS[_name(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return self.closed(f'{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}', own, level)

    def text_UnaryOp(self, node, level):
        sign, own = _UNARY[_name(node.op)]
        return self.closed(sign + self.expr(node.operand, own), own, level)

    def text_Compare(self, node, level):
        text = self.expr(node.left, _CMP + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f' {_COMPARE[_name(op)]} {self.expr(right, _CMP + 1)}'
        return self.closed(text, _CMP, level)

    def text_Attribute(self, node, level):
        text = self.expr(node.value, _ATOM)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            text += ' '
        return f'{text}.{node.attr}'

    def text_Subscript(self, node, level):
        index = node.slice
        bare = isinstance(index, ast.Tuple) and index.elts
        inner = self.expr(index, _TUPLE) if bare else self.expr(index, _TEST)
        return f'{self.expr(node.value, _ATOM)}[{inner}]'

    def text_Slice(self, node, level):
        text = (self.expr(node.lower, _TEST) if node.lower else '') + ':' + (self.expr(node.upper, _TEST) if node.upper else '')
        return f'{text}:{self.expr(node.step, _TEST)}' if node.step else text

    def text_Starred(self, node, level):
        return '*' + self.expr(node.value, _EXPR)

    def text_Call(self, node, level):
        inner = [self.expr(a, _TEST) for a in node.args] + [self.text_keyword(k) for k in node.keywords]
        return f"{self.expr(node.func, _ATOM)}({', '.join(inner)})"

    def text_keyword(self, node, level=None):
        value = self.expr(node.value, _TEST)
        return f'**{value}' if node.arg is None else f'{node.arg}={value}'

    def comprehension(self, node):
        text = f" {'async ' if node.is_async else ''}for {self.expr(node.target, _TUPLE)} in {self.expr(node.iter, _TEST + 1)}"
        return text + ''.join(f' if {self.expr(test, _TEST + 1)}' for test in node.ifs)

    def clauses(self, node):
        return ''.join(map(self.comprehension, node.generators))

    def text_ListComp(self, node, level):
        return f'[{self.expr(node.elt, _TEST)}{self.clauses(node)}]'

    def text_SetComp(self, node, level):
        return f'{{{self.expr(node.elt, _TEST)}{self.clauses(node)}}}'

    def text_GeneratorExp(self, node, level):
        return f'({self.expr(node.elt, _TEST)}{self.clauses(node)})'

    def text_DictComp(self, node, level):
        return f'{{{self.expr(node.key, _TEST)}: {self.expr(node.value, _TEST)}{self.clauses(node)}}}'

    def text_arg(self, node, level=None):
        return f'{node.arg}: {self.expr(node.annotation, _TEST)}' if node.annotation else node.arg

    def text_arguments(self, node, level=None):
        items = []
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for i, (arg, default) in enumerate(zip(positional, defaults), 1):
            items.append(self.text_arg(arg) + (f'={self.expr(default, _TEST)}' if default else ''))
            if i == len(node.posonlyargs):
                items.append('/')
        if node.vararg or node.kwonlyargs:
            items.append('*' + (self.text_arg(node.vararg) if node.vararg else ''))
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            items.append(self.text_arg(arg) + (f'={self.expr(default, _TEST)}' if default else ''))
        if node.kwarg:
            items.append('**' + self.text_arg(node.kwarg))
        return ', '.join(items)

    # Strings.

    def text_JoinedStr(self, node, level):
        pieces = [(self.f_text(value, nested=False), isinstance(value, ast.Constant)) for value in node.values]
        quotes = list(_QUOTES)
        out = []
        for text, constant in pieces:
            if constant:
                text, quotes = _escape(text, quotes)
            elif any(c in text for c in '\n'):
                quotes = [q for q in quotes if q in ('"""', "'''")] or quotes
            out.append(text)
        body = ''.join(out)
        quote = quotes[0]
        return f'f{quote}{body}{quote}'

    def f_text(self, node, nested):
        if isinstance(node, ast.Constant):
            return node.value.replace('{', '{{').replace('}', '}}')
        if isinstance(node, ast.JoinedStr):
            return ''.join(self.f_text(value, nested) for value in node.values)
        inner = Unparser().expr(node.value, _TEST + 1)
        text = ('{ ' if inner.startswith('{') else '{') + inner
        if node.conversion != -1:
            text += '!' + chr(node.conversion)
        if node.format_spec:
            text += ':' + self.f_text(node.format_spec, True)
        return text + '}'

    def text_FormattedValue(self, node, level):
        return self.text_JoinedStr(ast.JoinedStr([node]), level)


def _escape(text, quotes, keep_newlines=False):
    """Text between quotes, and which of the quotes can stand around it."""
    def escape(c):
        if not keep_newlines and c in '\n\t':
            return c.encode('unicode_escape').decode('ascii')
        if c == '\\' or not c.isprintable():
            return c if keep_newlines and c in '\n\t' else c.encode('unicode_escape').decode('ascii')
        return c

    escaped = ''.join(map(escape, text))
    possible = [q for q in quotes if q not in escaped]
    if '\n' in escaped:
        possible = [q for q in possible if len(q) == 3]
    if not possible:
        text = repr(text)
        quote = next((q for q in quotes if text[0] in q), text[0])
        return text[1:-1], [quote]
    if escaped:
        possible.sort(key=lambda q: q[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + '\\' + escaped[-1]
    return escaped, possible


def _quote(text, quotes):
    text, possible = _escape(text, list(quotes), keep_newlines=True)
    return text, possible[0]
