"""os.path and copy: strs and builtin containers have a short way; what comes with others, and the errors, are the same."""
import copy
import itertools
import os.path
import pathlib


class Text(str):
    pass


class Rows(list):
    pass


class Place:
    def __fspath__(self):
        return "/place"


pieces = ["", "a", "/b", "c/", "//d", "e.txt", "/"]
for n in (1, 2, 3):
    for parts in itertools.product(pieces, repeat=n):
        joined = os.path.join(*parts)
        assert joined == os.path.join(*map(Text, parts)) == os.path.join(*map(os.fsencode, parts)).decode(), parts
        assert os.path.split(joined) == tuple(map(os.fsdecode, os.path.split(joined.encode()))) == os.path.split(Text(joined))
        assert os.path.basename(joined) == os.path.split(joined)[1] == os.path.basename(Text(joined))
        assert os.path.dirname(joined) == os.path.split(joined)[0]
        assert os.path.splitext(joined) == tuple(map(os.fsdecode, os.path.splitext(joined.encode())))
print([os.path.join(*p) for p in itertools.product(["a", "/b/", ""], ["c", "/d", ""])])
print([os.path.split(p) for p in ("a/b", "/a", "a//b//", "//", "", "a", "///a")])
print([os.path.splitext(p) for p in ("a.b.c", ".bashrc", "a/.b", "a.d/b", "...a", "a.")])
print(os.path.join("a", pathlib.Path("b"), "c"), os.path.join(Place(), "x"), os.path.basename(Place()), os.path.join("x", Place()), os.path.split(b"a/b"))
for call in (
    lambda: os.path.join("a", 1),
    lambda: os.path.join("a", b"b"),
    lambda: os.path.join(b"a", "b"),
    lambda: os.path.join(1, "a"),
    lambda: os.path.join("a", "b", None),
    lambda: os.path.split(1),
    lambda: os.path.basename(None),
    lambda: os.path.splitext(3.5),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
for value in ([1, [2]], {1: [2]}, {3}, bytearray(b"x"), (1, [2]), frozenset([1]), "s", 5, None, Rows([1]), print, len, int, range(3)):
    other = copy.copy(value)
    print(other == value, other is value, type(other).__name__)
inner = [1]
assert copy.copy([inner])[0] is inner and copy.copy({0: inner})[0] is inner
