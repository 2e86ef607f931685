print(f"{x}" "a" b)
