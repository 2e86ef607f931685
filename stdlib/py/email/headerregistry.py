"""Values of headers as texts that know what they mean: dates have a datetime, lists of recipients have addresses.

A class for a kind of header gives `parse`, which fills a dictionary from the value, and `init`, which keeps what was found. The registry
joins such a class with BaseHeader, which is a str of the decoded value."""

import functools
from types import MappingProxyType

from email import _header_parts as parts
from email import _header_value_parser as parser
from email import errors, utils

_LINE_ENDS = ('\r', '\n')


class Address:
    """A name and an address. The address is given as username and domain, or whole as addr_spec."""

    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        given = ''.join(filter(None, (display_name, username, domain, addr_spec)))
        if any(end in given for end in _LINE_ENDS):
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            reader = parts.Reader(addr_spec)
            spec = parts.addr_spec(reader)
            if reader.rest():
                raise ValueError("Invalid addr_spec; only '{}' could be parsed from '{}'".format(spec, addr_spec))
            if spec.all_defects:
                raise spec.all_defects[0]
            username, domain = spec.local_part, spec.domain
        self._display_name = display_name
        self._username = username
        self._domain = domain

    @property
    def display_name(self):
        return self._display_name

    @property
    def username(self):
        return self._username

    @property
    def domain(self):
        return self._domain

    @property
    def addr_spec(self):
        """username@domain, with quotes where they are needed."""
        local = self.username
        if not (parts.SPECIALS - {'.'}).isdisjoint(local) or ' ' in local or '\t' in local or local.startswith('.') or local.endswith('.'):
            local = parts.quoted(local)
        if self.domain:
            return local + '@' + self.domain
        return local or '<>'

    def __repr__(self):
        return '{}(display_name={!r}, username={!r}, domain={!r})'.format(self.__class__.__name__, self.display_name, self.username, self.domain)

    def __str__(self):
        name = self.display_name
        if not parts.SPECIALS.isdisjoint(name):
            name = parts.quoted(name)
        if not name:
            return self.addr_spec
        return '{} <{}>'.format(name, '' if self.addr_spec == '<>' else self.addr_spec)

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return (self.display_name, self.username, self.domain) == (other.display_name, other.username, other.domain)


class Group:
    """Addresses under a name; the name is None for an address that stands alone."""

    def __init__(self, display_name=None, addresses=None):
        self._display_name = display_name
        self._addresses = tuple(addresses) if addresses else ()

    @property
    def display_name(self):
        return self._display_name

    @property
    def addresses(self):
        return self._addresses

    def __repr__(self):
        return '{}(display_name={!r}, addresses={!r}'.format(self.__class__.__name__, self.display_name, self.addresses)

    def __str__(self):
        name = self.display_name
        if name is None and len(self.addresses) == 1:
            return str(self.addresses[0])
        if name is not None and not parts.SPECIALS.isdisjoint(name):
            name = parts.quoted(name)
        members = ', '.join(map(str, self.addresses))
        return '{}:{};'.format(name, ' ' + members if members else members)

    def __eq__(self, other):
        if not isinstance(other, Group):
            return NotImplemented
        return self.display_name == other.display_name and self.addresses == other.addresses


def _rebuild(name, bases, text, state):
    """A pickled header."""
    header = type(name, bases, {})._from_state(text, state)
    return header


class BaseHeader(str):
    """The decoded text of a header, with its name, its defects and its tree of words."""

    def __new__(cls, name, value):
        found = {'defects': []}
        cls.parse(value, found)
        text = found.pop('decoded')
        if parts.has_surrogates(text):
            text = parts.sanitize(text)
        self = str.__new__(cls, text)
        self.init(name, **found)
        return self

    @classmethod
    def _from_state(cls, text, state):
        self = str.__new__(cls, text)
        self.__dict__.update(state)
        return self

    def init(self, name, *, parse_tree, defects):
        self._name = name
        self._parse_tree = parse_tree
        self._defects = defects

    @property
    def name(self):
        return self._name

    @property
    def defects(self):
        """What is wrong with the value."""
        return tuple(self._defects)

    def __reduce__(self):
        return _rebuild, (self.__class__.__name__, self.__class__.__bases__, str(self), self.__dict__)

    def fold(self, *, policy):
        """The header as lines: the name, a colon and the value in lines as long as the policy allows."""
        from email._header_fold import fold
        label = parts.Branch('header-label', [parts.Leaf(self.name, 'header-name'), parts.Leaf(':', 'header-sep')], encodable=False)
        tree = parts.Branch('header', [label])
        if self._parse_tree:
            tree.append(parts.Branch('cfws', [parts.Leaf(' ', 'fws')]))
        tree.append(self._parse_tree)
        return fold(tree, policy)


class UnstructuredHeader:
    """Any text."""

    max_count = None
    value_parser = staticmethod(parts.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = cls.value_parser(value)
        kwds['decoded'] = str(kwds['parse_tree'])


class UniqueUnstructuredHeader(UnstructuredHeader):
    """Any text, once in a message."""

    max_count = 1


class DateHeader:
    """A date: text that reads as one, or a datetime."""

    max_count = None
    value_parser = staticmethod(parts.unstructured)

    @classmethod
    def parse(cls, value, kwds):
        kwds['datetime'] = None
        kwds['parse_tree'] = parts.Branch('unstructured')
        if not value:
            kwds['defects'].append(errors.HeaderMissingRequiredValue())
            kwds['decoded'] = ''
            return
        if isinstance(value, str):
            kwds['decoded'] = value
            try:
                value = utils.parsedate_to_datetime(value)
            except ValueError:
                kwds['defects'].append(errors.InvalidDateDefect('Invalid date value or format'))
                return
        elif hasattr(value, 'datetime'):
            value = value.datetime
        kwds['datetime'] = value
        kwds['decoded'] = utils.format_datetime(value)
        kwds['parse_tree'] = cls.value_parser(kwds['decoded'])

    def init(self, *args, **kw):
        self._datetime = kw.pop('datetime')
        super().init(*args, **kw)

    @property
    def datetime(self):
        return self._datetime


class UniqueDateHeader(DateHeader):
    """A date, once in a message."""

    max_count = 1


class AddressHeader:
    """A list of addresses: text, an Address, a Group or several of them."""

    max_count = None
    value_parser = staticmethod(parts.address_list)

    @classmethod
    def parse(cls, value, kwds):
        if isinstance(value, str):
            kwds['parse_tree'] = tree = cls.value_parser(value)
            groups = [Group(item.display_name, [Address(box.display_name or '', box.local_part or '', box.domain or '') for box in item.mailboxes])
                      for item in tree.addresses]
            kwds['defects'] = tree.all_defects
        else:
            if not hasattr(value, '__iter__'):
                value = [value]
            groups = [item if hasattr(item, 'addresses') else Group(None, [item]) for item in value]
        kwds['groups'] = groups
        kwds['decoded'] = ', '.join(map(str, groups))
        if 'parse_tree' not in kwds:
            kwds['parse_tree'] = cls.value_parser(kwds['decoded'])

    def init(self, *args, **kw):
        self._groups = tuple(kw.pop('groups'))
        self._addresses = None
        super().init(*args, **kw)

    @property
    def groups(self):
        return self._groups

    @property
    def addresses(self):
        """The addresses of all groups."""
        if self._addresses is None:
            self._addresses = tuple(address for group in self._groups for address in group.addresses)
        return self._addresses


class UniqueAddressHeader(AddressHeader):
    """A list of addresses, once in a message."""

    max_count = 1


class SingleAddressHeader(AddressHeader):
    """One address."""

    @property
    def address(self):
        if len(self.addresses) != 1:
            raise ValueError('value of single address header {} is not a single address'.format(self.name))
        return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
    """One address, once in a message."""

    max_count = 1


class MIMEVersionHeader:
    """MIME-Version."""

    max_count = 1
    value_parser = staticmethod(parts.mime_version)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = tree = cls.value_parser(value)
        kwds['decoded'] = str(tree)
        kwds['defects'].extend(tree.all_defects)
        kwds['major'] = None if tree.minor is None else tree.major
        kwds['minor'] = tree.minor
        kwds['version'] = None if tree.minor is None else '{}.{}'.format(tree.major, tree.minor)

    def init(self, *args, **kw):
        self._version = kw.pop('version')
        self._major = kw.pop('major')
        self._minor = kw.pop('minor')
        super().init(*args, **kw)

    @property
    def major(self):
        return self._major

    @property
    def minor(self):
        return self._minor

    @property
    def version(self):
        return self._version


class ParameterizedMIMEHeader:
    """A header with parameters, which `params` maps."""

    max_count = 1

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = tree = cls.value_parser(value)
        kwds['decoded'] = str(tree)
        kwds['defects'].extend(tree.all_defects)
        kwds['params'] = {parts.sanitize(name).lower(): parts.sanitize(text) for name, text in tree.params}

    def init(self, *args, **kw):
        self._params = kw.pop('params')
        super().init(*args, **kw)

    @property
    def params(self):
        return MappingProxyType(self._params)


class ContentTypeHeader(ParameterizedMIMEHeader):
    """Content-Type."""

    value_parser = staticmethod(parts.content_type)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        self._maintype = parts.sanitize(self._parse_tree.maintype)
        self._subtype = parts.sanitize(self._parse_tree.subtype)

    @property
    def maintype(self):
        return self._maintype

    @property
    def subtype(self):
        return self._subtype

    @property
    def content_type(self):
        return self.maintype + '/' + self.subtype


class ContentDispositionHeader(ParameterizedMIMEHeader):
    """Content-Disposition."""

    value_parser = staticmethod(parts.content_disposition)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        kind = self._parse_tree.content_disposition
        self._content_disposition = kind if kind is None else parts.sanitize(kind)

    @property
    def content_disposition(self):
        return self._content_disposition


class ContentTransferEncodingHeader:
    """Content-Transfer-Encoding."""

    max_count = 1
    value_parser = staticmethod(parts.transfer_encoding)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = tree = cls.value_parser(value)
        kwds['decoded'] = str(tree)
        kwds['defects'].extend(tree.all_defects)

    def init(self, *args, **kw):
        super().init(*args, **kw)
        self._cte = parts.sanitize(self._parse_tree.cte)

    @property
    def cte(self):
        return self._cte


class MessageIDHeader:
    """Message-ID."""

    max_count = 1
    value_parser = staticmethod(parts.message_id)

    @classmethod
    def parse(cls, value, kwds):
        kwds['parse_tree'] = tree = cls.value_parser(value)
        kwds['decoded'] = str(tree)
        kwds['defects'].extend(tree.all_defects)


_usual_kinds = {
    'subject': UniqueUnstructuredHeader,
    'date': UniqueDateHeader,
    'resent-date': DateHeader,
    'orig-date': UniqueDateHeader,
    'sender': UniqueSingleAddressHeader,
    'resent-sender': SingleAddressHeader,
    'to': UniqueAddressHeader,
    'resent-to': AddressHeader,
    'cc': UniqueAddressHeader,
    'resent-cc': AddressHeader,
    'bcc': UniqueAddressHeader,
    'resent-bcc': AddressHeader,
    'from': UniqueAddressHeader,
    'resent-from': AddressHeader,
    'reply-to': UniqueAddressHeader,
    'mime-version': MIMEVersionHeader,
    'content-type': ContentTypeHeader,
    'content-disposition': ContentDispositionHeader,
    'content-transfer-encoding': ContentTransferEncodingHeader,
    'message-id': MessageIDHeader,
}


@functools.lru_cache(64)
def _join_kinds(kind, base):
    return type('_' + kind.__name__, (kind, base), {})


class HeaderRegistry:
    """Which kind of value a header of a name has. Called with a name and a value it makes the header."""

    def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
        self.registry = dict(_usual_kinds) if use_default_map else {}
        self.base_class = base_class
        self.default_class = default_class

    def map_to_type(self, name, cls):
        """Headers of a name are of this kind from now on."""
        self.registry[name.lower()] = cls

    def __getitem__(self, name):
        kind = self.registry.get(name.lower(), self.default_class)
        return _join_kinds(kind, self.base_class)

    def __call__(self, name, value):
        return self[name](name, value)
