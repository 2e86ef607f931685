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

before = sum(generation["collections"] for generation in gc.get_stats())
total = 0
buffer = bytearray()
for i in range(500):
    buffer += b"x" * 1000
    while buffer:
        view = memoryview(buffer)[:400]
        total += len(view)
        del view
        del buffer[:400]
print(total, buffer)

items = array.array("i")
for i in range(500):
    items.extend(range(10))
    total += len(memoryview(items))
file = io.BytesIO()
for i in range(500):
    file.write(b"xyz")
    total += len(file.getbuffer())
print(total, len(items), file.tell())

for i in range(200):  # each connection of a server has its own
    connection = bytearray(b"head body")
    view = memoryview(connection)[5:]
    text = bytes(view)
    del view
    connection.clear()
    connection.extend(text)
print(connection)
print(sum(generation["collections"] for generation in gc.get_stats()) - before < 150)
