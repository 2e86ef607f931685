# Cancelling what is shielded cancels the shield.
import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    shielded = asyncio.shield(task)
    await asyncio.sleep(0)
    task.cancel('inner')
    try:
        await shielded
    except asyncio.CancelledError as exc:
        print('shield cancelled', exc.args)
    print(shielded.cancelled(), task.cancelled())
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)

asyncio.run(main())
