import more_itertools as mi

print(list(mi.chunked(range(7), 3)), list(mi.windowed([1, 2, 3, 4], 3)), mi.first([], 5), mi.one([4]), list(mi.flatten([[1], [2, 3]])))
p = mi.peekable([1, 2, 3])
print(p.peek(), next(p), list(p), mi.ilen(iter("abc")), list(mi.collapse([1, [2, [3]]])), list(mi.divide(2, range(4))[0]))
print(list(mi.split_at("abcdc", lambda c: c == "c")), list(mi.pairwise("abc")), list(mi.distinct_permutations([1, 1, 2])), list(mi.roundrobin("ab", "c")))
print(mi.consume(iter([1])), list(mi.stagger(range(3))), list(mi.interleave_longest([1], [2, 3])), list(mi.powerset([1, 2])))
b = mi.bucket(["a1", "b1", "a2"], key=lambda s: s[0])
print(sorted(b), list(b["a"]), mi.nth_product(3, "ab", "cd"), list(mi.consecutive_groups([1, 2, 5])[0] if False else map(list, mi.consecutive_groups([1, 2, 5]))))
try:
    mi.one([1, 2])
except ValueError as e:
    print(e)
