"""Figures of a profile, read, added up, sorted and printed: Stats, and the keys to sort by."""

import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key
import marshal

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


class SortKey(StrEnum):
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = member
        member._all_values = values
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """A whole profile as an object: the time, and a FunctionProfile by function name."""
    total_tt: float
    func_profiles: dict[str, FunctionProfile]


StatsProfile.__doc__ = 'The total time and a FunctionProfile for each function name.'


class Stats:
    """The figures of one profile or of several, and reports on them.

    It is made of Profile objects and of names of files that dump_stats() wrote, whose figures are added up.

    sort_stats(), reverse_order() and strip_dirs() change what the print methods show, and return the object, so that calls can be
    chained. The print methods take restrictions, applied in turn: an int for the count of lines, a float between 0 and 1 for
    a part of them, a str for a regular expression that the standard name must match.

    stats maps (file, line, name) to (primitive calls, calls, own time, total time, callers).
    """

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        if not args:
            arg = None
        else:
            arg = args[0]
            args = args[1:]
        self.init(arg)
        self.add(*args)

    def init(self, arg):
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = 0
        self.total_calls = 0
        self.prim_calls = 0
        self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            print("Invalid timing data %s" % (self.files[-1] if self.files else ''), file=self.stream)
            raise

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            with open(arg, 'rb') as f:
                self.stats = marshal.load(f)
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + "    " + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError("Cannot create or construct a %r object from %r" % (self.__class__, arg))

    def get_top_level_stats(self):
        for func, (cc, nc, tt, ct, callers) in self.stats.items():
            self.total_calls += nc
            self.prim_calls += cc
            self.total_tt += tt
            if ("jprofile", 0, "profiler") in callers:
                self.top_level.add(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(func)))

    def add(self, *arg_list):
        for item in reversed(arg_list):
            if type(self) != type(item):
                item = Stats(item)
            self.files += item.files
            self.total_calls += item.total_calls
            self.prim_calls += item.prim_calls
            self.total_tt += item.total_tt
            self.top_level |= item.top_level
            self.max_name_len = max(self.max_name_len, item.max_name_len)
            self.fcn_list = None
            for func, stat in item.stats.items():
                old = self.stats.get(func, (0, 0, 0, 0, {}))
                self.stats[func] = add_func_stats(old, stat)
        return self

    def dump_stats(self, filename):
        """Write the figures to a file, which Stats() takes as an argument."""
        with open(filename, 'wb') as f:
            marshal.dump(self.stats, f)

    # the columns that can be sorted by: their names, which items of the sorted tuples they are and in which direction
    sort_arg_dict_default = {
        "calls": (((1, -1),), "call count"),
        "ncalls": (((1, -1),), "call count"),
        "cumtime": (((3, -1),), "cumulative time"),
        "cumulative": (((3, -1),), "cumulative time"),
        "filename": (((4, 1),), "file name"),
        "line": (((5, 1),), "line number"),
        "module": (((4, 1),), "file name"),
        "name": (((6, 1),), "function name"),
        "nfl": (((6, 1), (4, 1), (5, 1)), "name/file/line"),
        "pcalls": (((0, -1),), "primitive call count"),
        "stdname": (((7, 1),), "standard name"),
        "time": (((2, -1),), "internal time"),
        "tottime": (((2, -1),), "internal time"),
    }

    def get_sort_arg_defs(self):
        """The orders to sort by, under each beginning of a name that only one of them has."""
        if not self.sort_arg_dict:
            counts = {}
            for word in self.sort_arg_dict_default:
                for end in range(1, len(word) + 1):
                    counts.setdefault(word[:end], []).append(word)
            for part, words in counts.items():
                meanings = {self.sort_arg_dict_default[word] for word in words}
                if part in self.sort_arg_dict_default:
                    self.sort_arg_dict[part] = self.sort_arg_dict_default[part]
                elif len(words) == 1:
                    self.sort_arg_dict[part] = meanings.pop()
        return self.sort_arg_dict

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}[field[0]]]
        elif len(field) >= 2:
            for arg in field[1:]:
                if type(arg) != type(field[0]):
                    raise TypeError("Can't have mixed argument type")
        sort_arg_defs = self.get_sort_arg_defs()
        keys = []
        self.sort_type = ""
        connector = ""
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            keys += sort_arg_defs[word][0]
            self.sort_type += connector + sort_arg_defs[word][1]
            connector = ", "
        rows = [(cc, nc, tt, ct) + func + (func_std_string(func), func) for func, (cc, nc, tt, ct, callers) in self.stats.items()]
        rows.sort(key=cmp_to_key(TupleComp(keys).compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        oldstats = self.stats
        self.stats = newstats = {}
        max_name_len = 0
        for func, (cc, nc, tt, ct, callers) in oldstats.items():
            newfunc = func_strip_path(func)
            max_name_len = max(max_name_len, len(func_std_string(newfunc)))
            newcallers = {func_strip_path(caller): value for caller, value in callers.items()}
            stat = (cc, nc, tt, ct, newcallers)
            newstats[newfunc] = add_func_stats(newstats[newfunc], stat) if newfunc in newstats else stat
        self.top_level = {func_strip_path(func) for func in self.top_level}
        self.max_name_len = max_name_len
        self.fcn_list = None
        self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = all_callees = {}
        for func, (cc, nc, tt, ct, callers) in self.stats.items():
            all_callees.setdefault(func, {})
            for caller, value in callers.items():
                all_callees.setdefault(caller, {})[func] = value

    # ---- restricting ----

    def eval_print_amount(self, sel, list, msg):
        chosen = list
        if isinstance(sel, str):
            try:
                search = re.compile(sel).search
            except re.error:
                return list, msg + "   <Invalid regular expression %r>\n" % sel
            chosen = [func for func in list if search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            chosen = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            chosen = list[:sel]
        if len(chosen) != len(list):
            msg += "   List reduced from %r to %r due to restriction <%r>\n" % (len(list), len(chosen), sel)
        return chosen, msg

    def get_stats_profile(self):
        """The figures as a StatsProfile, the functions in the order of the last sort."""
        func_list = self.fcn_list[:] if self.fcn_list else list(self.stats.keys())
        if not func_list:
            return StatsProfile(0, {})
        total_tt = float(f8(self.total_tt))
        func_profiles = {}
        for func in func_list:
            cc, nc, tt, ct, callers = self.stats[func]
            file_name, line_number, func_name = func
            func_profiles[func_name] = FunctionProfile(
                str(nc) if nc == cc else str(nc) + '/' + str(cc),
                float(f8(tt)), 0 if nc == 0 else float(f8(tt / nc)),
                float(f8(ct)), 0 if cc == 0 else float(f8(ct / cc)),
                file_name, line_number)
        return StatsProfile(total_tt, func_profiles)

    def get_print_list(self, sel_list):
        if self.fcn_list:
            chosen, msg = self.fcn_list[:], "   Ordered by: " + self.sort_type + '\n'
        else:
            chosen, msg = [*self.stats], "   Random listing order was used\n"
        for restriction in sel_list:
            chosen, msg = self.eval_print_amount(restriction, chosen, msg)
        if not chosen:
            return 0, chosen
        print(msg, file=self.stream)
        is_part = len(chosen) < len(self.stats)
        width = max(len(func_std_string(func)) for func in chosen) if is_part else self.max_name_len
        return width + 2, chosen

    # ---- printing ----

    def print_stats(self, *amount):
        def tell(*words):
            print(*words, file=self.stream)

        for filename in self.files:
            tell(filename)
        if self.files:
            tell()
        indent = ' ' * 8
        for func in self.top_level:
            tell(indent, func_get_function_name(func))
        calls = "%s function calls" % self.total_calls
        if self.total_calls != self.prim_calls:
            calls += " (%d primitive calls)" % self.prim_calls
        tell(indent, calls, "in %.3f seconds" % self.total_tt)
        tell()
        chosen = self.get_print_list(amount)[1]
        if chosen:
            self.print_title()
            for func in chosen:
                self.print_line(func)
            tell()
            tell()
        return self

    def print_callees(self, *amount):
        width, list = self.get_print_list(amount)
        if list:
            self.calc_callees()
            self.print_call_heading(width, "called...")
            for func in list:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callers(self, *amount):
        width, list = self.get_print_list(amount)
        if list:
            self.print_call_heading(width, "was called by...")
            for func in list:
                self.print_call_line(width, func, self.stats[func][4], "<-")
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print("Function ".ljust(name_size) + column_title, file=self.stream)
        callers = next((entry[4] for entry in self.stats.values() if entry[4]), None)
        if callers and isinstance(next(iter(callers.values())), tuple):
            print(" " * name_size + "    ncalls  tottime  cumtime", file=self.stream)

    def print_call_line(self, name_size, source, call_dict, arrow="->"):
        print(func_std_string(source).ljust(name_size) + arrow, end=' ', file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ""
        for func in sorted(call_dict.keys()):
            name = func_std_string(func)
            value = call_dict[func]
            if isinstance(value, tuple):
                nc, cc, tt, ct = value
                substats = '%d/%d' % (nc, cc) if nc != cc else '%d' % (nc,)
                substats = '%s %s %s  %s' % (substats.rjust(7 + 2 * len(indent)), f8(tt), f8(ct), name)
                left_width = name_size + 1
            else:
                substats = '%s(%r) %s' % (name, value, f8(self.stats[func][3]))
                left_width = name_size + 3
            print(indent * left_width + substats, file=self.stream)
            indent = " "

    def print_title(self):
        print('   ncalls  tottime  percall  cumtime  percall', end=' ', file=self.stream)
        print('filename:lineno(function)', file=self.stream)

    def print_line(self, func):
        cc, nc, tt, ct, callers = self.stats[func]
        c = str(nc)
        if nc != cc:
            c = c + '/' + str(cc)
        print(c.rjust(9), end=' ', file=self.stream)
        print(f8(tt), end=' ', file=self.stream)
        print(' ' * 8 if nc == 0 else f8(tt / nc), end=' ', file=self.stream)
        print(f8(ct), end=' ', file=self.stream)
        print(' ' * 8 if cc == 0 else f8(ct / cc), end=' ', file=self.stream)
        print(func_std_string(func), file=self.stream)


class TupleComp:
    """Compares tuples by chosen items, each upwards (1) or downwards (-1)."""

    def __init__(self, comp_select_list):
        self.comp_select_list = comp_select_list

    def compare(self, left, right):
        for index, direction in self.comp_select_list:
            l, r = left[index], right[index]
            if l < r:
                return -direction
            if l > r:
                return direction
        return 0


# ---- functions of names and figures ----

def func_strip_path(func_name):
    filename, line, name = func_name
    return os.path.basename(filename), line, name

def func_get_function_name(func):
    return func[2]

def func_std_string(func_name):
    if func_name[:2] == ('~', 0):
        name = func_name[2]
        if name.startswith('<') and name.endswith('>'):
            return '{%s}' % name[1:-1]
        return name
    return "%s:%d(%s)" % func_name

def add_func_stats(target, source):
    """The sum of two functions' figures; the callers are merged."""
    cc, nc, tt, ct, callers = source
    t_cc, t_nc, t_tt, t_ct, t_callers = target
    return cc + t_cc, nc + t_nc, tt + t_tt, ct + t_ct, add_callers(t_callers, callers)

def add_callers(target, source):
    """The sum of two dicts of callers."""
    new_callers = dict(target)
    for func, caller in source.items():
        if func in new_callers:
            if isinstance(caller, tuple):
                new_callers[func] = tuple(i + j for i, j in zip(caller, new_callers[func]))
            else:
                new_callers[func] += caller
        else:
            new_callers[func] = caller
    return new_callers

def count_calls(callers):
    """How many calls the callers made together."""
    return sum(callers.values())

def f8(x):
    return "%8.3f" % x


# ---- a browser of statistics files ----

if __name__ == '__main__':
    import cmd

    class ProfileBrowser(cmd.Cmd):
        def __init__(self, profile=None):
            cmd.Cmd.__init__(self)
            self.prompt = "% "
            self.stats = None
            self.stream = sys.stdout
            if profile is not None:
                self.do_read(profile)

        def generic(self, fn, line):
            processed = []
            for term in line.split():
                for kind in int, float:
                    try:
                        processed.append(kind(term))
                        break
                    except ValueError:
                        continue
                else:
                    processed.append(term)
            if self.stats:
                getattr(self.stats, fn)(*processed)
            else:
                print("No statistics object is loaded.", file=self.stream)
            return 0

        def do_add(self, line):
            if self.stats:
                try:
                    self.stats.add(line)
                except OSError as e:
                    print("Failed to load statistics for %s: %s" % (line, e), file=self.stream)
            else:
                print("No statistics object is loaded.", file=self.stream)
            return 0

        def do_callees(self, line):
            return self.generic('print_callees', line)

        def do_callers(self, line):
            return self.generic('print_callers', line)

        def do_EOF(self, line):
            print("", file=self.stream)
            return 1

        def do_quit(self, line):
            return 1

        def do_read(self, line):
            if line:
                try:
                    self.stats = Stats(line)
                except OSError as err:
                    print(err.args[1], file=self.stream)
                    return
                except Exception as err:
                    print(err.__class__.__name__ + ':', err, file=self.stream)
                    return
                self.prompt = line + "% "
            elif len(self.prompt) > 2:
                self.do_read(self.prompt[:-2])
            else:
                print("No statistics object is current -- cannot reload.", file=self.stream)
            return 0

        def do_reverse(self, line):
            if self.stats:
                self.stats.reverse_order()
            else:
                print("No statistics object is loaded.", file=self.stream)
            return 0

        def do_sort(self, line):
            if not self.stats:
                print("No statistics object is loaded.", file=self.stream)
                return
            abbrevs = self.stats.get_sort_arg_defs()
            if line and all(word in abbrevs for word in line.split()):
                self.stats.sort_stats(*line.split())
            else:
                print("Valid sort keys (unique prefixes are accepted):", file=self.stream)
                for key, value in Stats.sort_arg_dict_default.items():
                    print("%s -- %s" % (key, value[1]), file=self.stream)
            return 0

        def do_stats(self, line):
            return self.generic('print_stats', line)

        def do_strip(self, line):
            if self.stats:
                self.stats.strip_dirs()
            else:
                print("No statistics object is loaded.", file=self.stream)

        def postcmd(self, stop, line):
            return stop or None

    initprofile = sys.argv[1] if len(sys.argv) > 1 else None
    try:
        browser = ProfileBrowser(initprofile)
        for profile in sys.argv[2:]:
            browser.do_add(profile)
        print("Welcome to the profile statistics browser.", file=browser.stream)
        browser.cmdloop()
        print("Goodbye.", file=browser.stream)
    except KeyboardInterrupt:
        pass
