# File objects over a socket.
import socket

a, b = socket.socketpair()
f = a.makefile('rw', encoding='utf-8', newline='\n')
g = b.makefile('rwb')
f.write('line one\nzwei: \u00e4\n')
f.flush()
print(g.readline(), g.readline())
print(g.write(b'back\nmore\n'), g.flush())
print(f.readline(), f.readline())
print(f.mode, f.encoding, g.readable(), g.writable(), g.seekable(), g.closed)
raw = b.makefile('rwb', buffering=0)
print(type(raw).__name__, raw.mode, raw.name == b.fileno(), raw.fileno() == b.fileno(), raw.readable(), raw.writable(), raw.seekable())
a.sendall(b'abcdef')
print(raw.read(2), raw.readinto(bytearray(2)), raw.read(10))
b.settimeout(0.01)
try:
    raw.read(1)
except TimeoutError as e:
    print(repr(e))
try:
    raw.read(1)
except OSError as e:
    print(repr(e))
b.setblocking(False)
other = b.makefile('rb', buffering=0)
print(other.read(5))
b.setblocking(True)
r = b.makefile()
print(r.mode, type(r).__name__, b.makefile('wb').mode if hasattr(b.makefile('wb'), 'mode') else '-', type(b.makefile('wb')).__name__)
a.sendall(b'one\r\ntwo\rthree\n')
a.shutdown(socket.SHUT_WR)
print(list(r))
for thing in (f, g, raw, other, r):
    thing.close()
try:
    raw.readable()
except ValueError as e:
    print(e)
try:
    raw.read(1)
except ValueError as e:
    print(e)
print(raw.name)
for mode in ('x', 'rx', 'a', 'r+'):
    try:
        a.makefile(mode)
    except ValueError as e:
        print(e)
try:
    a.makefile('r', buffering=0)
except ValueError as e:
    print(e)
w = socket.socketpair()[0].makefile('wb')
try:
    w.read()
except Exception as e:
    print(type(e).__name__, e)
