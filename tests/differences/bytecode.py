# Code objects hold Moray's instructions
#
# Moray compiles to a register machine of its own. What describes the source, such as names, flags and line numbers, is CPython's; what describes instructions is not: `co_code` holds
# words of eight bytes, `co_stacksize` says something else, and `dis` shows Moray's instructions. `moray --dis script.py` lists Moray's instructions.
def add(a, b):
    total = a + b
    return total


print(add.__code__.co_varnames, add.__code__.co_argcount, add.__code__.co_firstlineno)
import dis

print([i.opname for i in dis.get_instructions(add)])
