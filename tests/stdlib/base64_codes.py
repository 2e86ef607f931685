import base64
import binascii

for data in (b"", b"a", b"ab", b"abc", b"abcd", b"abcde", bytes(range(256)), b"\xff\xfe\xfb" * 3):
    print(data[:8], len(data))
    for name in ("b16", "b32", "b32hex", "b64", "b85", "urlsafe_b64", "standard_b64"):
        encoded = getattr(base64, name + "encode")(data)
        print(name, encoded[:60], getattr(base64, name + "decode")(encoded) == data)
    print(base64.encodebytes(data)[:90], base64.decodebytes(base64.encodebytes(data)) == data)
    print(binascii.hexlify(data)[:20], binascii.crc32(data), binascii.crc_hqx(data, 0))
print(base64.b64decode("YW Jj\n"), base64.b64encode(b"\xfb\xff", b"@#"), base64.b64decode("@#8=", "@#"), base64.b32decode("mfrgg===", True))
print(binascii.hexlify(b"abcdef", "-", 2), binascii.crc32(b"b", binascii.crc32(b"a")) == binascii.crc32(b"ab"), binascii.unhexlify("FFa0"))
for f in (lambda: base64.b64decode("a"), lambda: base64.b64decode("abc"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b64decode("é"),
          lambda: base64.b32decode("abc"), lambda: base64.b32decode("abcdefgh"), lambda: base64.b16decode("ab"), lambda: base64.b85decode("\x00"),
          lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("xy"), lambda: base64.b64encode("text"), lambda: base64.b64decode("abcde"),
          lambda: base64.b85decode("~~~~~"), lambda: base64.b64decode(5)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
