# urllib.request against a server, files and data: URLs.
import pathlib, urllib.request, urllib.error, urllib.parse, http.server, threading, tempfile, os, json, base64, re
class H(http.server.BaseHTTPRequestHandler):
    def log_message(self,*a): pass
    def reply(self, code, body, **h):
        self.send_response(code)
        for k,v in h.items(): self.send_header(k.replace('_','-'),v)
        self.send_header('Content-Length',str(len(body))); self.end_headers()
        if self.command!='HEAD': self.wfile.write(body)
    def do_GET(self):
        n=self.headers.get('Content-Length'); body=self.rfile.read(int(n)) if n else b''
        p=self.path
        if p.startswith('/r'):
            code,_,to=p[2:].partition('/'); return self.reply(int(code),b'',Location='/'+to)
        if p=='/loop': return self.reply(302,b'',Location='/loop')
        if p=='/bad': return self.reply(302,b'',Location='javascript:x')
        if p=='/404': return self.reply(404,b'not here',X_Y='z')
        if p=='/auth':
            if self.headers.get('Authorization')!='Basic '+base64.b64encode(b'u:p').decode(): return self.reply(401,b'',WWW_Authenticate='Basic realm="R"')
            return self.reply(200,b'secret')
        if p=='/drop': self.connection.close(); return
        h={k:v for k,v in self.headers.items() if k!='Host'}
        h.pop('User-Agent',None) if h.get('User-Agent','').startswith('Python-urllib/3.12') else None
        self.reply(200,json.dumps([self.command,p,body.decode(),h]).encode(),Content_Type='application/json')
    do_POST=do_PUT=do_HEAD=do_DELETE=do_GET
class S(http.server.ThreadingHTTPServer):
    def handle_error(self,*a): pass
srv=S(('127.0.0.1',0),H); th=threading.Thread(target=srv.serve_forever,kwargs={'poll_interval':.01}); th.start()
B='http://127.0.0.1:%d'%srv.server_port
def clean(x): return re.sub(r'127.0.0.1:\d+','HOST',str(x))
def t(f,*a,**k):
    try: print(clean(f(*a,**k)))
    except Exception as e: print(type(e).__name__, clean(e), clean(repr(getattr(e,'reason',None))))
from urllib.request import *
with urlopen(B+'/a?b=c#frag') as r: print(r.status,r.code,r.getcode(),clean(r.url),clean(r.geturl()),r.headers['content-type'],r.info().get_content_type(),r.msg,r.read())
def get(u,*a,**k):
    with urlopen(u,*a,**k) as r: return r.status, clean(r.url), r.read()
t(get,B+'/p',b'x=1&y=2'); t(get,Request(B+'/h',headers={'X-ONE':'1','Content-Type':'t/t'},data=b'd')); t(get,Request(B+'/put',method='PUT',data=b'zz')); t(get,Request(B+'/d',method='DELETE')); t(get,Request(B+'/hd',method='HEAD'))
t(get,Request(B+'/it',data=iter([b'a',b'b']),headers={'Content-Length':'2'}))
for c in (301,302,303,307,308): t(get,B+'/r%d/to'%c); t(get,B+'/r%d/to'%c,b'data')
t(get,B+'/r302/r302/deep'); t(get,B+'/loop'); t(get,B+'/bad'); t(get,B+'/404'); t(get,B+'/drop')
try: urlopen(B+'/404')
except urllib.error.HTTPError as e: print(e.code,e.reason,e.msg,clean(e.url),e.headers['X-Y'],e.read(),e.status, repr(e), isinstance(e,OSError), clean(e.filename)); e.close()
t(get,'nosuch://x'); t(get,'http://'); t(get,'no url'); t(get,'http://127.0.0.1:1/'); t(get,B+'/x y'); t(get,B,'text'); t(get,'file:///nonexistent'); t(get,'file://otherhost.invalid/x')
t(get,'data:,hello%20world'); t(get,'data:text/html;base64,PGI+'); t(get,'data:nocomma')
r=urlopen('data:text/plain;charset=utf-8,%C3%A4'); print(r.headers.items(), r.read().decode(), r.url, r.status)
d=tempfile.mkdtemp(); p=os.path.join(d,'f x.txt'); pathlib.Path(p).write_text('file content\nl2\n')
u='file://'+pathname2url(p); r=urlopen(u); print(r.headers['content-type'],r.headers['content-length'],r.read(),r.url==u); r.close(); print([l for l in urlopen(u)])
print(url2pathname('/a%20b'), pathname2url('/a b'))
seen=[]; f,h=urlretrieve(B+'/xretr',os.path.join(d,'out'),lambda *a: seen.append(a)); print(os.path.basename(f),open(f).read(),seen,h['content-type']); f,h=urlretrieve(u); print(f==p); f,h=urlretrieve('data:,tmp'); print(open(f).read()); urlcleanup(); print(os.path.exists(f))
m=HTTPPasswordMgrWithDefaultRealm(); m.add_password(None,B,'u','p'); o=build_opener(HTTPBasicAuthHandler(m)); print(o.open(B+'/auth').read()); t(get,B+'/auth')
o=build_opener(ProxyHandler({'http':B})); print(o.open('http://example.invalid/via').read())
o=build_opener(); o.addheaders=[('User-agent','mine')]; print(o.open(B+'/ua').read()); install_opener(o); print(get(B+'/ua')[2]); install_opener(None)
q=Request(B+'/x#f',data=b'1',headers={'a-b':'c'}); print(clean(q.full_url),q.type,clean(q.host),q.selector,q.data,q.get_method(),q.has_header('A-b'),q.get_header('A-b'),q.header_items(),q.fragment,q.origin_req_host,q.unverifiable,q.has_proxy()); q.data=None; print(q.get_method()); q.remove_header('A-b'); print(q.headers); t(Request,'x')
class MyH(BaseHandler):
    def my_open(self,req): return urllib.response.addinfourl(__import__('io').BytesIO(b'custom '+req.full_url.encode()),{},req.full_url,299)
print(build_opener(MyH).open('my://x').read()); t(build_opener().add_handler,5)
e=urllib.error.URLError('why'); print(e, repr(e), e.args); print(urllib.error.ContentTooShortError('m',b'c'))
srv.shutdown(); th.join(); srv.server_close()
