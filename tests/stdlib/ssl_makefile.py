# Files over encrypted sockets.
from _tls import run

def server(s):
    with s.makefile('r', encoding='utf-8', newline='\n') as f:
        for line in f:
            s.sendall(line.upper().encode())

def client(s):
    f = s.makefile('rwb')
    f.write(b'one\ntwo\n')
    f.flush()
    print(f.readline(), f.readline())
    s.close()
    f.write(b'three\n')
    f.flush()
    print(f.readline())
    f.close()
    print(s.fileno())

run(server, client)
