# A NaN in a container is not found by identity
#
# CPython's containers take a shortcut: an object equals itself, whatever its `==` says, so a NaN finds itself in a list. In Moray a float is a value and has
# no identity: every NaN is the same 64 bits. The shortcut holds for all objects, and NaNs are decided by `==`, which says no.
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan].count(nan))
print(nan == nan, nan is nan)
