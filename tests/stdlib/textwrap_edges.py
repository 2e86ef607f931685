import textwrap
text = "The quick brown-fox jumps over   the lazy dog. It was\ta sunny day!  \"Really?\" she said--yes. x\u00a0y end."
for width in (1, 5, 12, 20, 40, 200):
    for options in ({}, {"break_long_words": False}, {"break_on_hyphens": False}, {"fix_sentence_endings": True}, {"drop_whitespace": False}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"max_lines": 2}, {"max_lines": 1, "placeholder": "~"}, {"expand_tabs": False}, {"replace_whitespace": False}, {"tabsize": 3}):
        try: print(width, options, textwrap.wrap(text, width, **options))
        except Exception as e: print(width, options, type(e).__name__, e)
for bad in (0, -1):
    try: textwrap.wrap("x y", bad)
    except ValueError as e: print(e)
print(textwrap.shorten("Hello  world again", 11), textwrap.shorten("Hello world", 10, placeholder="..."), textwrap.shorten("Hello", 3, placeholder=""), repr(textwrap.wrap("")), repr(textwrap.fill("a b", 1)))
try: textwrap.shorten("Hello world", 4)
except ValueError as e: print(e)
for t in ("  a\n  b\n", "\ta\n  b", "  a\n\n   b\n \n", "a\n b", "", "\n", "  \n\ta\n\t\tb", "    x\n   \ty"): print(repr(textwrap.dedent(t)), repr(textwrap.indent(t, "> ")), repr(textwrap.indent(t, "> ", lambda line: True)))
w = textwrap.TextWrapper(width=15, initial_indent=">")
print(w.wrap("one two three four five"), w.fill("one two three"), w.width, w.placeholder)
