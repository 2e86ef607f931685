# test: heavy
# test: moray only
# Every bit of some pickles turned, and very deep nesting: an exception or a value, never a crash.
import pickle

for protocol in range(6):
    whole = pickle.dumps([1, "two", {"three": (4.0, b"five")}, None, 2**80, {1}, ValueError(1)], protocol)
    data = bytearray(whole)
    for i in range(len(data)):
        for bit in (1, 2, 8, 64, 255):
            data[i] ^= bit
            try:
                pickle.loads(bytes(data))
            except Exception:
                pass
            data[i] ^= bit
    print(protocol, bytes(data) == whole)
deep = []
for i in range(200000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError:
    print("RecursionError")
