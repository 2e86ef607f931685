"""Five philosophers who put a fork back when the other is taken."""
# test: heavy
import threading, time
class Philosopher(threading.Thread):
    def __init__(self,name,l,r,meals): super().__init__(name=name); self.l,self.r=l,r; self.meals=meals; self.eaten=0
    def run(self):
        while self.eaten<self.meals:
            with self.l:
                if self.r.acquire(timeout=0.01):
                    try: self.eaten+=1; time.sleep(0.0005)
                    finally: self.r.release()
forks=[threading.Lock() for _ in range(5)]
ps=[Philosopher(n,forks[i],forks[(i+1)%5],8) for i,n in enumerate(['Plato','Kant','Hume','Marx','Mill'])]
[p.start() for p in ps]; [p.join(10) for p in ps]
for p in ps: print(p.name,p.eaten,p.is_alive())
print([f.locked() for f in forks])
