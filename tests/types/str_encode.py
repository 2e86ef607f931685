# encode/decode: utf-8, ascii, latin-1, utf-16/32, and each error handler.
s = "aé日😀"
for enc in ("utf-8", "utf8", "UTF_8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"):
    b = s.encode(enc)
    print(enc, b, b.decode(enc) == s)
for enc in ("ascii", "latin-1", "iso-8859-1", "us-ascii", "latin1"):
    for err in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape"):
        try: print(enc, err, s.encode(enc, err))
        except UnicodeEncodeError as e: print(enc, err, e, e.start, e.end, e.encoding, e.reason, ascii(e.object))
bad = b"a\xffb\xc3(\xe2\x82\xf0\x9f\x98c\xed\xa0\x80\xc0\x80\xf5"
for err in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
    try: print(err, ascii(bad.decode("utf-8", err)))
    except UnicodeDecodeError as e: print(err, e, (e.start, e.end, e.reason, e.object == bad))
for b in (b"\x80", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc3a", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe",
        b"ok\xbfmore"):
    try: b.decode()
    except UnicodeDecodeError as e: print(e)
for b, enc in ((b"\xff", "ascii"), (b"a\x80\x81", "ascii"), (b"a", "utf-16-le"), (b"\x00\xd8", "utf-16-le"),
        (b"\x00\xdc\x00\x00", "utf-16-le"), (b"abc", "utf-32-le"), (b"\x00\x00\x11\x00", "utf-32-le"), (b"\xff\xfea", "utf-16")):
    for err in ("strict", "replace", "ignore"):
        try: print(enc, err, ascii(b.decode(enc, err)))
        except UnicodeDecodeError as e: print(enc, err, e)
for f in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode("ascii", "nope"),
        lambda: "\ud800".encode(), lambda: "a\udc80".encode("latin-1"), lambda: "a".encode(5), lambda: b"a".decode("utf-8", 5),
        lambda: "\ud800".encode("utf-16"), lambda: str(b"\xff", "utf-8"), lambda: str(5, "utf-8"), lambda: str("a", "utf-8"),
        lambda: bytes("a"), lambda: bytes("é", "ascii"), lambda: "ab\u20ac\u20acc".encode("latin-1")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print("\udcff".encode("utf-8", "surrogateescape"), "\ud83d".encode("utf-8", "surrogatepass"), "\ud800x".encode("utf-8", "replace"),
    "\ud800x".encode("utf-8", "backslashreplace"), "\ud800".encode("utf-16-le", "surrogatepass"), str(b"abc", "ascii"),
    str(b"\xc3\xa9", encoding="utf-8"), bytes("é", "latin-1"), bytearray("é", "utf-8"), b"\xff\xfea\x00".decode("utf-16"),
    b"\xfe\xff\x00a".decode("utf-16"), ascii(b"\xef\xbb\xbfx".decode()), b"\xef\xbb\xbfx".decode("utf-8-sig"), "".encode("utf-16"),
    b"".decode(), "é".encode(errors="ignore", encoding="ascii"))
e = UnicodeDecodeError("enc", b"abc", 1, 2, "why"); print(e, repr(e), e.args)
e = UnicodeEncodeError("enc", "aé日", 1, 3, "why"); print(e, repr(e)); e.end = 2; print(e)
e = UnicodeTranslateError("abc", 0, 1, "why"); print(e)
try: UnicodeDecodeError("enc", "str", 1, 2, "why")
except TypeError as x: print(x)
