# re.IGNORECASE over the letters that have more than one other case, alone, in sets and in ranges.
import re

groups = ['iI\u0130\u0131', 's\u017fS', '\xb5\u03bc\u039c', '\u0345\u03b9\u1fbe\u0399', '\u0390\u1fd3', '\u03b0\u1fe3', '\u03b2\u03d0\u0392', '\u03b5\u03f5', '\u03b8\u03d1\u03f4', '\u03ba\u03f0', '\u03c0\u03d6', '\u03c1\u03f1',
          '\u03c2\u03c3\u03a3', '\u03c6\u03d5', '\u1e61\u1e9b\u1e60', '\u0432\u1c80\u0412', '\u0434\u1c81', '\u043e\u1c82', '\u0441\u1c83', '\u0442\u1c84\u1c85', '\u044a\u1c86', '\u0463\u1c87', '\ua64b\u1c88', '\ufb05\ufb06', 'k\u212aK',
          '\xe5\u212b\xc5', '\u03c9\u2126\u03a9', '\xdf\u1e9e', '\u01c5\u01c4\u01c6', '\u10d0\u1c90', '\uab70\u13a0', '\xff\u0178', '\u0149\u02bc']
for group in groups:
    rows = []
    for one in group:
        low, high = chr(ord(one) - 1), chr(ord(one) + 1)
        rows.append(''.join('01'[re.fullmatch(pattern, other, re.I) is not None] for pattern in (one, f'[{one}]', f'[{low}-{high}]', f'[^{one}]', f'[x{one}y]', f'({one})+?') for other in group))
    print(ascii(group), *rows)
print([ascii(''.join(re.findall(r'[\u1c80-\ufb05]', '\u0390\u03b0\ufb06k\u0412', re.I))), re.findall(r'(?i:i)i', '\u0131i Ii \u0130i'), re.sub('(?i)\ufb05', '-', '\ufb06\ufb05st'), re.split('(?i)\u1fd3', 'a\u0390b')])
print(re.findall(b'(?i)[a-c\xe0]', b'AbC\xc0\xe0'), re.findall('(?ai)k', 'kK\u212a'), re.findall('(?ai)[\xe0]', '\xe0\xc0'))
