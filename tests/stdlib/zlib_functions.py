# Whole texts: compress, decompress, checksums, their errors.
import zlib


def show(function, *args, **kwargs):
    try:
        print(function.__name__, args, kwargs, repr(function(*args, **kwargs)))
    except Exception as error:
        print(function.__name__, args, kwargs, type(error).__module__, type(error).__name__, error)


for f in (zlib.crc32, zlib.adler32):
    for arguments in ((b"",), (b"abc",), (b"abc", 5), (b"abc", -1), (b"abc", 2**40), ("a",), (3,), (), (bytearray(b"hello"), 2**70), (b"x", "a")):
        show(f, *arguments)
C=zlib.compress(b'hello world'*20)
print(C)
show(zlib.compress,b'')
show(zlib.compress,'a')
show(zlib.compress,b'a',10)
show(zlib.compress,b'a',-2)
show(zlib.compress,b'a',level=0)
show(zlib.compress,b'a',wbits=-15)
show(zlib.compress,b'a',wbits=31)
show(zlib.compress,b'a',wbits=5)
show(zlib.compress,b'a',9,15)
show(zlib.compress,data=b'a')
show(zlib.compress)
show(zlib.decompress,C)
show(zlib.decompress,C[:-1])
show(zlib.decompress,C[:5])
show(zlib.decompress,b'')
show(zlib.decompress,b'abc')
show(zlib.decompress,C+b'xx')
show(zlib.decompress,C,-15)
show(zlib.decompress,C,bufsize=0)
show(zlib.decompress,C,bufsize=-1)
show(zlib.decompress,C,wbits=47)
show(zlib.decompress,C[:-1]+b'x')
show(zlib.decompress,C,99)
show(zlib.decompress,'x')
show(zlib.decompress, b'\x78\x9c\xff\xff\xff')
show(zlib.decompress,C,8)
