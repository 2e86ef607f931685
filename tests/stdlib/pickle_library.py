# Objects of the standard library.
import collections
import dataclasses
import datetime
import enum
import fractions
import functools
import operator
import pathlib
import pickle
import random
import re
import types


class Color(enum.Enum):
    RED = 1
    GREEN = "g"


class Number(enum.IntEnum):
    ONE = 1


class Bits(enum.Flag):
    A = 1
    B = 2


Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Data:
    a: int
    b: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    a: int


values = [Color.RED, Color.GREEN, Number.ONE, Bits.A | Bits.B, Point(1, 2), Data(1, [2]), Frozen(3), collections.OrderedDict([("a", 1), ("b", 2)]),
          collections.Counter("aab"), collections.deque([1, 2], maxlen=4), collections.defaultdict(list, {"a": [1]}), collections.ChainMap({"a": 1}, {}),
          collections.UserDict(a=1), collections.UserList([1]), collections.UserString("s"), datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.date(2020, 1, 1),
          datetime.timedelta(1, 2, 3), datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=1), "X"),
          datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc), datetime.time(1, 2, 3), fractions.Fraction(1, 3), pathlib.PurePosixPath("/a/b"),
          types.SimpleNamespace(a=1), re.compile("a+b", re.I), range(5), int | str, list[int], operator.itemgetter(1), operator.attrgetter("a.b")]
for v in values:
    for protocol in range(6):
        try:
            data = pickle.dumps(v, protocol)
            back = pickle.loads(data)
        except Exception as e:
            print(type(v).__name__, protocol, type(e).__name__, e)
            continue
        print(type(v).__name__, protocol, len(data), repr(back) == repr(v))
print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED)
print(pickle.loads(pickle.dumps(functools.partial(int, base=2)))("101"))
r = random.Random(5)
copy = pickle.loads(pickle.dumps(r))
print(r.random() == copy.random())
for it in (iter([1, 2, 3]), iter((1, 2)), iter("ab"), iter(range(4)), enumerate("ab"), zip("ab", [1, 2]), map(str, [1, 2]), reversed([1, 2]), iter({1: 2})):
    next(it)
    try:
        print(type(it).__name__, list(pickle.loads(pickle.dumps(it))))
    except Exception as e:
        print(type(e).__name__, e)
