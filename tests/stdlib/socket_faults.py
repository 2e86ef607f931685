# Sockets shared by threads, interrupted waits, a reset connection.
import socket, threading, time, signal, os
# closing in another thread, shutdown wakes recv, accept with timeout in thread; two threads same socket
a,b=socket.socketpair()
r=[]
t=threading.Thread(target=lambda: r.append(a.recv(10))); t.start(); time.sleep(.05); a.shutdown(socket.SHUT_RDWR); t.join(5); print(r)
a.close(); b.close()
a,b=socket.socketpair()
res=[]
def rd():
    while True:
        d=b.recv(1)
        if not d: return
        res.append(d)
ts=[threading.Thread(target=rd) for _ in range(4)]
[t.start() for t in ts]
a.sendall(b'x'*1000); a.close(); [t.join(5) for t in ts]; print(len(res)); b.close()
# Ctrl-C in accept in main thread
s=socket.create_server(('127.0.0.1',0))
threading.Timer(.1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try: s.accept()
except KeyboardInterrupt: print('interrupted')
s.settimeout(5)
threading.Timer(.1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
try: s.accept()
except KeyboardInterrupt: print('interrupted')
s.close()
# RST
s=socket.create_server(('127.0.0.1',0)); c=socket.create_connection(s.getsockname()); p,_=s.accept()
p.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0'); p.close(); time.sleep(.05)
try: c.recv(1)
except ConnectionResetError as e: print(repr(e))
try: c.send(b'x')
except BrokenPipeError as e: print(repr(e))
