# Settings of contexts.
import ssl
from _tls import *

for protocol in (ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER):
    c = ssl.SSLContext(protocol)
    print(repr(c.protocol), repr(c.verify_mode), c.check_hostname, repr(c.verify_flags), int(c.options), repr(c.minimum_version), repr(c.maximum_version),
          c.num_tickets, c.security_level, c.post_handshake_auth, c.sni_callback, c.keylog_filename, c.hostname_checks_common_name)
c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
show(setattr, c, 'verify_mode', ssl.CERT_NONE)
c.check_hostname = False
c.verify_mode = ssl.CERT_NONE
print(c.verify_mode.name)
c.check_hostname = True
print(c.verify_mode.name)
show(setattr, c, 'verify_mode', 9)
show(setattr, c, 'verify_mode', 'x')
show(setattr, c, 'minimum_version', 9)
c.minimum_version = ssl.TLSVersion.TLSv1_3
print(c.minimum_version, c.maximum_version)
c.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
c.maximum_version = ssl.TLSVersion.TLSv1_2
print(repr(c.minimum_version), repr(c.maximum_version))
c.maximum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED
print(repr(c.maximum_version))
c.options |= ssl.OP_NO_TICKET
print(bool(c.options & ssl.OP_NO_TICKET))
c.options &= ~ssl.OP_NO_TICKET
print(bool(c.options & ssl.OP_NO_TICKET))
show(setattr, c, 'options', 'x')
show(setattr, c, 'options', -1)
c.verify_flags |= ssl.VERIFY_X509_STRICT
print(repr(c.verify_flags))
show(setattr, c, 'verify_flags', 'x')
show(setattr, c, 'sni_callback', print)
show(setattr, c, 'num_tickets', 1)
s = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
show(setattr, s, 'sni_callback', 3)
show(setattr, s, 'num_tickets', -1)
s.num_tickets = 5
print(s.num_tickets)
show(c.set_ciphers, 'NOPE')
show(c.set_ciphers, 3)
c.set_ciphers('ECDHE-RSA-AES128-GCM-SHA256')
for row in c.get_ciphers():
    print(sorted(row.items()))
show(c.set_alpn_protocols, [''])
show(c.set_alpn_protocols, ['x' * 256])
show(c.set_alpn_protocols, ['h2', 'http/1.1'])
show(c.set_ecdh_curve, 'prime256v1')
show(c.set_ecdh_curve, 'nope')
show(ssl.SSLContext, 99)
show(ssl.SSLContext, 'x')
print(c.session_stats())
u = ssl._create_unverified_context()
print(u.verify_mode.name, u.check_hostname, u.protocol.name)
show(ssl.create_default_context, 'x')
show(ssl.SSLSocket)
show(ssl.SSLObject)
show(c.wrap_socket, socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
show(c.wrap_socket, socket.socket())
show(lambda: s.wrap_socket(socket.socket(), server_side=True, server_hostname='x'))
c.hostname_checks_common_name = False
print(c.hostname_checks_common_name)


class Context(ssl.SSLContext):
    pass


print(type(Context(ssl.PROTOCOL_TLS_CLIENT)).__name__, Context.sslsocket_class.__name__)
