class ACM:
    async def __aenter__(self): return self
    async def __aexit__(self, t, v, tb): raise RuntimeError("aexit failed")
async def main():
    async with ACM():
        raise ValueError("in body")
main().send(None)
