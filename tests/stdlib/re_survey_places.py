# Every way to match, over many texts: anchors and boundaries.
import re


def shown(m):
    return m and (m.span(), m.group(), m.groups(), m.lastindex, m.lastgroup)


def survey(pattern, strings):
    p = re.compile(pattern)
    print(ascii(pattern), p.groups, dict(p.groupindex), p.flags)
    for s in strings:
        print('   ', ascii(s), ascii([
            shown(p.search(s)), shown(p.match(s)), shown(p.fullmatch(s)), p.findall(s), p.split(s), p.sub('<\\g<0>>', s),
            p.subn(lambda m: '[%s]' % m.group(), s, 2), [m.span() for m in p.finditer(s)], shown(p.search(s, 1)),
            shown(p.match(s, 1, 2)), shown(p.fullmatch(s, 0, 2)), shown(p.search(s, 2, 1)), p.split(s, 1)]))


STRINGS = (
    '', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'abcd', 'abba', 'a b', 'a\nb', 'a\n', '\n', '\n\n', 'ab\ncd\n', 'a1 b2',
    'x.y', 'a,b,,c', '\xe9', 'a\xe9b',
)
for pattern in (
    '\\b', '\\B', '^', '$', '^a', 'b$', '\\A', '\\Z', '(a?)*?$', '(?<=\\b)a',
):
    survey(pattern, STRINGS)
