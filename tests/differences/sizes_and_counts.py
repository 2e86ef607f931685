# Sizes and reference counts are Moray's
#
# `sys.getsizeof` tells the bytes of Moray's cell. There are no reference counts; `sys.getrefcount` gives the least number that CPython could give for something that has a name.
import sys

numbers = [1, 2, 3]
also = numbers
print(sys.getrefcount(numbers))
print(sys.getsizeof([]), sys.getsizeof(1.5))
