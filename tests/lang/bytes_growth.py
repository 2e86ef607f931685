# Bytes that grow in a loop: extended in place where nobody else holds them, and never where somebody does.
def simple(n):
    b = b''
    for i in range(n):
        b += b'xy'
    return len(b), b[:3], b[-3:]


def kept(n):
    out, keep = b'', []
    for i in range(n):
        out = out + b'%d,' % i
        if i % 100 == 0:
            keep.append(out)
    return out == b''.join(b'%d,' % i for i in range(n)), all(out.startswith(x) for x in keep), len(set(keep)) == len(keep)


def as_key(n):
    b, found = b'', {}
    for i in range(n):
        b += bytes([i % 256])
        found[b] = i
    return len(found) == n and all(len(k) == v + 1 for k, v in found.items())


def lines(n):
    buf, got = b'', 0
    for i in range(n):
        buf += b'a line\nand ' * 40
        while b'\n' in buf:
            line, buf = buf.split(b'\n', 1)
            got += len(line)
    return got, buf


def seen(n):
    b, sizes = b'', []
    for i in range(n):
        b += b'abc'
        if i % 200 == 0:
            sizes.append(locals()['b'])
    return [len(x) for x in sizes]


def viewed():
    b = b''
    for i in range(400):
        b += b'z'
        if i == 300:
            view = memoryview(b)
    return len(view), len(b), bytes(view) == b'z' * 301


def mixed():
    for what in [b'a', bytearray(b'c'), b'b'], [b'a' * 300, 'text'], [b'a' * 300, 5], [bytearray(b'a')]:
        b = b''
        try:
            for x in what:
                b += x
            print(type(b).__name__, b)
        except TypeError as exc:
            print(exc, len(b))


def generator():
    b = b''
    for i in range(600):
        b += b'y'
        if i % 100 == 0:
            yield b


def finish():
    b = b''
    for i in range(300):
        b += b'a'
    try:
        return b
    finally:
        b += b'b'


def itself():
    b = b'0123456789'
    for i in range(8):
        b += b
    return len(b), b == b'0123456789' * 256


class Holder:
    buffer = b''


def attribute():
    holder, past = Holder(), []
    for i in range(300):
        holder.buffer += b'data' * 100
        if i % 100 == 0:
            past.append(holder.buffer)
    return len(holder.buffer), [len(x) for x in past], holder.buffer.count(b'data')


class Text(str):
    pass


class Data(bytes):
    pass


def large_instances():
    # Memory of dead ones is used again: attributes are not there before they are set.
    strange = 0
    for i in range(60):
        for one in Text('x' * (1000 + i * 1500)), Data(b'\xff' * (1000 + i * 1500)):
            strange += len(vars(one))
            one.name = i
            strange += vars(one) != {'name': i}
    return strange


print(simple(5000), kept(1000), as_key(1000), lines(20))
print(seen(1000), viewed(), [len(x) for x in generator()], [x.count(b'y') for x in list(generator())])
mixed()
print(len(finish()), itself(), attribute(), large_instances())
