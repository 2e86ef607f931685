# zlib: levels, windows, dictionaries, partial output, flushes, damage, checksums.
import zlib

data = b'repeat after me, ' * 60


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for level in range(-1, 10):
    assert zlib.decompress(zlib.compress(data, level)) == data
for bits in (-15, -9, 9, 15, 25, 31):
    c = zlib.compressobj(wbits=bits)
    packed = c.compress(data) + c.flush()
    print(bits, zlib.decompress(packed, wbits=bits) == data, zlib.decompress(packed, bits, 1) == data)
packed = zlib.compress(data)
print(zlib.decompress(packed, wbits=47) == data, zlib.decompress(packed, zlib.MAX_WBITS, 10**6) == data)
d = zlib.decompressobj()
print(d.decompress(packed[:15], 20), d.unconsumed_tail, d.eof, d.unused_data)
rest = d.decompress(d.unconsumed_tail + packed[15:] + b'extra')
print(len(rest), d.eof, d.unused_data, d.unconsumed_tail, d.flush())
twin = zlib.decompressobj()
twin.decompress(packed[:10])
other = twin.copy()
print(twin.decompress(packed[10:]) == other.decompress(packed[10:]))
c = zlib.compressobj()
one = c.compress(data) + c.flush(zlib.Z_SYNC_FLUSH)
copy = c.copy()
print(zlib.decompressobj().decompress(one) == data, one[-4:], c.flush(zlib.Z_FULL_FLUSH) != b'', len(c.flush()) > 0, len(copy.flush()) > 0)
attempt(lambda: c.compress(b'x'))
attempt(lambda: c.copy())
words = b'repeat after me'
c = zlib.compressobj(zdict=words)
packed_with = c.compress(data) + c.flush()
print(zlib.decompressobj(zdict=words).decompress(packed_with) == data)
attempt(lambda: zlib.decompress(packed_with))
attempt(lambda: zlib.decompressobj(zdict=b'wrong').decompress(packed_with))
for value in (b'', b'a', data, bytearray(b'xy'), memoryview(b'z')):
    print(zlib.crc32(value), zlib.adler32(value), zlib.crc32(value, 5), zlib.adler32(value, 5), zlib.crc32(value, -1))
messages = set()
for cut in range(len(packed)):
    try:
        zlib.decompress(packed[:cut])
    except zlib.error as error:
        messages.add(str(error))
print(messages)
for action in (lambda: zlib.compress('x'), lambda: zlib.compress(b'', 10), lambda: zlib.compress(b'', -2), lambda: zlib.decompress(b'nonsense'), lambda: zlib.decompress(packed, 99), lambda: zlib.decompress(packed, bufsize=-1), lambda: zlib.decompress(packed, bufsize=0),
               lambda: zlib.compressobj(wbits=3), lambda: zlib.compressobj(memLevel=0), lambda: zlib.decompressobj(wbits=99), lambda: zlib.decompressobj().decompress(packed, -1), lambda: zlib.decompressobj(zdict='x'), lambda: zlib.crc32('x'), lambda: zlib.adler32(),
               lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj().flush(-1), lambda: zlib.compressobj().flush(99), lambda: zlib.decompress(packed[:-1] + b'\0'), lambda: zlib.decompress(b'\x78\x9c\xff\xff')):
    attempt(action)
print(zlib.MAX_WBITS, zlib.DEFLATED, zlib.DEF_MEM_LEVEL, zlib.Z_BEST_SPEED, zlib.Z_DEFAULT_STRATEGY, zlib.DEF_BUF_SIZE, issubclass(zlib.error, Exception), type(d), type(c))
