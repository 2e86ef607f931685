# A small application: commands, storage in memory, undo, filters, a report.
from dataclasses import dataclass, field
from enum import Enum
from functools import wraps
from typing import Callable
import itertools


class Status(Enum):
    OPEN = " "
    DONE = "x"


@dataclass
class Task:
    title: str
    priority: int = 3
    tags: frozenset[str] = frozenset()
    status: Status = Status.OPEN
    id: int = field(default_factory=itertools.count(1).__next__)

    def __str__(self):
        tags = " ".join(f"#{t}" for t in sorted(self.tags))
        return f"[{self.status.value}] {self.id}. {self.title} (p{self.priority}) {tags}".rstrip()


class TodoError(Exception):
    """What the user did wrong."""


COMMANDS: dict[str, Callable] = {}


def command(name):
    def register(func):
        @wraps(func)
        def wrapper(self, *args):
            self.calls += 1
            return func(self, *args)
        COMMANDS[name] = wrapper
        return wrapper
    return register


class Todo:
    def __init__(self):
        self.tasks: dict[int, Task] = {}
        self.undo_stack: list[Callable[[], None]] = []
        self.calls = 0

    def find(self, id):
        try:
            return self.tasks[int(id)]
        except ValueError:
            raise TodoError(f"{id!r} is not a number") from None
        except KeyError as error:
            raise TodoError(f"no task {error}") from error

    @command("add")
    def add(self, *words):
        if not words:
            raise TodoError("what?")
        tags = frozenset(w[1:] for w in words if w.startswith("#"))
        priority = next((int(w[1:]) for w in words if w[0] == "!" and w[1:].isdigit()), 3)
        title = " ".join(w for w in words if w[0] not in "#!")
        task = Task(title, priority, tags)
        self.tasks[task.id] = task
        self.undo_stack.append(lambda: self.tasks.pop(task.id))
        return f"added {task.id}"

    @command("done")
    def done(self, id):
        """Mark a task."""
        task = self.find(id)
        if task.status is Status.DONE:
            raise TodoError("already done")
        task.status = Status.DONE
        self.undo_stack.append(lambda: setattr(task, "status", Status.OPEN))
        return "done: " + task.title

    @command("undo")
    def undo(self):
        if not self.undo_stack:
            raise TodoError("nothing to undo")
        self.undo_stack.pop()()
        return "undone"

    @command("list")
    def list(self, tag=None):
        chosen = [t for t in self.tasks.values() if tag is None or tag.lstrip("#") in t.tags]
        return "\n".join(str(t) for t in sorted(chosen, key=lambda t: (t.status is Status.DONE, t.priority, t.id))) or "(nothing)"

    def run(self, line):
        name, *args = line.split()
        try:
            return COMMANDS[name](self, *args)
        except KeyError:
            return f"unknown command {name!r}; try {', '.join(sorted(COMMANDS))}"
        except TodoError as error:
            return f"error: {error}"
        except TypeError as error:
            return f"usage: {error}"


app = Todo()
for line in """add buy milk #home !1
add write report #work !2
add call mum #home
list
done 2
done 2
done x
done 9
done
list
list #home
undo
undo
undo
list
jump
add
list #none""".splitlines():
    print(">", line)
    print(app.run(line))
print(app.calls, COMMANDS["done"].__doc__, COMMANDS["done"].__qualname__)
print(repr(app.tasks[1]))
