# Struct objects, iter_unpack, pack_into and unpack_from on several kinds of buffers, subclasses.
import struct

s = struct.Struct(">hH")
print(s.format, s.size, s.pack(-2, 3), s.unpack(b"\xff\xfe\x00\x03"))
buffer = bytearray(10)
print(s.pack_into(buffer, 2, 7, 8), buffer)
s.pack_into(memoryview(buffer)[4:], -4, 1, 2)
print(buffer, s.unpack_from(buffer, 2), s.unpack_from(memoryview(buffer), offset=-4))
it = s.iter_unpack(bytes(range(12)))
print(iter(it) is it, it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), list(it))
print(list(struct.iter_unpack("<I", memoryview(bytes(range(8))))), type(it).__name__)
array = bytearray(range(8))
it = struct.iter_unpack("4B", array)
next(it)
try:
    array.append(1)
except BufferError as error:
    print(error)
print(list(it))
array.append(1)
print(len(array))
for attempt in (lambda: type(it)(), lambda: struct.Struct()):
    try:
        attempt()
    except TypeError as error:
        print(error)


class Point(struct.Struct):
    def __init__(self):
        super().__init__("<2d")

    def __repr__(self):
        return f"<Point {self.size}>"


p = Point()
print(p, p.pack(1.5, -2.5).hex(), p.unpack(p.pack(1.5, -2.5)))
p.__init__()
s.__init__("<q")
print(s.format, s.size, s.pack(1))
for n in range(250):
    assert struct.calcsize(f"{n}s") == n
struct._clearcache()
print(struct.calcsize("250s"))
print(sorted(struct.__all__))
print([name for name in dir(struct.Struct) if not name.startswith("__")])

# Half floats: all bit patterns come back, and rounding is to the nearest even.
for bits in range(0x10000):
    raw = bits.to_bytes(2, "little")
    value, = struct.unpack("<e", raw)
    if value == value:
        assert struct.pack("<e", value) == raw, bits
print([struct.pack(">e", x).hex() for x in (1 + 2**-11, 1 + 3 * 2**-11, 2**-25, 2**-25 * 1.0001, 3 * 2**-25, 2047.5, 2**-14 - 2**-25)])
