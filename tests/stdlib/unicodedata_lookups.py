# unicodedata: properties over samples of all planes, names, forms, errors.
import unicodedata as u

samples = 'aZ5 \n\u00e9\u00bd\u0660\u05d0\u0301\u1100\uac00\u2167\u4e00\ufb01\ufdfa\u00b2\u200d\u2028\u3000\uff21\U0001d7d8\U0001f600\U000e0001\ud800\ue000\u0378\U0010ffff'
for c in samples:
    print(f"{ord(c):06x}", u.name(c, '-'), u.category(c), u.bidirectional(c) or '-', u.combining(c), u.east_asian_width(c), u.mirrored(c), u.decomposition(c) or '-', u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
texts = ['\u00e9', 'e\u0301', '\ufb01', '\u1e9b\u0323', '\uac00', '\u1100\u1161\u11a8', '\u212b', 'a\u0315\u0300\u05ae\u0062', '\u0344', '\u2126', '\u00bd', 'plain', '', '\U0001d15e', '\u0f73', '\u3392']
for text in texts:
    forms = [u.normalize(form, text) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')]
    print([form.encode('unicode_escape').decode() for form in forms], [u.is_normalized(form, text) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')])
for name in ('LATIN SMALL LETTER A', 'latin small letter e with acute', 'HANGUL SYLLABLE GAG', 'CJK UNIFIED IDEOGRAPH-4E00', 'GRINNING FACE', 'BEL', 'LATIN SMALL LETTER R WITH TILDE', 'NO SUCH NAME', '', 'CJK UNIFIED IDEOGRAPH-ZZZZ', 'BELL'):
    try:
        print(name, ascii(u.lookup(name)))
    except KeyError as error:
        print(name, error)
for action in (lambda: u.name('\x00'), lambda: u.name('ab'), lambda: u.name(''), lambda: u.category(5), lambda: u.decimal('a'), lambda: u.digit('\u00bd'), lambda: u.numeric('x'), lambda: u.normalize('NFX', 'a'), lambda: u.normalize('NFC', 5),
               lambda: u.is_normalized('X', 'a'), lambda: u.name('a', 'b', 'c'), lambda: u.combining('ab'), lambda: u.decimal('\u0663'), lambda: u.numeric('\u4e03')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print('\N{GREEK SMALL LETTER ALPHA}\N{DIGIT ONE}', u.unidata_version.split('.')[0] >= '14')
