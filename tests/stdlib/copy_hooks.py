# __copy__, __deepcopy__ and the memo.
import copy

class C:

    def __copy__(s):
        return 'c'

    def __deepcopy__(s, memo):
        return 'd'


print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C()] * 2))
x = [1]
y = copy.deepcopy([x, x])
print(y[0] is y[1])
z = []
z.append(z)
w = copy.deepcopy(z)
print(w[0] is w)
