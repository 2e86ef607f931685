# A running loop refuses to run again, to run another, and to close.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for call in (loop.run_forever, other.run_forever, loop.close):
        try:
            call()
        except RuntimeError as exc:
            print(exc)
    print(loop.is_running(), other.is_running())
    other.close()

asyncio.run(main())
