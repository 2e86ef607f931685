# A certificate that is asked for after the handshake; garbage behind certificates; the key log's name; data in front of a handshake.
import os
import socket
import ssl
import tempfile
from _tls import *

for mode in (ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED):
    s = server_context(verify_mode=mode)
    s.load_verify_locations(CERTS + 'ca.pem')
    s.post_handshake_auth = True
    c = client_context()
    c.post_handshake_auth = True
    c.load_cert_chain(CERTS + 'client.pem')
    a, b, *_ = memory_pair(c, s)
    shake(a, b)
    print(mode.name, b.getpeercert())

der = ssl.PEM_cert_to_DER_cert(open(CERTS + 'ca.pem').read()[:])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(cadata=der)
print(context.cert_store_stats())
for data in (der + b'A', der + b'\x30\x82', b'A'):
    try:
        context.load_verify_locations(cadata=data)
    except ssl.SSLError as error:
        print(type(error).__name__)
print(hex(ssl.OP_ALL))

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, 'schlüssel')
    context.keylog_filename = name
    print(context.keylog_filename == name)

listener = socket.create_server(('127.0.0.1', 0))
client = socket.create_connection(listener.getsockname())
client.sendall(b'plain text')
client.close()
served, _ = listener.accept()
served.shutdown(socket.SHUT_RDWR)
try:
    served.getpeername()
except OSError as error:
    print(error.strerror)
try:
    server_context().wrap_socket(served, server_side=True)
except ssl.SSLError as error:
    print(error.reason, error.library, error.errno)
except OSError as error:
    print(error.strerror)
