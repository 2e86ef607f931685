# lzma: containers, filters, checks, files, damage, wrong arguments.
import io
import lzma

data = b'some text, some more text, ' * 40


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


raw = [{'id': lzma.FILTER_DELTA, 'dist': 2}, {'id': lzma.FILTER_LZMA2, 'preset': 4}]
for options in ({}, {'format': lzma.FORMAT_ALONE}, {'format': lzma.FORMAT_RAW, 'filters': raw}, {'check': lzma.CHECK_NONE}, {'check': lzma.CHECK_CRC32}, {'check': lzma.CHECK_SHA256}, {'preset': 9 | lzma.PRESET_EXTREME}, {'filters': raw}):
    packed = lzma.compress(data, **options)
    back = {name: value for name, value in options.items() if name == 'format' or (name == 'filters' and options.get('format') == lzma.FORMAT_RAW)}
    print(options.get('format'), packed[:6] if 'filters' not in options else '', lzma.decompress(packed, **back) == data)
packed = lzma.compress(data)
d = lzma.LZMADecompressor()
print(d.check, d.decompress(packed[:30]), d.check, d.needs_input, d.decompress(packed[30:] + b'more', 7), d.needs_input, len(d.decompress(b'')), d.eof, d.unused_data)
attempt(lambda: d.decompress(b'x'))
c = lzma.LZMACompressor()
print(lzma.decompress(c.compress(data) + c.flush()) == data)
attempt(c.flush)
kinds = set()
for cut in range(1, len(packed)):
    try:
        lzma.decompress(packed[:cut])
    except Exception as error:
        kinds.add((type(error).__name__, str(error)))
print(kinds)
for place in range(len(packed)):
    broken = bytearray(packed)
    broken[place] ^= 0x55
    try:
        lzma.decompress(bytes(broken))
    except lzma.LZMAError:
        pass
print(lzma.decompress(packed * 2) == data * 2, lzma.is_check_supported(lzma.CHECK_CRC64), lzma.is_check_supported(99))
for action in (lambda: lzma.compress('x'), lambda: lzma.compress(b'', format=99), lambda: lzma.compress(b'', preset=10), lambda: lzma.compress(b'', check=99), lambda: lzma.compress(b'', preset=1, filters=raw), lambda: lzma.compress(b'', format=lzma.FORMAT_RAW),
               lambda: lzma.compress(b'', filters=[]), lambda: lzma.compress(b'', filters=[{'id': 5}]), lambda: lzma.compress(b'', filters=[{}]), lambda: lzma.compress(b'', filters=[1]), lambda: lzma.compress(b'', filters=[{'id': lzma.FILTER_LZMA2, 'what': 1}]),
               lambda: lzma.compress(b'', format=lzma.FORMAT_ALONE, check=lzma.CHECK_CRC32), lambda: lzma.decompress(b'nonsense'), lambda: lzma.decompress(b''), lambda: lzma.decompress(packed, format=lzma.FORMAT_ALONE), lambda: lzma.decompress(packed, memlimit=100),
               lambda: lzma.decompress(b'', format=lzma.FORMAT_RAW), lambda: lzma.LZMADecompressor(format=lzma.FORMAT_AUTO, filters=raw), lambda: lzma.open(io.BytesIO(), 'q'), lambda: lzma.LZMAFile(5), lambda: lzma.open(io.BytesIO(), 'rb', newline=''), lambda: lzma.LZMAFile(io.BytesIO(), 'r', check=1),
               lambda: lzma.LZMAFile(io.BytesIO(), 'r', preset=1)):
    attempt(action)
store = io.BytesIO()
with lzma.LZMAFile(store, 'w') as out:
    print(out.write(data), out.tell(), out.writable(), out.readable())
with lzma.open(io.BytesIO(store.getvalue()), 'rt', encoding='ascii') as text:
    print(text.read(9))
f = lzma.LZMAFile(io.BytesIO(packed))
print(f.read(4), f.seek(100), f.read(5), f.seek(-3, 2), f.read(), f.tell(), f.readline())
