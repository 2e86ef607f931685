# Small facts of many modules that everyday programs lean on seldom: what is weakly referred to, pickled, shown, refused.
import array
import collections.abc
import copy
import dataclasses
import functools
import os
import pathlib
import pickle
import re
import time
import weakref
from unittest import mock

print(re.I | re.S | (1 << 20), re.RegexFlag(0))
for length, value in [(0, 0), (0, -1), (0, 1), (1, -128), (1, -129), (1, 255), (0, -2)]:
    try:
        print(value.to_bytes(length, signed=True))
    except OverflowError as error:
        print(error)
try:
    time.strftime('%S\0')
except ValueError as error:
    print(error)
for form in '%Q', '%':
    try:
        time.strptime('x', form)
    except ValueError as error:
        print(error, error.__suppress_context__)
print([pathlib.PurePath(path).match('**') for path in ('', 'a', 'a/b', '/')], pathlib.PurePath().match('*'))

numbers = array.array('b', b'abc')
print(isinstance(numbers, collections.abc.MutableSequence), weakref.ref(numbers)() is numbers)
print(pickle.dispatch_table is __import__('copyreg').dispatch_table)
print(copy.deepcopy(list[int]) == list[int], copy.copy(dict[str, int]), weakref.ref(list[int]) is not None)


@functools.total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value


print(pickle.loads(pickle.dumps(Ordered.__ge__))(Ordered(2), Ordered(1)))


@dataclasses.dataclass
class Node:
    following: 'Node' = None


field = dataclasses.fields(Node)[0]
field.default = field
print(repr(field)[:60])


class Service:
    @classmethod
    async def by_class(cls):
        pass

    @staticmethod
    async def alone():
        pass

    def plain(self):
        pass


for name in 'by_class', 'alone', 'plain':
    with mock.patch.object(Service, name) as substitute:
        print(name, type(substitute).__name__)
print(mock.call, mock.call(1), mock.call.a.b(2), mock.call().c)
print(list(os.walk('/nowhere at all')))

# a folder that goes away between its listing and the visit
import tempfile
with tempfile.TemporaryDirectory() as top:
    for name in 'one', 'two':
        os.mkdir(os.path.join(top, name))
    for walk in os.walk, os.fwalk:
        failed = []
        for place in walk(top, onerror=failed.append):
            if os.path.basename(place[0]) not in ('one', 'two'):
                place[1].sort()
                os.rename(os.path.join(top, 'one'), os.path.join(top, 'three'))
                print(place[1])
            else:
                print(os.path.basename(place[0]))
        os.rename(os.path.join(top, 'three'), os.path.join(top, 'one'))
        print([type(error).__name__ for error in failed])

import collections
import inspect
import locale
import tokenize
import typing
print(locale.nl_langinfo(locale.RADIXCHAR), [locale.nl_langinfo(getattr(locale, name)) for name in ('D_FMT', 'T_FMT', 'MON_1', 'ABMON_12', 'DAY_1', 'ABDAY_7', 'YESEXPR')])
try:
    locale.nl_langinfo(3)
except ValueError as error:
    print(error)
print(tokenize.TokenError, inspect.signature(typing.IO.write), inspect.signature(typing.TextIO.buffer.fget), inspect.signature(collections.OrderedDict.move_to_end))
