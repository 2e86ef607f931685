# Accounts with and without locks.
import asyncio
import random


class InsufficientFunds(Exception):
    def __init__(self, account, need):
        super().__init__(f"{account.name} has {account.balance}, needs {need}")


class Account:
    def __init__(self, name, balance):
        self.name, self.balance = name, balance
        self.lock = asyncio.Lock()

    def __repr__(self):
        return f"<{self.name}: {self.balance}>"


async def unsafe_transfer(a, b, amount):
    balance = a.balance
    await asyncio.sleep(0)
    a.balance = balance - amount
    balance = b.balance
    await asyncio.sleep(0)
    b.balance = balance + amount


async def transfer(a, b, amount):
    first, second = sorted((a, b), key=lambda acc: acc.name)
    async with first.lock, second.lock:
        if a.balance < amount:
            raise InsufficientFunds(a, amount)
        await unsafe_transfer(a, b, amount)


async def main():
    a, b = Account("ann", 100), Account("bob", 100)
    await asyncio.gather(*(unsafe_transfer(a, b, 10) for _ in range(5)))
    print("unsafe:", a, b, a.balance + b.balance)
    a, b = Account("ann", 100), Account("bob", 100)
    await asyncio.gather(*(transfer(a, b, 10) for _ in range(5)), *(transfer(b, a, 5) for _ in range(5)))
    print("safe:", a, b, a.balance + b.balance)
    res = await asyncio.gather(*(transfer(a, b, 40) for _ in range(3)), return_exceptions=True)
    print(res)
    print(a.lock, [str(r) for r in res if r])


asyncio.run(main())
