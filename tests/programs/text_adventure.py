# A small text adventure: rooms, things and commands, played from a script of inputs.
from __future__ import annotations

import textwrap
from dataclasses import dataclass, field


class GameOver(Exception):
    def __init__(self, text: str, won: bool = False):
        super().__init__(text)
        self.won = won


@dataclass
class Thing:
    name: str
    about: str
    heavy: bool = False
    lit: bool = False


@dataclass
class Room:
    name: str
    about: str
    exits: dict[str, str] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    dark: bool = False

    def __contains__(self, name: str) -> bool:
        return name in self.things


WORLD = {
    "hall": Room("Hall", "A hall with a stone floor. Stairs lead down and a door leads north. Dust dances in the light of a single window.",
                 {"down": "cellar", "north": "garden"},
                 {t.name: t for t in [Thing("lamp", "An oil lamp. It could be lit."), Thing("statue", "A marble statue.", heavy=True)]}),
    "cellar": Room("Cellar", "Shelves with jars, and in the corner something glitters.", {"up": "hall"},
                   {"key": Thing("key", "A small brass key.")}, dark=True),
    "garden": Room("Garden", "Roses, a wall, and in the wall a gate of iron.", {"south": "hall"}),
}


class Game:
    ALIASES = {"n": "go north", "s": "go south", "d": "go down", "u": "go up", "i": "inventory", "l": "look", "x": "examine"}

    def __init__(self, world):
        self.world = world
        self.here = world["hall"]
        self.bag: dict[str, Thing] = {}
        self.turns = 0

    def say(self, text):
        print(textwrap.fill(text, 60, initial_indent="  ", subsequent_indent="  "))

    def can_see(self):
        return not self.here.dark or any(t.lit for t in self.bag.values())

    def do_look(self, _=None):
        if not self.can_see():
            return self.say("It is pitch dark.")
        self.say(f"{self.here.name.upper()}. {self.here.about}")
        if self.here.things:
            self.say("You see: " + ", ".join(sorted(self.here.things)) + ".")
        self.say("Exits: " + ", ".join(self.here.exits) + ".")

    def do_go(self, where):
        try:
            self.here = self.world[self.here.exits[where]]
        except KeyError as gone:
            self.say(f"You cannot go {gone.args[0]}.")
        else:
            self.do_look()

    def do_take(self, what):
        match self.can_see(), self.here.things.get(what):
            case False, _:
                self.say("You grope about in vain.")
            case True, None:
                self.say(f"There is no {what} here.")
            case True, Thing(heavy=True, name=name):
                self.say(f"The {name} is too heavy.")
            case True, Thing() as thing:
                self.bag[what] = self.here.things.pop(what)
                self.say(f"Taken: {thing.name}.")

    def do_light(self, what):
        if what not in self.bag:
            return self.say(f"You have no {what or 'thing'}.")
        if what != "lamp":
            return self.say("That does not burn.")
        self.bag[what].lit = True
        self.say("The lamp is lit.")

    def do_examine(self, what):
        thing = self.bag.get(what) or self.here.things.get(what)
        self.say(thing.about if thing else "You see nothing of the kind.")

    def do_inventory(self, _):
        self.say("You carry " + (", ".join(f"a {n}" for n in self.bag) or "nothing") + ".")

    def do_open(self, what):
        if what != "gate" or self.here.name != "Garden":
            return self.say("There is nothing to open.")
        if "key" not in self.bag:
            return self.say("The gate is locked.")
        raise GameOver("The gate swings open. You are free!", won=True)

    def do_quit(self, _):
        raise GameOver("Coward.")

    def command(self, line):
        self.turns += 1
        print(f"> {line}")
        verb, _, rest = self.ALIASES.get(line.split()[0], line).partition(" ")
        if line.split()[0] == "x":
            rest = line.partition(" ")[2]
        handler = getattr(self, f"do_{verb}", None)
        if handler is None:
            self.say(f"I do not know how to {verb!r}.")
            self.turns -= 1
        else:
            handler(rest.removeprefix("the "))


game = Game(WORLD)
script = """look
take statue
dance wildly
d
take key
u
take the lamp
x lamp
light key
light lamp
d
take key
i
u
go west
n
open door
open gate
never reached"""
game.do_look()
try:
    for line in script.splitlines():
        game.command(line)
except GameOver as end:
    game.say(str(end))
    print("won" if end.won else "lost", "after", game.turns, "turns")
else:
    print("still playing")
