# Enumerations: a traffic light, permissions, planets.
from enum import Enum, IntEnum, Flag, auto, unique, StrEnum


class Light(Enum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"

    @property
    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]

    def __str__(self):
        return self.name.title()


class Level(IntEnum):
    LOW = 1
    MIDDLE = auto()
    HIGH = auto()


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Weekday(StrEnum):
    MONDAY = auto()
    TUESDAY = auto()


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


light = Light.RED
for _ in range(4):
    print(light, repr(light), light.value, end="; ")
    light = light.next
print()
print(Light("green"), Light["YELLOW"], Light.RED is Light("red"), len(Light), list(Light.__members__))
for bad in (lambda: Light("blue"), lambda: Light["BLUE"], lambda: Light.BLUE, lambda: setattr(Light, "RED", 3), lambda: Level.LOW < Light.RED):
    try:
        print(bad())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(Level.HIGH > Level.LOW, Level.MIDDLE + 1, sorted(Level, reverse=True), f"{Level.HIGH} {Level.HIGH!r} {Level.HIGH:>4}")
mine = Permission.READ | Permission.RUN
print(mine, mine.value, Permission.WRITE in mine, Permission.READ in mine, ~mine, Permission(0), Permission.ALL, list(mine), bool(Permission(0)))
print(Weekday.MONDAY, Weekday.TUESDAY.upper(), Weekday("monday") is Weekday.MONDAY, "mon" + Weekday.TUESDAY)
for planet in Planet:
    print(f"{planet.name:<8} {planet.gravity:.3f}")
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


def advice(light):
    match light:
        case Light.RED:
            return "stop"
        case Light.GREEN | Light.YELLOW:
            return "go"
        case _:
            return "?"


print([advice(x) for x in Light], {Light.RED: 1}[Light.RED], isinstance(Light.RED, Light), type(Light.RED))
