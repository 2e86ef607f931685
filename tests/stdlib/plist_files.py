# plistlib: both forms, all types, errors.
import datetime
import plistlib

value = {'text': 'a <b> & "c"\n\xe9', 'int': 42, 'negative': -7, 'big': 2 ** 63 + 5, 'float': 1.5, 'yes': True, 'no': False, 'bytes': b'\x00binary\xff' * 12,
         'when': datetime.datetime(2024, 2, 29, 12, 30, 5), 'list': [1, 'two', [3.0], {}], 'empty': [], 'nested': {'z': 1, 'a': {'deep': [b'']}},
         'long': ['x' * 20] * 16, 'unicode': '\u4e2d\u6587'}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value)
binary = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(binary.hex(), plistlib.loads(binary) == value)
unsorted = plistlib.dumps({'b': 1, 'a': 2}, sort_keys=False)
print(list(plistlib.loads(unsorted)), plistlib.loads(plistlib.dumps({'b': 1, 'a': [plistlib.UID(3)]}, fmt=plistlib.FMT_BINARY)))
print(plistlib.loads(b'<plist><dict><key>n</key><integer>0x1F</integer><key>d</key><date>2020-01-02T03:04:05Z</date><key>e</key><data> aGk= </data></dict></plist>'))
print(plistlib.dumps({1: 2, 'a': 3}, skipkeys=True, sort_keys=False).decode().count('key'), plistlib.UID(5), plistlib.UID(5) == plistlib.UID(5), hash(plistlib.UID(9)))
for wrong in (lambda: plistlib.dumps({1: 2}), lambda: plistlib.dumps(None), lambda: plistlib.dumps(2 ** 64), lambda: plistlib.dumps('\x00'), lambda: plistlib.loads(b'junk'),
              lambda: plistlib.loads(b'bplist00broken'), lambda: plistlib.loads(b'<plist><dict><string>x</string></dict></plist>'),
              lambda: plistlib.loads(b'<plist><dict><key>x</key></dict></plist>'),
              lambda: plistlib.loads(b'<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>'), lambda: plistlib.UID(-1), lambda: plistlib.UID('1'),
              lambda: plistlib.dumps({}, fmt='yaml'), lambda: plistlib.dumps(object(), fmt=plistlib.FMT_BINARY) if False else plistlib.dumps({1: 1}, fmt=plistlib.FMT_BINARY)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
