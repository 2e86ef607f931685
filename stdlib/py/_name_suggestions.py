"""The "Did you mean" of NameError, AttributeError and ImportError: the known name nearest to the wrong one.

Distances are Levenshtein's with weights: a change of letter case costs half of any other edit. Only loaded when
an error that has a wrong name is shown.
"""
import sys

_MAX_NAMES = 750
_MAX_LENGTH = 40
_EDIT = 2
_CASE = 1


def suggest(exc, tb, wrong_name, uncaught=False):
    """Return the name that was perhaps meant, or None.

    CPython's report of an uncaught error goes about it in another way than its traceback module: locals, globals and builtins
    are tried one after the other, and a name as long as its mistakes may be meant too.
    """
    if not isinstance(wrong_name, str):
        return None
    if isinstance(exc, AttributeError):
        try:
            names = dir(exc.obj)
        except Exception:
            return None
    elif isinstance(exc, ImportError):
        try:
            names = dir(sys.modules[exc.name] if uncaught else __import__(exc.name))
        except Exception:
            return None
    else:
        if tb is None:
            return None
        while tb.tb_next is not None:
            tb = tb.tb_next
        frame = tb.tb_frame
        local_names = frame.f_code.co_varnames if uncaught else frame.f_locals
        names = [*local_names, *frame.f_globals, *frame.f_builtins]
        # a method may have meant an attribute
        if 'self' in frame.f_locals:
            try:
                if hasattr(frame.f_locals['self'], wrong_name):
                    return f"self.{wrong_name}"
            except Exception:
                pass
        if uncaught:
            return (_nearest(wrong_name, local_names, True) or _nearest(wrong_name, frame.f_globals, True)
                    or _nearest(wrong_name, frame.f_builtins, True))
    return _nearest(wrong_name, names, uncaught)


def _nearest(wrong, names, uncaught):
    if len(names) > _MAX_NAMES:
        return None
    if not uncaught:
        return _search(wrong, names, len(wrong)) if len(wrong) <= _MAX_LENGTH else None
    if wrong.isascii():
        return _search(wrong, names, sys.maxsize)
    by_bytes = {_as_bytes(name): name for name in names if isinstance(name, str)}
    return by_bytes.get(_search(_as_bytes(wrong), by_bytes, sys.maxsize))


def _search(wrong, names, best_distance):
    best = None
    for name in names:
        if name == wrong:
            continue
        # at most every third letter may be wrong, and it must beat the best so far
        limit = min((len(name) + len(wrong) + 3) * _EDIT // 6, best_distance - 1)
        found = _distance(wrong, name, limit)
        if found <= limit and (best is None or found < best_distance):
            best = name
            best_distance = found
    return best


def _as_bytes(name):
    # A letter for each byte of UTF-8: what the report of an uncaught error counts.
    return name.encode('utf-8', 'surrogatepass').decode('latin-1')


def _replace_cost(a, b):
    if a == b:
        return 0
    # letters that differ in bit 0x20 at most, as ASCII's cases do
    if a.lower() == b.lower():
        return _CASE
    return _EDIT


def _distance(a, b, limit):
    # The weighted edit distance, or limit + 1 once it is clear that it is larger.
    if a == b:
        return 0
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return _EDIT * (len(a) + len(b))
    if len(a) > _MAX_LENGTH or len(b) > _MAX_LENGTH:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _EDIT > limit:
        return limit + 1
    row = list(range(_EDIT, _EDIT * (len(a) + 1), _EDIT))
    for j, letter in enumerate(b):
        diagonal = result = j * _EDIT
        smallest = sys.maxsize
        for i, other in enumerate(a):
            replaced = diagonal + _replace_cost(letter, other)
            diagonal = row[i]
            result = min(replaced, min(result, diagonal) + _EDIT)
            row[i] = result
            smallest = min(smallest, result)
        if smallest > limit:
            return limit + 1
    return result
