def make():
    class LocalError(Exception): pass
    return LocalError
raise make()("local")
