from fractions import Fraction as F
for value in (F(1, 3), F(-22, 7), F(0), F(1000000, 7), F(-1, 3000), F(5, 2)):
    for spec in ("", ".2f", "+.3f", " .1f", "010.2f", ">12.3e", "*^14.4g", ",.2f", "_.1f", ".0f", "#.0f", ".0%", "%", "e", "E", "g", "G", "z.1f", "-.2f", "<10.1f|", "=+10.2f", "020,.3f"):
        try: print(value, spec, repr(format(value, spec)))
        except Exception as e: print(value, spec, type(e).__name__, e)
for spec in ("d", "x", "10", "s", ".02f", "006f", "n", "Z.2f", ".f", "f.2"):
    try: print(spec, repr(format(F(1, 2), spec)))
    except Exception as e: print(type(e).__name__, e)
