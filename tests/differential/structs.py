"""Random formats of struct, what they pack and unpack, and the errors of both."""
# test: heavy
import array
import struct

from _drive import attempt, drive, integer, octets, real, text

CODES = "xcbB?hHiIlLqQnNefdspP"


def form(r):
    """A format, mostly a good one."""
    parts = [r.choice(("", "", "", "@", "=", "<", ">", "!"))]
    for _ in range(r.randrange(1, 6)):
        if r.random() < 0.25:
            parts.append(str(r.choice((0, 1, 2, 3, 5, 12))))
        if parts[-1] == "0":
            parts.append("s")  # 0p is let out: CPython writes a byte beyond it
            continue
        parts.append(r.choice(CODES) if r.random() < 0.97 else r.choice("zZ1 \t%é\0-"))
        if r.random() < 0.1:
            parts.append(r.choice(" \n\t"))
    if r.random() < 0.01:
        parts.append(r.choice(("99999999999999999999i", "9223372036854775807q", "2147483648", "4611686018427387904h")))
    return "".join(parts)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value})"


def values(r, fmt):
    """Arguments for a format: as many as it wants and of the right kind, as a rule."""
    out, count = [], ""
    for code in fmt.lstrip("@=<>!"):
        if code.isdigit() and code.isascii():
            count += code
            continue
        times = int(count) if count and len(count) < 3 else 1
        count = ""
        if code in "sp":
            out.append(octets(r, 15))
        elif code in "efd":
            out.extend(real(r) for _ in range(times))
        elif code == "c":
            out.extend(octets(r, 1) or b"c" for _ in range(times))
        elif code == "?":
            out.extend(r.choice((True, False, 0, 5, "", [], "x")) for _ in range(times))
        elif code in "bBhHiIlLqQnNP":
            bits = {"b": 8, "h": 16, "i": 32, "l": r.choice((32, 64))}.get(code.lower(), 64)
            for _ in range(times):
                low, high = (0, 1 << bits) if code.isupper() else (-(1 << bits - 1), 1 << bits - 1)
                edge = r.random()
                out.append(r.choice((low, high - 1)) if edge < 0.2 else r.choice((low - 1, high)) if edge < 0.24 else r.randrange(low, high) if edge < 0.6 else min(max(low, r.randrange(-50, 100)), high - 1))
    if out and r.random() < 0.12:
        at = r.randrange(len(out))
        out[at] = r.choice((None, 1.5, "text", b"ab", Index(r.randrange(200)), integer(r, 70), True, [1], Index("x")))
    if r.random() < 0.04:
        out.append(1)
    if out and r.random() < 0.04:
        out.pop()
    return out


def data_for(r, fmt, extra=0):
    """Bytes of the format's size or, now and then, some others."""
    try:
        size = min(struct.calcsize(fmt), 4096)
    except (struct.error, UnicodeError):
        size = r.randrange(12)
    if r.random() < 0.08:
        size = max(0, size + r.choice((-1, 1, 2)))
    return bytes(r.choice((r.getrandbits(8), 0, 255, 127, 128)) for _ in range(size + extra))


def case(r):
    fmt = form(r)
    kind = r.randrange(10)
    if kind < 4:
        args = values(r, fmt)
        return f"pack {fmt!r} {args} {attempt(struct.pack, fmt, *args)}"
    if kind < 6:
        data = data_for(r, fmt)
        return f"unpack {fmt!r} {data!r} {attempt(struct.unpack, fmt, r.choice((data, bytearray(data), memoryview(data))))}"
    if kind == 6:
        data, offset = data_for(r, fmt, r.randrange(4)), r.randrange(-6, 6)
        return f"from {fmt!r} {data!r} {offset} {attempt(struct.unpack_from, fmt, data, offset)} {attempt(struct.unpack_from, fmt, buffer=data)}"
    if kind == 7:
        target, args, offset = bytearray(data_for(r, fmt, r.randrange(4))), values(r, fmt), r.randrange(-6, 6)
        result = attempt(struct.pack_into, fmt, target, offset, *args)
        return f"into {fmt!r} {args} {offset} {result} {bytes(target)!r} {attempt(struct.pack_into, fmt, bytes(target), 0, *args)}"
    if kind == 8:
        one = r.choice(("<h", "B", "bh", "2s", "e", "", "0i", ">I?"))
        data = octets(r, 16)
        return f"iter {one!r} {data!r} {attempt(lambda: list(struct.iter_unpack(one, data)))}"
    wrong = r.choice((fmt, fmt.encode("utf-8"), None, 5, text(r, 3), bytearray(b"i")))
    packer = attempt(struct.Struct, wrong)
    lines = [attempt(struct.calcsize, wrong), packer.split(" at 0x")[0]]
    if "object at" in packer:
        packer = struct.Struct(wrong)
        lines += [repr(packer.format), packer.size, attempt(packer.unpack, data_for(r, fmt)), attempt(packer.pack, *values(r, fmt))]
    x, code = real(r), r.choice("efd")
    lines.append(attempt(lambda: struct.unpack(">" + code, struct.pack(">" + code, x))))
    lines.append(attempt(lambda: array.array(r.choice("fd"), [x]).tobytes()))
    return f"Struct {wrong!r} {lines}"


drive(case)
