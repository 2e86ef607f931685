import zlib
data = b"hello " * 50
for level in (-1, 0, 1, 6, 9): print(level, zlib.decompress(zlib.compress(data, level)) == data, zlib.decompress(zlib.compress(data, level=level, wbits=31), wbits=31) == data, zlib.decompress(zlib.compress(data, wbits=-15), -15) == data)
c = zlib.compressobj(9, zlib.DEFLATED, -12, 4, zlib.Z_FILTERED); out = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(b"x"); d = c.copy(); 0 and print(len(d.flush()) > 0)
o = zlib.decompressobj(); packed = zlib.compress(data) + b"tail"; print(o.decompress(packed, 10), len(o.unconsumed_tail) > 0, o.decompress(o.unconsumed_tail) == data[10:], o.unused_data, o.eof, o.flush())
z = zlib.compressobj(zdict=b"hello"); q = z.compress(b"hello hello") + z.flush(); print(zlib.decompressobj(zdict=b"hello").decompress(q))
print(zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(b"abc"), zlib.adler32(b"", 5), zlib.crc32(b""), zlib.MAX_WBITS, zlib.DEF_BUF_SIZE, zlib.Z_BEST_COMPRESSION, zlib.error.__module__)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: zlib.decompress(b""), lambda: zlib.decompress(b"nonsense"), lambda: zlib.decompress(zlib.compress(data)[:-5]), lambda: zlib.decompress(zlib.compress(data)[:-1] + b"x"), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 10), lambda: zlib.compressobj(wbits=99), lambda: zlib.decompressobj(wbits=99), lambda: zlib.decompressobj().decompress(b"x", -1), lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj(zdict=b"a").decompress(q), lambda: zlib.decompressobj().decompress(q), lambda: zlib.decompress(b"x", bufsize=-1), lambda: zlib.crc32("x"), lambda: zlib.decompress(zlib.compress(b"a") + b"extra")): t(f)
