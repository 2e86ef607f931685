"""atexit: an error in a function does not keep the others from running."""
import atexit


class Step:
    def __init__(self, name, error):
        self.name = name
        self.error = error

    def __repr__(self):
        return f'<step {self.name}>'

    def __call__(self):
        raise self.error


def last():
    print('last')


atexit.register(last)
atexit._clear()
print(atexit._ncallbacks())
atexit.register(last)
atexit.register(Step('fails', ValueError('failed')))
atexit.register(Step('leaves', SystemExit(5)))
atexit._run_exitfuncs()
print('run')
atexit.register(last)
atexit.register(Step('fails again', KeyError('k')))
