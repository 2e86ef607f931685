# Every code in every byte order with values in and out of its range.
import struct


def show(format, *values):
    try:
        packed = struct.pack(format, *values)
    except Exception as error:
        print(format, values, type(error).__module__, type(error).__name__, error)
    else:
        print(format, values, packed.hex(), struct.unpack(format, packed))


VALUES = (0, 1, -1, 127, 128, 255, 256, -129, 32767, 32768, 65536, -32769, 2**31, 2**32, -2**31 - 1, 2**63, 2**64, -2**63 - 1, 2**200, 1.5, "a", b"a",
          b"ab", bytearray(b"z"), None, True, 1e39, 70000.0, float("inf"), float("-inf"), float("nan"), -0.0, 1e-40, 6e-8, 2.9e-8, 65519.0, 65520.0, 0.1)
for code in "bBhHiIlLqQnNP?cspefdx":
    for order in "@=<>!":
        for value in VALUES:
            show(order + code, value)
for value in (b"", b"a", b"abc", b"abcdefgh", b"x" * 300):
    for format in ("0s", "1s", "4s", "1p", "4p", "256p", "300p", "3c"):
        show(format, value)
show("3c", b"a", b"b", b"c")
show("bhilq", 1, 2, 3, 4, 5)
show("qb", 1, 2)
show("qb0q", 1, 2)
show("<bhilq", 1, 2, 3, 4, 5)
show("2i3s2x?e", 1, -1, b"abc", 5, 0.5)
show("")
show("xx")
show("3x2b", 1, 2)
