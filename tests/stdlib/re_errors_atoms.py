# Syntax errors of patterns and their places: repetition, sets, escapes.
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
    '[a', 'a)', '*a', 'a**', '\\q', '[z-a]', '[\\w-a]', '\\', '[\\', '\\x1', '\\u12', '\\U0011', '\\N{foo}', '\\N{',
    '\\Nx', 'a{3,1}', 'a{99999999999}', '\\8', '\\400', 'x{2}{3}', 'x*+*', '^*', '\\b+', '[]', '[^]', '\\u110000',
    '\\U00110000', '[a-\\d]', 'a|*', 'ab\nc*\n**', '[\\x62-\\x61]', '\xe9[', '\\N{}', 'x{,}', 'x{', 'x{,3', 'x{}',
    '{', 'a{1}{', '\\777', '\\08', '\\018', '\\18', '[\\8]', '[\\400]', '[\\b]', '[\\B]', '[\\A]', '\\Zx', '\\z',
    '\\_', '\\\xe9', '\\"',
):
    report(pattern)
