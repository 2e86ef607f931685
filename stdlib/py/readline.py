"""Line editing as the module of this name has it: history and completion for input() of scripts that ask for them.

The prompt of this interpreter edits lines by itself. What is kept here is the history, with its files, and what was set; it does not act on input().
"""

_history = []
_limit = -1
_completer = None
_delims = ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'
_auto = True

__all__ = ['parse_and_bind', 'read_init_file', 'get_line_buffer', 'insert_text', 'redisplay', 'read_history_file', 'write_history_file',
           'append_history_file', 'get_history_length', 'set_history_length', 'get_current_history_length', 'get_history_item', 'remove_history_item',
           'replace_history_item', 'add_history', 'clear_history', 'set_auto_history', 'set_startup_hook', 'set_pre_input_hook', 'set_completer',
           'get_completer', 'get_completion_type', 'get_begidx', 'get_endidx', 'set_completer_delims', 'get_completer_delims',
           'set_completion_display_matches_hook']


def parse_and_bind(string, /):
    """One line of readline's settings: noted by nobody here."""

def read_init_file(filename=None, /):
    """A file of readline's settings: nothing is read."""

def get_line_buffer():
    """What has been typed on this line."""
    return ''

def insert_text(string, /):
    """Type a text for the user, where the cursor is."""

def redisplay():
    """Draw the line anew."""

def read_history_file(filename=None, /):
    """Add the lines of a file, ~/.history by default, to the history."""
    with open(_path(filename), encoding='utf-8', errors='surrogateescape') as f:
        _history.extend(line.rstrip('\n') for line in f if line != '_HiStOrY_V2_\n')

def write_history_file(filename=None, /):
    """Write the history to a file, ~/.history by default."""
    lines = _history if _limit < 0 else _history[len(_history) - min(_limit, len(_history)):]
    with open(_path(filename), 'w', encoding='utf-8', errors='surrogateescape') as f:
        f.writelines(line + '\n' for line in lines)

def append_history_file(nelements, filename=None, /):
    """Add the last `nelements` lines of the history to a file."""
    with open(_path(filename), 'a', encoding='utf-8', errors='surrogateescape') as f:
        f.writelines(line + '\n' for line in _history[len(_history) - min(nelements, len(_history)):])

def _path(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else filename

def get_history_length():
    """How many lines a history file may have; negative if that is not limited."""
    return _limit

def set_history_length(length, /):
    """Say how many lines a history file may have; a negative number removes the limit."""
    global _limit
    _limit = length

def get_current_history_length():
    """How many lines the history has now."""
    return len(_history)

def get_history_item(index, /):
    """A line of the history, counted from 1; None if there is none."""
    return _history[index - 1] if 0 < index <= len(_history) else None

def remove_history_item(pos, /):
    """Take a line out of the history, counted from 0."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    del _history[pos]

def replace_history_item(pos, line, /):
    """Put another line into the history's place `pos`, counted from 0."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    _history[pos] = line

def add_history(string, /):
    """Add a line to the end of the history."""
    _history.append(string)

def clear_history():
    """Forget all lines of the history."""
    _history.clear()

def set_auto_history(enabled, /):
    """Whether lines that are typed go into the history by themselves."""
    global _auto
    _auto = bool(enabled)

def set_startup_hook(function=None, /):
    """The function called before the first prompt; none without an argument."""

def set_pre_input_hook(function=None, /):
    """The function called when the prompt stands and before the first key; none without an argument."""

def set_completer(function=None, /):
    """The function that completes words: function(text, state) for state 0, 1, 2... until it returns a non-string."""
    global _completer
    _completer = function

def get_completer():
    """The function that completes words, or None."""
    return _completer

def get_completion_type():
    """What kind of completion goes on: a key's code."""
    return 0

def get_begidx():
    """Where the word begins that is completed."""
    return 0

def get_endidx():
    """Where the word ends that is completed."""
    return 0

def set_completer_delims(string, /):
    """Say which characters separate words that can be completed."""
    global _delims
    _delims = string

def get_completer_delims():
    """The characters that separate words that can be completed."""
    return _delims

def set_completion_display_matches_hook(function=None, /):
    """The function that shows a choice of completions; none without an argument."""
