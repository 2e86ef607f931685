# sched: order by time and priority, cancelling, arguments, a clock of one's own, events added while others run.
import sched


class Clock:
    def __init__(self):
        self.now = 0
        self.slept = []

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)
log = []
note = lambda *args, **kwargs: log.append((clock.now, args, kwargs))
print(s.empty(), s.queue, s.run())
one = s.enter(5, 1, note, ('five',))
two = s.enterabs(3, 2, note, argument=('three, second',))
three = s.enterabs(3, 1, note, ('three, first',), {'key': 1})
four = s.enter(3, 1, note, kwargs={'only': 'keywords'})
print(s.empty(), len(s.queue), [(e.time, e.priority) for e in s.queue], one > two, two > three, three < four, three == four)
print(one.time, one.priority, one.action is note, one.argument, one.kwargs, one._fields, type(one).__name__)
s.cancel(one)
try:
    s.cancel(one)
except ValueError as error:
    print(type(error).__name__, error)
print(s.run(blocking=False), log)
clock.now = 3
print(s.run(blocking=False), log, clock.slept)
log.clear()


def again(left):
    note(left)
    if left:
        s.enter(2, 1, again, (left - 1,))


s.enter(1, 1, again, (3,))
s.enter(4, 1, note, ('between',))
print(s.run(), log, clock.slept)


def fail():
    raise RuntimeError('in an event')


log.clear()
s.enter(1, 1, fail)
s.enter(2, 1, note, ('after the failure',))
try:
    s.run()
except RuntimeError as error:
    print(error, len(s.queue))
s.run()
print(log, s.empty())
print(s.enter(-5, 0, note).time < clock.now, s.run(False), len(log), sched.__all__)
real = sched.scheduler()
real.enter(0, 1, print, ('now',))
real.run()
