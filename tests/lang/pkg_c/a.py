print("a starts")
from . import b
def use_b(): return b.name
name = "a"
print("a ends")
