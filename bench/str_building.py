"""Strings: joining, f-strings, concatenation, formatting, splitting and replacing."""
parts = []
for i in range(200000):
    parts.append(f"{i:05d}:{i / 3:.2f};")
text = "".join(parts)
print(len(text), text[:20])
out = ""
for i in range(5000):
    out += str(i)
print(len(out))
print(len("-".join(str(i) for i in range(300000))))
print(sum(len("%s=%d" % (i, i)) for i in range(200000)), sum(len("{}/{}".format(i, i)) for i in range(200000)))
print(len(text.replace(";", ",\n").split("\n")), text.count("33"), len(text.upper().title()))
