# Servers that want to know their clients.
import ssl
from _tls import *

for mode in (ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED):
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        for cert in (None, 'client.pem', 'selfsigned.pem', 'expired.pem', 'server.pem'):
            s = server_context(verify_mode=mode, maximum_version=version)
            s.load_verify_locations(CERTS + 'ca.pem')
            c = client_context()
            if cert:
                c.load_cert_chain(CERTS + cert)
            a, b, *_ = memory_pair(c, s)
            try:
                shake(a, b)
                cert_seen = b.getpeercert()
                print(mode.name, version.name, cert, cert_seen and cert_seen['subject'])
            except ssl.SSLError as exc:
                print(mode.name, version.name, cert, type(exc).__name__, exc)
                try:
                    a.do_handshake()
                    a.read()
                except ssl.SSLError as exc:
                    print('client', exc)
