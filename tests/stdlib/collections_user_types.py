# UserDict, UserList and UserString.
from collections import *

c = Counter('abracadabra')
u = UserDict(a=1)
u['b'] = 2
print(u, list(u), u | {'c': 3}, {'c': 3} | u, u.copy())
l = UserList([3, 1, 2])
l.sort()
print(l, l[0:2], type(l[0:2]), l + [4], [0] + l, l * 2, l == [1, 2, 3], l.pop())
s = UserString('hello')
print(s, s.upper(), type(s.upper()), s.split('l'), s[1], s + 'x', s.count('l'), s.find('l'), s.replace('l', 'L'), s == 'hello', s.center(11, '*'), 'ell' in s, s.join(['a', 'b']))
