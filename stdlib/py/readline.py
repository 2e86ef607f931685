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
    """Execute the init line provided in the string argument: noted by nobody here."""

def read_init_file(filename=None, /):
    """Execute a readline initialization file: there is none."""

def get_line_buffer():
    """Return the current contents of the line buffer."""
    return ''

def insert_text(string, /):
    """Insert text into the line buffer at the cursor position."""

def redisplay():
    """Change what's displayed on the screen to reflect contents of the line buffer."""

def read_history_file(filename=None, /):
    """Load a readline history file: ~/.history by default."""
    with open(_path(filename), encoding='utf-8', errors='surrogateescape') as f:
        _history.extend(line.rstrip('\n') for line in f if line != '_HiStOrY_V2_\n')

def write_history_file(filename=None, /):
    """Save a readline history file: ~/.history by default."""
    lines = _history if _limit < 0 else _history[len(_history) - min(_limit, len(_history)):]
    with open(_path(filename), 'w', encoding='utf-8', errors='surrogateescape') as f:
        f.writelines(line + '\n' for line in lines)

def append_history_file(nelements, filename=None, /):
    """Append the last nelements items of the history list to file."""
    with open(_path(filename), 'a', encoding='utf-8', errors='surrogateescape') as f:
        f.writelines(line + '\n' for line in _history[len(_history) - min(nelements, len(_history)):])

def _path(filename):
    import os
    return os.path.expanduser('~/.history') if filename is None else filename

def get_history_length():
    """Return the maximum number of lines that will be written to the history file."""
    return _limit

def set_history_length(length, /):
    """Set the maximal number of lines which will be written to the history file. A negative length is used to inhibit history truncation."""
    global _limit
    _limit = length

def get_current_history_length():
    """Return the current (not the maximum) length of history."""
    return len(_history)

def get_history_item(index, /):
    """Return the current contents of history item at one-based index."""
    return _history[index - 1] if 0 < index <= len(_history) else None

def remove_history_item(pos, /):
    """Remove history item given by its zero-based position."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    del _history[pos]

def replace_history_item(pos, line, /):
    """Replaces history item given by its position with contents of line. pos is zero-based."""
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_history):
        raise ValueError("No history item at position %d" % pos)
    _history[pos] = line

def add_history(string, /):
    """Add an item to the history buffer."""
    _history.append(string)

def clear_history():
    """Clear the current readline history."""
    _history.clear()

def set_auto_history(enabled, /):
    """Enables or disables automatic history."""
    global _auto
    _auto = bool(enabled)

def set_startup_hook(function=None, /):
    """Set or remove the function invoked by the rl_startup_hook callback."""

def set_pre_input_hook(function=None, /):
    """Set or remove the function invoked by the rl_pre_input_hook callback."""

def set_completer(function=None, /):
    """Set or remove the completer function: function(text, state) for state 0, 1, 2... until it returns a non-string."""
    global _completer
    _completer = function

def get_completer():
    """Get the current completer function."""
    return _completer

def get_completion_type():
    """Get the type of completion being attempted."""
    return 0

def get_begidx():
    """Get the beginning index of the completion scope."""
    return 0

def get_endidx():
    """Get the ending index of the completion scope."""
    return 0

def set_completer_delims(string, /):
    """Set the word delimiters for completion."""
    global _delims
    _delims = string

def get_completer_delims():
    """Get the word delimiters for completion."""
    return _delims

def set_completion_display_matches_hook(function=None, /):
    """Set or remove the completion display function."""
