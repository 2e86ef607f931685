# Certificates as dicts, and helpers for their text.
import ssl
from _tls import *

for name, host in (('server.pem', 'localhost'), ('other.pem', 'other.example')):
    a, b, *_ = memory_pair(None, server_context(name), host)
    show(a.getpeercert)
    shake(a, b)
    for key, value in a.getpeercert().items():
        if not key.startswith('not'):
            print(key, value)
    print(b.getpeercert())
    der = a.getpeercert(True)
    pem = ssl.DER_cert_to_PEM_cert(der)
    print(pem in open(CERTS + name).read(), ssl.PEM_cert_to_DER_cert(pem) == der)
a, b, *_ = memory_pair(client_context(check_hostname=False, verify_mode=ssl.CERT_NONE))
shake(a, b)
print(a.getpeercert(), len(a.getpeercert(True)) > 100)
show(ssl.PEM_cert_to_DER_cert, 'x')
show(ssl.PEM_cert_to_DER_cert, ssl.PEM_HEADER)
print(ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT'), ssl.cert_time_to_seconds('may 31 23:59:59 2099 GMT'))
show(ssl.cert_time_to_seconds, 'Foo  5 09:34:43 2018 GMT')
show(ssl.cert_time_to_seconds, 'Jan  5 2018')
print(ssl.get_protocol_name(ssl.PROTOCOL_TLS_CLIENT), ssl.get_protocol_name(99))
