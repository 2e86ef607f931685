# A finalizer that runs at exit.
import weakref

class K:

    def m(self):
        return 5

    def __repr__(s):
        return 'K'


k2 = K()
weakref.finalize(k2, print, 'at exit')
