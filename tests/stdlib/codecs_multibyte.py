# The East Asian encodings: names, error handlers, input in pieces, files.
import codecs, io, sys
TEXT = {'gb2312': '汉字, abc 中文', 'gbk': '漢字 中文€'[:5], 'gb18030': '中文 😀 €', 'big5': '中文字', 'big5hkscs': '中文', 'cp950': '中文', 'shift_jis': '日本語 カタカナ ｶﾅ \\~', 'cp932': '日本語①', 'euc_jp': '日本語 ｶﾅ', 'euc_kr': '한국어 abc',
        'cp949': '한국어 똠방각하', 'iso2022_jp': 'abc 日本語 def', 'iso2022_kr': '한국'}
for name, text in TEXT.items():
    data = text.encode(name)
    print(name, data, data.decode(name) == text, codecs.lookup(name).name, ascii(data.decode(name)))
    d = codecs.getincrementaldecoder(name)()
    print(ascii(''.join(d.decode(data[i:i + 1]) for i in range(len(data))) + d.decode(b'', True)))
    if not name.startswith('iso'):
        for errors in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape'):
            try: print(errors, ('a\u1234\U0001F600z\ud800').encode(name, errors))
            except UnicodeError as e: print(errors, e)
        for bad in (data[:-1], data + b'\xff', b'a\x81'):
            for errors in ('strict', 'replace', 'ignore', 'backslashreplace'):
                try: print(bad, errors, ascii(bad.decode(name, errors)))
                except UnicodeError as e: print(bad, errors, e, e.args[1:4])
for alias in ('GBK', 'Shift-JIS', 'sjis', 'EUC-JP', 'euckr', 'CP936', 'Big5', 'MS932', 'ks_c_5601-1987', 'ISO-2022-JP', 'gb18030-2000', 'UHC'):
    print(alias, codecs.lookup(alias).name)
f = io.TextIOWrapper(io.BytesIO('一二三\n四五\n'.encode('shift_jis') * 3000), encoding='shift_jis')
print(f.readline(), sum(1 for _ in f))
f = io.BytesIO(); w = io.TextIOWrapper(f, encoding='euc_jp', newline='\r\n'); w.write('日本\n' * 2); w.flush(); print(f.getvalue())
print(str(b'\xc4\xe3\xba\xc3', 'gbk'), codecs.decode(b'\xc4\xe3', 'gb2312'))
try: 'é'.encode('shift_jis')
except UnicodeEncodeError as e: print(e, e.encoding, e.start, e.end, e.reason)
