# Sockets are closed by the collector, and some families have no addresses
#
# A socket that nobody closes stays open until a collection finds it; when descriptors run out, one is made at once, so that programs that rely on being tidied up after still run. Of the address families,
# IPv4, IPv6, unix, netlink, packet and vsock can be bound and connected; for CAN buses, TIPC and the kernel's cryptography only the constants are there: `bind` and `connect` say "bad family", and `sendmsg_afalg` is left out. CGI, long deprecated, is not run by
# `http.server`.
# test: heavy
import _socket
import socket

a, b = socket.socketpair()
del a
b.settimeout(0.01)
try:
    print(b.recv(1))
except TimeoutError as error:
    print(error)
b.close()
print(hasattr(_socket, 'AF_CAN'), hasattr(_socket, 'CAN_RAW'), hasattr(_socket, 'TIPC_ADDR_ID'))
