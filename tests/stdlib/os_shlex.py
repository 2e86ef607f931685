# shlex
import shlex
for s in ('a b', ' a  b ', "'a b' c", '"a b"c', 'a\\ b', '"a\\"b"', "'a\\b'", 'a#b c', '# c', '', "a '' b", 'a"b"\'c\'', '"\\x"', 'a\nb', "it's", '"a', 'a\\', 'a;b|c'):
    for kw in ({}, {'comments': True}, {'posix': False}):
        try:
            print(repr(s), kw, shlex.split(s, **kw))
        except ValueError as e:
            print(repr(s), kw, e)
for s in ('', 'a', 'a b', "it's", 'a;b', '$x', 'é', 'a-b_c.d/e'):
    print(shlex.quote(s), shlex.split(shlex.quote(s)) == [s])
print(shlex.join(['a b', "c'd", '']))
for s in ('a && b || c; d >e', 'a(b)c', '~/x-y*?=1', 'x  |y', 'a"b c"|d'):
    lexer = shlex.shlex(s, posix=True, punctuation_chars=True)
    print(list(lexer))
    lexer = shlex.shlex(s, punctuation_chars=True)
    lexer.whitespace_split = True
    print(list(lexer))
    print(list(shlex.shlex(s)))
lexer = shlex.shlex('a = "b" # note\nc', infile='f')
print(lexer.get_token(), lexer.get_token(), lexer.lineno, lexer.error_leader())
lexer.push_token('pushed')
lexer.push_source('x y')
print(list(lexer), lexer.eof, lexer.get_token())
try:
    shlex.split(None)
except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
