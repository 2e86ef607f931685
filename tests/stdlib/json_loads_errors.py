# Where and why text is not JSON: the message, the position, line and column.
import json

CASES = ["", " ", "\n\n", "nul", "nulL", "tru", "fals", "Na", "Inf", "-Inf", "-", "+1", ".5", "-.5", "01", "-01", "1.", "1.e5", "1e", "1e+", "1.5e",
         "0x10", "1_000", "--1", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "]", "[1}", "[1]]", "[1] x", "[tru]", "[-]", "[1,\n2,\n x]",
         "{", "{1:2}", "{a:1}", '{"a"', '{"a"}', '{"a":', '{"a":}', '{"a" 1}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1 "b":2}', '{"a":1,,}', "{,}",
         '{"a":1]', "}", '{"a":1}}', "{'a':1}", '{"a":tru}', '{"a":[1,{"b":}]}', '{"a\n":1}', '"', '"abc', '"abc\\', '"abc\\"', '"a\nb"', '"a\tb"', '"\x00"',
         '"\x1f"', '"\\x41"', '"\\ "', '"\\\n"', '"\\é"', '"\\u"', '"\\u1"', '"\\u12"', '"\\u123"', '"\\u1234', '"\\u12g4"', '"\\uD83D\\u"', '"\\uD83D\\uDE0"',
         '"\\uD83D\\uDE0g"', '"\\ud83d\\ud83', '"\\u+123"', '"\\u 123"', '"\\u1é34"', '"\\ud83d\\u12é"', "nullx", "null null", "1 2", '"a" "b"', "[1],", "\x0b1",
         "\xa01", "// c\n1", "\ufeff1", '["é漢😀", x]', '{"漢字": 1,\n "é": }', '"é', '["漢", "\n"]', '[1, "é\\q"]', "é", "\x00", "NaN1", "Infinity,", "[NaN",
         '{"a": 1, b}', '[1, 2, 3,\n\n  4 5]']
for text in CASES:
    try:
        print(repr(text), "gives", json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)

try:
    json.loads("[1,\n 2,\n  oops]")
except ValueError as e:
    print(type(e), type(e).__mro__[1:3], e.args, e.__reduce__(), e.__cause__, e.__context__, e.__suppress_context__)
e = json.JSONDecodeError("why", "ab\ncd", 4)
print(e, e.msg, e.doc, e.pos, e.lineno, e.colno, vars(e))
try:
    json.JSONDecodeError("why")
except TypeError as e:
    print(e)
