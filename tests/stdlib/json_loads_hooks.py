# Hooks, number parsers, decoders and raw_decode.
import json
from collections import OrderedDict
from json import JSONDecoder, JSONDecodeError

text = '{"a": 1, "b": [2.5, {"c": -3, "d": NaN}], "e": {}, "f": 1e3}'
print(json.loads(text, object_hook=lambda d: sorted(map(str, d.items()))))
print(json.loads(text, object_pairs_hook=lambda p: tuple(p)))
print(json.loads(text, object_hook=lambda d: 1 / 0, object_pairs_hook=OrderedDict))
print(json.loads(text, parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s, parse_constant=lambda s: "c" + s))
print(json.loads("[1, 2.0, 3]", parse_int=float, parse_float=str), json.loads("[-0, -0.0]", parse_int=str))
print(json.loads("[NaN, Infinity, -Infinity]", parse_constant={"NaN": 0, "Infinity": 1, "-Infinity": 2}.get))
print(json.loads('{"a": 1}', cls=JSONDecoder), json.loads("[1]", object_hook=None, parse_int=None))


class Point:
    def __init__(self, d):
        self.__dict__.update(d)

    def __repr__(self):
        return f"Point({self.__dict__})"


print(json.loads('[{"x": 1, "y": {"z": []}}]', object_hook=Point))


class Decoder(JSONDecoder):
    def __init__(self, *args, extra=0, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = extra

    def decode(self, s):
        return super().decode(s), self.extra


class Raw(JSONDecoder):
    def raw_decode(self, s, idx=0):
        print("raw", repr(s), idx)
        value, end = super().raw_decode(s, idx)
        return [value], end


print(json.loads(" [1]", cls=Decoder, extra=5, parse_int=str), json.loads("  {} ", cls=Raw))
d = JSONDecoder()
print(d.raw_decode("[1] tail"), d.raw_decode('x{"a":2}y', 1), d.raw_decode("é漢[3]", idx=2), d.raw_decode("12"), d.scan_once("true", 0))
for s, i in [(" 1", 0), ("[1", 0), ("", 0), ("1", 1), ("1", 5), ("1", -1)]:
    try:
        print(d.raw_decode(s, i))
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: d.scan_once("x", 0), lambda: d.scan_once("[x]", 0), lambda: d.scan_once("[1]", 9)):
    try:
        f()
    except StopIteration as e:
        print("stop", e.value)


def fail(*args):
    raise RuntimeError("hook")


def stop(*args):
    raise StopIteration(0)


for options in (dict(object_hook=fail), dict(object_pairs_hook=fail), dict(parse_int=fail), dict(parse_float=fail), dict(parse_constant=fail),
                dict(object_hook=5), dict(parse_constant=stop), dict(unknown=1), dict(encoding="utf-8")):
    try:
        print(json.loads(text, **options))
    except Exception as e:
        print(type(e).__name__, e)
print(d.strict, d.object_hook, d.object_pairs_hook, d.parse_float, d.parse_int, d.memo)
scan = d.scan_once
print(type(scan), scan.strict, scan.object_hook, scan.object_pairs_hook, scan.parse_float, scan.parse_int)
try:
    JSONDecoder(None)
except TypeError as e:
    print(e)
