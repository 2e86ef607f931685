# match: mapping patterns, rest capture, __missing__ is not called.
def m(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "size": [w, h]}: return f"rect {w}x{h}"
        case {"type": t, **rest} if rest: return f"{t} with {rest}"
        case {1: "one", -2: "m2"}: return "ints"
        case {None: v} | {True: v}: return f"const {v}"
        case {}: return f"some mapping of {len(x)}"
        case _: return "no mapping"
for x in [{"type": "circle", "r": 5, "extra": 1}, {"type": "rect", "size": (2, 3)}, {"type": "rect"}, {"type": "x", "a": 1}, {1: "one", -2: "m2"},
          {None: 0}, {True: "t"}, {}, {"q": 1}, [("type", "circle")], "type"]:
    print(m(x))
from_dict = {"a": 1, "b": 2, "c": 3}
match from_dict:
    case {"b": two, **others}: print(two, others, from_dict)
class Missing(dict):
    def __missing__(self, k): print("missing", k); return 0
match Missing(a=1):
    case {"zzz": _}: print("no")
    case {"a": 1}: print("a only")
class Key: NAME = "k"
match {"k": {"deep": [1, {"x": 2}]}}:
    case {Key.NAME: {"deep": [_, {"x": x}]}}: print("deep", x)
class Map:
    def keys(self): return ["a"]
    def __getitem__(self, k): return 1
match Map():
    case {"a": 1}: print("?")
    case _: print("not a Mapping")
def cmd(event):
    match event:
        case {"ev": "click", "pos": (int(x), int(y)), "button": "left" | "right" as b}: return b, x, y
        case {"ev": "key", "mods": [*mods], "key": str(k)}: return "+".join([*mods, k])
        case {"ev": str(e)}: return "unknown " + e
print(cmd({"ev": "click", "pos": (1, 2), "button": "right"}), cmd({"ev": "key", "mods": ["ctrl"], "key": "c"}), cmd({"ev": "zap"}), cmd({}))
try:
    class K: X = "same"
    match {"same": 1}:
        case {"same": a, K.X: b}: pass
except ValueError as e: print(e)
