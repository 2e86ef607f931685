# test: heavy
# Large pickles to the byte: where frames begin and end, and what is written to a file at once.
import io
import pickle


class P:
    def __init__(self, i):
        self.a = i
        self.b = str(i)


class File:
    def __init__(self):
        self.sizes = []
        self.data = b""

    def write(self, b):
        b = bytes(b)
        self.sizes.append(len(b))
        self.data += b


def checksum(data):
    return sum((i % 65521 + 1) * b for i, b in enumerate(data))


objects = [P(i) for i in range(5000)]
values = [objects, [{"id": i, "tags": ["a", str(i % 10)], "score": i * 1.5} for i in range(3000)], ["x" * 1000] * 3 + ["y" * i for i in range(600)],
          [b"q" * 70000, b"r" * 10, b"s" * 65536, "t" * 65535, bytearray(b"u" * 70000)], {i: (i, [i]) for i in range(4000)}, set(range(30000))]
for v in values:
    for protocol in (0, 2, 3, 4, 5):
        f = File()
        pickle.dump(v, f, protocol)
        data = pickle.dumps(v, protocol)
        print(protocol, len(data), checksum(data), data == f.data, f.sizes[:12], len(f.sizes))
        back = pickle.load(io.BytesIO(data))
        print(len(back), back == v or [vars(x) for x in back] == [vars(x) for x in v])
