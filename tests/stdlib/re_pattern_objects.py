# Pattern objects: attributes, equality, copies, positions, repr; iterators and scanners.
import copy
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


m = re.match('a', 'a')
p = re.compile('(?P<x>a)(?P<y>b)?(c)', re.I | re.X)
print(p.groups, p.groupindex, p.flags, p.pattern, p, p == re.compile('(?P<x>a)(?P<y>b)?(c)', re.I | re.X), p == re.compile('a'), p != 3, hash(p) == hash(p))
import copy
print(copy.copy(p) is p, copy.deepcopy(p) is p, copy.copy(m) is m)
print(p.search('xxAC', 1, 4), p.search('xxac', endpos=3), p.search(string='ac').regs)
show(p.match)
show(p.match, 'a', 'b')
show(p.match, 'a', 1.5)
show(p.match, 'ac', -5, 1 << 80)
show(p.match, 'ac', None)
show(setattr, p, 'x', 1)
show(lambda: p < p)
show(re.Pattern)
show(re.Match)
print(re.compile('abc'), re.compile(b'a\n'), re.compile("'", re.S), re.search('b+', 'abbbc'), re.search(b'b+', b'abbc'))
it = re.finditer('a', 'banana')
print(type(it).__name__, next(it), list(it), iter(it) is it)
s = re.compile('a|b').scanner('abxa')
print(s.match(), s.match(), s.match(), s.match(), s.search(), s.pattern, type(s).__name__)
s = re.compile('a?').scanner('abxa')
print([s.search() for _ in range(7)])
