# Sockets that block: what one end writes the other reads, by all the methods there are.
from _tls import echo, run

def client(s):
    print(s.version(), s.cipher())
    print(s.server_side, s.server_hostname, s.session_reused, s.compression(), s.selected_alpn_protocol())
    s.sendall(b'hello')
    print(s.recv(100), s.pending())
    print(s.send(b'0123456789'), s.read(4), s.pending(), s.read())
    buffer = bytearray(6)
    s.write(b'abc')
    print(s.recv_into(buffer), buffer)
    s.sendall(memoryview(b'xyz'))
    print(s.read(2, buffer), buffer, s.recv())
    print(s.send(b''), s.recv(0))
    for call in (lambda: s.recv(1, 1), lambda: s.send(b'x', 1), lambda: s.sendall(b'x', 1), lambda: s.recvfrom(1), lambda: s.sendto(b'x', ('', 1)),
                 lambda: s.recvmsg(1), lambda: s.sendmsg([b'x']), lambda: s.dup(), lambda: s.sendall('text'), lambda: s.recv(-1), lambda: s.sendfile(3)):
        try:
            print(call())
        except Exception as exc:
            print(type(exc).__name__, exc)

run(echo, client)
