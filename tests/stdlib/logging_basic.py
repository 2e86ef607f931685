# loggers, levels, propagation, filters, adapters, formats of the three styles
import logging
import sys

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)-8s %(name)s %(module)s:%(lineno)d %(funcName)s %(message)s"))
root = logging.getLogger()
root.addHandler(out)
print(root, logging.getLogger("root") is root, repr(logging.getLogger("a.b.c")), logging.getLogger("a.b.c").parent)
a = logging.getLogger("a")
print(a, logging.getLogger("a.b.c").parent, logging.getLogger("a.b").parent, logging.getLogger("a.b.c").parent, a.getChild("x").name)
print(sorted(x.name for x in a.getChildren()), a.hasHandlers(), a.getEffectiveLevel())


def work():
    a.debug("unseen")
    a.warning("seen %s %d", "text", 5)
    a.error("a dict: %(key)s", {"key": "value"})
    a.critical("deep", stacklevel=2)
    a.log(35, "level between")


work()
a.setLevel("INFO")
logging.getLogger("a.b").info("child of a")
a.setLevel(logging.NOTSET)
logging.getLogger("a.b").info("no more")
print(a.isEnabledFor(logging.INFO), a.isEnabledFor(logging.WARNING))
logging.addLevelName(35, "NOTICE")
a.log(35, "named")
print(logging.getLevelName(35), logging.getLevelName("NOTICE"), logging.getLevelName(3), logging.getLevelName("WARN"))
print(logging.getLevelNamesMapping())
try:
    1 / 0
except ZeroDivisionError as error:
    a.exception("failed %s", "here")
    a.warning("by value", exc_info=error)
    a.warning("by tuple", exc_info=(type(error), error, None))
a.warning("stack", stack_info=True)
a.warning("extra", extra={"user": "me"})
for bad in ({"message": 1}, {"args": 1}, {"name": 2}):
    try:
        a.warning("x", extra=bad)
    except KeyError as error:
        print("KeyError", error)

logging.disable(logging.ERROR)
a.error("disabled")
a.critical("above disabled")
logging.disable(logging.NOTSET)
a.propagate = False
own = logging.StreamHandler(sys.stdout)
a.addHandler(own)
a.addHandler(own)
a.warning("only once, plain")
own.addFilter(lambda record: "secret" not in record.getMessage())
a.addFilter(logging.Filter("a"))
a.warning("a secret")
a.warning("no such")
own.setLevel(logging.ERROR)
a.warning("below the handler's level")
own.setLevel(0)


def replacing(record):
    made = logging.makeLogRecord({**record.__dict__, "msg": "replaced " + record.msg})
    return made


own.addFilter(replacing)
a.warning("text")
own.filters.clear()
a.disabled = True
a.critical("off")
a.disabled = False

adapter = logging.LoggerAdapter(a, {"ip": "::1"})
own.setFormatter(logging.Formatter("%(ip)s %(message)s"))
adapter.warning("adapted %s", 1)
print(adapter, adapter.name, adapter.getEffectiveLevel())


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


own.setFormatter(logging.Formatter("{levelname}/{message:>20}|{lineno:04d}", style="{"))
Prefix(a, {"id": 7}).error("braces")
own.setFormatter(logging.Formatter("${levelname} $message $$ ${who}", style="$", defaults={"who": "someone"}))
a.error("dollars")
a.error("dollars", extra={"who": "me"})
for fmt, style in (("{message", "{"), ("no fields", "%"), ("no fields", "{"), ("$x $", "$"), ("none", "$"), ("{a!x}", "{"),
                   ("%(x)s", "?"), ("{a:qq}", "{"), ("%(x)z", "%"), ("{a-b}", "{")):
    try:
        print(logging.Formatter(fmt, style=style)._fmt)
    except ValueError as error:
        print("ValueError", error)
record = logging.LogRecord("n", 20, "/some/file.py", 12, "m %s", ("x",), None, "f")
print(record, record.getMessage(), record.filename, record.module, record.levelname, record.threadName, record.processName, record.taskName)
record.created, record.msecs = 86400.25, 250.0
print(logging.Formatter("%(asctime)s %(message)s").format(record), logging.Formatter("%(asctime)s", "%H:%M").format(record))
try:
    logging.Formatter("%(nothing)s").format(record)
except ValueError as error:
    print(error)
for f in (lambda: a.setLevel("LOUD"), lambda: a.setLevel(1.5), lambda: a.log("x", "y"), lambda: logging.getLogger(5),
          lambda: logging.Handler().emit(None), lambda: logging.setLoggerClass(int)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
own.set_name("mine")
print(logging.getHandlerByName("mine") is own, logging.getHandlerNames(), own, out, logging.NullHandler(), logging.StreamHandler())


class Loud(logging.Logger):
    def shout(self, text):
        self.warning(text.upper(), stacklevel=2)


logging.setLoggerClass(Loud)
logging.getLogger("loud").shout("hey")
logging.setLoggerClass(logging.Logger)
