import enum
from enum import *
class Colour(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
    def nice(self): return self.name.title()
    @classmethod
    def first(cls): return next(iter(cls))
    @property
    def low(self): return self.name.lower()
print(list(Colour), Colour.CRIMSON, Colour(2), Colour["RED"], Colour.RED.nice(), Colour.first(), Colour.GREEN.low, Colour.__members__, len(Colour), Colour.RED in Colour, 1 in Colour, 9 in Colour, Colour.RED == 1, Colour.RED is Colour.CRIMSON, repr(Colour.RED), str(Colour.RED), f"{Colour.RED:>12}", hash(Colour.RED) == hash("RED"), Colour.RED.name, Colour.RED.value, list(reversed(Colour)), bool(Colour.RED))
for f in (lambda: Colour(9), lambda: Colour["NOPE"], lambda: setattr(Colour, "RED", 5), lambda: delattr(Colour, "RED"), lambda: Colour.RED < Colour.GREEN, lambda: type("X", (Colour,), {}), lambda: Colour.NOPE, lambda: setattr(Colour.RED, "name", 5), lambda: setattr(Colour.RED, "value", 5), lambda: Colour(), lambda: int(Colour.RED)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Level(IntEnum): LOW = 1; HIGH = 10
class Word(StrEnum): A = auto(); LONG_NAME = auto(); C = "see"
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
class IPerm(IntFlag, boundary=KEEP): A = 1; B = 4
print(Level.LOW + 1, Level.HIGH > Level.LOW, repr(Level.HIGH), str(Level.HIGH), f"{Level.HIGH:04}", [10, 20][Level.LOW], Level(10), repr(Word.A), str(Word.LONG_NAME), Word.C + "!", Word("see"), Word.A == "a")
print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, ~Perm.R, Perm.R & Perm.W, Perm(0), list(Perm.RW), Perm.R in Perm.RW, Perm.RW ^ Perm.R, bool(Perm(0)), Perm(7), len(Perm.RW), str(Perm(5)), Perm.RW.name, Perm(5).name, (Perm.R | Perm.X).value)
print(IPerm.A | 8, repr(IPerm(12)), IPerm(3) & 1, ~IPerm.A, IPerm.A + 1, IPerm(16), list(IPerm(5)))
for f in (lambda: Perm(8), lambda: Perm("x"), lambda: Perm.R | 1, lambda: Perm.R < Perm.W):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@unique
class U(Enum): A = 1; B = 2
try:
    @unique
    class V(Enum): A = 1; B = 1
except ValueError as e: print(e)
F = Enum("F", "X Y Z", start=5); G = Enum("G", {"A": "a"}); H = IntEnum("H", ["P", "Q"], module="m", qualname="q.H")
print(list(F), list(G), list(H), H.__module__, H.__qualname__)
class N(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return (name, start, count, last)
    A = auto(); B = 5; C = auto()
    D = nonmember(7); E = member(lambda: 1)
    _ignore_ = "tmp"; tmp = 5
print([m.value if m.name != "E" else "f" for m in N], N.D)
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value): return cls.A if value == "a" else None
print(M("a"))
try: M("b")
except ValueError as e: print(e)
print(verify(CONTINUOUS, UNIQUE)(Level) if False else "", enum.show_flag_values(5), enum.property.__name__, Colour.__doc__, Colour.RED.__objclass__ if hasattr(Colour.RED, "__objclass__") else None)
