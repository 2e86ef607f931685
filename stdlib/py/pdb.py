"""
A debugger for Python programs, used at a prompt.

    >>> import pdb
    >>> pdb.run('module.function()')

or write breakpoint() where the program is to stop. Commands are typed behind the prompt '(Pdb) '. After an exception that nothing caught, pdb.pm()
looks at the place where it happened. A script is run under the debugger by "python -m pdb script.py".

What is not a command of the debugger is a Python statement, which is executed where the program stands; with a '!' in front it is one even
if it looks like a command. An empty line repeats the last command, except after "list", where it lists on. Several commands on a line
are separated by ';;'. Commands of a file ".pdbrc" in the home folder and in the current one are executed first.

The commands (type "help <command>" for each):
"""

import bdb
import cmd
import code
import glob
import inspect
import io
import linecache
import os
import pprint
import re
import signal
import sys
import tokenize
import traceback
from _pdb_commands import Commands, Restart, _rstr, find_function, getsourcelines, lasti2lineno
from _pdb_target import _ModuleTarget, _ScriptTarget

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]

line_prefix = '\n-> '


class Pdb(Commands, bdb.Bdb, cmd.Cmd):

    _previous_sigint_handler = None

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False, readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        sys.audit("pdb.Pdb")
        if stdout:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases = {}
        self.displaying = {}
        self.mainpyfile = ''
        self._wait_for_mainpyfile = False
        self.tb_lineno = {}
        try:
            import readline
            readline.set_completer_delims(' \t\n`@#%^&*()=+[{]}\\|;:\'",<>?')
        except ImportError:
            pass
        self.allow_kbdint = False
        self.nosigint = nosigint
        self.rcLines = []
        if readrc:
            for name in ('~/.pdbrc', '.pdbrc'):
                try:
                    with open(os.path.expanduser(name), encoding='utf-8') as rcFile:
                        self.rcLines.extend(rcFile)
                except OSError:
                    pass
        self.commands = {}           # breakpoint number -> its list of commands
        self.commands_doprompt = {}  # ... whether the prompt is shown after them
        self.commands_silent = {}    # ... whether the place is not printed
        self.commands_defining = False
        self.commands_bnum = None

    def sigint_handler(self, signum, frame):
        if self.allow_kbdint:
            raise KeyboardInterrupt
        self.message("\nProgram interrupted. (Use 'cont' to resume).")
        self.set_step()
        self.set_trace(frame)

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        self.lineno = None
        self.stack = []
        self.curindex = 0
        if hasattr(self, 'curframe') and self.curframe:
            self.curframe.f_globals.pop('__pdb_convenience_variables', None)
        self.curframe = None
        self.tb_lineno.clear()

    def setup(self, f, tb):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            # f_lineno of a frame in a traceback may have moved on
            lineno = tb.tb_lineno
            self.tb_lineno[tb.tb_frame] = lineno
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals  # asked for once: another look would undo assignments
        self.set_convenience_variable(self.curframe, '_frame', self.curframe)
        return self.execRcLines()

    def execRcLines(self):
        lines, self.rcLines = self.rcLines, []
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if line and line[0] != '#' and self.onecmd(line):
                self.rcLines += lines[number:]  # the program goes on: the rest comes at the next stop
                return True
        return None

    # ---- called by the trace function ----

    def user_call(self, frame, argument_list):
        """A function was entered: ask the user if stepping goes into it."""
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self.message('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        """A line is about to run at which the program is to stop."""
        if self._wait_for_mainpyfile:
            if self.mainpyfile != self.canonic(frame.f_code.co_filename):
                return
            self._wait_for_mainpyfile = False
        if self.bp_commands(frame):
            self.interaction(frame, None)

    def bp_commands(self, frame):
        """Execute the commands of the breakpoint that was hit. True: the prompt is to be shown as usual."""
        number = getattr(self, "currentbp", False)
        if not number or number not in self.commands:
            return 1
        self.currentbp = 0
        lastcmd_back = self.lastcmd
        self.setup(frame, None)
        for line in self.commands[number]:
            self.onecmd(line)
        self.lastcmd = lastcmd_back
        if not self.commands_silent[number]:
            self.print_stack_entry(self.stack[self.curindex])
        if self.commands_doprompt[number]:
            self._cmdloop()
        self.forget()
        return None

    def user_return(self, frame, return_value):
        """A function that is stepped through is about to return."""
        if self._wait_for_mainpyfile:
            return
        frame.f_locals['__return__'] = return_value
        self.set_convenience_variable(frame, '_retval', return_value)
        self.message('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        """An exception passes a function that is stepped through."""
        if self._wait_for_mainpyfile:
            return
        exc_type, exc_value, exc_traceback = exc_info
        frame.f_locals['__exception__'] = exc_type, exc_value
        self.set_convenience_variable(frame, '_exception', exc_value)
        # inside a generator that is run by something else, StopIteration is how it ends
        prefix = 'Internal ' if (not exc_traceback and exc_type is StopIteration) else ''
        self.message('%s%s' % (prefix, self._format_exc(exc_value)))
        self.interaction(frame, exc_traceback)

    # ---- the prompt ----

    def _cmdloop(self):
        while True:
            try:
                # a Ctrl-C at the prompt ends the command, not the program
                self.allow_kbdint = True
                self.cmdloop()
                self.allow_kbdint = False
                break
            except KeyboardInterrupt:
                self.message('--KeyboardInterrupt--')

    def preloop(self):
        displaying = self.displaying.get(self.curframe)
        if not displaying:
            return
        for expr, oldvalue in displaying.items():
            newvalue = self._getval_except(expr)
            if newvalue is not oldvalue and newvalue != oldvalue:
                displaying[expr] = newvalue
                self.message('display %s: %s  [old: %s]' % (expr, self._safe_repr(newvalue, expr), self._safe_repr(oldvalue, expr)))

    def interaction(self, frame, traceback):
        before = Pdb._previous_sigint_handler
        if before:
            try:
                signal.signal(signal.SIGINT, before)
            except ValueError:  # not the main thread
                pass
            else:
                Pdb._previous_sigint_handler = None
        # setup() is true if a command of .pdbrc made the program go on
        if not self.setup(frame, traceback):
            self.print_stack_entry(self.stack[self.curindex])
            self._cmdloop()
        self.forget()

    def displayhook(self, obj):
        """Show the value of an expression statement: None is not shown, and builtins._ is left alone."""
        if obj is not None:
            self.message(repr(obj))

    def default(self, line):
        if line[:1] == '!':
            line = line[1:].strip()
        locals = self.curframe_locals
        globals = self.curframe.f_globals
        try:
            compiled, ns = self._compile(line), None
            if compiled is None:
                buffer = line
                while compiled is None:
                    # a statement of several lines
                    if self.use_rawinput:
                        try:
                            more = input("...   ")
                        except EOFError:
                            break
                    else:
                        self.stdout.write("...   ")
                        self.stdout.flush()
                        more = self.stdin.readline()
                        if not more:
                            break
                        more = more.rstrip('\r\n')
                    buffer += '\n' + more
                    compiled = code.compile_command(buffer, '<stdin>', 'single')
                if compiled is None:
                    return
            save_stdout, save_stdin, save_displayhook = sys.stdout, sys.stdin, sys.displayhook
            try:
                sys.stdin = self.stdin
                sys.stdout = self.stdout
                sys.displayhook = self.displayhook
                exec(compiled, globals, locals)
            finally:
                sys.stdout, sys.stdin, sys.displayhook = save_stdout, save_stdin, save_displayhook
        except:
            self._error_exc()

    def _compile(self, line):
        return code.compile_command(line + '\n', '<stdin>', 'single')

    def _replace_convenience_variables(self, line):
        """Turn each $name outside of strings into a look-up."""
        if '$' not in line:
            return line
        dollar_start = dollar_end = -1
        pieces = []
        previous = 0
        try:
            for t in tokenize.generate_tokens(io.StringIO(line).readline):
                token_type, token_string, start, end, _ = t
                if token_type == tokenize.OP and token_string == '$':
                    dollar_start, dollar_end = start, end
                elif start == dollar_end and token_type == tokenize.NAME:
                    pieces.append(line[previous:dollar_start[1]] + f'__pdb_convenience_variables["{token_string}"]')
                    previous = end[1]
        except tokenize.TokenError:
            return re.sub(r'\$([A-Za-z_]\w*)', r'__pdb_convenience_variables["\1"]', line)
        return ''.join(pieces) + line[previous:]

    def precmd(self, line):
        """The line with aliases replaced; what stands behind ';;' is kept for the next turn."""
        if not line.strip():
            return line
        args = line.split()
        while args[0] in self.aliases:
            line = self.aliases[args[0]]
            for idx in range(1, 10):
                if f'%{idx}' in line:
                    if idx >= len(args):
                        self.error(f"Not enough arguments for alias '{args[0]}'")
                        return "!"
                    line = line.replace(f'%{idx}', args[idx])
            line = line.replace("%*", ' '.join(args[1:]))
            args = line.split()
        # everything behind ';;' is kept for the next round
        if args[0] != 'alias':
            marker = line.find(';;')
            if marker >= 0:
                following = line[marker + 2:].lstrip()
                self.cmdqueue.insert(0, following)
                line = line[:marker].rstrip()
        return self._replace_convenience_variables(line)

    def onecmd(self, line):
        """Interpret the argument as though it had been typed in response to the prompt, or as one of the commands of a breakpoint."""
        if not self.commands_defining:
            return cmd.Cmd.onecmd(self, line)
        return self.handle_command_def(line)

    def handle_command_def(self, line):
        """One line of the list that "commands" reads: true when the list is complete."""
        cmd_, arg, line = self.parseline(line)
        if not cmd_:
            return None
        if cmd_ == 'silent':
            self.commands_silent[self.commands_bnum] = True
            return None
        if cmd_ == 'end':
            self.cmdqueue = []
            return 1
        cmdlist = self.commands[self.commands_bnum]
        cmdlist.append(cmd_ + ' ' + arg if arg else cmd_)
        func = getattr(self, 'do_' + cmd_, self.default)
        if func.__name__ in self.commands_resuming:
            # one that lets the program run is the last
            self.commands_doprompt[self.commands_bnum] = False
            self.cmdqueue = []
            return 1
        return None

    # ---- output ----

    def message(self, msg, end='\n'):
        print(msg, end=end, file=self.stdout)

    def error(self, msg):
        print('***', msg, file=self.stdout)

    def set_convenience_variable(self, frame, name, value):
        frame.f_globals.setdefault('__pdb_convenience_variables', {})[name] = value

    def _format_exc(self, exc):
        return traceback.format_exception_only(exc)[-1].strip()

    def _error_exc(self):
        self.error(self._format_exc(sys.exception()))

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._error_exc()
            raise

    def _getval_except(self, arg, frame=None):
        try:
            if frame is None:
                return eval(arg, self.curframe.f_globals, self.curframe_locals)
            return eval(arg, frame.f_globals, frame.f_locals)
        except BaseException as exc:
            return _rstr('** raised %s **' % self._format_exc(exc))

    def _safe_repr(self, obj, expr):
        try:
            return repr(obj)
        except Exception as e:
            return _rstr(f"*** repr({expr}) failed: {self._format_exc(e)} ***")

    def print_stack_trace(self):
        try:
            for frame_lineno in self.stack:
                self.print_stack_entry(frame_lineno)
        except KeyboardInterrupt:
            pass

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        frame, lineno = frame_lineno
        prefix = '> ' if frame is self.curframe else '  '
        self.message(prefix + self.format_stack_entry(frame_lineno, prompt_prefix))

    def _runscript(self, filename):
        self._run(_ScriptTarget(filename))

    def _run(self, target):
        # stop at the first line of the target and at no line of pdb itself
        self._wait_for_mainpyfile = True
        self._user_requested_quit = False
        self.mainpyfile = self.canonic(target.filename)
        import __main__
        __main__.__dict__.clear()
        __main__.__dict__.update(target.namespace)
        self.run(target.code)


# ---- functions ----

def run(statement, globals=None, locals=None):
    """Run a statement, as text or code object, under the debugger.

    The prompt appears before any code is executed: break and continue, or step through it. `globals` and
    `locals` are the names that it runs with, those of __main__ by default.
    """
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """As run(), for an expression whose value is returned."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """Call a function under the debugger: what it returned.

    The prompt appears when the function is entered; the arguments are those that follow it.
    """
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Enter the debugger at the calling stack frame, printing `header` first if it is given."""
    pdb = Pdb()
    if header is not None:
        pdb.message(header)
    pdb.set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """Enter post-mortem debugging of the given *traceback*, or *exception* object.

    Without one, of the exception that is being handled; ValueError if there is none.
    """
    if t is None:
        t = sys.exception()
    if isinstance(t, BaseException):
        t = t.__traceback__
    if t is None:
        raise ValueError("A valid traceback must be passed if no exception is being handled")
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    """Look at the place where the last uncaught exception was raised."""
    if hasattr(sys, 'last_exc'):
        tb = sys.last_exc.__traceback__
    else:
        tb = sys.last_traceback
    post_mortem(tb)


def help():
    import pydoc
    pydoc.pager(__doc__)


_usage = """\
usage: pdb.py [-c command] ... [-m module | pyfile] [arg] ...

Run a program under the debugger: a file, or, with -m, a module or package.

-c gives a command to begin with; there may be several. They follow those
of the files .pdbrc in the home folder and in the current one. "-c continue"
runs until something goes wrong, "-c 'until 20'" to line 20."""


def main():
    import argparse
    import getopt
    opts, args = getopt.getopt(sys.argv[1:], 'mhc:', ['help', 'command='])
    if not args or any(opt in ('-h', '--help') for opt, _ in opts):
        print(_usage)
        sys.exit(0 if any(opt in ('-h', '--help') for opt, _ in opts) else 2)
    commands = [arg for opt, arg in opts if opt in ('-c', '--command')]
    as_module = any(opt == '-m' for opt, _ in opts)
    target = (_ModuleTarget if as_module else _ScriptTarget)(args[0])
    target.check()
    sys.argv[:] = args
    pdb = Pdb()
    pdb.rcLines.extend(commands)
    while True:
        try:
            pdb._run(target)
            if pdb._user_requested_quit:
                break
            print("The program finished and will be restarted")
        except Restart:
            print("Restarting", target, "with arguments:")
            print("\t" + " ".join(sys.argv[1:]))
        except SystemExit as e:
            print("The program exited via sys.exit(). Exit status:", end=' ')
            print(e)
        except SyntaxError:
            traceback.print_exc()
            sys.exit(1)
        except BaseException as e:
            traceback.print_exc()
            print("Uncaught exception. Entering post mortem debugging")
            print("Running 'cont' or 'step' will restart the program")
            pdb.interaction(None, e.__traceback__)
            print(f"Post mortem debugger finished. The {target} will be restarted")


if __name__ == '__main__':
    import pdb
    pdb.main()
