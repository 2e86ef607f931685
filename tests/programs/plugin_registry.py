# Plug-ins that register themselves: by decorator, by __init_subclass__, by metaclass; looked up by name and by type.
import functools
import inspect
from abc import ABC, abstractmethod


class Registry(dict):
    def __call__(self, name=None, *, tags=()):
        def add(thing):
            key = name or thing.__name__
            if key in self:
                raise LookupError(f"{key!r} is there already: {self[key].__qualname__}")
            self[key] = thing
            thing.tags = frozenset(tags)
            return thing
        if callable(name):
            thing, name = name, None
            return add(thing)
        return add

    def __missing__(self, key):
        import difflib
        close = difflib.get_close_matches(key, self, n=1)
        raise LookupError(f"no {key!r}" + (f", did you mean {close[0]!r}?" if close else ""))

    def tagged(self, tag):
        return sorted(k for k, v in self.items() if tag in v.tags)


command = Registry()


@command
def greet(name: str, *, loud: bool = False) -> str:
    "Greets somebody."
    text = f"hello {name}"
    return text.upper() if loud else text


@command("sum", tags={"math"})
def add_up(*numbers: int) -> int:
    "Adds numbers."
    return sum(numbers)


@command(tags=["math", "slow"])
def power(base: int, exponent: int = 2) -> int:
    return base ** exponent


def usage(name):
    function = command[name]
    signature = inspect.signature(function)
    parts = []
    for p in signature.parameters.values():
        text = p.name if p.annotation is p.empty else f"{p.name}:{p.annotation.__name__}"
        if p.kind is p.VAR_POSITIONAL:
            text = f"[{text}...]"
        elif p.default is not p.empty:
            text = f"[{'--' if p.kind is p.KEYWORD_ONLY else ''}{text}={p.default}]"
        parts.append(text)
    return f"{name} {' '.join(parts)} -> {signature.return_annotation.__name__}  # {inspect.getdoc(function) or 'no help'}"


for name in command:
    print(usage(name))
print(command.tagged("math"), command.tagged("none"))
print(command["greet"]("ann", loud=True), command["sum"](1, 2, 3), command["power"](3))
for bad in ("gret", "zzz"):
    try:
        command[bad]
    except LookupError as error:
        print(error)
try:
    @command("sum")
    def other(): ...
except LookupError as error:
    print(error)


class Exporter(ABC):
    formats: dict[str, type["Exporter"]] = {}

    def __init_subclass__(cls, /, extension=None, **rest):
        super().__init_subclass__(**rest)
        if extension:
            cls.formats[extension] = cls
            cls.extension = extension

    @abstractmethod
    def export(self, rows): ...

    @classmethod
    def for_file(cls, name):
        return cls.formats[name.rpartition(".")[2]]()


class CSV(Exporter, extension="csv"):
    def export(self, rows):
        return "\n".join(",".join(map(str, row)) for row in rows)


class TSV(CSV, extension="tsv"):
    def export(self, rows):
        return super().export(rows).replace(",", "\t")


class Broken(Exporter, extension="brk"):
    pass


print(Exporter.formats)
print(repr(Exporter.for_file("a.b.tsv").export([(1, 2), (3, 4)])))
for name in ("x.brk", "x.pdf"):
    try:
        Exporter.for_file(name)
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
try:
    class Odd(Exporter, colour="red"): ...
except TypeError as error:
    print(error)


class Meta(type):
    seen = []

    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.seen.append((name, sorted(k for k in ns if not k.startswith("_")), kw))
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class Base(metaclass=Meta):
    x = 1


class Child(Base, option=3):
    def method(self): ...


print(Meta.seen, type(Child).__name__)


@functools.singledispatch
def show(value):
    return f"something: {value!r}"


@show.register
def _(value: int | float):
    return f"number {value:+}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "sequence " + " ".join(show(v) for v in value)


print(show([1, -2.5, "x", (True,)]), show.dispatch(bool) is show.dispatch(int), list(show.registry)[:2])
