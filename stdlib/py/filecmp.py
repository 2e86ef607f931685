"""Comparing files and folders."""

import os
import stat
from itertools import filterfalse
from types import GenericAlias

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']
_cache = {}


def clear_cache():
    """Forget the results of cmp()."""
    _cache.clear()


def _signature(path):
    status = os.stat(path)
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def cmp(f1, f2, shallow=True):
    """Are two files equal? With `shallow`, the same type, size and time of change are enough."""
    s1, s2 = _signature(f1), _signature(f2)
    if s1[0] != stat.S_IFREG or s2[0] != stat.S_IFREG:
        return False
    if shallow and s1 == s2:
        return True
    if s1[1] != s2[1]:
        return False
    outcome = _cache.get((f1, f2, s1, s2))
    if outcome is None:
        outcome = _same_bytes(f1, f2)
        if len(_cache) > 100:
            clear_cache()
        _cache[f1, f2, s1, s2] = outcome
    return outcome


def _same_bytes(f1, f2):
    with open(f1, 'rb') as a, open(f2, 'rb') as b:
        while True:
            part = a.read(BUFSIZE)
            if part != b.read(BUFSIZE):
                return False
            if not part:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Compare files of two folders by name: lists of the equal ones, the different ones and those that could not be compared."""
    result = [], [], []
    for name in common:
        try:
            outcome = not cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            outcome = 2
        result[outcome].append(name)
    return result


class dircmp:
    """Two folders side by side. What is compared is compared when its attribute is first asked for.

    left_list, right_list: names, without `ignore` and `hide`; common, left_only, right_only; common_dirs, common_files, common_funny;
    same_files, diff_files, funny_files; subdirs: dircmps of the common folders.
    """

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def phase0(self):
        """The names of both sides."""
        skip = set(self.hide) | set(self.ignore)
        self.left_list = sorted(filterfalse(skip.__contains__, os.listdir(self.left)))
        self.right_list = sorted(filterfalse(skip.__contains__, os.listdir(self.right)))

    def phase1(self):
        """What both have, and what only one."""
        a = {os.path.normcase(name): name for name in self.left_list}
        b = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in a.items() if key in b]
        self.left_only = [name for key, name in a.items() if key not in b]
        self.right_only = [name for key, name in b.items() if key not in a]

    def phase2(self):
        """Which of the common ones are folders, which files, and which neither or not the same."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = [stat.S_IFMT(os.stat(os.path.join(side, name)).st_mode) for side in (self.left, self.right)]
            except (OSError, ValueError):
                kinds = [None, 0]
            if kinds[0] != kinds[1]:
                self.common_funny.append(name)
            elif stat.S_ISDIR(kinds[0]):
                self.common_dirs.append(name)
            elif stat.S_ISREG(kinds[0]):
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Which of the common files are equal."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

    def phase4(self):
        """The common folders."""
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                        for name in self.common_dirs}

    def phase4_closure(self):
        """The common folders, and those in them."""
        self.phase4()
        for each in self.subdirs.values():
            each.phase4_closure()

    def report(self):
        """Print how the two differ."""
        print('diff', self.left, self.right)
        for title, names in (('Only in ' + str(self.left) + ' :', self.left_only), ('Only in ' + str(self.right) + ' :', self.right_only),
                             ('Identical files :', self.same_files), ('Differing files :', self.diff_files), ('Trouble with common files :', self.funny_files),
                             ('Common subdirectories :', self.common_dirs), ('Common funny cases :', self.common_funny)):
            if names:
                if title.startswith('Only'):
                    names.sort()
                print(title, names)

    def report_partial_closure(self):
        """The report, and those of the folders right below."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report()

    def report_full_closure(self):
        """The report, and those of all folders below."""
        self.report()
        for each in self.subdirs.values():
            print()
            each.report_full_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2, common_files=phase2,
                     common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1, left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)


def demo():
    """The command line: compare two folders, -r with those below."""
    import getopt
    import sys
    options, args = getopt.getopt(sys.argv[1:], 'r')
    if len(args) != 2:
        raise getopt.GetoptError('need exactly two args', None)
    comparison = dircmp(args[0], args[1])
    if ('-r', '') in options:
        comparison.report_full_closure()
    else:
        comparison.report()


if __name__ == '__main__':
    demo()
