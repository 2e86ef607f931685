# Normalization of texts that are worked on in segments, and of runs of marks that must not take quadratic time.
import hashlib
import unicodedata

alphabets = ["abc\u00e9\u00fc\u0327", "\u1100\u1161\u11a8\uac00\uac01", "\u4e00\uff76\uff9e\ufb01", "\u09c7\u09be\u0b47\u0b56", "\ud800a\u0301\udfff", "e\u0301\u0316\u0344"]
state = 1
for alphabet in alphabets:
    text = []
    for _ in range(1_999):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        text.append(alphabet[(state >> 16) % len(alphabet)])
    text = "".join(text) * 20 # its period and the segments' length have no common divisor
    for form in "NFC", "NFD", "NFKC", "NFKD":
        out = unicodedata.normalize(form, text)
        print(form, len(out), hashlib.md5(out.encode("utf-8", "surrogatepass")).hexdigest(), unicodedata.is_normalized(form, text), unicodedata.is_normalized(form, out))
marks = unicodedata.normalize("NFD", "a" + "\u0301\u0316" * 5_000)
print(marks == "a" + "\u0316" * 5_000 + "\u0301" * 5_000)
marks = unicodedata.normalize("NFC", "a" + "\u0301\u0316" * 5_000)
print(marks == "\u00e1" + "\u0316" * 5_000 + "\u0301" * 4_999)
