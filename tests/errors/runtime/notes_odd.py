e = ValueError("v")
e.__notes__ = ["text", 5, None]
raise e
