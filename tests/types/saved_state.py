"""State of iterators and of streams in memory: __reduce__, __getstate__, __setstate__, copy and pickle."""
import copy
import io
import pickle

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"), lambda: iter("äbc"), lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")),
             lambda: iter(range(10, 40, 10)), lambda: reversed([1, 2, 3]), lambda: iter({1: 2, 3: 4}), lambda: iter({"a": 1}.items()), lambda: enumerate("abc"),
             lambda: zip("abc", "def"), lambda: map(str, [1, 2, 3]), lambda: filter(None, [1, 2, 3])):
    it = make()
    next(it)
    try:
        print(type(it).__name__, it.__reduce__()[1:] if type(it) not in (map, filter, zip, enumerate) else "", list(copy.copy(it)), list(pickle.loads(pickle.dumps(it))))
    except TypeError as error:
        print(type(it).__name__, error)
    if hasattr(it, "__setstate__") and type(it) is not zip:
        it = make()
        it.__setstate__(2)
        print(list(it))
        for state in (-5, 99, "x"):
            it = make()
            try:
                it.__setstate__(state)
                print(state, list(it))
            except TypeError as error:
                print(state, error)

s = io.StringIO("one\ntwo\n")
s.readline()
print(s.__getstate__())
again = pickle.loads(pickle.dumps(s))
print(again.tell(), again.read(), repr(again.getvalue()))
print(copy.copy(s).readline())
s = io.StringIO("a\r\nb\rc", newline=None)
print(s.__getstate__())
print(pickle.loads(pickle.dumps(s)).readlines())
b = io.BytesIO(b"one two")
b.seek(4)
b.note = "kept"
print(b.__getstate__())
again = pickle.loads(pickle.dumps(b))
print(again.read(), again.getvalue(), again.note)
for stream, states in ((s, (1, (1, 2, 3), ("", "\n", -1, None), ("", "\n", "x", None), ("", "\n", 0, 5), (3, "\n", 0, None), ("x", "?", 0, None), ("äöü", "\n", 2, {"q": 1}))),
                       (b, (1, (1, 2), (b"", -1, None), (b"", "x", None), (b"", 0, 5), (3, 0, None), (b"xyz", 5, None)))):
    for state in states:
        try:
            print(stream.__setstate__(state), stream.tell(), repr(stream.read()))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
s.close()
try:
    s.__getstate__()
except ValueError as error:
    print(error)

e = BlockingIOError(11, "busy", 5)
print(e, e.args, e.filename, e.characters_written)
e.characters_written = 7
print(e.characters_written)
del e.characters_written
for action in (lambda: e.characters_written, lambda: e.__delattr__("characters_written"), lambda: OSError(1, "x").characters_written,
               lambda: setattr(e, "characters_written", "x")):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
