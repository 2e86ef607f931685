# Values of most builtin types made, changed and printed.
numbers = [i * i for i in range(50)]
words = {str(i): [i, float(i), (i, i + 1)] for i in range(40)}
print(sum(numbers), len(words), sorted(words)[:5])
print("-".join(f"{i:>4}" for i in range(10)))
print(10**60, (1 << 100) % 97, "%s and %r" % ("text", b"bytes"))
print({i % 7 for i in numbers}, bytearray(b"abc") + b"d", complex(1, 2) ** 2)
print("äöü".upper().encode(), "a,b,c".split(","), "x" * 20)
