# Objects that change while they are written.
import pickle


class Grow:
    def __init__(self, what):
        self.what = what

    def __reduce__(self):
        self.what()
        return int, ()


l = [1]
l.extend([Grow(lambda: l.append(2) if len(l) < 6 else None), 3])
print(pickle.loads(pickle.dumps(l)))
d = {}
d.update({1: Grow(lambda: d.update({len(d) + 10: 1})), 2: 2})
try:
    pickle.dumps(d)
except RuntimeError as e:
    print(e)
s = [1]
s.append(Grow(s.clear))
s.append(4)
print(pickle.loads(pickle.dumps(s)))


class Evil:
    def __getattr__(self, name):
        raise RuntimeError("no " + name) if not name.startswith("__") else AttributeError(name)


print(type(pickle.loads(pickle.dumps(Evil()))).__name__)


class Raises:
    def __getstate__(self):
        raise KeyError("state")


class RaisesSet:
    def __getstate__(self):
        return {"x": 1}

    def __setstate__(self, state):
        raise KeyError("setstate", state)


try:
    pickle.dumps([Raises()])
except KeyError as e:
    print(e)
data = pickle.dumps(RaisesSet())
try:
    pickle.loads(data)
except KeyError as e:
    print(e)


class File:
    def write(self, data):
        raise OSError("disk full")


try:
    pickle.dump([1], File())
except OSError as e:
    print(e)


class Odd:
    def __init__(self, answer):
        self.answer = answer

    def read(self, n=-1):
        return self.answer

    def readline(self):
        return self.answer


for answer in ("text", None, b"", b"I1"):
    try:
        print(pickle.load(Odd(answer)))
    except Exception as e:
        print(type(e).__name__, str(e)[:40] if not isinstance(e, TypeError) else "")
