import math; from math import nope_function, sqrt
