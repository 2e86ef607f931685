# Long texts: many matches, deep repetition, positions in text beyond ASCII.
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


big = 'x' * 100000
print(len(re.findall('x', big)), re.match('(?:x|y)*', big).end(), re.match('(x|y)*', big).span(1), re.search('y', big), re.match('.*?$', big).end())
print(re.match(r'((((((((((a))))))))))\10', 'aa').groups())
match re.match('(a)', 'a'):
    case re.Match(): print('matched')
show(re.match, 'a' , 'a', re.I | re.L)
print(re.compile('a', re.I).search('bA').end(), re.fullmatch('a|ab', 'ab'), re.fullmatch('a*?', 'aaa'), re.fullmatch('a', 'a\n'), re.match('a$', 'a\n'))
print(re.sub(r'(\w+) (\w+)', lambda m: m[2] + ' ' + m[1], 'hello world foo bar'))
print([m.span() for m in re.finditer('é+|b', 'aéébé' * 3)])
print(re.Pattern[str], re.Match[bytes])
