# Filters decide what becomes of a warning.
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    for i in range(2):
        warnings.warn('again')
    warnings.simplefilter('default')
    for i in range(2):
        warnings.warn('first only')
    warnings.simplefilter('once')
    warnings.warn('once in all')
    warnings.warn('once in all')
    warnings.simplefilter('ignore', DeprecationWarning)
    warnings.warn('old', DeprecationWarning)
for w in log:
    print(w.category.__name__, w.message, w.lineno)
with warnings.catch_warnings(action='error'):
    try:
        warnings.warn('now an error')
    except UserWarning as e:
        print(repr(e))
with warnings.catch_warnings():
    warnings.resetwarnings()
    print(warnings.filters)
    warnings.simplefilter('ignore', lineno=3, append=True)
    print(warnings.filters)
print(len(warnings.filters), warnings.filters[0])
for bad in (lambda: warnings.simplefilter('x'), lambda: warnings.warn('x', 3),
            lambda: warnings.simplefilter('ignore', lineno=-3)):
    try:
        bad()
    except (AssertionError, TypeError) as e:
        print(type(e).__name__, e)
w = warnings.WarningMessage('m', UserWarning, 'f', 3)
print(w, warnings.catch_warnings(), warnings.catch_warnings(record=True))
c = warnings.catch_warnings()
for step in (c.__exit__, c.__enter__, c.__enter__):
    try:
        step()
    except RuntimeError as e:
        print(e)
