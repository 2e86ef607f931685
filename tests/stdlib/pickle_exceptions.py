# Exceptions keep type, args and attributes.
import pickle


class Mine(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.extra = 3


class Broken(Exception):
    def __init__(self, a, b):
        super().__init__(f"{a} and {b}")


for e in [ValueError("x"), KeyError("k"), Mine(1, 2), OSError(2, "no", "f"), OSError(2, "no"), OSError("text"), ConnectionResetError(104, "reset"), StopIteration(5), SystemExit(3),
          UnicodeDecodeError("utf8", b"x", 0, 1, "r"), ExceptionGroup("g", [ValueError(1), TypeError(2)]), KeyboardInterrupt(), ZeroDivisionError("d")]:
    for protocol in (0, 2, 4, 5):
        back = pickle.loads(pickle.dumps(e, protocol))
        print(protocol, repr(back), str(back), type(back) is type(e), back.__dict__ if hasattr(back, "extra") else "")
back = pickle.loads(pickle.dumps(OSError(2, "no", "f")))
print(back.errno, back.strerror, back.filename)
noted = ValueError("n")
noted.add_note("a note")
print(pickle.loads(pickle.dumps(noted)).__notes__)
try:
    pickle.loads(pickle.dumps(Broken(1, 2)))
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
except ValueError as e:
    back = pickle.loads(pickle.dumps(e))
    print(back.__cause__, back.__traceback__)
for e in (pickle.PickleError, pickle.PicklingError, pickle.UnpicklingError):
    print(e, e.__mro__[1:3])
