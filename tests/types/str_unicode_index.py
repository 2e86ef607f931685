# test: heavy
# Indexing and slicing long non-ASCII strings by code point, from both ends, with caches warm and cold.
s = "".join(chr(0x61 + i % 26) + "é日😀"[i % 3] for i in range(1000))
print(len(s), s[0], s[1], s[999], s[1999], s[-1], s[-2000], s[500:510], s[-10:], s[1990:], s[5:25:5], s[::-1][:6], s[::400])
for i in (3, 1500, 700, 1999, 0, 1000, 64, 65, 127, 128, 129, 255, 256, 257): print(s[i], end="")
print()
print("".join(s[i] for i in range(0, 2000, 97)), "".join(s[i] for i in range(1999, -1, -97)))
assert "".join(s[i] for i in range(len(s))) == s and list(s) == [s[i] for i in range(len(s))]
assert s[:1000] + s[1000:] == s and s[::2] == "".join(c for i, c in enumerate(s) if i % 2 == 0)
print(s.find("z日"), s.index("😀", 1000), s.rfind("a"), s.count("é"), s.find(s[1500:1510]), len(s.encode()), len(s.encode("utf-16-le")),
    s.upper()[1:4], len(s.replace("日", "")), s.split("é")[3], s.partition("😀")[0], s.translate({0x65e5: None})[:8])
t = "a" * 5000 + "é" + "b" * 5000
print(len(t), t[5000], t[5001], t[4999], t[-5001], t.find("é"), t.find("b"), t[4998:5003], t.isascii(), t[:5000].isascii())
u = "é" * 3000
print(u[1234], u[::1000], len(u[500:2500]), u == "é" * 3000, u.count("é"), u[:-2999], hash(u) == hash("é" * 3000), u < u + "a",
    u.find("é", 2999), (u + "x").find("x"))
print(sum(ord(c) for c in s) , max(s), min(s), sorted(set(s))[-3:], s.startswith("aéb日", 0), s.endswith(s[-5:]), len(set(s)))
v = "日本語" * 100
out = []
for i in range(0, 300, 7): out.append(v[i]); out.append(v[-i - 1])
print("".join(out[:40]), v[299], v[150:153], v[2::-1], v[300:], v[-301:-299] if len(v) > 300 else v[-300:-298])
for i in (300, -301, 10 ** 20):
    try: v[i]
    except IndexError as e: print(e)
it = iter("é日😀")
print(next(it), next(it), list(it), [c for c in reversed("é日😀")], *zip("é日", "ab"), "é日😀".center(7, "·"), "😀" * 3, ("😀" * 3)[1])
