# The codecs module: lookup, incremental and stream codecs, transforms, registration.
import codecs
import io

for name in "utf8", "UTF-8", "latin1", "ISO-8859-1", "ascii", "us-ascii", "utf_16", "cp1252", "windows-1252", "U8":
    print(name, codecs.lookup(name).name)
try:
    codecs.lookup("no-such")
except LookupError as e:
    print(e)

print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot_13"))
print(codecs.encode(b"ab\xff", "hex"), codecs.decode(b"6162ff", "hex"))
print(codecs.encode("\xe9"), codecs.decode(b"\xc3\xa9"), codecs.encode("\xe9", "latin-1", "strict"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)

for encoding in "utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1":
    text = "a\xe9\u20ac\U0001f600" if encoding != "latin-1" else "a\xe9"
    data = text.encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(data[i:i + 1]) for i in range(len(data))] + [decoder.decode(b"", True)]
    print(encoding, ascii("".join(parts)), "".join(parts) == text)
    encoder = codecs.getincrementalencoder(encoding)()
    print(b"".join(encoder.encode(ch) for ch in text) == data)

decoder = codecs.getincrementaldecoder("utf-8")()
print(ascii(decoder.decode(b"a\xe2\x82")), decoder.getstate())
try:
    decoder.decode(b"", final=True)
except UnicodeDecodeError as e:
    print(e)
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print(ascii(decoder.decode(b"a\xe2\x82b\xff", True)))

print(list(codecs.iterencode(["a", "\xe9", ""], "utf-8")))
print([ascii(s) for s in codecs.iterdecode([b"\xe2", b"\x82", b"\xac!"], "utf-8")])

reader = codecs.getreader("utf-8")(io.BytesIO("one\ntw\xf6\r\nthree".encode()))
print(ascii(reader.readline()), ascii(reader.readline()), ascii(reader.read()), ascii(reader.read()))
print([ascii(line) for line in codecs.getreader("utf-8")(io.BytesIO(b"x\ny\n"))])
out = io.BytesIO()
writer = codecs.getwriter("utf-16")(out)
writer.write("ab")
writer.write("c")
print(out.getvalue())


def search(name):
    print("search", name)
    if name == "shout":
        return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="shout")


codecs.register(search)
print("abc".encode("shout"), b"ABC".decode("shout"))
print(codecs.lookup("shout").name)
try:
    codecs.register(5)
except TypeError as e:
    print(e)
print(codecs.escape_decode(rb"a\n\x41\101\\"), codecs.escape_encode(b"a\n'\xff"))
print(codecs.unicode_escape_decode(rb"\u20ac\n"), codecs.utf_8_decode(b"a\xe2\x82"), codecs.ascii_encode("ab"))
