# Zeros are zeros, also where memory of bytes that have died is used again.
import gc
import struct


class Sub(bytes):
    pass


N = 3_000_000
makers = [bytes, Sub, bytearray, lambda n: struct.pack(f'{n}x'), lambda n: (0).to_bytes(n, 'big')]
for make in makers:
    seen = set()
    for i in range(6):
        text = b'h' * N
        for piece in (text[1:], text[:-1000], text + b'i'):
            pass
        del text, piece
        gc.collect()
        zeros = make(N)
        seen.add((len(zeros), zeros.count(0)))
        del zeros
    print(seen)
for i in range(4):
    for data in (bytes(N), b'hello world ' * 300_000):
        parts = [data[:step] for step in (1000, 77, 1_000_000, 40_000, N)]
        whole = b''.join(parts)
        print(data.count(0), whole.count(0), end=' ')
print()
