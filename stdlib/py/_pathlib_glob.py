"""Pattern matching for pathlib: comparing paths with patterns, searching folders.

A pattern is a list of components. '**' is any number of folders, '..' the folder above, '' at the end asks for a folder; every other one is a
shell pattern for one name. Names with a leading dot are names like others.
"""
import os
from fnmatch import fnmatchcase


def match_parts(parts, patterns, case_sensitive):
    """Does each part match the pattern that stands at its place?"""
    return all(match_name(part, pattern, case_sensitive) for part, pattern in zip(parts, patterns))


def match_name(name, pattern, case_sensitive):
    """Does one name match one pattern?"""
    return fnmatchcase(name, pattern) if case_sensitive else fnmatchcase(name.lower(), pattern.lower())


def select(path, patterns, case_sensitive):
    """The paths below `path` that match, each once."""
    for pattern in patterns:
        if '**' in pattern and pattern != '**':
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
    if path.is_dir():
        found = _below(path, patterns, case_sensitive)
        yield from _unique(found) if patterns.count('**') > 1 else found


def _unique(paths):
    seen = set()
    for path in paths:
        if path not in seen:
            seen.add(path)
            yield path


def _below(path, patterns, case_sensitive):
    if not patterns or patterns == ['']:
        yield path
        return
    first, rest = patterns[0], patterns[1:]
    if first == '**':
        for folder in _folders(path):
            yield from _below(folder, rest, case_sensitive)
    elif first == '..':
        yield from _below(path._child('..'), rest, case_sensitive)
    else:
        try:
            with os.scandir(path) as entries:
                entries = list(entries)
        except OSError:
            return
        for entry in entries:
            if match_name(entry.name, first, case_sensitive) and (not rest or _is_folder(entry)):
                yield from _below(path._child(entry.name), rest, case_sensitive)


def _folders(path):
    # the folder and all those in it; links are not followed
    yield path
    for folder, names, _ in path.walk():
        for name in names:
            yield folder._child(name)


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False
