import shlex, io
for text in ("a b c", "'a b' c", '"a \\" b"', "a\\ b", "a#b # comment", "", "''", "a'b'c", '"a\\nb"', "x='1 2' y", "a|b>c;d&e", "--opt=\"v w\"", "é ñ", "a\tb\nc", "$HOME ~/x *.py", "(a) {b}"):
    for options in ({}, {"comments": True}, {"posix": False}):
        try: print(repr(text), options, shlex.split(text, **options))
        except ValueError as e: print(repr(text), options, e)
    lex = shlex.shlex(text, punctuation_chars=True); print(list(lex))
for bad in ("'open", '"open', "end\\"):
    try: shlex.split(bad)
    except ValueError as e: print(bad, e)
for s in ("", "a", "a b", "it's", "x=1", "a/b-c_d.e@f%g+h:i,j", "é", "$x", "a\nb"): print(shlex.quote(s), shlex.split(shlex.quote(s)) == ([s]))
print(shlex.join(["a", "b c", "d'e", ""]))
lex = shlex.shlex(io.StringIO("one two\n# note\nthree 'four five'"), infile="f.txt", posix=True)
print(lex.get_token(), lex.lineno, lex.error_leader()); lex.push_token("again"); print(lex.get_token(), list(lex), lex.eof, lex.infile)
lex = shlex.shlex("a.b c-d", posix=True); lex.wordchars += ".-"; print(list(lex))
lex = shlex.shlex("a,b,'c,d'", posix=True); lex.whitespace = ","; lex.whitespace_split = True; print(list(lex)); 
try: shlex.split(None)
except ValueError as e: print(e)
