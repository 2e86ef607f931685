# test: heavy
# Texts that are nested a hundred thousand deep, and that would take exponential or quadratic time or immense memory: each parser says no, soon.
import ast
import base64
import bz2
import configparser
import copy
import csv
import decimal
import email
import gzip
import html.parser
import io
import json
import lzma
import pickle
import re
import tomllib
import urllib.parse
import warnings
import xml.etree.ElementTree as ET
import zipfile
import zlib

warnings.simplefilter('ignore')
N = 100_000


def attempt(name, action):
    try:
        value = action()
    except (RecursionError, MemoryError):
        print(name, 'too deep')
    except Exception as error:
        print(name, type(error).__name__, str(error)[:70])
    else:
        print(name, value)


attempt('json lists', lambda: json.loads('[' * N + ']' * N))
attempt('json objects', lambda: json.loads('{"a":' * N + '1' + '}' * N))
attempt('json open', lambda: json.loads('[' * N))
deep = []
for _ in range(N):
    deep = [deep]
attempt('json out', lambda: json.dumps(deep))
attempt('json indented', lambda: json.dumps(deep, indent=1))
attempt('json steps', lambda: sum(map(len, json.JSONEncoder(indent=1).iterencode(deep))))
attempt('repr', lambda: repr(deep))
attempt('pickle', lambda: len(pickle.dumps(deep)) > 0)
attempt('unpickle', lambda: type(pickle.loads(b'\x80\x04' + b']' * N + b'a' * (N - 1) + b'.')).__name__)
attempt('copy', lambda: copy.deepcopy(deep))
attempt('literal', lambda: ast.literal_eval('[' * N + ']' * N))
attempt('signs', lambda: ast.literal_eval('-' * N + '1'))
attempt('eval', lambda: eval('(' * N + ')' * N))
attempt('regex groups', lambda: re.compile('(?:' * N + ')' * N))
attempt('regex time', lambda: re.match('(a+)+b', 'a' * 24 + 'c'))
attempt('toml', lambda: tomllib.loads('a = ' + '[' * N))
attempt('toml keys', lambda: len(tomllib.loads('.'.join('a' * 500) + ' = 1')))
attempt('html', lambda: html.parser.HTMLParser(convert_charrefs=True).feed('<b>' * 20000))
attempt('html open', lambda: html.parser.HTMLParser().feed('<!--' + '-' * N))
attempt('xml', lambda: ET.fromstring('<a>' * 20000 + '</a>' * 20000).tag)
attempt('xml open', lambda: ET.fromstring('<a>' * N))
attempt('csv', lambda: next(csv.reader(['"' + 'x' * 200_000])))
attempt('decimal', lambda: decimal.Decimal('1e999999999999999999') * decimal.Decimal('1e999999999999999999'))
attempt('decimal digits', lambda: decimal.Decimal('1' * N).adjusted())
attempt('int digits', lambda: int('1' * N))
attempt('config', lambda: configparser.ConfigParser().read_string('[a]\n' + 'x = 1\n y\n' * 5000))
interpolated = configparser.ConfigParser()
interpolated.read_string('[a]\n' + ''.join(f'k{n} = %(k{n + 1})s%(k{n + 1})s\n' for n in range(60)) + 'k60 = x\n')
attempt('config bomb', lambda: interpolated.get('a', 'k0'))
attempt('query', lambda: urllib.parse.parse_qs('&'.join(['a=1'] * 1000), max_num_fields=10))
attempt('email', lambda: len(list(email.message_from_string('Content-Type: multipart/mixed; boundary="b"\n\n' + '--b\n' * 5000).walk())) > 0)
zeros = bytes(30_000_000)
for name, packed, unpack in (('zlib', zlib.compress(zeros), lambda data: zlib.decompressobj().decompress(data, 1000)), ('gzip', gzip.compress(zeros, 1), lambda data: gzip.GzipFile(fileobj=io.BytesIO(data)).read(1000)),
                             ('bz2', bz2.compress(zeros, 1), lambda data: bz2.BZ2Decompressor().decompress(data, 1000)), ('lzma', lzma.compress(zeros, preset=0), lambda data: lzma.LZMADecompressor().decompress(data, 1000))):
    attempt(name + ' bomb', lambda: (len(packed) < 200_000, len(unpack(packed))))
store = io.BytesIO()
with zipfile.ZipFile(store, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('zeros', zeros)
attempt('zip bomb', lambda: (len(store.getvalue()) < 100_000, len(zipfile.ZipFile(store).open('zeros').read(1000))))
attempt('base64', lambda: len(base64.b64decode(b'!' * N + b'QUJD')))
