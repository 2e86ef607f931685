# Ciphers, roman numerals, run lengths, binary, Morse, checksums.
from itertools import groupby, cycle


def caesar(text, shift):
    def turn(c):
        if c.isalpha() and c.isascii():
            base = ord("A" if c.isupper() else "a")
            return chr((ord(c) - base + shift) % 26 + base)
        return c
    return "".join(map(turn, text))


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), caesar(caesar("Zebra", 13), 13))


def vigenere(text, key):
    return "".join(caesar(c, ord(k) - 97) for c, k in zip(text, cycle(key)))


print(vigenere("attackatdawn", "lemon"))
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    out = []
    for value, letters in ROMAN:
        times, n = divmod(n, value)
        out.append(letters * times)
    return "".join(out)


def from_roman(text):
    values = {l: v for v, l in ROMAN if len(l) == 1}
    numbers = [values[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(numbers, numbers[1:] + [0]))


print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], all(from_roman(to_roman(n)) == n for n in range(1, 2000)))


def squeeze(text):
    return "".join(f"{len(list(g))}{c}" for c, g in groupby(text))


print(squeeze("aaabccdddd"), squeeze(""))
MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
code = " ".join(MORSE[c] for c in "sos")
print(code, "".join({v: k for k, v in MORSE.items()}[m] for m in code.split()))


def base(n, b, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n < 0:
        return "-" + base(-n, b)
    return digits[n] if n < b else base(n // b, b) + digits[n % b]


print(base(255, 2), base(255, 16), base(-35, 36), all(int(base(n, b), b) == n for n in range(60) for b in range(2, 37)))


def luhn(number):
    digits = [int(c) for c in str(number)][::-1]
    return sum(d if i % 2 == 0 else sum(divmod(2 * d, 10)) for i, d in enumerate(digits)) % 10 == 0


print(luhn(4539578763621486), luhn(8273123273520569))
data = "héllo €".encode()
print(data, data.hex(), list(data[:4]), bytes.fromhex("48 69"), data.decode(), bytearray(b"abc")[1], int.from_bytes(b"\x01\x00", "big"), (1000).to_bytes(2, "little"))
xor = bytes(a ^ b for a, b in zip(b"attack", cycle(b"key")))
print(xor, bytes(a ^ b for a, b in zip(xor, cycle(b"key"))))
print(sum(ord(c) * i for i, c in enumerate("checksum", 1)) % 9973, "{:08b}".format(ord("A")), [bin(b)[2:].zfill(8) for b in b"Hi"])


def pig(word):
    for i, c in enumerate(word):
        if c in "aeiou":
            return word[i:] + word[:i] + "ay"
    return word + "ay"


print(" ".join(pig(w) for w in "the quick apple hmm".split()))
print("".join(sorted("listen")) == "".join(sorted("silent")), str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("abc", "xyz", "b")))
