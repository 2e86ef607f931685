# Syntax errors of bytes patterns; messages show bytes beyond ASCII as escapes.
import re


def report(pattern):
    try:
        compiled = re.compile(pattern)
        print(ascii(pattern), 'is fine:', ascii(compiled), compiled.flags)
    except re.error as e:
        print(ascii(pattern), ascii(str(e)), e.msg == str(e), e.pos, e.lineno, e.colno)
    except Exception as e:
        print(ascii(pattern), type(e).__name__, e)


for pattern in (
    b'\\u1234', b'(?u)', b'\\400', b'(?u:a)', b'(?P<\xe9>a)', b'(?(\xe9)a)', b'\xe9*', b'(?P<aa', b'\\N{x}',
    b'(?La:b)', b'(?aL)', b'[\xe9-\xff]', b'\\\xe9', b'(?L)a', b'(?a)b', b'(?\xe9)', b'[\xff-\xe9]', b'\xe9)',
    b'(?P=\xe9)', b'(?P<\xe9',
):
    report(pattern)
