# test: heavy
# Sudoku by constraint propagation and search.
def cross(a, b): return [x + y for x in a for y in b]
rows, cols = "ABCDEFGHI", "123456789"
squares = cross(rows, cols)
units = [cross(rows, c) for c in cols] + [cross(r, cols) for r in rows] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123",
    "456", "789")]
peers = {s: set(sum([u for u in units if s in u], [])) - {s} for s in squares}
def assign(values, s, d):
    return values if all(eliminate(values, s, o) for o in values[s].replace(d, "")) else None
def eliminate(values, s, d):
    if d not in values[s]: return values
    values[s] = values[s].replace(d, "")
    if not values[s]: return None
    if len(values[s]) == 1 and not all(eliminate(values, p, values[s]) for p in sorted(peers[s])): return None
    for u in units:
        if s in u:
            places = [x for x in u if d in values[x]]
            if not places: return None
            if len(places) == 1 and not assign(values, places[0], d): return None
    return values
def search(values):
    if values is None: return None
    if all(len(values[s]) == 1 for s in squares): return values
    _, s = min((len(values[s]), s) for s in squares if len(values[s]) > 1)
    for d in values[s]:
        if r := search(assign(dict(values), s, d)): return r
def solve(grid):
    values = {s: cols for s in squares}
    for s, c in zip(squares, grid):
        if c in cols and not assign(values, s, c): return None
    return search(values)
grid = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
v = solve(grid)
for r in rows: print(" ".join(v[r + c] for c in cols))
print(all(sorted(v[s] for s in u) == list(cols) for u in units), solve("11" + "." * 79))
