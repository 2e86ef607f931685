# FileHandler, RotatingFileHandler, MemoryHandler, QueueHandler, dictConfig, shutdown
import logging
import logging.config
import logging.handlers
import os
import sys

folder = f"/tmp/logging_test_{os.getpid()}"
os.mkdir(folder)


def show():
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            print(name, repr(file.read()))
        os.remove(os.path.join(folder, name))


log = logging.getLogger("files")
log.propagate = False
log.setLevel("DEBUG")
handler = logging.FileHandler(os.path.join(folder, "plain.log"), encoding="utf-8")
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(handler)
log.info("first é")
log.debug("second")
print(repr(handler).replace(folder, "F"))
handler.close()
log.warning("reopened")
handler.close()
log.removeHandler(handler)
late = logging.FileHandler(os.path.join(folder, "late.log"), mode="w", delay=True)
print(os.listdir(folder))
late.close()
show()

rotating = logging.handlers.RotatingFileHandler(os.path.join(folder, "r.log"), maxBytes=30, backupCount=2)
log.addHandler(rotating)
for i in range(8):
    log.info("message number %d", i)
log.removeHandler(rotating)
rotating.close()
show()

target = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(3, logging.ERROR, target)
log.addHandler(memory)
log.info("one")
print("held", len(memory.buffer))
log.error("two flushes")
log.info("three")
log.info("four")
print("held", len(memory.buffer))
memory.close()
log.removeHandler(memory)


class Row(list):
    put_nowait = list.append


row = Row()
queued = logging.handlers.QueueHandler(row)
log.addHandler(queued)
log.warning("queued %s", "args")
print(row[0].msg, row[0].args, row[0].message)
log.removeHandler(queued)

logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname).1s %(name)s %(message)s"}, "braces": {"format": "{message}!", "style": "{"}},
    "filters": {"own": {"name": "app"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "filters": ["own"]},
        "second": {"class": "logging.StreamHandler", "formatter": "braces", "stream": "ext://sys.stdout", "level": "ERROR"},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["console"], "propagate": True}},
    "root": {"level": "WARNING", "handlers": ["second"]},
})
logging.getLogger("app").debug("configured")
logging.getLogger("app.part").error("both")
logging.getLogger("other").error("root only")
log.error("disabled as it is not named")
print(log.disabled, logging.getHandlerNames() == {"console", "second"}, logging.getHandlerByName("console"))
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such.Class"}}},
               {"version": 1, "root": {"handlers": ["none"]}}, {"version": 1, "loggers": {"x": {"level": "LOUD"}}},
               {"version": 1, "formatters": {"f": {"format": "bad", "style": "?"}}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print("ValueError:", error, "|", type(error.__cause__).__name__, error.__cause__)
show()
os.rmdir(folder)
