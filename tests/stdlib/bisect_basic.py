# bisect and insort with and without key.
import bisect

l = [1, 2, 2, 3]
print(bisect.bisect(l, 2), bisect.bisect_left(l, 2), bisect.bisect_left(l, 4, key=lambda x: x * 2))
bisect.insort(l, 2.5)
print(l)
