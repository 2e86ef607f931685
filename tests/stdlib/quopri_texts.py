# quopri and binascii's quoted-printable: lines, headers, soft breaks, round trips.
import binascii
import io
import quopri


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


texts = [b'', b'plain', b'a=b', b'tab\t', b'space ', b'a \nb\t\n', b'\xe9\xff', b'x' * 100, b'x' * 75 + b' ' + b'y' * 5, b'line\r\nline\r\n', b'.\n', b'_ _', b'a' * 73 + b'\xe9' + b'b' * 3, b'\x00\x7f~']
for text in texts:
    for tabs in (False, True):
        for header in (False, True):
            made = quopri.encodestring(text, quotetabs=tabs, header=header)
            print(made, quopri.decodestring(made, header=header) == text, binascii.b2a_qp(text, quotetabs=tabs, header=header, istext=not tabs))
for text in (b'=', b'==', b'=4', b'=4G', b'=41', b'=\n', b'a=\r\nb', b'=3D=3d', b'a_b', b'trailing \n', b'= \n', b'=E9=', 'a=41', b'=\t\nx'):
    attempt(lambda: quopri.decodestring(text))
    attempt(lambda: binascii.a2b_qp(text))
    attempt(lambda: binascii.a2b_qp(text, header=True))
one, two = io.BytesIO(b'caf\xe9 \nx=y\n'), io.BytesIO()
quopri.encode(one, two, quotetabs=False)
print(two.getvalue())
two.seek(0)
three = io.BytesIO()
quopri.decode(two, three)
print(three.getvalue())
for action in (lambda: quopri.encodestring('text'), lambda: binascii.b2a_qp('x'), lambda: quopri.decodestring(5), lambda: binascii.crc_hqx(b'123456789', 0), lambda: binascii.crc32(b'123456789'), lambda: binascii.hexlify(b'abcdef', ':', 2), lambda: binascii.hexlify(b'abcdef', '-', -4), lambda: binascii.hexlify(b'ab', '::'),
               lambda: binascii.hexlify(b'ab', 5), lambda: binascii.unhexlify('a'), lambda: binascii.unhexlify('xx'), lambda: binascii.b2a_uu(b'x' * 46), lambda: binascii.b2a_uu(b'abc', backtick=True), lambda: binascii.a2b_uu(b'#86)C'), lambda: binascii.a2b_uu(b'\xff')):
    attempt(action)
