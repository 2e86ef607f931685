((a)): int = 3
((a, b)): int
