# What the methods say to arguments of wrong types and values.
import socket

a, b = socket.socketpair()
a.setblocking(False)
calls = [('recv', ()), ('recv', (-1,)), ('recv', ('a',)), ('recv', (1.5,)), ('recv', (1, 2, 3)), ('recv', (1, 'a')), ('recv', (2 ** 70,)),
         ('send', ('abc',)), ('send', (5,)), ('send', ()), ('send', (b'a', 'x')), ('sendall', ()), ('sendall', ('x',)), ('sendall', (None,)),
         ('recv_into', ()), ('recv_into', (b'abc',)), ('recv_into', ('abc',)), ('recv_into', (bytearray(3), 5)), ('recv_into', (bytearray(3), -1)),
         ('recv_into', (memoryview(b'abc'),)), ('recvfrom', ()), ('recvfrom', (-1,)), ('recvfrom_into', (bytearray(3), 5)),
         ('recvfrom_into', (bytearray(3), -1)), ('recvmsg', ()), ('recvmsg', (-1,)), ('recvmsg', (1, -1)), ('recvmsg_into', (5,)),
         ('recvmsg_into', ([b'a'],)), ('sendmsg', ()), ('sendmsg', (5,)), ('sendmsg', ([5],)), ('sendmsg', (['a'],)), ('sendmsg', ([b'a'], 5)),
         ('sendmsg', ([b'a'], [5])), ('sendmsg', ([b'a'], [(1, 2)])), ('listen', ('a',)), ('listen', (2 ** 40,)), ('shutdown', ()),
         ('shutdown', ('a',)), ('shutdown', (9,)), ('settimeout', ()), ('setblocking', ()), ('getsockopt', ()), ('getsockopt', (1,)),
         ('getsockopt', (1, 2, -1)), ('getsockopt', (1, 2, 2000)), ('getsockopt', (99, 99)), ('setsockopt', (1, 2, 'a')), ('setsockopt', (1, 2, None)),
         ('setsockopt', (1, 2, 1, 4)), ('bind', ()), ('fileno', (1,)), ('detach', (1,)), ('getsockname', (1,)), ('makefile', ('x',)),
         ('makefile', ('r', 0)), ('recv_into', (bytearray(3), 2, 'a'))]
for name, args in calls:
    try:
        print(name, getattr(a, name)(*args))
    except Exception as e:
        print(name, args, type(e).__name__, e)
a.close()
b.close()
