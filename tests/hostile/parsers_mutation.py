# test: heavy
# Every parser of the library is given texts and bytes that are cut at each place or changed at random: only the errors that it documents may come out.
import ast
import base64
import binascii
import bz2
import codecs
import configparser
import csv
import datetime
import decimal
import email
import email.policy
import email.utils
import fractions
import gzip
import html
import html.parser
import http.cookies
import io
import ipaddress
import json
import lzma
import pickle
import random
import re
import shlex
import string
import struct
import tarfile
import time
import tokenize
import tomllib
import urllib.parse
import uuid
import warnings
import xml.etree.ElementTree as ET
import zipfile
import zlib

warnings.simplefilter('ignore')
rng = random.Random(77)


def archive(kind):
    out = io.BytesIO()
    if kind == 'zip':
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
            z.writestr(zipfile.ZipInfo('a.txt', (2000, 1, 1, 0, 0, 0)), 'text ' * 20)
            z.writestr(zipfile.ZipInfo('b/', (2000, 1, 1, 0, 0, 0)), '')
    else:
        with tarfile.open(fileobj=out, mode='w', format=tarfile.PAX_FORMAT) as t:
            member = tarfile.TarInfo('n\u00e9' * 60)
            member.size = 3
            t.addfile(member, io.BytesIO(b'abc'))
    return out.getvalue()


def read_zip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        for name in z.namelist():
            z.read(name)


def read_tar(data):
    with tarfile.open(fileobj=io.BytesIO(data), mode='r:') as t:
        for member in t:
            if member.isreg() and member.size < 10**6:
                t.extractfile(member).read()


def read_email(data):
    for policy in (email.policy.compat32, email.policy.default):
        message = email.message_from_bytes(data, policy=policy)
        for part in message.walk():
            part.get_payload(decode=True), part.get_content_type(), part.get_filename(), part.as_bytes()


def read_html(text):
    parser = html.parser.HTMLParser()
    parser.feed(text)
    parser.close()


def read_config(text):
    parser = configparser.ConfigParser()
    parser.read_string(text)
    for section in parser.values():
        list(section.items())


rows = [
    (json.loads, '{"a": [1, -2.5e10, "x\\u00e9\\n", true, null], "b": {}}', (ValueError,)),
    (json.loads, b'\xef\xbb\xbf{"k": ["\xc3\xa9"]}', (ValueError,)),
    (lambda text: list(csv.reader([text], strict=True)), 'a,"b ""c""",\'d\',\\e;1', (csv.Error,)),
    (lambda text: csv.Sniffer().sniff(text), 'a;b;c\n1;"2";3\n4;5;6\n', (csv.Error,)),
    (datetime.datetime.fromisoformat, '2024-02-29T23:59:59.123456+05:30', (ValueError,)),
    (datetime.date.fromisoformat, '2024-W09-4', (ValueError,)),
    (datetime.time.fromisoformat, 'T23:59:59.123-01:00:30', (ValueError,)),
    (lambda text: datetime.datetime.strptime('2024 Feb 09 7%', text), '%Y %b %d %H%%', (ValueError, re.error)),
    (lambda text: time.strptime(text, '%Y-%m-%d %H:%M:%S'), '2024-02-29 10:20:30', (ValueError,)),
    (float, ' -1_000.5e-300 ', (ValueError,)),
    (lambda text: int(text, 0), ' -0x_ff_12 ', (ValueError,)),
    (complex, ' -1.5e3+2.25j ', (ValueError,)),
    (decimal.Decimal, ' -1_2.5E-30', (decimal.InvalidOperation,)),
    (fractions.Fraction, ' -12_3/45 ', (ValueError, ZeroDivisionError)),
    (lambda text: format(12345.678, text), '*^+#030,.4f', (ValueError,)),
    (lambda text: format(decimal.Decimal('12345.678'), text), '*^+30,.4f', (ValueError, TypeError)),
    (lambda text: text % (1, 'a', 2.5), '%05d %-10s %+.3e %%', (ValueError, TypeError)),
    (lambda text: text.format(1, 'a', k=2.5), '{0:>5} {1!r} {k:.2f} {{}}', (ValueError, LookupError, AttributeError, TypeError)),
    (lambda text: string.Template(text).substitute(a=1, b=2), '$a ${b} $$ x', (ValueError, KeyError)),
    (base64.b64decode, b'aGVsbG8gd29ybGQ=', (binascii.Error,)),
    (lambda data: base64.b64decode(data, validate=True), b'aGVsbG8gd29ybGQ=', (binascii.Error,)),
    (base64.b32decode, b'NBSWY3DPEB3W64TMMQ======', (binascii.Error,)),
    (base64.b85decode, b'Xk~0{Zv+', (ValueError,)),
    (base64.a85decode, b'87cURD]i,"Ebo80z', (ValueError,)),
    (binascii.unhexlify, b'00ff10ab', (binascii.Error,)),
    (binascii.a2b_uu, b'%:&5L;&\\', (binascii.Error,)),
    (binascii.a2b_qp, b'=C3=A9 soft=\n break', ()),
    (lambda data: struct.unpack('<hIq', data), struct.pack('<hIq', 1, 2, 3), (struct.error,)),
    (lambda text: struct.calcsize(text), '<3h 2I4sq?', (struct.error, UnicodeEncodeError)),
    (zlib.decompress, zlib.compress(b'hello ' * 30), (zlib.error,)),
    (gzip.decompress, gzip.compress(b'hello ' * 30, mtime=0), (OSError, EOFError, zlib.error)),
    (bz2.decompress, bz2.compress(b'hello ' * 30), (OSError, ValueError)),
    (lambda data: lzma.decompress(data, memlimit=1 << 24), lzma.compress(b'hello ' * 30), (lzma.LZMAError,)),
    (read_zip, archive('zip'), (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, UnicodeDecodeError, lzma.LZMAError, OverflowError, ValueError)),
    (read_tar, archive('tar'), (tarfile.TarError, OSError, EOFError, ValueError, OverflowError)),
    (ET.fromstring, '<?xml version="1.0"?><a x="1&amp;2"><!-- c --><b>t&#233;</b><![CDATA[<>]]><c/></a>', (ET.ParseError, ValueError, LookupError)),
    (read_html, '<!doctype html><a href="x&amp;y" b>t&lt;&#x41;<!-- c --><script>if (a<b)</script><br/></a><?pi?>', ()),
    (html.unescape, '&lt;&amp;&#65;&#x1F600;&notin;&bogus;&#xD800;', ()),
    (read_email, b'From: =?utf-8?q?J=C3=B6?= <a@b.c>\nContent-Type: multipart/mixed; boundary="xx"\nSubject: a\n b\n\n--xx\nContent-Type: text/plain; charset=utf-8\n\nhi\n--xx\n'
                 b'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename*=utf-8\'\'%e2\n\nYQ==\n--xx--\n', (LookupError, UnicodeError, ValueError)),
    (email.utils.parsedate_to_datetime, 'Mon, 20 Nov 1995 19:12:08 -0500', (ValueError, TypeError)),
    (email.utils.getaddresses, ['"A, B" <a@b.c>, x (note) <y@z>, group: q@r;'], ()),
    (read_config, '[DEFAULT]\na = 1\n[s]\nb: %(a)s %% x\n c\n; note\nd =\n', (configparser.Error, ValueError)),
    (http.cookies.SimpleCookie, 'a=1; b="x\\"y"; Path=/; Secure; c=\\043', (http.cookies.CookieError,)),
    (shlex.split, 'a "b c" \'d\' e\\ f # g', (ValueError,)),
    (tomllib.loads, 'a = [1, 2.5, "x\\n"]\n[b.c]\nd = 1979-05-27T07:32:00Z\ne = {f = true}\n', (tomllib.TOMLDecodeError,)),
    (ast.literal_eval, '{"a": [1, -2.5, (3+4j)], b"x": {None, ...}}', (SyntaxError, ValueError, TypeError, MemoryError)),
    (lambda text: compile(text, '', 'exec'), 'def f(a, *b, c=1):\n    return f"{a!r:>{c}}" + [x for x in b if x][0]\n', (SyntaxError, ValueError)),
    (lambda text: list(tokenize.generate_tokens(io.StringIO(text).readline)), 'def f(a):\n    return "x" + f"{a}"\n', (tokenize.TokenError, SyntaxError, UnicodeEncodeError)),
    (re.compile, r'(?P<n>a+?|[^b-d\w])*(?=x)(?<!y)\1{2,3}(?i:z)\b', (re.error, OverflowError, RecursionError)),
    (lambda text: re.sub('(a)(?P<n>b)', text, 'ab'), r'\1\g<n>\n\g<2>', (re.error, IndexError)),
    (lambda text: re.match(text, 'aaaa' * 5), '(a|b)*c+[x-z]?', (re.error,)),
    (urllib.parse.urlsplit, 'http://u:p@[::1]:80/a;b?c=d&e#f', (ValueError,)),
    (lambda text: (urllib.parse.parse_qs(text, strict_parsing=True), urllib.parse.unquote(text)), 'a=1&b=%C3%A9&c=+', (ValueError,)),
    (ipaddress.ip_network, '2001:db8::/32', (ValueError,)),
    (ipaddress.ip_address, '192.168.100.200', (ValueError,)),
    (uuid.UUID, '{12345678-1234-5678-1234-567812345678}', (ValueError,)),
    (lambda data: pickle.loads(data), pickle.dumps({'a': [1, 2.5, 'x', b'y', (None, True)], 'b': {3, 4}}, 4), (pickle.UnpicklingError, ValueError, EOFError, LookupError, TypeError, AttributeError, ImportError, OverflowError, MemoryError, OSError)),
    (lambda data: data.decode('utf-8'), '\u00e9\u4e2d\U0001f600x'.encode(), (UnicodeDecodeError,)),
    (lambda data: data.decode('utf-16'), '\u00e9\U0001f600x'.encode('utf-16'), (UnicodeDecodeError,)),
    (lambda data: data.decode('idna'), b'xn--mnchen-3ya.example', (UnicodeError,)),
    (lambda data: data.decode('punycode'), b'mnchen-3ya', (UnicodeError,)),
    (lambda data: data.decode('unicode_escape'), rb'\x41\u00e9\N{BEL}\101', (UnicodeDecodeError,)),
    (lambda data: codecs.escape_decode(data), rb'\x41\n\101\q', (ValueError,)),
]


def mutate(value):
    items = list(value)
    for _ in range(rng.randrange(1, 4)):
        place = rng.randrange(len(items) + 1)
        kind = rng.randrange(4)
        other = rng.choice(items) if items else items
        if isinstance(value, bytes):
            new = rng.choice([rng.randrange(256), 0, 255, other if items else 7])
        elif isinstance(value, str):
            new = rng.choice(['\0', '\x7f', '\u00e9', '\ud800', '\U0001f600', '9', '-', '%', '"', '\\', '\n', '(', '[', other if items else 'x'])
        else:
            new = 'x@' + chr(rng.randrange(32, 127)) * 3
        if kind == 0 or not items:
            items.insert(place, new)
        elif kind == 1:
            del items[min(place, len(items) - 1)]
        elif kind == 2:
            items[min(place, len(items) - 1)] = new
        else:
            items[place:place] = items[place // 2:place] * 3
    return ''.join(items) if isinstance(value, str) else type(value)(items)


for number, (parse, sample, allowed) in enumerate(rows):
    good = parse(sample) is not NotImplemented
    odd = set()
    cases = [sample[:cut] for cut in range(0, len(sample), max(1, len(sample) // 120))] + [mutate(sample) for _ in range(150)]
    for case in cases:
        try:
            parse(case)
        except allowed:
            pass
        except Exception as error:
            odd.add(f"{type(error).__name__}: {error} for {case!r}"[:300])
    print(number, good, len(cases), sorted(odd)[:3])
