print("b starts")
import pkg_c.a
def use_a(): return pkg_c.a.name
name = "b"
print("b ends")
