# indent and separators.
import json

v = {"a": [1, 2, {"b": []}], "c": {}, "d": {"e": {"f": None}}, "g": [[], [[]], ()], "h": "text"}
for indent in (None, 0, 1, 4, -3, "", "--", "\t", "漢", True):
    print(repr(indent))
    print(json.dumps(v, indent=indent))
    print(json.dumps([], indent=indent), json.dumps({}, indent=indent), json.dumps(5, indent=indent), json.dumps("s", indent=indent), json.dumps([[1]], indent=indent))
for separators in ((",", ":"), [" ; ", " = "], ("", ""), ("é", "漢")):
    print(json.dumps(v, separators=separators))
    print(json.dumps(v, separators=separators, indent=2))
for bad in ((",",), (1, 2), (",", 3), 5, (b",", b":")):
    try:
        print(json.dumps(v, separators=bad))
    except Exception as e:
        print(type(e).__name__)
try:
    json.dumps([1], indent=1.5)
except TypeError as e:
    print(e)
print(json.dumps({object(): 1, "a": 2}, skipkeys=True, indent=2), json.dumps({(1,): 1}, skipkeys=True, indent=2), json.dumps({(1,): 1}, skipkeys=True))
print(json.dumps({"a": 1, (1, 2): 3, "b": {b"k": 1, "c": 2}, frozenset(): 4}, skipkeys=True))
