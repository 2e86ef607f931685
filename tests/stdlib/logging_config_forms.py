import logging, logging.config, logging.handlers, io, queue, os, tempfile
stream = io.StringIO()
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "%(levelname)-8s %(name)s %(message)s"}, "b": {"format": "{message}", "style": "{"}}, "filters": {"only": {"name": "app"}}, "handlers": {"h": {"class": "logging.StreamHandler", "stream": stream, "formatter": "f", "level": "INFO", "filters": ["only"]}, "m": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "h"}}, "loggers": {"app": {"level": "DEBUG", "handlers": ["h"], "propagate": False}, "other": {"handlers": ["h"]}}, "root": {"level": "WARNING", "handlers": []}})
logging.getLogger("app").info("shown"); logging.getLogger("app").debug("below"); logging.getLogger("app.x").warning("child"); logging.getLogger("other").error("filtered"); print(stream.getvalue(), logging.getLogger().level, "h" in logging.getHandlerNames())
logging.config.dictConfig({"version": 1, "incremental": True, "loggers": {"app": {"level": "ERROR"}}}); logging.getLogger("app").info("gone"); print(logging.getLogger("app").level)
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "nope.X"}}}, {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "zz"}}}, {"version": 1, "root": {"handlers": ["zz"]}}, {"version": 1, "formatters": {"f": {"format": "x", "style": "?"}}}, {"version": 1, "loggers": {"a": {"level": "ZZ"}}}):
    try: logging.config.dictConfig(bad); print("fine")
    except Exception as e: print(type(e).__name__, e, "|", repr(e.__cause__))
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "conf.ini"); logfile = os.path.join(d, "out.log")
    with open(path, "w") as f: f.write(f"[loggers]\nkeys=root,sim\n[handlers]\nkeys=fh\n[formatters]\nkeys=ff\n[logger_root]\nlevel=WARNING\nhandlers=\n[logger_sim]\nlevel=DEBUG\nhandlers=fh\nqualname=sim\npropagate=0\n[handler_fh]\nclass=FileHandler\nlevel=DEBUG\nformatter=ff\nargs=({logfile!r}, 'w')\n[formatter_ff]\nformat=%(name)s - %(message)s\n")
    logging.config.fileConfig(path); logging.getLogger("sim").debug("to file"); print(open(logfile).read())
    r = logging.handlers.RotatingFileHandler(os.path.join(d, "r.log"), maxBytes=40, backupCount=2); lg = logging.getLogger("rot"); lg.propagate = False; lg.addHandler(r); lg.setLevel(10)
    for i in range(8): lg.info("message number %d", i)
    r.close(); print({n: open(os.path.join(d, n)).read() for n in sorted(os.listdir(d)) if n.startswith("r.log")})
    t = logging.handlers.TimedRotatingFileHandler(os.path.join(d, "t.log"), when="midnight", backupCount=1, utc=True); print(t.when, t.interval, t.suffix, t.computeRollover(0)); t.close()
    for when in ("S", "M", "H", "D", "W0", "X", "W9", "W"):
        try: t = logging.handlers.TimedRotatingFileHandler(os.path.join(d, "u.log"), when, interval=2, delay=True); print(when, t.interval, t.suffix); t.close()
        except ValueError as e: print(e)
    w = logging.handlers.WatchedFileHandler(os.path.join(d, "w.log")); w.emit(logging.makeLogRecord({"msg": "w1"})); os.rename(os.path.join(d, "w.log"), os.path.join(d, "w.old")); w.emit(logging.makeLogRecord({"msg": "w2"})); w.close(); print(open(os.path.join(d, "w.log")).read(), open(os.path.join(d, "w.old")).read())
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); out = io.StringIO(); ql = logging.handlers.QueueListener(q, logging.StreamHandler(out), respect_handler_level=True); lg = logging.getLogger("q"); lg.propagate = False; lg.addHandler(qh); ql.start(); lg.error("via %s", "queue"); ql.stop(); print(out.getvalue())
target = logging.StreamHandler(io.StringIO()); mem = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=target); lg = logging.getLogger("mem"); lg.propagate = False; lg.addHandler(mem); lg.setLevel(10); lg.info("1"); print(repr(target.stream.getvalue()), len(mem.buffer)); lg.error("2"); print(repr(target.stream.getvalue()), len(mem.buffer)); mem.close(); n = logging.NullHandler(); print(n.handle(None), n.createLock(), logging.lastResort.level)
