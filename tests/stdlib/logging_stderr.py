# what goes to stderr: the last resort, basicConfig, errors of handlers, warnings
import io
import logging
import sys
import warnings

log = logging.getLogger("lib")
log.info("not shown")
log.warning("last resort")
log.addHandler(logging.NullHandler())
log.error("swallowed")
logging.basicConfig(level=logging.DEBUG)
logging.basicConfig(level=logging.ERROR)
print(logging.root.handlers, logging.root.level)
log.debug("now shown")
logging.info("the root's %s", "function")
logging.getLogger("x").log(5, "below all")
logging.basicConfig(force=True, format="{levelname:_<9}{message}", style="{", stream=sys.stdout)
logging.warning("in braces")
for kwargs in ({"stream": sys.stdout, "filename": "x"}, {"handlers": [], "stream": 1}, {"style": "!"}, {"nonsense": 1, "more": 2}):
    try:
        logging.basicConfig(force=True, **kwargs)
    except ValueError as error:
        print(error)
logging.captureWarnings(True)
handler = logging.StreamHandler(sys.stdout)
logging.getLogger("py.warnings").addHandler(handler)
logging.getLogger("py.warnings").propagate = False
warnings.warn_explicit("careful", UserWarning, "file.py", 3)
logging.captureWarnings(False)


class Failing(logging.Handler):
    def emit(self, record):
        try:
            raise RuntimeError("no disk")
        except RuntimeError:
            self.handleError(record)


logging.basicConfig(force=True, handlers=[Failing()])
kept, sys.stderr = sys.stderr, io.StringIO()
logging.error("lost %s", "message")
lines, sys.stderr = sys.stderr.getvalue().splitlines(), kept
print(*lines[:6], *lines[-2:], sep="\n")
logging.raiseExceptions = False
logging.error("lost silently")
logging.raiseExceptions = True
try:
    raise ValueError("inner")
except ValueError:
    logging.basicConfig(force=True)
    logging.exception("told")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    logging.warn("old name")
