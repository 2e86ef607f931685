from .mod import not_in_mod
