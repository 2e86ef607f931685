# Patterns that are used often, on long texts, with deep backtracking: the same results as in their first search.
import re


def often(pattern, text, flags=0):
    p = re.compile(pattern, flags)
    first = [m.span() for m in p.finditer(text)], p.match(text), p.fullmatch(text)
    for i in range(200):
        p.search(text)
        p.match(text, i % (len(text) + 1))
    again = [m.span() for m in p.finditer(text)], p.match(text), p.fullmatch(text)
    print(pattern, first[0][:6], str(first[1:]) == str(again[1:]), first[0] == again[0])


for pattern in [r'(\d+)-(\d+)', r'\b\w', r'(?<=b)c|(?<!b)d', r'(?=b)a?b', r'(?=b)a*b', r'(?>a+|)b', r'(?>[^k].+|).', r'a*+b', r'(a|ab)(c|bcd)(d*)', r'(?P<q>["\']).*?(?P=q)',
                r'^\w+', r'\w+$', r'', r'(a)?(b)?(?(1)x|y)', r'(?i:STRASSE)|é+', r'[^\W\d_]+', r'(?:(a)|(b))+', r'\Z', r'(?:a|ab|)x*a', r'(?:\wb|\wy|)\s*b', r'(?>a+|b)\S', r'é|(?:a|ab|)x*a',
                r'é|(?>.+|c).', r'(\Aa){0}', r'(?:.*x){0}b']:
    often(pattern, 'abc 12-34 "ab\'cd" bcd ééÉ axby straSSE aab 7-8')
often(rb'[\x80-\xff]+|b\b', b'ab \xff\x80 b')
often(r'^b.*$', 'abc\nbcd\nb', re.M)

# Longer than a piece of places where a match could begin.
long = 'é ab ' * 20000
p = re.compile(r'(\w)b|x(?=y)')
print(len(p.findall(long)), p.search(long + 'xy', 80000).span(), p.search('é' * 80000 + 'xy').span(), p.search(long.replace('b', 'c')))
print(p.match(long, 2).span(), p.match(long, 3), p.fullmatch(long), p.fullmatch('ab').groups())
print(re.compile(r'\w+\s').search('a' * 50000))

# What takes much memory of backtracking, or too many steps, goes on in another way.
p = re.compile(r'(?:[^"\\]|\\.)*"')
for n in 10, 1000, 100000, 10:
    print([p.match('ab' * n + '"').end() for _ in range(3)], p.match('ab' * n + '\\"'))
p = re.compile(r'(a|b)*c')
for n in 10, 30000, 10:
    print([p.match('ab' * n + 'c').group(1) for _ in range(3)], p.match('ab' * n))


# A pattern used by the function that replaces its matches.
p = re.compile(r'\d+')
print(p.sub(lambda m: str(len(p.findall('1 2 3' * int(m[0])))), '1 22 3 ' * 40)[-20:])
