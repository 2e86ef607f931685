# test: heavy
# What is not a pickle ends in the exception that CPython raises, never in a crash.
import io
import pickle

streams = [b"", b"\x80\x04", b"\x80\x06.", b"\x80\x04]", b"\x80\x04.", b"zz", b"'", b"\x00", b"\x80\x04h\x05.", b"(.", b"t.",
           b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00K", b"B\xff\xff\xff\xffabc.", b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x8e\xff\xff\xff\xff\xff\xff\xff\x0f.",
           b"Pabc\n.", b"Iabc\n.", b"Labc\n.", b"S abc\n.", b'S"abc\n.', b"I1.", b"0.", b"2.", b"}K\x01(u.", b"}(K\x01u.",
           b"K\x01(K\x02a.", b"K\x01K\x02a.", b"K\x01K\x02K\x03s.", b"\x82\x05.", b"K\x01)R.", b"K\x01)\x81.", b"cbuiltins\nint\nK\x01\x81.", b"K\x01K\x02\x93.", b"\x97.",
           b"K\x01}b.", b"\x8a\x01", b"\x8b\xff\xff\xff\xff.", b"T\xff\xff\xff\x7f.", b"r\xff\xff\xff\xff", b"p-1\n.", b"K\x01p-1\n.", b"K\x01pa\n.", b"ga\n.", b"\x80", b"G123",
           b"X\x02\x00\x00\x00\xff\xff.", b"\x8c\x02\xff\xff.", b"c\xff\n.", b"(cbuiltins\nint\no.", b"(o.", b"(ibuiltins\nint\n.", b"1.", b"a.", b"(K\x01d.",
           b"\x91.", b"\x90.", b"(\x90.", b"K\x01(\x90.", b"\x94.", b"N\x94N\x94h\x01h\x00\x86.", b"Q.", b"b.", b"\x85.", b"\x87.", b"j\x01\x00.",
           b"\x95\x05\x00\x00\x00\x00\x00\x00\x00K\x01.", b"K\x01\x98.", b"](K\x01e0.", b"\x8b\x02\x00\x00\x00\x01\x80.", b"\x8a\x00.", b"I01\n.", b"I00\n.", b"I 12 \n.",
           b"L12L\n.", b"L-5\n.", b"F1.5\n.", b"S'a\\n\\x41\\'b'\n.", b"U\x03abc.", b"T\x02\x00\x00\x00ab.", b"Va\\u0041\n.", b"(lK\x01a.", b"(dK\x01K\x02s.", b"(K\x01K\x02l.",
           b"(K\x01K\x02d.", b"(K\x01\x91.", b"\x8f(K\x01K\x02\x90.", b"((0K\x01.", b"K\x01K\x02(K\x0310.", b"N2\x86.", b"\x96\x02\x00\x00\x00\x00\x00\x00\x00ab."]
for s in streams:
    try:
        print(s, repr(pickle.loads(s)))
    except BaseException as e:
        print(s, type(e).__module__, type(e).__name__, e)
for protocol in range(6):
    whole = pickle.dumps([1, "two", {"three": (4.0, b"five")}, None, 2**80], protocol)
    kinds = set()
    for n in range(len(whole)):
        for load in (pickle.loads, lambda b: pickle.load(io.BytesIO(b))):
            try:
                load(whole[:n])
                kinds.add("loaded")
            except Exception as e:
                kinds.add(type(e).__name__)
    print(protocol, "loaded" in kinds, kinds <= {"EOFError", "UnpicklingError", "ValueError", "AttributeError", "ModuleNotFoundError", "ImportError"})
flat = pickle.loads(b"]" * 50000 + b"a" * 49999 + b".")
n = 0
while flat:
    flat = flat[0]
    n += 1
print(n)
