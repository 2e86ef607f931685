def key(row):
    return row["score"] * -1
rows = [{"score": 1}, {"score": None}]
print(sorted(rows, key=key))
