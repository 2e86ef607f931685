"""Where asyncio's reports go: stderr, as plain lines, or the logging module once the program has loaded it.

logging is never imported from here. Without handlers it would write the very same lines.
"""

import sys


def _print_report(message, exc):
    out = sys.stderr
    if out is None:
        return
    if exc is not None:
        import traceback
        if not message.endswith('\n'):
            message += '\n'
        message += ''.join(traceback.format_exception(exc)).removesuffix('\n')
    out.write(message + '\n')
    out.flush()


class _Logger:
    """The part of logging.Logger that the package uses. exc_info is an exception or its triple, True for the current one, or false."""

    def __getattr__(self, name):
        # Whoever asks for more than that wants the real one.
        import logging
        return getattr(logging.getLogger('asyncio'), name)

    def _emit(self, level, message, args, exc_info):
        logging = sys.modules.get('logging')
        if logging is not None:
            # The caller is two calls up.
            getattr(logging.getLogger('asyncio'), level)(message, *args, exc_info=exc_info, stacklevel=3)
            return
        if exc_info is True:
            exc_info = sys.exception()
        elif isinstance(exc_info, tuple):
            exc_info = exc_info[1]
        _print_report(message % args if args else message, exc_info or None)

    def debug(self, message, *args, exc_info=None):
        # Not worth a line unless the program has asked for it.
        if 'logging' in sys.modules:
            self._emit('debug', message, args, exc_info)

    def info(self, message, *args, exc_info=None):
        if 'logging' in sys.modules:
            self._emit('info', message, args, exc_info)

    def error(self, message, *args, exc_info=None):
        self._emit('error', message, args, exc_info)

    def warning(self, message, *args, exc_info=None):
        self._emit('warning', message, args, exc_info)


logger = _Logger()
