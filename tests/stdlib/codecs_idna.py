# The codecs idna and punycode.
for h in ['bücher.example', 'ä', 'a.b', 'faß.de', '日本.jp', 'a..b', '.a', 'a.', '', 'ä' * 70, 'xn--ä', 'a' * 64, 'ä..b', 'x' * 63 + '.b', 'Ä.EXAMPLE',
          '\u3002a', 'a\u3002b', 'xn--a', '\u00ad', 'a b', '\ufb01.x', '\u0130', '\u202ea', 'ä.', 'مثال', 'aمثال', 'Ω', '①.x']:
    try:
        print(ascii(h), h.encode('idna'))
    except Exception as e:
        print(ascii(h), type(e).__name__, ascii(str(e)))
for h in [b'xn--bcher-kva.example', b'abc.de', b'xn--4ca', b'a..b', b'', b'xn--', b'xn--zzzz!', b'XN--4CA', b'\xff', b'a.', b'xn--wgv71a.jp.']:
    try:
        print(h, ascii(h.decode('idna')))
    except Exception as e:
        print(h, type(e).__name__, e)
for s in ['', 'abc', 'ä', '-', 'ä-b', '他们为什么不说中文', '\U0001f600x', 'Pročprostěnemluvíčesky']:
    p = s.encode('punycode')
    print(ascii(s), p, p.decode('punycode') == s)
for s in [b'!', b'99999999', b'-', b'abc-', b'\xff', b'ABC-4CA', b'9' * 30]:
    try:
        print(s, ascii(s.decode('punycode')))
    except Exception as e:
        print(s, type(e).__name__, e)
try:
    'ä'.encode('idna', 'ignore')
except Exception as e:
    print(type(e).__name__, e)
import codecs
import socket
print(codecs.lookup('idna').name, codecs.lookup('punycode').name)
try:
    socket.socket().bind(('bücher.invalid', 0))
except OSError as e:
    print(type(e).__name__)
