# Items whose conversion changes the array.
# test: moray only
from array import array


class Clearing:
    def __index__(self):
        del big[:]
        return 1


big = array("q", range(100))
try:
    big[50] = Clearing()
except IndexError as error:
    print(error)
big = array("q", range(100))
big.append(Clearing())
print(big)
big = array("q", range(100))
big.insert(50, Clearing())
print(big)
