# Code objects hold Moray's instructions
#
# Moray compiles to a register machine of its own. Attributes of code objects that describe the source, such as names and line numbers, are CPython's; those that
# describe instructions are not: `co_code` is empty bytes, and there is no `dis`. `moray --dis script.py` lists Moray's instructions.
def add(a, b):
    total = a + b
    return total


print(add.__code__.co_varnames, add.__code__.co_argcount)
print(len(add.__code__.co_code) > 0)
