# Accounts with a class hierarchy, properties and errors of their own.
class BankError(Exception):
    """Base of what can go wrong."""


class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        self.account = account
        self.wanted = wanted
        super().__init__(f"{account.owner} has {account.balance:.2f}, wanted {wanted:.2f}")


class Account:
    bank = "First Lesson Bank"
    count = 0

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = float(balance)
        self.history = [("open", self._balance)]
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        raise AttributeError("use deposit() or withdraw()")

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self._balance += amount
        self.history.append(("in", amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("out", amount))
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self._balance!r})"

    def __lt__(self, other):
        return self._balance < other._balance


class Savings(Account):
    def __init__(self, owner, balance=0.0, *, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        return self.deposit(self.balance * self.rate)


ann = Account("Ann", 100)
bob = Savings("Bob", 250, rate=0.1)
ann.deposit(50).withdraw(30.5)
bob.add_interest()
print(ann, bob, Account.count, Savings.bank)
print(min(ann, bob), sorted([bob, ann]))
for action in (lambda: ann.withdraw(1000), lambda: ann.deposit(-1), lambda: setattr(ann, "balance", 3), lambda: ann.nothing):
    try:
        action()
    except InsufficientFunds as error:
        print("funds:", error, error.wanted, error.account is ann)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__ + ":", error)
    else:
        print("fine")
    finally:
        print("  balance", ann.balance)
for kind, amount in ann.history:
    print(f"{kind:<5}|{amount:>10,.2f}|")
print(issubclass(InsufficientFunds, BankError), InsufficientFunds.__mro__[1].__doc__)
print([cls.__name__ for cls in Savings.__mro__], vars(bob))
