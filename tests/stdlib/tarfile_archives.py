# Archives in all formats and compressions: writing, reading, streams, filters, hostile members, damage.
import io
import os
import tarfile
import tempfile


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "FOLDER"))


def info(name, data=b"", **fields):
    member = tarfile.TarInfo(name)
    member.size = len(data)
    for key, value in fields.items():
        setattr(member, key, value)
    return member, io.BytesIO(data)


folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)
long = "folder/" * 20 + "file.txt"
for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format) as t:
        t.addfile(*info("a.txt", b"hello" * 200, mtime=1600000000, mode=0o600, uid=5, gid=6, uname="me", gname="us"))
        t.addfile(*info(long, b"deep"))
        t.addfile(*info("dir", type=tarfile.DIRTYPE, mode=0o755))
        t.addfile(*info("link", type=tarfile.SYMTYPE, linkname="a.txt"))
        t.addfile(*info("hard", type=tarfile.LNKTYPE, linkname="a.txt"))
        if format != tarfile.USTAR_FORMAT:
            t.addfile(*info("x" * 150 + "\xe9\u4e2d", b"name", mtime=1.5 if format == tarfile.PAX_FORMAT else 1))
            t.addfile(*info("big", uid=2**24, type=tarfile.SYMTYPE, linkname="y" * 130))
        else:
            show(t.addfile, *info("z" * 300))
    import hashlib
    print(format, len(buffer.getvalue()), hashlib.sha256(buffer.getvalue()).hexdigest())
    buffer.seek(0)
    with tarfile.open(fileobj=buffer) as t:
        for m in t:
            print(ascii(m.name), m.size, m.mode, m.mtime, m.type, ascii(m.linkname), m.uid, m.uname, m.isreg(), m.isdir(), m.issym(), m.islnk(), sorted(m.pax_headers))
        print(ascii(t.getnames()[:3]), t.extractfile("a.txt").read(7), t.extractfile("link").read()[:3], t.extractfile("hard").read()[:3], t.extractfile("dir"))
        f = t.extractfile("a.txt")
        print(f.seek(3), f.read(4), f.tell(), f.seek(-2, 2), f.read(), f.name, f.readable(), f.seekable())
        show(t.getmember, "none")
        t.list(verbose=False)
        t.list()
os.makedirs("tree/sub")
for name in ("tree/one.txt", "tree/sub/two.txt"):
    with open(name, "w") as f:
        f.write(name * 10)
os.symlink("one.txt", "tree/link")
for kind in ("", ":gz", ":bz2", ":xz", "|gz", "|"):
    with tarfile.open("t.tar", "w" + kind) as t:
        t.add("tree", filter=lambda m: None if m.name.endswith("two.txt") else m)
        t.add("tree/sub/two.txt", "renamed.txt")
    for mode in ("r" + kind, "r:*", "r|*"):
        with tarfile.open("t.tar", mode) as t:
            print(kind, mode, sorted(t.getnames()))
    with tarfile.open("t.tar") as t:
        t.extractall("out" + kind.strip(":|"), filter="data")
    print(sorted(os.listdir("out" + kind.strip(":|") + "/tree")), open("out" + kind.strip(":|") + "/tree/link").read()[:12])
with tarfile.open("t.tar", "w") as t:
    t.add("tree/one.txt")
with tarfile.open("t.tar", "a") as t:
    t.add("tree/sub")
with tarfile.open("t.tar") as t:
    print(t.getnames(), t.getmember("tree/sub").isdir())
for member in (info("../evil", b"x"), info("/abs", b"x"), info("ln", type=tarfile.SYMTYPE, linkname="../../x"), info("ln", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
               info("h", type=tarfile.LNKTYPE, linkname="../x"), info("fifo", type=tarfile.FIFOTYPE), info("ok", b"fine", mode=0o4777)):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as t:
        t.addfile(*member)
    for name in ("data", "tar"):
        buffer.seek(0)
        with tarfile.open(fileobj=buffer) as t:
            if member[0].name == "fifo" and name == "tar":
                continue
            show(t.extractall, "safe" + name, filter=name)
print(sorted(os.listdir("safedata")), oct(os.stat("safedata/ok").st_mode), os.path.exists("evil"))
raw = open("t.tar", "rb").read()
for damaged in (b"", b"x" * 511, b"x" * 2000, raw[:700], bytes(1024), raw[:100] + b"?" + raw[101:], raw[:512]):
    try:
        with tarfile.open(fileobj=io.BytesIO(damaged)) as t:
            print(t.getnames(), [len(t.extractfile(m).read()) for m in t if m.isreg()])
    except tarfile.TarError as error:
        print(type(error).__name__, str(error).split("\n")[0])
print(tarfile.is_tarfile("t.tar"), tarfile.is_tarfile("tree/one.txt"), tarfile.is_tarfile(io.BytesIO(raw)))
for arguments in (("t.tar", "q"), ("none.tar",), (), ("t.tar", "r:zz"), ("q.tar", "w|q"), ("t.tar", "rw")):
    show(tarfile.open, *arguments)
t = tarfile.open("t.tar")
show(t.extractall, "x", filter="none")
show(t.add, "tree")
t.close()
show(t.getnames)
m = tarfile.TarInfo("n")
print(m.replace(name="o", mode=5).name, m.get_info()["mode"], m.isfile(), m.isdev(), len(m.tobuf()), tarfile.TarInfo.frombuf(m.tobuf(), "utf-8", "strict").name)
