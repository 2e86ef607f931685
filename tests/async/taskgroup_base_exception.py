# SystemExit of a child comes out of the group as it is.
import asyncio


async def leaves():
    await asyncio.sleep(0)
    raise SystemExit(3)


async def sibling():
    try:
        await asyncio.sleep(10)
    finally:
        print('sibling ends')


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling())
            group.create_task(leaves())
    except SystemExit as exc:
        print('main saw', repr(exc))

try:
    asyncio.run(main())
except SystemExit as exc:
    print('outside', exc.code)
