# gzip: headers, names, times, several members, damage at every byte, arguments.
import gzip
import io
import zlib

data = b'line one\nline two\n' * 30


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


print(gzip.compress(b'x', mtime=0).hex(), gzip.compress(b'', 1, mtime=5).hex())
packed = gzip.compress(data, mtime=0)
print(gzip.decompress(packed + packed) == data * 2, gzip.decompress(packed + bytes(7)) == data, gzip.decompress(b''))
store = io.BytesIO()
with gzip.GzipFile('/tmp/some/name.txt.gz', 'wb', 6, store, 1234567890) as f:
    print(f.write(data), f.tell(), f.mode, f.name, f.writable(), f.readable(), f.fileno if False else '', f.myfileobj)
    f.flush()
print(store.getvalue()[:20], f.closed)
with gzip.GzipFile(fileobj=io.BytesIO(store.getvalue())) as f:
    print(f.mtime, f.readline(), f.mtime, f.read(5), f.tell(), f.seek(0), f.peek(4)[:4], f.read1(3), f.seek(5, 1), f.read(4), f.rewind(), f.readlines()[-1], f.mode, f.name)
flagged = b'\x1f\x8b\x08\x1e\0\0\0\0\0\xff' + b'\x04\0extr' + b'name\0' + b'comment\0'
flagged += (zlib.crc32(flagged) & 0xffff).to_bytes(2, 'little') + packed[10:]
print(gzip.decompress(flagged) == data)
kinds = {}
for cut in range(1, len(packed)):
    try:
        gzip.decompress(packed[:cut])
    except Exception as error:
        kinds.setdefault((type(error).__name__, str(error)), []).append(cut)
print({key: (value[0], value[-1]) for key, value in kinds.items()})
kinds = set()
for place in range(len(packed)):
    broken = bytearray(packed)
    broken[place] ^= 0x15
    try:
        gzip.decompress(bytes(broken))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        kinds.add(type(error).__name__)
print(sorted(kinds))
for action in (lambda: gzip.decompress(b'not gzip'), lambda: gzip.decompress(b'\x1f'), lambda: gzip.decompress(packed[:2] + b'\x07' + packed[3:]), lambda: gzip.decompress(packed + b'junk'), lambda: gzip.compress('x'), lambda: gzip.compress(b'', 10),
               lambda: gzip.open(io.BytesIO(), 'q'), lambda: gzip.open(5), lambda: gzip.open(io.BytesIO(), 'rb', encoding='a'), lambda: gzip.open('/none.gz'), lambda: gzip.GzipFile(), lambda: gzip.GzipFile(fileobj=io.BytesIO(), mode='rU'), lambda: gzip.open(io.BytesIO(), 'rtb')):
    attempt(action)
with gzip.GzipFile(fileobj=io.BytesIO(), mode='w') as out:
    for action in (lambda: out.read(), lambda: out.seek(3), lambda: out.seek(0), lambda: out.write('text'), lambda: out.peek(1), lambda: out.seek(1, 2)):
        attempt(action)
with gzip.GzipFile(fileobj=io.BytesIO(packed)) as into:
    attempt(lambda: into.write(b'x'))
attempt(lambda: into.read())
with gzip.open(io.BytesIO(packed), 'rt') as text:
    print(text.readline(), next(text))
print(issubclass(gzip.BadGzipFile, OSError), gzip.FNAME, gzip.READ, gzip.WRITE)
