# Strings: every escape, surrogates, text beyond ASCII, strict.
import json

for text in ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u0041\\u00e9\\u6f22\\uD83D\\uDE00"', '"\\ud83d"', '"\\ude00"', '"\\ude00\\ud83d"', '"\\ud83dx"', '"\\ud83d\\n"',
             '"\\ud83d\\u0041"', '"\\ud83d\\ud83d\\ude00"', '"\\uDBFF\\uDFFF"', '"\\u0000"', '"\\u007f\\u0080\\u07ff\\u0800\\uffff"', '"é"', '"漢字 \\u6f22"', '"😀a\\n😀"',
             '"\x7f"', '"\u2028\u2029"', '"a/b"', '"\\u00E9\\u00e9"', '"' + "long " * 50 + '\\t"', '"\ud800"', '"\\\\u0041"', '"' + "\\\\" * 20 + '"']:
    v = json.loads(text)
    print(ascii(text), ascii(v), len(v))
    print(ascii(json.loads('{' + text + ':1}')))
print(ascii(json.loads('"a\x00b\tc\nd\x1f"', strict=False)), ascii(json.JSONDecoder(strict=False).decode('{"\n":"\t"}')))
for i in range(24):
    s = "x" * i + "é" + "y" * i
    assert json.loads('"%s"' % s) == s and json.loads('"%s\\n"' % s) == s + "\n"
    s = "x" * i + "\x01"
    try:
        json.loads('"%s"' % s)
    except ValueError as e:
        print(e)
from json.decoder import scanstring

for args in [('abc"', 0), ('abc"', 1), ('abc"def', 4), ('a\\n"', 0), ('é漢"x', 1), ('a\n"', 0, False), ('a\n"', 0, True), ('abc"', 5), ('abc"', -1), ('abc"', 4),
             (b'abc"', 0), ("abc", 0), ('', 0), ('a"', 1.5)]:
    try:
        print(args, scanstring(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
