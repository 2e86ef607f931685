# struct: each format letter with bounds, repeats, alignment, pads, half floats, iteration, errors.
import struct


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for letter in 'xcbB?hHiIlLqQnNefdspP':
    for order in '@=<>!':
        try:
            print(letter, order, struct.calcsize(order + letter), struct.calcsize(order + '3' + letter), struct.calcsize(order + 'c' + letter))
        except struct.error as error:
            print(letter, order, error)
for letter, values in (('b', (-129, -128, 127, 128, 1.5, 'a', None, True)), ('B', (-1, 0, 255, 256)), ('h', (-32769, 32767)), ('H', (-1, 65536)), ('i', (-2**31 - 1, 2**31 - 1)), ('I', (2**32 - 1, 2**32, -1)), ('q', (2**63, -2**63)), ('Q', (2**64, 2**64 - 1, -1)),
                       ('e', (1.0, 65504.0, 65520.0, 1e-8, float('nan'), float('inf'), 'x')), ('f', (1e38, 1e39, 0.1, 3)), ('d', (1e308, 5, None)), ('c', (b'a', b'ab', 'a', 97)), ('?', (0, 1, [], 'x', None)), ('s', (b'abc', 'abc', bytearray(b'z'))), ('3s', (b'abcdef', b'a')), ('p', (b'abc',)), ('5p', (b'abcdefgh', b'', b'xy'))):
    for value in values:
        attempt(lambda: struct.pack('<' + letter, value))
for form in ('', '<', '3', 'y', '<P', '2 h', '< h', 'h 2', '99999999999999999999h', '0s', '0h', 'hx0i', '-1h', 'h\0', 'é', '<n', '1000000000000s'):
    attempt(lambda: struct.calcsize(form))
s = struct.Struct('<2h3sxf')
buffer = bytearray(20)
print(s.size, s.format, s.pack(1, -2, b'abc', 0.5), s.unpack(s.pack(1, -2, b'abc', 0.5)), s.pack_into(buffer, 4, 9, 8, b'q', 2.0), buffer, s.unpack_from(buffer, 4), s.unpack_from(buffer, offset=-16))
print(list(struct.iter_unpack('<hb', bytes(range(9)))), list(s.iter_unpack(b'')), struct.unpack('>5p2s', b'\x03abcdxy'), struct.unpack('4?', b'\0\1\2\0'), struct.unpack('<e', b'\x00\x7c'))
for action in (lambda: s.pack(1), lambda: s.pack(1, 2, b'', 0.5, 6), lambda: s.unpack(b'x'), lambda: s.unpack_from(buffer, 15), lambda: s.unpack_from(buffer, -30), lambda: s.pack_into(buffer, 15, 1, 2, b'', 0), lambda: s.pack_into(b'readonly' * 4, 0, 1, 2, b'', 0), lambda: s.pack_into(buffer, -3, 1, 2, b'', 0),
               lambda: struct.unpack('h', 'ab'), lambda: list(struct.iter_unpack('h', b'abc')), lambda: list(struct.iter_unpack('', b'')), lambda: struct.pack(), lambda: struct.pack(5), lambda: struct.Struct(), lambda: struct.Struct(None), lambda: struct.pack_into('h', buffer), lambda: struct.unpack(b'<h', b'\1\2'),
               lambda: struct.iter_unpack('h', b'abcd').__length_hint__(), lambda: struct.pack('<Q', 2**70), lambda: struct.pack('f', 10**400)):
    attempt(action)


class Index:
    def __index__(self):
        return 7


print(struct.pack('bHq', Index(), Index(), Index()), struct.unpack('@ihb', struct.pack('@ihb', 1, 2, 3)), struct.calcsize('@bi'), struct.calcsize('=bi'), struct.calcsize('@ib0i'))
