# Every way to match, over many texts: look-around, conditionals, atomic groups, names.
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
    '(?:(a)|(b))*', '(?P<x>a)(?P<y>b)?', '(?=(ab))(a)', '(?<=a)b', '(?<!a)b', '(?=a)', '(?!a).', '(?>a+)b',
    '(a)?b(?(1)c|d)', '(?:a|(b))+', '((?:a|b)+)', '(?=(a))', '(?:(?=(a|b)).)*', '(a)(?=(b))|(b)', '(?:(x)|(a)|(b))+',
    '(?:a(?P<q>b))+(?P=q)',
):
    survey(pattern, STRINGS)
