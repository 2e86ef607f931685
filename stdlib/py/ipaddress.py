"""IP addresses, networks and interfaces of versions 4 and 6.

An address is an int with a version; a network is an address and the length of its prefix; an interface is both an
address and the network that it is in.
"""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A ValueError about an address."""


class NetmaskValueError(ValueError):
    """A ValueError about a mask."""


def _first_that_accepts(classes, value, *args):
    for cls in classes:
        try:
            return cls(value, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    return None


def ip_address(address):
    """An IPv4Address or IPv6Address for a str, an int or bytes. Ints below 2**32 are taken for version 4."""
    found = _first_that_accepts((IPv4Address, IPv6Address), address)
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')
    return found


def ip_network(address, strict=True):
    """An IPv4Network or IPv6Network. With strict, bits behind the prefix are an error."""
    found = _first_that_accepts((IPv4Network, IPv6Network), address, strict)
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')
    return found


def ip_interface(address):
    """An IPv4Interface or IPv6Interface."""
    found = _first_that_accepts((IPv4Interface, IPv6Interface), address)
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')
    return found


def v4_int_to_packed(address):
    """The four bytes of an int."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    """The sixteen bytes of an int."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def _split_optional_netmask(address):
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def summarize_address_range(first, last):
    """The networks that together are the addresses from first to last, an iterator."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError('%s and %s are not of the same version' % (first, last))
    if first > last:
        raise ValueError('last IP address must be greater than first')
    network = {4: IPv4Network, 6: IPv6Network}.get(first.version)
    if network is None:
        raise ValueError('unknown IP version')
    bits = first.max_prefixlen
    low, high = first._ip, last._ip
    while low <= high:
        zeros = (low & -low).bit_length() - 1 if low else bits
        size = min(zeros, (high - low + 1).bit_length() - 1)
        yield network((low, bits - size))
        low += 1 << size
        if low - 1 == network._ALL_ONES:
            break


def collapse_addresses(addresses):
    """The fewest networks that hold the given addresses and networks, an iterator in order."""
    singles = []
    networks = []
    for item in addresses:
        seen = (singles or networks)
        if seen and seen[-1]._version != item._version:
            raise TypeError('%s and %s are not of the same version' % (item, seen[-1]))
        if isinstance(item, _BaseNetwork):
            networks.append(item)
        elif isinstance(item, _BaseInterface) and item._prefixlen != item.max_prefixlen:
            try:
                singles.append(item.ip)
            except AttributeError:
                singles.append(item.network_address)
        else:
            singles.append(item.ip if isinstance(item, _BaseInterface) else item)
    singles = sorted(set(singles))
    i = 0
    while i < len(singles):
        j = i
        while j + 1 < len(singles) and singles[j + 1]._ip == singles[j]._ip + 1:
            j += 1
        networks.extend(summarize_address_range(singles[i], singles[j]))
        i = j + 1
    return _merged(networks)


def _merged(networks):
    """Two halves of a network become the network; one within another goes."""
    todo = list(networks)
    halves = {}
    while todo:
        net = todo.pop()
        parent = net.supernet()
        other = halves.get(parent)
        if other is None:
            halves[parent] = net
        elif other != net:
            del halves[parent]
            todo.append(parent)
    last = None
    for net in sorted(halves.values()):
        if last is not None and last.broadcast_address >= net.broadcast_address:
            continue
        yield net
        last = net


def get_mixed_type_key(obj):
    """A key to sort networks and addresses together by."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented


# What is alike in both versions.

class _IPAddressBase:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def exploded(self):
        """The long form of the text."""
        return self._explode_shorthand_ip_string()

    @property
    def compressed(self):
        """The short form of the text."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name that the address has in the DNS."""
        return self._reverse_pointer()

    @property
    def version(self):
        raise NotImplementedError('%200s has no version specified' % (type(self),))

    def _check_int_address(self, address):
        if address < 0:
            raise AddressValueError('%d (< 0) is not permitted as an IPv%d address' % (address, self._version))
        if address > self._ALL_ONES:
            raise AddressValueError('%d (>= 2**%d) is not permitted as an IPv%d address'
                                    % (address, self._max_prefixlen, self._version))

    def _check_packed_address(self, address, expected):
        if len(address) != expected:
            raise AddressValueError('%r (len %d != %d) is not permitted as an IPv%d address'
                                    % (address, len(address), expected, self._version))

    @classmethod
    def _ip_int_from_prefix(cls, prefixlen):
        return cls._ALL_ONES ^ (cls._ALL_ONES >> prefixlen)

    @classmethod
    def _prefix_from_ip_int(cls, ip_int):
        """The length of a mask's prefix of ones; ValueError if ones follow zeros."""
        zeros = min((ip_int & -ip_int).bit_length() - 1, cls._max_prefixlen) if ip_int else cls._max_prefixlen
        prefixlen = cls._max_prefixlen - zeros
        if ip_int >> zeros != (1 << prefixlen) - 1:
            details = ip_int.to_bytes(cls._max_prefixlen // 8)
            raise ValueError('Netmask pattern %r mixes zeroes & ones' % details)
        return prefixlen

    @classmethod
    def _report_invalid_netmask(cls, text):
        raise NetmaskValueError('%r is not a valid netmask' % text) from None

    @classmethod
    def _prefix_from_prefix_string(cls, text):
        if not (text.isascii() and text.isdigit()):
            cls._report_invalid_netmask(text)
        prefixlen = int(text)
        if not 0 <= prefixlen <= cls._max_prefixlen:
            cls._report_invalid_netmask(text)
        return prefixlen

    @classmethod
    def _prefix_from_ip_string(cls, text):
        """The length that a mask such as 255.255.0.0, or a host mask such as 0.0.255.255, stands for."""
        try:
            mask = cls._ip_int_from_string(text)
        except AddressValueError:
            cls._report_invalid_netmask(text)
        try:
            return cls._prefix_from_ip_int(mask)
        except ValueError:
            pass
        try:
            return cls._prefix_from_ip_int(mask ^ cls._ALL_ONES)
        except ValueError:
            cls._report_invalid_netmask(text)

    @classmethod
    def _split_addr_prefix(cls, address):
        """The address and the prefix of a network's argument: a text with a slash, a pair, or an address alone."""
        if isinstance(address, (bytes, int)):
            return address, cls._max_prefixlen
        if not isinstance(address, tuple):
            address = _split_optional_netmask(address)
        if len(address) > 1:
            return address
        return address[0], cls._max_prefixlen

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    """An address of any version."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return self._ip < other._ip if self._ip != other._ip else False

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        return str(self._string_from_ip_int(self._ip))

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def _get_address_key(self):
        return (self._version, self)

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, spec):
        """Beside the specs of str: b, x, X and n as ints have them, with # and _, padded to the full number of digits."""
        import re
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        found = re.fullmatch('(#?)(_?)([xbnX])', spec)
        if found is None:
            return super().__format__(spec)
        alternate, grouping, base = found.groups()
        if base == 'n':
            base = 'b' if self._version == 4 else 'x'
        digits = self._max_prefixlen if base == 'b' else self._max_prefixlen // 4
        if grouping:
            digits += digits // 4 - 1
        if alternate:
            digits += 2
        return format(int(self), f'{alternate}0{digits}{grouping}{base}')


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
    """A network of any version."""

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        return '%s/%d' % (self.network_address, self.prefixlen)

    def hosts(self):
        """The addresses without those of the network itself and for broadcasts, an iterator."""
        address = self._address_class
        for n in range(int(self.network_address) + 1, int(self.broadcast_address)):
            yield address(n)

    def __iter__(self):
        address = self._address_class
        for n in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield address(n)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        if n >= 0:
            if first + n > last:
                raise IndexError('address out of range')
            return self._address_class(first + n)
        n += 1
        if last + n < first:
            raise IndexError('address out of range')
        return self._address_class(last + n)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """Does one of the two lie in the other?"""
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._address_class(int(self.netmask) ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return '%s/%d' % (self.network_address, self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self.network_address, self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self.network_address, self.hostmask)

    @property
    def num_addresses(self):
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def _address_class(self):
        raise NotImplementedError('%200s has no associated address class' % (type(self),))

    @property
    def prefixlen(self):
        return self._prefixlen

    def address_exclude(self, other):
        """The networks that are left of this one without another that lies in it, an iterator."""
        if not self._version == other._version:
            raise TypeError('%s and %s are not of the same version' % (self, other))
        if not isinstance(other, _BaseNetwork):
            raise TypeError('%s is not a network object' % other)
        if not other.subnet_of(self):
            raise ValueError('%s not contained in %s' % (other, self))
        if other == self:
            return
        other = other.__class__('%s/%s' % (other.network_address, other.prefixlen))
        first, second = self.subnets()
        while first != other and second != other:
            if other.subnet_of(first):
                yield second
                first, second = first.subnets()
            else:
                yield first
                first, second = second.subnets()
        yield second if first == other else first

    def compare_networks(self, other):
        """-1, 0 or 1: which comes first."""
        if self._version != other._version:
            raise TypeError('%s and %s are not of the same type' % (self, other))
        mine = (self.network_address, self.netmask)
        theirs = (other.network_address, other.netmask)
        return -1 if mine < theirs else 1 if mine > theirs else 0

    def _get_networks_key(self):
        return (self._version, self.network_address, self.netmask)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that this one consists of, longer by prefixlen_diff bits or of new_prefix bits, an iterator."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self._max_prefixlen:
            raise ValueError('prefix length diff %d is invalid for netblock %s' % (length, self))
        for n in range(int(self.network_address), int(self.broadcast_address) + 1,
                       (int(self.hostmask) + 1) >> prefixlen_diff):
            yield self.__class__((n, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network that this one lies in, shorter by prefixlen_diff bits or of new_prefix bits."""
        if self._prefixlen == 0:
            return self
        if new_prefix is None:
            new_prefix = self._prefixlen - prefixlen_diff
        elif new_prefix > self._prefixlen:
            raise ValueError('new prefix must be shorter')
        elif prefixlen_diff != 1:
            raise ValueError('cannot set prefixlen_diff and new_prefix')
        shift = self._prefixlen - new_prefix
        if new_prefix < 0:
            raise ValueError('current prefixlen is %d, cannot have a prefixlen_diff of %d' % (self.prefixlen, shift))
        mask = int(self.netmask) << shift
        return self.__class__((int(self.network_address) & mask, new_prefix))

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError(f'{a} and {b} are not of the same version')
            return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
        except AttributeError:
            raise TypeError(f'Unable to test subnet containment between {a} and {b}')

    def subnet_of(self, other):
        """Does this network lie in the other?"""
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        """Does the other network lie in this one?"""
        return self._is_subnet_of(other, self)

    def __init__(self, address, strict=True):
        address, mask = self._split_addr_prefix(address)
        self.network_address = self._address_class(address)
        self.netmask, self._prefixlen = self._make_netmask(mask)
        ip = int(self.network_address)
        if ip & int(self.netmask) != ip:
            if strict:
                raise ValueError('%s has host bits set' % self)
            self.network_address = self._address_class(ip & int(self.netmask))
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: [self._address_class(int(self.network_address))]

    # What is true of both ends is true of the network.
    def _both(name, doc):
        def ask(self):
            return getattr(self.network_address, name) and getattr(self.broadcast_address, name)
        ask.__doc__ = doc
        return property(ask)

    is_multicast = _both('is_multicast', 'Is it reserved for multicast use?')
    is_reserved = _both('is_reserved', 'Is it otherwise reserved by the IETF?')
    is_link_local = _both('is_link_local', 'Is it reserved for link-local use?')
    is_loopback = _both('is_loopback', 'Is it the loopback network?')
    is_unspecified = _both('is_unspecified', 'Is it the unspecified address?')
    del _both

    @property
    def is_private(self):
        return any(self.network_address in net and self.broadcast_address in net for net in self._address_class._constants()['private'])

    @property
    def is_global(self):
        return not self.is_private


class _BaseInterface:
    """Marks interfaces."""

    __slots__ = ()

    def __init__(self, address):
        addr, mask = self._split_addr_prefix(address)
        self._address_class.__init__(self, addr)
        self.network = self._network_class((addr, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return '%s/%d' % (self._address_text(), self._prefixlen)

    def _address_text(self):
        return self._address_class.__str__(self)

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    __reduce__ = _IPAddressBase.__reduce__

    @property
    def with_prefixlen(self):
        return '%s/%s' % (self._address_text(), self._prefixlen)

    @property
    def with_netmask(self):
        return '%s/%s' % (self._address_text(), self.netmask)

    @property
    def with_hostmask(self):
        return '%s/%s' % (self._address_text(), self.hostmask)


# Version 4.

class _BaseV4:
    """The texts of version 4."""

    __slots__ = ()
    _version = 4
    _ALL_ONES = 2 ** IPV4LENGTH - 1
    _max_prefixlen = IPV4LENGTH

    def _explode_shorthand_ip_string(self):
        return str(self)

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            prefixlen = arg
            if not 0 <= prefixlen <= cls._max_prefixlen:
                cls._report_invalid_netmask(prefixlen)
        else:
            try:
                prefixlen = cls._prefix_from_prefix_string(arg)
            except NetmaskValueError:
                prefixlen = cls._prefix_from_ip_string(arg)
        return IPv4Address(cls._ip_int_from_prefix(prefixlen)), prefixlen

    @classmethod
    def _ip_int_from_string(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError('Expected 4 octets in %r' % text)
        try:
            return int.from_bytes(map(cls._parse_octet, octets))
        except ValueError as failure:
            raise AddressValueError('%s in %r' % (failure, text)) from None

    @classmethod
    def _parse_octet(cls, text):
        if not text:
            raise ValueError('Empty octet not permitted')
        if not (text.isascii() and text.isdigit()):
            raise ValueError('Only decimal digits permitted in %r' % text)
        if len(text) > 3:
            raise ValueError('At most 3 characters permitted in %r' % text)
        if text != '0' and text[0] == '0':
            raise ValueError('Leading zeros are not permitted in %r' % text)
        octet = int(text, 10)
        if octet > 255:
            raise ValueError('Octet %d (> 255) not permitted' % octet)
        return octet

    @classmethod
    def _string_from_ip_int(cls, n):
        return '.'.join(map(str, n.to_bytes(4)))

    def _reverse_pointer(self):
        return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @property
    def version(self):
        return self._version


def _within(name):
    """A property: does the address lie in one of the networks under a name of _constants()?"""
    return property(lambda self: any(self in net for net in self._constants()[name]))


class IPv4Address(_BaseV4, _BaseAddress):
    """An address of version 4, from '192.0.2.1', an int or four bytes."""

    __slots__ = ('_ip', '__weakref__')

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int_address(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed_address(address, 4)
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._ip_int_from_string(text)

    @staticmethod
    @functools.cache
    def _constants():
        networks = lambda *texts: [IPv4Network(text) for text in texts]
        return {
            'link_local': networks('169.254.0.0/16'),
            'loopback': networks('127.0.0.0/8'),
            'multicast': networks('224.0.0.0/4'),
            'reserved': networks('240.0.0.0/4'),
            'public': networks('100.64.0.0/10'),
            'private': networks('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12',
                                '192.0.0.0/29', '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15',
                                '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'),
        }

    is_reserved = _within('reserved')
    is_private = _within('private')
    is_multicast = _within('multicast')
    is_loopback = _within('loopback')
    is_link_local = _within('link_local')

    @property
    def packed(self):
        """The four bytes."""
        return v4_int_to_packed(self._ip)

    @property
    def is_global(self):
        return self not in self._constants()['public'][0] and not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0


class IPv4Interface(_BaseInterface, IPv4Address):
    """An address of version 4 and the network it is in: '192.0.2.5/24'."""

    _address_class = IPv4Address

    @property
    def _network_class(self):
        return IPv4Network

    @property
    def ip(self):
        return IPv4Address(self._ip)


class IPv4Network(_BaseV4, _BaseNetwork):
    """A network of version 4: '192.0.2.0/24', '192.0.2.0/255.255.255.0', (address, bits)."""

    _address_class = IPv4Address

    @property
    def is_global(self):
        public = IPv4Address._constants()['public'][0]
        return not (self.network_address in public and self.broadcast_address in public) and not self.is_private


# Version 6.

class _BaseV6:
    """The texts of version 6."""

    __slots__ = ()
    _version = 6
    _ALL_ONES = 2 ** IPV6LENGTH - 1
    _HEXTET_COUNT = 8
    _max_prefixlen = IPV6LENGTH

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            prefixlen = arg
            if not 0 <= prefixlen <= cls._max_prefixlen:
                cls._report_invalid_netmask(prefixlen)
        else:
            prefixlen = cls._prefix_from_prefix_string(arg)
        return IPv6Address(cls._ip_int_from_prefix(prefixlen)), prefixlen

    @classmethod
    def _ip_int_from_string(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError('At least %d parts expected in %r' % (3, text))
        if '.' in parts[-1]:
            try:
                four = IPv4Address(parts.pop())._ip
            except AddressValueError as failure:
                raise AddressValueError('%s in %r' % (failure, text)) from None
            parts += ['%x' % (four >> 16), '%x' % (four & 0xffff)]
        most = cls._HEXTET_COUNT + 1
        if len(parts) > most:
            raise AddressValueError('At most %d colons permitted in %r' % (most - 1, text))
        gap = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if gap is not None:
                    raise AddressValueError("At most one '::' permitted in %r" % text)
                gap = i
        if gap is None:
            if len(parts) != cls._HEXTET_COUNT:
                raise AddressValueError("Exactly %d parts expected without '::' in %r" % (cls._HEXTET_COUNT, text))
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            before, after, skipped = len(parts), 0, 0
        else:
            before, after = gap, len(parts) - gap - 1
            if not parts[0]:
                before -= 1
                if before:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                after -= 1
                if after:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            skipped = cls._HEXTET_COUNT - (before + after)
            if skipped < 1:
                raise AddressValueError("Expected at most %d other parts with '::' in %r" % (cls._HEXTET_COUNT - 1, text))
        try:
            n = 0
            for i in range(before):
                n = n << 16 | cls._parse_hextet(parts[i])
            n <<= 16 * skipped
            for i in range(-after, 0):
                n = n << 16 | cls._parse_hextet(parts[i])
            return n
        except ValueError as failure:
            raise AddressValueError('%s in %r' % (failure, text)) from None

    @classmethod
    def _parse_hextet(cls, text):
        if not set(text) <= set('0123456789ABCDEFabcdef'):
            raise ValueError('Only hex digits permitted in %r' % text)
        if len(text) > 4:
            raise ValueError('At most 4 characters permitted in %r' % text)
        return int(text, 16)

    @classmethod
    def _string_from_ip_int(cls, n=None):
        if n is None:
            n = int(cls._ip)
        if n > cls._ALL_ONES:
            raise ValueError('IPv6 address is too large')
        hextets = ['%x' % (n >> shift & 0xffff) for shift in range(112, -1, -16)]
        # The first of the longest runs of zeros becomes "::".
        best, best_length, i = 0, 1, 0
        while i < 8:
            j = i
            while j < 8 and hextets[j] == '0':
                j += 1
            if j - i > best_length:
                best, best_length = i, j - i
            i = j + 1
        if best_length > 1:
            return ':'.join(hextets[:best]) + '::' + ':'.join(hextets[best + best_length:])
        return ':'.join(hextets)

    def _explode_shorthand_ip_string(self):
        if isinstance(self, IPv6Network):
            text = str(self.network_address)
        elif isinstance(self, IPv6Interface):
            text = str(self.ip)
        else:
            text = str(self)
        digits = '%032x' % self._ip_int_from_string(text.partition('%')[0])
        exploded = ':'.join(digits[i:i + 4] for i in range(0, 32, 4))
        if isinstance(self, (_BaseNetwork, IPv6Interface)):
            return '%s/%d' % (exploded, self._prefixlen)
        return exploded

    def _reverse_pointer(self):
        return '.'.join(self.exploded[::-1].replace(':', '')) + '.ip6.arpa'

    @staticmethod
    def _split_scope_id(text):
        address, percent, scope = text.partition('%')
        if not percent:
            return address, None
        if not scope or '%' in scope:
            raise AddressValueError('Invalid IPv6 address: "%r"' % text)
        return address, scope

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @property
    def version(self):
        return self._version


class IPv6Address(_BaseV6, _BaseAddress):
    """An address of version 6, from '2001:db8::1', with a zone 'fe80::1%eth0', an int or sixteen bytes."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_int_address(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed_address(address, 16)
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = self._split_scope_id(text)
            self._ip = self._ip_int_from_string(text)

    @staticmethod
    @functools.cache
    def _constants():
        networks = lambda *texts: [IPv6Network(text) for text in texts]
        return {
            'link_local': networks('fe80::/10'),
            'multicast': networks('ff00::/8'),
            'site_local': networks('fec0::/10'),
            'reserved': networks('::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3',
                                 '8000::/3', 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9'),
            'private': networks('::1/128', '::/128', '::ffff:0:0/96', '100::/64', '2001::/23', '2001:2::/48',
                                '2001:db8::/32', '2001:10::/28', 'fc00::/7', 'fe80::/10'),
        }

    is_multicast = _within('multicast')
    is_reserved = _within('reserved')
    is_link_local = _within('link_local')
    is_site_local = _within('site_local')

    def __str__(self):
        text = super().__str__()
        return text + '%' + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, '_scope_id', None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        """The zone, None if there is none."""
        return self._scope_id

    @property
    def packed(self):
        """The sixteen bytes."""
        return v6_int_to_packed(self._ip)

    @property
    def is_private(self):
        four = self.ipv4_mapped
        if four is not None:
            return four.is_private
        return any(self in net for net in self._constants()['private'])

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        """The address of version 4 in ::ffff:a.b.c.d, else None."""
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        """The server and the client of a Teredo address, else None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        """The address of version 4 in a 6to4 address, else None."""
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_BaseInterface, IPv6Address):
    """An address of version 6 and the network it is in."""

    _address_class = IPv6Address

    @property
    def _network_class(self):
        return IPv6Network

    @property
    def ip(self):
        return IPv6Address(self._ip)

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return super().is_loopback and self.network.is_loopback


class IPv6Network(_BaseV6, _BaseNetwork):
    """A network of version 6: '2001:db8::/32', (address, bits)."""

    _address_class = IPv6Address

    def hosts(self):
        """The addresses without that of the routers, the first, an iterator."""
        for n in range(int(self.network_address) + 1, int(self.broadcast_address) + 1):
            yield self._address_class(n)

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local
