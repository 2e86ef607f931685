"""Tools for the with statement: managers from generators, stacks of managers, and small ready-made ones.

Each manager here that can be async has a sync twin with the same rules; what they share is written once.
"""
import abc
import sys
from _collections_abc import _check_methods
from functools import wraps

GenericAlias = type(list[int])
MethodType = type(abc.ABC.register)

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack",
           "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]


class AbstractContextManager(abc.ABC):
    """What has __enter__ and __exit__."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        """Give self to the with statement."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Let any exception go on."""
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _check_methods(other, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    """What has __aenter__ and __aexit__."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        """Give self to the async with statement."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Let any exception go on."""
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _check_methods(other, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    "Base that lets a context manager also decorate functions."

    def _recreate_cm(self):
        # One-shot managers give a new one per call.
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    "Base that lets an async context manager also decorate coroutine functions."

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# ---- managers from generators

class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        # Instances show the function's own text to help().
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _same_failure(exc, value, traceback, stops):
    # After throw(value) the generator let `exc` out. True when that is just value again (perhaps as the
    # RuntimeError a stop exception turns into), so that the with statement goes on with the original.
    if exc is value:
        exc.__traceback__ = traceback
        return True
    if isinstance(exc, RuntimeError) and isinstance(value, stops) and exc.__cause__ is value:
        value.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """The context manager that a generator function with @contextmanager gives."""

    def __enter__(self):
        del self.args, self.kwds, self.func     # only needed to make it again
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            # a StopIteration that the body raised itself is not swallowed
            return exc is not value
        except BaseException as exc:
            if _same_failure(exc, value, traceback, StopIteration):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """The context manager that an async generator function with @asynccontextmanager gives."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if _same_failure(exc, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Decorator: a generator function that yields once becomes a context manager.

    What comes before the yield is the entry, the value yielded goes to `as`, what comes after is the exit; an
    exception of the block is raised at the yield.
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Decorator: an async generator function that yields once becomes an async context manager."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# ---- small managers

class closing(AbstractContextManager):
    """Calls thing.close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    # Re-entrant: the streams found at each entry are kept on a stack.
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is printed to another file object for the block."""

    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """Sends sys.stderr to another file object for the block."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly at the given exceptions; of a group, the other ones go on."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        left = excinst.split(self._exceptions)[1]
        if left is not None:
            raise left
        return True


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing; gives `enter_result` to `as`."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Changes the working directory for the block. The directory is the process's, not the task's."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


# ---- stacks

class _BaseExitStack:
    """What ExitStack and AsyncExitStack have in common: a list of (is_sync, callback)."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Move all callbacks to a new stack, which is returned."""
        new = type(self)()
        new._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return new

    def push(self, exit):
        """Add a manager's __exit__, or a function with its parameters; returns the argument."""
        method = getattr(type(exit), '__exit__', None)
        self._push(True, exit if method is None else MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enter a context manager, add its exit, return what it gives."""
        enter, leave = _methods_of(cm, '__enter__', '__exit__', 'the context manager protocol')
        result = enter(cm)
        self._push(True, MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Add a plain function call; returns the function. It cannot swallow exceptions."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(True, _exit_wrapper)
        return callback

    def _push(self, is_sync, callback):
        self._exit_callbacks.append((is_sync, callback))


def _methods_of(cm, enter, leave, protocol):
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f"not support {protocol}") from None


class _Unwinding:
    # The state of a stack being left. `exc` is the exception on the way, or None.
    def __init__(self, exc):
        self.received = self.exc = exc
        self.outer = sys.exception()
        self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallowed(self):
        self.exc = None
        self.raised = False

    def replaced(self, new):
        # A callback raised. As in nested with statements, the exception it met becomes the context at the
        # chain's end, in place of the one that was being handled around the stack.
        met = self.exc
        link = new
        while True:
            context = link.__context__
            if context is None or context is met:
                break
            if context is self.outer:
                link.__context__ = met
                break
            link = context
        self.exc = new
        self.raised = True


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A manager of managers: those entered through it are left in reverse order at its end."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*state.details()):
                    state.swallowed()
            except BaseException as new:
                state.replaced(new)
        if state.raised:
            context = state.exc.__context__
            try:
                raise state.exc
            except BaseException:
                state.exc.__context__ = context     # raising has set it anew
                raise
        return state.received is not None and state.exc is None

    def close(self):
        """Leave everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack for async managers too."""

    async def enter_async_context(self, cm):
        """Enter an async context manager, add its exit, return what it gives."""
        enter, leave = _methods_of(cm, '__aenter__', '__aexit__', 'the asynchronous context manager protocol')
        result = await enter(cm)
        self._push(False, MethodType(leave, cm))
        return result

    def push_async_exit(self, exit):
        """Add an async manager's __aexit__, or a coroutine function with its parameters."""
        method = getattr(type(exit), '__aexit__', None)
        self._push(False, exit if method is None else MethodType(method, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Add a plain coroutine function call; returns the function."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._push(False, _exit_wrapper)
        return callback

    async def aclose(self):
        """Leave everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        state = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*state.details())
                if not is_sync:
                    answer = await answer
                if answer:
                    state.swallowed()
            except BaseException as new:
                state.replaced(new)
        if state.raised:
            context = state.exc.__context__
            try:
                raise state.exc
            except BaseException:
                state.exc.__context__ = context     # raising has set it anew
                raise
        return state.received is not None and state.exc is None
