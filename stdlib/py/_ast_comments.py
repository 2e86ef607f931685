"""What ast.parse() does beyond parsing: type comments (PEP 484), the types of functions that are written in them, older versions' grammar.

The tree comes from the compiler, which knows nothing of comments. They are found among the tokens and put at the nodes that may have one: an
assignment, the head of a loop, a with or a def, a parameter. A comment that belongs nowhere is a SyntaxError, as it is a token in CPython's
grammar. Which constructs an older version lacks is seen in the finished tree.
"""

import ast
import io
import re
import tokenize

_TYPE = re.compile(r'#[ \t]*type:[ \t]*(.*)', re.DOTALL)
_IGNORE = re.compile(r'ignore(?![A-Za-z0-9\x80-\U0010ffff])(.*)', re.DOTALL)
_BLANK = (tokenize.NL, tokenize.COMMENT)


def _fail(message, filename, line, offset, end_line, end_offset, text):
    raise SyntaxError(message, (filename, line, offset, text, end_line, end_offset))


class _Comments:
    """The tokens of a source with the type comments in it; each is taken by one node."""

    def __init__(self, source, filename):
        self.filename = filename
        self.lines = source.splitlines(keepends=True)
        self.tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
        self.starts = [token.start for token in self.tokens]
        self.free = {}
        self.ignores = []
        for i, token in enumerate(self.tokens):
            if token.type != tokenize.COMMENT:
                continue
            match = _TYPE.match(token.string)
            if not match:
                continue
            ignored = _IGNORE.match(match[1])
            if ignored:
                self.ignores.append(ast.TypeIgnore(token.start[0], ignored[1]))
            else:
                self.free[i] = match[1]

    def place(self, line, byte):
        """A node's place as tokens have it: columns count characters."""
        text = self.lines[line - 1] if line <= len(self.lines) else ''
        return line, byte if text.isascii() else len(text.encode()[:byte].decode(errors='replace'))

    def index(self, line, byte):
        """The first token that begins at a place or behind it."""
        from bisect import bisect_left
        return bisect_left(self.starts, self.place(line, byte))

    def behind(self, node):
        return self.index(node.end_lineno, node.end_col_offset)

    def take(self, i):
        return self.free.pop(i, None)

    def find(self, i, wanted):
        """The next token with this text outside of brackets that open behind i."""
        depth = 0
        while i < len(self.tokens):
            text = self.tokens[i].string if self.tokens[i].type == tokenize.OP else ''
            if text == wanted and depth <= 0:
                return i
            depth += (text in ('(', '[', '{')) - (text in (')', ']', '}'))
            i += 1
        return i

    def head(self, i):
        """The comment behind the colon that ends a head."""
        return self.take(self.find(i, ':') + 1)

    def function(self, node):
        """A def's comment, behind its colon or alone on the next line; both are one too many."""
        i = self.behind(node.returns) if node.returns else self.find(self.index(node.lineno, node.col_offset), '(')
        colon = self.find(i, ':')
        comment = self.take(colon + 1)
        i = colon + 1 + (comment is not None)
        if i < len(self.tokens) and self.tokens[i].type == tokenize.NEWLINE and i + 1 in self.free:
            if comment is not None:
                token = self.tokens[i + 1]
                _fail('Cannot have two type comments on def', self.filename, token.start[0] + 1, 0, token.start[0] + 1, 0, None)
            comment = self.take(i + 1)
        return comment

    def parameter(self, end):
        """A parameter's comment: behind its comma, or in front of the closing parenthesis."""
        i = end
        if i < len(self.tokens) and self.tokens[i].string == ',':
            return self.take(i + 1)
        if i in self.free:
            k = i + 1
            while self.tokens[k].type in _BLANK:
                k += 1
            if self.tokens[k].string == ')':
                return self.take(i)
        return None


def attach(tree, source, filename):
    """Gives the nodes of a tree the type comments of its source."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        raw = bytes(source)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        source = raw.decode(encoding)
    comments = _Comments(source, filename)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            node.type_comment = comments.take(comments.behind(node))
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            node.type_comment = comments.head(comments.behind(node.iter))
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            last = node.items[-1]
            node.type_comment = comments.head(comments.behind(last.optional_vars or last.context_expr))
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            arguments = node.args
            plain = arguments.posonlyargs + arguments.args
            defaults = dict(zip(plain[len(plain) - len(arguments.defaults):], arguments.defaults))
            defaults.update((arg, default) for arg, default in zip(arguments.kwonlyargs, arguments.kw_defaults) if default)
            for arg in (*plain, arguments.vararg, *arguments.kwonlyargs, arguments.kwarg):
                if arg is not None:
                    arg.type_comment = comments.parameter(comments.behind(defaults.get(arg, arg)))
            node.type_comment = comments.function(node)
    if comments.free:
        token = comments.tokens[min(comments.free)]
        _fail('invalid syntax', filename, token.start[0], token.start[1] + 1, token.end[0], token.end[1] + 1, token.line)
    if isinstance(tree, ast.Module):
        tree.type_ignores = comments.ignores


def function_type(source, filename):
    """The tree of "(int, *str, **Any) -> float"."""
    source = source if isinstance(source, str) else bytes(source).decode()
    # the parameters read as those of a call, the result as an expression of its own
    call, result = _split(source, filename)
    arguments = ast.parse('_' + call, filename, 'eval').body
    positional = arguments.args
    starred = [i for i, arg in enumerate(positional) if isinstance(arg, ast.Starred)]
    named = arguments.keywords
    wrong = len(starred) > 1 or starred and starred[0] != len(positional) - 1 or len(named) > 1 or any(word.arg for word in named)
    if wrong or call.rstrip()[:-1].rstrip().endswith(','):
        _fail('invalid syntax', filename, 1, 1, 1, 1, source)
    for node in ast.walk(arguments):
        if hasattr(node, 'lineno'):
            node.col_offset -= node.lineno == 1
            node.end_col_offset -= node.end_lineno == 1
    types = [arg.value if isinstance(arg, ast.Starred) else arg for arg in positional] + [word.value for word in named]
    returns = ast.parse(result, filename, 'eval').body
    shift = len(source.rstrip('\n')) - len(result)
    for node in ast.walk(returns):
        if hasattr(node, 'lineno') and '\n' not in source.rstrip('\n'):
            node.col_offset += shift
            node.end_col_offset += shift
    return ast.FunctionType(types, returns)


def _split(source, filename):
    depth = 0
    text = source.rstrip('\n')
    for match in re.finditer(r'[][(){}]|->', text):
        if match[0] == '->' and depth == 0:
            call = text[:match.start()].rstrip()
            if call[:1] == '(' and call[-1:] == ')':
                return call, text[match.end():].lstrip(' \t')
            break
        depth += (match[0] in '([{') - (match[0] in ')]}')
    _fail('invalid syntax', filename, 1, 1, 1, 1, source)


# Kinds of nodes, the version of Python 3 that brought them, and what they are called.
_SINCE = {
    ast.MatMult: (5, "The '@' operator is"), ast.AsyncFunctionDef: (5, 'Async functions are'), ast.Await: (5, 'Await expressions are'),
    ast.AsyncFor: (5, 'Async for loops are'), ast.AsyncWith: (5, 'Async with statements are'), ast.AnnAssign: (6, 'Variable annotation syntax is'),
    ast.NamedExpr: (8, 'Assignment expressions are'), ast.Match: (10, 'Pattern matching is'), ast.TryStar: (11, 'Exception groups are'),
    ast.TypeAlias: (12, 'Type statement is')}


def _newer_parts(node, source):
    """Pairs of version and name for what a node has that came later than its kind."""
    found = _SINCE.get(type(node))
    if found:
        yield found
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
        yield _SINCE[ast.MatMult]
    if isinstance(node, ast.comprehension) and node.is_async:
        yield 6, 'Async comprehensions are'
    if isinstance(node, ast.arguments) and node.posonlyargs:
        yield 8, 'Positional-only parameters are'
    if getattr(node, 'type_params', None) and not isinstance(node, ast.TypeAlias):
        yield 12, 'Type parameter lists are'
    if isinstance(node, ast.Constant) and type(node.value) in (int, float, complex) and '_' in (ast.get_source_segment(source, node) or ''):
        yield 6, 'Underscores in numeric literals are'
    if isinstance(node, (ast.With, ast.AsyncWith)):
        head = ast.get_source_segment(source, node).removeprefix('async').lstrip().removeprefix('with').lstrip()
        first = node.items[0]
        if (len(node.items) > 1 or first.optional_vars or isinstance(first.context_expr, ast.Tuple)) and _closes_behind_name(head):
            yield 9, 'Parenthesized context managers are'


def _closes_behind_name(head):
    """Does it begin with a parenthesis that is closed right in front of the colon?"""
    if not head.startswith('('):
        return False
    depth = 0
    for match in re.finditer(r'[][(){}]', head):
        depth += (match[0] in '([{') - (match[0] in ')]}')
        if not depth:
            return head[match.end():].lstrip().startswith(':')
    return False


def check_version(tree, source, filename, minor):
    """SyntaxError for what a version 3.minor does not have."""
    if not isinstance(source, str):
        source = bytes(source).decode('utf-8', 'replace')

    def visit(node):
        # what is inside is read first
        for child in ast.iter_child_nodes(node):
            visit(child)
        for since, name in _newer_parts(node, source):
            if minor < since:
                place = node if getattr(node, 'end_lineno', None) else tree.body[-1] if isinstance(tree.body, list) else tree.body
                line, end = place.end_lineno, place.end_col_offset
                _fail(f'{name} only supported in Python 3.{since} and greater', filename, line, end, line, end + 1, None)

    visit(tree)
