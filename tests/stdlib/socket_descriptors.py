# Descriptors travel over a unix socket.
import os
import socket

a, b = socket.socketpair()
r, w = os.pipe()
print(socket.send_fds(a, [b'take', b'this'], [w]))
data, fds, flags, address = socket.recv_fds(b, 100, 5)
print(data, len(fds), flags == socket.MSG_CMSG_CLOEXEC or flags, address)
os.write(fds[0], b'through the copy')
print(os.read(r, 100))
for fd in fds:
    os.close(fd)
a.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, r.to_bytes(4, 'little') + w.to_bytes(4, 'little'))])
data, ancillary, flags, address = b.recvmsg(10, socket.CMSG_SPACE(8))
print(data, [(level, kind, len(content)) for level, kind, content in ancillary])
for level, kind, content in ancillary:
    for i in range(0, len(content), 4):
        os.close(int.from_bytes(content[i:i + 4], 'little'))
a.sendmsg([b'no room'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, r.to_bytes(4, 'little'))])
data, ancillary, flags, address = b.recvmsg(10)
print(data, ancillary, bool(flags & socket.MSG_CTRUNC))
one, two = bytearray(3), bytearray(3)
a.sendmsg([b'scat', b'ter'])
print(b.recvmsg_into([one, memoryview(two)])[0], one, two, b.recv(10))
os.close(r)
os.close(w)
a.close()
b.close()
