# run is a builtin
#
# The first lesson needs no import: `run(coroutine)` is asyncio.run. A script that has a `run` of its own is not disturbed, as with every builtin.
try:
    run
except NameError as error:
    print(error)
else:
    async def main():
        return "ran"

    print(run(main()))
