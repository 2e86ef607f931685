# Subnets, ranges, order, formats.
from ipaddress import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
n=ip_network('192.168.0.0/24')
print(list(n.subnets(2)), list(n.subnets(new_prefix=26))==list(n.subnets(2)), n.supernet(8), n.supernet(new_prefix=20))
t(lambda: list(n.subnets(9))); t(lambda: list(n.subnets(new_prefix=20))); t(lambda: list(n.subnets(2,26))); t(n.supernet,25); t(n.supernet,new_prefix=26); t(lambda: list(n.subnets(-1)))
print(ip_address('192.168.0.5') in n, ip_address('192.168.1.5') in n, ip_address('::1') in n, n in n, n.overlaps(ip_network('192.168.0.128/25')), n.subnet_of(ip_network('192.168.0.0/16')), n.supernet_of(ip_network('192.168.0.0/30')))
print(list(n.address_exclude(ip_network('192.168.0.64/26')))); t(lambda: list(n.address_exclude(ip_network('10.0.0.0/8')))); t(lambda: n.subnet_of(ip_network('::/0'))); t(lambda: n.subnet_of(5))
print(list(summarize_address_range(ip_address('192.0.2.0'),ip_address('192.0.2.130')))); print(list(summarize_address_range(ip_address('0.0.0.0'),ip_address('255.255.255.255'))))
t(lambda: list(summarize_address_range(ip_address('2.2.2.2'),ip_address('1.1.1.1')))); t(lambda: list(summarize_address_range(ip_address('2.2.2.2'),ip_address('::1')))); t(lambda: list(summarize_address_range(n,n)))
print(list(collapse_addresses([ip_network('192.0.2.0/25'),ip_network('192.0.2.128/25'),ip_network('10.0.0.0/8'),ip_network('10.1.0.0/16')]))); print(list(collapse_addresses([ip_address('1.1.1.1'),ip_address('1.1.1.0'),ip_address('1.1.1.5')])))
t(lambda: list(collapse_addresses([ip_address('1.1.1.1'),ip_address('::1')])))
print(sorted([ip_network('10.0.0.0/8'),ip_address('10.0.0.1'),ip_network('9.0.0.0/8'),ip_address('::1')],key=get_mixed_type_key))
a=ip_address('1.2.3.4'); print(a+1,a-1,a<a+1,a==ip_address('1.2.3.4'),hash(a)==hash(ip_address('1.2.3.4')),a!=5,a==5); t(lambda: a<5); t(lambda: a<ip_address('::1')); t(lambda: a+2**33); t(lambda: a+'x')
print(f'{a:x}',f'{a:b}',f'{a:#b}',f'{a:_b}',f'{a:#_x}',f'{a:n}',f'{a:s}',format(str(a), '>10'),f'{ip_address("::1"):n}',f'{a:#X}'); t(format,a,'d'); t(format,a,'>10')
print(v4_int_to_packed(1), v6_int_to_packed(1)); t(v4_int_to_packed,2**32); t(v6_int_to_packed,-1)
print(max(ip_address('1.1.1.1'),ip_address('2.2.2.2')), sorted([ip_interface('10.0.0.5/8'),ip_interface('10.0.0.1/8')]), ip_interface('10.0.0.5/8')==ip_interface('10.0.0.5/9'), n==ip_network('192.168.0.0/24'), n<ip_network('192.168.1.0/24'), n.compare_networks(ip_network('10.0.0.0/8')))

