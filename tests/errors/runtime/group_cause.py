try:
    1 / 0
except ZeroDivisionError as z:
    raise ExceptionGroup("eg", [ValueError("x")]) from z
