"""Views that are gone do not hold a bytearray fast, and those that are there do."""
def consume(buf, pos, n):
    b = bytes(memoryview(buf)[pos:pos+n])
    del buf[:n]
    return b
buf = bytearray(b'hello world' * 3)
for i in range(3): print(consume(buf, 0, 5), buf)
def c2(buf):
    m = memoryview(buf)
    x = m[:3].tobytes()
    del m
    buf.extend(b'zz')
    return x
print(c2(buf), buf)
def c3(buf):
    return memoryview(buf)[:2].tobytes()
print(c3(buf)); buf += b'1'; print(buf); buf.clear(); print(buf)
import array, io
b = bytearray(b'abcdef')
m = memoryview(b)
for what in ('b.append(1)', 'del b[0]', 'b.clear()', 'b += b"x"', 'b.extend(b"zz")', 'b.pop()', 'b[1:2] = b"longer"'):
    try: exec(what); print('no error', what)
    except BufferError as e: print(e)
def hold(view):
    try: b.append(1)
    except BufferError as e: print('held by argument', e)
m.release(); b.append(2); print(b)
hold(memoryview(b)); b.append(3)
box = [memoryview(b)[1:2]]
try: b.append(1)
except BufferError as e: print('in a list', e)
box.clear(); b.append(4); print(b)
it = iter(memoryview(b))
try: b.append(1)
except BufferError as e: print('iterator', e)
del it; b.append(5)
def gen():
    with memoryview(b) as v:
        yield v[0]
g = gen(); next(g)
try: b.append(1)
except BufferError as e: print('generator', e)
g.close(); b.append(6); print(b)
a = array.array('i', [1,2,3]); print(memoryview(a)[1:].tolist()); a.append(4); print(a)
s = io.BytesIO(b'hello'); print(bytes(s.getbuffer()[1:3])); s.write(b'x' * 20); print(s.getvalue())
for x in memoryview(b):
    try: b.append(0)
    except BufferError as e: print('loop', e)
    break
print([bytes(memoryview(b)[i:i+2]) for i in range(0, 4, 2)], b.pop())
x = sum(memoryview(b)) + len(b); b.append(x % 7); print(b)


class Buffer:
    """As network libraries keep what they have received."""

    def __init__(self):
        self.data, self.at = bytearray(), 0

    def feed(self, text):
        self.data += text

    def take(self, n):
        part = memoryview(self.data)[self.at:self.at + n].tobytes()
        self.at += n
        if self.at * 2 > len(self.data):
            del self.data[:self.at]
            self.at = 0
        return part


buffer = Buffer()
for i in range(50):
    buffer.feed(b'%d,' % i)
    if i % 5 == 4:
        print(buffer.take(9), len(buffer.data))
