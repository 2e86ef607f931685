print("leaf runs")
def path(): return __name__
def relative():
    from .. import value
    from ..star import star_two
    from . import NAME
    from .leaf import path as p
    return value, star_two, NAME, p()
