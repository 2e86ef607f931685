# ExitStack: order, swallowing, moving callbacks.
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


with ExitStack() as st:
    st.enter_context(cm('a'))
    st.callback(print, 'cb', 1, sep='-')
    st.push(lambda *a: print('push', a[0]) or True)
    raise KeyError('zz')
st = ExitStack()
st.callback(print, 'later')
s2 = st.pop_all()
st.close()
print('x')
s2.close()
