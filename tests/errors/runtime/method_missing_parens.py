text = "hello"
print(text.upper.lower())
