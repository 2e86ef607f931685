# test: heavy
# Ints that are worked on in pieces: carries, borrows, shifts and signs across the pieces' ends.
import random
import zlib

random.seed(5)
PIECE = 2_097_152  # bits


def check(v):
    return zlib.crc32(hex(v).encode())


for a, b in [
    ((1 << 2 * PIECE) - 1, 1),
    (1 << 2 * PIECE, 1),
    (1 << 2 * PIECE + 5, -(1 << PIECE)),
    (-(1 << 2 * PIECE), (1 << PIECE) - 1),
    (random.getrandbits(2 * PIECE + 70), random.getrandbits(PIECE + 3)),
    (random.getrandbits(PIECE), -random.getrandbits(2 * PIECE)),
    (-((1 << 3 * PIECE) - 1), -((1 << 3 * PIECE) - 1)),
]:
    print([check(v) for v in (a + b, a - b, b - a, a & b, a | b, a ^ b, ~a, -a)])
    print([check(v) for v in (a << 1, a << 64, a << 63, a >> 1, a >> 64, a >> PIECE, a >> PIECE + 63)], a.bit_count())
    n = a.bit_length() // 8 + 3
    for order in "little", "big":
        as_bytes = a.to_bytes(n, order, signed=True)
        print(zlib.crc32(as_bytes), int.from_bytes(as_bytes, order, signed=True) == a, check(int.from_bytes(as_bytes, order)))
