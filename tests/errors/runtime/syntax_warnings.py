x = 5
if x is 5: print("is literal")
print((1, 2)
      [0])
assert (x, "always true")
s = "\d"
try: (1)(2)
except TypeError as e: print(e)
raise SystemExit(0)
