# A JSON reader and writer by hand.
class JSONError(ValueError):
    def __init__(self, msg, pos): super().__init__(f"{msg} at {pos}"); self.pos = pos
def parse(s):
    i = 0
    def ws():
        nonlocal i
        while i < len(s) and s[i] in " \t\r\n": i += 1
    def value():
        nonlocal i
        ws()
        if i >= len(s): raise JSONError("unexpected end", i)
        match s[i]:
            case "{": return obj()
            case "[": return arr()
            case '"': return string()
            case c if c.isdigit() or c == "-": return number()
        for word, v in (("true", True), ("false", False), ("null", None)):
            if s.startswith(word, i): i += len(word); return v
        raise JSONError(f"unexpected {s[i]!r}", i)
    def number():
        nonlocal i
        j = i
        while j < len(s) and s[j] in "+-0123456789.eE": j += 1
        t = s[i:j]; i = j
        return float(t) if set(t) & set(".eE") else int(t)
    def string():
        nonlocal i
        i += 1; out = []
        while True:
            if i >= len(s): raise JSONError("unterminated string", i)
            c = s[i]; i += 1
            if c == '"': return "".join(out)
            if c == "\\":
                e = s[i]; i += 1
                if e == "u": out.append(chr(int(s[i:i + 4], 16))); i += 4
                else: out.append({"n": "\n", "t": "\t", "\\": "\\", '"': '"', "/": "/"}[e])
            else: out.append(c)
    def items(close, one):
        nonlocal i
        i += 1; ws()
        if i < len(s) and s[i] == close: i += 1; return
        while True:
            yield one(); ws()
            if i < len(s) and s[i] == ",": i += 1; continue
            if i < len(s) and s[i] == close: i += 1; return
            raise JSONError(f"expected , or {close}", i)
    def pair():
        nonlocal i
        ws(); k = string(); ws()
        if s[i] != ":": raise JSONError("expected :", i)
        i += 1
        return k, value()
    def obj(): return dict(items("}", pair))
    def arr(): return list(items("]", value))
    v = value(); ws()
    if i != len(s): raise JSONError("extra data", i)
    return v
def dump(v, ind=0):
    pad = "  " * (ind + 1)
    match v:
        case None: return "null"
        case bool(): return str(v).lower()
        case int() | float(): return repr(v)
        case str(): return '"' + "".join({"\n": "\\n", '"': '\\"', "\\": "\\\\"}.get(c, c if c.isascii() else f"\\u{ord(c):04x}") for c in v) + '"'
        case list(): return "[" + ", ".join(dump(x, ind) for x in v) + "]"
        case dict(): return "{\n" + ",\n".join(f"{pad}{dump(k)}: {dump(x, ind + 1)}" for k, x in v.items()) + "\n" + "  " * ind + "}"
    raise TypeError(f"cannot dump {type(v).__name__}")
doc = parse('{"name": "J\\u00e9r\\u00f4me \\"x\\"", "n": [1, -2.5, 3e2, [], {}], "ok": true, "none": null, "deep": {"a": {"b": [false]}}}')
print(doc); print(dump(doc)); print(parse(dump(doc)) == doc)
for bad in ['{"a" 1}', "[1, 2", '"abc', "[1,]", "nul", "1 2", ""]:
    try: print(parse(bad))
    except (JSONError, IndexError) as e: print(repr(bad), type(e).__name__, e, getattr(e, "pos", None))
