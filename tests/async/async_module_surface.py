# Names, modules and relations of the public classes.
import asyncio

for name in ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'Queue', 'PriorityQueue', 'LifoQueue',
             'QueueEmpty', 'QueueFull', 'TaskGroup', 'Timeout', 'Runner', 'Handle', 'TimerHandle', 'AbstractEventLoop',
             'CancelledError', 'InvalidStateError', 'BrokenBarrierError', 'IncompleteReadError', 'LimitOverrunError'):
    cls = getattr(asyncio, name)
    print(cls.__module__, cls.__qualname__, cls.__mro__[1].__name__)
for name in ('run', 'sleep', 'gather', 'wait', 'wait_for', 'shield', 'as_completed', 'create_task', 'ensure_future', 'timeout',
             'timeout_at', 'new_event_loop', 'to_thread', 'iscoroutine', 'wrap_future'):
    f = getattr(asyncio, name)
    print(f.__module__, f.__qualname__, name in asyncio.__all__)
print(asyncio.Task.__name__, asyncio.Task.__mro__[1].__name__, asyncio.FIRST_COMPLETED, asyncio.ALL_COMPLETED)
print(issubclass(asyncio.InvalidStateError, Exception), asyncio.TimeoutError is TimeoutError)
print(repr(asyncio.IncompleteReadError(b'ab', 5)), asyncio.IncompleteReadError(b'ab', None))
