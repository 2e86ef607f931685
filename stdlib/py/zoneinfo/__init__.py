"""Time zones of the IANA database as tzinfo objects, read from the system's files, or from the package tzdata.

A zone is a sorted list of moments at which its local time changes, and a rule in POSIX notation for what is behind the last of them (_rules.py).
"""

import _imp
import bisect
import os
import struct
import weakref
from collections import OrderedDict
from datetime import datetime, timedelta, tzinfo

from zoneinfo._rules import Moment, parse_rule

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

_DEFAULT_PATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_EPOCH = datetime(1970, 1, 1)
_SECOND = timedelta(seconds=1)


class ZoneInfoNotFoundError(KeyError):
    """There is no time zone of this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """An entry of PYTHONTZPATH is no absolute path, and is passed over."""


def reset_tzpath(to=None):
    """Sets where zones are looked for."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
        if not all(map(os.path.isabs, to)):
            raise ValueError("Paths should be absolute but found the following relative paths:\n    " + "\n    ".join(p for p in to if not os.path.isabs(p)))
        TZPATH = tuple(to)
    else:
        given = os.environ.get("PYTHONTZPATH")
        if given is None:
            TZPATH = _DEFAULT_PATH
            return
        parts = given.split(os.pathsep) if given else []
        TZPATH = tuple(filter(os.path.isabs, parts))
        if len(TZPATH) != len(parts):
            import warnings
            wrong = "\n    ".join(path for path in parts if not os.path.isabs(path))
            warnings.warn("Invalid paths specified in PYTHONTZPATH environment variable. Paths should be absolute but found the following relative paths:\n    "
                          + wrong, InvalidTZPathWarning, stacklevel=2)


reset_tzpath()


def _check_key(key):
    """Refuses keys that lead out of the folders of zones."""
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if normal.startswith("..") or os.path.normpath(os.path.join("_", key))[:2] != "_" + os.sep:
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")


def _open_zone(key):
    _check_key(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return open(path, "rb")
    try:
        import tzdata
        path = os.path.join(os.path.dirname(tzdata.__file__), "zoneinfo", *key.split("/"))
        if os.path.isfile(path):
            return open(path, "rb")
    except ImportError:
        pass
    raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def available_timezones():
    """The set of all keys that can be found."""
    found = set()
    for root in TZPATH:
        for folder, folders, names in os.walk(root):
            if folder == root:
                folders[:] = [name for name in folders if name not in ("right", "posix")]
            for name in names:
                path = os.path.join(folder, name)
                key = os.path.relpath(path, root)
                if key in found or key == "posixrules":
                    continue
                try:
                    with open(path, "rb") as file:
                        if file.read(4) == b"TZif":
                            found.add(key)
                except OSError:
                    continue
    return found


def _read(file):
    """(UTC seconds of the changes, index of the moment behind each, moments, footer text) of a TZif file."""
    def header():
        magic, version, *counts = struct.unpack(">4sc15x6l", file.read(44))
        if magic != b"TZif":
            raise ValueError("Invalid TZif file: magic not found")
        return version, counts

    try:
        version, counts = header()
    except struct.error:
        raise ValueError("Invalid TZif file: magic not found") from None
    size, letter = 4, "l"
    if version >= b"2":
        isutc, isstd, leap, times, types, chars = counts
        file.seek(times * 5 + types * 6 + chars + leap * 8 + isstd + isutc, 1)
        version, counts = header()
        size, letter = 8, "q"
    isutc, isstd, leap, times, types, chars = counts
    moments = struct.unpack(f">{times}{letter}", file.read(times * size))
    indices = struct.unpack(f">{times}B", file.read(times))
    kinds = [struct.unpack(">lbB", file.read(6)) for _ in range(types)]
    names = file.read(chars)
    file.seek(leap * (size + 4) + isstd + isutc, 1)
    footer = ""
    if size == 8:
        file.read(1)
        footer = file.readline().rstrip(b"\n").decode("ascii")
    texts = [names[at:names.index(b"\0", at)].decode() for _, _, at in kinds]
    offsets = [offset for offset, _, _ in kinds]
    isdst = [bool(flag) for _, flag, _ in kinds]
    saved = _saved_seconds(indices, offsets, isdst)
    return list(moments), list(indices), [Moment(offsets[i], saved[i], texts[i]) for i in range(types)], isdst, footer


def _saved_seconds(indices, offsets, isdst):
    """How far each kind of local time is ahead of the standard time around it."""
    saved = [0] * len(offsets)
    left = sum(isdst)
    for i in range(1, len(indices)):
        if not left:
            break
        now, before = indices[i], indices[i - 1]
        if not isdst[now] or saved[now]:
            continue
        amount = 0
        if not isdst[before]:
            amount = offsets[now] - offsets[before]
        if not amount and i + 1 < len(indices):
            after = indices[i + 1]
            if not isdst[after]:
                amount = offsets[now] - offsets[after]
        if amount:
            saved[now] = amount
            left -= 1
    return [3600 if flag and not amount else amount for flag, amount in zip(isdst, saved)]


@_imp.like_native
class ZoneInfo(tzinfo):
    """A time zone of the IANA database. Objects of the same key are the same object."""

    _strong = OrderedDict()
    _weak = weakref.WeakValueDictionary()
    __module__ = "zoneinfo"

    def __init_subclass__(cls):
        cls._strong = OrderedDict()
        cls._weak = weakref.WeakValueDictionary()

    def __new__(cls, key):
        zone = cls._weak.get(key)
        if zone is None:
            zone = cls._weak.setdefault(key, cls._make(key))
            zone._from_cache = True
        cls._strong[key] = cls._strong.pop(key, zone)
        if len(cls._strong) > 8:
            cls._strong.popitem(last=False)
        return zone

    @classmethod
    def _make(cls, key):
        with _open_zone(key) as file:
            zone = super().__new__(cls)
            zone._load(file)
        zone._key = key
        zone._from_cache = False
        return zone

    @classmethod
    def no_cache(cls, key):
        """A fresh object."""
        return cls._make(key)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """A zone of a binary file in the format of the database."""
        zone = super().__new__(cls)
        zone._load(fobj)
        zone._key = key
        zone._source = repr(fobj)
        zone._from_cache = False
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets the objects made so far."""
        if only_keys is None:
            cls._weak.clear()
            cls._strong.clear()
            return
        for key in only_keys:
            cls._weak.pop(key, None)
            cls._strong.pop(key, None)

    @property
    def key(self):
        return self._key

    def _load(self, file):
        self._utc, indices, moments, isdst, footer = _read(file)
        self._kinds = [moments[i] for i in indices]
        standard = [m for m, flag in zip(moments, isdst) if not flag]
        self._first = (moments[0] if moments and not isdst[0] else standard[0] if standard else moments[0]) if moments else None
        # local times at which each change is seen, for fold 0 and fold 1
        self._walls = [], []
        before = self._first
        for moment, kind in zip(self._utc, self._kinds):
            a, b = before.offset, kind.offset
            self._walls[0].append(moment + max(a, b))
            self._walls[1].append(moment + min(a, b))
            before = kind
        if footer:
            self._rule = parse_rule(footer)
        else:
            last = self._kinds[-1] if self._kinds else self._first
            if last is None:
                raise ValueError("No time zone information found.")
            self._rule = last
        self._fixed = not self._utc and isinstance(self._rule, Moment)

    def _find(self, dt):
        """The kind of local time at a local datetime."""
        if dt is None:
            return self._rule if self._fixed else None
        if not isinstance(dt, datetime):
            dt.toordinal, dt.fold
        seconds = (dt.replace(tzinfo=None, fold=0) - _EPOCH) // _SECOND
        walls = self._walls[dt.fold]
        i = bisect.bisect_right(walls, seconds)
        if i >= len(walls):
            rule = self._rule
            return rule if isinstance(rule, Moment) else rule.at_wall(seconds, dt.year, dt.fold)
        return self._first if i < 1 else self._kinds[i - 1]

    def utcoffset(self, dt, /):
        """Local time minus UTC."""
        kind = self._find(dt)
        return None if kind is None else kind.utcoffset

    def dst(self, dt, /):
        """How far the clock is ahead of standard time."""
        kind = self._find(dt)
        return None if kind is None else kind.dst

    def tzname(self, dt, /):
        """The abbreviation in use."""
        kind = self._find(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt, /):
        """The local datetime of one in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        seconds = (dt.replace(tzinfo=None, fold=0) - _EPOCH) // _SECOND
        times = self._utc
        fold = 0
        if times and seconds <= times[-1] or isinstance(self._rule, Moment):
            i = bisect.bisect_right(times, seconds)
            kind = self._first if i == 0 else self._kinds[i - 1]
            if not times:
                kind = self._rule
            if i:
                before = self._first if i == 1 else self._kinds[i - 2]
                shift = before.offset - kind.offset
                fold = int(shift > seconds - times[i - 1])
        else:
            kind, fold = self._rule.at_utc(seconds, dt.year)
        return (dt + kind.utcoffset).replace(fold=fold)

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        if self._key is not None:
            return f"{self.__class__.__module__}.{self.__class__.__qualname__}(key={self._key!r})"
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}.from_file({self._source})"

    def __reduce__(self):
        if self._key is None:
            import pickle
            raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self.__class__._unpickle, (self._key, int(self._from_cache))

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)
