# What special methods give self to: functions, method descriptors and other descriptors, but not builtin functions and other callables.
import operator

log = []
given = (len, [1].count, log.append, operator.add, int, str.upper, operator.itemgetter(0), classmethod(lambda c, *a: (c.__name__, a)), staticmethod(lambda *a: len(a)),
         property(lambda s: lambda *a: len(a)), type('Called', (), {'__call__': lambda s, *a: len(a)})())
uses = [('__init__', lambda c: c()), ('__init__', lambda c: c(1)), ('__len__', lambda c: len(c())), ('__str__', lambda c: str(c())), ('__eq__', lambda c: c() == 1),
        ('__add__', lambda c: c() + 1), ('__radd__', lambda c: 1 + c()), ('__iadd__', lambda c: operator.iadd(c(), 1)), ('__lt__', lambda c: c() < 1),
        ('__getitem__', lambda c: c()[1]), ('__setitem__', lambda c: operator.setitem(c(), 1, 2)), ('__contains__', lambda c: 1 in c()), ('__call__', lambda c: c()(1)),
        ('__bool__', lambda c: bool(c())), ('__getattr__', lambda c: c().zz), ('__setattr__', lambda c: setattr(c(), 'a', 1)), ('__delattr__', lambda c: delattr(c(), 'a')),
        ('__get__', lambda c: type('H', (), {'a': c()})().a), ('__set__', lambda c: setattr(type('H', (), {'a': c()})(), 'a', 1)),
        ('__set_name__', lambda c: type('H', (), {'a': c()}).__name__), ('__neg__', lambda c: -c()), ('__pow__', lambda c: c() ** 2), ('m', lambda c: c().m())]
for name, use in uses:
    for function in given:
        cls = type('C', (), {name: function})
        try:
            result = use(cls)
            print(name, getattr(function, '__name__', type(function).__name__), 'C' if type(result) is cls else result)
        except Exception as e:
            print(name, getattr(function, '__name__', type(function).__name__), type(e).__name__, e)
    print([type(x).__name__ for x in log])
    log.clear()


class Outer:
    class Inner:
        pass


for make in Outer.Inner, __import__('collections').deque:
    try:
        with make():
            pass
    except TypeError as e:
        print(e)
