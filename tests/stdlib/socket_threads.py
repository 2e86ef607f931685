# What blocks in one thread lets the others run.
import socket
import threading


def serve(server):
    while True:
        connection, _ = server.accept()
        with connection:
            data = connection.recv(100)
            if data == b'stop':
                return
            connection.sendall(data[::-1])


with socket.create_server(('127.0.0.1', 0)) as server:
    thread = threading.Thread(target=serve, args=(server,))
    thread.start()
    for text in (b'one', b'two', b'three'):
        with socket.create_connection(server.getsockname()) as client:
            client.sendall(text)
            print(client.recv(100))
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b'stop')
    thread.join()

a, b = socket.socketpair()
got = []


def collect():
    while data := b.recv(65536):
        got.append(len(data))


readers = threading.Thread(target=collect)
readers.start()
for i in range(50):
    a.sendall(b'x' * 100000)
a.close()
readers.join()
print(sum(got))
b.close()
