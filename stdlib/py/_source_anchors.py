"""Where in a traceback's marked source the fault sits: the operator of `a + b`, the brackets of `a[i]`.

The text is that of one expression on one line, as cut out by an instruction's column range. It is read with a
small scanner instead of the parser: brackets are taken as wholes and only the top level counts. Text that is no
such expression, or not valid at all, has no anchors.
"""

_OPENING = {'(': ')', '[': ']', '{': '}'}
_LOOSENESS = {'|': 7, '^': 6, '&': 5, '<<': 4, '>>': 4, '+': 3, '-': 3,
              '*': 2, '/': 2, '//': 2, '%': 2, '@': 2, '**': 1}
_THREE = ('**=', '//=', '>>=', '<<=', '...')
_TWO = ('**', '//', '<<', '>>', '<=', '>=', '==', '!=', '->', ':=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '@=')
_KEYWORDS = frozenset(
    ('and as assert async break class continue def del elif else except finally for from global if import in is '
     'lambda nonlocal not or pass raise return try while with yield').split())
_STRING_PREFIXES = frozenset(('', 'r', 'u', 'b', 'f', 'br', 'rb', 'fr', 'rf'))


class _Unreadable(Exception):
    """The text is not one the scanner understands."""


class _Token:
    # kind: 'name', 'number', 'string', 'group' (brackets and all in them), 'op', 'word' (a keyword)
    __slots__ = ('kind', 'text', 'start', 'end')

    def __init__(self, kind, text, start, end):
        self.kind = kind
        self.text = text
        self.start = start
        self.end = end

    def is_operand(self):
        return self.kind in ('name', 'number', 'string', 'group')


def find_anchors(segment, uncaught=False):
    """Return (left, right), the offsets between which the fault is, or None.

    `uncaught` selects the rule of the interpreter's own report, which differs from the traceback module's behind a
    closing parenthesis: `(1)/0` has one mark there and two here. It has none inside
    of what the compiler folds to a constant, the target of `(1, 2)[0] = 3`.
    """
    try:
        tokens = _scan(segment, 0, len(segment))
        start = 0
        while len(tokens) == 1 and _is_plain_parens(segment, tokens[0]):
            start, end = tokens[0].start + 1, tokens[0].end - 1
            tokens = _scan(segment, start, end)
        if not tokens or not _is_operation(tokens):
            return None
        at = _loosest_operator(tokens)
        if at is not None:
            return _binary_anchors(segment, tokens, at, uncaught)
        if uncaught and _is_folded(segment, start, tokens[-1].end):
            return None
        return _subscript_anchors(segment, tokens)
    except _Unreadable:
        return None


# ---- scanning

def _scan(text, pos, end):
    tokens = []
    while pos < end:
        ch = text[pos]
        if ch in ' \t\f\n\\':
            pos += 1
            continue
        if ch == '#':
            break
        if ch in _OPENING:
            token = _Token('group', ch, pos, _skip_group(text, pos, end))
        elif ch in '"\'':
            token = _Token('string', ch, pos, _skip_string(text, pos, end, ''))
        elif ch.isdigit() or (ch == '.' and pos + 1 < end and text[pos + 1].isdigit()):
            token = _Token('number', ch, pos, _skip_number(text, pos, end))
        elif ch == '_' or ch.isidentifier():
            token = _scan_word(text, pos, end)
        else:
            size = 3 if text[pos:pos + 3] in _THREE else 2 if text[pos:pos + 2] in _TWO else 1
            if pos + size > end or ch in ')]}$?!`' and size == 1:
                raise _Unreadable
            kind = 'name' if text[pos:pos + size] == '...' else 'op'
            token = _Token(kind, text[pos:pos + size], pos, pos + size)
        tokens.append(token)
        pos = token.end
    return tokens


def _scan_word(text, pos, end):
    stop = pos
    while stop < end and (text[stop] == '_' or ('a' + text[stop]).isidentifier()):
        stop += 1
    word = text[pos:stop]
    if stop < end and text[stop] in '"\'' and word.lower() in _STRING_PREFIXES:
        return _Token('string', word, pos, _skip_string(text, stop, end, word.lower()))
    return _Token('word' if word in _KEYWORDS else 'name', word, pos, stop)


def _skip_number(text, pos, end):
    based = text[pos] == '0' and text[pos + 1:pos + 2] in tuple('xXoObB')
    while pos < end:
        ch = text[pos]
        if ch.isalnum() or ch in '._':
            pos += 1
            if ch in 'eE' and not based and pos < end and text[pos] in '+-':
                pos += 1
        else:
            break
    return pos


def _skip_string(text, pos, end, prefix):
    quote = text[pos]
    if text[pos:pos + 3] == quote * 3:
        quote *= 3
    pos += len(quote)
    formatted = 'f' in prefix
    while pos < end:
        ch = text[pos]
        if ch == '\\':
            pos += 2
        elif text.startswith(quote, pos):
            return pos + len(quote)
        elif formatted and ch == '{':
            if text[pos + 1:pos + 2] == '{':
                pos += 2
            else:
                pos = _skip_group(text, pos, end)
        else:
            pos += 1
    raise _Unreadable


def _skip_group(text, pos, end):
    # From an opening bracket to behind the closing one.
    expected = [_OPENING[text[pos]]]
    pos += 1
    while pos < end:
        ch = text[pos]
        if ch == expected[-1]:
            expected.pop()
            pos += 1
            if not expected:
                return pos
        elif ch in _OPENING:
            expected.append(_OPENING[ch])
            pos += 1
        elif ch in ')]}':
            raise _Unreadable
        elif ch in '"\'':
            pos = _skip_string(text, pos, end, '')
        elif ch == '_' or ch.isidentifier():
            pos = _scan_word(text, pos, end).end
        elif ch == '#':
            raise _Unreadable
        else:
            pos += 1
    raise _Unreadable


# ---- structure

def _is_plain_parens(text, group):
    # Parentheses that leave no trace in the syntax tree: not a tuple's, not a generator expression's.
    if group.kind != 'group' or group.text != '(':
        return False
    inner = _scan(text, group.start + 1, group.end - 1)
    return bool(inner) and not any((t.kind == 'op' and t.text == ',') or (t.kind == 'word' and t.text == 'for')
                                   for t in inner)


def _is_operation(tokens):
    # Nothing on the top level that binds looser than `|`, and operands where they belong.
    previous = None
    for token in tokens:
        if token.kind == 'word':
            return False
        if token.kind == 'op' and token.text not in _LOOSENESS and token.text not in ('.', '~'):
            return False
        if token.is_operand() and previous is not None and previous.is_operand():
            strings = token.kind == previous.kind == 'string'
            awaited = previous.kind == 'name' and previous.text == 'await'
            if not strings and not awaited and not (token.kind == 'group' and token.text in '(['):
                return False
        previous = token
    return tokens[-1].is_operand()


def _loosest_operator(tokens):
    # The index of the operator that is evaluated last, None without one.
    best = None
    looseness = 0
    for i, token in enumerate(tokens):
        if token.kind != 'op' or token.text not in _LOOSENESS:
            continue
        if i == 0 or not tokens[i - 1].is_operand() or tokens[i - 1].text == 'await':
            continue            # a sign
        this = _LOOSENESS[token.text]
        # `**` groups from the right, so its first one counts; of the others the last one
        if this > looseness or (this == looseness and this != 1):
            best, looseness = i, this
    if looseness == 1 and tokens[0].kind == 'op':
        raise _Unreadable       # -a ** b is a negation
    return best


def _strip_parens(text, tokens):
    # The part of an operand that the syntax tree counts as its extent.
    while len(tokens) == 1 and _is_plain_parens(text, tokens[0]):
        tokens = _scan(text, tokens[0].start + 1, tokens[0].end - 1)
    return tokens


def _binary_anchors(text, tokens, at, uncaught):
    left_end = _strip_parens(text, tokens[:at])[-1].end
    right_start = _strip_parens(text, tokens[at + 1:])[0].start
    if uncaught:
        left = tokens[at].start
        two = left + 1 < right_start and not text[left + 1].isspace()
        return left, left + (2 if two else 1)
    between = text[left_end:right_start]
    skipped = len(between) - len(between.lstrip())
    left = left_end + skipped
    right = left + 1
    if skipped + 1 < len(between) and not between[skipped + 1].isspace():
        right += 1
    while left < len(text) and (text[left].isspace() or text[left] in ')#'):
        left += 1
        right += 1
    return left, right


def _is_folded(text, start, end):
    # Whether a subscription is one of constants, and one that can be computed.
    def is_constant(start, end):
        for token in _scan(text, start, end):
            if token.kind == 'group':
                if token.text == '{' or not is_constant(token.start + 1, token.end - 1):
                    return False
            elif token.kind == 'string':
                if 'f' in token.text.lower():
                    return False
            elif token.kind == 'word' or (token.kind == 'name' and token.text not in ('None', 'True', 'False', '...')):
                return False
            elif token.kind == 'op' and token.text not in _LOOSENESS and token.text != '~' and token.text != ',':
                return False
        return True

    if not is_constant(start, end):
        return False
    import warnings
    try:
        with warnings.catch_warnings(action='ignore'):
            eval(text[start:end].strip())
    except Exception:
        return False
    return True


def _subscript_anchors(text, tokens):
    last = tokens[-1]
    if last.kind != 'group' or last.text != '[' or len(tokens) < 2 or not tokens[-2].is_operand():
        return None
    if tokens[0].kind == 'op' or tokens[0].text == 'await':
        return None             # -a[i] and await a[i] are something else on top
    index = _strip_parens(text, _scan(text, last.start + 1, last.end - 1))
    if not index:
        return None
    left = _strip_parens(text, tokens[:-1])[-1].end
    right = index[-1].end + 1
    while left < len(text) and text[left] != '[':
        left += 1
    while right < len(text) and text[right] != ']':
        right += 1
    if right < len(text):
        right += 1
    return left, right
