# Chains, keys, passwords and authorities from files and memory.
import ssl
from _tls import *

c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
show(c.load_cert_chain, CERTS + 'server.pem')
show(c.load_cert_chain, 'nothing.pem')
show(c.load_cert_chain, CERTS + 'server_locked_key.pem')
show(c.load_cert_chain, CERTS + 'ca.pem')
show(c.load_cert_chain, CERTS + 'server_cert.pem', CERTS + 'client.pem')
show(c.load_cert_chain, CERTS + 'server_cert.pem', 'nothing.pem')
show(c.load_cert_chain, 3)
show(c.load_cert_chain, CERTS + 'server.pem', 3)
locked = CERTS + 'server_cert.pem', CERTS + 'server_locked_key.pem'
for password in ('secret', b'secret', bytearray(b'secret'), lambda: 'secret', lambda: b'secret'):
    show(c.load_cert_chain, *locked, password)
show(c.load_cert_chain, *locked, lambda: 3)
show(c.load_cert_chain, *locked, lambda: 1 / 0)
show(c.load_cert_chain, *locked, 3)
show(c.load_cert_chain, *locked, 'x' * 2000)

c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
print(c.cert_store_stats(), c.get_ca_certs())
show(c.load_verify_locations)
show(c.load_verify_locations, 'nothing.pem')
show(c.load_verify_locations, __file__)
show(c.load_verify_locations, 3)
show(c.load_verify_locations, None, 3)
text = open(CERTS + 'ca.pem').read()
der = ssl.PEM_cert_to_DER_cert(text)
for data in ('', 'x', b'', b'x', 'é', 3, text, der, text + text, der + der, text[:200]):
    show(lambda: c.load_verify_locations(cadata=data))
    print(c.cert_store_stats())
show(c.load_verify_locations, CERTS + 'ca.pem', CERTS)
print(c.get_ca_certs(True) == [der])
cert = c.get_ca_certs()[0]
print(cert['subject'], cert['serialNumber'], cert['version'])
