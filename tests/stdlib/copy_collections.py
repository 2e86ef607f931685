# Copies of the types of collections.
import copy, collections

x = [1]
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.Counter('aab')), copy.deepcopy(collections.deque([[1]])), copy.deepcopy(collections.defaultdict(list, {1: [2]})), copy.copy(collections.UserDict(a=1)), copy.deepcopy(ValueError('x', 1)), copy.copy(collections.namedtuple('N', 'a')(1)), copy.deepcopy({1, 2}), copy.deepcopy(frozenset([1])), copy.deepcopy(b'x'), copy.deepcopy(bytearray(b'x')))
