"""Paths of ElementTree: a small part of XPath.

tag, {namespace}tag, {*}tag, {namespace}*, *, ., .., // and / between; and predicates: [@name], [@name='value'], [@name!='value'], [tag],
[tag='text'], [.='text'], [position], [last()], [last()-n].
"""

import re

token_re = re.compile(
    r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])"
    r"|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)"
    r"|\s+")


def xpath_tokenizer(pattern, namespaces=None):
    """(operator, '') or ('', name) for each token, prefixes replaced."""
    default_namespace = namespaces.get('') if namespaces else None
    in_attribute = False
    for match in token_re.finditer(pattern):
        operator, name = match[1] or '', match[2] or ''
        if name and name[0] != '{':
            prefix, colon, local = name.partition(':')
            if colon:
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix)
                name = '{%s}%s' % (namespaces[prefix], local)
            elif default_namespace and not in_attribute:
                name = '{%s}%s' % (default_namespace, name)
        if operator or name:
            yield operator, name
        in_attribute = operator == '@'


def matches(tag):
    """A test of an element for a tag with its wildcards."""
    if tag in ('*', '{*}*'):
        return lambda e: True
    if tag[:3] == '{*}':
        return lambda e: isinstance(e.tag, str) and (e.tag == tag[3:] or e.tag.endswith(tag[2:]) and e.tag[:1] == '{')
    if tag == '{}*':
        return lambda e: isinstance(e.tag, str) and e.tag[:1] != '{'
    if tag[:2] == '{}':
        return lambda e: e.tag == tag[2:]
    if tag[-2:] == '}*':
        return lambda e: isinstance(e.tag, str) and e.tag.startswith(tag[:-1])
    return lambda e: e.tag == tag


class _Context:
    """A search: its root, and the parents of all elements once somebody asks."""

    def __init__(self, root):
        self.root = root
        self.map = None

    def parents(self):
        if self.map is None:
            self.map = {e: p for p in self.root.iter() for e in p}
        return self.map


def children(next, token):
    test = matches(token[1] or '*')

    def select(context, result):
        for elem in result:
            for e in elem:
                if test(e):
                    yield e
    return select


def itself(next, token):
    return lambda context, result: result


def descendants(next, token):
    token = next()
    if token[0] not in ('', '*'):
        raise SyntaxError("invalid descendant")
    test = matches(token[1] or '*')

    def select(context, result):
        for elem in result:
            for e in elem.iter():
                if e is not elem and test(e):
                    yield e
    return select


def parent(next, token):
    def select(context, result):
        seen = set()
        for elem in result:
            found = context.parents().get(elem)
            if found is not None and found not in seen:
                seen.add(found)
                yield found
    return select


def predicate(next, token):
    shape, parts = '', []
    while (token := next())[0] != ']':
        if token[0][:1] in ("'", '"') and token[0]:
            token = "'", token[0][1:-1]
        shape += token[0] or '-'
        parts.append(token[1])
    is_number = bool(parts) and re.match(r'-?\d+$', parts[0])

    if shape == '@-':
        return lambda context, result: (e for e in result if e.get(parts[1]) is not None)
    if shape in ("@-='", "@-!='"):
        negated = '!=' in shape
        return lambda context, result: (e for e in result if e.get(parts[1]) is not None and (e.get(parts[1]) == parts[-1]) != negated)
    if shape == '-' and not is_number:
        return lambda context, result: (e for e in result if e.find(parts[0]) is not None)
    if shape in (".='", ".!='") or (shape in ("-='", "-!='") and not is_number):
        negated = '!=' in shape

        def select_text(context, result):
            for elem in result:
                candidates = elem.iterfind(parts[0]) if parts[0] else (elem,)
                if any(("".join(e.itertext()) == parts[-1]) != negated for e in candidates):
                    yield elem
        return select_text
    if shape in ('-', '-()', '-()-'):
        if shape == '-':
            index = int(parts[0]) - 1
            if index < 0:
                raise SyntaxError("XPath position >= 1 expected")
        else:
            if parts[0] != 'last':
                raise SyntaxError("unsupported function")
            index = -1
            if shape == '-()-':
                try:
                    index = int(parts[2]) - 1
                except ValueError:
                    raise SyntaxError("unsupported expression") from None
                if index > -2:
                    raise SyntaxError("XPath offset from last() must be negative")

        def select_position(context, result):
            for elem in result:
                above = context.parents().get(elem)
                same = [] if above is None else above.findall(elem.tag)
                if -len(same) <= index < len(same) and same[index] is elem:
                    yield elem
        return select_position
    raise SyntaxError("invalid predicate")


ops = {'': children, '*': children, '.': itself, '..': parent, '//': descendants, '[': predicate}
_cache = {}


def compiled(path, namespaces):
    key = path, tuple(sorted(namespaces.items())) if namespaces else None
    selectors = _cache.get(key)
    if selectors is not None:
        return selectors
    if path[:1] == '/':
        raise SyntaxError("cannot use absolute path on element")
    if not namespaces and not re.search(r'[/*\[@.{]', path):
        return [children(None, ('', path))] if path else []
    tokens = list(xpath_tokenizer(path, namespaces))
    at = 0

    def next():
        nonlocal at
        if at >= len(tokens):
            raise SyntaxError("invalid path")
        at += 1
        return tokens[at - 1]

    selectors = []
    while at < len(tokens):
        token = next()
        if selectors and token[0] == '/':
            token = next()
        if token[0] not in ops:
            raise SyntaxError("invalid path")
        selectors.append(ops[token[0]](next, token))
    if len(_cache) > 100:
        _cache.clear()
    _cache[key] = selectors
    return selectors


def iterfind(elem, path, namespaces=None):
    """Generate all matching objects."""
    if path[-1:] == '/':
        path += '*'
    result = [elem]
    context = _Context(elem)
    selectors = compiled(path, namespaces)
    if not selectors:
        return iter(())
    for select in selectors:
        result = select(context, result)
    return iter(result)


def find(elem, path, namespaces=None):
    """Find first matching object."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """Find list of matching objects."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element on a path; '' if it has none, the default if there is no element."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return "" if found.text is None else found.text
