# The single-byte encodings, what all bytes mean in each and back; UTF-7; the codecs between bytes and bytes; notes of failures.
import codecs
import encodings
import zlib

NAMES = '''cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720 cp737
cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_1 iso8859_2 iso8859_3
iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_t
koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos
ptcp154 tis_620'''.split()
for name in NAMES:
    text = bytes(range(256)).decode(name, 'replace')
    again = text.encode(name, 'replace')
    print(name, codecs.lookup(name).name, zlib.crc32(text.encode('utf-8')), zlib.crc32(again))
for alias in 'ebcdic_cp_us ibm850 windows-1253 latin6 thai hebrew arabic csISOLatin4 l10 maccyrillic macgreek cyrillic_asian u7 utf-7 rot13 quoted-printable'.split():
    print(alias, codecs.lookup(alias).name)

for text in 'plain text', 'Grüße', '1+1=2', '日本語', 'a\U0001f600b', '~\\', 'é-', 'x\0y', '£1':
    data = text.encode('utf-7')
    print(data, data.decode('utf-7') == text)
for data in b'+', b'+-', b'+AG', b'a\xffb', b'+@', b'+IKx-', b'+2AE-x', b'+////-', b'+AAA', b'\xe9':
    for errors in 'strict', 'replace', 'ignore':
        try:
            print(data, errors, ascii(data.decode('utf-7', errors)))
        except UnicodeDecodeError as error:
            print(data, error)
decoder = codecs.getincrementaldecoder('utf-7')()
print([decoder.decode(bytes((byte,))) for byte in 'aé日+'.encode('utf-7')], repr(decoder.decode(b'', True)))

payload = bytes(range(120))
for name in 'hex', 'base64', 'quopri', 'uu', 'zlib', 'bz2':
    packed = codecs.encode(payload, name)
    print(name, codecs.decode(packed, name) == payload, len(packed) if name in ('zlib', 'bz2') else packed)
print(codecs.encode('Hello', 'rot13'), codecs.decode('Uryyb', 'rot_13'))
for function in (lambda: codecs.decode(b'zz', 'hex'), lambda: codecs.encode('é', 'ascii'), lambda: b'\xff'.decode('cp1253'), lambda: codecs.decode(b'a', 'uu'),
                 lambda: codecs.encode(1, 'rot13'), lambda: 'a'.encode('undefined'), lambda: 'é'.encode('ascii'), lambda: 'a'.encode('hex'), lambda: b'a'.decode('quopri')):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, '__notes__', None))

print(codecs.charmap_encode('ab', 'strict', {97: b'zz', 98: 3}), codecs.charmap_decode(b'\0\1', 'strict', 'xy'), codecs.charmap_decode(b'abc', 'replace', {97: 'A'}))
import encodings.cp1252
import encodings.utf_8
print(encodings.cp1252.getregentry().name, encodings.utf_8.decode(b'\xc3\xa9'), encodings.cp1252.IncrementalDecoder().decode(b'\x80'))

import io
reader = codecs.getreader('utf-8')(io.BytesIO('Humpty\r\nDümpty\nsat'.encode()))
print(repr(reader.read(1)), repr(reader.readline()), repr(reader.read(3)), reader.readlines())
reader = codecs.getreader('utf-16')(io.BytesIO('one\ntwo\r\nthree'.encode('utf-16')))
print(repr(reader.readline()), [repr(line) for line in reader])
try:
    import copy
    copy.copy(reader)
except TypeError as error:
    print(error)
