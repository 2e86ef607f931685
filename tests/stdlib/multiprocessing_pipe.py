# Pipe and Connection: objects, bytes, polling, closing, errors.
import multiprocessing as mp
import os
from multiprocessing.connection import Connection, wait


def child(conn, other):
    other.close()
    while True:
        try:
            x = conn.recv()
        except EOFError:
            break
        conn.send((x, os.getpid() == mp.current_process().pid))
    conn.close()


def attempt(f):
    try:
        print(f())
    except (OSError, ValueError, EOFError, mp.ProcessError, TypeError) as e:
        print(type(e).__name__, e)


def main():
    a, b = mp.Pipe()
    print(type(a) is Connection, a.readable, a.writable, a.closed, a.fileno() > 2)
    p = mp.Process(target=child, args=(b, a))
    p.start()
    b.close()
    for x in (1, "text", [1, {2: 3}], b"bytes", None, "x" * 200_000):
        a.send(x)
        y, ok = a.recv()
        print(y == x, ok)
    a.close()
    p.join()
    print(p.exitcode, a.closed, b.closed)
    attempt(lambda: a.send(1))
    attempt(lambda: a.recv())
    attempt(lambda: a.fileno())
    attempt(lambda: a.poll())
    r, w = mp.Pipe(duplex=False)
    print(r.readable, r.writable, w.readable, w.writable)
    attempt(lambda: r.send(1))
    attempt(lambda: w.recv())
    print(r.poll(), r.poll(0.01))
    w.send_bytes(b"hello")
    w.send_bytes(b"hello world", 6)
    w.send_bytes(b"hello world", 2, 3)
    print(r.poll(), r.recv_bytes(), r.recv_bytes(), r.recv_bytes())
    w.send_bytes(bytearray(b"into"))
    buf = bytearray(10)
    print(r.recv_bytes_into(buf, 3), buf)
    w.send_bytes(b"x" * 20)
    try:
        r.recv_bytes_into(buf)
    except mp.BufferTooShort as e:
        print("BufferTooShort", e.args)
    attempt(lambda: w.send_bytes(b"abc", -1))
    attempt(lambda: w.send_bytes(b"abc", 4))
    attempt(lambda: w.send_bytes(b"abc", 1, 5))
    attempt(lambda: w.send_bytes(b"abc", 1, -1))
    attempt(lambda: w.send_bytes("text"))
    w.send_bytes(b"too long")
    attempt(lambda: r.recv_bytes(3))
    with mp.Pipe(False)[1] as c:
        print(c.closed)
    print(c.closed)
    r, w = mp.Pipe(False)
    w.close()
    attempt(lambda: r.recv())
    r, w = mp.Pipe(False)
    r.close()
    attempt(lambda: w.send(1))
    pairs = [mp.Pipe(False) for i in range(3)]
    print(wait([r for r, w in pairs], 0.01))
    pairs[1][1].send("one")
    print(wait([r for r, w in pairs]) == [pairs[1][0]], pairs[1][0].recv())
    attempt(lambda: Connection(-1))
    attempt(lambda: Connection(5, False, False))
    try:
        w2 = mp.Pipe()[1]
        w2.send(lambda: 1)
    except Exception as e:
        print(type(e).__name__)


if __name__ == "__main__":
    main()
