# create_connection, create_server, has_dualstack_ipv6.
import socket

with socket.create_server(('127.0.0.1', 0)) as server:
    print(server.getsockname()[0], server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
    with socket.create_connection(server.getsockname(), timeout=3) as c:
        print(c.gettimeout(), c.getpeername() == server.getsockname())
    with socket.create_connection(server.getsockname(), source_address=('127.0.0.1', 0)) as c:
        print(c.gettimeout(), c.getsockname()[0])
    try:
        socket.create_server(server.getsockname()[:1] + (server.getsockname()[1],), reuse_port=False).close()
    except OSError as e:
        print(type(e).__name__, e.errno, 'while attempting to bind on address' in str(e))
    address = server.getsockname()
try:
    socket.create_connection(address)
except OSError as e:
    print(repr(e))
try:
    socket.create_connection(address, all_errors=True)
except* OSError as group:
    print(repr(group))
for args, kw in (((('127.0.0.1', 0),), dict(dualstack_ipv6=True)), ((5,), {}), ((('127.0.0.1', 'x'),), {})):
    try:
        socket.create_server(*args, **kw)
    except Exception as e:
        print(type(e).__name__, e)
for bad in (5, ('127.0.0.1',), ('127.0.0.1', 1, 2)):
    try:
        socket.create_connection(bad)
    except Exception as e:
        print(type(e).__name__, e)
with socket.create_server(('127.0.0.1', 0), backlog=2, reuse_port=True) as server:
    print(server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT))
