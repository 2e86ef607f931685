# The answer to a query of all categories can be set again.
import locale
o=locale.setlocale(locale.LC_ALL)
print(locale.setlocale(locale.LC_ALL, o) == o)
for bad in ('LC_CTYPE=C;LC_NUMERIC=nowhere;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C', 'LC_FOO=C;x'):
    try: print(locale.setlocale(locale.LC_ALL, bad))
    except locale.Error as e: print(e)
print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_ALL, o) == o)
