# String and bytes literals: prefixes, escapes, triple quotes, concatenation, raw.
print('a', "b", '''c''', """d""", 'it"s', "it's", 'it\'s', "say \"hi\"")
print(ascii('\x41\u0041\U00000041\101\0\n\t\r\\\'\"\a\b\f\v\x7f\xe9\u20ac\U0001F600'))
print(len("\
joined"), "line \
continued", ascii("\N{GREEK SMALL LETTER ALPHA}\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}\N{SNOWMAN}"))
print(r'\n\t\'', R"\x41", r"\\", len(r'\"'), rb'\x00', Rb"\n", bR'\t', BR"a")
print(b'abc\x00\xff\n\\\'\101', b"'", b'"', b'\'"', b"\t\r\v", B'x' b'y')
print("""multi
  line "quoted" 'text'
end\
""" + '''x''')
print("a" 'b' """c""" r"\d" u"e", ("split "
      "over "  # comment
      "lines"))
print("é ü ß 日本 😀", len("é"), len("日本"), len("😀"), ascii("é日😀"), "\ud800" == chr(0xd800), ascii("\ud83d\ude00"))
print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\ue000\U000e0001"), repr("\n\t\\"),
    repr("é日😀"), repr("\ud800"))
print(repr(b"it's"), repr(b'"'), repr(b"'\""), repr(bytes(range(32))), repr(b"\x7f\x80~"))
print("\1\12\123\08", ascii("\377"), u'u', U"U")
for src in [r"'\x4'", r"'\u123'", r"'\N{NO SUCH NAME}'", r"'\N'", r"'\U00110000'", r"b'\x1'", "b'é'", "'abc", "'''abc", "'a' b'b'", "ur'x'",
        "bu'x'", "fb'x'", "r'\\'", "'a\nb'", r"'\N{'", r"'\U0011'"]:
    try: print(src, "=", ascii(eval(src)))
    except SyntaxError as e: print(ascii(src), "->", e.msg)
    except Exception as e: print(ascii(src), type(e).__name__)
def doc():
    """The docstring
    continues."""
print(repr(doc.__doc__))
def nodoc():
    f"not a {1} docstring"
def nodoc2():
    b"bytes"
def concat():
    "a" "b"
print(nodoc.__doc__, nodoc2.__doc__, concat.__doc__)
