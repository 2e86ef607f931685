# int: methods, attributes, classmethods.
for n in (0, 1, -1, 255, -256, 2 ** 31, -2 ** 63, 10 ** 30, True):
    print(n, n.bit_length(), n.bit_count(), n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio(),
        n.is_integer() if hasattr(n, "is_integer") else "", n.__index__(), n.__trunc__(), n.__abs__(), n.__bool__())
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (0).to_bytes(), (255).to_bytes(),
    (2 ** 70).to_bytes(9, "big"), (0).to_bytes(0, "big"), (5).to_bytes(length=3, byteorder="little"))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"),
    int.from_bytes([1, 2], "little"), int.from_bytes(b"\x01"), int.from_bytes(bytes(20), "big"), int.from_bytes(b"\xff" * 12, "little"))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: (1).to_bytes(2, "middle"),
        lambda: (1).to_bytes(-1, "big"), lambda: int.from_bytes("ab", "big"), lambda: int.from_bytes([300], "big"),
        lambda: (128).to_bytes(1, "big", signed=True), lambda: int.from_bytes(b"a", "x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class I(int):
    def __repr__(self): return f"I({int(self)})"
i = I(5)
print(i, i + 1, type(i + 1).__name__, I("12"), I(3.9), -i, i.bit_length(), type(i.real).__name__, I.from_bytes(b"\x05"), [i], f"{i}",
    f"{i:03d}", "%d" % i, int(i), type(int(i)).__name__)
print(int.__name__, type(int.__doc__), int() == 0, int.__add__(1, 2), (5).__radd__(1), (5).__divmod__(3), (2).__pow__(10, 7),
    (5).__eq__(5.0), (7).__and__(3), (5).__rsub__(1), (5).__lt__(6), (1).__lshift__(3), "-")
print(round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(12345, -2), round(5), round(5, 2), round(10 ** 20 + 5, -1),
    round(449, -3), round(500, -3), round(1500, -3), round(55, -5))
print(pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 5, 7), pow(2, -2), pow(5, 0, 1), pow(10, 50, -7), pow(7, 10 ** 20, 13),
    pow(0, 0), pow(-2, 3, 5), pow(3, -2, 10))
for f in (lambda: pow(2, -1, 4), lambda: pow(2, 2, 0), lambda: pow(2.0, 2, 3), lambda: pow(2, 2.0, 3), lambda: round(5, 1.5),
        lambda: (5).real.foo):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(int.__subclasses__()[0].__name__ if int.__subclasses__() else "", bool.__mro__, isinstance(True, int), (3).__class__)
