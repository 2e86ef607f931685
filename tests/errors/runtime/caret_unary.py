text = "abc"
print(1, -text)
