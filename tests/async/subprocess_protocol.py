# loop.subprocess_exec and _shell with a protocol: the callbacks and their order.
import asyncio
import os
import subprocess
import sys


class P(asyncio.SubprocessProtocol):
    def __init__(self, name):
        self.name = name
        self.gate = None        # the child goes on when it is closed
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "connection_made", type(transport).__name__, transport.get_pid() > 0, transport.get_returncode(), transport.is_closing())

    def pipe_data_received(self, fd, data):
        print(self.name, "pipe_data_received", fd, data)
        if self.gate is not None:
            os.close(self.gate)
            self.gate = None

    def pipe_connection_lost(self, fd, exc):
        print(self.name, "pipe_connection_lost", fd, exc)

    def process_exited(self):
        print(self.name, "process_exited", self.transport.get_returncode())

    def connection_lost(self, exc):
        print(self.name, "connection_lost", exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    behind, gate = os.pipe()
    transport, p = await loop.subprocess_exec(lambda: P("exec"), "sh", "-c", f"read go <&{behind}; echo out; read go <&{behind}; exit 3",
                                              stdin=None, stderr=None, pass_fds=[behind])
    os.close(behind)
    p.gate = gate
    os.write(gate, b"go\n")
    print(type(transport).__name__, transport.get_protocol() is p, transport.get_pipe_transport(0), type(transport.get_pipe_transport(1)).__name__)
    await p.done
    print(transport.get_returncode(), transport.is_closing())
    transport.close()
    print(transport.is_closing())

    transport, p = await loop.subprocess_shell(lambda: P("shell"), "cat; sleep 0.1; echo err >&2; sleep 0.1")
    pipe = transport.get_pipe_transport(0)
    pipe.write(b"input")
    await asyncio.sleep(0.05)
    pipe.close()
    await p.done
    transport.close()

    transport, p = await loop.subprocess_exec(lambda: P("kill"), "sleep", "30", stdout=None, stdin=None, stderr=None)
    transport.kill()
    await p.done
    try:
        transport.terminate()
    except ProcessLookupError:
        print("ProcessLookupError")
    transport.close()

    transport, p = await loop.subprocess_exec(lambda: P("close"), "sleep", "30", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    print(isinstance(transport.get_extra_info("subprocess"), subprocess.Popen), transport.get_extra_info("nothing", 5))
    transport.close()
    await p.done
    print(transport.get_returncode())

    transport, p = await loop.subprocess_exec(lambda: P("new"), "true", stdin=None, stdout=None, stderr=None)
    q = P("replaced")
    transport.set_protocol(q)
    q.transport = transport
    await q.done
    transport.close()


asyncio.run(main())
