"""Children that begin as new interpreters: their command line, what they are told, and how they make the main script's module."""

import os
import sys

from . import process

__all__ = ['_main', 'freeze_support', 'set_executable', 'get_executable', 'get_preparation_data', 'get_command_line', 'import_main_path']

_python_exe = sys.executable


def set_executable(exe):
    global _python_exe
    _python_exe = exe if exe is None else os.fsdecode(exe)


def get_executable():
    return _python_exe


def is_forking(argv):
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'


def freeze_support():
    """For frozen programs; nothing to do here."""


def get_command_line(**kwds):
    from subprocess import _args_from_interpreter_flags
    prog = 'from multiprocessing.spawn import spawn_main; spawn_main(%s)' % ', '.join('%s=%r' % item for item in kwds.items())
    return [_python_exe] + _args_from_interpreter_flags() + ['-c', prog, '--multiprocessing-fork']


def spawnv_passfds(path, args, passfds):
    """Start a program that inherits just these descriptors; its process id."""
    from _posixsubprocess import fork_exec
    errpipe_read, errpipe_write = os.pipe()
    try:
        keep = tuple(sorted({*map(int, passfds), errpipe_write}))
        return fork_exec(args, [os.fsencode(path)], True, keep, None, None, -1, -1, -1, -1, -1, -1, errpipe_read, errpipe_write, False, False, -1,
                         None, None, None, -1, None, True)
    finally:
        os.close(errpipe_read)
        os.close(errpipe_write)


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None):
    """What the command line of a started child calls: read what is to be done from the descriptor and do it."""
    assert is_forking(sys.argv), 'Not forking'
    if tracker_fd is not None:
        from . import resource_tracker
        resource_tracker._resource_tracker._fd = tracker_fd
    # The descriptor stays open in the child as its sentinel of the parent.
    parent_sentinel = os.dup(pipe_handle)
    sys.exit(_main(pipe_handle, parent_sentinel))


def _main(fd, parent_sentinel):
    from . import reduction
    with os.fdopen(fd, 'rb', closefd=True) as from_parent:
        process.current_process()._inheriting = True
        try:
            preparation_data = reduction.pickle.load(from_parent)
            prepare(preparation_data)
            self = reduction.pickle.load(from_parent)
        finally:
            del process.current_process()._inheriting
    return self._bootstrap(parent_sentinel)


def _check_not_importing_main():
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        ''')


def get_preparation_data(name):
    """What a new interpreter must know to unpickle its process object."""
    _check_not_importing_main()
    d = dict(log_to_stderr=False, authkey=process.current_process().authkey)
    from . import util
    d['log_to_stderr'] = util._log_to_stderr
    if util._logger is not None:
        d['log_level'] = util._logger.getEffectiveLevel()
    sys_path = sys.path.copy()
    try:
        i = sys_path.index('')
    except ValueError:
        pass
    else:
        sys_path[i] = process.ORIGINAL_DIR
    from . import context
    d.update(name=name, sys_path=sys_path, sys_argv=sys.argv, orig_dir=process.ORIGINAL_DIR, dir=os.getcwd(),
             start_method=context._default_context.get_start_method())
    main_module = sys.modules['__main__']
    main_path = getattr(main_module, '__file__', None)
    main_mod_name = getattr(getattr(main_module, '__spec__', None), 'name', None)
    if main_mod_name is not None:
        d['init_main_from_name'] = main_mod_name
    elif main_path is not None:
        if not os.path.isabs(main_path) and process.ORIGINAL_DIR is not None:
            main_path = os.path.join(process.ORIGINAL_DIR, main_path)
        d['init_main_from_path'] = os.path.normpath(main_path)
    return d


def prepare(data):
    """Become what the parent was when it started this process."""
    if 'name' in data:
        process.current_process().name = data['name']
    if 'authkey' in data:
        process.current_process().authkey = data['authkey']
    if data.get('log_to_stderr'):
        from . import util
        util.log_to_stderr()
    if 'log_level' in data:
        from . import util
        util.get_logger().setLevel(data['log_level'])
    if 'sys_path' in data:
        sys.path = data['sys_path']
    if 'sys_argv' in data:
        sys.argv = data['sys_argv']
    if 'dir' in data:
        os.chdir(data['dir'])
    if 'orig_dir' in data:
        process.ORIGINAL_DIR = data['orig_dir']
    if 'start_method' in data:
        from . import context
        context._force_start_method(data['start_method'])
    if 'init_main_from_name' in data:
        _import_main(data['init_main_from_name'])
    elif 'init_main_from_path' in data:
        _run_main(data['init_main_from_path'])


def _adopt(module):
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module


def _import_main(name):
    current = sys.modules['__main__']
    if name == '__main__' or name.endswith('.__main__') or getattr(getattr(current, '__spec__', None), 'name', None) == name:
        return
    import importlib.util
    path = importlib.util.find_spec(name).origin
    _run_main(path, name.rpartition('.')[0])


def _run_main(path, package=''):
    """Execute the main script as a module that is not called __main__."""
    current = sys.modules['__main__']
    if os.path.splitext(os.path.basename(path))[0] == 'ipython' or getattr(current, '__file__', None) == path:
        return
    import types
    module = types.ModuleType('__mp_main__')
    module.__file__ = path
    module.__package__ = package or None
    with open(path, 'rb') as f:
        code = compile(f.read(), path, 'exec')
    _adopt(module)
    exec(code, module.__dict__)


def import_main_path(main_path):
    """Run the parent's script in the child under the name __mp_main__ and let it stand for __main__."""
    _run_main(main_path)

