async def main():
    await step()
async def step():
    raise ValueError("inside coroutine")
main().send(None)
