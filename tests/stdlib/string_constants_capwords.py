import string
for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation", "printable", "whitespace"): print(name, repr(getattr(string, name)))
print(string.capwords("hello  big\tworld"), string.capwords("a-b c-d", "-"), repr(string.capwords("  x  y ")), repr(string.capwords("")), string.__all__)
T = string.Template
for text in ("$a ${b} $$c", "$a$b", "${a}x", "$", "$1", "${", "$$", "${a b}", "$é", "$A $a", "plain", "$a-b", "${}", "line\n$5"):
    for f in (lambda: T(text).substitute(a=1, b="two"), lambda: T(text).safe_substitute({"a": 1}), lambda: T(text).get_identifiers(), lambda: T(text).is_valid()):
        try: print(repr(text), f())
        except Exception as e: print(repr(text), type(e).__name__, e)
class Percent(T): delimiter = "%"; idpattern = "[a-z]+_[a-z]+"
print(Percent("%x_y %% %{a_b} $z").substitute(x_y=1, a_b=2), T("$x").template, T("$who likes $what").substitute({"who": "t", "what": "k"}, who="T"))
for f in (lambda: T("$x").substitute(), lambda: T("$x").substitute({}, {}), lambda: T("a\nb $ c").substitute()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
