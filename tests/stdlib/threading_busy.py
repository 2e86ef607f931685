"""Busy threads share the interpreter; sys.setswitchinterval."""
import sys
import threading
import time

print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)
stop = False
counts = [0, 0, 0]


def spin(i):
    while not stop:
        counts[i] += 1


threads = [threading.Thread(target=spin, args=(i,)) for i in range(3)]
for t in threads:
    t.start()
end = time.monotonic() + 5
while min(counts) < 100 and time.monotonic() < end:
    time.sleep(0.005)
stop = True
for t in threads:
    t.join()
print(min(counts) >= 100)
results = {}


def primes(n):
    results[n] = [p for p in range(2, n) if all(p % d for d in range(2, int(p ** 0.5) + 1))]


threads = [threading.Thread(target=primes, args=(n,)) for n in (500, 1000, 1500)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print({n: (len(results[n]), results[n][-1]) for n in sorted(results)})
strings = []
threads = [threading.Thread(target=lambda k=k: strings.append(sum(len(str(i) * k) for i in range(3000)))) for k in range(1, 5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(strings))
