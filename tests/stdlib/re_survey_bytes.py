# Every way to match, over bytes, bytearray and memoryview.
import re


def shown(m):
    return m and (m.span(), m.group(), m.groups(), type(m.string).__name__)


for pattern in (
    b'a', b'\\w+', b'\\W', b'(?i)\xc9', b'(?i)A+', b'[\x80-\xff]+', b'.', b'\\s', b'^', b'$', b'(?L)\\w+', b'\\b',
    b'\xe9', b'[^a]', b'\\x80|\\377', b'(?m)$',
):
    p = re.compile(pattern)
    for text in (b'', b'a', b'A\xc9\xe9', b'ab\xff\x80', b'a\nb\n', b'\xa0 \x85'):
        for s in (text, bytearray(text), memoryview(text)):
            print(pattern, type(s).__name__, text, [
                shown(p.search(s)), shown(p.match(s)), shown(p.fullmatch(s)), p.findall(s), p.split(s), p.sub(b'<\\g<0>>', s),
                [m.span() for m in p.finditer(s)]])
