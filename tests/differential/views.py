"""Random memoryviews: casts, slices, assignment, comparison, release."""
# test: heavy
from _drive import attempt, drive, octets, slices

FORMATS = "BbcHhIiLlQqNnfd"


def show(value):
    return value.tolist() if isinstance(value, memoryview) else value


def case(r):
    data = octets(r, 8) if r.random() < 0.3 else bytes(r.choice((0, 1, 2, 63, 64, 127, 255)) for _ in range(r.choice((8, 16, 24))))
    owner = bytearray(data) if r.random() < 0.6 else data
    view = memoryview(owner)
    lines = [repr(data)]
    if r.random() < 0.7:
        form = r.choice(FORMATS) if r.random() < 0.95 else r.choice(("z", "BB", "", "<i", "@i", 5))
        made = attempt(view.cast, form)
        lines.append(str(form) if made[0] != "<" else made.split(" at ")[0])
        if made[0] == "<":
            view = view.cast(form)
    for _ in range(r.randrange(1, 5)):
        kind = r.randrange(13)
        if kind == 0:
            lines.append(f"{view.format} {view.itemsize} {view.nbytes} {view.ndim} {view.shape} {view.strides} {view.readonly} {view.c_contiguous} "
                         f"{view.f_contiguous} {view.contiguous} {view.suboffsets} {len(view)}")
        elif kind < 3:
            span = slices(r, len(view))
            lines.append(attempt(lambda: show(view[span])))
            if lines[-1][0] == "[":
                view = view[span]
        elif kind == 3:
            lines.append(attempt(lambda: view[r.randrange(-9, 9)]))
        elif kind < 6:
            value = r.choice((0, 1, 255, 256, -1, 1.5, "x", b"x", b"xy", None, True, 2**31, 2**63, 2**64))
            lines.append(f"{value!r} " + attempt(view.__setitem__, r.randrange(-9, 9), value))
        elif kind == 6:
            source = r.choice((octets(r, 4), view[:2], view[::-1], [1, 2], memoryview(b"abcd"), 5))
            lines.append(attempt(view.__setitem__, slices(r, len(view)), source))
        elif kind == 7:
            lines.append(attempt(view.tobytes, r.choice((None, "C", "F", "A", "x"))) + attempt(view.hex, *([":", 2] if r.random() < 0.5 else [])))
        elif kind == 8:
            other = r.choice((owner, data, view, memoryview(data), view[::-1], bytearray(data), [1], "a"))
            lines.append(f"{view == other} {view != other} {attempt(lambda: view < other)}"[:40])
        elif kind == 9:
            lines.append(f"{attempt(lambda: 1 in view)} {attempt(lambda: b'x' in view)} {attempt(lambda: list(reversed(view)))}")
        elif kind == 10:
            lines.append(attempt(lambda: hash(view) == hash(view.tobytes())))
        elif kind == 11:
            again = view.toreadonly()
            lines.append(f"{again.readonly} {attempt(again.__setitem__, 0, 0)} {attempt(bytes, again)} {attempt(again.__delitem__, 0)}")
        else:
            sub = view[1:]
            lines.append(attempt(view.tolist))
            with sub:
                pass
            lines.append(f"{attempt(len, sub)} {attempt(sub.tolist)} {attempt(sub.release)} {repr(sub).split(' at ')[0]}")
    if isinstance(owner, bytearray):
        lines.append(attempt(owner.append, 1) + repr(owner))
    return " | ".join(lines)


drive(case)
