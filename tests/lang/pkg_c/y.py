from .x import from_x
from_y = 1
