# Warnings as data: one per forgotten coroutine, none for a closed one.
import asyncio
import gc
import warnings


async def forgotten():
    pass


def forget():
    forgotten()
    forgotten().close()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    forget()
    gc.collect()
print([(w.category.__name__, str(w.message)) for w in caught])
