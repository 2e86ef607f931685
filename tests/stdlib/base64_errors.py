import base64, binascii
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for s in (b"", b"YQ==", b"YQ=", b"YQ", b"Y", b"YWI=", b"YWJj", b"Y W\nJj", b"!!!!", b"YQ==YQ==", "YQ==", "é", None, 5, b"=", b"====", b"YQ=x=", b"-_-_", b"+/+/"):
    t(base64.b64decode, s); t(base64.b64decode, s, validate=True); t(base64.urlsafe_b64decode, s); t(base64.standard_b64decode, s)
t(base64.b64encode, b"\xfb\xff", altchars=b"-_"); t(base64.b64encode, b"\xfb\xff", b"-"); t(base64.b64decode, b"-_8=", altchars="-_"); t(base64.b64encode, "x"); t(base64.b64encode, bytearray(b"ab")); t(base64.b64encode, memoryview(b"ab"))
for s in (b"", b"ME======", b"me======", b"MFRGG===", b"MFRGG", b"M1======", b"MFRGG===x", b"MO======", "MFRGG===", b"0O1I===="):
    t(base64.b32decode, s); t(base64.b32decode, s, casefold=True); t(base64.b32decode, s, map01="L"); t(base64.b32hexdecode, s)
for s in (b"", b"6162", b"616", b"61zz", b"aB", "6162"): t(base64.b16decode, s); t(base64.b16decode, s, casefold=True)
for n in range(6): print(base64.b32encode(b"x" * n), base64.b32hexencode(b"x" * n), base64.b16encode(b"x" * n), base64.encodebytes(b"x" * n * 20))
t(base64.encodebytes, "x"); t(base64.decodebytes, b"YQ==\nYg==\n"); t(base64.decodebytes, "x")
for n in (b"a", b"ab", b"abc"): t(binascii.b2a_base64, n); t(binascii.b2a_base64, n, newline=False); t(binascii.hexlify, n); t(binascii.hexlify, n, ":"); t(binascii.hexlify, n * 4, "-", -3); t(binascii.crc32, n); t(binascii.crc_hqx, n, 0)
t(binascii.unhexlify, b"abc"); t(binascii.unhexlify, "zz"); t(binascii.unhexlify, b"00ff"); t(binascii.a2b_base64, b"YQ", strict_mode=True); t(binascii.a2b_base64, b"YQ==x", strict_mode=True); t(binascii.a2b_base64, b"\nYQ==", strict_mode=True)
