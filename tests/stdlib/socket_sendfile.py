# sendfile: by the kernel, and by hand for what is no file.
import io
import socket
import tempfile

a, b = socket.socketpair()
with tempfile.TemporaryFile() as f:
    f.write(b'0123456789' * 10)
    f.flush()
    f.seek(0)
    print(a.sendfile(f), f.tell(), b.recv(200) == b'0123456789' * 10)
    print(a.sendfile(f, 95), f.tell(), b.recv(200))
    print(a.sendfile(f, 10, 15), f.tell(), b.recv(200))
    print(a.sendfile(f, offset=1000), f.tell())
    a.settimeout(1)
    print(a.sendfile(f, count=3), b.recv(10))
    a.setblocking(False)
    try:
        a.sendfile(f)
    except ValueError as e:
        print(e)
    a.setblocking(True)
    for kw in (dict(count=0), dict(count=-1), dict(count=1.5), dict(count='a')):
        try:
            a.sendfile(f, **kw)
        except Exception as e:
            print(type(e).__name__, e)
m = io.BytesIO(b'in memory' * 3)
print(a.sendfile(m), m.tell(), b.recv(100))
print(a.sendfile(m, 3, 4), m.tell(), b.recv(100))
with tempfile.TemporaryFile('w+') as text:
    try:
        a.sendfile(text)
    except ValueError as e:
        print(e)
with tempfile.TemporaryFile() as empty:
    print(a.sendfile(empty))
a.close()
b.close()
u = socket.socket(type=socket.SOCK_DGRAM)
try:
    u.sendfile(m)
except ValueError as e:
    print(e)
u.close()
