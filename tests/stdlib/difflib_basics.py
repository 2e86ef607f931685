import difflib, random
from difflib import *

s = SequenceMatcher(None, "abxcd", "abcd")
print(s.get_matching_blocks(), s.find_longest_match(), s.get_opcodes())
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio())
s = SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 5), s.bjunk, s.bpopular)
for b in s.get_matching_blocks():
    print(b)
print(SequenceMatcher(None, "", "").ratio(), SequenceMatcher(None, [], [1]).get_opcodes(), SequenceMatcher(None, 'a' * 300, 'a' * 300).bpopular)
print(SequenceMatcher(None, [], []).get_matching_blocks(), list(SequenceMatcher(None, [], []).get_grouped_opcodes()))
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(get_close_matches("x", ["a"]), get_close_matches("ab", ["abc", "ab", "b", "acb"], 2, 0.5))
for bad in (dict(n=0), dict(cutoff=1.5)):
    try:
        get_close_matches("a", [], **bad)
    except ValueError as e:
        print(e)
a = 'one\ntwo\nthree\n'.splitlines(True)
b = 'ore\ntree\nemu\n'.splitlines(True)
d = list(ndiff(a, b))
print(''.join(d), end='')
print(''.join(restore(d, 1)), ''.join(restore(d, 2)))
try:
    list(restore(d, 3))
except ValueError as e:
    print(e)
print(''.join(Differ().compare(['\tI am a tab\n', 'equal\n', 'x\n'], ['\tI am the tab\n', 'equal\n', 'y\n', 'z\n'])), end='')
a = [f'line {i}' for i in range(40)]
b = a[:3] + ['new'] + a[3:20] + a[22:35] + ['CHANGED'] + a[36:]
for n in 0, 1, 3:
    print('\n'.join(unified_diff(a, b, 'a.txt', 'b.txt', '2020-01-01', '', n, '')))
    print('\n'.join(context_diff(a, b, 'a.txt', 'b.txt', '', '2021', n=n, lineterm='')))
print(list(unified_diff([], [])), list(unified_diff(['a'], ['b'], lineterm='')), list(unified_diff([], ['b'], lineterm='')))
print(list(diff_bytes(unified_diff, [b'a\xff'], [b'b'], b'f', b't', lineterm=b'')))
for bad in (lambda: list(unified_diff([1], ['a'])), lambda: list(unified_diff(['a'], ['b'], fromfile=b'x')), lambda: list(diff_bytes(unified_diff, ['a'], [b'b']))):
    try:
        bad()
    except TypeError as e:
        print(e)
r = random.Random(5)
for _ in range(60):
    x = ''.join(r.choice('ab cd') for _ in range(r.randrange(25)))
    y = ''.join(r.choice('ab cd') for _ in range(r.randrange(25)))
    s = SequenceMatcher(IS_CHARACTER_JUNK if r.random() < .5 else None, x, y)
    print(repr(x), repr(y), s.get_opcodes(), s.ratio())
    ls, lt = [w + '\n' for w in x.split(' ')], [w + '\n' for w in y.split(' ')]
    print(list(ndiff(ls, lt)))
words = ['alpha beta gamma', 'alpha bata gamma', 'delta\tx y', 'delta x  y', 'omega', 'omego!', '']
for _ in range(40):
    x = [r.choice(words) + '\n' for _ in range(r.randrange(8))]
    y = [r.choice(words) + '\n' for _ in range(r.randrange(8))]
    print(''.join(ndiff(x, y)))
big = [r.randrange(30) for _ in range(400)]
print(SequenceMatcher(None, big, big[5:] + big[:5]).ratio(), SequenceMatcher(None, big, big[5:] + big[:5], False).ratio())
print(IS_LINE_JUNK('\n'), IS_LINE_JUNK('  #   \n'), IS_LINE_JUNK('hello\n'), IS_LINE_JUNK('##\n'))
