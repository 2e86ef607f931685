# Quoting and unquoting.
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
for s in ['abc def','ä/ö','a+b&c=d','~_-.','',b'\xff\x00 a','%','a/b?c','\ud800']:
    t(quote,s); t(quote_plus,s); t(quote,s,safe=''); 
t(quote,'ä',encoding='latin-1'); t(quote,b'a',encoding='x'); t(quote,'ä',encoding='ascii'); t(quote,5); t(quote_from_bytes,'x'); t(quote,'a b/c',safe=b'/'); t(quote_plus,'a b/c',safe='/')
for s in ['a%20b','%zz%4','%C3%A4','%ff','+','a+b','\u00e4%20','%','%%41', b'a%20b', '', b'', 5, '%e2%82']:
    t(unquote,s); t(unquote_to_bytes,s); 
t(unquote_plus,'a+b%2B'); t(unquote,'%E4',encoding='latin-1'); t(unquote,'%E4',errors='strict')
