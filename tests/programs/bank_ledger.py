"""A bank with accounts, a ledger, interest and errors of its own."""
from __future__ import annotations
import functools, itertools, logging, sys
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field, replace, asdict, astuple, fields
from datetime import date, datetime, timedelta
from decimal import Decimal, ROUND_HALF_EVEN, getcontext, InvalidOperation
from enum import Enum, auto, Flag, IntEnum, StrEnum, unique
from typing import ClassVar, Iterator, NamedTuple

logging.basicConfig(format='%(levelname)s:%(name)s:%(message)s', level=logging.INFO, stream=sys.stdout)
log = logging.getLogger('bank')

class Kind(StrEnum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    TRANSFER = 'xfer'

class Rights(Flag):
    READ = auto(); WRITE = auto(); ADMIN = READ | WRITE | 8

class BankError(Exception):
    """Base of what goes wrong."""

class InsufficientFunds(BankError):
    def __init__(self, need: Decimal, have: Decimal):
        super().__init__(f'need {need}, have {have}')
        self.need, self.have = need, have
    def __reduce__(self): return type(self), (self.need, self.have)

@dataclass(frozen=True, order=True, slots=True)
class Entry:
    when: date
    kind: Kind = field(compare=False)
    amount: Decimal
    memo: str = field(default='', repr=False, compare=False)

class Account(ABC):
    _numbers: ClassVar[Iterator[int]] = itertools.count(1000)
    def __init__(self, owner: str, opening: str | Decimal = '0'):
        self.number = next(self._numbers)
        self.owner = owner
        self.entries: list[Entry] = []
        if Decimal(opening): self.deposit(opening, memo='opening')
    @property
    def balance(self) -> Decimal:
        return sum((e.amount for e in self.entries), Decimal(0))
    def deposit(self, amount, *, memo='', when=date(2024, 1, 31)):
        amount = Decimal(amount)
        if amount <= 0: raise ValueError(f'amount must be positive: {amount!r}')
        self.entries.append(Entry(when, Kind.DEPOSIT, amount, memo))
        return self
    def withdraw(self, amount, *, memo='', when=date(2024, 2, 29)):
        amount = Decimal(amount)
        if amount > self.available(): raise InsufficientFunds(amount, self.available())
        self.entries.append(Entry(when, Kind.WITHDRAWAL, -amount, memo))
        return self
    @abstractmethod
    def available(self) -> Decimal: ...
    def __repr__(self): return f'<{type(self).__name__} #{self.number} {self.owner!r} {self.balance:,.2f}>'
    def __format__(self, spec):
        return f'{self.owner}: {self.balance:{spec}}' if spec else str(self)

class Checking(Account):
    limit = Decimal('500')
    def available(self): return self.balance + self.limit

class Savings(Account):
    rate = Decimal('0.0175')
    def available(self): return self.balance
    def accrue(self, days=90):
        gain = (self.balance * self.rate * days / 365).quantize(Decimal('.01'), ROUND_HALF_EVEN)
        return self.deposit(gain, memo=f'{days} days')

class Bank:
    def __init__(self): self.accounts: dict[int, Account] = {}
    def open(self, cls, *a, **k):
        account = cls(*a, **k); self.accounts[account.number] = account
        log.info('opened %r', account); return account
    def transfer(self, a, b, amount):
        try:
            a.withdraw(amount, memo=Kind.TRANSFER)
        except InsufficientFunds as e:
            e.add_note(f'while moving {amount} from {a.number} to {b.number}')
            raise BankError('transfer failed') from e
        b.deposit(amount, memo=Kind.TRANSFER)
    def __iter__(self): return iter(self.accounts.values())
    def __contains__(self, n): return n in self.accounts
    def __len__(self): return len(self.accounts)

bank = Bank()
ann = bank.open(Checking, 'Ann', '120.50'); bob = bank.open(Savings, 'Bob', opening=Decimal(1000))
bank.transfer(bob, ann, '250.25'); bob.accrue()
print(ann, bob, f'{ann:>12.3f}|{bob:,}', 1000 in bank, len(bank), sorted(bank, key=lambda a: a.balance))
for amount in ('10000', '-5', 'abc', '0'):
    try: bank.transfer(ann, bob, amount)
    except BankError as e: print(type(e).__name__, e, '<-', repr(e.__cause__), e.__cause__.__notes__)
    except (ValueError, InvalidOperation) as e: print(type(e).__name__, e)
try: Account('x')
except TypeError as e: print(e)
e = ann.entries[0]
try: e.amount = 3
except Exception as x: print(type(x).__name__, x)
print(e, replace(e, amount=Decimal(1)) < e, asdict(e), [f.name for f in fields(e)], hash(e) == hash(replace(e)))
print(Kind('xfer'), repr(Kind.DEPOSIT), f'{Kind.TRANSFER:>8}', list(Kind), Rights.ADMIN, Rights(3), Rights.READ in Rights.ADMIN, ~Rights.READ)
by_month = defaultdict(Decimal)
for account in bank:
    for entry in account.entries: by_month[entry.when.strftime('%b %Y')] += entry.amount
print(dict(by_month))
try: Kind('nope')
except ValueError as x: print(x)
bank.transfer(ann, bob, '1e6')
