# Errors in patterns of more than one line tell line and column.
import re

try:
    re.compile('ab\n(c')
except re.error as e:
    print(type(e), e, e.args, e.__module__)
for attempt in (lambda: re.compile('a' * 5 + '\n\n' + 'b)'), lambda: re.compile(b'x\n*y'), lambda: re.compile(b'x\n(?:*y)')):
    try:
        print(attempt())
    except re.error as e:
        print(e, e.lineno, e.colno)
