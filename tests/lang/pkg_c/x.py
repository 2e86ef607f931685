from .y import from_y
from_x = 1
