# A template's own pattern: what has no value stays as it was written.
import array
from dataclasses import InitVar, dataclass, fields
import dataclasses
from string import Template
import typing


class Marked(Template):
    pattern = r"""
    \$(?:
      (?P<escaped>\$) |
      (?P<named>[_a-z][_a-z0-9]*) |
      @@(?P<braced>[_a-z][_a-z0-9]*)@@ |
      (?P<invalid>)
    )
    """


text = Marked('$$ in $@@place@@ with $who $@@')
print(text.safe_substitute(), '|', text.safe_substitute(place='Rome'), '|', text.safe_substitute(who=1))
print(Template('$a ${b} $$ $').safe_substitute(b=2))


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
    braceidpattern = '[a-z ]+'


print(Percent('%a_b %{c d} %c').safe_substitute(a_b=1), Percent('%a_b %{c d}').substitute({'a_b': 1, 'c d': 2}))


@dataclass
class Spaced:
    a: 'typing .ClassVar[int]' = 1
    b: 'typing. ClassVar[int]' = 2
    c: 'int' = 3
    d: ' dataclasses . InitVar[int]' = 4


print([field.name for field in fields(Spaced)], Spaced(5, 6))

numbers = array.array('i', range(5))
view = memoryview(numbers)
view[:] = array.array('i', [9, 8, 7, 6, 5])
view[1:3] = array.array('i', [1, 2])
print(numbers, view == numbers, view[1:3] == array.array('h', [1, 2]), view != array.array('d', [9, 1, 2, 6, 5]), view == array.array('i', [9]))
try:
    view[:2] = array.array('h', [1, 2])
except ValueError as error:
    print(error)
