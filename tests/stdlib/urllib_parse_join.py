# Relative URLs: the examples of RFC 3986 and odd ones.
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
base='http://a/b/c/d;p?q'
for r in 'g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x g;x?y#s . ./ .. ../ ../g ../.. ../../ ../../g ../../../g ../../../../g /./g /../g g. .g g.. ..g ./../g ./g/. g/./h g/../h g;x=1/./y g;x=1/../y g?y/./x g#s/../x http:g'.split()+['']:
    t(urljoin,base,r)
for b,r in [('http://a/','x'),('http://a','x'),('mailto:a','b'),('','x'),('x',''),('http://a/b','//c'),('file:///a/b','../c'),('ws://a/b','c'),('a/b','../../c'),('http://a/b//c','d'),('http://a/b/c/','d//e'),(b'http://a/b',b'c'),(b'http://a','c'),('http://a/b?x','?')]: t(urljoin,b,r)
