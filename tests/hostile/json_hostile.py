# JSON texts and values at their limits.
# test: heavy (100,000 levels are alive at a time)
from _t import t
import json
for s in ("[" * 100000, "{\"a\":" * 100000, "[" * 500 + "]" * 500, "1" * 5000, "1e999999999", "-", "1.", ".5", "01", "\"\\ud800\"", "\"\\u12\"", "\"\n\"", "nul", "tru", "[1,]", "{1:2}", "{\"a\":1,}", "", " ", "\ufeff1", "NaN", "-Infinity", "1 2", "\"" * 99999, "[" + "1," * 50000 + "1]", "\"" + "\\u0041" * 50000 + "\""):
    try: r = json.loads(s); print("ok", type(r).__name__)
    except RecursionError: print("RecursionError")
    except ValueError as e: print(type(e).__name__, str(e)[:60])
class D(dict):
    def items(self): return [(1, self)]
a = []; a.append(a); d = {}; d["d"] = d
for v in (a, d, D(a=1), {(1,): 2}, {1: object()}, {None: 1, True: 2, 1.5: 3}, float("nan"), b"x", {1, 2}, "\ud800", 10 ** 5000):
    try: print(len(json.dumps(v)))
    except (ValueError, TypeError, RecursionError) as e: print(type(e).__name__, str(e)[:60])
t("default", lambda: json.dumps(object(), default=lambda o: o)); t("default deep", lambda: json.dumps(object(), default=lambda o: [object()]))
t("hook", lambda: json.loads("{\"a\": {\"b\": 1}}", object_hook=lambda d: 1 / 0)); t("parse_int", lambda: json.loads("1", parse_int=lambda s: json.loads("1", parse_int=None)), True)
class E(json.JSONEncoder):
    def default(self, o): return self.encode(o)
t("encoder", lambda: E().encode(object()))
class I(int):
    def __repr__(self): return "x" * 5
class F(float):
    def __repr__(self): 1 / 0
print(json.dumps(I(5)), json.dumps(F(1.5))); t("indent", lambda: len(json.dumps([1], indent=10 ** 6)), True); t("indent str", lambda: json.dumps([1], indent="\n"), True)
t("keys", lambda: json.dumps({1: 2, "1": 3}, sort_keys=True))
