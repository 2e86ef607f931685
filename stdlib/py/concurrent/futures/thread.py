"""ThreadPoolExecutor: calls run by threads that take them from a queue."""

import itertools
import os
import queue
import threading
import types
import weakref

from concurrent.futures import _base

_threads_queues = weakref.WeakKeyDictionary()
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    """The program ends: let the workers finish what they have and wait for them."""
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    pairs = list(_threads_queues.items())
    for _, work in pairs:
        work.put(None)
    for worker, _ in pairs:
        worker.join()


threading._register_atexit(_python_exit)

if hasattr(os, 'register_at_fork'):
    os.register_at_fork(before=_global_shutdown_lock.acquire, after_in_child=_global_shutdown_lock._at_fork_reinit,
                        after_in_parent=_global_shutdown_lock.release)


class _WorkItem:

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the exception's traceback must not lead back to the item
        else:
            self.future.set_result(result)

    __class_getitem__ = classmethod(types.GenericAlias)


def _worker(executor_reference, work_queue, initializer, initargs):
    if initializer is not None and not _initialize(executor_reference, initializer, initargs):
        return
    try:
        while True:
            item = _take(executor_reference, work_queue)
            if item is not None:
                item.run()
                del item
                continue
            executor = executor_reference()
            if _shutdown or executor is None or executor._shutdown:
                break
            del executor
        if executor is not None:
            executor._shutdown = True
        work_queue.put(None)  # for the next one
    except BaseException:
        _base.LOGGER.critical('Exception in worker', exc_info=True)


def _initialize(executor_reference, initializer, initargs):
    """Call the initializer in a new worker: whether it may take work."""
    try:
        initializer(*initargs)
    except BaseException:
        _base.LOGGER.critical('Exception in initializer:', exc_info=True)
        executor = executor_reference()
        if executor is not None:
            executor._initializer_failed()
        return False
    return True


def _take(executor_reference, work_queue):
    """The next piece of work. A worker that has to wait for it is idle, and does not keep the executor alive."""
    try:
        return work_queue.get_nowait()
    except queue.Empty:
        pass
    executor = executor_reference()
    if executor is not None:
        executor._idle_semaphore.release()
    del executor
    return work_queue.get(block=True)


class BrokenThreadPool(_base.BrokenExecutor):
    """A worker's initializer failed."""


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in up to max_workers threads, which are started as they are needed."""

    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{self._counter()}'
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        work_queue = self._work_queue

        def wake(_):
            work_queue.put(None)

        count = len(self._threads)
        if count < self._max_workers:
            name = f'{self._thread_name_prefix or self}_{count}'
            thread = threading.Thread(name=name, target=_worker,
                                      args=(weakref.ref(self, wake), work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads.add(thread)
            _threads_queues[thread] = work_queue

    def _drain(self):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                yield item

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for item in self._drain():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._drain():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
