"""The commands of pdb: class Commands, which Pdb inherits from, has a method do_NAME for each, whose docstring is its help."""

import ast
import cmd
import code
import inspect
import linecache
import os
import pprint
import re
import sys
import tokenize
import traceback
import bdb

__all__ = ['Commands', 'Restart', 'find_function', 'getsourcelines', 'lasti2lineno']


class Restart(Exception):
    """Raised by the command "run": the program is to begin again under the same debugger."""


class _rstr(str):
    """A text whose repr is the text: shown as it is, after an error for instance."""

    def __repr__(self):
        return self


def find_function(funcname, filename):
    """Where the file defines the function: (name, file, line), or None."""
    pattern = re.compile(r'def\s+%s(\s*\[.+\])?\s*[(]' % re.escape(funcname))
    try:
        fp = tokenize.open(filename)
    except OSError:
        return None
    with fp:
        for lineno, line in enumerate(fp, start=1):
            if pattern.match(line):
                return funcname, filename, lineno
    return None


def getsourcelines(obj):
    lines, lineno = inspect.findsource(obj)
    if inspect.isframe(obj) and obj.f_globals is obj.f_locals:
        return lines, 1  # a module: all of it
    if inspect.ismodule(obj):
        return lines, 1
    return inspect.getblock(lines[lineno:]), lineno + 1


def lasti2lineno(code, lasti):
    """The line of an offset in the bytecode."""
    line = 0
    for start, end, number in code.co_lines():
        if start <= lasti < end and number:
            return number
    return line


class Commands:
    """Mixed into Pdb."""

    commands_resuming = ['do_continue', 'do_step', 'do_next', 'do_return', 'do_until', 'do_quit', 'do_jump']

    def do_commands(self, arg):
        """(Pdb) commands [bpnumber]
        (com) ...
        (com) end
        (Pdb)

        Specify a list of commands for breakpoint number bpnumber, the last one set by default.
        The commands themselves are entered on the following lines, up to a line with just 'end'.
        They are executed when the breakpoint is hit; 'silent' among them keeps the place from being printed, and one that
        lets the program go on ends the list.
        """
        if not arg:
            bnum = len(bdb.Breakpoint.bpbynumber) - 1
        else:
            try:
                bnum = int(arg)
            except ValueError:
                self.error("Usage: commands [bnum]\n        ...\n        end")
                return
        try:
            self.get_bpbynumber(bnum)
        except ValueError as err:
            self.error('cannot set commands: %s' % err)
            return
        self.commands_bnum = bnum
        old = (self.commands.get(bnum), self.commands_doprompt.get(bnum), self.commands_silent.get(bnum)) if bnum in self.commands else None
        self.commands[bnum] = []
        self.commands_doprompt[bnum] = True
        self.commands_silent[bnum] = False
        prompt_back = self.prompt
        self.prompt = '(com) '
        self.commands_defining = True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            if old:
                self.commands[bnum], self.commands_doprompt[bnum], self.commands_silent[bnum] = old
            else:
                del self.commands[bnum], self.commands_doprompt[bnum], self.commands_silent[bnum]
            self.error('command definition aborted, old commands restored')
        finally:
            self.commands_defining = False
            self.prompt = prompt_back

    # ---- breakpoints ----

    def do_break(self, arg, temporary=0):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]

        A line number stops the program before that line of the current file; a name stops it at the beginning of
        that function. "file:line" means another file, looked up on sys.path if it is not here; ".py" need not be written.
        With a condition, an expression behind a comma, the program stops only if it is true at that time.

        With nothing behind it, the command shows all breakpoints.
        """
        if not arg:
            if self.breaks:
                self.message("Num Type         Disp Enb   Where")
                for bp in bdb.Breakpoint.bpbynumber:
                    if bp:
                        self.message(bp.bpformat())
            return
        filename = None
        lineno = None
        cond = None
        comma = arg.find(',')
        if comma > 0:
            cond = arg[comma + 1:].lstrip()
            if err := self._compile_error_message(cond):
                self.error('Invalid condition %s: %r' % (cond, err))
                return
            arg = arg[:comma].rstrip()
        colon = arg.rfind(':')
        funcname = None
        if colon >= 0:
            filename = arg[:colon].rstrip()
            f = self.lookupmodule(filename)
            if not f:
                self.error('%r not found from sys.path' % filename)
                return
            filename = f
            arg = arg[colon + 1:].lstrip()
            try:
                lineno = int(arg)
            except ValueError:
                self.error('Bad lineno: %s' % arg)
                return
        else:
            try:
                lineno = int(arg)
            except ValueError:
                try:
                    func = eval(arg, self.curframe.f_globals, self.curframe_locals)
                except:
                    func = arg
                try:
                    if hasattr(func, '__func__'):
                        func = func.__func__
                    code = func.__code__
                    funcname = code.co_name
                    lineno = code.co_firstlineno
                    filename = code.co_filename
                except AttributeError:
                    ok, filename, ln = self.lineinfo(arg)
                    if not ok:
                        self.error('The specified object %r is not a function or was not found along sys.path.' % arg)
                        return
                    funcname = ok
                    lineno = int(ln)
        if not filename:
            filename = self.defaultFile()
        filename = self.canonic(filename)
        line = self.checkline(filename, lineno)
        if line:
            err = self.set_break(filename, line, temporary, cond, funcname)
            if err:
                self.error(err)
            else:
                bp = self.get_breaks(filename, line)[-1]
                self.message("Breakpoint %d at %s:%d" % (bp.number, bp.file, bp.line))

    do_b = do_break

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]

        A breakpoint for one time, written as for "break": it disappears when it stops the program.
        """
        self.do_break(arg, 1)

    def _compile_error_message(self, expr):
        """The text of the error that compiling an expression gives; None if it is fine."""
        try:
            compile(expr, "<stdin>", "eval")
        except SyntaxError as exc:
            return _rstr(self._format_exc(exc))
        return ""

    def defaultFile(self):
        """The file that a bare line number is about: that of the current frame."""
        filename = self.curframe.f_code.co_filename
        if filename == '<string>' and self.mainpyfile:
            filename = self.mainpyfile
        return filename

    def lineinfo(self, identifier):
        """Find the function that the text names: (name, file, line), or (None, None, None)."""
        failed = (None, None, None)
        idstring = identifier.split("'")
        if len(idstring) == 1:
            id = idstring[0].strip()
        elif len(idstring) == 3:
            id = idstring[1].strip()
        else:
            return failed
        if id == '':
            return failed
        parts = id.split('.')
        if parts[0] == 'self':
            del parts[0]
            if len(parts) == 0:
                return failed
        fname = self.defaultFile()
        if len(parts) == 1:
            item = parts[0]
        else:
            f = self.lookupmodule(parts[0])
            if f:
                fname = f
            item = parts[1]
        return find_function(item, self.canonic(fname)) or failed

    def checkline(self, filename, lineno):
        """The line number if code can stand on that line of the file; else 0, and a message says why."""
        frame = getattr(self, 'curframe', None)
        globs = frame.f_globals if frame else None
        line = linecache.getline(filename, lineno, globs)
        if not line:
            self.message('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self.error('Blank or comment')
            return 0
        return lineno

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]

        Let the breakpoints with these numbers stop the program again.
        """
        for i in arg.split():
            try:
                bp = self.get_bpbynumber(i)
            except ValueError as err:
                self.error(err)
            else:
                bp.enable()
                self.message('Enabled %s' % bp)

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]

        Let the breakpoints with these numbers rest: they are kept, but stop nothing until "enable".
        """
        for i in arg.split():
            try:
                bp = self.get_bpbynumber(i)
            except ValueError as err:
                self.error(err)
            else:
                bp.disable()
                self.message('Disabled %s' % bp)

    def do_condition(self, arg):
        """condition bpnumber [condition]

        Make a breakpoint depend on an expression: it stops the program only if that is true. Without the expression it
        stops always again.
        """
        args = arg.split(' ', 1)
        cond = args[1] if len(args) > 1 else None
        if cond and (err := self._compile_error_message(cond)):
            self.error('Invalid condition %s: %r' % (cond, err))
            return
        try:
            bp = self.get_bpbynumber(args[0].strip())
        except ValueError as err:
            self.error(err)
            return
        bp.cond = cond
        if not cond:
            self.message('Breakpoint %d is now unconditional.' % bp.number)
        else:
            self.message('New condition set for breakpoint %d.' % bp.number)

    def do_ignore(self, arg):
        """ignore bpnumber [count]

        Set the ignore count for the given breakpoint number, 0 if it is omitted.
        A breakpoint becomes active when its ignore count is zero; until then each time that it would have
        stopped takes one off.
        """
        args = arg.split()
        try:
            count = int(args[1].strip()) if len(args) > 1 else 0
        except ValueError:
            count = 0
        try:
            bp = self.get_bpbynumber(args[0].strip() if args else '')
        except ValueError as err:
            self.error(err)
            return
        bp.ignore = count
        if count > 0:
            countstr = '%d crossings' % count if count > 1 else '1 crossing'
            self.message('Will ignore next %s of breakpoint %d.' % (countstr, bp.number))
        else:
            self.message('Will stop next time breakpoint %d is reached.' % bp.number)

    def do_clear(self, arg):
        """cl(ear) [filename:lineno | bpnumber ...]

        Remove breakpoints: those with the numbers, separated by spaces, or those on a line of a file. All of them are
        removed if nothing is named, after a question.
        """
        if not arg:
            try:
                reply = input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() in ('y', 'yes'):
                bplist = [bp for bp in bdb.Breakpoint.bpbynumber if bp]
                self.clear_all_breaks()
                for bp in bplist:
                    self.message('Deleted %s' % bp)
            return
        if ':' in arg:
            filename, _, number = arg.rpartition(':')
            try:
                lineno = int(number)
            except ValueError:
                err = "Invalid line number (%s)" % number
            else:
                bplist = self.get_breaks(filename, lineno)[:]
                err = self.clear_break(filename, lineno)
            if err:
                self.error(err)
            else:
                for bp in bplist:
                    self.message('Deleted %s' % bp)
            return
        for i in arg.split():
            try:
                bp = self.get_bpbynumber(i)
            except ValueError as err:
                self.error(err)
            else:
                self.clear_bpbynumber(i)
                self.message('Deleted %s' % bp)

    do_cl = do_clear

    # ---- the stack ----

    def do_where(self, arg):
        """w(here)

        Show the calls that led here, the newest at the end. The arrow stands at the frame that commands look at ("up" and
        "down" choose it). "bt" does the same.
        """
        self.print_stack_trace()

    do_w = do_where
    do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals
        self.set_convenience_variable(self.curframe, '_frame', self.curframe)
        self.print_stack_entry(self.stack[self.curindex])
        self.lineno = None

    def do_up(self, arg):
        """u(p) [count]

        Look at the frame that called this one, or at the one `count` calls above.
        """
        if self.curindex == 0:
            self.error('Oldest frame')
            return
        try:
            count = int(arg or 1)
        except ValueError:
            self.error('Invalid frame count (%s)' % arg)
            return
        self._select_frame(0 if count < 0 else max(0, self.curindex - count))

    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]

        Go back towards the newest frame by one call, or by `count` of them.
        """
        if self.curindex + 1 == len(self.stack):
            self.error('Newest frame')
            return
        try:
            count = int(arg or 1)
        except ValueError:
            self.error('Invalid frame count (%s)' % arg)
            return
        self._select_frame(len(self.stack) - 1 if count < 0 else min(len(self.stack) - 1, self.curindex + count))

    do_d = do_down

    # ---- going on ----

    def do_until(self, arg):
        """unt(il) [lineno]

        Run until a line further down is reached, which leaves a loop, or until the line with this number or one behind
        it. The end of the function stops the program as well.
        """
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                self.error('Error in argument: %r' % arg)
                return None
            if lineno <= self.curframe.f_lineno:
                self.error('"until" line number is smaller than current line number')
                return None
        self.set_until(self.curframe, lineno)
        return 1

    do_unt = do_until

    def do_step(self, arg):
        """s(tep)

        Run until the next line, be it here or inside a function that this line calls.
        """
        self.set_step()
        return 1

    do_s = do_step

    def do_next(self, arg):
        """n(ext)

        Run until the next line of this function, or its end: calls on the way are not entered.
        """
        self.set_next(self.curframe)
        return 1

    do_n = do_next

    def do_run(self, arg):
        """run [args...]

        Begin the program again; "restart" does the same. Arguments, split as a shell does, replace those in sys.argv.
        Breakpoints, the commands on them and the history stay.
        """
        if arg:
            import shlex
            try:
                words = shlex.split(arg)
            except ValueError as error:
                self.error('Cannot run %s: %s' % (arg, error))
                return
            sys.argv = sys.argv[:1] + words
        raise Restart

    do_restart = do_run

    def do_return(self, arg):
        """r(eturn)

        Run to the end of this function.
        """
        self.set_return(self.curframe)
        return 1

    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue))

        Run on to the next breakpoint.
        """
        if not self.nosigint:
            import signal
            try:
                type(self)._previous_sigint_handler = signal.signal(signal.SIGINT, self.sigint_handler)
            except ValueError:
                pass  # only the main thread can; the program cannot be stopped with Ctrl-C then
        self.set_continue()
        return 1

    do_c = do_cont = do_continue

    def do_jump(self, arg):
        """j(ump) lineno

        Go on at another line of the function. This interpreter cannot: frame.f_lineno is read-only.
        """
        try:
            arg = int(arg)
        except ValueError:
            self.error("The 'jump' command requires a line number")
            return
        self.error('Jump failed: the line of a running frame cannot be changed here')

    do_j = do_jump

    def do_debug(self, arg):
        """debug code

        Step through a piece of code that is run here, in a debugger inside this one.
        """
        sys.settrace(None)
        globals = self.curframe.f_globals
        locals = self.curframe_locals
        p = type(self)(self.completekey, self.stdin, self.stdout)
        p.prompt = "(%s) " % self.prompt.strip()
        self.message("ENTERING RECURSIVE DEBUGGER")
        try:
            sys.call_tracing(p.run, (arg, globals, locals))
        except Exception:
            self._error_exc()
        self.message("LEAVING RECURSIVE DEBUGGER")
        sys.settrace(self.trace_dispatch)
        self.lastcmd = p.lastcmd

    def do_quit(self, arg):
        """q(uit) | exit

        End the program and the debugger.
        """
        self._user_requested_quit = True
        self.set_quit()
        return 1

    do_q = do_quit
    do_exit = do_quit

    def do_EOF(self, arg):
        """EOF

        The end of the input ends the debugger as "quit" does.
        """
        self.message('')
        self._user_requested_quit = True
        self.set_quit()
        return 1

    # ---- looking ----

    def do_args(self, arg):
        """a(rgs)

        Show the arguments of this function with the values that they have now.
        """
        co = self.curframe.f_code
        locals = self.curframe_locals
        n = co.co_argcount + co.co_kwonlyargcount
        if co.co_flags & inspect.CO_VARARGS:
            n = n + 1
        if co.co_flags & inspect.CO_VARKEYWORDS:
            n = n + 1
        for name in co.co_varnames[:n]:
            if name in locals:
                self.message('%s = %s' % (name, self._safe_repr(locals[name], name)))
            else:
                self.message('%s = *** undefined ***' % (name,))

    do_a = do_args

    def do_retval(self, arg):
        """retval

        Show what the function that just ended returns.
        """
        if '__return__' in self.curframe_locals:
            self.message(self._safe_repr(self.curframe_locals['__return__'], "retval"))
        else:
            self.error('Not yet returned!')

    do_rv = do_retval

    def do_p(self, arg):
        """p expression

        Show the value of an expression, by its repr().
        """
        try:
            val = self._getval(arg)
        except:
            return
        try:
            self.message(repr(val))
        except:
            self._error_exc()

    def do_pp(self, arg):
        """pp expression

        Show the value of an expression as pprint lays it out.
        """
        try:
            val = self._getval(arg)
        except:
            return
        try:
            self.message(pprint.pformat(val))
        except:
            self._error_exc()

    def do_list(self, arg):
        """l(ist) [first [,last] | .]

        Show lines of the current file: 11 of them around the place where the program stands, or those that follow the last
        listing; "." goes back to the place. A number shows 11 lines from there on; a second number is the last line, or
        how many there are if it is below the first.

        "->" stands at the line that is executed, ">>" at the one that raised the exception that is looked at.
        """
        self.lastcmd = 'list'
        last = None
        if arg and arg != '.':
            try:
                if ',' in arg:
                    first, last = arg.split(',')
                    first = int(first.strip())
                    last = int(last.strip())
                    if last < first:
                        last = first + last  # a count
                else:
                    first = int(arg.strip())
                    first = max(1, first - 5)
            except ValueError:
                self.error('Error in argument: %r' % arg)
                return
        elif self.lineno is None or arg == '.':
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        if last is None:
            last = first + 10
        filename = self.curframe.f_code.co_filename
        breaklist = self.get_file_breaks(filename)
        try:
            lines = linecache.getlines(filename, self.curframe.f_globals)
            self._print_lines(lines[first - 1:last], first, breaklist, self.curframe)
            self.lineno = min(last, len(lines))
            if len(lines) < last:
                self.message('[EOF]')
        except KeyboardInterrupt:
            pass

    do_l = do_list

    def do_longlist(self, arg):
        """ll | longlist

        Show the source of the whole function that the program stands in.
        """
        filename = self.curframe.f_code.co_filename
        breaklist = self.get_file_breaks(filename)
        try:
            lines, lineno = getsourcelines(self.curframe)
        except OSError as err:
            self.error(err)
            return
        self._print_lines(lines, lineno, breaklist, self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        """source expression

        Show the source of a function, class or module, where there is one.
        """
        try:
            obj = self._getval(arg)
        except:
            return
        try:
            lines, lineno = getsourcelines(obj)
        except (OSError, TypeError) as err:
            self.error(err)
            return
        self._print_lines(lines, lineno)

    def _print_lines(self, lines, start, breaks=(), frame=None):
        """Show lines with their numbers and the signs for breakpoint, current line and raising line."""
        if frame:
            current_lineno = frame.f_lineno
            exc_lineno = self.tb_lineno.get(frame, -1)
        else:
            current_lineno = exc_lineno = -1
        for lineno, line in enumerate(lines, start):
            s = str(lineno).rjust(3)
            if len(s) < 4:
                s += ' '
            s += 'B' if lineno in breaks else ' '
            if lineno == current_lineno:
                s += '->'
            elif lineno == exc_lineno:
                s += '>>'
            self.message(s + '\t' + line.rstrip())

    def do_whatis(self, arg):
        """whatis expression

        Tell what kind of object an expression gives.
        """
        try:
            value = self._getval(arg)
        except:
            return
        for kind, owner in (('Method', lambda: value.__func__), ('Function', lambda: value)):
            try:
                code = owner().__code__
            except Exception:
                continue
            if code:
                self.message('%s %s' % (kind, code.co_name))
                return
        if value.__class__ is type:
            self.message('Class %s.%s' % (value.__module__, value.__qualname__))
        else:
            self.message(type(value))

    def do_display(self, arg):
        """display [expression]

        Watch an expression: whenever the program stops in this frame its value is shown, if it is another one than before.

        The watched expressions of the frame are listed if none is given.
        """
        if arg:
            if problem := self._compile_error_message(arg):
                self.error('Unable to display %s: %r' % (arg, problem))
                return
            value = self._getval_except(arg)
            self.displaying.setdefault(self.curframe, {})[arg] = value
            self.message('display %s: %s' % (arg, self._safe_repr(value, arg)))
        elif not self.displaying:
            self.message('No expression is being displayed')
        else:
            self.message('Currently displaying:')
            for expression, value in self.displaying.get(self.curframe, {}).items():
                self.message('%s: %s' % (expression, self._safe_repr(value, expression)))

    def do_undisplay(self, arg):
        """undisplay [expression]

        End the watching of an expression in this frame, or of all of them.
        """
        if arg:
            try:
                del self.displaying.get(self.curframe, {})[arg]
            except KeyError:
                self.error('not displaying %s' % arg)
        else:
            self.displaying.pop(self.curframe, None)

    def do_interact(self, arg):
        """interact

        A prompt for Python statements that knows the variables of this place; what it assigns stays its own.
        """
        ns = {**self.curframe.f_globals, **self.curframe_locals}
        code.interact("*interactive*", local=ns)

    def do_alias(self, arg):
        """alias [name [command]]

        Make a word stand for a command. %1, %2 and so on in it are replaced by the words behind the name, %* by all
        of them; no quotes are needed around the command. "alias name" shows what the name stands for, "alias" shows all.

        An alias may use other aliases and may hide a command of the debugger. Only the first word of a line is looked at.

        Two that are useful in a file .pdbrc, for the fields of an object and for those of self:

        alias fields for key, value in vars(%1).items(): print(key, "=", repr(value))
        alias mine fields self
        """
        args = arg.split()
        if len(args) == 0:
            for alias in sorted(self.aliases.keys()):
                self.message("%s = %s" % (alias, self.aliases[alias]))
        elif len(args) == 1:
            if args[0] in self.aliases:
                self.message("%s = %s" % (args[0], self.aliases[args[0]]))
        else:
            self.aliases[args[0]] = ' '.join(args[1:])

    def do_unalias(self, arg):
        """unalias name

        Forget what a word stands for.
        """
        args = arg.split()
        if len(args) and args[0] in self.aliases:
            del self.aliases[args[0]]

    # ---- help ----

    def help_exec(self):
        """(!) statement

        Run a Python statement of one line in the current frame. The "!" is needed only where the line begins like a
        command of the debugger:
        (Pdb) !n = 42
        (Pdb)

        A variable of the module is assigned behind a "global" on the same line:
        (Pdb) global verbose; verbose = True
        (Pdb)
        """
        self.message((self.help_exec.__doc__ or '').strip())

    def help_pdb(self):
        import pdb
        self.message(pdb.__doc__)

    def do_help(self, arg):
        """h(elp)

        List the commands, or explain the one that is named. "help pdb" is about the debugger as a whole, "help exec" about "!".
        """
        if not arg:
            return cmd.Cmd.do_help(self, arg)
        try:
            try:
                topic = getattr(self, 'help_' + arg)
                return topic()
            except AttributeError:
                command = getattr(self, 'do_' + arg)
        except AttributeError:
            self.error('No help for %r' % arg)
        else:
            if sys.flags.optimize >= 2:
                self.error('No help for %r; please do not run Python with -OO if you need command help' % arg)
                return None
            if command.__doc__ is None:
                self.error('No help for %r; __doc__ string missing' % arg)
                return None
            self.message(self._help_message_from_doc(command.__doc__))
        return None

    do_h = do_help

    def _help_message_from_doc(self, doc):
        """The docstring, moved in by the prompt's width; its first paragraph is how to write the command."""
        lines = [line.strip() for line in doc.rstrip().splitlines()]
        usage_end = lines.index("") if "" in lines else 1
        indent = " " * len(self.prompt)
        heads = ["Usage: "] + ["       "] * (usage_end - 1)
        heads += [""] * (len(lines) - len(heads))
        return "\n".join(indent + head + line for head, line in zip(heads, lines))

    def lookupmodule(self, filename):
        """The path of a file or module that a breakpoint names, or None; a derived class may know other ways."""
        if not filename.endswith('.py'):
            filename = filename + '.py'
        if os.path.isabs(filename) and os.path.exists(filename):
            return filename
        f = os.path.join(sys.path[0], filename)
        if os.path.exists(f) and self.canonic(f) == self.mainpyfile:
            return f
        for dirname in sys.path:
            fullname = os.path.join(os.path.realpath(dirname), filename)
            if os.path.exists(fullname):
                return fullname
        return None
