# getsockopt and setsockopt: ints, bytes, flags.
import socket

s = socket.socket()
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 4))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, b'\0\0\0\0')
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM, s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, (1).to_bytes(4, 'little') + (2).to_bytes(4, 'little'))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 1024))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_DOMAIN) == socket.AF_INET, s.getsockopt(socket.SOL_SOCKET, socket.SO_PROTOCOL))
for args in ((1, 2, b''), (1, 2, 2 ** 40), (1, 2, None, 3), (99, 99, 1), ('a', 1, 1), (1, 'a', 1), (2 ** 40, 1, 1)):
    try:
        print(s.setsockopt(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
print(s.get_inheritable())
s.set_inheritable(True)
print(s.get_inheritable())
s.close()
