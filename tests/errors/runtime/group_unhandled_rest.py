try:
    raise ExceptionGroup("mixed", [ValueError("v"), KeyError("k"), ExceptionGroup("sub", [ValueError("v2"), OSError("o")])])
except* ValueError:
    print("handled values")
