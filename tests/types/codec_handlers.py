# Error handlers of the codecs, standard and registered, and what the exceptions say.
import codecs


def attempt(fn, *args):
    try:
        print(ascii(fn(*args)))
    except Exception as e:
        print(type(e).__name__, e)


text = "a\xe9\u0416\U0001f600\udc80z"
for encoding in "utf-8", "ascii", "latin-1", "cp1252", "utf-16-le", "utf-32-be", "koi8-r":
    for errors in "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass":
        print(encoding, errors, end=" ")
        attempt(text.encode, encoding, errors)

raw = b"a\xc3\xa9\xff\xe2\x82z\xed\xa0\x80\xf0\x9f\x98"
for encoding in "utf-8", "ascii", "latin-1", "cp1252", "utf-16-le", "utf-16", "utf-32-be":
    for errors in "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace":
        print(encoding, errors, end=" ")
        attempt(raw.decode, encoding, errors)

attempt(b"\xff".decode, "utf-8", "nonsense")
attempt(b"clean".decode, "utf-8", "nonsense")
attempt("x".encode, "no-such-encoding")
attempt("abc".encode, "rot13")
attempt(b"abc".decode, "hex")


def stars(exc):
    print("handler", type(exc).__name__, exc.encoding, exc.start, exc.end, exc.reason)
    return "*" * (exc.end - exc.start), exc.end


codecs.register_error("stars", stars)
attempt("\xe9\xe8a\xe7".encode, "ascii", "stars")
attempt(b"a\xff\xfeb".decode, "utf-8", "stars")
codecs.register_error("bytes", lambda exc: (b"<>", exc.end))
attempt("\xe9a".encode, "ascii", "bytes")
attempt(b"\xff".decode, "ascii", "bytes")
codecs.register_error("back", lambda exc: ("?", -1))
attempt("\xe9ab".encode, "ascii", "back")
codecs.register_error("far", lambda exc: ("?", 99))
attempt("\xe9ab".encode, "ascii", "far")
codecs.register_error("wide", lambda exc: ("\u0416", exc.end))
attempt("\xe9ab".encode, "ascii", "wide")
attempt(b"\xe9ab".decode, "ascii", "wide")
codecs.register_error("odd", lambda exc: 5)
attempt("\xe9ab".encode, "ascii", "odd")
attempt(b"\xe9ab".decode, "ascii", "odd")

exc = UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "bad")
for name in "ignore", "replace", "backslashreplace", "strict", "xmlcharrefreplace":
    attempt(codecs.lookup_error(name), exc)
exc = UnicodeEncodeError("ascii", "\xe9\u0416", 0, 2, "bad")
for name in "ignore", "replace", "backslashreplace", "strict", "xmlcharrefreplace", "namereplace":
    attempt(codecs.lookup_error(name), exc)
attempt(codecs.lookup_error, "nonsense")
