print("pkg_a.sub runs")
NAME = "sub"
from . import leaf
from .. import value as up_value
