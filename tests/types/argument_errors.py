"""What C functions say when they are called wrongly: counts, keywords, missing self."""


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


# special methods have words of their own
attempt((5).__add__)
attempt((5).__add__, 1, 2)
attempt((5).__abs__, 1)
attempt((5).__abs__, x=1)
attempt((5).__pow__)
attempt(object().__setattr__, "x")
attempt(int.__add__)
attempt(int.bit_length)
attempt(int.bit_length, x=1)

# a bound method is called by the type of its object
attempt(True.bit_count, x=1)
attempt([].append)
attempt("".find, sub="x")
attempt("".find)
attempt(set().union, x=1)

# too many, with keywords counted in
attempt((5).to_bytes, 1, "big", True, False)
attempt("".split, 1, sep=2, maxsplit=3)
attempt("".splitlines, keepends=True, other=1)
attempt(sorted, [1], [2])
attempt(bytes.maketrans)
attempt(str.maketrans)
attempt(int.__format__, 5, None)
attempt(int, "5", 10**20)
attempt(float.fromhex, 5)


# empty things that ask for little
attempt({}.pop, [])
attempt({}.pop, [], "default")
attempt(b"".decode, "no-such-codec")
attempt(b"x".decode, "no-such-codec")
attempt(bytes.fromhex, "0 é")
attempt(b"abc".partition, bytearray(b"b"))
attempt(format, 1.5, "x\0")
attempt(format, 1.5, "\u0661\u0660")
attempt(format, 0.02, "#.1")

x = None
try:
    x |= None
except TypeError as error:
    print(error)
print(len.__text_signature__, print.__text_signature__, globals.__text_signature__)

# memoryviews of one item are contiguous whatever their stride, empty ones are not
view = memoryview(bytearray(range(12)))
print(view[3:4:5].contiguous, view[3:3:5].contiguous, view[::2].c_contiguous)
print(bytes(view.cast("h")[::-2]), view[::4][:1].cast("b").tolist())
attempt(view.tobytes, "X")
attempt(view.__setitem__, slice(0, 2), memoryview(b"abcd").cast("h"))
view[::3] = memoryview(b"abcdefgh")[::2]
print(view.tobytes())
nan = memoryview(b"\xff" * 8).cast("d")
print(nan == nan, nan != nan)
