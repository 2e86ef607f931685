def deco(f):
    def wrapper(*a): return f(*a) + 1
    return wrapper
@deco
def name(): return "text"
name()
