"""What the generators of random cases have in common.

A generator is a script with a function case(r): it draws from the random.Random r, tries something, and returns a line of text.
Called with a seed and a count it prints four digits of a digest for each case, twenty in a line behind the first one's number, and
the text of each hundredth case; a third word "lines" prints all lines of text. The same seed gives the same cases under every
interpreter whose random is CPython's, so a case whose digits differ from the stored ones is found by its place, and its text by
"lines" here and there.
"""
import binascii
import random
import sys


def attempt(function, *args, **kwargs):
    """The repr of a result, or the kind and text of the error."""
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def drive(case):
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    verbose = sys.argv[3:] == ["lines"]
    digits = []
    for number in range(count):
        line = case(random.Random(seed * 1000003 + number))
        if verbose:
            print(number, _shown(line))
            continue
        digits.append("%04x" % (binascii.crc32(line.encode("utf-8", "surrogatepass")) & 0xFFFF))
        if number % 100 == 0:
            print("#", number, _shown(line)[:160])
        if len(digits) == 20 or number == count - 1:
            print("%6d %s" % (number + 1 - len(digits), " ".join(digits)))
            digits.clear()


def _shown(line):
    return line.replace("\n", "\\n").encode("ascii", "backslashreplace").decode()


# ---- values that several generators want

def integer(r, bits=2000):
    """Any size, with the edges of machine words more often than chance would have them."""
    pick = r.randrange(10)
    if pick < 3:
        value = r.randrange(-20, 21)
    elif pick < 6:
        value = (1 << r.choice((15, 16, 29, 30, 31, 32, 46, 47, 48, 53, 60, 62, 63, 64, 127, 128, 1024))) + r.randrange(-2, 3)
    else:
        value = r.getrandbits(r.randrange(1, bits))
    return -value if r.random() < 0.4 else value


def real(r):
    """Floats of every size, short decimals, and the special ones."""
    pick = r.randrange(12)
    if pick == 0:
        return r.choice((0.0, -0.0, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308,
                         1e16, 1e15, 9999999999999998.0, 123456789012345680.0, 1e22, 1e23, 0.1, 0.5, 1.5, 2.5))
    if pick < 3:
        return float(r.randrange(-1000, 1000))
    if pick < 6:
        return r.randrange(-10**6, 10**6) / 10 ** r.randrange(1, 7)
    if pick < 8:
        return r.random() * 10.0 ** r.randrange(-10, 20)
    value = (r.random() + 0.5) * 2.0 ** r.randrange(-1070, 1023)
    return -value if r.random() < 0.5 else value


LETTERS = ("abcdefgxyzABCXYZ", "0123456789", " \t\n\r\v\f\x1c\x85\u2028\xa0\u3000", "äöüßéÉñÇİıſ", "ΑΩαωςσΣ", "жЖёЁ", "ǅǆǄﬁŉΐᾳᾼ",
           "٣४²½Ⅷ", "😀𝒳𐐨𐐀", "\x00\x7f\xff\u0100", "\u0300\u0301\u200d", "'\"\\{}%_-+.,;:", "日本語가")


def text(r, most=12):
    """A string of mixed alphabets, of one to four bytes a character."""
    alphabets = [r.choice(LETTERS) for _ in range(r.randrange(1, 4))]
    if r.random() < 0.5:
        alphabets = [LETTERS[0], LETTERS[2][:3]]
    return "".join(r.choice(r.choice(alphabets)) for _ in range(r.randrange(most + 1)))


def octets(r, most=12):
    if r.random() < 0.6:
        return bytes(r.choice(b"abcAB \t\n019._-\x00\xff") for _ in range(r.randrange(most + 1)))
    return bytes(r.getrandbits(8) for _ in range(r.randrange(most + 1)))


def bound(r, size=12):
    """An index, a slice's end, or an argument of find: mostly near the ends."""
    pick = r.randrange(8)
    if pick == 0:
        return None
    if pick == 1:
        return r.choice((sys.maxsize, -sys.maxsize - 1, 10**30, -10**30, True))
    return r.randrange(-size - 3, size + 4)


def slices(r, size=12):
    step = r.choice((None, None, None, 1, -1, 2, -2, 3, -3, 5, 0 if r.random() < 0.1 else 1))
    return slice(bound(r, size), bound(r, size), step)
