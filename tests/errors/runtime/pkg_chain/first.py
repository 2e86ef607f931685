from .second import other
value = other + 1
