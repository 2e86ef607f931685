"""Attribute reads and writes on instances, classes and through slots."""
class Particle:
    kind = 2
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.vx = 1
        self.vy = -1

class Slim:
    __slots__ = ("a", "b")
    def __init__(self):
        self.a = 0
        self.b = 1

def run(n):
    p = Particle(0, 0)
    s = Slim()
    for i in range(n):
        p.x = p.x + p.vx * p.kind
        p.y = p.y + p.vy
        if p.x > 100:
            p.x = 0
        s.a = s.a + s.b
        s.b = s.a & 7
    return p.x, p.y, s.a, s.b

print(*run(4000000))
