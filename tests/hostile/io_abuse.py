from _t import t
import sys, io
class BadWrite:
    def write(self, s): raise OSError("write failed")
class NoWrite: pass
t("bad write", lambda: print("x", file=BadWrite())); t("no write", lambda: print("x", file=NoWrite()))
t("int file", lambda: print("x", file=5)); old = sys.stdout
def swap(o):
    sys.stdout = o
    try: print("x")
    finally: sys.stdout = old
t("stdout none", lambda: swap(None)); t("stdout int", lambda: swap(5)); t("stdout bad", lambda: swap(BadWrite()))
def gone():
    del sys.stdout
    try: print("x")
    finally: sys.stdout = old
t("stdout deleted", gone)
class Rec:
    def write(self, s): old.write("[" + s.strip() + "]")
sys.stdout = Rec(); print("through", "rec"); sys.stdout = old; print()
class Bomb:
    def __str__(self): sys.stdout = io.StringIO(); return "bomb"
print(Bomb(), file=old); sys.stdout = old; t("surrogate", lambda: print("\ud800", end="")); s = io.StringIO()
t("closed", lambda: (s.close(), print("x", file=s))); t("open dir", lambda: open("/"))
t("open fd", lambda: open(10 ** 6)); t("neg fd", lambda: open(-1)); t("bool path", lambda: open([]))
t("buf", lambda: open("/dev/null", buffering=0)); t("mode", lambda: open("/dev/null", "rr"))
t("mode2", lambda: open("/dev/null", "z" * 1000)); t("enc", lambda: open("/dev/null", encoding="nope"))
t("bin enc", lambda: open("/dev/null", "rb", encoding="utf-8")); t("input eof", input)
t("write bytes", lambda: sys.stdout.write(b"x")); t("write int", lambda: sys.stdout.write(5))
t("seek huge", lambda: io.StringIO("a").seek(10 ** 30))
t("read huge", lambda: io.StringIO("abc").read(10 ** 10), True)
t("bytesio neg", lambda: io.BytesIO().seek(-1)); t("truncate", lambda: io.BytesIO(b"abc").truncate(-5))
t("many prints", lambda: [print(i, file=io.StringIO()) for i in range(2000)].__len__(), True)
t("null", lambda: open("/dev/null").read(), True)
t("null write", lambda: open("/dev/null", "w").write("x" * 10 ** 6), True)
t("name odd", lambda: open("x" * 5000)); t("zero", lambda: len(open("/dev/zero", "rb").read(1000)), True)
t("print many", lambda: print(*["x"] * 1000, sep="", file=io.StringIO()))
t("sep int", lambda: print(1, sep=5)); t("end obj", lambda: print(1, end=object))
