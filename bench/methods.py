"""Method calls, inherited methods, polymorphic call sites."""
class Shape:
    def __init__(self, size):
        self.size = size
    def scaled(self, k):
        return self.area() * k
    def area(self):
        return 0

class Square(Shape):
    def area(self):
        return self.size * self.size

class Strip(Shape):
    def area(self):
        return self.size * 2

class Counter:
    def __init__(self):
        self.n = 0
    def add(self, k):
        self.n += k
        return self

def run(n):
    shapes = [Square(3), Strip(4), Square(5), Strip(6)]
    counter = Counter()
    total = 0
    for i in range(n):
        counter.add(1).add(2)
        for shape in shapes:
            total += shape.scaled(i & 3)
    return total, counter.n

print(*run(900000))
