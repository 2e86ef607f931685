"""Helpers of the assertions: reprs of bounded length and differences of lists."""

from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(s, head, tail):
    skipped = len(s) - head - tail
    if skipped > _PLACEHOLDER_LEN:
        return '%s[%d chars]%s' % (s[:head], skipped, s[len(s) - tail:])
    return s


def _common_shorten_repr(*args):
    """The reprs of all arguments, shortened where they agree so that the difference is seen."""
    shown = tuple(map(safe_repr, args))
    longest = max(map(len, shown))
    if longest <= _MAX_LENGTH:
        return shown
    prefix = commonprefix(shown)
    n = len(prefix)
    room = _MAX_LENGTH - (longest - n + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple(prefix + s[n:] for s in shown)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(s[n:], _MIN_DIFF_LEN, _MIN_END_LEN) for s in shown)


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def sorted_list_difference(expected, actual):
    """What only the one and only the other of two sorted lists has; repetitions count once."""
    i = j = 0
    missing, unexpected = [], []
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
        elif e > a:
            unexpected.append(a)
        if not e > a:
            while i < len(expected) and expected[i] == e:
                i += 1
        if not e < a:
            while j < len(actual) and actual[j] == a:
                j += 1
    return missing + expected[i:], unexpected + actual[j:]


def unorderable_list_difference(expected, actual):
    """What is in `expected` alone, and the rest of `actual`. Takes the elements out of both lists."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    return (x > y) - (x < y)


_Mismatch = namedtuple('Mismatch', 'actual expected value')


def _count_diff_all_purpose(actual, expected):
    # For elements that cannot be hashed. Each list's elements are replaced by a mark as they are counted.
    s, t = list(actual), list(expected)
    mark = object()
    found = []
    for i, elem in enumerate(s):
        if elem is mark:
            continue
        in_s = in_t = 0
        for j in range(i, len(s)):
            if s[j] == elem:
                in_s += 1
                s[j] = mark
        for j, other in enumerate(t):
            if other == elem:
                in_t += 1
                t[j] = mark
        if in_s != in_t:
            found.append(_Mismatch(in_s, in_t, elem))
    for i, elem in enumerate(t):
        if elem is mark:
            continue
        in_t = 0
        for j in range(i, len(t)):
            if t[j] == elem:
                in_t += 1
                t[j] = mark
        found.append(_Mismatch(0, in_t, elem))
    return found


def _count_diff_hashable(actual, expected):
    s, t = Counter(actual), Counter(expected)
    found = [_Mismatch(n, t.get(elem, 0), elem) for elem, n in s.items() if n != t.get(elem, 0)]
    found.extend(_Mismatch(0, n, elem) for elem, n in t.items() if elem not in s)
    return found
