"""Debugger basics"""

import fnmatch
import os
import sys
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

__all__ = ["BdbQuit", "Bdb", "Breakpoint"]

GENERATOR_AND_COROUTINE_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR


class BdbQuit(Exception):
    """Unwinds the debugged program when the user quits."""


class Bdb:
    """What every debugger needs: breakpoints, stepping, and the dispatch of trace events.

    It keeps breakpoints and decides at each event of the trace function whether the user is to be asked. A derived class
    overrides user_call, user_line, user_return and user_exception, and calls one of the set_... methods to go on.
    Modules whose names match one of the patterns in `skip` are not stopped in.
    """

    def __init__(self, skip=None):
        self.skip = set(skip) if skip else None
        self.breaks = {}
        self.fncache = {}
        self.frame_returning = None
        self._load_breaks()

    def canonic(self, filename):
        """The one spelling of a file's name: absolute and normalized; "<...>" stays as it is."""
        if filename == "<" + filename[1:-1] + ">":
            return filename
        canonic = self.fncache.get(filename)
        if not canonic:
            canonic = os.path.normcase(os.path.abspath(filename))
            self.fncache[filename] = canonic
        return canonic

    def reset(self):
        """Forget where the last session was to stop."""
        import linecache
        linecache.checkcache()
        self.botframe = None
        self._set_stopinfo(None, None)

    # ---- the trace function ----

    def trace_dispatch(self, frame, event, arg):
        """Call the method that is responsible for the event; return the trace function for what follows in the frame."""
        if self.quitting:
            return None
        if event == 'line':
            return self.dispatch_line(frame)
        if event == 'call':
            return self.dispatch_call(frame, arg)
        if event == 'return':
            return self.dispatch_return(frame, arg)
        if event == 'exception':
            return self.dispatch_exception(frame, arg)
        if event in ('c_call', 'c_exception', 'c_return'):
            return self.trace_dispatch
        print('bdb.Bdb.dispatch: unknown debugging event:', repr(event))
        return self.trace_dispatch

    def dispatch_line(self, frame):
        """An event "line": ask the user if it is to stop here. Like all dispatch methods it gives the frame's trace function."""
        if self.stop_here(frame) or self.break_here(frame):
            self.user_line(frame)
            if self.quitting:
                raise BdbQuit
        return self.trace_dispatch

    def dispatch_call(self, frame, arg):
        """An event "call": the first one begins the session; a frame in which nothing can stop is not traced."""
        if self.botframe is None:
            self.botframe = frame.f_back  # the first call: what is below is not ours
            return self.trace_dispatch
        if not (self.stop_here(frame) or self.break_anywhere(frame)):
            return None
        if self.stopframe and frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS:
            return self.trace_dispatch  # a generator that is resumed in a `next` is no new call
        self.user_call(frame, arg)
        if self.quitting:
            raise BdbQuit
        return self.trace_dispatch

    def dispatch_return(self, frame, arg):
        """An event "return": ask the user if stepping is to stop at this end."""
        if not self.stop_here(frame) and frame != self.returnframe:
            return self.trace_dispatch
        if self.stopframe and frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS:
            return self.trace_dispatch
        self.frame_returning = frame
        try:
            self.user_return(frame, arg)
        finally:
            self.frame_returning = None
        if self.quitting:
            raise BdbQuit
        if self.stopframe is frame and self.stoplineno != -1:
            self._set_stopinfo(None, None)  # the caller is stopped at even if it has no breakpoint
        return self.trace_dispatch

    def dispatch_exception(self, frame, arg):
        """An event "exception": ask the user if stepping is to stop at it."""
        if self.stop_here(frame):
            # the end of an iteration inside a generator that `next` goes over is nothing to stop at
            is_end = frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS and arg[0] is StopIteration and arg[2] is None
            is_told = not is_end
        else:
            is_told = (self.stopframe and frame is not self.stopframe and arg[0] in (StopIteration, GeneratorExit)
                       and self.stopframe.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS)
        if is_told:
            self.user_exception(frame, arg)
            if self.quitting:
                raise BdbQuit
        return self.trace_dispatch

    # ---- where to stop ----

    def is_skipped_module(self, module_name):
        """Whether a module is one of those to be passed over."""
        if module_name is None:
            return False
        return any(fnmatch.fnmatch(module_name, pattern) for pattern in self.skip)

    def stop_here(self, frame):
        """Whether stepping ends in this frame."""
        if self.skip and self.is_skipped_module(frame.f_globals.get('__name__')):
            return False
        if frame is self.stopframe:
            if self.stoplineno == -1:
                return False
            return frame.f_lineno >= self.stoplineno
        return not self.stopframe

    def break_here(self, frame):
        """Whether a breakpoint that counts is on the current line; a temporary one is removed."""
        filename = self.canonic(frame.f_code.co_filename)
        if filename not in self.breaks:
            return False
        lineno = frame.f_lineno
        if lineno not in self.breaks[filename]:
            lineno = frame.f_code.co_firstlineno  # a breakpoint on the function's `def`
            if lineno not in self.breaks[filename]:
                return False
        bp, flag = effective(filename, lineno, frame)
        if not bp:
            return False
        self.currentbp = bp.number
        if flag and bp.temporary:
            self.do_clear(str(bp.number))
        return True

    def do_clear(self, arg):
        """How a derived class removes a temporary breakpoint that was hit."""
        raise NotImplementedError("subclass of bdb must implement do_clear()")

    def break_anywhere(self, frame):
        """Whether the file of this frame has breakpoints at all."""
        return self.canonic(frame.f_code.co_filename) in self.breaks

    # ---- for derived classes ----

    def user_call(self, frame, argument_list):
        """Hook: a function was entered in which the program may stop."""

    def user_line(self, frame):
        """Hook: the program stands before a line, by stepping or by a breakpoint."""

    def user_return(self, frame, return_value):
        """Hook: a function that is stepped through returns."""

    def user_exception(self, frame, exc_info):
        """Hook: an exception passes through a function that is stepped through."""

    def _set_stopinfo(self, stopframe, returnframe, stoplineno=0):
        # stoplineno >= 0: stop at that line or a later one of stopframe; -1: do not stop there at all
        self.stopframe = stopframe
        self.returnframe = returnframe
        self.quitting = False
        self.stoplineno = stoplineno

    # ---- ways to go on ----

    def set_until(self, frame, lineno=None):
        """Go on to a line below the current one, or to `lineno` and those below it, in this frame; its return stops as well."""
        if lineno is None:
            lineno = frame.f_lineno + 1
        self._set_stopinfo(frame, frame, lineno)

    def set_step(self):
        """Go on to the next line anywhere."""
        # a return that was stopped at: the caller has to be traced from now on
        if self.frame_returning:
            caller_frame = self.frame_returning.f_back
            if caller_frame and not caller_frame.f_trace:
                caller_frame.f_trace = self.trace_dispatch
        self._set_stopinfo(None, None)

    def set_next(self, frame):
        """Go on to the next line of this frame or of its callers."""
        self._set_stopinfo(frame, None)

    def set_return(self, frame):
        """Go on to the end of this frame."""
        if frame.f_code.co_flags & GENERATOR_AND_COROUTINE_FLAGS:
            self._set_stopinfo(frame, None, -1)
        else:
            self._set_stopinfo(frame.f_back, frame)

    def set_trace(self, frame=None):
        """Start debugging from frame: the caller's if none is given."""
        reached = sys._getframe().f_back if frame is None else frame
        self.reset()
        while reached:
            self.botframe = reached
            reached.f_trace = self.trace_dispatch
            reached = reached.f_back
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def set_continue(self):
        """Go on to the next breakpoint; if there are none tracing ends."""
        self._set_stopinfo(self.botframe, None, -1)
        if not self.breaks:
            sys.settrace(None)
            frame = sys._getframe().f_back
            while frame and frame is not self.botframe:
                del frame.f_trace
                frame = frame.f_back

    def set_quit(self):
        """End the session: the next event raises BdbQuit."""
        self.stopframe = self.botframe
        self.returnframe = None
        self.quitting = True
        sys.settrace(None)

    # ---- breakpoints ----

    def _add_to_breaks(self, filename, lineno):
        bp_linenos = self.breaks.setdefault(filename, [])
        if lineno not in bp_linenos:
            bp_linenos.append(lineno)

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        """Put a breakpoint on a line of a file; a text says why it cannot be there."""
        import linecache
        filename = self.canonic(filename)
        if not linecache.getline(filename, lineno):
            return 'Line %s:%d does not exist' % (filename, lineno)
        self._add_to_breaks(filename, lineno)
        Breakpoint(filename, lineno, temporary, cond, funcname)
        return None

    def _load_breaks(self):
        """Take over the breakpoints that other instances have set: they are the process's."""
        for filename, lineno in Breakpoint.bplist.keys():
            self._add_to_breaks(filename, lineno)

    def _prune_breaks(self, filename, lineno):
        if (filename, lineno) not in Breakpoint.bplist:
            self.breaks[filename].remove(lineno)
        if not self.breaks[filename]:
            del self.breaks[filename]

    def clear_break(self, filename, lineno):
        """Remove the breakpoints of a line; a text says that there are none."""
        filename = self.canonic(filename)
        lines = self.breaks.get(filename)
        if lines is None:
            return 'There are no breakpoints in %s' % filename
        if lineno not in lines:
            return 'There is no breakpoint at %s:%d' % (filename, lineno)
        for each in tuple(Breakpoint.bplist[filename, lineno]):
            each.deleteMe()
        self._prune_breaks(filename, lineno)
        return None

    def clear_bpbynumber(self, arg):
        """Remove the breakpoint with this number; a text says what is wrong with the number."""
        try:
            bp = self.get_bpbynumber(arg)
        except ValueError as err:
            return str(err)
        bp.deleteMe()
        self._prune_breaks(bp.file, bp.line)
        return None

    def clear_all_file_breaks(self, filename):
        """Remove the breakpoints of a file; a text says that there are none."""
        filename = self.canonic(filename)
        if filename not in self.breaks:
            return 'There are no breakpoints in %s' % filename
        for line in self.breaks[filename]:
            for bp in Breakpoint.bplist[filename, line][:]:
                bp.deleteMe()
        del self.breaks[filename]
        return None

    def clear_all_breaks(self):
        """Delete all existing breakpoints. Return a text if there are none."""
        if not self.breaks:
            return 'There are no breakpoints'
        for bp in Breakpoint.bpbynumber:
            if bp:
                bp.deleteMe()
        self.breaks = {}
        return None

    def get_bpbynumber(self, arg):
        """The breakpoint with this number; ValueError says what is wrong with it."""
        if not arg:
            raise ValueError('Breakpoint number expected')
        try:
            found = Breakpoint.bpbynumber[int(arg)]
        except ValueError:
            raise ValueError('Non-numeric breakpoint number %s' % arg) from None
        except IndexError:
            raise ValueError('Breakpoint number %d out of range' % int(arg)) from None
        if found is None:
            raise ValueError('Breakpoint %d already deleted' % int(arg))
        return found

    def get_break(self, filename, lineno):
        """Whether a line has a breakpoint."""
        filename = self.canonic(filename)
        return filename in self.breaks and lineno in self.breaks[filename]

    def get_breaks(self, filename, lineno):
        """Return all breakpoints for filename:lineno, an empty list if there are none."""
        filename = self.canonic(filename)
        if filename in self.breaks and lineno in self.breaks[filename]:
            return Breakpoint.bplist[filename, lineno] or []
        return []

    def get_file_breaks(self, filename):
        """Return all lines with breakpoints for filename, an empty list if there are none."""
        return self.breaks.get(self.canonic(filename), [])

    def get_all_breaks(self):
        """All breakpoints: a dict of lines by file name."""
        return self.breaks

    # ---- the stack ----

    def get_stack(self, f, t):
        """Return a list of (frame, lineno) in a stack trace, from oldest to newest, and the index of the frame f in it."""
        if t and t.tb_frame is f:
            t = t.tb_next
        calls = []
        while f is not None and not (calls and calls[-1][0] is self.botframe):
            calls.append((f, f.f_lineno))
            f = f.f_back
        is_debugged = bool(calls) and calls[-1][0] is self.botframe
        calls.reverse()
        stack = list(calls)
        while t is not None:
            stack.append((t.tb_frame, t.tb_lineno))
            t = t.tb_next
        return stack, max(0, len(calls if is_debugged else stack) - 1)

    def format_stack_entry(self, frame_lineno, lprefix=': '):
        """One line of a call stack as text: file, line, function, what is returned, and the source."""
        import linecache
        import reprlib
        frame, lineno = frame_lineno
        s = '%s(%r)' % (self.canonic(frame.f_code.co_filename), lineno)
        s += frame.f_code.co_name or "<lambda>"
        s += '()'
        if '__return__' in frame.f_locals:
            s += '->' + reprlib.repr(frame.f_locals['__return__'])
        if lineno is not None:
            line = linecache.getline(frame.f_code.co_filename, lineno, frame.f_globals)
            if line:
                s += lprefix + line.strip()
        else:
            s += f'{lprefix}Warning: lineno is None'
        return s

    # ---- running code under the debugger ----

    def run(self, cmd, globals=None, locals=None):
        """Run a statement, as exec() does, under the debugger: text or a code object."""
        globals, locals = _names_for(globals, locals)
        self.reset()
        code = compile(cmd, "<string>", "exec") if isinstance(cmd, str) else cmd
        sys.settrace(self.trace_dispatch)
        try:
            exec(code, globals, locals)
        except BdbQuit:
            pass
        finally:
            self.quitting = True
            sys.settrace(None)

    def runeval(self, expr, globals=None, locals=None):
        """Evaluate an expression, as eval() does, under the debugger."""
        globals, locals = _names_for(globals, locals)
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return eval(expr, globals, locals)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)

    def runctx(self, cmd, globals, locals):
        """The older name of run(), with all arguments required."""
        self.run(cmd, globals, locals)

    def runcall(self, func, /, *args, **kwds):
        """Call a function under the debugger and give its result."""
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return func(*args, **kwds)
        except BdbQuit:
            return None
        finally:
            self.quitting = True
            sys.settrace(None)


def set_trace():
    """Stop in the calling code, with a plain Bdb."""
    Bdb().set_trace(sys._getframe().f_back)


def _names_for(globals, locals):
    """The dicts that debugged code runs with: those of __main__ by default."""
    if globals is None:
        import __main__
        globals = vars(__main__)
    return globals, globals if locals is None else locals


class Breakpoint:
    """Breakpoint class: temporary ones, ignore counts, conditions, enabling and disabling.

    Breakpoints are found by number in the list bpbynumber, whose first item is None, and by (file, line) in the dict bplist, which has lists.
    Several may lie on one line.
    """

    next = 1
    bplist = {}
    bpbynumber = [None]

    def __init__(self, file, line, temporary=False, cond=None, funcname=None):
        self.funcname = funcname
        self.func_first_executable_line = None
        self.file = file
        self.line = line
        self.temporary = temporary
        self.cond = cond
        self.enabled = True
        self.ignore = 0
        self.hits = 0
        self.number = Breakpoint.next
        Breakpoint.next += 1
        self.bpbynumber.append(self)
        self.bplist.setdefault((file, line), []).append(self)

    @staticmethod
    def clearBreakpoints():
        Breakpoint.next = 1
        Breakpoint.bplist = {}
        Breakpoint.bpbynumber = [None]

    def deleteMe(self):
        """Take the breakpoint out of the tables."""
        index = (self.file, self.line)
        self.bpbynumber[self.number] = None
        self.bplist[index].remove(self)
        if not self.bplist[index]:
            del self.bplist[index]

    def enable(self):
        """Let the breakpoint count from now on."""
        self.enabled = True

    def disable(self):
        """Let the breakpoint be passed over from now on."""
        self.enabled = False

    def bpprint(self, out=None):
        """Write bpformat() to a file, or to standard output."""
        print(self.bpformat(), file=out or sys.stdout)

    def bpformat(self):
        """A few lines about the breakpoint: number, whether temporary and enabled, place, condition, counts."""
        disp = ('del  ' if self.temporary else 'keep ') + ('yes  ' if self.enabled else 'no   ')
        ret = '%-4dbreakpoint   %s at %s:%d' % (self.number, disp, self.file, self.line)
        if self.cond:
            ret += '\n\tstop only if %s' % (self.cond,)
        if self.ignore:
            ret += '\n\tignore next %d hits' % (self.ignore,)
        if self.hits:
            ret += '\n\tbreakpoint already hit %d time%s' % (self.hits, 's' if self.hits > 1 else '')
        return ret

    def __str__(self):
        """The number and the place of the breakpoint in a few words."""
        return 'breakpoint %s at %s:%s' % (self.number, self.file, self.line)


def checkfuncname(b, frame):
    """Whether a breakpoint stops in this frame: one on a function only at the first line that is executed in it."""
    if not b.funcname:
        return b.line == frame.f_lineno
    if frame.f_code.co_name != b.funcname:
        return False
    if not b.func_first_executable_line:
        b.func_first_executable_line = frame.f_lineno
    return b.func_first_executable_line == frame.f_lineno


def effective(file, line, frame):
    """The breakpoint that stops the program on a line, and whether it goes if it is temporary; or (None, None).

    The first enabled breakpoint at the place counts whose condition holds and whose ignore count is used up. A condition
    that cannot be evaluated stops; the flag is False then.
    """
    for b in Breakpoint.bplist[file, line]:
        if not b.enabled:
            continue
        if not checkfuncname(b, frame):
            continue
        b.hits += 1
        if not b.cond:
            if b.ignore > 0:
                b.ignore -= 1
                continue
            return b, True
        try:
            if eval(b.cond, frame.f_globals, frame.f_locals):
                if b.ignore > 0:
                    b.ignore -= 1
                else:
                    return b, True
        except:
            return b, False
    return None, None


class Tdb(Bdb):
    """A debugger that prints what happens."""

    def user_call(self, frame, args):
        name = frame.f_code.co_name or '???'
        print('+++ call', name, args)

    def user_line(self, frame):
        import linecache
        name = frame.f_code.co_name or '???'
        fn = self.canonic(frame.f_code.co_filename)
        line = linecache.getline(fn, frame.f_lineno, frame.f_globals)
        print('+++', fn, frame.f_lineno, name, ':', line.strip())

    def user_return(self, frame, retval):
        print('+++ return', retval)

    def user_exception(self, frame, exc_stuff):
        print('+++ exception', exc_stuff)
        self.set_continue()
