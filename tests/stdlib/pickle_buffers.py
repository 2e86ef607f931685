# Protocol 5: PickleBuffer and data beside the stream.
import pickle


class Big:
    def __init__(self, data):
        self.data = data

    def __reduce_ex__(self, protocol):
        if protocol >= 5:
            return type(self), (pickle.PickleBuffer(self.data),)
        return type(self), (bytes(self.data),)


big = Big(bytearray(b"0123456789"))
for protocol in (4, 5):
    data = pickle.dumps(big, protocol)
    print(data, type(pickle.loads(data).data))
buffers = []
data = pickle.dumps(big, 5, buffer_callback=buffers.append)
print(data, len(buffers), bytes(buffers[0]), buffers[0].raw().readonly)
back = pickle.loads(data, buffers=buffers)
print(type(back.data), bytes(back.data))
back = pickle.loads(data, buffers=[b"abc"])
print(back.data)
for kwargs in ({}, {"buffers": []}):
    try:
        pickle.loads(data, **kwargs)
    except pickle.UnpicklingError as e:
        print(e)
print(pickle.dumps(pickle.PickleBuffer(b"read only"), 5))
print(pickle.dumps([pickle.PickleBuffer(b"x")], 5, buffer_callback=lambda b: True))
print(pickle.dumps([pickle.PickleBuffer(b"x")], 5, buffer_callback=lambda b: False))
try:
    pickle.dumps(pickle.PickleBuffer(b"x"), 4)
except pickle.PicklingError as e:
    print(e)
b = pickle.PickleBuffer(bytearray(b"abc"))
with b.raw() as m:
    print(m.tobytes(), m.readonly)
b.release()
for use in (lambda: b.raw(), lambda: pickle.dumps(b, 5)):
    try:
        use()
    except ValueError as e:
        print(e)
try:
    pickle.PickleBuffer(5)
except TypeError as e:
    print(e)
