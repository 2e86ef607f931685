# Numbers in every protocol: the bytes, and what comes back.
import pickle

values = [0, 1, -1, 255, 256, 65535, 65536, -128, -32769, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**64, 2**100, -2**100, 2**2039, -2**2039,
          0.0, -0.0, 1.5, 1e300, float("inf"), float("-inf"), 0.1, 3 + 4j, True, False, None]
for v in values:
    for protocol in range(6):
        data = pickle.dumps(v, protocol)
        back = pickle.loads(data)
        print(protocol, data if len(data) < 80 else (len(data), data[:20], data[-20:]), repr(back) == repr(v), type(back) is type(v))
print(pickle.loads(pickle.dumps(float("nan"))) != 0)
print(pickle.encode_long(0), pickle.encode_long(255), pickle.encode_long(-256), pickle.encode_long(-128), pickle.encode_long(2**40))
print(pickle.decode_long(b""), pickle.decode_long(b"\xff\x00"), pickle.decode_long(b"\xff\x7f"), pickle.decode_long(b"\x00\xff"))
