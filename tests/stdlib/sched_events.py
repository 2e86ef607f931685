import sched, time
now = [0.0]
log = []
s = sched.scheduler(lambda: now[0], lambda d: now.__setitem__(0, now[0] + d))
s.enter(2, 1, log.append, ("b",)); s.enter(1, 5, log.append, ("a",)); s.enter(2, 0, log.append, argument=("first",)); e = s.enterabs(5, 1, lambda **k: log.append(k), kwargs={"x": 1}); gone = s.enter(3, 1, log.append, ("gone",))
print(len(s.queue), s.empty(), [(q.time, q.priority) for q in s.queue]); s.cancel(gone)
try: s.cancel(gone)
except ValueError as err: print(err)
print(s.run(), log, now, s.empty())
s.enter(1, 1, lambda: 1 / 0); s.enter(2, 1, log.append, ("after",))
try: s.run()
except ZeroDivisionError as err: print(err, len(s.queue))
print(s.run(blocking=False), s.run(), log[-1]); print(e.time, e.priority, e.argument, e.kwargs, e[0], e._fields)
