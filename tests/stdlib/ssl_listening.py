# A listening TLS socket over TCP, clients that connect through it, and get_server_certificate.
import ssl
import threading
from _tls import *

listener = server_context().wrap_socket(socket.create_server(('127.0.0.1', 0)), server_side=True)
port = listener.getsockname()[1]

seen = []

def serve():
    for _ in range(3):
        connection, address = listener.accept()
        with connection:
            seen.append((type(connection).__name__, connection.server_side, address[0]))
            try:
                connection.sendall(connection.recv(100)[::-1])
            except OSError:
                # The client that wants nothing but the certificate is gone by now.
                pass

thread = threading.Thread(target=serve)
thread.start()
client = client_context().wrap_socket(socket.socket(), server_hostname='localhost')
show(client.do_handshake)
client.connect(('127.0.0.1', port))
client.sendall(b'abc')
print(client.recv(10), client.recv(10))
show(client.connect, ('127.0.0.1', port))
client.close()
with client_context().wrap_socket(socket.socket(), server_hostname='127.0.0.1') as client:
    print(client.connect_ex(('127.0.0.1', port)))
    client.sendall(b'xyz')
    print(client.recv(10))
print(ssl.get_server_certificate(('127.0.0.1', port), ca_certs=CERTS + 'ca.pem') in open(CERTS + 'server.pem').read())
thread.join()
print(seen)
show(listener.connect, ('127.0.0.1', port))
listener.close()
