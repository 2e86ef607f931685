# reprs of handles.
import asyncio


def callback(*args):
    pass


class C:
    def method(self):
        pass


def show(handle):
    text = repr(handle).replace(__file__, 'FILE')
    if 'when=' in text:
        before, after = text.split('when=')
        text = before + 'when=T ' + after.split(' ', 1)[1] if ' ' in after else before + 'when=T>'
    print(text)


async def main():
    loop = asyncio.get_running_loop()
    show(loop.call_soon(callback, 1, 'two'))
    show(loop.call_soon(C().method))
    show(loop.call_soon(lambda: None))
    show(loop.call_soon(print, 1))
    timer = loop.call_later(5, callback)
    show(timer)
    timer.cancel()
    show(timer)
    soon = loop.call_soon(callback)
    soon.cancel()
    show(soon)
    await asyncio.sleep(0)

import io
import sys
real, sys.stdout = sys.stdout, io.StringIO()
asyncio.run(main())
text, sys.stdout = sys.stdout.getvalue(), real
print(text.replace('\n1\n', '\n').rstrip())
