# State machines: by table, by classes, by generator and by match.
import enum
from collections import namedtuple


class State(enum.Enum):
    IDLE = enum.auto()
    PAID = enum.auto()
    SERVING = enum.auto()
    BROKEN = enum.auto()

    @property
    def final(self):
        return self is State.BROKEN


class Event(enum.StrEnum):
    COIN = enum.auto()
    BUTTON = enum.auto()
    DONE = enum.auto()
    KICK = enum.auto()


class Illegal(RuntimeError):
    pass


class Machine:
    table = {
        (State.IDLE, Event.COIN): (State.PAID, "accept"),
        (State.PAID, Event.COIN): (State.PAID, "give_back"),
        (State.PAID, Event.BUTTON): (State.SERVING, "serve"),
        (State.SERVING, Event.DONE): (State.IDLE, None),
    }
    table |= {(s, Event.KICK): (State.BROKEN, "alarm") for s in State}

    def __init__(self):
        self.state, self.coins, self.trace = State.IDLE, 0, []
        self.listeners = []

    def fire(self, event):
        try:
            target, action = self.table[self.state, event]
        except KeyError:
            raise Illegal(f"{event} in {self.state.name}") from None
        if action:
            getattr(self, f"on_{action}")()
        for listener in self.listeners:
            listener(self.state, event, target)
        self.state = target
        return self

    def on_accept(self): self.coins += 1
    def on_give_back(self): self.trace.append("coin back")
    def on_serve(self): self.trace.append(f"serving for {self.coins}")
    def on_alarm(self): self.trace.append("ALARM")


m = Machine()
m.listeners.append(lambda old, event, new: print(f"  {old.name:>8} --{event:-<8}> {new.name}"))
for word in "coin coin button done button coin kick kick".split():
    try:
        m.fire(Event(word))
    except Illegal as error:
        print("  illegal:", error)
print(m.state, m.state.final, m.trace)
try:
    Event("jump")
except ValueError as error:
    print(error)


class Light:
    def next(self): raise NotImplementedError


class Red(Light):
    def next(self): return Green


class Green(Light):
    def next(self): return Yellow


class Yellow(Light):
    def next(self): return Red


class Traffic(Light):
    def next(self):
        self.__class__ = Light.next(self) if False else Red
        return self


light, seen = Red(), []
for _ in range(5):
    seen.append(type(light).__name__)
    light.__class__ = light.next()
print(seen, isinstance(light, Yellow))


def parser():
    "Takes characters, yields what is complete: numbers, words and strings."
    result, char = None, ""
    while True:
        char, result = (yield result), None
        buffer = ""
        if char == '"':
            while (char := (yield)) != '"':
                buffer += char
            result = ("string", buffer)
        elif char.isdigit():
            while char.isdigit():
                buffer += char
                char = yield
            result = ("number", int(buffer))
        elif char.isalpha():
            while char.isalnum():
                buffer += char
                char = yield
            result = ("word", buffer)


feed = parser()
next(feed)
print([r for c in 'abc 12 "hello 3" x1 ' if (r := feed.send(c))])
feed.close()

Packet = namedtuple("Packet", "flag seq data", defaults=[b""])


def tcp(state, packet):
    match state, packet:
        case "LISTEN", Packet("SYN", seq):
            return "SYN_RCVD", f"SYN+ACK {seq + 1}"
        case "SYN_RCVD", Packet("ACK"):
            return "OPEN", None
        case "OPEN", Packet("DATA", seq, bytes() as data) if data:
            return "OPEN", f"ACK {seq + len(data)}"
        case ("OPEN" | "SYN_RCVD"), Packet("FIN"):
            return "CLOSED", "FIN+ACK"
        case other, Packet(flag=flag):
            return other, f"RST ({flag} in {other})"


state = "LISTEN"
for packet in (Packet("DATA", 0), Packet("SYN", 9), Packet("ACK", 10), Packet("DATA", 10, b"hello"), Packet("DATA", 15), Packet("FIN", 15), Packet("ACK", 16)):
    state, answer = tcp(state, packet)
    print(f"{packet!r:<48} {state:<9} {answer}")
