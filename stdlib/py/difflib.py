"""Comparing sequences: what they share, how to get from one to the other, and texts that show it.

SequenceMatcher looks for the longest run that both have, then left and right of it. The formats of diffs are made of its opcodes.
"""

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff', 'unified_diff',
           'diff_bytes', 'HtmlDiff', 'Match']

from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
from itertools import groupby as _groupby
from types import GenericAlias

Match = _namedtuple('Match', 'a b size')


def _calculate_ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items. isjunk tells items that are not worth to be matched on."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Sets both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Sets the first sequence; the second, of which more is remembered, stays."""
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Sets the second sequence."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index_second()

    def _index_second(self):
        """Where each item of b stands; junk and, in long sequences, items that stand everywhere are left out."""
        places = self.b2j = {}
        for i, item in enumerate(self.b):
            places.setdefault(item, []).append(i)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > most}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest matching block in a[alo:ahi] and b[blo:bhi], the first of them."""
        a, b, places, isjunk = self.a, self.b, self.b2j, self.bjunk.__contains__
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_i, best_j, size = alo, blo, 0
        lengths = {}        # by j: length of the run that ends with a[i - 1] and b[j]
        nothing = []
        for i in range(alo, ahi):
            found = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = found[j] = lengths.get(j - 1, 0) + 1
                if k > size:
                    best_i, best_j, size = i - k + 1, j - k + 1, k
            lengths = found
        # The block grows over items that are no junk, then over junk beside it.
        for junk in (False, True):
            while best_i > alo and best_j > blo and isjunk(b[best_j - 1]) == junk and a[best_i - 1] == b[best_j - 1]:
                best_i, best_j, size = best_i - 1, best_j - 1, size + 1
            while best_i + size < ahi and best_j + size < bhi and isjunk(b[best_j + size]) == junk and a[best_i + size] == b[best_j + size]:
                size += 1
        return Match(best_i, best_j, size)

    def get_matching_blocks(self):
        """All matching blocks in order, and an empty one at the ends."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        len_a, len_b = len(self.a), len(self.b)
        queue = [(0, len_a, 0, len_b)]
        blocks = []
        while queue:
            alo, ahi, blo, bhi = queue.pop()
            i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                blocks.append(match)
                if alo < i and blo < j:
                    queue.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    queue.append((i + k, ahi, j + k, bhi))
        blocks.sort()
        joined = []
        for i, j, k in blocks:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1][2] += k
            else:
                joined.append([i, j, k])
        joined.append((len_a, len_b, 0))
        self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """(what, i1, i2, j1, j2): how a becomes b; what is 'replace', 'delete', 'insert' or 'equal'."""
        if self.opcodes is None:
            i = j = 0
            self.opcodes = codes = []
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    codes.append(('insert' if i == ai else 'delete' if j == bj else 'replace', i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    codes.append(('equal', ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The opcodes in groups of changes with up to n items around them."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        return _calculate_ratio(sum(block.size for block in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio()."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _calculate_ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio() that looks at the lengths only."""
        return _calculate_ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    __class_getitem__ = classmethod(GenericAlias)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The best n of the possibilities that are at least as like to the word as cutoff says."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in _nlargest(n, found)]


def _marks(line, tags):
    """The tags with tabs and other blanks where the line has them."""
    return ''.join(c if t == ' ' and c.isspace() else t for c, t in zip(line, tags)).rstrip()


class Differ:
    """Compares lines of text, and the characters in lines that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """The lines of both with '- ', '+ ', '  ' before them, and '? ' lines with marks."""
        matcher = SequenceMatcher(self.linejunk, a, b)
        for tag, alo, ahi, blo, bhi in matcher.get_opcodes():
            if tag == 'replace':
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from self._dump('-', a, alo, ahi)
            elif tag == 'insert':
                yield from self._dump('+', b, blo, bhi)
            else:
                yield from self._dump(' ', a, alo, ahi)

    def _dump(self, tag, x, lo, hi):
        for i in range(lo, hi):
            yield f'{tag} {x[i]}'

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        first, second = self._dump('+', b, blo, bhi), self._dump('-', a, alo, ahi)
        if bhi - blo >= ahi - alo:
            first, second = second, first
        yield from first
        yield from second

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Pairs the two lines that are most alike and shows what differs in them; goes on before and behind."""
        best, best_i, best_j, same_i, same_j = 0.74, None, None, None, None
        cutoff = 0.75
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if same_i is None:
                        same_i, same_j = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, best_i, best_j = matcher.ratio(), i, j
        if best < cutoff:
            if same_i is None:
                yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
                return
            best_i, best_j = same_i, same_j
        else:
            same_i = None
        yield from self._fancy_helper(a, alo, best_i, b, blo, best_j)
        x, y = a[best_i], b[best_j]
        if same_i is None:
            x_tags = y_tags = ""
            matcher.set_seqs(x, y)
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                la, lb = i2 - i1, j2 - j1
                x_tags += {'replace': '^', 'delete': '-', 'insert': '', 'equal': ' '}[tag] * la
                y_tags += {'replace': '^', 'delete': '', 'insert': '+', 'equal': ' '}[tag] * lb
            yield from self._qformat(x, y, x_tags, y_tags)
        else:
            yield '  ' + x
        yield from self._fancy_helper(a, best_i + 1, ahi, b, best_j + 1, bhi)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi) if blo < bhi else self._dump('-', a, alo, ahi)
        elif blo < bhi:
            yield from self._dump('+', b, blo, bhi)

    def _qformat(self, aline, bline, atags, btags):
        """Two lines and the marks below each."""
        atags, btags = _marks(aline, atags), _marks(bline, btags)
        yield "- " + aline
        if atags:
            yield f"? {atags}\n"
        yield "+ " + bline
        if btags:
            yield f"? {btags}\n"


def IS_LINE_JUNK(line, pat=None):
    """Is the line blank, or a single '#'?"""
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Is it a blank or a tab?"""
    return ch in ws


def _unified_range(start, stop):
    first, length = start + 1, stop - start
    if length == 1:
        return f'{first}'
    return f'{first if length else first - 1},{length}'


def _context_range(start, stop):
    first, length = start + 1, stop - start
    if not length:
        first -= 1
    return f'{first}' if length <= 1 else f'{first},{first + length - 1}'


def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not %s (%r)' % (type(lines[0]).__name__, lines[0]))
    for sequence in (a, b):
        if isinstance(sequence, (bytes, bytearray)):
            raise TypeError('input must be a sequence of strings, not %s' % type(sequence).__name__)
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError('all arguments must be str, not: %r' % (arg,))


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The lines of a unified diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for mark, name, date in (('---', fromfile, fromfiledate), ('+++', tofile, tofiledate)):
                yield f"{mark} {name}{chr(9) + date if date else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag in ('replace', 'delete'):
                for line in a[i1:i2]:
                    yield '-' + line
            if tag in ('replace', 'insert'):
                for line in b[j1:j2]:
                    yield '+' + line


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """The lines of a context diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = dict(insert='+ ', delete='- ', replace='! ', equal='  ')
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            for mark, name, date in (('***', fromfile, fromfiledate), ('---', tofile, tofiledate)):
                yield f"{mark} {name}{chr(9) + date if date else ''}{lineterm}"
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield prefix[tag] + line
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield prefix[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """A diff of lines of bytes, made by unified_diff or context_diff."""
    def decode(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as err:
            raise TypeError('all arguments must be bytes, not %s (%r)' % (type(s).__name__, s)) from err
    lines = dfunc(list(map(decode, a)), list(map(decode, b)), decode(fromfile), decode(tofile), decode(fromfiledate), decode(tofiledate), n, decode(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of a Differ's comparison."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of the first (1) or second (2) text that a delta of ndiff holds."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


# ---- side by side

def _side(line, key, hints=None):
    """A line of ndiff as pieces (style, text): all of it in one style, or what the line of hints marks in the styles that it says."""
    text = line[2:]
    if key:
        return [(key, text or ' ')]
    if hints is None:
        return [('', text)]
    pieces, end = [], 2
    for style, run in _groupby(range(2, len(hints)), lambda i: hints[i]):
        if style in '+-^':
            run = list(run)
            pieces += [('', line[end:run[0]]), (style, line[run[0]:run[-1] + 1])]
            end = run[-1] + 1
    return pieces + [('', line[end:])]


# By how the next lines of ndiff begin, the first match counting: how many to take; what is the left and the right side, each a pair (line,
# line of hints) or a style with which the first line is shown alone; how the count of lines to be evened out changes; and whether it is evened out
# before this one.
_RULES = (
    ('-?+?', 4, (0, 1), (2, 3), 0, False),
    ('--++', 1, '-', None, -1, False),
    ('--?+', 1, '-', None, -1, True), ('--+', 1, '-', None, -1, True), ('- ', 1, '-', None, -1, True),
    ('-+?', 3, (0, None), (1, 2), 0, False),
    ('-?+', 3, (0, 1), (2, None), 0, False),
    ('-', 1, '-', None, -1, False),
    ('+--', 1, None, '+', 1, False),
    ('+ ', 1, None, '+', 1, True), ('+-', 1, None, '+', 1, True),
    ('+', 1, None, '+', 1, False),
    (' ', 1, (0, None), (0, None), 0, False),
)


def _numbered_sides(a, b, linejunk, charjunk):
    """(left, right, changed), each side (number, pieces) or None where the line is shown on the other side alone."""
    delta = ndiff(a, b, linejunk, charjunk)
    ahead, numbers, pending = [], [0, 0], 0
    while True:
        while len(ahead) < 4:
            ahead.append(next(delta, 'X'))
        starts = ''.join(line[0] for line in ahead)
        rule = next((rule for rule in _RULES if starts.startswith(rule[0])), None)
        blanks = 0
        if rule is None:
            blanks = pending
        elif rule[5]:
            blanks, pending = pending + rule[4], 0
        else:
            pending += rule[4]
        for _ in range(abs(blanks)):
            yield (None, ('', [('', '\n')]), True) if blanks < 0 else (('', [('', '\n')]), None, True)
        if rule is None:
            return
        sides = []
        for which, what in enumerate(rule[2:4]):
            if what is not None:
                numbers[which] += 1
                if isinstance(what, str):
                    pieces = _side(ahead[0], what)
                else:
                    pieces = _side(ahead[what[0]], '', None if what[1] is None else ahead[what[1]])
                what = numbers[which], pieces
            sides.append(what)
        del ahead[:rule[1]]
        yield *sides, starts[0] != ' '


def _paired_sides(a, b, linejunk, charjunk):
    """(left, right, changed) with both sides: the lines of one side wait for those of the other."""
    left, right = [], []
    for one, other, changed in _numbered_sides(a, b, linejunk, charjunk):
        if one is not None:
            left.append((one, changed))
        if other is not None:
            right.append((other, changed))
        if left and right:
            (one, mark), (other, other_mark) = left.pop(0), right.pop(0)
            yield one, other, mark or other_mark


def _with_context(pairs, lines):
    """The changed pairs and up to `lines` others around them; (None, None, None) where some were left out."""
    before, skipped, after = [], False, 0
    for pair in pairs:
        if pair[2] or after:
            if before or skipped:
                if skipped:
                    yield None, None, None
                yield from before
                before, skipped = [], False
            yield pair
            after = lines if pair[2] else after - 1
            continue
        before.append(pair)
        if len(before) > lines:
            del before[0]
            skipped = True


_STYLES = {'+': 'diff_add', '-': 'diff_sub', '^': 'diff_chg'}
_NO_LINES = '<td></td><td>&nbsp;%s&nbsp;</td>'
_ROW = '            <tr><td class="diff_next"%s>%s</td>%s<td class="diff_next">%s</td>%s</tr>\n'
_HEADING = '<th class="diff_next"><br /></th><th colspan="2" class="diff_header">%s</th>'
_TABLE = """
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(heading)s
        <tbody>
%(rows)s        </tbody>
    </table>"""
_LEGEND = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""
_LOOKS = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""
_PAGE = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""


class HtmlDiff:
    """Two texts side by side as an HTML table. Every table made by the class has a number of its own in its links."""

    _styles = _LOOKS
    _legend = _LEGEND
    _default_prefix = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize = tabsize
        self._wrapcolumn = wrapcolumn
        self._linejunk = linejunk
        self._charjunk = charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'):
        """A whole page with the table and a legend."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        page = _PAGE % dict(styles=self._styles, legend=self._legend, table=table, charset=charset)
        return page.encode(charset, 'xmlcharrefreplace').decode(charset)

    def _expanded(self, line):
        # Tabs as so many tabs as they are wide, and no end of line.
        return line.replace(' ', '\0').expandtabs(self._tabsize).replace(' ', '\t').replace('\0', ' ').rstrip('\n')

    def _wrapped(self, number, pieces):
        # The rows of one line: (number, pieces), '>' for the number of all but the first.
        rows = []
        while number and sum(len(text) for _, text in pieces) > self._wrapcolumn:
            row, room = [], self._wrapcolumn
            rest = list(pieces)
            while room or not rest[0][1]:
                style, text = rest.pop(0)
                row.append((style, text[:room]))
                if len(text) > room or len(text) == room and style:
                    rest.insert(0, (style, text[room:]))
                    break
                room -= len(text)
            rows.append((number, row))
            number, pieces = '>', rest
        return rows + [(number, pieces)]

    def _wrap(self, pairs):
        for left, right, changed in pairs:
            if changed is None:
                yield left, right, changed
                continue
            lefts, rights = self._wrapped(*left), self._wrapped(*right)
            nothing = '', [('', ' ')]
            for i in range(max(len(lefts), len(rights))):
                yield lefts[i] if i < len(lefts) else nothing, rights[i] if i < len(rights) else nothing, changed

    def _cells(self, prefix, number, pieces):
        parts = []
        for style, text in pieces:
            text = text.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;').replace(' ', '&nbsp;')
            parts.append(f'<span class="{_STYLES[style]}">{text}</span>' if style else text)
        mark = f' id="{prefix}{number}"' if isinstance(number, int) else ''
        text = ''.join(parts).rstrip().replace('\t', '&nbsp;')
        return f'<td class="diff_header"{mark}>{number}</td><td nowrap="nowrap">{text}</td>'

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        """The table; with context, only changes and numlines lines around them."""
        count = HtmlDiff._default_prefix
        HtmlDiff._default_prefix += 1
        left_prefix, prefix = f'from{count}_', f'to{count}_'
        pairs = _paired_sides(list(map(self._expanded, fromlines)), list(map(self._expanded, tolines)), self._linejunk, self._charjunk)
        if context:
            pairs = _with_context(pairs, numlines)
        if self._wrapcolumn:
            pairs = self._wrap(pairs)
        rows = [(None, None, None) if changed is None else (self._cells(left_prefix, *left), self._cells(prefix, *right), changed)
                for left, right, changed in pairs]
        marks, links = self._links(rows, prefix, numlines)
        if not rows:
            nothing = _NO_LINES % ('No Differences Found' if context else 'Empty File')
            rows = [(nothing, nothing, False)]
        body = []
        for i, (left, right, changed) in enumerate(rows):
            if changed is not None:
                body.append(_ROW % (marks[i], links[i], left, links[i], right))
            elif i:
                body.append('        </tbody>        \n        <tbody>\n')
        heading = f'<thead><tr>{_HEADING % fromdesc}{_HEADING % todesc}</tr></thead>' if fromdesc or todesc else ''
        return _TABLE % dict(prefix=prefix, heading=heading, rows=''.join(body))

    def _links(self, rows, prefix, numlines):
        # Where the links of each row lead to, and what is marked for them: the first change, the next ones, the top.
        marks, links = [''] * max(len(rows), 1), [''] * max(len(rows), 1)
        changes = last = 0
        for i, (_, _, changed) in enumerate(rows):
            if changed and not (i and rows[i - 1][2]):
                marks[max(0, i - numlines)] = f' id="difflib_chg_{prefix}_{changes}"'
                changes += 1
                links[i] = f'<a href="#difflib_chg_{prefix}_{changes}">n</a>'
                last = i
        if not rows or not rows[0][2]:
            links[0] = f'<a href="#difflib_chg_{prefix}_0">f</a>'
        links[last] = f'<a href="#difflib_chg_{prefix}_top">t</a>'
        return marks, links
