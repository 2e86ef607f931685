# A cookie jar: from responses, into requests, in files.
import http.cookiejar, urllib.request, http.server, threading, tempfile, os, re
class H(http.server.BaseHTTPRequestHandler):
    def log_message(self,*a): pass
    def do_GET(self):
        self.send_response(200)
        if self.path.startswith('/set'):
            for c in ('a=1','b=two; Path=/sub','c=3; Max-Age=100; HttpOnly','d=4; Secure','old=1; Max-Age=0','e=5; expires=Fri, 01 Jan 2100 00:00:00 GMT','x=1; Domain=other.example','q="quoted; v"'): self.send_header('Set-Cookie',c)
        if self.path=='/unset': self.send_header('Set-Cookie','a=; Max-Age=0')
        body=(self.headers.get('Cookie') or '-').encode(); self.send_header('Content-Length',str(len(body))); self.end_headers(); self.wfile.write(body)
srv=http.server.ThreadingHTTPServer(('127.0.0.1',0),H); t=threading.Thread(target=srv.serve_forever,kwargs={'poll_interval':.01}); t.start()
B='http://127.0.0.1:%d'%srv.server_port
jar=http.cookiejar.MozillaCookieJar(); o=urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)); get=lambda p: o.open(B+p).read().decode()
print(get('/')); print(get('/set')); print(sorted((c.name,c.value,c.domain,c.path,c.secure,c.discard,c.expires is None,c.has_nonstandard_attr('HttpOnly')) for c in jar), len(jar))
print(sorted(get('/').split('; '))); print(sorted(get('/sub/x').split('; '))); print(get('/unset')!='-', sorted(get('/').split('; ')))
f=os.path.join(tempfile.mkdtemp(),'c.txt'); jar.save(f,ignore_discard=True); j2=http.cookiejar.MozillaCookieJar(f); j2.load(ignore_discard=True); print(sorted(c.name for c in j2)); j3=http.cookiejar.MozillaCookieJar(f); j3.load(); print(sorted(c.name for c in j3)); print(re.sub(r'\d{9,}','N',open(f).read()))
jar.clear_session_cookies(); print(sorted(c.name for c in jar)); jar.clear(); print(len(jar), jar, repr(jar))
c=http.cookiejar.Cookie(0,'n','v',None,False,'x.y',False,False,'/',False,False,None,True,None,None,{}); print(c, repr(c), c.is_expired()); jar.set_cookie(c); print(jar)
try: jar.clear('no','/','x')
except KeyError as e: print(repr(e))
try: jar.clear(name='x')
except ValueError as e: print(e)
try: http.cookiejar.MozillaCookieJar().load()
except ValueError as e: print(e)
srv.shutdown(); t.join(); srv.server_close()
