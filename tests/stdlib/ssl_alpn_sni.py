# Protocols that both ends agree on, and names that clients ask for.
import ssl
from _tls import *

def agreed(ours, theirs):
    c, s = client_context(), server_context()
    if ours is not None:
        c.set_alpn_protocols(ours)
    if theirs is not None:
        s.set_alpn_protocols(theirs)
    a, b, *_ = memory_pair(c, s)
    shake(a, b)
    print(ours, theirs, a.selected_alpn_protocol(), b.selected_alpn_protocol())

agreed(['h2', 'http/1.1'], ['http/1.1', 'h2'])
agreed(['h2'], ['http/1.1'])
agreed(None, ['h2'])
agreed(['h2'], None)
agreed(['x'], ['x'])

other = server_context('other.pem')
s = server_context()

def choose(connection, name, context):
    print('asked for', name, context is s, type(connection).__name__)
    if name == 'other.example':
        connection.context = other
    elif name == 'refused.test':
        return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    elif name == 'strange.test':
        return 'what'

s.sni_callback = choose
print(s.sni_callback is choose)
for name in ('localhost', 'other.example', 'refused.test', '127.0.0.1'):
    a, b, *_ = memory_pair(client_context(), s, name)
    try:
        shake(a, b)
        print(name, a.getpeercert()['subject'], b.context is other)
    except ssl.SSLError as exc:
        print(type(exc).__name__, exc)
        show(a.do_handshake)
s.set_servername_callback(None)
print(s.sni_callback)
s.set_servername_callback(lambda connection, name, context: print('old', name))
a, b, *_ = memory_pair(client_context(), s)
shake(a, b)
