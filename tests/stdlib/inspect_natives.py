# Which natives tell a signature and which do not, bound and unbound, and the documentation of slots.
import abc
import inspect


def show(thing):
    try:
        return str(inspect.signature(thing))
    except ValueError as error:
        return "ValueError: " + ("invalid" if "invalid" in str(error) else "none")


for name in ("iter", "getattr", "dir", "vars", "next", "min", "len", "sorted", "print", "sum", "breakpoint", "help", "exit", "isinstance"):
    print(name, show(eval(name)))
for owner, names in ((dict, "items get pop update setdefault fromkeys"), (str, "join find split maketrans count"), (bytes, "hex fromhex decode find"),
                     (set, "add union"), (list, "sort pop index"), (int, "from_bytes to_bytes conjugate"), (object, "__init__ __init_subclass__")):
    for name in names.split():
        print(f"{owner.__name__}.{name}", show(getattr(owner, name)))


class Meter:
    __slots__ = {"power": "measured in kW", "plain": None}


print(inspect.getdoc(Meter.power), Meter.power.__doc__, inspect.getdoc(Meter.plain))


class Asked:
    def __init_subclass__(cls):
        print(cls.__name__, inspect.isabstract(cls))


class Abstract(Asked, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def method(self): ...


class Concrete(Abstract):
    def method(self): ...


class Wrapped:
    def __init__(self, a): ...


Wrapped.__wrapped__ = lambda b: None
print(show(Wrapped), show(type("Empty", (), {})))
for thing in (type, Asked):
    try:
        thing.__abstractmethods__
    except AttributeError as error:
        print(error, error.name, error.obj)
