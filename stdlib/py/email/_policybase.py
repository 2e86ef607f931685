"""Policies: what a message object does with values of headers. compat32 keeps them as they are."""

import abc

from email.charset import UNKNOWN8BIT
from email.header import Header

__all__ = ['Policy', 'Compat32', 'compat32']


class Policy(metaclass=abc.ABCMeta):
    """Settings of parsers, generators and messages. Policies do not change; clone() and + make others."""

    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(type(self), name):
                raise TypeError('{!r} is an invalid keyword argument for {}'.format(name, self.__class__.__name__))
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError('{!r} object attribute {!r} is read-only'.format(self.__class__.__name__, name) if hasattr(self, name)
                             else '{!r} object has no attribute {!r}'.format(self.__class__.__name__, name))

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def clone(self, **kw):
        """A policy with some settings changed."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError('{!r} is an invalid keyword argument for {}'.format(name, self.__class__.__name__))
            object.__setattr__(made, name, value)
        return made

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        """How many headers of a name there may be, None for any number."""
        return None

    @abc.abstractmethod
    def header_source_parse(self, sourcelines):
        """The name and the value of a header that a parser has found, given as its lines."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_store_parse(self, name, value):
        """What is kept of a header that a program sets."""
        raise NotImplementedError

    @abc.abstractmethod
    def header_fetch_parse(self, name, value):
        """What a program gets of a header that is kept."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold(self, name, value):
        """A header as text with line ends."""
        raise NotImplementedError

    @abc.abstractmethod
    def fold_binary(self, name, value):
        """A header as bytes with line ends."""
        raise NotImplementedError

    def __repr__(self):
        return '{}({})'.format(self.__class__.__name__, ', '.join('{}={!r}'.format(name, value) for name, value in self.__dict__.items()))


class Compat32(Policy):
    """The policy of old: values are what they were set to."""

    mangle_from_ = True

    def header_source_parse(self, sourcelines):
        """The name and the value of a header's lines, which stay as they are."""
        name, value = sourcelines[0].split(':', 1)
        return name, ''.join([value.lstrip(' \t'), *sourcelines[1:]]).rstrip('\r\n')

    def header_store_parse(self, name, value):
        """The value itself."""
        return name, value

    def header_fetch_parse(self, name, value):
        if not isinstance(value, str):
            return value
        if any('\udc80' <= c <= '\udcff' for c in value):
            return Header(value, charset=UNKNOWN8BIT, header_name=name)
        return value

    def fold(self, name, value):
        """The lines of a header; bytes that were not decoded are shown as unknown."""
        return self._fold(name, value, keep_bytes=False)

    def fold_binary(self, name, value):
        """The lines of a header; bytes that were not decoded stay, unless all must be ASCII."""
        return self._fold(name, value, keep_bytes=self.cte_type == '8bit').encode('ascii', 'surrogateescape')

    def _fold(self, name, value, keep_bytes):
        if isinstance(value, str):
            if not any('\udc80' <= c <= '\udcff' for c in value):
                value = Header(value, header_name=name)
            elif not keep_bytes:
                value = Header(value, charset=UNKNOWN8BIT, header_name=name)
        text = value if isinstance(value, str) else value.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0)
        return name + ': ' + text + self.linesep


compat32 = Compat32()
