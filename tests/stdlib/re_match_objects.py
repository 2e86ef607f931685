# Match objects: groups by number and name, their errors, expand.
import re


def show(function, *args, **kwargs):
    try:
        print(ascii(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


m = re.match(r'(?P<a>\w+) (?P<b>\w+)?', 'hello world')
show(m.group, 'a')
show(m.group, 1, 'b', 0)
show(m.group, 'c')
show(m.group, 3)
show(m.group, -1)
show(m.group, 1.0)
show(lambda: m['a'])
show(lambda: m[2])
show(lambda: m[5])
show(m.start, 'b')
show(m.end, 'zz')
show(m.span, 1)
show(m.groupdict)
show(m.groupdict, default=3)
show(m.group, True)
show(m.groups, 1)
show(m.groups, default='x')
show(lambda: m['a':'b'])
show(m.group, [])
show(len, m)
show(m.expand, r'\2-\1-\g<a>\g<0>\n\t\\\.\x')
show(m.expand, r'\2-\1-\g<a>\g<0>\n\t\\\.')
show(m.expand, b'x')
show(m.expand, 'abc')
show(m.expand, 3)
