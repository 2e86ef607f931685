from .first import value
