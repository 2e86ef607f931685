# The public names and their signatures.
import asyncio
import asyncio.subprocess
import inspect

print(asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT, asyncio.subprocess.DEVNULL, asyncio.subprocess.__all__)
print(asyncio.subprocess.Process, asyncio.subprocess.SubprocessStreamProtocol)
print(inspect.signature(asyncio.create_subprocess_exec))
print(inspect.signature(asyncio.create_subprocess_shell))
for name in ("wait", "communicate", "send_signal", "terminate", "kill"):
    print(name, inspect.signature(getattr(asyncio.subprocess.Process, name)))
print(asyncio.SubprocessProtocol.__mro__, asyncio.SubprocessTransport.__mro__)
for name in ("get_pid", "get_returncode", "get_pipe_transport", "send_signal", "terminate", "kill"):
    try:
        getattr(asyncio.SubprocessTransport(), name)(*([1] if name in ("get_pipe_transport", "send_signal") else []))
    except NotImplementedError:
        print(name)
