# Computed NaNs are one
#
# A float is a value in Moray and has no identity: two floats are the same object when their bits are the same. Containers look for identity before they ask `==`, so the NaN that a calculation gives is
# found where any other such NaN of its sign is. In CPython each calculation makes a NaN object of its own, which finds only itself. Each call of `float("nan")` gives a NaN of its own in both.
inf = float("inf")
nan, other = inf - inf, inf - inf
print(nan == other, nan is other)
print(other in [nan], [nan] == [other], len({nan, other}))
