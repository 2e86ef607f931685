# bytes in every UTF encoding, with and without a byte order mark; files.
import io
import json

value = {"é": ["漢", "😀", 1]}
text = json.dumps(value, ensure_ascii=False)
for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    b = text.encode(name)
    print(name, json.detect_encoding(b), json.loads(b) == value, json.loads(bytearray(b)) == value)
for b in (b"", b"1", b"12", b"1\0", b"\0" + b"1", b"\0\0\0" + b"1", b"1\0\0\0", b"[\0]\0", b"\0[\0]", b"abc", b"\0", b"\xff\xfe", b"\xef\xbb\xbf"):
    print(b, json.detect_encoding(b))
for b in (b"\xff", b'"\xed\xa0\x80"', b'"\xc3"', b"", b'\xef\xbb\xbf"a"', b"[1,"):
    try:
        print(b, ascii(json.loads(b)))
    except ValueError as e:
        print(b, type(e).__name__, e)
try:
    json.loads("\ufeff[]")
except ValueError as e:
    print(e)
print(json.load(io.StringIO("[1, 2]")), json.load(io.BytesIO(b'{"a": 1}')), json.load(io.StringIO("[1.5]"), parse_float=str))


class File:
    def read(self):
        return "[true]"


print(json.load(File()))
try:
    json.load("text")
except AttributeError as e:
    print(e)
