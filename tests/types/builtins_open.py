# open: text and binary files, modes, iteration, seek/tell, context manager, errors.
import sys, os
path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"moray_open_{os.getpid()}.txt")
with open(path, "w") as f:
    print(f.write("line one\n"), f.write("línea dos\n"), f.writelines(["three\n", "four"]), f.tell(), f.closed, f.mode, f.writable(),
        f.readable(), f.encoding.lower())
print(f.closed)
with open(path) as f: print(repr(f.read()), repr(f.read()), f.seek(0), repr(f.readline()), f.readlines())
with open(path, encoding="utf-8") as f: print([l.rstrip() for l in f], next(f, "done"))
with open(path, "rb") as f: print(f.read(4), f.tell(), f.seek(-4, 2), f.read(), f.seek(5), f.read(3), f.seek(2, 1), f.readline(), list(f),
        f.mode, f.readable())
with open(path, "a") as f: f.write("\nfive")
with open(path, "r+") as f: f.write("LINE"); f.seek(0); print(f.read(9).strip(), len(f.read()))
with open(path, "wb") as f: print(f.write(b"a\r\nb\rc\n"), f.write(bytearray(b"\xff")))
with open(path, "rb") as f: b = bytearray(4); print(f.readinto(b), b, f.readlines())
with open(path, encoding="latin-1") as f: print(f.readlines())
with open(path, encoding="latin-1", newline="") as f: print(f.readlines())
with open(path, errors="replace") as f: print(ascii(f.read()))
for args in (("/nonexistent/x",), (path, "q"), (path, "rw"), (path, "x"), ("/",), (5.5,), (path, "rb", -1, "utf-8"), (path, "r", 0),
        ("a\0b",), (None,), (path, "U"), (path, ""), (path, "w+b+"), ("",)):
    try: open(*args).close()
    except Exception as e: print(type(e).__name__, str(e).replace(path, "PATH"))
f = open(path); f.close()
for g in (lambda: f.read(), lambda: f.write("a"), lambda: next(f), lambda: f.__enter__()):
    try: g()
    except Exception as e: print(type(e).__name__, e)
with open(path) as f:
    for g in (lambda: f.write("a"), lambda: f.read(), lambda: f.seek(-1, 2), lambda: f.read("x")):
        try: g()
        except Exception as e: print(type(e).__name__, e)
with open(path, "w") as f:
    for g in (lambda: f.read(), lambda: f.write(b"a"), lambda: f.write(5)):
        try: g()
        except Exception as e: print(type(e).__name__, e)
    print("via print", 1, file=f)
with open(path, "w+") as f: f.write("αβγ\nδ"); f.seek(0); print(f.read(2), f.read(), f.truncate(2), f.flush())
print(open(path).read() if os.remove(path) else os.path.exists(path))
