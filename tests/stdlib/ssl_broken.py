# Ends that go away, and ends that do not speak TLS.
import ssl
from _tls import *

def meet(peer_says):
    a, b = socket.socketpair()
    if peer_says:
        b.sendall(peer_says)
    b.shutdown(socket.SHUT_WR)
    show(lambda: client_context().wrap_socket(a, server_hostname='localhost'))
    a.close()
    b.close()

meet(b'')
meet(b'HTTP/1.1 400 Bad Request\r\n\r\n')
meet(b'\x16\x03\x03\x00')
meet(b'\x15\x03\x03\x00\x02\x02\x28')

def as_server(says):
    a, b = socket.socketpair()
    b.sendall(says)
    b.shutdown(socket.SHUT_WR)
    show(lambda: server_context().wrap_socket(a, server_side=True))
    a.close()
    b.close()

as_server(b'GET / HTTP/1.0\r\n\r\n')
as_server(b'hello, who is there?')
as_server(b'')

def cut(s):
    s.recv(1)
    # No goodbye.
    s.shutdown(socket.SHUT_RDWR)

def client(s):
    s.sendall(b'x')
    print(s.recv(10), s.recv(10))

run(cut, client)

def strict(s):
    s.suppress_ragged_eofs = False
    s.sendall(b'x')
    show(s.recv, 10)

run(cut, strict)
show(lambda: server_context(minimum_version=ssl.TLSVersion.TLSv1_3).wrap_socket(socket.socket(), server_side=True).do_handshake())
for client_version, server_version in ((ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3),):
    a, b, *_ = memory_pair(client_context(maximum_version=client_version), server_context(minimum_version=server_version))
    try:
        shake(a, b)
    except ssl.SSLError as exc:
        print(exc.reason, exc)
        show(a.do_handshake)
a, b, *_ = memory_pair(client_context(maximum_version=ssl.TLSVersion.TLSv1_2), server_context())
a.context.set_ciphers('ECDHE-RSA-AES128-GCM-SHA256')
a, b, *_ = memory_pair(a.context)
try:
    shake(a, b)
except ssl.SSLError as exc:
    print(exc.reason, exc)
    show(a.do_handshake)
