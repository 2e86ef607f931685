from queue import Empty, Full, LifoQueue, PriorityQueue, Queue, SimpleQueue
import sched

for kind in (Queue, LifoQueue, PriorityQueue, SimpleQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())
    for f in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.01)):
        try:
            f()
        except Empty as error:
            print("Empty", error.args)
q = Queue(2)
q.put("a")
q.put_nowait("b")
print(q.full(), q.maxsize, q.unfinished_tasks)
for f in (lambda: q.put("c", block=False), lambda: q.put("c", timeout=0.01), lambda: q.put("c", timeout=-1)):
    try:
        f()
    except (Full, ValueError) as error:
        print(type(error).__name__, error)
q.get(), q.task_done(), q.get(), q.task_done()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)
clock = [0]


def wait(seconds):
    clock[0] += seconds


s = sched.scheduler(lambda: clock[0], wait)
s.enter(5, 1, print, ("at five", ), {"end": "!\n"})
s.enter(2, 2, print, ("second at two",))
s.enter(2, 1, print, ("first at two",))
gone = s.enterabs(3, 1, print, ("never",))
s.cancel(gone)
print([event.time for event in s.queue], s.empty(), gone.priority, gone.argument)
print(s.run(blocking=False))
s.run()
print(clock, s.empty())
