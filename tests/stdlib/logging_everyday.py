import logging, io, sys
out = io.StringIO()
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s|%(funcName)s|%(lineno)d|%(module)s"))
log = logging.getLogger("app.sub"); log.setLevel(logging.DEBUG); log.addHandler(h); log.propagate = False
def work(): log.debug("d %s", 1); log.info("i %(a)d", {"a": 2}); log.warning("w"); log.error("e %r", "x"); log.critical("c %d%%", 5); log.log(25, "custom"); log.log(logging.INFO, "%s %s", "a", "b")
work(); print(out.getvalue()); out.truncate(0); out.seek(0)
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.name, log.parent.name, log.hasHandlers(), repr(log), repr(logging.getLogger()), repr(h).split(" (")[1], logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(17), logging.getLevelNamesMapping(), log.getChild("x.y").name, sorted(c.name for c in logging.getLogger("app").getChildren()))
logging.addLevelName(17, "ODD"); print(logging.getLevelName(17)); log.log(17, "odd"); log.setLevel("ERROR"); log.info("no"); log.error("yes")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
log.error("stack", stack_info=False, extra={"user": "u"}); print([l for l in out.getvalue().splitlines() if "File" not in l and "1 / 0" not in l and "~~" not in l])
class F(logging.Filter):
    def filter(self, r): r.msg = "!" + str(r.msg); return "skip" not in r.getMessage()
out.truncate(0); out.seek(0); f = F(); log.addFilter(f); log.error("one"); log.error("skip me"); log.removeFilter(f); log.error("three"); h.addFilter(lambda r: "t" in r.msg); log.error("four"); log.error("tt"); print(out.getvalue()); h.filters.clear()
for style, fmt in (("{", "{levelname:>8} {message} {name!r}"), ("$", "$levelname ${message} $$"), ("%", "%(message)10s %(levelno)03d")):
    h.setFormatter(logging.Formatter(fmt, style=style, datefmt="%Y")); out.truncate(0); out.seek(0); log.error("styled"); print(out.getvalue().rstrip("\n"))
for fmt, style in (("{bad", "{"), ("$", "$"), ("nothing", "%"), ("%(x)z", "%"), ("x", "?"), ("{a b}", "{")):
    try: logging.Formatter(fmt, style=style); print("fine", fmt)
    except ValueError as e: print(e)
r = logging.LogRecord("n", 20, "/p/file.py", 5, "m %s", ("a",), None, "fn"); r.created = 86400.5; r.msecs = 500; fm = logging.Formatter("%(asctime)s %(filename)s %(pathname)s %(message)s"); fm.converter = __import__("time").gmtime; print(fm.format(r), r, fm.formatTime(r, "%H:%M"), r.getMessage(), logging.Formatter("%(message)s", defaults={"z": 1}).format(r), logging.makeLogRecord({"msg": "x", "args": (), "levelname": "L"}).getMessage())
a = logging.LoggerAdapter(log, {"k": 1}); h.setFormatter(logging.Formatter("%(message)s %(k)s", defaults={"k": "-"})); out.truncate(0); out.seek(0); a.error("ad"); log.error("plain"); print(out.getvalue(), a.isEnabledFor(10), a.name, a.logger is log, repr(a)); logging.disable(logging.ERROR); log.error("disabled"); log.critical("enabled"); logging.disable(logging.NOTSET); print(out.getvalue())
h.setFormatter(None); sys.stderr = io.StringIO(); log.error("%d", "x"); text = sys.stderr.getvalue(); sys.stderr = sys.__stderr__; print("--- Logging error ---" in text, "TypeError: %d format: a real number is required, not str" in text, text.splitlines()[-2:])
for g in (lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5), lambda: log.log("x", "m"), lambda: logging.getLogger(5), lambda: logging.basicConfig(bad=1), lambda: logging.basicConfig(stream=1, filename="x", force=True), lambda: logging.FileHandler("/nonexistent/dir/x.log")):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
