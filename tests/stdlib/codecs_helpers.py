import codecs, io
for name in ("utf-8", "UTF8", "latin1", "ascii", "utf_16", "cp1252", "rot13", "hex", "base64", "zlib", "bz2", "idna", "punycode", "unicode_escape", "nope", "", "utf-8-sig", "cp437", "mac-roman", "koi8-r", "raw_unicode_escape"):
    try: i = codecs.lookup(name); print(name, i.name, i._is_text_encoding if hasattr(i, "_is_text_encoding") else "")
    except LookupError as e: print(name, e)
print(codecs.encode("abc", "rot13"), codecs.decode("nop", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"), codecs.encode(b"ab", "base64"), codecs.decode(b"YWI=\n", "base64"), codecs.decode(codecs.encode(b"x" * 9, "zlib"), "zlib"), codecs.encode("é\n", "unicode_escape"), codecs.encode("bücher.de", "idna"), codecs.encode("bücher", "punycode"))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: "x".encode("rot13"), lambda: b"x".decode("hex"), lambda: codecs.encode("é", "ascii"), lambda: codecs.decode(b"\xff", "utf8"), lambda: codecs.decode(b"zz", "hex"), lambda: codecs.lookup_error("nope"), lambda: codecs.register_error("x", 5), lambda: codecs.getencoder("nope"), lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82"), lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82", True)): t(f)
d = codecs.getincrementaldecoder("utf-8")(); print([d.decode(b) for b in (b"a\xe2", b"\x82", b"\xac", b"")], d.getstate()); e = codecs.getincrementalencoder("utf-16")(); print(e.encode("a"), e.encode("b"))
print(list(codecs.iterencode(["a", "é"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)
codecs.register_error("star", lambda err: ("*", err.end)); print("aéb".encode("ascii", "star"), b"a\xffb".decode("ascii", "star"), codecs.ignore_errors.__name__, codecs.xmlcharrefreplace_errors(UnicodeEncodeError("ascii", "é", 0, 1, "x")))
r = codecs.getreader("utf-8")(io.BytesIO("añb\nsecond\n".encode())); print(r.readline(), r.read()); w = codecs.getwriter("latin-1")(b := io.BytesIO()); w.write("é"); w.writelines(["a", "b"]); print(b.getvalue())
rw = codecs.EncodedFile(io.BytesIO(b"\xe9x"), "utf-8", "latin-1"); print(rw.read()); print(codecs.charmap_build("abc")["a".__len__() and 97] if False else "", codecs.escape_decode(b"\\x41\\n")[0], codecs.unicode_escape_decode("\\u0041")[0])
