# A circuit breaker as an asynchronous context manager.
import asyncio
import enum


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold, recovery):
        self.threshold, self.recovery = threshold, recovery
        self.failures = 0
        self.opened_at = None

    @property
    def state(self):
        if self.opened_at is None:
            return State.CLOSED
        if asyncio.get_running_loop().time() - self.opened_at >= self.recovery:
            return State.HALF_OPEN
        return State.OPEN

    async def __aenter__(self):
        if self.state is State.OPEN:
            raise CircuitOpen(f"open after {self.failures} failures")
        return self

    async def __aexit__(self, et, exc, tb):
        if et is None:
            self.failures, self.opened_at = 0, None
        elif issubclass(et, Exception):
            self.failures += 1
            if self.failures >= self.threshold:
                self.opened_at = asyncio.get_running_loop().time()
        return False


async def main():
    breaker = CircuitBreaker(2, 0.05)

    async def call(ok):
        async with breaker:
            await asyncio.sleep(0)
            if not ok:
                raise ConnectionError("no route")
            return "ok"

    for ok in (True, False, False, True, True):
        try:
            print(await call(ok), breaker.state)
        except (ConnectionError, CircuitOpen) as e:
            print(type(e).__name__, e, breaker.state)
    await asyncio.sleep(0.06)
    print(breaker.state.value, await call(True), breaker.state.name)


asyncio.run(main())
