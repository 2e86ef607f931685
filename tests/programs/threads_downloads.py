"""Downloads with a pool of threads from a server in the same program."""
# test: heavy
import hashlib, threading, time, urllib.request, urllib.error
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path=='/missing': self.send_error(404,'Nope'); return
        if self.path=='/slow': time.sleep(0.05)
        body=(self.path*100).encode(); self.send_response(200); self.send_header('Content-Type','text/plain'); self.send_header('Content-Length',str(len(body))); self.end_headers(); self.wfile.write(body)
    def do_POST(self):
        n=int(self.headers['Content-Length']); data=self.rfile.read(n); self.send_response(201); self.end_headers(); self.wfile.write(data[::-1])
    def log_message(self,*a): pass
server=ThreadingHTTPServer(('127.0.0.1',0),Handler); t=threading.Thread(target=server.serve_forever,daemon=True); t.start()
base='http://127.0.0.1:%d'%server.server_port
def fetch(p):
    with urllib.request.urlopen(base+p,timeout=5) as r: return p,r.status,hashlib.sha256(r.read()).hexdigest()[:10],r.headers.get_content_type()
with ThreadPoolExecutor(4) as ex:
    fs={ex.submit(fetch,f'/page{i}'):i for i in range(10)}
    out=sorted((fs[f],)+f.result() for f in as_completed(fs))
    for o in out: print(o)
    bad=ex.submit(fetch,'/missing')
    try: bad.result()
    except urllib.error.HTTPError as e: print(e.code,e.reason,e,e.headers['Content-Type'],len(e.read())>50)
    print(ex.submit(lambda: urllib.request.urlopen(urllib.request.Request(base+'/p',data=b'abc',method='POST')).read()).result())
server.shutdown(); server.server_close(); t.join(); print(t.is_alive())
try: urllib.request.urlopen(base+'/x',timeout=1)
except urllib.error.URLError as e: print(type(e.reason).__name__, e)
