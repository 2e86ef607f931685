"""Two ends of a TLS connection in one process, for tests of ssl."""
import socket
import ssl
import threading

CERTS = '../stdlib/certs/'


def server_context(cert='server.pem', **settings):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTS + cert)
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def client_context(ca='ca.pem', **settings):
    context = ssl.create_default_context(cafile=CERTS + ca)
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def show(function, *args):
    """What a call gives or raises."""
    try:
        result = function(*args)
    except Exception as exc:
        print(type(exc).__name__, exc)
    else:
        print(repr(result))


def run(serve, connect, context=None, name='localhost', client=None):
    """serve(connection) in a thread, connect(connection) here; afterwards says how the handshakes and they ended."""
    ours, theirs = socket.socketpair()
    said = []

    def run_server():
        try:
            with (context or server_context()).wrap_socket(theirs, server_side=True) as connection:
                serve(connection)
        except Exception as exc:
            said.append(f'server: {type(exc).__name__} {exc}')
        theirs.close()

    thread = threading.Thread(target=run_server)
    thread.start()
    try:
        with (client or client_context()).wrap_socket(ours, server_hostname=name) as connection:
            connect(connection)
    except Exception as exc:
        print(f'client: {type(exc).__name__} {exc}')
        ours.close()
    thread.join(10)
    for line in said:
        print(line)


def echo(connection):
    while data := connection.recv(65536):
        connection.sendall(data)


def memory_pair(client=None, server=None, name='localhost'):
    """Two SSLObjects and the four BIOs between them."""
    a, b = ssl.MemoryBIO(), ssl.MemoryBIO()
    near = (client or client_context()).wrap_bio(a, b, server_hostname=name)
    far = (server or server_context()).wrap_bio(b, a, server_side=True)
    return near, far, a, b


def shake(*ends):
    """Handshake by turns."""
    for _ in range(4):
        for end in ends:
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                pass
