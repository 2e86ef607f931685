# ipaddress: properties of special ranges, formats, arithmetic with networks, sorting, errors.
import ipaddress as ip


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in ('0.0.0.0', '127.0.0.1', '10.1.2.3', '169.254.1.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '100.64.0.1', '192.0.2.1', '8.8.8.8', '::', '::1', 'fc00::1', 'ff02::1', '2001:db8::', '2002:102:304::', '::ffff:1.2.3.4', '2001:0:1::5', 'fec0::1', '64:ff9b::1'):
    a = ip.ip_address(text)
    print(a, [n for n in ('is_private', 'is_global', 'is_loopback', 'is_multicast', 'is_reserved', 'is_link_local', 'is_unspecified') if getattr(a, n)], a.reverse_pointer, a.compressed, a.exploded, a.packed.hex(), a.max_prefixlen)
    if a.version == 6:
        print(a.scope_id, a.ipv4_mapped, a.sixtofour, a.teredo, a.is_site_local)
a = ip.ip_address('192.168.1.10')
print(f"{a:b} {a:#x} {a:#_b} {a:n} {a:s} {a:X}", a + 5, a - 300, int(a), a < ip.ip_address('192.168.1.11'), hash(a) == hash(ip.ip_address('192.168.1.10')), repr(a))
n = ip.ip_network('192.168.0.0/22')
print(n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.network_address, n.with_netmask, n.with_hostmask, n.with_prefixlen, n.prefixlen, list(n.subnets(prefixlen_diff=2))[1:3], n.supernet(2), n[5], n[-1], a in n, n.overlaps(ip.ip_network('192.168.2.0/24')))
print(list(n.address_exclude(ip.ip_network('192.168.1.0/24'))), n.subnet_of(ip.ip_network('192.168.0.0/16')), n.supernet_of(ip.ip_network('192.168.3.0/30')), list(ip.ip_network('10.0.0.0/30').hosts()), list(ip.ip_network('10.0.0.0/31').hosts()), list(ip.ip_network('10.0.0.1/32').hosts()), n.compare_networks(ip.ip_network('10.0.0.0/8')))
i = ip.ip_interface('10.1.2.3/24')
print(i, i.ip, i.network, i.with_netmask, i.with_hostmask, i + 1, i == ip.ip_interface('10.1.2.3/24'), i.is_private, repr(i))
print(list(ip.summarize_address_range(ip.ip_address('10.0.0.1'), ip.ip_address('10.0.0.9'))), list(ip.collapse_addresses([ip.ip_network('10.0.0.0/25'), ip.ip_network('10.0.0.128/25'), ip.ip_network('10.0.0.0/30')])))
print(sorted([ip.ip_network('10.0.0.0/8'), ip.ip_network('9.0.0.0/8'), ip.ip_network('10.0.0.0/9')]), sorted([ip.ip_address('::1'), ip.ip_network('10.0.0.0/8'), a], key=ip.get_mixed_type_key), ip.v4_int_to_packed(5), ip.v6_int_to_packed(1).hex()[-4:])
for action in (lambda: ip.ip_address('1.2.3'), lambda: ip.ip_address('1.2.3.256'), lambda: ip.ip_address('01.2.3.4'), lambda: ip.ip_address('1.2.3.x'), lambda: ip.ip_address(''), lambda: ip.ip_address(-1), lambda: ip.ip_address(2**128), lambda: ip.ip_address(b'abc'), lambda: ip.ip_address(None), lambda: ip.IPv6Address(':::'), lambda: ip.IPv6Address('1:2'),
               lambda: ip.IPv6Address('12345::'), lambda: ip.IPv6Address('::g'), lambda: ip.IPv6Address('1::2::3'), lambda: ip.IPv6Address('::1%'), lambda: ip.IPv6Address('1:2:3:4:5:6:7:8:9'), lambda: ip.ip_network('10.0.0.1/8'), lambda: ip.ip_network('10.0.0.0/33'), lambda: ip.ip_network('10.0.0.0/x'), lambda: ip.ip_network('10.0.0.0/255.0.255.0'),
               lambda: ip.ip_network('10.0.0.1/8', strict=False), lambda: ip.ip_network(('10.0.0.0', 8)), lambda: ip.ip_network('10.0.0.0/0.255.255.255'), lambda: ip.ip_interface('x/1'), lambda: list(n.subnets(prefixlen_diff=40)), lambda: n.supernet(new_prefix=30), lambda: n[10**6], lambda: list(n.address_exclude(ip.ip_network('1.0.0.0/8'))),
               lambda: a < ip.ip_address('::1'), lambda: a + 2**32, lambda: list(ip.summarize_address_range(a, ip.ip_address('1.1.1.1'))), lambda: n.subnet_of(ip.ip_network('::/0')), lambda: a < 5, lambda: format(a, 'd'), lambda: ip.ip_address('1.2.3.4/5'), lambda: ip.v4_int_to_packed(-1)):
    attempt(action)
