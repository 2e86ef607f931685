# Queries: parse_qs, parse_qsl, urlencode.
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
for q in ['a=1&b=2&a=3','a=&b','a','','&&','a=1;b=2','a=%20+x',b'a=1','=x','a==b','a=1&'] :
    t(parse_qs,q); t(parse_qsl,q,True); t(parse_qsl,q,strict_parsing=True)
t(parse_qsl,'a=1;b=2',separator=';'); t(parse_qsl,'a=1',separator=''); t(parse_qsl,'a=1&b=2&c',max_num_fields=2); t(parse_qsl,None); t(parse_qsl, 5); t(parse_qs,'a=1',separator=5)
for q in [{'a':1,'b':'x y'},[('a','1'),('a',2)],{'a':[1,2]},'abc',5,{b'k':b'v'},{'ä':'ö'},{},[],[1],{'x':None}]:
    t(urlencode,q); t(urlencode,q,True)
t(urlencode,{'a':'x y/z'},quote_via=quote); t(urlencode,{'a':'x/y'},safe='/'); t(urlencode,{'a':'ä'},encoding='latin-1'); t(urlencode,{'a':5},doseq=True)
