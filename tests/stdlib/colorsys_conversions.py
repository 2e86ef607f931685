# All conversions on a grid of values.
import colorsys

steps = (0.0, 0.2, 0.5, 0.75, 1.0)
for name in colorsys.__all__:
    function = getattr(colorsys, name)
    print(name, [tuple(round(c, 12) for c in function(a, b, c)) for a in steps for b in steps for c in steps][:60])
