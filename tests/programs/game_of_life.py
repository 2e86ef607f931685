# Conway's game of life on sets, and a small robot simulation.
from itertools import product
from collections import Counter


def step(cells):
    around = Counter((x + dx, y + dy) for x, y in cells for dx, dy in product((-1, 0, 1), repeat=2) if dx or dy)
    return {cell for cell, n in around.items() if n == 3 or n == 2 and cell in cells}


def show(cells, width=8, height=6):
    for y in range(height):
        print("".join("#" if (x, y) in cells else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
cells = glider
for generation in range(5):
    if generation % 2 == 0:
        print("generation", generation)
        show(cells)
    cells = step(cells)
print(sorted(cells), len(cells))
for _ in range(100):
    cells = step(cells)
print(min(cells), max(cells))


class Robot:
    MOVES = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}
    TURNS = "NESW"

    def __init__(self, x=0, y=0, facing="N"):
        self.x, self.y, self.facing = x, y, facing
        self.trail = [(x, y)]

    def run(self, program):
        number = ""
        for c in program:
            if c.isdigit():
                number += c
                continue
            times = int(number or 1)
            number = ""
            match c:
                case "L" | "R":
                    turn = times if c == "R" else -times
                    self.facing = self.TURNS[(self.TURNS.index(self.facing) + turn) % 4]
                case "F":
                    dx, dy = self.MOVES[self.facing]
                    for _ in range(times):
                        self.x += dx
                        self.y += dy
                        self.trail.append((self.x, self.y))
                case " ":
                    pass
                case other:
                    raise ValueError(f"unknown command {other!r}")
        return self

    def __repr__(self):
        return f"<Robot at {self.x},{self.y} facing {self.facing}>"


print(Robot().run("2F R 3F L F"), Robot(5, 5, "S").run("2R3FL"))
robot = Robot().run("3FR2FR2FR4F")
crossings = [place for place, n in Counter(robot.trail).items() if n > 1]
print(robot, crossings, robot.trail[-1] == (robot.x, robot.y))
try:
    robot.run("FX")
except ValueError as error:
    print(error, robot)
seed = 42


def random():
    global seed
    seed = (1664525 * seed + 1013904223) % 2 ** 32
    return seed / 2 ** 32


rolls = Counter(int(random() * 6) + 1 for _ in range(600))
for face in sorted(rolls):
    print(face, "*" * (rolls[face] // 10), rolls[face])
inside = sum(random() ** 2 + random() ** 2 < 1 for _ in range(2000))
print(round(4 * inside / 2000, 2), seed)
