# Arrays in pickles: their bytes since protocol 3, and those of machines that are not this one.
import array
import copy
import pickle

for c in 'bBhHiIlLqQfd':
    a = array.array(c, [1, 2, 100])
    for p in range(6):
        b = pickle.dumps(a, p)
        r = pickle.loads(b)
        assert r == a and r.typecode == c
        if p == 2:
            print(c, p, b)
    print(a.__reduce_ex__(4), a.__reduce_ex__(2))
u = array.array('u', 'hé😀')
print(pickle.loads(pickle.dumps(u, 4)), pickle.loads(pickle.dumps(u, 2)), u.__reduce_ex__(3))
R = array._array_reconstructor
A = array.array
for code, data in enumerate([b'\x01\xff', b'\x01\xff'] + [b'\x01\x02\xff\xfe'] * 4 + [b'\x01\x02\x03\xfe'] * 4 + [b'\x01\x02\x03\x04\x05\x06\x07\xf8'] * 4 + [b'?\x80\x00\x00', b'?\x80\x00\x00'] + [b'?\xf0\x00\x00\x00\x00\x00\x00'] * 2 + [b'a\x00b\x00', b'\x00a\x00b', b'a\x00\x00\x00b\x00\x00\x00', b'\x00\x00\x00a\x00\x00\x00b']):
    for tc in 'iBdu':
        try:
            print(code, tc, R(A, tc, code, data))
        except Exception as e:
            print(code, tc, type(e).__name__, e)


class S(A):
    pass


s = S('i', [1])
s.x = 5
r = pickle.loads(pickle.dumps(s))
print(r, type(r), r.x)
print(copy.copy(s), copy.deepcopy(A('d', [1])))
for args in ((1, 'i', 8, b''), (int, 'i', 8, b''), (A, 'z', 8, b''), (A, 'i', -1, b''), (A, 'i', 22, b''), (A, 'i', 8, ''), (A, 'ii', 8, b''), (A, 5, 8, b''), (A, 'i', 'x', b''), (A, 'i', 8, b'abc'), (A, 'i', 9, b'abc'), (A, 'd', 0, b'ab')):
    try:
        print(R(*args))
    except Exception as e:
        print(type(e).__name__, e)
try:
    A('i').__reduce_ex__('x')
except Exception as e:
    print(type(e).__name__, e)
