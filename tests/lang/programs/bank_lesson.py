# A beginner's program: menu of operations, validation, receipts, and a report.
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:.2f} but only {have:.2f} available")
        self.need, self.have = need, have

class Account:
    count = 0

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []
        Account.count += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"{self.owner}'s account: {self.balance:,.2f}"

accounts = {name: Account(name, start) for name, start in [("Ann", 100), ("Bob", 50.5)]}
commands = """deposit Ann 50
withdraw Bob 20.25
withdraw Bob 1000
deposit Ann -5
deposit Cid 1
fly Ann 3
withdraw Ann lots
transfer Ann Bob 75.5
"""
for line in commands.splitlines():
    command, *rest = line.split()
    try:
        match command, rest:
            case "deposit" | "withdraw", [name, amount]:
                getattr(accounts[name], command)(float(amount))
            case "transfer", [src, dst, amount]:
                accounts[src].withdraw(float(amount))
                accounts[dst].deposit(float(amount))
            case _:
                raise LookupError(f"unknown command {command!r}")
    except InsufficientFunds as e:
        print(f"{line}: refused, {e} (short by {e.need - e.have:.2f})")
    except KeyError as e:
        print(f"{line}: no account {e}")
    except (ValueError, LookupError) as e:
        print(f"{line}: {type(e).__name__}: {e}")
    else:
        print(f"{line}: ok")
print("-" * 30)
for account in sorted(accounts.values(), key=lambda a: a.balance, reverse=True):
    print(account)
    for number, (kind, amount) in enumerate(account.history, start=1):
        print(f"  {number}. {kind:<10}{amount:>10.2f}")
total = sum(a.balance for a in accounts.values())
print(f"{Account.count} accounts, total {total:.2f}, average {total / Account.count:.3f}")
