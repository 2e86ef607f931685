age = "42"
next_year = age + 1
print("Next year you will be", next_year)
