# Life on an endless plane kept as a set, and on a torus kept as a list; patterns recognised by their period.
from collections import Counter
from itertools import count, islice

PATTERNS = {
    "blinker": "###",
    "glider": """
.#.
..#
###""",
    "r-pentomino": """
.##
##.
.#.""",
    "beacon": """
##..
#...
...#
..##""",
}


def parse(text):
    return frozenset((x, y) for y, line in enumerate(text.strip("\n").splitlines()) for x, c in enumerate(line) if c == "#")


def step(cells):
    around = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return frozenset(cell for cell, n in around.items() if n == 3 or n == 2 and cell in cells)


def life(cells):
    while True:
        yield cells
        cells = step(cells)


def box(cells):
    if not cells:
        return 0, 0, 0, 0
    xs, ys = zip(*cells)
    return min(xs), min(ys), max(xs), max(ys)


def show(cells, pad=0):
    x0, y0, x1, y1 = box(cells)
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(x0 - pad, x1 + pad + 1)) for y in range(y0 - pad, y1 + pad + 1))


def normal(cells):
    x0, y0, *_ = box(cells)
    return frozenset((x - x0, y - y0) for x, y in cells)


def classify(cells, limit=60):
    seen = {}
    for generation, now in zip(count(), islice(life(cells), limit)):
        key = normal(now)
        if key in seen:
            first, where = seen[key]
            dx, dy = (a - b for a, b in zip(box(now), where[:2]))
            period = generation - first
            return f"period {period}" + (f", moves ({dx}, {dy})" if dx or dy else "")
        seen[key] = generation, box(now)
    return f"still alive with {len(now)} cells after {limit} generations"


for name, text in PATTERNS.items():
    print(f"{name}: {classify(parse(text))}")
for generation, cells in enumerate(islice(life(parse(PATTERNS["glider"])), 5)):
    print(f"-- {generation}")
    print(show(cells))
print(show(next(islice(life(parse(PATTERNS["r-pentomino"])), 20, None))))


class Torus:
    def __init__(self, width, height, cells):
        self.width, self.height = width, height
        self.rows = [[(x, y) in cells for x in range(width)] for y in range(height)]

    def __getitem__(self, at):
        x, y = at
        return self.rows[y % self.height][x % self.width]

    def __next__(self):
        self.rows = [[self.rule(self[x, y], sum(self[x + i, y + j] for i in (-1, 0, 1) for j in (-1, 0, 1)) - self[x, y])
                      for x in range(self.width)] for y in range(self.height)]
        return self

    def __iter__(self):
        return self

    @staticmethod
    def rule(alive, n):
        return n == 3 or (alive and n == 2)

    def __format__(self, spec):
        on, off = spec or "#."
        return "\n".join("".join(on if c else off for c in row) for row in self.rows)


torus = Torus(8, 6, parse(PATTERNS["glider"]))
before = f"{torus}"
for n, world in enumerate(torus, 1):
    if f"{world}" == before:
        break
print(n, "generations around the torus")
print(f"{torus:@ }".rstrip())
