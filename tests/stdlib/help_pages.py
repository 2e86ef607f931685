"""What help() prints about functions, classes and modules of one's own.

Second paragraph of the module.
"""
import sys

__version__ = "1.2"
__all__ = ["function", "Base", "Derived", "LIMIT", "LIST"]
LIMIT = 5
LIST = list(range(100))


def function(a, b=2, *c, d: int = 3, **e) -> str:
    """Do a thing.

    More about it.
    """


async def coroutine(x):
    "waits"


# a comment
# stands for a missing docstring
def commented():
    pass


class Base:
    """A class.

    With text."""
    x = 1
    y: int = 2
    long = "text" * 40

    def __init__(self, p):
        "make it"

    def method(self, q=1):
        "what it does"

    other = method

    def bare(self):
        pass

    @classmethod
    def of_class(cls):
        "class method"

    @staticmethod
    def static(k):
        "static"

    @property
    def readonly(self):
        "a property"

    @property
    def writable(self):
        return 1

    @writable.setter
    def writable(self, v):
        pass


class Derived(Base):
    __slots__ = ("slot",)

    def method(self):
        "overridden"

    def _private(self):
        "hidden"

    def __len__(self):
        return 0


for thing in (function, coroutine, commented, len, Base, Derived, Base.method, Base(1).method, Base.readonly, Base.of_class, [].append, str.upper,
              "len", "str.upper", "no_such.thing", "help_pages.Base.static", lambda x: x, Base(1), sys.modules["__main__"]):
    print("==", thing if isinstance(thing, str) else type(thing).__name__)
    if thing == "help_pages.Base.static":
        continue
    help(thing)
help(int.__add__)
help((5).__rsub__)
print(int.__abs__.__doc__, "|", float.__rfloordiv__.__doc__, "|", bool.__xor__.__doc__, "|", complex.__pow__.__doc__, "|", int.__le__.__doc__)


# descriptors of one's own, and those without a name
import functools
import inspect


class Constant:
    def __get__(self, obj, cls=None):
        return 5

    def __set__(self, obj, value):
        pass


class Holder:
    constant = Constant()

    @functools.cached_property
    def once(self):
        """Computed once."""


help(Holder)
print([(a.kind, a.object) for a in inspect.classify_class_attrs(Holder) if a.name == 'constant'])
