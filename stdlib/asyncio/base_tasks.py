"""Stacks of tasks, for Task.get_stack and Task.print_stack. Native code imports this when they are called."""

def _cut(frames, limit):
    return frames if limit is None else frames[:max(limit, 0)]


def _task_get_stack(task, limit):
    """Frames of a suspended task, or of the traceback of one that failed, oldest first."""
    coro = task._coro
    for attribute in ('cr_frame', 'gi_frame', 'ag_frame'):
        if hasattr(coro, attribute):
            frame = getattr(coro, attribute)
            break
    else:
        frame = None
    frames = []
    if frame is not None:
        while frame is not None:
            frames.append(frame)
            frame = frame.f_back
        frames = _cut(frames, limit)
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None:
            frames.append(tb.tb_frame)
            tb = tb.tb_next
        frames = _cut(frames, limit)
    return frames


def _task_print_stack(task, limit, file):
    import linecache
    import traceback
    lines = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        linecache.checkcache(code.co_filename)
        text = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
        lines.append((code.co_filename, frame.f_lineno, code.co_name, text))
    exc = task._exception
    if not lines:
        print(f'No stack for {task!r}', file=file)
    elif exc is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(lines, file=file)
    if exc is not None:
        for line in traceback.format_exception_only(exc):
            print(line, file=file, end='')
