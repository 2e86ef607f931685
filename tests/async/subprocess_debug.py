# What debug mode logs; the order of what the child and its pipes do is left open.  # test: heavy
import asyncio
import logging
import re
import sys
from asyncio.subprocess import PIPE


lines = []


class Handler(logging.Handler):
    def emit(self, record):
        text = record.getMessage()
        if "Executing" in text or "close stdout" in text or "selector" in text.lower():
            return
        text = re.sub(r"pid=\d+|pid: \d+|pid \d+|<Process \d+>", "PID", text)
        text = re.sub(r"fd=\d+|pipe \d+", "FD", text)
        lines.append(record.levelname + ' ' + re.sub(r"<_Unix(Read|Write)PipeTransport [^>]*>", r"<\1>", text).replace("process 0", "process N"))


log = logging.getLogger("asyncio")
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(Handler())


async def main():
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(await p.communicate(b"x"))
    p = await asyncio.create_subprocess_shell("exit 3", stderr=asyncio.subprocess.DEVNULL)
    print(await p.wait())
    transport, _ = await asyncio.get_running_loop().subprocess_exec(asyncio.SubprocessProtocol, "sleep", "30", stdin=None, stdout=None, stderr=None)
    transport.close()
    await transport._wait()


asyncio.run(main(), debug=True)
print('\n'.join(sorted(lines)))
