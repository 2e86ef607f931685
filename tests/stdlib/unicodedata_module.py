# unicodedata: properties, names, normalization.
import unicodedata as ud

for ch in "aA1\xe9\xdf \u0301\u0416\u4e00\uac00\u00bd\u0663\u2167\u00b2\U0001f600\ud800\u0378(\u3042\uff21":
    print(ascii(ch), ud.category(ch), ud.bidirectional(ch), ud.combining(ch), ud.east_asian_width(ch), ud.mirrored(ch),
          ud.decomposition(ch), ud.decimal(ch, None), ud.digit(ch, None), ud.numeric(ch, None), ud.name(ch, "-"))
print(ud.lookup("LATIN SMALL LETTER E WITH ACUTE"), ud.lookup("greek small letter alpha"), ascii(ud.lookup("GRINNING FACE")))
for fn, args in ((ud.name, ("\n",)), (ud.lookup, ("NO SUCH",)), (ud.decimal, ("a",)), (ud.digit, ("a",)), (ud.numeric, ("a",)),
                 (ud.category, ("ab",)), (ud.category, (5,)), (ud.normalize, ("NFX", "a")), (ud.decimal, ("ab",))):
    try:
        print(fn(*args))
    except Exception as e:
        print(type(e).__name__, e)
for text in "e\u0301", "\xe9", "\ufb01", "\u1e9b\u0323", "\uac01", "\u1112\u1161\u11ab", "a\u0323\u0307", "a\u0307\u0323", "\u212b", "\ud800\u0301":
    print([ascii(ud.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")],
          [ud.is_normalized(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")])
print(ud.unidata_version)
