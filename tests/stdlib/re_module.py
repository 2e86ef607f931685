# escape, flags as an enum, error objects, Scanner, the cache, subclasses of str.
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


print(re.escape('a.b*c é\n\0_-#&~"\'%,/:;<>=@`!'), re.escape(b'\xff.x'), re.escape(''))
show(re.escape, 3)
print(re.NOFLAG, re.I | re.M, re.RegexFlag.ASCII.value, re.A, int(re.X), re.S | 0, ~re.I, re.I & re.M, bool(re.NOFLAG), re.I.name, isinstance(re.I, int), re.compile('a', re.I).flags, type(re.compile('a', re.I).flags), re.T, re.DEBUG)
show(lambda: re.foo)
e = re.error('msg', 'a\nbc', 3)
print(e, e.msg, e.pos, e.lineno, e.colno, e.args, repr(e))
e = re.error('m')
print(e, e.pos, e.lineno)
sc = re.Scanner([(r"[a-zA-Z_]\w*", lambda s, t: ('id', t)), (r"\d+\.\d*", lambda s, t: float(t)), (r"\d+", lambda s, t: int(t)), (r"=|\+|-|\*|/", lambda s, t: "op" + t), (r"\s+", None), ('!', 'bang')])
print(sc.scan("sum = 3*foo + 312.50+bar! ? x"))
print(re.compile(re.compile('a')) , re.compile('a') is re.compile('a'))
re.purge()
class S(str): pass
x = S('abc')
m = re.match('.*', x)
print(type(m.group()), type(m.string), m.string is x, type(re.sub('z', '', x)), type(re.split('z', x)[0]))
t = 'abc'
print(re.match('abc', t).group() is t, re.match('abc', t).string is t)
print(list(map(lambda m: m.lastindex, [re.match(p, 'ab') for p in ['(a)b', '(a)(b)', '((ab))', '((a)(b))', 'ab', '(a)(?=(b))', '(?:(a)|(b))+', '((?:(a)|b)+)']])))


print(re.__all__)
print(list(re.RegexFlag), repr(re.RegexFlag(0)), repr(re.RegexFlag(1 << 20)), re.RegexFlag.__mro__, re.RegexFlag.__module__)
print(re.Pattern, re.Match, re.error, re.error.__mro__)
