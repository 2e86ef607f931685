# An echo server for several clients on one selector.
import selectors
import socket

selector = selectors.DefaultSelector()
server = socket.create_server(('127.0.0.1', 0))
server.setblocking(False)
counts = {}


def accept(sock):
    connection, _ = sock.accept()
    connection.setblocking(False)
    counts[connection.fileno()] = 0
    selector.register(connection, selectors.EVENT_READ, echo)


def echo(connection):
    data = connection.recv(1000)
    if data:
        counts[connection.fileno()] += len(data)
        connection.send(data.upper())
    else:
        selector.unregister(connection)
        connection.close()


selector.register(server, selectors.EVENT_READ, accept)
clients = [socket.create_connection(server.getsockname()) for _ in range(5)]
for i, c in enumerate(clients):
    c.sendall(b'client %d' % i)
answers = {}
for c in clients:
    c.settimeout(0)
while len(answers) < 5:
    for key, events in selector.select(1):
        key.data(key.fileobj)
    for i, c in enumerate(clients):
        try:
            answers[i] = c.recv(100)
        except BlockingIOError:
            pass
print(sorted(answers.items()), sorted(counts.values()))
for c in clients:
    c.close()
while len(selector.get_map()) > 1:
    for key, events in selector.select(1):
        key.data(key.fileobj)
selector.close()
server.close()
