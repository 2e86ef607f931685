# Every kind of value, all white space, numbers at the borders.
import json


def show(text, **options):
    try:
        v = json.loads(text, **options)
        print(repr(text)[:60], "->", type(v).__name__, repr(v)[:120])
    except Exception as e:
        print(repr(text)[:60], "->", type(e).__name__, e)


for text in ["null", "true", "false", "0", "-0", "1", "-1", "123456789012", "140737488355327", "140737488355328", "-140737488355329",
             "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "999999999999999999", "1000000000000000000",
             "1" + "0" * 50, "-" + "7" * 100, "0.0", "-0.0", "1.0", "1.5", "-2.75", "1e5", "1E5", "1e+5", "1e-5", "0e0", "-0e-0", "1.5e300", "1e400",
             "-1e400", "1e-400", "0.1", "0.30000000000000004", "5e-324", "1.7976931348623157e308", "123456789.123456789", "2.2250738585072011e-308",
             "NaN", "Infinity", "-Infinity", '""', '"a"', "[]", "{}", "[1]", "[1,2,3]", "[[],[[]],{}]", '{"a":1}', '{"a":{"b":[{"c":null}]}}',
             ' \t\n\r[ \t1 ,\n2\r] \n', ' { "a" : 1 , "b" : [ ] } ', '{"a":1,"a":2,"a":3}', '{"":0}', "[true,false,null]", '["x",["y",{"z":[]}]]']:
    show(text)
show("1" * 5000)
show("[" + "1" * 5000 + "]")
show("-" + "1" * 4300)
print(json.loads(json.dumps(list(range(1000)))) == list(range(1000)))
d = json.loads('[{"key": 1, "other": 2}, {"key": 3, "other": 4}]')
print(list(d[0]) == list(d[1]), all(a is b for a, b in zip(d[0], d[1])))
big = {"key%d" % i: [i, str(i), i / 7, {"k%d" % j: j for j in range(i % 9)}] for i in range(700)}
print(json.loads(json.dumps(big)) == big, list(json.loads(json.dumps(big))) == list(big))


class Text(str):
    pass


show(Text("[1, 2]"))
print(type(json.loads(Text('"a"'))))
for bad in (1, None, [], {1}, 2.5):
    show(bad)
