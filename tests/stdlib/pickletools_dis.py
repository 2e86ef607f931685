# dis, genops, optimize.
import pickle
import pickletools


class C:
    pass


c = C()
c.x = [1, (2, 3)]
shared = ["s"]
for obj in ([], [1, 2.5, "text", b"bytes", None, True], {"a": (1, 2, 3, 4)}, {1, 2}, frozenset({3}), c, len, [shared, shared], 2**100, bytearray(b"q"), range(3), -1, 300, 70000):
    for protocol in range(6):
        data = pickle.dumps(obj, protocol)
        pickletools.dis(data)
        short = pickletools.optimize(data)
        print(len(data), len(short), short)
        pickletools.dis(short)
for op, arg, pos in pickletools.genops(pickle.dumps([1, "a"], 4)):
    print(op.name, op.code.encode("latin-1"), op.proto, arg, pos)
pickletools.dis(b"(I1\nS'a\\n'\nL5L\nF1.5\nV\\u20ac\nP77\nl.")
for bad in (b"", b"]", b"z.", b"].0", b"]].", b"a.", b"t.", b"h\x00.", b"]q\x00q\x00.", b"(q\x00.", b"K", b"U\x05ab."):
    try:
        pickletools.dis(bad)
    except ValueError as e:
        print(e)
print(len(pickletools.opcodes), sorted(op.name for op in pickletools.opcodes)[:5])
