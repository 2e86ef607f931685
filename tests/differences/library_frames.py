# The library's own frames have other names and no source lines
#
# The standard library is compiled into the program, so its frames appear as those of CPython's frozen modules do: `<frozen asyncio.tasks>` in place of a path, without the text of the line. Its inner
# functions and line numbers are its own. In debug mode, `created at` names the script's line where CPython names the line of its library that made the object.
import asyncio
import re


async def main():
    asyncio.get_running_loop().slow_callback_duration = 1000
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(1)
    except TimeoutError as error:
        frame = error.__cause__.__traceback__
        while frame.tb_next:
            frame = frame.tb_next
        print(re.sub(r'/.*/lib', '/.../lib', frame.tb_frame.f_code.co_filename))
    print(re.sub(r' \S*/', ' ', repr(asyncio.get_running_loop().create_future())))


asyncio.run(main(), debug=True)
