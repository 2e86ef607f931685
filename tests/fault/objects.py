# Classes, closures, generators and exceptions.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Named(Point):
    def __init__(self, name, *args, **more):
        super().__init__(*args)
        self.name = name
        self.__dict__.update(more)


def counter():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    return add


def numbers(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("closed")


add = counter()
for i in numbers(10):
    add(i)
print(add(0), Point(1, 2) + Named("n", 3, 4, colour="red"))
try:
    try:
        {}["key"]
    except KeyError as error:
        raise ValueError("chained") from error
except ValueError as error:
    print(repr(error), repr(error.__cause__))
match [1, {"a": Point(5, 6)}]:
    case [int(n), {"a": Point(x=x)}]:
        print(n, x)
