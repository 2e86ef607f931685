# Enumerations made by a call.
from enum import *

An = Enum('An', 'a b c')
print(list(An), An.__module__, An.__qualname__)
print(Enum('An', {'x': 5}).x, Enum('An', [('x', 1)], start=3).x, Enum('An', ['x', 'y'], start=3).y)
