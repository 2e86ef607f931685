"""Configuration files: sections of options with values, defaults, and values that refer to other values.

A parser is a mapping from section names to section proxies, which are mappings from option names to texts. Reading goes line by line: a line that is
indented deeper than an option continues its value.
"""

import io
import itertools
import os
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping
import functools
import sys
from _lazy_pattern import LazyPattern as _LazyPattern, replaced as _replaced

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError", "InterpolationDepthError",
           "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError", "MissingSectionHeaderError", "ConfigParser", "RawConfigParser",
           "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
           "MAX_INTERPOLATION_DEPTH")

_default_dict = dict
DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """The common base of what parsers raise."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no section of this name."""

    def __init__(self, section):
        Error.__init__(self, 'No section: %r' % (section,))
        self.section = section
        self.args = (section,)


class _DuplicateError(Error):
    def _tell(self, text, plain, source, lineno):
        if source is not None:
            place = ["While reading from ", repr(source)]
            if lineno is not None:
                place.append(" [line {0:2d}]".format(lineno))
            text = ''.join(place) + ': ' + text
        else:
            text = plain
        Error.__init__(self, text)
        self.source = source
        self.lineno = lineno


class DuplicateSectionError(_DuplicateError):
    """A section occurs twice: in one source for a strict parser, or by add_section()."""

    def __init__(self, section, source=None, lineno=None):
        self._tell(f"section {section!r} already exists", f"Section {section!r} already exists", source, lineno)
        self.section = section
        self.args = (section, source, lineno)


class DuplicateOptionError(_DuplicateError):
    """A key occurs twice within a section of one source, for a strict parser."""

    def __init__(self, section, option, source=None, lineno=None):
        text = f"ption {option!r} in section {section!r} already exists"
        self._tell('o' + text, 'O' + text, source, lineno)
        self.section = section
        self.option = option
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """The section has no such key."""

    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    """The common base of what goes wrong with references in values."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value refers to a key that does not exist."""

    def __init__(self, option, section, rawval, reference):
        msg = ("Bad value substitution: option {!r} in section {!r} contains an interpolation key {!r} which is not a valid option name. Raw value: {!r}"
               .format(option, section, reference, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A value has a sign of a reference, but not its form."""


class InterpolationDepthError(InterpolationError):
    """References lead on and on, most likely in a circle."""

    def __init__(self, option, section, rawval):
        msg = ("Recursion limit exceeded in value substitution: option {!r} in section {!r} contains an interpolation key which cannot be substituted in "
               "{} steps. Raw value: {!r}".format(option, section, MAX_INTERPOLATION_DEPTH, rawval))
        InterpolationError.__init__(self, option, section, msg)
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines of a file that are neither section, key nor comment: all of them are in `errors`."""

    def __init__(self, source):
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += '\n\t[line %2d]: %s' % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    """A key stands before the first section of a file."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: %r, line: %d\n%r' % (filename, lineno, line))
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


_UNSET = object()


# ---- interpolation

class Interpolation:
    """Leaves values as they are; the base of those that do not."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s stands for another option of the section or the defaults, %% for %."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        rest = value.replace('%%', '')
        while '%(' in rest and ')s' in rest:
            start = rest.index('%(')
            end = rest.find(')s', start)
            if end < 0 or ')' in rest[start:end]:
                break
            rest = rest[:start] + rest[end + 2:]
        if '%' in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find('%')))
        return value

    def _expand(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            plain, percent, rest = rest.partition('%')
            parts.append(plain)
            if not percent:
                return
            if rest[:1] == '%':
                parts.append('%')
                rest = rest[1:]
            elif rest[:1] == '(':
                name, close, behind = rest[1:].partition(')')
                if not close or not name or behind[:1] != 's':
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % ('%' + rest))
                name = parser.optionxform(name)
                rest = behind[1:]
                try:
                    value = values[name]
                except KeyError:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                if '%' in value:
                    self._expand(parser, option, parts, value, section, values, depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % ('%' + rest,))


class ExtendedInterpolation(Interpolation):
    """${name} stands for an option of the section, ${section:name} for one of another, $$ for $."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        rest = value.replace('$$', '')
        while '${' in rest:
            start = rest.index('${')
            end = rest.find('}', start)
            if end < 0:
                break
            rest = rest[:start] + rest[end + 1:]
        if '$' in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find('$')))
        return value

    def _expand(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            plain, dollar, rest = rest.partition('$')
            parts.append(plain)
            if not dollar:
                return
            if rest[:1] == '$':
                parts.append('$')
                rest = rest[1:]
            elif rest[:1] == '{':
                path, close, behind = rest[1:].partition('}')
                if not close or not path:
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % ('$' + rest))
                rest = behind
                path = path.split(':')
                target, name = section, option
                try:
                    if len(path) == 1:
                        name = parser.optionxform(path[0])
                        value = values[name]
                    elif len(path) == 2:
                        target = path[0]
                        name = parser.optionxform(path[1])
                        value = parser.get(target, name, raw=True)
                    else:
                        raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % (rest,))
                except (KeyError, NoSectionError, NoOptionError):
                    raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
                if '$' in value:
                    self._expand(parser, name, parts, value, target, dict(parser.items(target, raw=True)), depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" % ('$' + rest,))


class LegacyInterpolation(Interpolation):
    """Deprecated: %(name)s without checks."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        import warnings
        warnings.warn("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the configparser module in Python 3.13. Use "
                      "BasicInterpolation or ExtendedInterpolation instead.", DeprecationWarning, stacklevel=2)

    def before_get(self, parser, section, option, value, vars):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not (value and "%(" in value):
                return value
            import re
            value = re.sub(r"%\(([^)]*)\)s|.", lambda m: m[0] if m[1] is None else "%%(%s)s" % parser.optionxform(m[1]), value)
            try:
                value = value % vars
            except KeyError as e:
                raise InterpolationMissingOptionError(option, section, raw, e.args[0]) from None
        if value and "%(" in value:
            raise InterpolationDepthError(option, section, raw)
        return value


# ---- parsers

class RawConfigParser(MutableMapping):
    """A parser that gives values as they are written: references in them mean nothing."""

    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = _LazyPattern(r'\[(?P<header>.+)\]')
    OPTCRE = _LazyPattern(r'(?P<option>.*?)\s*(?P<vi>=|:)\s*(?P<value>.*)$')
    OPTCRE_NV = _LazyPattern(r'(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))?$')
    NONSPACECRE = _LazyPattern(r'\S')
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False, *, delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._allow_no_value = allow_no_value
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def defaults(self):
        return self._defaults

    def sections(self):
        """The names of the sections, DEFAULT left out."""
        return list(self._sections.keys())

    def add_section(self, section):
        """Add an empty section; it must not exist, nor be the one of the defaults."""
        if section == self.default_section:
            raise ValueError('Invalid section name: %r' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        """Whether a section of this name exists; that of the defaults does not count."""
        return section in self._sections

    def options(self, section):
        """The keys of a section, those of the defaults too."""
        try:
            options = self._sections[section].copy()
        except KeyError:
            raise NoSectionError(section) from None
        options.update(self._defaults)
        return list(options.keys())

    # ---- reading

    def read(self, filenames, encoding=None):
        """Reads the files that can be opened; their names."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=io.text_encoding(encoding)) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        """Reads an iterable of lines."""
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        """Read settings from a text; `source` is its name in messages."""
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        """Reads a dict of sections, each a dict of options."""
        sections, pairs = set(), set()
        for name, entries in dictionary.items():
            name = str(name)
            try:
                self.add_section(name)
            except (DuplicateSectionError, ValueError):
                if self._strict and name in sections:
                    raise
            sections.add(name)
            for option, value in entries.items():
                option = self.optionxform(str(option))
                text = None if value is None else str(value)
                if self._strict and (name, option) in pairs:
                    raise DuplicateOptionError(name, option, source)
                pairs.add((name, option))
                self.set(name, option, text)

    def _without_comment(self, line):
        """The line up to a comment; None if all of it is one."""
        stripped = line.strip()
        for prefix in self._comment_prefixes:
            if stripped.startswith(prefix):
                return None
        end = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    end = min(end, at)
                    break
                at = line.find(prefix, at + 1)
        return line[:end].strip()

    def _header(self, value):
        """The section's name in a line, None if it is no header."""
        if pattern := _replaced(self, 'SECTCRE'):
            found = pattern.match(value)
            return found and found.group('header')
        if value[0] == '[' and (']' in value[1:] and value[1] != ']' or value[:2] == '[]' and ']' in value[2:]):
            return value[1:value.rindex(']')]

    def _split(self, value):
        """(option, delimiter, value) of a line; None if it is no option. The first delimiter counts, the longest where several start."""
        if self._delimiters == ('=', ':') and (pattern := _replaced(self, 'OPTCRE_NV' if self._allow_no_value else 'OPTCRE')):
            if found := pattern.match(value):
                option, delimiter, text = found.group('option', 'vi', 'value')
                return option, delimiter, text if text is None else text.strip()
            return None
        places = [(value.find(d), -len(d), d) for d in self._delimiters if d in value]
        if not places:
            return (value, None, None) if self._allow_no_value else None
        at, _, delimiter = min(places)
        return value[:at].rstrip(), delimiter, value[at + len(delimiter):].strip()

    def _read(self, fp, source):
        seen = set()
        current = name = option = None
        indent = 0
        problem = None
        for lineno, line in enumerate(fp, start=1):
            value = self._without_comment(line)
            commented = value is None or (not value and line.strip())
            value = value or ''
            if not value:
                if self._empty_lines_in_values:
                    # a comment leaves no mark in a value, an empty line does
                    if not commented and current is not None and option and current[option] is not None:
                        current[option].append('')
                else:
                    indent = sys.maxsize
                continue
            level = len(line) - len(line.lstrip())
            if current is not None and option and level > indent and current[option] is not None:
                current[option].append(value)
                continue
            indent = level
            if header := self._header(value):
                name = header
                option = None
                if name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, lineno)
                    current = self._sections[name]
                    seen.add(name)
                elif name == self.default_section:
                    current = self._defaults
                else:
                    current = self._dict()
                    self._sections[name] = current
                    self._proxies[name] = SectionProxy(self, name)
                    seen.add(name)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            parts = self._split(value)
            if parts is None or not parts[0]:
                problem = problem or ParsingError(source)
                problem.append(lineno, repr(line))
                if parts is None:
                    continue
            option, delimiter, text = parts
            option = self.optionxform(option.rstrip())
            if self._strict and (name, option) in seen:
                raise DuplicateOptionError(name, option, source, lineno)
            seen.add((name, option))
            current[option] = [text] if delimiter is not None else None
        self._join_multiline_values()
        if problem:
            raise problem

    def _join_multiline_values(self):
        for section, options in itertools.chain(((self.default_section, self._defaults),), self._sections.items()):
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    # ---- values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option: of vars, the section, the defaults, or the fallback."""
        try:
            found = self._unify_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = found[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, found)

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return self._get(section, conv, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def items(self, section=_UNSET, raw=False, vars=None):
        """(name, section) pairs, or (option, value) pairs of a section."""
        if section is _UNSET:
            return super().items()
        found = self._defaults.copy()
        try:
            found.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)
        names = list(found.keys())
        if vars:
            for key, value in vars.items():
                found[self.optionxform(key)] = value
        if raw:
            return [(option, found[option]) for option in names]
        return [(option, self._interpolation.before_get(self, section, option, found[option], found) if found[option] is not None else None)
                for option in names]

    def popitem(self):
        """Take the first section out: its name and its proxy."""
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether a section, or the defaults, has a key."""
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        """Give a key of a section a value."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._options_of(section)[self.optionxform(option)] = value

    def _options_of(self, section):
        """A section's own dict; an empty name means the defaults."""
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def write(self, fp, space_around_delimiters=True):
        """Write all sections as a file that read() understands."""
        delimiter = " {} ".format(self._delimiters[0]) if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write(f"[{section_name}]\n")
        for key, value in section_items:
            value = self._interpolation.before_write(self, section_name, key, value)
            is_bare = value is None and self._allow_no_value
            tail = "" if is_bare else delimiter + str(value).replace('\n', '\n\t')
            fp.write(f"{key}{tail}\n")
        fp.write("\n")

    def remove_option(self, section, option):
        """Take a key out of a section; tells whether it was there."""
        options = self._options_of(section)
        option = self.optionxform(option)
        if option not in options:
            return False
        del options[option]
        return True

    def remove_section(self, section):
        """Take a section out; tells whether it was there."""
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections.keys())

    def _unify_values(self, section, vars):
        options = {}
        try:
            options = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {}
        for key, value in (vars or {}).items():
            given[self.optionxform(key)] = str(value) if value is not None else None
        return _ChainMap(given, options, self._defaults)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def _validate_value_types(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    """A parser in whose values %(key)s stands for the value of another key."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Give a key of a section a value, which must be a str whose references have the right form."""
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        """Add an empty section; its name must be a str."""
        self._validate_value_types(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        plain, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = plain


class SectionProxy(MutableMapping):
    """One section as a mapping of its keys: what it changes is changed in the parser."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for conv in parser.converters:
            setattr(self, 'get' + conv, functools.partial(self.get, _impl=getattr(parser, 'get' + conv)))

    def __repr__(self):
        return '<Section: {}>'.format(self._name)

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return self._options().__iter__()

    def _options(self):
        return self._parser.options(self._name) if self._name != self._parser.default_section else self._parser.defaults()

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """Get an option value, or the fallback."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters of a parser, by the X of its getX methods."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for getter in dir(parser):
            if not getter.startswith('get') or len(getter) == 3 or not callable(getattr(parser, getter)):
                continue
            self._data[getter[3:]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        try:
            name = 'get' + key
        except TypeError:
            raise ValueError('Incompatible key: {} (type: {})'.format(key, type(key)))
        if name == 'get':
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        func = functools.partial(self._parser._get_conv, conv=value)
        func.converter = value
        setattr(self._parser, name, func)
        for proxy in self._parser.values():
            setattr(proxy, name, functools.partial(proxy.get, _impl=func))

    def __delitem__(self, key):
        name = 'get' + key
        del self._data[key]
        for holder in itertools.chain((self._parser,), self._parser.values()):
            try:
                delattr(holder, name)
            except AttributeError:
                continue

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
