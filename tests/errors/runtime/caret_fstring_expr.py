n = 0
print(f"{n=} {10 / n:.2f}")
