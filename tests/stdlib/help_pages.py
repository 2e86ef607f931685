"""What help() prints about functions, classes and modules of one's own.

Second paragraph of the module.
"""
import contextlib
import inspect
import io
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


def page(thing, native=None):
    # Prints help(thing); docstrings of natives are Moray's own wording and not compared.
    with contextlib.redirect_stdout(io.StringIO()) as out:
        help(thing)
    text = out.getvalue()
    for what in (native, *(vars(Base)[name] for name in ("__dict__", "__weakref__"))):
        if type(what) in (type(len), type(str.upper), type(int.__add__), type((5).__rsub__), type(vars(Base)["__dict__"])):
            text = text.replace("\n".join(inspect.getdoc(what).splitlines()), "(its docstring)")
    print(text, end="")


for thing in (function, coroutine, commented, len, Base, Derived, Base.method, Base(1).method, Base.readonly, Base.of_class, [].append, str.upper,
              "len", "str.upper", "no_such.thing", "help_pages.Base.static", lambda x: x, Base(1), sys.modules["__main__"]):
    print("==", thing if isinstance(thing, str) else type(thing).__name__)
    if thing == "help_pages.Base.static":
        continue
    page(thing, {"len": len, "str.upper": str.upper}.get(thing) if isinstance(thing, str) else thing)
page(int.__add__, int.__add__)
page((5).__rsub__, (5).__rsub__)


# descriptors of one's own, and those without a name
import functools


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


page(Holder)
print([(a.kind, a.object) for a in inspect.classify_class_attrs(Holder) if a.name == 'constant'])
