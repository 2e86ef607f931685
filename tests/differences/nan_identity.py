# All NaNs are one
#
# A float is a value in Moray and has no identity: two floats are the same object when their bits are the same. Containers look for identity before they ask `==`, so a NaN finds any other NaN of its
# sign. In CPython each calculation makes a NaN object of its own, which finds only itself.
nan, other = float("nan"), float("nan")
print(nan == other, nan is other)
print(other in [nan], [nan] == [other], len({nan, other}))
