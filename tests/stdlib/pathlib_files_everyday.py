import os, tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as base:
    os.chdir(base); r = Path(".")
    (r / "d" / "e").mkdir(parents=True); f = r / "d" / "f.txt"; print(f.write_text("héllo\nx\n", encoding="utf-8"), f.read_text("utf-8"), f.read_bytes(), f.write_bytes(b"\0\1"), f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), (r / "d").is_dir(), f.is_symlink())
    (r / "d" / "g.py").touch(); (r / "d" / "e" / "h.py").touch(); (r / "link").symlink_to("d/g.py")
    print(sorted(map(str, r.iterdir())), sorted(map(str, r.glob("**/*.py"))), sorted(map(str, r.rglob("*.txt"))), sorted(map(str, Path("d").glob("*"))), sorted(str(p) for p in r.rglob("*")), sorted(map(str, r.glob("d/?.py"))), sorted(map(str, r.glob("[!d]*"))))
    for top, dirs, files in Path("d").walk(): print(top, sorted(dirs), sorted(files))
    print((r / "link").readlink(), (r / "link").resolve().name, (r / "link").is_symlink(), f.rename(r / "moved.txt"), (r / "moved.txt").replace("again.txt"), Path("again.txt").samefile("again.txt"), Path("again.txt").owner() == Path("again.txt").owner())
    with Path("again.txt").open("w") as o: o.write("text")
    print(Path("again.txt").read_text(), oct(Path("again.txt").stat().st_mode)[-3:]); Path("again.txt").chmod(0o600); print(oct(Path("again.txt").stat().st_mode)[-3:]); Path("again.txt").hardlink_to if False else None
    def t(g):
        try: print(g())
        except Exception as e: print(type(e).__name__, str(e).replace(base, "BASE"))
    for g in (lambda: Path("none").read_text(), lambda: Path("none").unlink(), lambda: Path("none").unlink(missing_ok=True), lambda: Path("d").mkdir(), lambda: Path("d").mkdir(exist_ok=True), lambda: Path("x/y").mkdir(), lambda: Path("d").rmdir(), lambda: Path("d/e/h.py").rmdir(), lambda: Path("none").stat(), lambda: Path("none").rename("q"), lambda: list(Path("none").iterdir()), lambda: Path("none").resolve(strict=True), lambda: Path("d").read_text(), lambda: Path("d").touch(exist_ok=False), lambda: Path("a").write_text(5), lambda: Path("a").write_bytes("x"), lambda: list(Path(".").glob("")), lambda: list(Path(".").glob("/x")), lambda: Path("again.txt").mkdir(), lambda: Path("none").lstat(), lambda: Path("again.txt").link_to("x"), lambda: Path("~").expanduser().is_absolute(), lambda: Path("~nouser_x").expanduser(), lambda: Path("a\0b").exists(), lambda: list(Path(".").glob("**x"))): t(g)
    os.chdir("/")
