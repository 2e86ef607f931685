class Person:
    def __str__(self): return self.first + " " + self.last
p = Person()
p.first = "Ann"
print("hello", p)
