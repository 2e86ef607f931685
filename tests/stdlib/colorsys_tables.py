# colorsys: all systems over a grid of colours, and back.
import colorsys

steps = (0.0, 0.25, 0.5, 1.0)
for r in steps:
    for g in steps:
        for b in steps:
            out = []
            for there, back in ((colorsys.rgb_to_yiq, colorsys.yiq_to_rgb), (colorsys.rgb_to_hls, colorsys.hls_to_rgb), (colorsys.rgb_to_hsv, colorsys.hsv_to_rgb)):
                made = there(r, g, b)
                out.append([round(x, 6) + 0 for x in made])
                assert all(abs(x - y) < 1e-9 for x, y in zip(back(*made), (r, g, b)))
            print((r, g, b), *out)
print(colorsys.hsv_to_rgb(2.5, 1, 1), colorsys.hsv_to_rgb(-0.1, 1, 1), colorsys.hls_to_rgb(1.4, 0.5, 1), colorsys.rgb_to_hsv(255, 128, 0), colorsys.yiq_to_rgb(2, 2, 2), colorsys.yiq_to_rgb(-1, 0, 0))
for action in (lambda: colorsys.rgb_to_hls(1, 'a', 0), lambda: colorsys.rgb_to_hls(0.5, 0.5), lambda: colorsys.hsv_to_rgb(None, 1, 1), lambda: colorsys.rgb_to_hls(2, 0, 0)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
