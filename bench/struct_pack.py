"""struct: packing and unpacking records, single and in runs."""
import struct

record = struct.Struct("<IHBd8s")
data = b"".join(record.pack(i, i % 65536, i % 256, i / 2, b"abc") for i in range(100000))
print(len(data))
print(sum(row[0] + row[1] for row in record.iter_unpack(data)))
total = 0
for at in range(0, len(data), record.size):
    total += record.unpack_from(data, at)[0]
print(total)
buffer = bytearray(8 * 1000)
for n in range(100):
    for i in range(1000):
        struct.pack_into(">q", buffer, 8 * i, i * n)
print(sum(struct.unpack(">1000q", buffer)))
