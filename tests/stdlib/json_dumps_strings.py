# Strings: escapes in ASCII and in full text.
import json
from json.encoder import encode_basestring, encode_basestring_ascii

every = "".join(map(chr, range(0x180)))
print(json.dumps(every))
print(json.dumps(every, ensure_ascii=False))
for s in ["", "plain", 'quote"back\\slash/', "\b\f\n\r\t\x0b\x1b", "é", "漢字", "😀", "\U0010ffff", "\ufffe\uffff", "\ud800", "\udfff\ud800", "\u2028\u2029", "\x7f\x80\x9f\xa0"]:
    print(ascii(s), json.dumps(s), ascii(json.dumps(s, ensure_ascii=False)), encode_basestring_ascii(s), ascii(encode_basestring(s)), json.loads(json.dumps(s)) == s)
    print(json.dumps({s: s}), ascii(json.dumps({s: [s]}, ensure_ascii=False)))
for i in range(20):
    for odd in '"\\\n\x00\x1f\x7fé😀':
        s = "a" * i + odd + "b" * (19 - i)
        for flag in (True, False):
            assert json.loads(json.dumps(s, ensure_ascii=flag)) == s
            assert json.dumps([s], ensure_ascii=flag) == "[" + json.dumps(s, ensure_ascii=flag) + "]"
    print(json.dumps("a" * i + "\x01" + "b"))
for f in (encode_basestring, encode_basestring_ascii):
    for bad in (3, None, b"x"):
        try:
            f(bad)
        except TypeError as e:
            print(e)
