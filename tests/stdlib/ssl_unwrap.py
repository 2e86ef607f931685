# Back to plain text, in good order.
import ssl
from _tls import *

def server(s):
    print('server read', s.recv(10))
    bare = s.unwrap()
    print(bare is s)
    bare.sendall(b'plain')
    print('server read', bare.recv(10))
    for call in (s.unwrap, s.read, lambda: s.write(b'x'), s.verify_client_post_handshake):
        try:
            call()
        except ValueError as exc:
            print(str(exc)[:40])
    bare.close()

def client(s):
    s.sendall(b'x')
    bare = s.unwrap()
    print(type(bare).__name__, bare.recv(10), s.version(), s.cipher(), s.pending(), s.getpeername() is not None)
    bare.sendall(b'yes')

# One end prints at a time: each waits for the other.
run(server, client)
