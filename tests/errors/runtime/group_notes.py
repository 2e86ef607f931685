e = ExceptionGroup("with notes", [ValueError("a")])
e.add_note("group note\nsecond line")
e.exceptions[0].add_note("leaf note")
raise e
