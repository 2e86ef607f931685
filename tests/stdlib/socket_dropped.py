# Sockets that nobody closes are closed when they are garbage; a warning says so to those who listen.
import gc
import socket
import warnings

warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    a, b = socket.socketpair()
    fd = a.fileno()
    text = repr(a)
    del a
    gc.collect()
    print(len(caught), caught[0].category.__name__, str(caught[0].message) == 'unclosed ' + text)
print(b.recv(10))
b.close()
warnings.simplefilter('ignore')
for i in range(3000):
    socket.socket()
print('no leak')
