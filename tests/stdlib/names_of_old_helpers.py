"""Functions that few scripts call and that well-known packages need."""
import doctest
import importlib.util
import io
import optparse
import pkgutil
import sys
import typing
import warnings
from urllib.request import parse_http_list, parse_keqv_list

for text in ('a, b', 'a="x,y", b=c', '"a\\"b", c', '', ',', 'a,,b', 'realm="r \\\\ q", n=1 ', ' a '):
    print(parse_http_list(text))
print(parse_keqv_list(['a=b', 'c="d e"', 'x=y=z', 'e=""']))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(pkgutil.get_loader('json') is not None, pkgutil.find_loader('no_such_module'), pkgutil.get_loader(sys) is not None)
    try:
        pkgutil.find_loader('.relative')
    except ImportError as e:
        print(e)
for w in caught:
    print(w.category.__name__, w.message)

values = optparse.Values({'a': 1, 'b': None})
values._update_loose({'b': 2, 'c': 3})
values._update_careful({'a': 5, 'c': None, 'd': 6})
print(values)
print(importlib.util._find_spec_from_path('json').name, importlib.util._find_spec_from_path('no_such_module'))


class Runner(doctest.DocTestRunner):
    pass


for method in ('patched_linecache_getlines', 'run', 'record_outcome'):
    setattr(Runner, '_Runner__' + method, getattr(doctest.DocTestRunner, '_DocTestRunner__' + method))
test = doctest.DocTestParser().get_doctest('>>> 1 + 1\n2\n>>> 2 + 2\n5\n', {}, 'sums', None, 0)
out = io.StringIO()
print(Runner().run(test, out=out.write))
print(out.getvalue())


@typing._tp_cache
def pair(a, b):
    print('made', a)
    return a, b


print(pair(1, 2) is pair(1, 2), pair([1], 2) is pair([1], 2))
print([typing._type_repr(each) for each in (int, typing.List, ..., pair.__wrapped__.__name__)])
