"""What CPython's start does with folders of packages, as far as there is something to do here: nothing is added to sys.path on import.

addsitedir() adds a folder and those that its .pth files name.
"""

import builtins
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    """The joined path, absolute, and its normal form."""
    path = os.path.abspath(os.path.join(*paths))
    return path, os.path.normcase(path)


def removeduppaths():
    """Make the entries of sys.path absolute and keep each only once: the set of those known."""
    folders = {}
    for folder in sys.path:
        folder, normal = makepath(folder)
        folders.setdefault(normal, folder)
    sys.path[:] = folders.values()
    return set(folders)


def _known():
    return {makepath(item)[1] for item in sys.path if os.path.exists(item)}


def addpackage(sitedir, name, known_paths):
    """Read a .pth file of a folder of packages: each line is a folder to add, or is executed if it begins with "import"."""
    if known_paths is None:
        known_paths = _known()
        reset = True
    else:
        reset = False
    try:
        with open(os.path.join(sitedir, name), encoding='utf-8-sig') as f:
            lines = f.read().splitlines()
    except OSError:
        return None
    for line in lines:
        if not line.strip() or line.startswith('#'):
            continue
        if line.startswith(('import ', 'import\t')):
            exec(line)
            continue
        folder, normal = makepath(sitedir, line.rstrip())
        if normal not in known_paths and os.path.exists(folder):
            sys.path.append(folder)
            known_paths.add(normal)
    return None if reset else known_paths


def addsitedir(sitedir, known_paths=None):
    """Add a folder of packages to sys.path and read its .pth files."""
    reset = known_paths is None
    if reset:
        known_paths = _known()
    sitedir, normal = makepath(sitedir)
    if normal not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(normal)
    try:
        names = sorted(os.listdir(sitedir))
    except OSError:
        return None
    for name in names:
        if name.endswith('.pth') and not name.startswith('.'):
            addpackage(sitedir, name, known_paths)
    return None if reset else known_paths


def getuserbase():
    """The folder of a user's own packages; it is not looked into unless MORAYPATH names it."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def getusersitepackages():
    """The folder below it with the packages of this language version."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = os.path.join(getuserbase(), 'lib', 'python%d.%d' % sys.version_info[:2], 'site-packages')
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of installed packages below the prefixes."""
    seen = []
    for prefix in PREFIXES if prefixes is None else prefixes:
        folder = os.path.join(prefix, 'lib', 'python%d.%d' % sys.version_info[:2], 'site-packages')
        if prefix and folder not in seen:
            seen.append(folder)
    return seen


def main():
    """Nothing is left to be done after the start."""
