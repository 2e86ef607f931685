try:
    raise ExceptionGroup("first", [ValueError("a")])
except* ValueError as g:
    raise KeyError("from handler")
