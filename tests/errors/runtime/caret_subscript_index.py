def get(rows, i, j): return rows[i][j] + 1
get([[1, 2], [3]], 1, 1)
