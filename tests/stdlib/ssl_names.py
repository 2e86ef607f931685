# Enumerations, purposes, constants and classes of errors.
import ssl

for kind in (ssl.TLSVersion, ssl.VerifyMode, ssl.Options, ssl.VerifyFlags, ssl.AlertDescription, ssl.SSLErrorNumber, ssl._SSLMethod):
    print(kind.__name__, kind.__module__, [(m.name, m.value) for m in kind])
print(repr(ssl.CERT_REQUIRED), repr(ssl.OP_NO_TLSv1_2), repr(ssl.PROTOCOL_SSLv23), ssl.PROTOCOL_TLS_CLIENT)
for purpose in ssl.Purpose:
    print(repr(purpose), tuple(purpose))
print(ssl._ASN1Object.fromname('SHA256'), ssl._ASN1Object.fromnid(672), ssl._ASN1Object('1.3.6.1.5.5.7.3.1'))
for call in (lambda: ssl._ASN1Object.fromname('nope'), lambda: ssl._ASN1Object.fromnid(-1), lambda: ssl._ASN1Object('x'), lambda: ssl.RAND_bytes(-1)):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc)
for name in ('SSLError', 'SSLCertVerificationError', 'SSLZeroReturnError', 'SSLWantReadError', 'SSLWantWriteError', 'SSLSyscallError', 'SSLEOFError', 'CertificateError'):
    kind = getattr(ssl, name)
    print(kind, [k.__name__ for k in kind.__mro__], bool(kind.__doc__))
print(ssl.SSLError(1, 'text'), ssl.SSLError('only'), repr(ssl.SSLError(1, 'text')), ssl.socket_error is OSError)
print(ssl.HAS_SNI, ssl.HAS_ALPN, ssl.HAS_TLSv1_3, ssl.HAS_SSLv2, ssl.HAS_NEVER_CHECK_COMMON_NAME, ssl.CHANNEL_BINDING_TYPES)
print(ssl.OPENSSL_VERSION.startswith('OpenSSL 3'), len(ssl.OPENSSL_VERSION_INFO), ssl.OPENSSL_VERSION_NUMBER >= 0x30000000)
print(len(ssl.RAND_bytes(7)), ssl.RAND_status(), ssl.RAND_add(b'x', 0.0))
