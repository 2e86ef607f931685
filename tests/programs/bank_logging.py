import logging, sys, io
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)-8s %(name)s %(funcName)s:%(lineno)d %(message)s")
log = logging.getLogger("bank"); child = logging.getLogger("bank.acct")
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        self.need, self.have = need, have
        super().__init__(f"need {need}, have {have}")
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self._bal = owner, balance
        self.id, Account._next = Account._next, Account._next + 1
        self.history = []
        child.info("created %s for %r with %.2f", self.id, owner, balance)
    @property
    def balance(self): return self._bal
    def deposit(self, amt):
        if amt <= 0: raise ValueError("Deposit must be positive")
        self._bal += amt; self.history.append(("dep", amt))
    def withdraw(self, amt):
        if amt > self._bal: raise InsufficientFunds(amt, self._bal)
        self._bal -= amt; self.history.append(("wd", amt))
    @classmethod
    def from_string(cls, s): o, b = s.split(":"); return cls(o, float(b))
    def __repr__(self): return f"{self.__class__.__name__}({self.owner!r}, {self._bal:.2f})"
    def __iadd__(self, amt): self.deposit(amt); return self
    def __lt__(self, o): return self._bal < o._bal
class Savings(Account):
    def __init__(self, *a, rate=.02, **k): super().__init__(*a, **k); self.rate = rate
    def add_interest(self): self.deposit(self._bal * self.rate)
a, b = Account("Ann", 100), Savings.from_string("Bob:50.5")
a += 50; b.add_interest(); print(a, b, a < b, min(a, b), sorted([a, b]), a.history, b.rate)
for f in (lambda: a.withdraw(1000), lambda: a.deposit(-5), lambda: setattr(a, "balance", 3), lambda: Account.from_string("zzz"), lambda: Account(), lambda: a < 3):
    try: f()
    except InsufficientFunds as e: log.warning("short: %s (%d)", e, e.need - e.have)
    except (ValueError, AttributeError, TypeError) as e: log.error("%s: %s", type(e).__name__, e)
try: 1 / 0
except ZeroDivisionError: log.exception("oops")
log.debug("dict %(a)s", {"a": 1}); log.critical("multi\nline"); log.log(35, "custom"); log.info("bad %d", "x") if 0 else None
h = logging.StreamHandler(io.StringIO()); h.setFormatter(logging.Formatter("{levelname}:{message}", style="{")); child.addHandler(h); child.propagate = False; child.warning("x"); print(h.stream.getvalue(), end="")
print(log.isEnabledFor(10), log.getEffectiveLevel(), child.parent is log, logging.getLevelName(20), log.handlers, log)
