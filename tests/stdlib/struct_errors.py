# Error texts of the struct module, sizes at the limits, Structs that were never initialised.
import struct


def show(function, *args, **kwargs):
    try:
        print(function.__name__, args, kwargs, repr(function(*args, **kwargs)))
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__module__, type(error).__name__, error)


S = struct.Struct("<ih")
show(struct.pack_into, "i", b"abcd", 0, 1)
show(struct.pack_into, "i", bytearray(4))
show(struct.pack_into, "i")
show(struct.pack_into)
show(S.pack_into)
show(S.pack_into, bytearray(6))
show(S.pack_into, bytearray(6), 0)
show(S.pack_into, bytearray(6), 1, 1, 2)
show(S.pack_into, bytearray(6), -1, 1, 2)
show(S.pack_into, bytearray(6), -7, 1, 2)
show(S.pack_into, bytearray(6), 2**70, 1, 2)
show(S.pack_into, bytearray(6), 2**62, 1, 2)
show(S.pack_into, "a", 0, 1, 2)
show(S.pack_into, bytearray(6), "x", 1, 2)
show(S.unpack, b"")
show(S.unpack, "x")
show(S.unpack_from, b"")
show(S.unpack_from, b"aaaaaa", -2)
show(S.unpack_from, b"aaaaaa", -9)
show(S.unpack_from, b"aaaaaa", 4)
show(S.unpack_from, buffer=b"aaaaaaaaa", offset=2)
show(S.iter_unpack, b"aaaaaa3")
show(struct.Struct("").iter_unpack, b"")
show(struct.Struct, "\xe9")
show(struct.Struct, "i\0")
show(struct.Struct, 3)
show(struct.Struct, None)
show(struct.pack)
show(struct.pack, 3)
for format in ("12", "99999999999999999999i", "999999999999999999i", "9223372036854775807i", "9223372036854775807s", "9223372036854775807s1i",
               "9223372036854775800x8i", "y", "<n", "=N", ">P", "!P", "i<", " i", "i 2 i", "\ti\n2h", "0i", "b0i", "b0q", "@b0q", "=b0q", "1000000x"):
    show(struct.calcsize, format)
s = struct.Struct.__new__(struct.Struct)
show(s.pack, 1)
show(s.unpack, b"")
print(s.size)
try:
    S.size = 3
except AttributeError as error:
    print("AttributeError", error)
print(struct.error.__mro__, struct.error.__module__)
print(S.format, S.size, struct.Struct(b"3s").format)


class Index:
    def __index__(self):
        return 77


class Bad:
    def __index__(self):
        raise KeyError("index")

    def __bool__(self):
        raise KeyError("bool")

    def __float__(self):
        raise KeyError("float")


for code in "bBhHiIlLqQnNP?cspefdx":
    show(struct.pack, code, Index())
    show(struct.pack, code, Bad())


class Growing:
    """Resizes the buffer while it is packed into."""
    def __init__(self, buffer):
        self.buffer = buffer

    def __index__(self):
        try:
            self.buffer.clear()
        except BufferError:
            pass
        return 1


buffer = bytearray(64)
show(lambda: struct.pack_into("<q", buffer, 0, Growing(bytearray(8))))
