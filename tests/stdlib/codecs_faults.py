# Faults that codecs tell of: escapes, byte order marks, states of incremental decoders, IDNA label by label.
import codecs, io, os, tempfile, warnings
def t(f,*a):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r=f(*a)
        except Exception as e: r=(type(e).__name__,str(e))
    print(r,[str(x.message) for x in w])
d=codecs.unicode_escape_decode
for b in (b'\\x',b'\\x0',b'[\\x0]',b'\\u000',b'\\U0000000',br'\U00110000',b'\\8',b'\\\xfa',b'\\400',b'\\q',b'\\777',b'\\',b'\\N{foo}',b'\\N{DIGIT ONE}',b'\\N'):
    t(d,b); t(d,b,'ignore'); t(d,b,'replace'); t(d,b,'strict',False)
r=codecs.raw_unicode_escape_decode
for b in (b'\\u',b'\\u0',b'[\\u0]',b'\\U0000000',br'\U00110000',b'\\',b'\\q\\\\u0041'):
    t(r,b); t(r,b,'ignore'); t(r,b,'strict',False)
e=codecs.escape_decode
for b in (b'\\x',b'\\x0',b'[\\x]\\x',b'\\8',b'\\400',b'\\q',b'\\',b'\\xff\\n',b'a\\\nb'):
    t(e,b); t(e,b,'ignore'); t(e,b,'replace')
for enc in ('utf-16','utf-32','utf-8-sig','utf-8'):
    for err in ('strict','surrogatepass'):
        data='sp\ud800'.encode(enc,'surrogatepass') if err!='strict' else 'spé'.encode(enc)
        for i in range(len(data)+1):
            dec=codecs.getincrementaldecoder(enc)(err)
            try:
                a=dec.decode(data[:i]); st=dec.getstate(); dec.reset(); dec.setstate(st); b=dec.decode(data[i:],True); print(enc,i,ascii(a),st,ascii(b))
            except Exception as x: print(enc,i,type(x).__name__,x)
for enc,b in (('utf-16',b'\xff\xff'),('utf-16',b's\0'),('utf-32',b'\xff\xff\xff\xff')):
    t(codecs.getreader(enc)(io.BytesIO(b)).read)
    t(codecs.getincrementaldecoder(enc)().decode,b)
    t(io.TextIOWrapper(io.BytesIO(b),encoding=enc).read)
    t(b.decode,enc)
t(codecs.utf_16_ex_decode,b'\xff\xfea\0'); t(codecs.utf_16_ex_decode,b'\xff','strict',0,True);t(codecs.utf_32_ex_decode,b'a\0\0\0')
t(codecs.utf_16_ex_decode,b'\xfe\xff\0a','strict',0)
t(lambda: b''.join(codecs.iterencode('python.org','idna'))); t(lambda: b''.join(codecs.iterencode('pyth\xf6n.org.','idna')))
t(lambda: ''.join(codecs.iterdecode((bytes([c]) for c in b'xn--pythn-mua.org.'),'idna')))
t(codecs.getreader('idna')(io.BytesIO(b'abc')).read)
t(b'xn--pythn-mua.org.'.decode,'idna'); t(('a'*64+'.x').encode,'idna'); t((b'xn--016c'+b'a'*70).decode,'idna'); t((b'xn--016c'+b'a'*1100).decode,'idna')
t('\xe4.\u3002b'.encode,'idna'); t(''.encode,'idna'); t('a..b'.encode,'idna'); t('.'.encode,'idna')
p=tempfile.mktemp()
for enc,b in (('utf-16',b's\0'),('utf-16',b's'),('utf-16',b''),('utf-16',b'\xff\xfe'),('utf-32',b's\0\0\0'),('utf-32',b'\xff\xff\xff\xff'),('utf-16',b'\xff\xfea\0b'),('utf-16','hi\n'.encode('utf-16-be'))):
    open(p,'wb').write(b)
    for f in (lambda:open(p,encoding=enc).read(), lambda:list(open(p,encoding=enc)), lambda:open(p,encoding=enc).readline(), lambda: b.decode(enc), lambda:open(p,encoding=enc).read(1)):
        try: print(enc,b,repr(f()))
        except Exception as e: print(enc,b,type(e).__name__,e)
os.unlink(p)
