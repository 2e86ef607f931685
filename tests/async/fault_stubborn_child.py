# Children that ignore SIGTERM, and children that never read: waiting ends in time, kill() ends them, and nothing is left of the pipes.
import asyncio
import subprocess
import _net

STUBBORN = 'sh', '-c', 'trap "" TERM; echo ready; exec sleep 60'
PIPE = asyncio.subprocess.PIPE


async def stubborn():
    process = await asyncio.create_subprocess_exec(*STUBBORN, stdout=PIPE)
    print(await process.stdout.readline())
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), 0.05)
    except TimeoutError as exc:
        print(repr(exc), process.returncode)
    try:
        async with asyncio.timeout(0.05):
            await process.communicate()
    except TimeoutError as exc:
        print(repr(exc), process.returncode)
    process.kill()
    print(await process.wait(), process.returncode, await process.stdout.read())
    for signal in process.terminate, process.kill, lambda: process.send_signal(0):
        try:
            signal()
        except ProcessLookupError as exc:
            print(repr(exc))


async def deaf():
    process = await asyncio.create_subprocess_exec('sleep', '60', stdin=PIPE)
    process.stdin.write(bytes(1_000_000))
    try:
        await asyncio.wait_for(process.stdin.drain(), 0.05)
    except TimeoutError:
        print('full', process.stdin.transport.get_write_buffer_size() > 500_000)
    process.kill()
    print(await process.wait())
    for step in process.stdin.drain, process.stdin.wait_closed:
        try:
            await step()
        except ConnectionError:
            print('nobody reads')
    process = await asyncio.create_subprocess_exec('true', stdin=PIPE, stdout=PIPE)
    print(await process.communicate(bytes(1_000_000)), process.returncode)


async def main():
    await stubborn()
    await deaf()

# What watching children opens once stays open.
asyncio.run(stubborn())
_net.run(main)

with subprocess.Popen(STUBBORN, stdout=subprocess.PIPE) as process:
    print(process.stdout.readline())
    process.terminate()
    for wait in process.wait, process.communicate:
        try:
            wait(timeout=0.05)
        except subprocess.TimeoutExpired as exc:
            print(type(exc).__name__, exc.timeout, process.poll())
    process.kill()
    print(process.wait(), process.terminate(), process.kill())
try:
    subprocess.run(['sleep', '60'], input=bytes(1_000_000), timeout=0.05)
except subprocess.TimeoutExpired as exc:
    print(exc)
print(subprocess.run(['true'], input=bytes(1_000_000)))
