# SimpleHTTPRequestHandler: files, folders, what is not there.
import http.client, http.server, threading, tempfile, os
d=tempfile.mkdtemp(); open(d+'/a.txt','w').write('content'); os.mkdir(d+'/sub'); open(d+'/sub/b&c.html','w').write('<b>'); open(d+'/x.tar.gz','w').close()
import functools
class S(http.server.SimpleHTTPRequestHandler):
    def log_message(self,*a): pass
    def date_time_string(self,timestamp=None): return 'DATE'
    server_version='S'; sys_version='V'
srv=http.server.ThreadingHTTPServer(('127.0.0.1',0),functools.partial(S,directory=d)); th=threading.Thread(target=srv.serve_forever,kwargs={'poll_interval':.01}); th.start()
c=http.client.HTTPConnection('127.0.0.1',srv.server_port)
for p in ('/a.txt','/','/sub','/sub/','/nope','/../../etc/passwd','/a.txt/','/x.tar.gz','//sub','/sub/b%26c.html?x#y','/%ff'):
    c.request('GET',p); r=c.getresponse(); print(p,r.status,r.reason,r.getheaders(),r.read().decode().replace('\n','|')[:400])
c.request('GET','/a.txt',headers={'If-Modified-Since':'Fri, 01 Jan 2100 00:00:00 GMT'}); r=c.getresponse(); print(r.status,r.read())
c.request('HEAD','/a.txt'); print(c.getresponse().read())
c.close(); srv.shutdown(); th.join(); srv.server_close()
