# Code objects hold Moray's instructions
#
# Moray compiles to a register machine of its own. What describes the source, such as names, flags and line numbers, is CPython's; what describes instructions is not: `co_code` holds
# words of eight bytes, `co_stacksize` says something else, and there is no module `dis`. `moray --dis script.py` lists Moray's instructions.
def add(a, b):
    total = a + b
    return total


print(add.__code__.co_varnames, add.__code__.co_argcount, add.__code__.co_firstlineno)
try:
    import dis
except ImportError as error:
    print(error)
else:
    print(dis.opname[add.__code__.co_code[0]])
