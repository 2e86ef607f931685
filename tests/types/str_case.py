# str case methods over ASCII and Unicode.
words = ["hello World", "ÀÉÎõü", "straße", "ǅabc", "ﬁne", "İstanbul", "ıI", "ΑΣ ΣΑΣ Σ", "o'neill they're", "x-ray 3D 2nd", "", "123", "ŉ",
    "ᾳ", "日本", "𐐨𐐀", "i̇", "ß", "ẞ", "mcDONALD"]
for w in words:
    print(ascii(w), *[ascii(x) for x in (w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())])
for w in ["abc", "ABC", "Abc Def", "Abc def", "aBC", "123", "", "a1", "A1", "ß", "ǅ", "ª", "Ⅷ", "ⓐ", "日", "A日", "ﬁ", " ", "É", "Ab-Cd",
        "Ab Cd1Ef"]:
    print(ascii(w), w.isupper(), w.islower(), w.istitle())
print("ß".upper(), "ß".title(), "Straße".casefold() == "STRASSE".casefold(), "ς".upper(), "Σ".lower(), "ΑΣ".lower(), "ΑΣΑ".lower(),
    "Σ".casefold(), "İ".lower() == "i̇", len("İ".lower()), "ﬀ".upper(), "ﬃ".capitalize(), "ŉ".upper() == "ʼN")
print("hello".upper().lower().title().swapcase(), "x".upper() is not None, "héllo wörld".title(), "they're bill's".title(),
    "ALL CAPS".capitalize(), "éa".capitalize(), "\u01c6x".title() == "\u01c5x", "\u01c4".lower() == "\u01c6", "\u10d0".upper(),
    "\u1c90".lower(), "\uab70".upper())
for m in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "isupper", "islower", "istitle"):
    try: getattr("a", m)(1)
    except TypeError as e: print(e)
