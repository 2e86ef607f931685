name = "x"
print(f"value: {name.upper()} {name.nope} end")
