import io, marshal
for v in (None, True, 5, -7, 2**40, -2**100, 1.5, 1j, 'aé', b'x', (1, 'a'), [1, [2]], {1: 'a', 'b': (None,)}, {3}, frozenset({4}), ..., '', (), {}):
    d = marshal.dumps(v)
    r = marshal.loads(d)
    print(r == v, type(r) is type(v), marshal.dumps(v, 2)[:1] if type(v) is not str else b'u')
f = io.BytesIO()
for i in range(3):
    marshal.dump([i], f)
f.seek(0)
print([marshal.load(f) for _ in range(3)])
for bad in (object(), int, lambda: 0):
    try:
        marshal.dumps(bad)
    except ValueError as e:
        print(e)
for bad in (b'', b'[\x02\0\0\0N', b'?', b'u\xff\0\0\0'):
    try:
        print(marshal.loads(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(marshal.loads(b'\xe9\x02\x00\x00\x00'), marshal.loads(b'\xdb\x02\x00\x00\x00\xda\x01ar\x01\x00\x00\x00'))
