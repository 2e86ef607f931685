# URLs taken apart, with their parts.
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
U=['http://user:pass@www.Example.com:80/a/b;p?q=1&r#frag','mailto:x@y','//host/p','/path;x','','http:','http://','HTTP://[::1]:8080/x','http://[::1/x','http://a]b','path:80','1a:b','http://h:port/','http://h:99999','file:///etc/passwd','ftp://h/a;b/c;d','tel:+1;x','a?b?c#d#e','?q','#f',' http://x/ ','ht\ntp://x','http://x y/','http://\uff0fevil','svn+ssh://h/p','x://:@/','http://@h','http://u@h:','http://[fe80::1%25eth0]/','javascript:a(1)','http://[1.2.3.4]/','http://[v1.x]/','itms-services://x','x://h?#','http:///p','http:p','////a']
for u in U:
    t(urlparse,u); t(urlsplit,u); t(lambda: urlsplit(u).geturl()); t(lambda: urlparse(u).geturl())
    try:
        r=urlsplit(u)
        for n in 'username password hostname port'.split(): t(getattr,r,n)
    except ValueError: pass
    t(urldefrag,u)
