# Managers from generators that yield too little or too often.
from functools import *
from contextlib import *

@contextmanager
def bad(n):
    for i in range(n):
        yield


for n in (0, 2):
    try:
        with bad(n):
            pass
    except RuntimeError as e:
        print(e)


@contextmanager
def bad2():
    try:
        yield
    except:
        pass
    yield


try:
    with bad2():
        raise KeyError(1)
except RuntimeError as e:
    print(e, repr(e.__context__))
