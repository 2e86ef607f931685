# Number literals of every base, underscores, exponents, imaginary; and malformed ones.
print(0, 1_000, 0x_ff, 0XFF, 0b1010, 0B1, 0o17, 0O7, 0xdead_beef, 00, 0_0, 1_2_3)
print(1.5, .5, 5., 1e3, 1E-3, 1.5e+10, 1_0.0_1, .1e1, 0e0, 1e400, 5e-324, 1e22, 1e16, 123456789012345678.0, 0.1 + 0.2, 1e-5, 0.0001, 1.0)
print(1j, 1.5J, .5j, 1e3j, 0j, 10_0j, 3 + 4j, -1j, 1j * 1j)
print(123456789012345678901234567890, 0xffffffffffffffffffff, -0, +5, --5, - 3)
print(1 .real, 1..real, (5).bit_length(), 1.0.is_integer(), 0x1.real)
for src in ["012", "0b2", "0o8", "0xg", "1__0", "1_", "0x", "1e", "1_000_", "0b", "0_x1", "1.e_1", "1abc", "5j5", "0777", "1._5", "0xfg",
        "1e5x", "08.5", "09e1", "0o_7", "1_e5", "00_1", "0b12"]:
    try: print(src, "=", eval(src))
    except SyntaxError as e: print(src, "->", e.msg)
print(True + True, type(1_0).__name__, type(1e0).__name__, type(1j).__name__)
print(0.1, 1/3, 2/3, 1e21, 1e-7, 123456.789e3, 1.7976931348623157e308, 2.2250738585072014e-308, 4.9e-324, 9007199254740993.0,
    0.30000000000000004, 100000000000000000000.0, 1e100, -0.0)
print(repr(float("nan")), float("inf"), -float("inf"), 1e308 * 10, float("1_000.5"), float("  3.5\n"), float("-Infinity"), float("NaN"))
