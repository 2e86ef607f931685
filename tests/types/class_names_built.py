# Special methods whose names were put together at run time count as those that were written.
space = {}
for n in ('len', 'iter', 'add', 'bool'):
    space[f'__{n}__'] = {'len': lambda s: 3, 'iter': lambda s: iter([1]), 'add': lambda s, o: 'sum', 'bool': lambda s: False}[n]
B = type('B', (), space)
b = B()
print(len(b), list(b), b + 1, bool(b))
