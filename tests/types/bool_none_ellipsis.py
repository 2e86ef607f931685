# bool, None, Ellipsis, NotImplemented: identity, arithmetic, conversion, what they forbid.
print(True, False, bool(), bool(0), bool(""), bool("0"), bool([]), bool([0]), bool(None), bool(...), bool(object()), bool(0.0), bool(-0.0),
    bool(float("nan")), bool(b""), bool(range(0)), bool(range(1)), bool({}), bool(0j))
print(True + True, True * 5, True / 2, -True, ~(+True), True // 2, True % 2, True ** 2, True < 2, True == 1, True is True, int(True),
    float(True), str(True), repr(False), hash(True), True.real, (True).bit_length(), [10, 20][True], "ab"[False], {True: "t"}[1],
    sum([True, True, False]))
print(True & False, True | False, True ^ True, type(True & True), type(True + True), not True, True and False, isinstance(True, bool),
    isinstance(1, bool), issubclass(bool, int), bool.__mro__, bool.__bases__)
print(None, repr(None), str(None), None is None, None == None, None == 0, not None, [None], None.__class__, type(None)(),
    type(None).__name__, hash(None) == hash(None), None.__bool__(), f"{None}", f"{None!r:>6}")
print(..., repr(...), Ellipsis is ..., type(...).__name__, type(...)() is ..., bool(...), str(...), NotImplemented,
    type(NotImplemented).__name__, type(NotImplemented)() is NotImplemented, Ellipsis.__class__)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(bool(NotImplemented), w[0].category.__name__, w[0].message)
for src in ("class B(bool): pass", "class N(type(None)): pass", "class E(type(...)): pass", "bool(1, 2)", "bool(x=1)", "type(None)(1)",
        "None.x", "None.x = 1", "None + 1", "None < None", "len(None)", "for _ in None: pass", "[*None]", "... + 1", "True.x",
        "True.foo = 1", "None > 0", "-None", "int(None)", "True < None", "~None", "type(...)(5)", "x, y = None", "None in None",
        "1 in True", "with None: pass", "raise None", "raise NotImplemented"):
    try: exec(src); print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)
print([x for x in (True, 1, 1.0, "1") if x == True], [type(x).__name__ for x in (True and 1, 0 or False, not 1)], True if None else False,
    max(True, 0), min(False, 1, True), sorted([True, False, 2, -1]), {False, 0, 0.0}, bool("False"),
    "%d %s %r %i" % (True, True, False, False), f"{True:d} {True} {False:>7} {True:^7}|", bin(True), round(True), abs(False),
    divmod(True, True), complex(True), True.to_bytes(), True.__and__(False), True.__or__(2), bool.__new__(bool, 5),
    bool.from_bytes(b"\x01"))
