"""Text: formats, alignment, translations, Unicode, encodings, %-formats, caesar, roman numerals, tables, anagrams, wrapping, templates, parsers by hand."""
import string, textwrap, unicodedata, re, collections, codecs, locale, sys
def roman(n): return ''.join(s * (n // v % (10 if v == 1000 else 99) if 0 else 0) for v, s in ()) or _roman(n)
def _roman(n, out=''):
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        while n >= v: out += s; n -= v
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
rot = str.maketrans(string.ascii_lowercase + string.ascii_uppercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13] + string.ascii_uppercase[13:] + string.ascii_uppercase[:13])
print('Hello, World!'.translate(rot), 'Uryyb'.translate(rot), 'abc'.translate({97: None, 98: 'XY', 99: 0x1F600}), str.maketrans({'a': 1, 'bb'[0]: None}))
rows = [('name', 'qty', 'price'), ('apple', 3, 1.5), ('kiwi fruit', 12, .333), ('Ünï', -1, 1e6)]
w = [max(len(f'{r[i]}') for r in rows) for i in range(3)]
for r in rows: print('|'.join(f'{c:{">" if isinstance(c, (int, float)) else "<"}{n}}' for c, n in zip(r, w)))
print(f'{1234567.891:,.2f} {1234567:_} {0.256:.1%} {255:#x} {255:#010b} {-5:+d} {5: d} {3.0:g} {1e20:g} {1e-7} {123456789.0:e} {float("nan"):5} {float("-inf"):>6} {"é":*^5} {True:d} {65:c} {1+2j:.1f} {12345:n} {"abc":.2} {None!s:>6} {[1]!r:<5}|')
for spec, v in (('d', 1.5), ('x', 'a'), ('.2', 3), ('10.3d', 3), ('s', 3), (',x', 3), ('_b', 255), ('=+8', -3), ('08', -3), ('<08', -3), ('z.1f', -0.01), ('#.3g', 1), ('%', .5), ('', 1e16), ('c', -1), ('c', 1114112), ('>>5', 'a'), ('5', b'a'), ('q', 1), ('5', [1]), ('.0f', 0.5), ('.0f', 1.5), ('.3', 2.0), ('n', 'a'), ('é>4', 1), ('0=5', 'a'), ('#', 'a'), ('+', 'a'), (' ', 2.5), ('#x', -255), ('010,', 1234), ('.', 1), ('1' * 30, 1)):
    try: print(repr(spec), repr(format(v, spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
for f, a in (('%s %r %a', ('é',) * 3), ('%5.1f|%-5d|%05d|%+d|% d', (3.14159, 42, 42, 42, 42)), ('%x %X %o %#x %e %G', (255, 255, 8, 255, 12345.678, 1e-10)), ('%c%c', ('a', 98)), ('%(a)s %(b)03d', {'a': 1, 'b': 2}), ('%%', ()), ('%*.*f', (8, 2, 3.14159)), ('%d', '1'), ('%d', 1.9), ('%x', 1.9), ('%s', ()), ('%s %s', 1), ('%', 1), ('%q', 1), ('%s', (1, 2)), ('%(a)s', 1), ('%(a', {}), ('%c', 'ab'), ('%i', None), ('%.3s|%10s|%-10s|', ('abcdef',) * 3), ('%s', [1, (2,)])):
    try: print(repr(f), repr(f % a))
    except Exception as e: print(repr(f), type(e).__name__, e)
for f, a, k in (('{} {}', (1, 2), {}), ('{1} {0}', (1, 2), {}), ('{a.real} {b[0]} {b[x]}', (), {'a': 3, 'b': {0: 'z', 'x': 'y'}}), ('{:>{w}}', ('a',), {'w': 4}), ('{0!r:^9}', ('a',), {}), ('{{}}', (), {}), ('{} {0}', (1,), {}), ('{', (), {}), ('}', (), {}), ('{2}', (1,), {}), ('{a}', (), {}), ('{0.nope}', (1,), {}), ('{0[9]}', ([1],), {}), ('{!x}', (1,), {}), ('{:{}{}}', ('a', '>', 5), {}), ('{0[a]}', ([1],), {}), ('{a!}', (), {'a': 1}), ('{:d}', ('x',), {})):
    try: print(repr(f), repr(f.format(*a, **k)))
    except Exception as e: print(repr(f), type(e).__name__, e)
s = 'Straße ŉ ǅ İstanbul ﬁ Σίσυφος Ω 𝔘 é e\u0301 ١٢٣ ½ ⅷ 中文 \u200d 👨‍👩‍👧'
print(s.upper(), s.lower(), s.casefold(), s.title(), s.swapcase(), s.capitalize(), len(s), ascii(s)[:60], sep='\n')
for c in 'aé½²٣Ⅷ中_\u0301\u00a0👨ǅ\x07\u2028': print(f'U+{ord(c):04X}', unicodedata.name(c, '?'), unicodedata.category(c), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isidentifier(), c.isprintable(), c.isspace(), unicodedata.numeric(c, None), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.decomposition(c))
print([unicodedata.normalize(f, 'é e\u0301 ﬁ ½ Å') for f in ('NFC', 'NFD', 'NFKC', 'NFKD')], unicodedata.lookup('SNOWMAN'), '\N{SNOWMAN}', 'ǆ'.istitle(), 'Ab Cd'.istitle(), ''.isupper())
for e in ('ascii', 'latin-1', 'cp1252', 'utf-16', 'utf-32-be', 'utf-8-sig', 'cp437', 'koi8-r', 'mac-roman', 'iso8859-15', 'utf-7', 'idna', 'punycode'):
    for h in ('strict', 'replace', 'xmlcharrefreplace', 'namereplace'):
        try: print(e, h, 'aé€π'.encode(e, h))
        except Exception as x: print(e, h, type(x).__name__, str(x)[:90])
for b in (b'\xff', b'\xc3', b'\xe2\x82', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'a\x80b'): print([ascii(b.decode('utf-8', h)) for h in ('replace', 'ignore', 'backslashreplace', 'surrogateescape')])
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.rsplit(None, 1), 'a\nb\r\nc\x0bd\u2028e'.splitlines(), 'abcabc'.rfind('b'), 'aXbXc'.partition('X'), 'abc'.rpartition('X'), '--x--'.strip('-'), 'prefix_x'.removeprefix('prefix_'), 'tab\tx'.expandtabs(4), '42'.zfill(5), '-42'.zfill(5), 'x'.center(4, '*'), 'abc' * 2, 'b' in 'abc', 'abc'[::-1], 'a-b'.replace('-', '+', 1), '\t'.join('ab'), 'aaa'.count('aa'), 'abc'.index('c'), 'Hi' < 'hi', min('zebra'), sorted('bAc', key=str.lower), 'ab'.startswith(('x', 'a')), 'é'.encode().hex(' '), bytes.fromhex('c3 a9').decode())
print(textwrap.dedent('''
    one
      two

    three
''').strip(), textwrap.indent('a\n\nb', '> '), textwrap.wrap('a-b ' * 10 + 'x' * 30, 20, break_long_words=False), sep='\n')
words = 'listen silent enlist google elgoog abc cab'.split(); d = collections.defaultdict(list); [d[''.join(sorted(x))].append(x) for x in words]; print([g for g in d.values() if len(g) > 1])
def parse_json(s, i=0):
    def ws(i):
        while i < len(s) and s[i] in ' \n\t': i += 1
        return i
    i = ws(i)
    if s[i] == '{':
        out = {}; i = ws(i + 1)
        while s[i] != '}':
            k, i = parse_json(s, i); i = ws(i); assert s[i] == ':', f'expected : at {i}'; v, i = parse_json(s, i + 1); out[k] = v; i = ws(i)
            if s[i] == ',': i = ws(i + 1)
        return out, i + 1
    if s[i] == '[':
        out = []; i = ws(i + 1)
        while s[i] != ']':
            v, i = parse_json(s, i); out.append(v); i = ws(i)
            if s[i] == ',': i = ws(i + 1)
        return out, i + 1
    if s[i] == '"': j = s.index('"', i + 1); return s[i + 1:j], j + 1
    if m := re.compile(r'true|false|null').match(s, i): return {'true': True, 'false': False, 'null': None}[m[0]], m.end()
    if m := re.compile(r'-?\d+(\.\d+)?([eE][+-]?\d+)?').match(s, i): return (float if m[1] or m[2] else int)(m[0]), m.end()
    raise ValueError(f'unexpected {s[i]!r} at {i}')
print(parse_json(' {"a": [1, -2.5e3, true, null, {"b": "c"}], "d": []} ')[0])
for bad in ('{"a" 1}', '[1 2', '?', '"abc'):
    try: print(parse_json(bad))
    except Exception as e: print(type(e).__name__, e)
