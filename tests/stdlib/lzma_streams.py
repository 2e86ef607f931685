# lzma: formats, filters, objects, files, errors, bounded output.
import io
import lzma
import os
import tempfile


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


text = b"".join(b"line %d of the text\n" % i for i in range(500))
raw = [{"id": lzma.FILTER_DELTA, "dist": 5}, {"id": lzma.FILTER_LZMA2, "preset": 7 | lzma.PRESET_EXTREME}]
for arguments in ({}, {"preset": 0}, {"check": lzma.CHECK_CRC32}, {"check": lzma.CHECK_NONE}, {"check": lzma.CHECK_SHA256}, {"format": lzma.FORMAT_ALONE},
                  {"format": lzma.FORMAT_RAW, "filters": raw}, {"filters": [{"id": lzma.FILTER_LZMA2, "dict_size": 65536, "lc": 1}]}):
    packed = lzma.compress(text, **arguments)
    back = {k: v for k, v in arguments.items() if k in ("format", "filters") and arguments.get("format") == lzma.FORMAT_RAW}
    print(len(packed), packed[:10].hex(), lzma.decompress(packed, **back) == text)
packed = lzma.compress(b"hello" * 100)
L = lzma
show(L.LZMACompressor, 9)
show(L.LZMACompressor, L.FORMAT_XZ, -1, 12)
show(L.LZMACompressor, L.FORMAT_ALONE, 1)
show(L.LZMACompressor, L.FORMAT_RAW)
show(L.LZMACompressor, preset=1, filters=[])
for filters in ([{}], [{"id": 99}], 3, [3], [{"id": 33, "preset": 20}], [{"id": 33, "foo": 1}], [{"id": 33}] * 5, [{"id": 33, "dict_size": 1}],
                [{"id": 3, "dist": 2000}, {"id": 33}], [{"id": 33, "lc": 9}], [{"id": 4, "foo": 2}, {"id": 33}]):
    show(L.LZMACompressor, filters=filters)
show(L.LZMACompressor, preset=2**40)
show(L.LZMADecompressor, 9)
show(L.LZMADecompressor, L.FORMAT_RAW)
show(L.LZMADecompressor, L.FORMAT_XZ, filters=[])
show(L.LZMADecompressor, L.FORMAT_RAW, 1000, filters=[{"id": 33}])
d = L.LZMADecompressor()
show(d.decompress, b"garbage data is long")
show(L.LZMADecompressor(memlimit=1000).decompress, packed)
d = L.LZMADecompressor()
print(d.check, d.decompress(packed + b"tail", 10), d.check, d.needs_input, d.eof, len(d.decompress(b"")), d.eof, d.needs_input, d.unused_data)
show(d.decompress, b"")
for data in (packed[:-1], b"", b"abc", packed + packed[:5], packed + b"junk", packed + packed, packed[:40] + b"\xff" + packed[41:]):
    show(lambda: len(L.decompress(data)))
show(L.decompress, packed, L.FORMAT_ALONE)
c = L.LZMACompressor()
c.compress(b"a")
show(c.compress, "x")
c.flush()
show(c.flush)
show(c.compress, b"x")
show(L.is_check_supported, 1)
show(L.is_check_supported, 2)
show(L.is_check_supported, 99)
show(L.is_check_supported, "x")
bomb = lzma.compress(bytes(10_000_000), preset=1)
d = lzma.LZMADecompressor()
print(len(bomb), len(d.decompress(bomb, max_length=1000)), d.needs_input, len(d.decompress(b"", 5)))

path = os.path.join(tempfile.mkdtemp(), "a.xz")
with lzma.open(path, "w", preset=1) as f:
    print(f.write(text), f.tell(), f.readable(), f.writable(), f.seekable())
    show(f.read)
    show(f.seek, 0)
with lzma.open(path) as f:
    print(f.read(10), f.tell(), f.seek(40), f.readline(), f.peek()[:4], f.read1(5), f.seek(-4, 2), f.readlines(), f.read(), f.seekable())
    show(f.write, b"x")
with lzma.open(path, "at", encoding="ascii") as f:
    f.write("again")
with lzma.open(path, "rt", encoding="ascii") as f:
    print(f.read()[-10:])
show(lzma.LZMAFile(io.BytesIO(packed[:-20])).read)
show(lzma.LZMAFile(io.BytesIO(b"")).read)
print(len(lzma.LZMAFile(io.BytesIO(packed + b"junk")).read()))
show(lzma.open, path, "z")
show(lzma.open, path, "rbt")
show(lzma.open, path, "rb", newline="x")
show(lzma.LZMAFile, 3)
show(lzma.LZMAFile, path, "r", preset=1)
show(lzma.LZMAFile, path, "r", check=1)
print(f.closed, lzma.__all__)
