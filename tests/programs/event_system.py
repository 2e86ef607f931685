# Observers, a small state machine, command queue, weak references, callbacks.
from collections import defaultdict, deque
from typing import Callable
import weakref


class Events:
    def __init__(self):
        self._handlers: dict[str, list[Callable]] = defaultdict(list)

    def on(self, name, handler=None):
        if handler is None:
            return lambda func: self.on(name, func)
        self._handlers[name].append(handler)
        return handler

    def emit(self, name, /, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in self._handlers[name]]


events = Events()


@events.on("greet")
def polite(name, *, loud=False):
    return f"Good day, {name}" + "!" * loud


events.on("greet", lambda name, **_: f"yo {name}")
print(events.emit("greet", "Ann", loud=True), events.emit("nothing", 1), events.emit("greet", name="x"))


class Door:
    TRANSITIONS = {("closed", "open"): "opened", ("opened", "close"): "closed", ("closed", "lock"): "locked", ("locked", "unlock"): "closed"}

    def __init__(self):
        self.state = "closed"
        self.log = []

    def __getattr__(self, action):
        if not any(action == a for _, a in self.TRANSITIONS):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {action!r}")

        def act():
            try:
                new = self.TRANSITIONS[self.state, action]
            except KeyError:
                raise RuntimeError(f"cannot {action} a door that is {self.state}") from None
            self.log.append((self.state, new))
            self.state = new
            return self

        return act


door = Door()
door.open().close().lock()
print(door.state, door.log)
for action in ("open", "paint"):
    try:
        getattr(door, action)()
    except (RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)


class Scheduler:
    """Runs generators in turns, until all of them end."""

    def __init__(self):
        self.ready = deque()
        self.time = 0
        self.done = {}

    def spawn(self, name, task):
        self.ready.append((name, task))

    def run(self):
        while self.ready:
            name, task = self.ready.popleft()
            try:
                request = next(task)
            except StopIteration as stop:
                self.done[name] = stop.value
                continue
            except Exception as error:
                self.done[name] = error
                continue
            print(f"{self.time:>2} {name}: {request}")
            self.time += 1
            self.ready.append((name, task))
        return self.done


def worker(n, label):
    for i in range(n):
        yield f"{label}{i}"
    return n * 10


def failing():
    yield "so far so good"
    raise ValueError("broken")


s = Scheduler()
s.spawn("a", worker(3, "x"))
s.spawn("b", worker(1, "y"))
s.spawn("c", failing())
print(s.run())


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = parent and weakref.ref(parent)
        if parent:
            parent.children.append(self)

    @property
    def path(self):
        return (self.parent().path if self.parent else "") + "/" + self.name


root = Node("root")
leaf = Node("leaf", Node("branch", root))
print(leaf.path, leaf.parent().name, root.parent)


class Pipeline:
    def __init__(self, *steps):
        self.steps = steps

    def __or__(self, step):
        return Pipeline(*self.steps, step)

    def __call__(self, value):
        for step in self.steps:
            value = step(value)
        return value


p = Pipeline() | str.strip | str.title | (lambda s: s.split()) | len
print(p("  the quick fox "), Pipeline(abs, str)(-3))
undo = []
total = 0


def change(by):
    global total
    total += by
    undo.append(lambda: change_back(by))


def change_back(by):
    global total
    total -= by


for n in (5, 10, 20):
    change(n)
undo.pop()()
print(total, len(undo))
