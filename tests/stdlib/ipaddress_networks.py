# Networks and interfaces.
from ipaddress import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
N=['10.0.0.0/8','10.0.0.1/8','10.0.0.0/255.0.0.0','10.0.0.0/0.255.255.255','10.0.0.0/33','10.0.0.0/x','10.0.0.0/8/8','1.2.3.4','::/0','2001:db8::/32','2001:db8::1/32','192.168.0.0/30','192.168.0.0/31','192.168.0.1/32','::1/128','::/127','10.0.0.0/255.0.255.0',(10<<24,8),('10.0.0.0','8'),('10.0.0.0','255.0.0.0'),5,b'abcd','100.64.0.0/10','fe80::/10','ff00::/8','::/129','0.0.0.0/0', '10.0.0.0/-1','10.0.0.0/']
Q='network_address broadcast_address netmask hostmask prefixlen num_addresses with_prefixlen with_netmask with_hostmask is_private is_global is_multicast is_reserved is_loopback is_link_local is_unspecified exploded compressed version'.split()
for n in N:
    t(repr,n); t(ip_network,n); t(ip_network,n,strict=False); t(IPv4Network,n); t(IPv6Network,n); t(ip_interface,n)
    try: x=ip_network(n,False)
    except ValueError: continue
    print(repr(x), [str(getattr(x,q)) for q in Q])
    if x.num_addresses<5: print(list(x), list(x.hosts()))
    t(x.supernet); t(lambda: next(x.subnets())); t(lambda: x[0]); t(lambda: x[-1]); t(lambda: x[2**130])
    i=ip_interface(n); print(repr(i), i.ip, i.network, i.netmask, i.hostmask, i.with_prefixlen, i.with_netmask, i.with_hostmask)
