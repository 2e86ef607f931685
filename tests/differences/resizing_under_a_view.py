# A bytearray may be resized under a memoryview, once a program has let go of many views
#
# To know whether a view is still alive takes a collection. A `bytearray` with views is checked by one before it is resized, and BufferError is raised as elsewhere; but where check after
# check has found that nobody holds a view any more (as in a server that sends each piece through one), the next checks wait until the heap has grown. A view that was alive after all
# goes on seeing the memory that it saw. Views that are released, by `with` or `release()`, need no check at all.
for connection in range(100):
    buffer = bytearray(b"head body")
    view = memoryview(buffer)[5:]
    del view
    buffer.clear()

buffer = bytearray(b"abc")
view = memoryview(buffer)
try:
    buffer += b"def" * 1000
except BufferError as error:
    print(error)
print(len(buffer), bytes(view))
