# Every way to match, over many texts: characters beyond ASCII, lone surrogates, folding.
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
    '', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'abcd', 'abba', 'a b', 'a\nb', 'a\n', '\n', '\n\n', 'ab\ncd\n',
    'h\xe9\xe9', '\xc9A', 'a\xe9b', 'a1 b2', 'x.y', 'a,b,,c', 'K\u212a', '\ud800a', 'a\x1cb\x85c\xa0d\u2028',
    '\U0001f600a\U0001f600', 'A_b', 'ac bd', 'xx', 'abbb', '-a+', '\u0663\u0664', 'stra\xdfe', 'a\u0301b',
    '\u180e\u200b', '\xb2\xbd\u2167',
)
for pattern in (
    '(?ai)A|\xe9', '(?i)\xc9', '\xe9', '[\xe9]+', '[^\xe9]', '\\u00e9', '\\\xe9', '\ud800', '.\ud800?', '(?i)\xdf',
    '[\\ud800-\\udfff]',
):
    survey(pattern, STRINGS)
