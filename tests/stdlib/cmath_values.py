import cmath

points = [0j, -0j, 1, -1, 1j, -1j, 1 + 1j, -2.5 + 0.5j, 0.3 - 4j, complex(-1, -0.0), 1e-300 + 1e-300j, 1e200 - 1e200j, 5e-324j, 300 + 2j, 710 + 1j,
          1e308 + 1e308j, cmath.inf, -cmath.inf, cmath.infj, cmath.nan, cmath.nanj, complex(cmath.inf, cmath.nan), complex(-cmath.inf, 1)]
names = "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh isfinite isinf isnan".split()
for name in names:
    f = getattr(cmath, name)
    for z in points:
        try:
            print(name, z, f(z))
        except (ValueError, OverflowError) as error:
            print(name, z, type(error).__name__, error)

print(cmath.log(8, 2), cmath.log(-1, 10))
for r, phi in [(1, 0), (2, cmath.pi), (0, cmath.inf), (3, 1.5), (cmath.inf, 1), (cmath.inf, 0), (cmath.nan, 0), (-2, 3)]:
    print(cmath.rect(r, phi))
for bad in ("x", None, []):
    try:
        cmath.sqrt(bad)
    except TypeError as error:
        print(error)


class Number:
    def __complex__(self):
        return 3 + 4j


class Real:
    def __float__(self):
        return -4.0


print(cmath.sqrt(Number()), cmath.sqrt(Real()), cmath.polar(Number()))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-10, abs_tol=1e-9))
try:
    cmath.isclose(1, 1, rel_tol=-1)
except ValueError as error:
    print(error)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
