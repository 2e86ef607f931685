print("_plain runs once")
counter = 1
text = "plain text"
