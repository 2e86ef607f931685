# Format specifications, f-strings, alignment and numbers.
import math
value, name, big = 1234.56789, "Zoë", 12345678901234567890
print(f"{value:.2f}|{value:10.1f}|{value:<10.1f}|{value:^12,.3f}|{value:+e}|{value:g}|{value:%}|{-value:010.2f}")
print(f"{big:,}|{big:_}|{big:e}|{255:#x}|{255:#010b}|{255:o}|{255:X}|{97:c}|{-5:+d}|{5: d}|{0:05}")
print(f"{name!r:>10}|{name!s:*^9}|{name!a}|{name:.2}|{name:<6}|{name:>6}|{'':-^5}")
print(f"{value=:.1f} {name=} {1 + 1=} { big % 7 = }")
width, precision = 12, 4
print(f"{math.pi:{width}.{precision}}|{math.e:>{width}.{precision}f}|{'ab':{'*'}^{width}}")
print(f"{{literal}} {'nested ' + f'{value:.0f}'} {[x * 2 for x in range(3)]} {dict(a=1)['a']}")
print(f"{True} {None} {True:5} {True:d} {1j:.2f} {3+4j} {[1, 'a']!r:>12}")
print(f"{0.1 + 0.2} {1e16} {1e-5} {123456789.0} {1e22} {float('inf')} {-0.0} {1/3} {100.0} {2.5e-310}")
print(f"{round(2.5)} {round(3.5)} {round(-2.567, 2)} {round(1234, -2)} {1.005:.2f} {2.675:.2f}")
print("{:>8}|{:<8}|{:^8}".format("r", "l", "c"), "{a}{b!r}{a}".format(a=1, b="x"), "{0[1]}{0[0]}".format("xy"), "{:{}}".format("w", 4) + "|")
print("%5d|%-5d|%05d|%+d|%.3s|%r|%c|%e|%G|%i%%" % (42, 42, 42, 42, "abcdef", "q", "z", 12345.678, 1e-10, 9))
print("%(who)s is %(age)d" % {"who": "Al", "age": 30}, "%s" % (1,), "%s" % [1, 2], "%x %o" % (255, 8), "%*d" % (6, 42))
for bad in (lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: f"{'a':d}", lambda: f"{1:q}", lambda: "{}{}".format(1),
            lambda: "{x}".format(y=1), lambda: f"{[]:5}", lambda: "{".format(), lambda: f"{3.5:d}", lambda: f"{'x':+}", lambda: "{0}{}".format(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "short":
            return f"${self.cents // 100}"
        return format(self.cents / 100, spec or ",.2f")


print(f"{Money(1234567)} {Money(1234567):short} {Money(5):.3f} {Money(50)!s:.8}")
rows = [("Name", "Qty", "Price"), ("Widget", 3, 4.5), ("Gadget", 12, 10.25)]
for i, (a, b, c) in enumerate(rows):
    print(f"{a:<10}{b:>5}{c:>10}" if i == 0 else f"{a:<10}{b:>5d}{c:>10.2f}")
print("abc".ljust(6, ".") + "abc".rjust(6, ".") + "7".zfill(3) + "-7".zfill(4), "a\tb".expandtabs(4), repr("it's"), repr('say "hi"'), repr("both ' and \""))
print(str(1e3), repr(1.0), str(10 ** 20), hex(-255), bin(10), oct(8), format(3.14159, ".3f"), format(42, "b"), int("ff", 16), float("1e3"))
