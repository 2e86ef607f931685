# difflib: matching blocks, ratios, opcodes, close matches, junk, all forms of differences.
import difflib


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


pairs = [('', ''), ('abc', 'abc'), ('qabxcd', 'abycdf'), ('private Thread currentThread;', 'private volatile Thread currentThread;'), ('a' * 250, 'a' * 249 + 'b'), ([1, 2, 3, 4], [2, 3, 5]), ('abxcd', 'abcd'), ('ab', 'ba'), ('  x y', 'xy  ')]
for a, b in pairs:
    m = difflib.SequenceMatcher(None, a, b)
    print(round(m.ratio(), 6), round(m.quick_ratio(), 6), round(m.real_quick_ratio(), 6), m.get_matching_blocks()[:4], m.get_opcodes()[:6], m.find_longest_match(0, len(a), 0, len(b)))
m = difflib.SequenceMatcher(lambda c: c == ' ', ' abcd', 'abcd abcd')
print(m.find_longest_match(), m.bjunk, m.bpopular, sorted(m.b2j)[:3])
m.set_seq1('bcd')
print(m.get_opcodes())
m.set_seqs('abab', 'bb')
print(m.get_matching_blocks(), list(m.get_grouped_opcodes(1)))
print(len(difflib.SequenceMatcher(None, 'x' * 300, 'x' * 300, autojunk=False).b2j), difflib.SequenceMatcher(None, 'x' * 300, 'x' * 300).bpopular)
words = 'ape apple peach puppy appeal application'.split()
print(difflib.get_close_matches('appel', words), difflib.get_close_matches('appel', words, 1, 0.2), difflib.get_close_matches('zzz', words), difflib.get_close_matches('app', words, n=5, cutoff=0.0))
one = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n'.splitlines(True)
two = 'one\n2\nthree\nfour!\nfive\nsix\nseven\neight\nnine\nten'.splitlines(True)
print(''.join(difflib.unified_diff(one, two, 'a', 'b', '2020', '2021', n=1)))
print(''.join(difflib.context_diff(one, two, 'a', 'b', n=1)))
print('\n'.join(difflib.unified_diff(['x'], ['y'], lineterm='')), list(difflib.unified_diff(one, one)), list(difflib.context_diff([], ['a\n'])))
delta = list(difflib.ndiff(one, two))
print(''.join(delta), list(difflib.restore(delta, 1)) == one, list(difflib.restore(delta, 2)) == two)
print(list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(['a b\n', '\tc\n'], ['a  b\n', 'c\n'])), difflib.IS_LINE_JUNK(' # \n'), difflib.IS_LINE_JUNK('x'), difflib.IS_CHARACTER_JUNK('\t'))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\n'], [b'\xff\n'], b'f', b't')))
for action in (lambda: difflib.get_close_matches('a', [], 0), lambda: difflib.get_close_matches('a', [], 1, 2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([b'a'], [b'b'])), lambda: list(difflib.diff_bytes(difflib.unified_diff, ['a'], [b'b'])),
               lambda: difflib.SequenceMatcher(None, 'a', 'b').find_longest_match(0, 5, 0, 1), lambda: difflib.SequenceMatcher(None, [[]], [[]])):
    attempt(action)
table = difflib.HtmlDiff(wrapcolumn=30).make_table(one, two, 'from', 'to', context=True, numlines=1)
print(table.count('<tr>'))
