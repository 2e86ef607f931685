"""Showing a page to the user, in a browser that is found on the machine.

open(url) shows a page in the browser that the environment variable BROWSER names (several, with colons between; "%s" in one stands for the URL), or
in the first that is found: xdg-open and what knows the desktop's choice, then browsers by name.
"""

import os
import shlex
import shutil
import subprocess
import sys
import threading

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    pass


_lock = threading.RLock()
_browsers = {}
_tryorder = None
_os_preferred_browser = None


def register(name, klass, instance=None, *, preferred=False):
    """Register a browser connector: a class, or an instance of one. With preferred it is the first to be tried."""
    with _lock:
        if _tryorder is None:
            register_standard_browsers()
        _browsers[name.lower()] = [klass, instance]
        if preferred or (_os_preferred_browser and f'{name}.desktop' == _os_preferred_browser):
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using=None):
    """The controller of a browser by name, or of the first that there is."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    for browser in [using] if using is not None else _tryorder:
        if '%s' in browser:
            words = shlex.split(browser)
            return BackgroundBrowser(words[:-1]) if words[-1] == '&' else GenericBrowser(words)
        command = _browsers.get(browser.lower()) or _synthesize(browser)
        if command[1] is not None:
            return command[1]
        if command[0] is not None:
            return command[0]()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Show a page: in the same window (new=0), a new window (1) or a new page, a tab (2), if the browser can.

    Tells whether a browser took it.
    """
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    for name in _tryorder:
        if get(name).open(url, new, autoraise):
            return True
    return False


def open_new(url):
    """Open url in a new window of the default browser, or in the only window if that cannot be."""
    return open(url, 1)


def open_new_tab(url):
    """Open url in a new page ("tab") of the default browser, or as open_new() does if that cannot be."""
    return open(url, 2)


def _synthesize(browser, *, preferred=False):
    """A controller for another program of a kind that is known, by its path."""
    command = browser.split()[0] if browser else ''
    if not shutil.which(command):
        return [None, None]
    name = os.path.basename(command)
    known = _browsers.get(name.lower())
    if known and known[1] is not None and os.path.basename(known[1].name) == name:
        controller = type(known[1])(browser)
    else:
        controller = BackgroundBrowser(browser)
    register(browser, None, instance=controller, preferred=preferred)
    return [None, controller]


class BaseBrowser:
    """What the controllers of browsers have in common."""

    args = ['%s']

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A browser that is a command with the page as an argument: waits until it ends."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def command(self, url):
        return [self.name] + [arg.replace("%s", url) for arg in self.args]

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            return not subprocess.Popen(self.command(url), close_fds=True).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A browser that is a command and goes on while the program does."""

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            return subprocess.Popen(self.command(url), close_fds=True, start_new_session=True).poll() in (None, 0)
        except OSError:
            return False


def register_standard_browsers():
    global _tryorder
    _tryorder = []
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        for name in ("xdg-open", "gvfs-open", "x-www-browser", "firefox", "epiphany", "konqueror", "google-chrome", "chrome", "chromium",
                     "chromium-browser"):
            if shutil.which(name):
                register(name, None, BackgroundBrowser(name))
    if os.environ.get("TERM"):
        for name in ("www-browser", "links", "elinks", "lynx", "w3m"):
            if shutil.which(name):
                register(name, None, GenericBrowser(name))
    for cmdline in reversed([word for word in os.environ.get("BROWSER", "").split(os.pathsep) if word]):
        if '%s' in cmdline or not _synthesize(cmdline, preferred=True)[1]:
            _tryorder.insert(0, cmdline)


def main():
    import getopt
    usage = f"Usage: {sys.argv[0]} [-n | -t | -h] url\n    -n: in a new window\n    -t: in a new tab\n    -h, --help: this text"
    try:
        opts, args = getopt.getopt(sys.argv[1:], 'ntdh', ['help'])
    except getopt.error as msg:
        print(msg, file=sys.stderr)
        print(usage, file=sys.stderr)
        sys.exit(1)
    new_win = 0
    for o, a in opts:
        if o == '-n':
            new_win = 1
        elif o == '-t':
            new_win = 2
        elif o in ('-h', '--help'):
            print(usage, file=sys.stderr)
            sys.exit()
    if len(args) != 1:
        print(usage, file=sys.stderr)
        sys.exit(1)
    open(args[0], new_win)
    print("\a")


if __name__ == "__main__":
    main()
