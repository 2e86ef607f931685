# Time limits, and sockets that never wait.
import select
import ssl
from _tls import *

a, b = socket.socketpair()
a.settimeout(0.05)
show(lambda: client_context().wrap_socket(a, server_hostname='localhost'))
b.close()

def client(s):
    s.settimeout(0.05)
    show(s.recv, 10)
    s.setblocking(False)
    show(s.recv, 10)
    s.send(b'x')
    select.select([s], [], [], 5)
    print(s.recv(10))
    sent = 0
    try:
        while True:
            sent += s.send(b'y' * 65536)
    except ssl.SSLWantWriteError as exc:
        print(type(exc).__name__, exc, sent > 0)
    s.settimeout(0.05)
    try:
        s.sendall(b'z' * 1000000)
    except TimeoutError as exc:
        print(exc)

def server(s):
    s.sendall(s.recv(1))
    import time
    time.sleep(0.4)

run(server, client)

a, b = socket.socketpair()
a.setblocking(False)
b.setblocking(False)
show(lambda: client_context().wrap_socket(a, server_hostname='localhost'))
a, b = socket.socketpair()
a.setblocking(False)
b.setblocking(False)
near = client_context().wrap_socket(a, server_hostname='localhost', do_handshake_on_connect=False)
far = server_context().wrap_socket(b, server_side=True, do_handshake_on_connect=False)
show(far.do_handshake)
show(near.do_handshake)
show(far.do_handshake)
show(near.do_handshake)
show(far.do_handshake)
near.send(b'done')
print(far.recv(10), near.gettimeout())
near.close()
far.close()
