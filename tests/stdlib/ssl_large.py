# Megabytes both ways at once, a thread for each direction.
import threading
from _tls import *

data = bytes(range(256)) * 8192

def server(s):
    echo(s)

def client(s):
    def send():
        for _ in range(2):
            s.sendall(data)

    thread = threading.Thread(target=send)
    thread.start()
    got = bytearray()
    while len(got) < 2 * len(data):
        got += s.recv(100000)
    thread.join()
    print(len(got), got == data + data)

run(server, client)
