# Addresses of both versions and what is none.
from ipaddress import *
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
A=['1.2.3.4','::1','1.2.3','1.2.3.256','01.2.3.4','1.2.3.4/5','','a','::','1::2::3','::ffff:1.2.3.4','1:2:3:4:5:6:7:8','1:2:3:4:5:6:7','12345::','g::',':1::','1::2:',5,2**32,2**128,-1,b'abcd',b'a'*16,b'abc','2001:db8:0:0:1::1','2002:102:304::','2001:0:1:2::3','1.2.3.4.','1.2..3','1.2.3.+4','10.0.0.1','127.0.0.1','169.254.1.1','224.0.0.1','100.64.0.1','192.0.0.8','192.0.0.1','255.255.255.255','0.0.0.0','8.8.8.8','fec0::1','ff02::1','fc00::1','2606:4700::1','::ffff:8.8.8.8','fe80::1%','1:2:3:4:5:6:7::','::2:3:4:5:6:7:8','0:0:1:0:0:0:1:0', '1.2.3.4444', '1:::2','::1.2.3.4','::1.2.3']
P='exploded compressed reverse_pointer version max_prefixlen packed is_private is_global is_multicast is_reserved is_loopback is_link_local is_unspecified'.split()
for a in A:
    t(repr, a); t(ip_address,a)
    t(IPv4Address,a); t(IPv6Address,a)
    try: x=ip_address(a)
    except ValueError: continue
    print(repr(x), int(x), [getattr(x,p) for p in P], [getattr(x,p,None) for p in ('ipv4_mapped','teredo','sixtofour','scope_id','is_site_local')])
