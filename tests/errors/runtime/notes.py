e = ValueError("message")
e.add_note("first note")
e.add_note("multi\nline note")
raise e
