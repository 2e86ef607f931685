# Certificates that are refused, and how each end hears of it.
import ssl
from _tls import *

def client(s):
    s.recv(1)

def attempt(title, server=None, context=None, name='localhost'):
    print('#', title)
    a, b, *_ = memory_pair(context, server, name)
    try:
        shake(a, b)
    except ssl.SSLError as exc:
        print(type(exc).__name__, exc, exc.args)
        print(exc.errno, exc.reason, exc.library, getattr(exc, 'verify_code', None), getattr(exc, 'verify_message', None))
        try:
            shake(b)
        except ssl.SSLError as exc:
            print('server', type(exc).__name__, exc, exc.reason)
    else:
        print('fine', a.getpeercert()['subject'])

attempt('good')
attempt('unknown authority', context=ssl.create_default_context(cafile=CERTS + 'client.pem'))
attempt('self-signed', server_context('selfsigned.pem'))
attempt('trusted itself', server_context('selfsigned.pem'), client_context('selfsigned.pem'))
attempt('expired', server_context('expired.pem'))
attempt('for somebody else', server_context('other.pem'))
attempt('name', name='nowhere.test')
attempt('wildcard', name='any.example.test')
attempt('wildcard of one label only', name='a.b.example.test')
attempt('wildcard is not the domain', name='example.test')
attempt('address', name='127.0.0.1')
attempt('address of version 6', name='::1')
attempt('another address', name='10.0.0.1')
attempt('case', name='LOCALHOST')
attempt('not for servers', server_context('client.pem'), name='A Client')
attempt('nobody checks names', context=client_context(check_hostname=False), name='nowhere.test')
