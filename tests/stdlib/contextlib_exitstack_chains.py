# ExitStack: how exceptions of callbacks are chained.
from functools import *
from contextlib import *

def chain(e):
    while e is not None:
        print(repr(e), end=' <- ')
        e = e.__context__
    print()


try:
    with ExitStack() as st:
        st.callback(lambda: 1 / 0)
        st.callback(lambda: {}['k'])
        raise ValueError('body')
except ZeroDivisionError as e:
    chain(e)
try:
    try:
        raise OSError('outer')
    except OSError:
        with ExitStack() as st:
            st.callback(lambda: 1 / 0)
            st.callback(lambda: {}['k'])
except ZeroDivisionError as e:
    chain(e)
try:
    with ExitStack() as st:
        st.enter_context(3)
except TypeError as e:
    print(e)
