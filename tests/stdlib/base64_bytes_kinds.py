# base64: every function with every kind of argument, alphabets, padding, whitespace, old names.
import array
import base64
import binascii
import io


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


data = bytes(range(0, 256, 5))
for name in ('b64encode', 'standard_b64encode', 'urlsafe_b64encode', 'b32encode', 'b32hexencode', 'b16encode', 'a85encode', 'b85encode', 'encodebytes'):
    encode = getattr(base64, name)
    for value in (b'', b'f', b'fo', b'foo', b'\0\0\0\0', data, bytearray(b'xy'), memoryview(b'xyz'), array.array('B', [1, 5])):
        made = encode(value)
        back = getattr(base64, name.replace('encode', 'decode') if name != 'encodebytes' else 'decodebytes')
        assert back(made) == bytes(value), (name, value)
    print(name, made, encode(data)[:24])
    for wrong in ('text', None, 5, [1]):
        attempt(lambda: encode(wrong))
for text in (b'YQ', b'YQ=', b'YQ==', b'YQ===', b'Y', b'YWJj!ZGVm', b'YW Jj\n', b'=', b'====', b'Y=Q=', b'YQ==YQ==', b'YWJjZGV', b'-_-_', b'+/+/', 'YQ==', 'Y\u00e9==', b'\xff'):
    attempt(lambda: base64.b64decode(text))
    attempt(lambda: base64.b64decode(text, validate=True))
    attempt(lambda: base64.urlsafe_b64decode(text))
    attempt(lambda: binascii.a2b_base64(text, strict_mode=True))
for text in (b'ME======', b'me======', b'ME', b'M1======', b'MEAAAAAA', b'ME=====', b'0O======', b'1======='):
    attempt(lambda: base64.b32decode(text))
    attempt(lambda: base64.b32decode(text, casefold=True))
    attempt(lambda: base64.b32decode(text, False, b'L'))
    attempt(lambda: base64.b32hexdecode(text))
for text in (b'4a', b'4A', b'4', b'4G', 'FF', b''):
    attempt(lambda: base64.b16decode(text))
    attempt(lambda: base64.b16decode(text, True))
print(base64.b64encode(b'\xfb\xff', altchars=b'-_'), base64.b64decode(b'-_-_', b'-_'), base64.b85encode(b'abc', pad=True), base64.a85encode(b'    abc', foldspaces=True), base64.a85encode(data, wrapcol=20, adobe=True))
for action in (lambda: base64.b64encode(b'a', b'abc'), lambda: base64.b64encode(b'a', 'ab'), lambda: base64.b64decode(b'', b'a'), lambda: base64.b85decode(b'"'), lambda: base64.b85decode(b'~~~~~'), lambda: base64.b85decode('\u00e9'), lambda: base64.a85decode(b'zzz!'), lambda: base64.a85decode(b's8W-"'),
               lambda: base64.a85decode(b'abc', adobe=True), lambda: base64.a85decode(b'v'), lambda: base64.decodebytes('x'), lambda: base64.b32decode(b'AA', map01=b'XX')):
    attempt(action)
out = io.BytesIO()
base64.encode(io.BytesIO(data * 3), out)
print(out.getvalue().count(b'\n'), len(base64.encodebytes(data * 3).splitlines()[0]))
out.seek(0)
again = io.BytesIO()
base64.decode(out, again)
print(again.getvalue() == data * 3)
