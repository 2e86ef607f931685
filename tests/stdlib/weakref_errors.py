# Errors of weak containers and methods.
import weakref

class K:

    def m(self):
        return 5

    def __repr__(s):
        return 'K'


try:
    weakref.WeakSet().pop()
except KeyError as e:
    print(e)
try:
    weakref.WeakMethod(print)
except TypeError as e:
    print(e)
