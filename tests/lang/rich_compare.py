# Rich comparison: reflection, subclass priority, fallbacks of == and !=, non-bool results.
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print("eq", self.v, end=" "); return self.v == getattr(o, "v", o)
    def __lt__(self, o): print("lt", self.v, end=" "); return self.v < o.v if isinstance(o, A) else NotImplemented
a, b = A(1), A(2)
print(a == b, a != b, a == 1, 1 == a, a < b, a > b)
for f in (lambda: a <= b, lambda: a < 5, lambda: 5 > a, lambda: a > 5):
    try: print(f())
    except TypeError as e: print(e)
print(sorted([A(3), A(1), A(2)], key=lambda x: x.v)[0].v, min(b, a).v, max(a, b).v)
class Plain: pass
p, q = Plain(), Plain()
print(p == q, p == p, p != q, p != p)
class Base:
    def __eq__(self, o): return "Base.eq"
    def __gt__(self, o): return "Base.gt"
    def __ge__(self, o): return "Base.ge"
class Sub(Base):
    def __eq__(self, o): return "Sub.eq"
    def __lt__(self, o): return "Sub.lt"
class Sub2(Base): pass
print(Base() == Sub(), Sub() == Base(), Base() > Sub(), Base() == Sub2(), Sub2() < Base(), Base() <= Base(), Base() < Base())
class NE:
    def __ne__(self, o): return "custom ne"
print(NE() != 1, 1 != NE(), NE() == 1)
class NI:
    def __eq__(self, o): print("NI.eq", end=" "); return NotImplemented
print(NI() == NI(), NI() == 1, 1 == NI(), NI() != 1)
class Arr:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return [x == o for x in self.v]
    def __lt__(self, o): return Arr([x < o for x in self.v])
print(Arr([1, 2]) == 1, (Arr([1, 3]) < 2).v)
print([a] == [a], [float("nan")] == [float("nan")], (1, 2) == (1, 2.0), [1, 2] < [1, 3], "a" < "b", "Z" < "a", (1,) < (1, 0), [] < [0],
    {1: 2} == {1: 2.0}, {1} == frozenset([1]))
print(1 == True, 0 == False, "1" == 1, None == False, 2 ** 70 == float(2 ** 70), 10 ** 30 < 1e30, 10 ** 30 > 1e30 - 1e15, 1 == 1 + 0j,
    b"a" == "a", range(0) == range(2, 2))
class Err:
    def __eq__(self, o): raise ValueError("eq raised")
try: [Err()] == [1]
except ValueError as e: print(e)
try: Err() in [1]
except ValueError as e: print(e)
e1 = Err(); print(e1 in [e1], [e1].index(e1), [e1] == [e1], [e1].count(e1))
print(object.__eq__(1, 1), object.__eq__(p, q), object.__ne__(p, q), object.__lt__(p, q), (1).__lt__("a"), "a".__eq__(1), (1).__eq__(1))
