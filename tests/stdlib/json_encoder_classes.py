# JSONEncoder subclassed; default; iterencode's chunks; dump to files.
import io
import json
from json import JSONEncoder


class Encoder(JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"z": 1 + 2j, "s": {3, 1}}, cls=Encoder), Encoder().encode([1j, {2}]), json.dumps([{1}], cls=Encoder, indent=2))
try:
    json.dumps([b"x"], cls=Encoder)
except TypeError as e:
    print(e)


class Upper(JSONEncoder):
    def encode(self, o):
        return super().encode(o).upper()


class Chunked(JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for chunk in super().iterencode(o, _one_shot):
            yield f"<{chunk}>"


class Settings(JSONEncoder):
    item_separator = ";"
    key_separator = "="

    def __init__(self, *, extra=None, **kwargs):
        super().__init__(**kwargs)
        self.extra = extra

    def default(self, o):
        return self.extra


print(json.dumps({"a": ["b"]}, cls=Upper), json.dumps({"a": [1]}, cls=Chunked), json.dumps({"a": [1, {2}], "b": 3}, cls=Settings, extra="x"))
print(json.dumps({"a": [1, 2]}, cls=Settings, indent=1), json.dumps("s", cls=Chunked))
e = JSONEncoder(skipkeys=1, indent=3, default=str)
print(e.skipkeys, e.ensure_ascii, e.check_circular, e.allow_nan, e.sort_keys, e.indent, repr(e.item_separator), repr(e.key_separator), e.default is str)

v = {"a": [1, "x", None, True, 2.5, [], {}, [1, [2]], (3,)], "b": {"c": {"d": False}}, "e": {}, 5: "k", "f": [{}, {"g": 1}], "h": 1 + 1j}
for options in (dict(), dict(indent=2), dict(sort_keys=True), dict(separators=(",", ":")), dict(ensure_ascii=False)):
    options["default"] = lambda o: {"complex": [o.real, o.imag]}
    if "sort_keys" in options:
        v.pop(5)
    print(list(JSONEncoder(**options).iterencode(v)))
    f = io.StringIO()
    json.dump(v, f, **options)
    print(f.getvalue() == json.dumps(v, **options) == "".join(JSONEncoder(**options).iterencode(v)))
for x in (None, True, 5, 2.5, "s", [], {}, float("nan"), [[]], {"a": {(1,): 2}}):
    print(list(JSONEncoder(skipkeys=True).iterencode(x)), list(JSONEncoder().iterencode(x, _one_shot=True)) if x != {"a": {(1,): 2}} else "")


class Out:
    def __init__(self):
        self.chunks = []

    def write(self, s):
        self.chunks.append(s)


for bad in ([1, {2}], {"a": 1, (2,): 3}, [float("inf")]):
    o = Out()
    try:
        json.dump(bad, o, allow_nan=False)
    except (TypeError, ValueError) as e:
        print(o.chunks, type(e).__name__, e)
l = [1]
l.append({"l": l})
o = Out()
try:
    json.dump(l, o)
except ValueError as e:
    print(o.chunks, e)
calls = []


def default(o):
    calls.append(o)
    l.clear()
    return "gone"


l = [1, {2}, 3, 4]
print(json.dumps(l, default=default), calls)
for options in (dict(unknown=1), dict(skipkey=True)):
    try:
        json.dumps(1, **options)
    except TypeError as e:
        print(e)
try:
    json.dumps(1, True)
except TypeError as e:
    print(e)
print(json.__all__, json.__version__)
