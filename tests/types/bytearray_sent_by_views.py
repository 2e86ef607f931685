# A buffer that is sent piece by piece through views that nobody releases: each resize succeeds, and does not cost a collection each time.
import array
import gc
import io

# A view that is alive refuses it.
refused = 0
buffer = bytearray(b"abc" * 100)
for i in range(50):
    views = [memoryview(buffer)]
    try:
        buffer.append(1)
    except BufferError:
        refused += 1
print(refused, len(buffer))
views[0].release()
buffer.append(1)
print(len(buffer))


def send(look):
    total = 0
    buffer = bytearray()
    for i in range(500):
        buffer += b"x" * 1000
        while buffer:
            view = look(buffer)[:400]
            total += len(view)
            del view
            del buffer[:400]
    items = array.array("i")
    for i in range(500):
        items.extend(range(10))
        view = look(items)
        total += len(view)
        del view
    file = io.BytesIO()
    for i in range(500):
        file.write(b"xyz")
        view = look(file)
        total += len(view)
        del view
    for i in range(200):  # each connection of a server has its own
        connection = bytearray(b"head body")
        view = look(connection)[5:]
        text = bytes(view)
        del view
        connection.clear()
        connection.extend(text)
    return total, len(items), file.tell(), connection


def share(buffer):
    return buffer.getbuffer() if isinstance(buffer, io.BytesIO) else memoryview(buffer)


def copy(buffer):
    return memoryview(buffer.getvalue() if isinstance(buffer, io.BytesIO) else bytes(buffer))


def collections():
    return sum(generation["collections"] for generation in gc.get_stats())


start = collections()
print(send(share))
shared = collections() - start
start = collections()
print(send(copy))
copied = collections() - start
print(shared < 2 * copied + 150)
