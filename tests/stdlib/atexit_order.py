"""atexit: last registered, first called."""
import atexit


def say(*args, **kwargs):
    print('exit', args, kwargs)


print(atexit.register(say, 1, 2, key=3) is say)
atexit.register(say)


@atexit.register
def decorated():
    print('decorated')
    atexit.register(say, 'too late')


def never():
    print('never')


atexit.register(never)
atexit.register(say, 'x')
atexit.register(never)
print(atexit._ncallbacks())
atexit.unregister(never)
atexit.unregister(print)
for args in ((), (5,)):
    try:
        atexit.register(*args)
    except TypeError as e:
        print(e)
print('end')
