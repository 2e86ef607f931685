# test: heavy
# Compressed data that grows a thousandfold, is cut off, or lies about itself.
import gzip, zlib, bz2, lzma, io, zipfile, tarfile
from _t import t
big = bytes(20_000_000)
bomb = zlib.compress(big, 9); print(len(bomb) < 25000)
d = zlib.decompressobj(); print(len(d.decompress(bomb, 1000)), d.eof, len(d.unconsumed_tail) > 0)
for module, name in ((gzip, "gzip"), (bz2, "bz2"), (lzma, "lzma")):
    packed = module.compress(bytes(2_000_000)); f = module.open(io.BytesIO(packed)); print(name, len(f.read(10)), f.seek(1_999_999), f.read(), f.read()); f.close()
    for label, bad in (("empty", b""), ("short", packed[:5]), ("cut", packed[:-9]), ("noise", b"\x00" * 50), ("tail", packed + b"garbage after"), ("flip", packed[:20] + bytes([packed[20] ^ 255]) + packed[21:]), ("head", packed[:3] + b"\xff" + packed[4:])): t(f"{name} {label}", lambda: len(module.decompress(bad)), True)
for label, bad in (("crc", gzip.compress(b"abc")[:-8] + b"\0" * 8), ("size", gzip.compress(b"abc")[:-4] + b"\1\0\0\0"), ("flags", b"\x1f\x8b\x08\xff" + b"\0" * 20), ("method", b"\x1f\x8b\x07\0" + b"\0" * 20)): t("gzip " + label, lambda: gzip.decompress(bad))
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z: z.writestr("zeros", bytes(5_000_000)); z.writestr("../../evil", "x"); z.writestr("/abs", "y"); z.writestr("a/../b", "z")
raw = out.getvalue(); print(len(raw) < 20000, zipfile.ZipFile(io.BytesIO(raw)).open("zeros").read(5))
import tempfile, os
with tempfile.TemporaryDirectory() as base:
    inner = os.path.join(base, "in", "deep"); os.makedirs(inner)
    with zipfile.ZipFile(io.BytesIO(raw)) as z:
        for name in ("../../evil", "/abs", "a/../b"): z.extract(name, inner)
    print(sorted(os.path.relpath(os.path.join(r, f), base) for r, _, fs in os.walk(base) for f in fs))
    for name, kind, link in (("../up", tarfile.REGTYPE, ""), ("/abs", tarfile.REGTYPE, ""), ("a/../../up", tarfile.REGTYPE, ""), ("link", tarfile.SYMTYPE, "/etc/passwd"), ("link2", tarfile.SYMTYPE, "../../x"), ("hard", tarfile.LNKTYPE, "../../etc"), ("dev", tarfile.CHRTYPE, "")):
        made = io.BytesIO(); tar = tarfile.open(fileobj=made, mode="w"); info = tarfile.TarInfo(name); info.type = kind; info.linkname = link; info.size = 1 if kind == tarfile.REGTYPE else 0; tar.addfile(info, io.BytesIO(b"x")); tar.close()
        def go():
            with tarfile.open(fileobj=io.BytesIO(made.getvalue())) as tf: tf.extractall(inner, filter="data")
        try: go(); print(name, "extracted")
        except Exception as e: print(name, type(e).__name__, str(e).replace(base, "BASE"))
for label, bad in (("empty", b""), ("noise", b"x" * 100), ("cut", raw[:len(raw) // 2]), ("end", raw[-22:]), ("comment", raw[:-2] + b"\xff\xff"), ("offset", raw[:-6] + b"\xff\xff\xff\x7f" + raw[-2:])): t("zip " + label, lambda: zipfile.ZipFile(io.BytesIO(bad)).namelist())
for label, bad in (("empty", b""), ("noise", b"x" * 1024), ("short", b"x"), ("zeros", bytes(1024)), ("negative", b"a" + b"\0" * 99 + b"0000644\0" * 3 + b"-0000000001\0" + b"\0" * 376)): t("tar " + label, lambda: tarfile.open(fileobj=io.BytesIO(bad)).getnames())
