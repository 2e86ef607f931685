# format(int, spec): every type, sign, fill, alignment, grouping and alternate form.
for n in (0, 7, -42, 123456789, -2 ** 70):
    for spec in ("", "d", "n", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "c" if n == 7 else "d", "+d", " d", "-d", "5", "<15", ">15",
            "^15", "=15", "015", "+015", "*^20", "x<12", ",", "_", "_b", "_x", "#_x", "#012x", "+,", "0=+20,", "020,", "e", ".3f", "g", "%",
            ".2%", "12.3e", "zf", "G", "F"):
        try: print(spec, repr(format(n, spec)), end=" ")
        except Exception as e: print(spec, type(e).__name__, e, end=" ")
    print()
for spec in ("s", ".3", ".3d", "z", "zd", ",b", ",x", "_c", "+c", "#c", "q", "5.5d", "dd", "=", "^^^10", "^<10", "1_", ",_", "_,", ",,",
        "10d ", "é>5", "{>5", "<", "0", "00", "05d", "-", "--", "5<", "99999999999999999999", ".99999999999999999999f"):
    try: print(repr(spec), repr(format(65, spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
print(format(65, "c"), format(0x1f600, "c"), format(True, "d"), format(True), format(False, "5"), format(True, "x"), f"{True!r:>6}",
    f"{True:>6}")
for n in (-1, 0x110000, 10 ** 20):
    try: format(n, "c")
    except Exception as e: print(type(e).__name__, e)
print(format(1234567, "010,"), format(1234567, "015,"), format(-1234, "09,"), format(0, "05,"), format(1000, "_"), format(255, "#06x"),
    format(255, "#010b"), format(-255, "#x"), format(3, "+#b"), format(12, "^+9"), format(12, "*=+9"))
print(hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), bin(0), hex(2 ** 64), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8),
    "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%.5d|%8.3d|%-8.3d|%+.3d" % (42, 42, 42, 42))
