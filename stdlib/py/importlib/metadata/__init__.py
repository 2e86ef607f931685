"""What is known of installed distributions, from the *.dist-info and *.egg-info folders on sys.path."""

import email
import os
import pathlib
import re
import sys
from abc import abstractmethod
from collections import namedtuple
from importlib.abc import MetaPathFinder

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution', 'distributions', 'entry_points',
           'files', 'metadata', 'packages_distributions', 'requires', 'version']

PackageMetadata = email.message_from_string('').__class__


class PackageNotFoundError(ModuleNotFoundError):
    """No distribution of this name is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        name, = self.args
        return name


def _normalize(name):
    return re.sub(r"[-_.]+", "-", name).lower().replace('-', '_')


_ENTRY = re.compile(r'(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$')


class EntryPoint(namedtuple('EntryPoint', 'name value group')):
    """A name, an object as 'module:attr', and the group that it belongs to."""

    dist = None

    def load(self):
        """Imports the object."""
        from importlib import import_module
        match = _ENTRY.match(self.value)
        obj = import_module(match['module'])
        for attr in filter(None, (match['attr'] or '').split('.')):
            obj = getattr(obj, attr)
        return obj

    @property
    def module(self):
        return _ENTRY.match(self.value)['module']

    @property
    def attr(self):
        return _ENTRY.match(self.value)['attr'] or ''

    @property
    def extras(self):
        return re.findall(r'\w+', _ENTRY.match(self.value)['extras'] or '')

    def matches(self, **params):
        return all(getattr(self, key) == value for key, value in params.items())

    def _for(self, dist):
        self.dist = dist
        return self


class EntryPoints(tuple):
    """Entry points that can be selected from and asked for by name."""

    __slots__ = ()

    def __getitem__(self, name):
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name)

    def select(self, **params):
        return EntryPoints(ep for ep in self if ep.matches(**params))

    @property
    def names(self):
        return {ep.name for ep in self}

    @property
    def groups(self):
        return {ep.group for ep in self}

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, tuple(self))


class PackagePath(pathlib.PurePosixPath):
    """A file of a distribution."""

    def read_text(self, encoding='utf-8'):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        return self.dist.locate_file(self)


class DistributionFinder(MetaPathFinder):
    """A finder of modules that finds distributions, too."""

    class Context:
        """What is looked for: a name, or all; and where."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get('path', sys.path)

    @abstractmethod
    def find_distributions(self, context=Context()):
        """The distributions that a context asks for."""


class Distribution:
    """A distribution: metadata, version, entry points, files."""

    def read_text(self, filename):
        """The text of one of the files that describe it, None if there is no such; for subclasses to provide."""
        raise NotImplementedError

    def locate_file(self, path):
        """The path of one of its files; for subclasses to provide."""
        raise NotImplementedError

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError("A distribution name is required.")
        try:
            return next(iter(cls.discover(name=name)))
        except StopIteration:
            raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        return MetadataPathFinder.find_distributions(context or DistributionFinder.Context(**kwargs))

    @staticmethod
    def at(path):
        return PathDistribution(pathlib.Path(path))

    @property
    def metadata(self):
        text = self.read_text('METADATA') or self.read_text('PKG-INFO') or self.read_text('')
        return email.message_from_string(text or '')

    @property
    def name(self):
        return self.metadata['Name']

    @property
    def version(self):
        return self.metadata['Version']

    @property
    def entry_points(self):
        found = []
        group = None
        for line in (self.read_text('entry_points.txt') or '').splitlines():
            line = line.strip()
            if line.startswith('['):
                group = line.strip('[]')
            elif line and not line.startswith('#') and group is not None:
                name, _, value = line.partition('=')
                found.append(EntryPoint(name.strip(), value.strip(), group)._for(self))
        return EntryPoints(found)

    @property
    def files(self):
        record = self.read_text('RECORD')
        if record:
            import csv
            names = [row[0] for row in csv.reader(record.splitlines()) if row]
        else:
            sources = self.read_text('SOURCES.txt')
            if not sources:
                return None
            names = sources.splitlines()
        result = []
        for name in names:
            path = PackagePath(name)
            path.dist = self
            result.append(path)
        return result

    @property
    def requires(self):
        found = self.metadata.get_all('Requires-Dist')
        if found is None:
            text = self.read_text('requires.txt')
            if text is not None:
                found = [line for line in text.splitlines() if line and not line.startswith('[')]
        return list(found) if found else None


class PathDistribution(Distribution):
    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding='utf-8') if filename or self._path.is_file() else None
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path


class MetadataPathFinder(DistributionFinder):
    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        wanted = _normalize(context.name) if context.name else None
        for entry in context.path:
            try:
                names = sorted(os.listdir(entry or '.'))
            except OSError:
                continue
            for name in names:
                if not name.lower().endswith(('.dist-info', '.egg-info')):
                    continue
                if wanted is None or _normalize(name.rpartition('.')[0].partition('-')[0]) == wanted:
                    yield PathDistribution(pathlib.Path(entry or '.', name))

    @classmethod
    def invalidate_caches(cls):
        pass


def distribution(distribution_name):
    """The distribution of that name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """The metadata of a distribution, as a message."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of a distribution."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all distributions, selected by group, name..."""
    seen = {}
    for dist in distributions():
        seen.setdefault(_normalize(dist.name or ''), dist)
    return EntryPoints(ep for dist in seen.values() for ep in dist.entry_points).select(**params)


def files(distribution_name):
    """The files of a distribution."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a distribution needs."""
    return distribution(distribution_name).requires


def packages_distributions():
    """Packages and the distributions that they come from."""
    found = {}
    for dist in distributions():
        tops = (dist.read_text('top_level.txt') or '').split() or {
            f.parts[0] if len(f.parts) > 1 else f.stem for f in dist.files or () if f.suffix == '.py'}
        for package in tops:
            found.setdefault(package, []).append(dist.metadata['Name'])
    return found
