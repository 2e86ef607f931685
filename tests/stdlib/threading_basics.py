"""Threads: names, life, daemons, joining, what goes wrong."""
import threading
import time


def work(out, n):
    out.append((n, threading.current_thread().name))


out = []
threads = [threading.Thread(target=work, args=(out, i), name=f'w{i}') for i in range(3)]
print([t.is_alive() for t in threads], threads[0].ident, threads[0].daemon)
for t in threads:
    t.start()
    t.join()
print(out, [t.is_alive() for t in threads], threads[0].ident is not None)
print(repr(threading.Thread(name='idle')))
print(repr(threading.Thread(target=print)).split('-')[0])
print(threading.main_thread() is threading.current_thread(), threading.main_thread().name, threading.active_count())
print([t.name for t in threading.enumerate()])

t = threading.Thread(target=lambda: None)
for action in (t.join, lambda: threading.current_thread().join()):
    try:
        action()
    except RuntimeError as error:
        print('RuntimeError:', error)
t.start()
t.join()
for action in (t.start, lambda: setattr(t, 'daemon', True)):
    try:
        action()
    except RuntimeError as error:
        print('RuntimeError:', error)

print(repr(t).split(', ')[1].split()[0])


class Mine(threading.Thread):
    def __init__(self, value):
        super().__init__(daemon=True)
        self.value = value

    def run(self):
        self.result = self.value * 2


m = Mine(21)
m.start()
m.join(5)
print(m.result, m.daemon)


class Lazy(threading.Thread):
    def __init__(self):
        pass


try:
    Lazy().start()
except RuntimeError as error:
    print('RuntimeError:', error)
slow = threading.Thread(target=time.sleep, args=(0.2,))
slow.start()
slow.join(0.01)
print(slow.is_alive())
slow.join()
print(slow.is_alive())
gate = threading.Event()
stuck = threading.Thread(target=gate.wait, daemon=True, name='stuck')
stuck.start()
print('stuck' in [t.name for t in threading.enumerate()], 'daemon' in repr(stuck))
gate.set()
stuck.join()
print(threading.active_count())
