"""Tic-tac-toe with minimax, Conway's life, mines, hangman, a maze and eight queens: games in text, from a seed."""
# test: heavy
import random, itertools, functools, sys, textwrap, string
from collections import deque, namedtuple, Counter
from enum import Enum, IntFlag
from heapq import heappush, heappop

class Mark(Enum):
    X = 'X'; O = 'O'; EMPTY = '.'
    @property
    def other(self): return {Mark.X: Mark.O, Mark.O: Mark.X}[self]
    def __str__(self): return self.value
LINES = [*[(r, r + 1, r + 2) for r in (0, 3, 6)], *[(c, c + 3, c + 6) for c in range(3)], (0, 4, 8), (2, 4, 6)]
class Board:
    __slots__ = ('cells',)
    def __init__(self, cells=(Mark.EMPTY,) * 9): self.cells = tuple(cells)
    def __hash__(self): return hash(self.cells)
    def __eq__(self, other): return isinstance(other, Board) and self.cells == other.cells
    def play(self, i, m):
        if self.cells[i] is not Mark.EMPTY: raise ValueError(f'{i} is taken by {self.cells[i]}')
        return Board(self.cells[:i] + (m,) + self.cells[i + 1:])
    @property
    def winner(self): return next((self.cells[a] for a, b, c in LINES if self.cells[a] is self.cells[b] is self.cells[c] is not Mark.EMPTY), None)
    free = property(lambda self: [i for i, c in enumerate(self.cells) if c is Mark.EMPTY])
    def __str__(self): return '\n'.join(' '.join(map(str, self.cells[r:r + 3])) for r in (0, 3, 6))
@functools.cache
def best(board, m):
    if board.winner: return (-1, None)
    if not board.free: return (0, None)
    return max(((-best(board.play(i, m), m.other)[0], -i) for i in board.free))[0:1] + (max(((-best(board.play(i, m), m.other)[0], -i) for i in board.free))[1] * -1,)
b, m = Board().play(0, Mark.X).play(5, Mark.O), Mark.X
while not b.winner and b.free: b, m = b.play(best(b, m)[1], m), m.other
print(b, b.winner, best.cache_info().hits > 100, sep='\n')
try: b.play(0, Mark.X)
except ValueError as e: print(e)
try: b.extra = 1
except AttributeError as e: print(e)

def life(cells, n):
    for _ in range(n):
        near = Counter((x + dx, y + dy) for x, y in cells for dx, dy in itertools.product((-1, 0, 1), repeat=2) if (dx, dy) != (0, 0))
        cells = {c for c, k in near.items() if k == 3 or k == 2 and c in cells}
    return cells
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in (0, 4, 8): print(gen, sorted(life(glider, gen)))

class Cell(IntFlag):
    MINE = 1; OPEN = 2; FLAG = 4
class Mines:
    def __init__(self, w, h, n, rng):
        self.w, self.h = w, h; self.grid = [[Cell(0)] * w for _ in range(h)]
        for k in rng.sample(range(w * h), n): self.grid[k // w][k % w] |= Cell.MINE
    def near(self, x, y): return [(a, b) for a in range(max(0, x - 1), min(self.w, x + 2)) for b in range(max(0, y - 1), min(self.h, y + 2)) if (a, b) != (x, y)]
    def count(self, x, y): return sum(Cell.MINE in self.grid[b][a] for a, b in self.near(x, y))
    def open(self, x, y):
        todo, seen = deque([(x, y)]), set()
        while todo:
            p = todo.popleft()
            if p in seen: continue
            seen.add(p); self.grid[p[1]][p[0]] |= Cell.OPEN
            if not self.count(*p): todo.extend(self.near(*p))
        return len(seen)
    def __str__(self): return '\n'.join(''.join('*' if c == Cell.MINE | Cell.OPEN else (str(self.count(x, y)) if self.count(x, y) else ' ') if c & Cell.OPEN else '#' for x, c in enumerate(row)) for y, row in enumerate(self.grid))
g = Mines(12, 6, 7, random.Random(5)); print(g.open(6, 3), g, sep='\n')
print(repr(g.grid[0][0] | Cell.FLAG), Cell.MINE | 6, ~Cell.MINE, Cell(0), bool(Cell(0)), Cell['FLAG'])

def maze(w, h, rng):
    seen, walls, stack = {(0, 0)}, set(), [(0, 0)]
    doors = set()
    while stack:
        x, y = stack[-1]
        nxt = [(x + a, y + b) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)) if 0 <= x + a < w and 0 <= y + b < h and (x + a, y + b) not in seen]
        if not nxt: stack.pop(); continue
        p = rng.choice(nxt); doors.add(frozenset({(x, y), p})); seen.add(p); stack.append(p)
    return doors
def solve(doors, start, goal):
    heap, came = [(0, 0, start)], {start: None}; cost = {start: 0}; n = itertools.count(1)
    while heap:
        _, _, p = heappop(heap)
        if p == goal: break
        for q in sorted(q for d in doors if p in d for q in d - {p}):
            if (c := cost[p] + 1) < cost.get(q, 1e9): cost[q] = c; came[q] = p; heappush(heap, (c + abs(goal[0] - q[0]) + abs(goal[1] - q[1]), next(n), q))
    path = [];
    while p: path.append(p); p = came[p]
    return path[::-1]
doors = maze(8, 5, random.Random(3)); path = solve(doors, (0, 0), (7, 4)); print(len(doors), len(path), path[:4])
for y in range(5):
    print('+' + '+'.join('  ' if frozenset({(x, y), (x, y - 1)}) in doors else '--' for x in range(8)) + '+')
    print('|' + ''.join((' *' if (x, y) in path else '  ') + (' ' if frozenset({(x, y), (x + 1, y)}) in doors else '|') for x in range(8)))
def queens(n):
    def place(row, cols, d1, d2):
        if row == n: yield (); return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                for rest in place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}): yield (c, *rest)
    yield from place(0, frozenset(), frozenset(), frozenset())
sols = list(queens(6)); print(len(sols), sols[0], len(list(queens(8))))
class Hangman:
    def __init__(self, word): self.word, self.tried = word, ''
    def guess(self, c):
        match c:
            case str() if len(c) != 1 or c not in string.ascii_letters: raise ValueError(f'not a letter: {c!r}')
            case _ if c in self.tried: return 'again'
        self.tried += c; return 'hit' if c in self.word else 'miss'
    shown = property(lambda s: ' '.join(c if c in s.tried else '_' for c in s.word))
h = Hangman('python'); print([h.guess(c) for c in 'aptpyx'], h.shown)
try: h.guess('12')
except ValueError as e: print(e)
