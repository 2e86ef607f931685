import cmath, math
nan, inf = float("nan"), float("inf")
for z in (0j, 1 + 0j, -1 + 0j, 1j, -1j, 1 + 1j, 3 - 4j, complex(inf, 0), complex(0, inf), complex(-inf, nan), complex(nan, nan), complex(-0.0, -0.0), 1e308 + 1e308j, 1e-320j, 2, 1.5):
    for name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "phase", "polar", "isfinite", "isinf", "isnan"):
        try:
            v = getattr(cmath, name)(z)
            print(name, z, f"{v:.12g}" if isinstance(v, (complex, float)) else tuple(f"{p:.12g}" for p in v) if isinstance(v, tuple) else v)
        except Exception as e: print(name, z, type(e).__name__, e)
print(cmath.rect(2, math.pi / 2), cmath.isclose(1, 1 + 1e-10), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.log(8, 2), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
for f in (lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.sqrt("a"), lambda: cmath.rect(1), lambda: cmath.log(0), lambda: cmath.log(1, 0), lambda: cmath.sqrt(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
