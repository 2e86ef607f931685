# What has no form: other types, keys, cycles, NaN, too deep, errors of default.
# test: heavy
import json


def attempt(v, **options):
    for indent in (None, 1):
        try:
            print(json.dumps(v, indent=indent, **options))
        except Exception as e:
            print(type(e).__name__, e, e.args)


class C:
    pass


for v in (object(), {1, 2}, b"x", bytearray(b"y"), 1j, range(3), C, C(), print, iter([]), {"a": {"b": [C()]}}, memoryview(b"")):
    attempt(v)
for key in ((1, 2), b"k", C(), frozenset(), 1j):
    attempt({key: 1})
    attempt([{"ok": 1, key: 1}])
attempt({1: 1, "a": 2}, sort_keys=True)
attempt({None: 1, 2: 2}, sort_keys=True)
for x in (float("nan"), float("inf"), -float("inf")):
    attempt(x, allow_nan=False)
    attempt([x], allow_nan=False)
    attempt({x: 1}, allow_nan=False)
attempt([1.5], allow_nan=False)

l = []
l.append(l)
attempt(l)
d = {}
d["d"] = [{"x": d}]
attempt(d)
for period in (2, 63, 64, 65, 66, 100, 300):
    ring = last = []
    for i in range(period - 1):
        ring = [ring, i]
    last.append(ring)
    attempt([[[ring]]])
shared = [1]
attempt([shared, shared, {"a": shared, "b": shared}])
attempt(C(), default=lambda o: o)
attempt(C(), default=lambda o: [o])
attempt([C(), C()], default=lambda o: type(o).__name__)
attempt(C(), default=lambda o: 1 / 0)
attempt(C(), default=5)
attempt(10**5000)
attempt({10**5000: 1})
deep = []
for i in range(200_000):
    deep = [deep]
for options in ({}, {"check_circular": False}):
    try:
        json.dumps(deep, **options)
    except RecursionError as e:
        print("RecursionError", e)
try:
    json.dumps(l, check_circular=False)
except RecursionError as e:
    print("RecursionError", e)
deep = {}
for i in range(200_000):
    deep = {"": deep}
try:
    json.dumps(deep)
except RecursionError as e:
    print("RecursionError", e)
for text in ("[" * 200_000, '{"":' * 200_000):
    try:
        json.loads(text)
    except RecursionError as e:
        print("RecursionError", e)
print(len(json.dumps(json.loads("[" * 900 + "]" * 900))))
del deep
