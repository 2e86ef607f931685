# bz2: levels, streams, files, damage at every place, wrong arguments.
import bz2
import io

data = b'some text, some more text, ' * 40


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for level in range(1, 10):
    assert bz2.decompress(bz2.compress(data, level)) == data
packed = bz2.compress(data)
print(packed[:4], bz2.decompress(b''), bz2.decompress(packed + packed) == data * 2, bz2.decompress(packed + b'rest') == data)
whole = bz2.BZ2Decompressor()
print(whole.decompress(packed[:20]), whole.needs_input, whole.eof, whole.decompress(packed[20:] + b'tail', 10), whole.needs_input, whole.eof, len(whole.decompress(b'')), whole.eof, whole.unused_data)
c = bz2.BZ2Compressor(9)
parts = [c.compress(data[:100]), c.compress(memoryview(data)[100:]), c.flush()]
print(bz2.decompress(b''.join(parts)) == data)
attempt(lambda: c.compress(b'x'))
attempt(c.flush)
attempt(lambda: whole.decompress(b'x'))
kinds = set()
for cut in range(1, len(packed)):
    try:
        bz2.decompress(packed[:cut])
    except Exception as error:
        kinds.add((type(error).__name__, str(error)))
print(kinds)
kinds = set()
for place in range(len(packed)):
    broken = bytearray(packed)
    broken[place] ^= 0x55
    try:
        assert bz2.decompress(bytes(broken)) == data
    except (OSError, ValueError, EOFError) as error:
        kinds.add((type(error).__name__, str(error)))
print(sorted(kinds))
for action in (lambda: bz2.compress('text'), lambda: bz2.compress(b'', 0), lambda: bz2.compress(b'', 10), lambda: bz2.BZ2Compressor('x'), lambda: bz2.BZ2Compressor(0), lambda: bz2.decompress('x'),
               lambda: bz2.open(io.BytesIO(), 'q'), lambda: bz2.open(5), lambda: bz2.BZ2File(io.BytesIO(), 'rw'), lambda: bz2.open(io.BytesIO(), 'rb', encoding='utf-8'), lambda: bz2.BZ2File('/none'), lambda: bz2.BZ2File(io.BytesIO(b'zz')).read()):
    attempt(action)
store = io.BytesIO()
with bz2.open(store, 'wt', encoding='utf-8', newline='\n') as out:
    print(out.write('l\u00e9\nzwei\n'))
store.seek(0)
with bz2.open(store, 'rt', encoding='utf-8') as text:
    print(text.readlines())
f = bz2.BZ2File(io.BytesIO(packed))
print(f.read(4), f.tell(), f.seek(10), f.read1(5), f.peek(2)[:2], f.seek(-4, 2), f.read(), f.readable(), f.writable(), f.seekable(), f.closed)
f.close()
attempt(f.read)
attempt(lambda: f.closed)
