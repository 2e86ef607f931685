# What a shown warning looks like, and which line it blames.
import sys
import warnings

sys.stderr = sys.stdout
warnings.warn('plain')
for i in range(2):
    warnings.warn('shown once', DeprecationWarning)
warnings.warn('not shown', ImportWarning)


def blame_caller():
    warnings.warn('deep', stacklevel=2)


blame_caller()
warnings.warn('too deep', stacklevel=50)
warnings.warn_explicit('explicit', UserWarning, 'nofile.py', 7)
warnings.warn_explicit(UserWarning('with source'), None, 'nofile.py', 7, source=3)


class Mine(UserWarning):
    pass


warnings.warn(Mine('an instance'))
print(warnings.formatwarning('m', UserWarning, 'a.py', 3, '   text of the line'))


def show(message, category, filename, lineno, file=None, line=None):
    print('SHOW', message, category.__name__, lineno)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.warn('custom')
warnings.warn('usual again')
print(sorted(k[0] for k in __warningregistry__ if k != 'version'))
