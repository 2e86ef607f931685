"""Shell patterns for names: * any run of characters, ? one character, [seq] one of them, [!seq] none of them.

A pattern is taken apart once into a list of steps; names are matched against the steps directly, without regular expressions.
"""
import posixpath

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_STAR, _ANY = object(), object()
_KEPT = 256             # patterns whose steps are remembered


class _Set:
    # [...] of a pattern: ranges of characters, perhaps negated
    def __init__(self, ranges, negated):
        self.ranges = ranges
        self.negated = negated

    def matches(self, c):
        for low, high in self.ranges:
            if low <= c <= high:
                return not self.negated
        return self.negated


def _set_end(pat, i):
    # the index of the bracket that closes the set whose content starts at i, or -1
    j = i
    if pat[j:j + 1] == '!':
        j += 1
    if pat[j:j + 1] == ']':
        j += 1
    return pat.find(']', j)


def _ranges(body):
    # the (low, high) pairs in the text of a set; ranges that are empty are left out
    out, i = [], 0
    while i < len(body):
        if i + 2 < len(body) and body[i + 1] == '-':
            if body[i] <= body[i + 2]:
                out.append((body[i], body[i + 2]))
            i += 3
        else:
            out.append((body[i], body[i]))
            i += 1
    return out


def _steps(pat):
    # characters, _Set objects, _ANY and _STAR (never two in a row)
    steps, i = [], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not steps or steps[-1] is not _STAR:
                steps.append(_STAR)
        elif c == '?':
            steps.append(_ANY)
        elif c == '[' and (end := _set_end(pat, i)) >= 0:
            body = pat[i:end]
            i = end + 1
            negated = body[0] == '!'
            steps.append(_Set(_ranges(body[negated:]), negated))
        else:
            steps.append(c)
    return steps


def _match_steps(steps, name):
    # On a mismatch go back to the last star and let it take one character more; earlier stars never need to.
    s = n = 0
    star, resume = -1, 0
    while n < len(name):
        if s < len(steps):
            step = steps[s]
            if step is _STAR:
                star, resume = s, n
                s += 1
                continue
            if step is _ANY or (step.matches(name[n]) if isinstance(step, _Set) else step == name[n]):
                s += 1
                n += 1
                continue
        if star < 0:
            return False
        resume += 1
        s, n = star + 1, resume
    return all(step is _STAR for step in steps[s:])


_compiled = {}


def _wrong_kind(name, other_kind, text):
    return TypeError(text if isinstance(name, other_kind) else f"expected string or bytes-like object, got {type(name).__name__!r}")


def _matcher(pat):
    # a function that tells whether a name (str, or bytes for a pattern of bytes) matches
    match = _compiled.get(pat)
    if match is None:
        if isinstance(pat, bytes):
            steps = _steps(pat.decode('latin-1'))

            def match(name):
                if not isinstance(name, bytes):
                    raise _wrong_kind(name, str, "cannot use a bytes pattern on a string-like object")
                return _match_steps(steps, name.decode('latin-1'))
        else:
            steps = _steps(pat)

            def match(name):
                if not isinstance(name, str):
                    raise _wrong_kind(name, bytes, "cannot use a string pattern on a bytes-like object")
                return _match_steps(steps, name)
        if len(_compiled) >= _KEPT:
            _compiled.clear()
        _compiled[pat] = match
    return match


def fnmatch(name, pat):
    """Does the name match the pattern, as the system compares names?"""
    return fnmatchcase(posixpath.normcase(name), posixpath.normcase(pat))


def fnmatchcase(name, pat):
    """Does the name match the pattern? Case matters."""
    return _matcher(pat)(name)


def filter(names, pat):
    """A list of those names that match."""
    match = _matcher(posixpath.normcase(pat))
    return [name for name in names if match(name)]


_SPECIAL = frozenset('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')


def _escape(text):
    return ''.join('\\' + c if c in _SPECIAL else c for c in text)


def _translate_set(body):
    # The text of a set as the set of a regular expression. Empty ranges vanish, and two of - & ~ | in a row mean themselves.
    negated = body[0] == '!'
    if '-' not in body:
        text = body.replace('\\', r'\\')
    else:
        chunks, start, k = [], 0, 2 if negated else 1
        while (k := body.find('-', k)) >= 0:
            chunks.append(body[start:k])
            start, k = k + 1, k + 3
        if body[start:]:
            chunks.append(body[start:])
        else:
            chunks[-1] += '-'
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1:k + 1] = [chunks[k - 1][:-1] + chunks[k][1:]]
        text = '-'.join(c.replace('\\', r'\\').replace('-', r'\-') for c in chunks)
    for each in '&~|':
        text = text.replace(each, '\\' + each)
    if not text:
        return '(?!)'
    if text == '!':
        return '.'
    if text[0] == '!':
        text = '^' + text[1:]
    elif text[0] in '^[':
        text = '\\' + text
    return f'[{text}]'


def translate(pat):
    """The pattern as a regular expression. Runs between stars are atomic: their first place that fits is the right one."""
    parts, i = [[]], 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if parts[-1] or len(parts) == 1:
                parts.append([])
        elif c == '?':
            parts[-1].append('.')
        elif c == '[' and (end := _set_end(pat, i)) >= 0:
            parts[-1].append(_translate_set(pat[i:end]))
            i = end + 1
        else:
            if not isinstance(c, str):
                raise TypeError(f"decoding to str: need a bytes-like object, {type(c).__name__} found")
            parts[-1].append(_escape(c))
    first, *rest = (''.join(part) for part in parts)
    for each in rest[:-1]:
        first += f'(?>.*?{each})'
    if rest:
        first += '.*' + rest[-1]
    return rf'(?s:{first})\Z'
