__all__ = ["al_one", "_al_listed"]
al_one = 1
al_two = 2
_al_listed = 3
