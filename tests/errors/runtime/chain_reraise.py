def work(): raise OSError("disk")
try:
    work()
except OSError as e:
    print("logged", e)
    raise
