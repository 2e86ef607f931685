# Matching, opcodes, ratios, close matches, and the diff formats.
import difflib
import random
from difflib import SequenceMatcher

s = SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match(), s.find_longest_match(3, 9, 0, 9))
print(SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(SequenceMatcher(None, "", "").ratio(), SequenceMatcher(a=[1, 2, 3], b=(1, 3)).get_opcodes(), SequenceMatcher(None, "ab", "xy").get_opcodes())
b = "x" * 300 + "y"
print(SequenceMatcher(None, "xy", b).bpopular, SequenceMatcher(None, "xy", b, autojunk=False).find_longest_match())
random.seed(3)
for _ in range(60):
    a = "".join(random.choices("abc ", k=random.randrange(30)))
    b = "".join(random.choices("abc ", k=random.randrange(30)))
    m = SequenceMatcher(random.choice([None, str.isspace]), a, b)
    print(m.get_opcodes(), round(m.ratio(), 6), list(m.get_grouped_opcodes(2)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "for", "whale"], n=1),
      difflib.get_close_matches("x", ["abc"]), difflib.get_close_matches("accept", ["accept", "except", "acept"], cutoff=0.9))
for arguments in (("a", ["a"], 0), ("a", ["a"], 3, 2.0)):
    try:
        difflib.get_close_matches(*arguments)
    except ValueError as error:
        print(error)
one = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(keepends=True)
two = "ore\ntree\nthree\nfour\nfive\nsix\nseven\nemu\neight\nnine\n\tten 10\n".splitlines(keepends=True)
print("".join(difflib.ndiff(one, two)))
delta = list(difflib.ndiff(one, two))
print("".join(difflib.restore(delta, 1)) == "".join(one), "".join(difflib.restore(delta, 2)) == "".join(two))
print("".join(difflib.unified_diff(one, two, "a.txt", "b.txt", "2020", "2021")))
print("".join(difflib.unified_diff(one, two, n=0)))
print("".join(difflib.context_diff(one, two, "a.txt", "b.txt", n=1)))
print(list(difflib.unified_diff([], ["x"], lineterm="")), list(difflib.unified_diff(["a"], ["a"])), list(difflib.context_diff(["a"], [])))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\n", b"\xff\n"], [b"a\n", b"b\n"], b"x", b"y")))
before = ["abcdefghij klm\n", "tab\tbed line\n", "same\n", "  x = 1  # one\n"]
after = ["abcdefghiJ klm\n", "tab\tbed  lime\n", "same\n", "inserted\n", "  x = 2  # one!\n"]
print("".join(difflib.ndiff(before, after)), "".join(difflib.Differ().compare(after, before)))
for _ in range(20):
    a = ["".join(random.choices("abcdef", k=8)) + "\n" for _ in range(random.randrange(6))]
    b = [line.replace(random.choice("abc"), "x", 1) for line in a if random.random() > 0.2] + ["tail\n"] * random.randrange(2)
    print(list(difflib.ndiff(a, b)))
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK("\t"), difflib.Match(1, 2, 3))
for call in (lambda: list(difflib.unified_diff([b"a"], ["b"])), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff("a", "b", 1)),
             lambda: list(difflib.diff_bytes(difflib.unified_diff, ["a"], [b"b"]))):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
