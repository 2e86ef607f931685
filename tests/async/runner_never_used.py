# A Runner that never ran anything makes no loop until asked.
import asyncio

runner = asyncio.Runner()
runner.close()
with runner:
    print('still usable', type(runner.get_loop()).__name__)
