# str, bytes and bytearray in every protocol.
import pickle

values = ["", "abc", "\xe9t\xe9", "\u65e5\u672c", "\ud800", "a" * 300, "x\ny\\z\r\0\x1a\U0001F600", b"", b"abc", b"\xff\x00" * 3, b"q" * 300,
          bytearray(), bytearray(b"xyz"), "z" * 70000, b"w" * 70000, bytearray(b"v" * 70000)]
for v in values:
    for protocol in range(6):
        data = pickle.dumps(v, protocol)
        back = pickle.loads(data)
        print(protocol, data if len(data) < 120 else (len(data), data[:30], data[-30:]), back == v, type(back) is type(v))
