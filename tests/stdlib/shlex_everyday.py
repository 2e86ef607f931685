# shlex: split, join and quote; the tokenizer with its settings; comments, errors and their lines.
import io
import shlex

texts = ['a b  c', "a 'b c' d", 'a "b c" d', r'a\ b c', r'"a\"b" c', r"'a\b'", 'a"b"c', "''", '""', 'a ""b', '# c', 'a # b', 'a#b', '\\\n', 'a\nb\tc', "it''s", 'x="a b" y', 'é ü', '-a --b=c',
         'a;b|c&&d>e', '~/x *.?', '\\', "'", '"', 'a\\', '"a\\', '$x `y`', '"\\$x \\`"', '']
for text in texts:
    for posix in (True, False):
        for comments in (False, True):
            try:
                print(repr(text), posix, comments, shlex.split(text, comments, posix))
            except ValueError as error:
                print(repr(text), posix, comments, error)
for text in ('', 'plain', 'a b', "it's", '$x', 'a"b', 'é', '-x', '@%+=:,./-', 'a\nb', '~', '#', '!'):
    quoted = shlex.quote(text)
    print(quoted, shlex.split(quoted) == [text])
print(shlex.join(['a', 'b c', '', "d'e"]), shlex.join([]))
for action in (lambda: shlex.quote(5), lambda: shlex.join('ab c'), lambda: shlex.join([1]), lambda: shlex.split(5), lambda: shlex.quote(b'x')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for chars in (False, True, '|', ';&'):
    lexer = shlex.shlex("a&&b || c; d>'e f' #x\n(g) ~/h*", posix=True, punctuation_chars=chars)
    print(chars, list(lexer), lexer.lineno, repr(lexer.punctuation_chars))
lexer = shlex.shlex('one two, three "four five" six')
print(lexer.get_token(), lexer.lineno)
lexer.push_token('pushed')
print(lexer.get_token(), next(lexer), lexer.get_token(), lexer.read_token(), list(lexer), repr(lexer.get_token()))
lexer = shlex.shlex(io.StringIO('a.b:c\nd = "e"  ! rest\nf'), infile='demo.txt')
lexer.wordchars += '.:'
lexer.commenters = '!'
lexer.quotes = '"'
print(lexer.infile, list(lexer), lexer.lineno, repr(lexer.error_leader()), lexer.error_leader('other', 7))
lexer = shlex.shlex('a,b c', posix=True)
lexer.whitespace = ','
lexer.whitespace_split = True
print(list(lexer), repr(lexer.eof), lexer.commenters, lexer.escape, lexer.escapedquotes)
lexer = shlex.shlex('a source more.txt b')
lexer.source = 'source'
lexer.sourcehook = lambda name: (name, io.StringIO('included words'))
print(list(lexer))
