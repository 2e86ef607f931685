# http.client against http.server, and against servers that say nonsense.  # test: heavy
import http.client, http.server, threading, json, tempfile, os, socket, io, re
class Srv(http.server.ThreadingHTTPServer):
    def handle_error(self,r,a): log.append('err')
class H(http.server.BaseHTTPRequestHandler):
    protocol_version='HTTP/1.1'
    def log_message(self, f, *a): log.append(f % a)
    def do_GET(self):
        if self.path=='/chunked':
            self.send_response(200); self.send_header('Transfer-Encoding','chunked'); self.end_headers()
            for c in (b'one',b'twotwo'): self.wfile.write(b'%x\r\n%s\r\n'%(len(c),c))
            self.wfile.write(b'0\r\n\r\n'); return
        if self.path=='/close':
            self.send_response(200); self.send_header('Connection','close'); self.end_headers(); self.wfile.write(b'until close'); return
        body=json.dumps({'path':self.path,'ua':self.headers.get('X-A'),'host':self.headers['Host'].split(':')[0]}).encode()
        self.send_response(200); self.send_header('Content-Type','application/json'); self.send_header('Content-Length',str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_HEAD(self): self.send_response(200); self.send_header('Content-Length','5'); self.end_headers()
    def do_POST(self):
        if self.headers.get('Transfer-Encoding')=='chunked':
            d=b''
            while True:
                n=int(self.rfile.readline(),16); d+=self.rfile.read(n); self.rfile.readline()
                if not n: break
        else: d=self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(201,'Made'); self.send_header('Content-Length',str(len(d))); self.send_header('X-M','1'); self.send_header('X-M','2'); self.end_headers(); self.wfile.write(d[::-1])
log=[]
srv=Srv(('127.0.0.1',0),H); th=threading.Thread(target=srv.serve_forever,kwargs={'poll_interval':.01}); th.start()
c=http.client.HTTPConnection('127.0.0.1',srv.server_port,timeout=5)
c.request('GET','/a?b=1',headers={'X-A':'v'}); r=c.getresponse(); print(r.status,r.reason,r.version,r.getheader('content-type'),r.read(),r.isclosed(),r.will_close)
for p in ('/chunked','/x','/close'):
    c.request('GET',p); r=c.getresponse(); print(r.status,r.chunked,r.length,r.read(3),r.read(),r.read(),[k for k,v in r.getheaders()])
c.request('HEAD','/'); r=c.getresponse(); print(r.status,r.read(),r.getheader('Content-Length'))
for body in (b'bytes','text',iter([b'a',b'bc']),io.BytesIO(b'file'),None):
    c.request('POST','/p',body); r=c.getresponse(); print(r.status,r.reason,r.getheader('X-M'),r.headers.get_all('x-m'),r.read())
c.request('PUT','/'); r=c.getresponse(); print(r.status,r.reason,b'Unsupported method' in r.read(),r.getheader('Connection'))
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, re.sub(r'\d{5}','N',str(e)), repr(e)[:40])
t(c.getresponse); c.putrequest('GET','/'); t(c.putrequest,'GET','/'); t(c.putheader,'a b',1); t(c.putheader,'a:','1'); t(c.putheader,'x','a\nb'); t(c.putheader,'n',5); c.endheaders(); t(c.endheaders); t(c.putheader,'a','b'); r=c.getresponse(); r.close(); c.close()
t(c.request,'GET','/a b'); t(c.request,'GE\nT','/'); t(http.client.HTTPConnection,'h:x'); t(http.client.HTTPConnection,'h h'); t(c.request,'POST','/','\u20ac'); c.close(); t(c.request,'POST','/',5); c.close()
print(http.client.HTTPConnection('[::1]:80').host, http.client.HTTPConnection('h:').port, http.client.responses[404], http.client.OK, http.client.NOT_FOUND)
for raw in (b'', b'garbage\r\n\r\n', b'HTTP/1.1 200\r\n\r\nx', b'HTTP/1.1 abc x\r\n\r\n', b'HTTP/3.0 200 OK\r\n\r\n', b'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab', b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', b'HTTP/1.1 100 C\r\n\r\nHTTP/1.1 204 N\r\n\r\n', b'HTTP/1.0 200 OK\r\nX: a\r\n b\r\n\r\nline1\nline2\n', b'HTTP/1.1 200 OK\r\n'+b'a: b\r\n'*200, b'HTTP/1.1 200 '+b'x'*70000):
    a,b=socket.socketpair(); threading.Thread(target=lambda b=b,raw=raw:(b.sendall(raw),b.close())).start()
    r=http.client.HTTPResponse(a,method='GET')
    def go():
        r.begin(); print(r.status,repr(r.reason),r.version,r.length,r.will_close,r.headers.items()[:3]); print(r.readline(), r.peek(3)[:3], r.read())
    t(go); a.close()
raw=socket.create_connection(srv.server_address)
raw.sendall(b'GET / HTTP/9.9\r\n\r\n'); print(raw.makefile('rb').readline()); raw.close()
for q in (b'BAD\r\n\r\n',b'GET / HTTP/x\r\n\r\n',b'POST /\r\n\r\n',b'GET /'+b'x'*70000+b' HTTP/1.1\r\n\r\n'):
    raw=socket.create_connection(srv.server_address); raw.sendall(q); print(raw.makefile('rb').read()[:60]); raw.close()
srv.shutdown(); th.join(); srv.server_close(); print(len(log), log[:3], [l for l in log if 'code' in l])
