print("before")
raise ValueError("plain message")
