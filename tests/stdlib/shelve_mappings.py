# shelve: as a mapping, with writeback, protocols, closing, errors.
import os
import shelve
import tempfile

with tempfile.TemporaryDirectory() as top:
    path = os.path.join(top, 'db')
    with shelve.open(path) as s:
        s['list'] = [1, 2]
        s['\u00fcber'] = {'k': (1, None)}
        s.update(a=1, b='x')
        print(len(s), sorted(s), 'a' in s, 'q' in s, s.get('q'), s.get('q', 5), s['\u00fcber'], sorted(s.keys()), sorted(map(str, s.values())), sorted(k for k, v in s.items()))
        s['list'].append(3)
        print(s['list'], s.setdefault('new', []), s.pop('new'), s.pop('new', 'gone'))
        del s['b']
        for action in (lambda: s['none'], lambda: s.__delitem__('none'), lambda: s[5], lambda: s.__setitem__('f', lambda: 0), lambda: s.pop('none')):
            try:
                print(action())
            except Exception as error:
                print(type(error).__name__, str(error)[:60])
        s.sync()
    for action in (lambda: s['a'], lambda: len(s), lambda: s.__setitem__('a', 1)):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
    with shelve.open(path, writeback=True) as s:
        s['list'].append(3)
        s['fresh'] = [0]
        s['fresh'].append(1)
        print(s['list'], s['fresh'])
    with shelve.open(path, 'r') as s:
        print(s['list'], s['fresh'], sorted(s))
    with shelve.open(path, 'n', protocol=2) as s:
        print(len(s))
    try:
        shelve.open(os.path.join(top, 'none'), 'r')
    except Exception as error:
        print(type(error).__name__)
store = {}
plain = shelve.Shelf(store, protocol=0)
plain['k'] = [1, 'two']
print(store, plain['k'], plain.dict is store)
plain.close()
ordered = shelve.BsdDbShelf
print(ordered.__name__, shelve.Shelf.__mro__[1].__name__, shelve.DbfilenameShelf.__name__)
