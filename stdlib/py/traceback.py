"""The text of exceptions and stacks: extracting, formatting and printing tracebacks.

A TracebackException holds everything that is shown of an exception as plain data, so it can be kept without keeping
frames alive. Formatting gives lists or iterators of strings that end in newlines. What is needed only now and then
(the scanner behind `~~^~~`, the search for similar names) is in modules of its own, imported on use.
"""
import sys
import linecache
from itertools import islice

__all__ = ['extract_stack', 'extract_tb', 'format_exception',
           'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception',
           'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException',
           'walk_stack', 'walk_tb']


class _Sentinel:
    def __repr__(self):
        return "<implicit>"


_sentinel = _Sentinel()

_cause_message = ("\nThe above exception was the direct cause "
                  "of the following exception:\n\n")
_context_message = ("\nDuring handling of the above exception, "
                    "another exception occurred:\n\n")

# A line repeated more often than this is folded.
_RECURSIVE_CUTOFF = 3


# ---- functions over lists of entries

def print_list(extracted_list, file=None):
    """Print entries as extract_tb() and extract_stack() give them."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end="")


def format_list(extracted_list):
    """Return the text of entries (FrameSummary objects or 4-tuples), one string each."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback, `limit` at most (of the innermost ones if negative)."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    """Return what print_tb() would print, one string per entry."""
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """Return a StackSummary of a traceback's entries."""
    return StackSummary._extract_from_extended_frame_gen(_walk_tb_with_full_positions(tb), limit=limit)


def print_stack(f=None, limit=None, file=None):
    """Print the stack from a frame, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """Return what print_stack() would print, one string per entry."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """Return a StackSummary from a frame, by default the caller's; oldest entry first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def walk_stack(f):
    """Iterate over (frame, line number) from a frame outwards; None is the frame that asks."""
    if f is None:
        # the generator runs below StackSummary.extract() and its helpers
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Iterate over (frame, line number) of a traceback's entries."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    "Clear the locals of all frames of a traceback that are no longer running."
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:    # still running
            pass
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    # (frame, (line, end line, column, end column)); columns count UTF-8 bytes and may be None
    while tb is not None:
        lineno, end_lineno, colno, end_colno = _get_code_position(tb.tb_frame.f_code, tb.tb_lasti)
        if lineno is None:
            lineno = tb.tb_lineno
        yield tb.tb_frame, (lineno, end_lineno, colno, end_colno)
        tb = tb.tb_next


def _get_code_position(code, instruction_index):
    if instruction_index < 0:
        return (None, None, None, None)
    return next(islice(code.co_positions(), instruction_index // 2, None))


# ---- functions over exceptions

def _parse_value_tb(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return value, tb


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Print an exception with its traceback, and those it is chained to, to sys.stderr or a file."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """Return what print_exception() would print as a list of strings."""
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    """Return the lines after the traceback: type, message, notes, a SyntaxError's source."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Print the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """Return what print_exc() would print as one string."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that last ended a statement of an interactive session."""
    if hasattr(sys, 'last_exc'):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
        return
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def _format_final_exc_line(etype, value):
    text = _safe_string(value, 'exception')
    if value is None or not text:
        return f"{etype}\n"
    return f"{etype}: {text}\n"


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


# ---- entries

class FrameSummary:
    """One entry of a traceback or stack. Also behaves as the tuple (filename, lineno, name, line)."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line
        self.locals = None
        if locals:
            self.locals = {k: _safe_string(v, 'local', func=repr) for k, v in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def _original_line(self):
        # The source line with its indentation.
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


class StackSummary(list):
    """A list of FrameSummary objects, oldest first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make one from an iterator of (frame, line number), as walk_stack() and walk_tb() give them."""
        def with_positions():
            for frame, lineno in frame_gen:
                yield frame, (lineno, None, None, None)

        return klass._extract_from_extended_frame_gen(
            with_positions(), limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True,
                                         capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = islice(frame_gen, limit)
            else:
                frame_gen = list(frame_gen)[limit:]
        result = klass()
        names = set()
        for frame, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = frame.f_code
            names.add(code.co_filename)
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for name in names:
            linecache.checkcache(name)
        if lookup_lines:
            for entry in result:
                entry.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make one from FrameSummary objects and (filename, lineno, name, line) tuples."""
        result = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            result.append(entry)
        return result

    def format_frame_summary(self, frame_summary):
        """Return the lines for one entry; None, from an override, leaves the entry out."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line.strip()}\n'
            text += _markers(frame_summary, len(frame_summary._original_line))
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self):
        """Return the text, one string per entry; runs of the same entry are folded into a note."""
        result = []
        last = None
        count = 0
        for entry in self:
            text = self.format_frame_summary(entry)
            if text is None:
                continue
            place = entry.filename, entry.lineno, entry.name
            if place != last:
                if count > _RECURSIVE_CUTOFF:
                    result.append(_folded(count))
                last = place
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        if count > _RECURSIVE_CUTOFF:
            result.append(_folded(count))
        return result


def _folded(count):
    more = count - _RECURSIVE_CUTOFF
    return f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'


# ---- markers below a source line

def _markers(entry, line_length, uncaught=False):
    """The line of ^^^^ or ~~^~~ below an entry's source line, '' if it would mark all that is shown of it.

    What is shown is the line without indentation and trailing space. Like CPython's, the module lets the
    latter shift the markers; the report of an uncaught exception keeps it and has them in place.
    """
    if entry.colno is None or entry.end_colno is None:
        return ''
    line = entry._original_line
    shown = line.lstrip().rstrip('\n') if uncaught else line.strip()
    start = _character_offset(line, entry.colno)
    end = _character_offset(line, entry.end_colno)
    anchors = None
    if entry.lineno == entry.end_lineno:
        segment = line[start:end]
        if not segment.isidentifier():
            from _source_anchors import find_anchors
            try:
                anchors = find_anchors(segment, uncaught)
            except Exception:   # a changed source file, at worst
                anchors = None
    else:
        end = len(line.rstrip())
    if end - start >= len(shown) and not (anchors and anchors[1] > anchors[0]):
        return ''
    first = _display_width(line, start)
    width = _display_width(line, end) - first
    text = '    ' + ' ' * (first + 1 - (line_length - len(shown)))
    if anchors:
        left = _display_width(segment, anchors[0])
        right = _display_width(segment, anchors[1])
        text += '~' * left + '^' * (right - left) + '~' * (width - right)
    else:
        text += '^' * width
    return text + '\n'


def _character_offset(text, offset):
    if text.isascii():
        return min(offset, len(text))
    return len(text.encode('utf-8')[:offset].decode('utf-8', errors='replace'))


# The first and last code points of the ranges that a terminal shows two columns wide.
_WIDE = (
    (0x1100, 0x115f), (0x231a, 0x231b), (0x2329, 0x232a), (0x23e9, 0x23ec), (0x23f0, 0x23f0), (0x23f3, 0x23f3),
    (0x25fd, 0x25fe), (0x2614, 0x2615), (0x2648, 0x2653), (0x267f, 0x267f), (0x2693, 0x2693), (0x26a1, 0x26a1),
    (0x26aa, 0x26ab), (0x26bd, 0x26be), (0x26c4, 0x26c5), (0x26ce, 0x26ce), (0x26d4, 0x26d4), (0x26ea, 0x26ea),
    (0x26f2, 0x26f3), (0x26f5, 0x26f5), (0x26fa, 0x26fa), (0x26fd, 0x26fd), (0x2705, 0x2705), (0x270a, 0x270b),
    (0x2728, 0x2728), (0x274c, 0x274c), (0x274e, 0x274e), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27b0, 0x27b0), (0x27bf, 0x27bf), (0x2b1b, 0x2b1c), (0x2b50, 0x2b50), (0x2b55, 0x2b55), (0x2e80, 0x303e),
    (0x3041, 0x3247), (0x3250, 0x4dbf), (0x4e00, 0xa4c6), (0xa960, 0xa97c), (0xac00, 0xd7a3), (0xf900, 0xfaff),
    (0xfe10, 0xfe19), (0xfe30, 0xfe6b), (0xff01, 0xff60), (0xffe0, 0xffe6), (0x16fe0, 0x1b2fb),
    (0x1f004, 0x1f004), (0x1f0cf, 0x1f0cf), (0x1f18e, 0x1f18e), (0x1f191, 0x1f19a), (0x1f200, 0x1f320),
    (0x1f32d, 0x1f335), (0x1f337, 0x1f37c), (0x1f37e, 0x1f393), (0x1f3a0, 0x1f3ca), (0x1f3cf, 0x1f3d3),
    (0x1f3e0, 0x1f3f0), (0x1f3f4, 0x1f3f4), (0x1f3f8, 0x1f43e), (0x1f440, 0x1f440), (0x1f442, 0x1f4fc),
    (0x1f4ff, 0x1f53d), (0x1f54b, 0x1f54e), (0x1f550, 0x1f567), (0x1f57a, 0x1f57a), (0x1f595, 0x1f596),
    (0x1f5a4, 0x1f5a4), (0x1f5fb, 0x1f64f), (0x1f680, 0x1f6c5), (0x1f6cc, 0x1f6cc), (0x1f6d0, 0x1f6d2),
    (0x1f6d5, 0x1f6df), (0x1f6eb, 0x1f6ec), (0x1f6f4, 0x1f6fc), (0x1f7e0, 0x1f7f0), (0x1f90c, 0x1f93a),
    (0x1f93c, 0x1f945), (0x1f947, 0x1f9ff), (0x1fa70, 0x1faf8), (0x20000, 0x3fffd))


def _display_width(line, offset):
    """How many columns of a terminal the first `offset` characters take."""
    if line.isascii():
        return offset
    width = 0
    for char in line[:offset]:
        width += 1
        point = ord(char)
        if point >= 0x1100:
            low, high = 0, len(_WIDE)
            while low < high:
                middle = (low + high) // 2
                if point > _WIDE[middle][1]:
                    low = middle + 1
                else:
                    high = middle
            if low < len(_WIDE) and point >= _WIDE[low][0]:
                width += 1
    return width


# ---- exceptions

class TracebackException:
    """What can be shown of an exception, its chain and its group, taken when the object is made.

    With `compact`, only the parts of the chain that format() would show are kept. `max_group_width` and
    `max_group_depth` limit how much of exception groups is shown.
    """

    _stack_type = StackSummary
    _is_uncaught = False
    _import_hint_end = "'"

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None,
                 lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        is_top = _seen is None
        if is_top:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = self._stack_type._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback), limit=limit,
            lookup_lines=lookup_lines, capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        if exc_type is not None:
            if issubclass(exc_type, SyntaxError):
                self._take_syntax_error(exc_value)
            else:
                self._add_suggestion(exc_type, exc_value, exc_traceback)
        if not is_top:
            return

        self._take_related(exc_value, compact, _seen, dict(
            limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
            max_group_width=max_group_width, max_group_depth=max_group_depth))

    def _take_related(self, exc_value, compact, seen, options):
        # Causes, contexts and members of groups, without recursion: chains can be long.
        def summary(exc):
            if exc is None or id(exc) in seen:
                return None
            made = TracebackException(type(exc), exc, exc.__traceback__, _seen=seen, **options)
            queue.append((made, exc))
            return made

        queue = [(self, exc_value)]
        while queue:
            te, exc = queue.pop()
            if exc is None:
                continue
            te.__cause__ = summary(exc.__cause__)
            if not compact or (te.__cause__ is None and not exc.__suppress_context__):
                te.__context__ = summary(exc.__context__)
            if isinstance(exc, BaseExceptionGroup):
                te.exceptions = []
                for member in exc.exceptions:
                    made = TracebackException(type(member), member, member.__traceback__, _seen=seen, **options)
                    te.exceptions.append(made)
                    queue.append((made, member))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one from an exception object."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _take_syntax_error(self, exc):
        self.filename = exc.filename
        self.lineno = None if exc.lineno is None else str(exc.lineno)
        self.end_lineno = None if exc.end_lineno is None else str(exc.end_lineno)
        self.text = exc.text
        self.offset = exc.offset
        self.end_offset = exc.end_offset
        self.msg = exc.msg

    def _add_suggestion(self, exc_type, exc, tb):
        if issubclass(exc_type, ImportError):
            wrong = getattr(exc, 'name_from', None)
        elif issubclass(exc_type, (NameError, AttributeError)):
            wrong = getattr(exc, 'name', None)
        else:
            return
        if wrong is None:
            return
        from _name_suggestions import suggest
        found = suggest(exc, tb, wrong, self._is_uncaught)
        if found:
            self._str += f". Did you mean: '{found}'?"
        if issubclass(exc_type, NameError) and wrong in sys.stdlib_module_names:
            self._str += f"{' Or did' if found else '. Did'} you forget to import '{wrong}{self._import_hint_end}"

    def _load_lines(self):
        for frame in self.stack:
            frame.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Iterate over the lines after the traceback."""
        if self.exc_type is None:
            yield _format_final_exc_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            if not isinstance(module, str):
                module = "<unknown>"
            name = f'{module}.{name}'
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _format_final_exc_line(name, self._str)
        notes = self.__notes__
        if notes is None:
            return
        if _is_note_list(notes):
            for note in notes:
                for line in _safe_string(note, 'note').split('\n'):
                    yield line + '\n'
        else:
            yield _safe_string(notes, '__notes__', func=repr) + '\n'

    def _format_syntax_error(self, name):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            yield from self._syntax_lines()
        yield f'{name}: {self.msg or "<no detail available>"}{suffix}\n'

    def _syntax_lines(self):
        right = self.text.rstrip('\n')
        shown = right.lstrip(' \n\f')
        yield f'    {shown}\n'
        if self.offset is None:
            return
        # 1-based columns of the unstripped line; a range that ends in a later line is not thought of, as in CPython.
        start, end = self.offset, self.end_offset or self.offset
        if end in (start, -1):
            end = start + 1
        column = start - 1 - (len(right) - len(shown))
        if column >= 0:
            blank = ''.join(c if c.isspace() else ' ' for c in shown[:column])
            yield f'    {blank}{"^" * (end - start)}\n'

    def format(self, *, chain=True, _ctx=None):
        """Iterate over the whole text; the message is the last line but for notes."""
        margin = _ctx if _ctx is not None else _Margin()
        for message, exc in self._chain_oldest_first() if chain else [(None, self)]:
            if message is not None:
                yield margin.indented(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield margin.indented('Traceback (most recent call last):\n')
                    for text in exc.stack.format():
                        yield margin.indented(text)
                yield from exc._format_message(margin)
            elif margin.depth > self.max_group_depth:
                yield margin.indented(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from self._format_group(exc, chain, margin)

    def _format_message(self, margin):
        for text in self.format_exception_only():
            yield margin.indented(text)

    def _chain_oldest_first(self):
        found = []
        exc = self
        while exc is not None:
            if exc.__cause__ is not None:
                found.append((_cause_message, exc))
                exc = exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                found.append((_context_message, exc))
                exc = exc.__context__
            else:
                found.append((None, exc))
                exc = None
        found.reverse()
        return found

    def _format_group(self, exc, chain, margin):
        outermost = margin.depth == 0
        if outermost:
            margin.depth = 1
        if exc.stack:
            yield margin.indented('Exception Group Traceback (most recent call last):\n', '+' if outermost else '|')
            for text in exc.stack.format():
                yield margin.indented(text)
        yield from exc._format_message(margin)
        total = len(exc.exceptions)
        shown = min(total, self.max_group_width)
        rows = shown + 1 if total > shown else shown
        margin.open_box = False
        for i in range(rows):
            last = i == rows - 1
            if last:
                # the innermost last member draws the closing line for all boxes that end there
                margin.open_box = True
            title = str(i + 1) if i < shown else '...'
            yield f'{margin.blank()}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n'
            margin.depth += 1
            if i < shown:
                yield from exc.exceptions[i].format(chain=chain, _ctx=margin)
            else:
                more = total - shown
                yield margin.indented(f'and {more} more exception{"s" if more > 1 else ""}\n')
            if last and margin.open_box:
                yield margin.blank() + '+------------------------------------\n'
                margin.open_box = False
            margin.depth -= 1
        if outermost:
            margin.depth = 0

    def print(self, *, file=None, chain=True):
        """Print what format() gives to sys.stderr or a file."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")


# ---- the interpreter's own report

class _UncaughtStack(StackSummary):
    def format_frame_summary(self, entry):
        text = f'  File "{entry.filename}", line {entry.lineno}, in {entry.name}\n'
        if entry.line:
            shown = entry._original_line.lstrip().rstrip('\n')
            text += f'    {shown}\n{_markers(entry, len(entry._original_line), True)}'
        return text


class _UncaughtException(TracebackException):
    # CPython reports uncaught exceptions by C code that differs from its traceback module in details.
    _stack_type = _UncaughtStack
    _import_hint_end = "'?"
    _is_uncaught = True

    def _take_related(self, exc_value, compact, seen, options):
        # In the order in which they are printed: an exception's chain before its members, each of them with all that belongs to it.
        seen.clear()

        def summary(exc):
            return _UncaughtException(type(exc), exc, exc.__traceback__, _seen=set(), **options)

        rest = [(self, exc_value, False)]
        while rest:
            te, exc, chained = rest.pop()
            if chained:
                te.exceptions = [summary(member) for member in exc.exceptions]
                rest.extend([(made, member, False) for made, member in zip(te.exceptions, exc.exceptions)][::-1])
                continue
            if exc is None:
                continue
            seen.add(id(exc))
            if isinstance(exc, BaseExceptionGroup):
                rest.append((te, exc, True))
            older = exc.__cause__ if exc.__cause__ is not None else None if exc.__suppress_context__ else exc.__context__
            if older is not None and id(older) not in seen:
                made = summary(older)
                if exc.__cause__ is not None:
                    te.__cause__ = made
                else:
                    te.__context__ = made
                rest.append((made, older, False))

    def _format_message(self, margin):
        # A message of several lines gets a margin before the first one only, a syntax error's source line none.
        in_source = self.exc_type is not None and issubclass(self.exc_type, SyntaxError)
        for text in self.format_exception_only():
            if in_source and text.startswith('    '):
                yield text
                continue
            in_source = in_source and text.startswith('  File')
            first = text.splitlines(True)[:1]
            yield margin.indented(first[0]) + text[len(first[0]):] if first else text

    def _syntax_lines(self):
        # CPython measures the text in bytes and marks it without regard to tabs. Of several lines it shows those from the one on in which the
        # column lies when all are counted as one.
        raw = self.text.encode('utf-8', 'replace')
        text = raw.lstrip(b' \t\f')
        offset = -1 if self.offset is None else self.offset
        width = self._syntax_end(len(raw)) - offset
        offset -= 1 + len(raw) - len(text)
        offset = min(offset, len(text) - text.endswith(b'\n'))
        while -1 < text.find(b'\n') < offset:
            end = text.find(b'\n') + 1
            text, offset = text[end:], offset - end
        yield f'    {text.decode()}' + ('' if text.endswith(b'\n') else '\n')
        if offset >= 0:
            yield ' ' * (offset + 4) + '^' * max(width, 1) + '\n'

    def _syntax_end(self, size):
        # Subclasses such as IndentationError get one mark; a range that goes on in a later line ends with this one.
        if self.exc_type is not SyntaxError:
            return 0
        if self.end_lineno is not None and int(self.end_lineno) > int(self.lineno):
            return size
        return min(self.end_offset or 0, size + 1)


def _summarize_uncaught(exc):
    limit = getattr(sys, 'tracebacklimit', None)
    if not isinstance(limit, int):
        limit = sys.maxsize
    limit = -limit if limit > 0 else 0    # of this report, the innermost calls
    return _UncaughtException(type(exc), exc, exc.__traceback__, limit=limit, compact=True)


def _print_uncaught(exc, file=None):
    """Report an exception that ends the program: what sys.excepthook prints."""
    _summarize_uncaught(exc).print(file=file)


def _format_uncaught(exc):
    """The same as a text."""
    return ''.join(_summarize_uncaught(exc).format())


def _print_unraisable(exc):
    """Report an exception that could not be raised, without notes and those that it is chained to."""
    report = _UncaughtException(type(exc), exc, exc.__traceback__, compact=True)
    lines = report.stack.format()
    if lines:
        lines.insert(0, 'Traceback (most recent call last):\n')
    kind = type(exc)
    module = kind.__module__
    if not isinstance(module, str):
        module = '<unknown>'
    name = kind.__qualname__ if module in ('builtins', '__main__') else f'{module}.{kind.__qualname__}'
    text = _safe_string(exc, 'exception')
    lines.append(f'{name}: {text}\n')
    sys.stderr.write(''.join(lines))


class _Margin:
    # The left margin while groups are printed: two columns per depth and a rule.
    def __init__(self):
        self.depth = 0
        self.open_box = False

    def blank(self):
        return ' ' * (2 * self.depth)

    def indented(self, text, rule='|'):
        if not self.depth:
            return text
        prefix = f'{self.blank()}{rule} '
        return ''.join([prefix + line for line in text.splitlines(True)])


def _is_note_list(notes):
    if isinstance(notes, (list, tuple)):
        return True
    if isinstance(notes, (str, bytes)):
        return False
    from _collections_abc import Sequence
    return isinstance(notes, Sequence)
