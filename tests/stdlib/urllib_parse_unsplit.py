# Putting together, bytes, results.
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
print(urlsplit(b'http://h/p?q'), urlsplit('http://h/p').encode(), urlsplit(b'http://h').decode(), urldefrag(b'a#b'))
t(urlsplit,'http://h',b'x'); t(urlsplit,None); t(urlsplit, 5); t(urlunsplit,('http','h','p','q','f')); t(urlunparse,('http','h','/p','x','q','f')); t(urlunsplit,('','','//p','','')); t(urlunsplit,('x','','//p','','')); t(urlunparse,('http','','','','','')); t(urlunsplit,['a']); t(urlunsplit,('file','','/a','',''))
print(urlsplit('a')._replace(path='b').geturl(), urlparse('x;y',scheme='z',allow_fragments=False))
print(urllib.parse.unwrap('<URL:http://x>'), urllib.parse._splittype('http://x'), urllib.parse._splithost('//h:8/p'), urllib.parse._splitport('h:8'), urllib.parse._splituser('u:p@h'))

