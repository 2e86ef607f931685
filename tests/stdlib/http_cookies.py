# Cookies: written, read, refused.
from http.cookies import *
from http import cookies
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
C=SimpleCookie(); C['fig']='newton'; C['sugar']='wafer'; print(C); print(repr(C)); print(C.output(header='Cookie:',sep='|')); print(C['fig'].value,C['fig'].key,C['fig'].coded_value,C['fig']['path'])
C=SimpleCookie(); C['rocky']='road'; C['rocky']['path']='/cookie'; C['rocky']['max-age']=5; C['rocky']['secure']=True; C['rocky']['httponly']=1; C['rocky']['samesite']='Lax'; C['rocky']['comment']='a "b"'; C['rocky']['domain']='x.y'; C['rocky']['version']=1; print(C); print(C.output(attrs=['path'])); print(C['rocky'].OutputString()); print(C.js_output())
for s in ['chips=ahoy; vienna=finger','keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;";','a=1; Path=/x; b=2','$Version=1; a=1; $Path=/p','a','a=','Path=/','a=1; expires=Wed, 01 Jan 2020 00:00:00 GMT; b=3','a=1;secure;httponly','a=1; foo; b=2','a b=c','a="x;y"','a=[1]','a = 1 ; b= 2','k\u00e4=1','=x','a=1,b=2','a=1; domain','a="\\303\\244"']:
    c=SimpleCookie(); t(c.load,s); print(repr(s),repr(c),{k:dict((x,y) for x,y in m.items() if y) for k,m in c.items()})
for v in ['plain','with space','q"uote','semi;colon','comma,','ä','\n','','a=b','back\\slash','[x]{y}',5,None]:
    c=SimpleCookie(); t(c.__setitem__,'k',v); print(repr(v),c.output(),repr(SimpleCookie(c.output(header='')).get('k')))
c=SimpleCookie(); t(c.__setitem__,'a b',1); t(c.__setitem__,'path',1); t(c.__setitem__,'',1)
c['x']=1; t(c['x'].__setitem__,'bad',1); c['x']['PATH']='/p'; print(c, c['x'].isReservedKey('Path')); m=c['x'].copy(); print(m==c['x'], m!=c['x']); m['path']='/q'; print(m==c['x'], repr(m)); t(m.update,{'bad':1}); m.update({'Path':'/z'}); print(m); t(m.setdefault,'foo'); t(m.set,'path','v','v'); t(m.set,'a;b','v','v')
c=SimpleCookie({'a':'1','b':2}); print(c); c['a']=c['b']; print(c); b=BaseCookie(); b['x']='a b'; print(b); print(len(SimpleCookie('x=1')['x'].output()), cookies._quote('a"b'), cookies._unquote('"a\\"b"'))
