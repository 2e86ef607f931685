# Managers from generators: entry, errors, use as decorator.
from functools import *
from contextlib import *

@contextmanager
def cm(tag, swallow=False):
    """cm doc"""
    print('enter', tag)
    try:
        yield tag
    except ValueError as e:
        print('got', e)
        if not swallow:
            raise
    finally:
        print('exit', tag)


with cm(1) as x:
    print(x)
try:
    with cm(2):
        raise ValueError('a')
except ValueError as e:
    print('out', e)
with cm(3, True):
    raise ValueError('b')
try:
    with cm(4):
        raise StopIteration('b')
except StopIteration as e:
    print('SI', e)


@cm('deco')
def f():
    print('f')
    return 3


print(f(), f(), cm.__doc__, f.__name__)
