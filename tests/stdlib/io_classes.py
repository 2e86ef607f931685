# The abstract bases of io and a raw stream in Python.
import io

print(issubclass(io.StringIO, io.TextIOBase), isinstance(io.BytesIO(), io.IOBase), io.UnsupportedOperation.__mro__, io.SEEK_END)


class RawX(io.RawIOBase):

    def readable(self):
        return True

    def readinto(self, b):
        b[0] = 65
        return 1


print(RawX().read(3))
try:
    io.StringIO().fileno()
except io.UnsupportedOperation as e:
    print(e)
