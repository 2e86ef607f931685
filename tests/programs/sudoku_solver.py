# Sudoku by constraint propagation and search, with a printed board and counted steps.
from copy import deepcopy
from itertools import product

DIGITS = "123456789"
ROWS = "ABCDEFGHI"


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, DIGITS)
UNITS = ([cross(ROWS, c) for c in DIGITS] + [cross(r, DIGITS) for r in ROWS] +
         [cross(rs, cs) for rs, cs in product(("ABC", "DEF", "GHI"), ("123", "456", "789"))])
UNITS_OF = {s: [u for u in UNITS if s in u] for s in SQUARES}
PEERS = {s: set().union(*UNITS_OF[s]) - {s} for s in SQUARES}


class Contradiction(Exception):
    pass


class Sudoku:
    def __init__(self, text):
        chars = [c for c in text if c in DIGITS + "0."]
        if len(chars) != 81:
            raise ValueError(f"need 81 squares, got {len(chars)}")
        self.values = dict.fromkeys(SQUARES, DIGITS)
        self.steps = 0
        for square, char in zip(SQUARES, chars, strict=True):
            if char in DIGITS:
                self.assign(square, char)

    def assign(self, square, digit):
        if digit not in self.values[square]:
            raise Contradiction(f"{square} cannot be {digit}")
        for other in self.values[square].replace(digit, ""):
            self.eliminate(square, other)

    def eliminate(self, square, digit):
        if digit not in self.values[square]:
            return
        self.steps += 1
        rest = self.values[square] = self.values[square].replace(digit, "")
        if not rest:
            raise Contradiction(f"nothing is left for {square}")
        if len(rest) == 1:
            for peer in PEERS[square]:
                self.eliminate(peer, rest)
        for unit in UNITS_OF[square]:
            places = [s for s in unit if digit in self.values[s]]
            if not places:
                raise Contradiction(f"no place for {digit}")
            if len(places) == 1 and len(self.values[places[0]]) > 1:
                self.assign(places[0], digit)

    @property
    def solved(self):
        return all(len(v) == 1 for v in self.values.values())

    def solve(self, depth=0):
        if self.solved:
            return self
        square = min((s for s in SQUARES if len(self.values[s]) > 1), key=lambda s: (len(self.values[s]), s))
        for digit in self.values[square]:
            attempt = deepcopy(self)
            try:
                attempt.assign(square, digit)
            except Contradiction:
                continue
            if (solution := attempt.solve(depth + 1)) is not None:
                return solution
        return None

    def __str__(self):
        lines = []
        for i, row in enumerate(ROWS):
            if i in (3, 6):
                lines.append("------+-------+------")
            cells = [self.values[row + c] if len(self.values[row + c]) == 1 else "." for c in DIGITS]
            lines.append(" | ".join(" ".join(cells[k:k + 3]) for k in (0, 3, 6)))
        return "\n".join(lines)


EASY = "003020600900305001001806400008102900700000008006708200002609500800203009005010300"
HARD = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
for name, text in (("easy", EASY), ("hard", HARD)):
    board = Sudoku(text)
    print(name, "solved at once" if board.solved else "needs search")
    solution = board.solve()
    print(solution)
    for unit in UNITS:
        assert {solution.values[s] for s in unit} == set(DIGITS), unit
for bad in ("12", "11" + "." * 79):
    try:
        Sudoku(bad)
    except (ValueError, Contradiction) as error:
        print(type(error).__name__, error)
