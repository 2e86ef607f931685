"""Transfers between accounts with ordered locks; a counter; a singleton."""
# test: heavy
import threading, sys
sys.setswitchinterval(1e-6)
class Account:
    def __init__(self,b): self.balance=b; self.lock=threading.RLock()
    def withdraw(self,n):
        with self.lock:
            if self.balance<n: raise ValueError(f'insufficient funds: {self.balance} < {n}')
            self.balance-=n
    def deposit(self,n):
        with self.lock: self.balance+=n
def transfer(a,b,n):
    first,second=sorted((a,b),key=id)
    with first.lock, second.lock:
        a.withdraw(n); b.deposit(n)
accts=[Account(100) for _ in range(5)]
errs=[0]; el=threading.Lock()
def work(k):
    for i in range(200):
        try: transfer(accts[(i+k)%5],accts[(i*3+k)%5],(i*7)%50)
        except ValueError:
            with el: errs[0]+=1
ts=[threading.Thread(target=work,args=(k,)) for k in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sum(a.balance for a in accts), all(a.balance>=0 for a in accts))
c=0
lk=threading.Lock()
def inc():
    global c
    for _ in range(2000):
        with lk: c+=1
ts=[threading.Thread(target=inc) for _ in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]; print(c)
class Singleton:
    _i=None; _l=threading.Lock()
    def __new__(cls):
        if cls._i is None:
            with cls._l:
                if cls._i is None: cls._i=super().__new__(cls)
        return cls._i
ids=set(); 
ts=[threading.Thread(target=lambda: ids.add(id(Singleton()))) for _ in range(20)]
[t.start() for t in ts]; [t.join() for t in ts]; print(len(ids))
