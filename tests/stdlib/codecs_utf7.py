# UTF-7: what stands for itself, runs of base64, errors, input in pieces.
import codecs
for s in ['', 'abc', 'a+b', 'é', 'Hi Mom -☺-!', '日本語', 'A≢Α.', '😀', '\\~', 'x\x00y', 'é-', 'éa', 'é!', 'é é', '£1', '++', '\ud800', 'été/', 'a\tb\r\n']:
    data = s.encode('utf-7'); print(ascii(s), data, data.decode('utf7') == s)
for b in [b'+', b'+-', b'+AOk', b'+AOk-', b'+AOkx', b'+AOk!', b'\xff', b'a\x80b', b'+!', b'+A-', b'+AO-', b'+AOl-x', b'+2AA-', b'a+ImIDkQ.', b'+AGEAYg-c', b'~\\', b'+AOk-+AOk-', b'+AOk-+']:
    for errors in 'strict', 'replace', 'ignore', 'backslashreplace':
        try: print(b, errors, ascii(b.decode('utf-7', errors)))
        except UnicodeError as e: print(b, errors, e)
d = codecs.getincrementaldecoder('utf-7')()
print([ascii(d.decode(bytes([c]))) for c in b'a+AOkA6Q-b+-c'][-1], codecs.lookup('UTF-7').name, codecs.lookup('u7').name)
