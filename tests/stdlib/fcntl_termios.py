import fcntl, os, struct, termios, tty, pty, array, tempfile
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
r,w=os.pipe()
print(fcntl.fcntl(r,fcntl.F_GETFD), fcntl.fcntl(r,fcntl.F_GETFL)&os.O_NONBLOCK)
fl=fcntl.fcntl(r,fcntl.F_GETFL); fcntl.fcntl(r,fcntl.F_SETFL,fl|os.O_NONBLOCK); tr(os.read,r,1)
os.write(w,b"12345"); b=array.array('i',[0]); print(fcntl.ioctl(r,termios.FIONREAD,b), b[0]); print(struct.unpack("i",fcntl.ioctl(r,termios.FIONREAD,b"\0"*4))); print(fcntl.ioctl(r, termios.FIONREAD, bytearray(4), False))
tr(fcntl.fcntl,-1,1); tr(fcntl.fcntl,999,1); tr(fcntl.fcntl,"a",1); tr(fcntl.fcntl,r,1,1.5); tr(fcntl.fcntl,r,1,b"x"*2000); tr(fcntl.ioctl,r,termios.TIOCGWINSZ,b"\0"*8); tr(fcntl.ioctl,r,1,2.5)
f=tempfile.NamedTemporaryFile(); g=open(f.name,"r+b")
tr(fcntl.flock,f,fcntl.LOCK_EX); tr(fcntl.flock,g,fcntl.LOCK_EX|fcntl.LOCK_NB); tr(fcntl.flock,f,fcntl.LOCK_UN); tr(fcntl.flock,g,fcntl.LOCK_EX|fcntl.LOCK_NB)
tr(fcntl.lockf,f,fcntl.LOCK_EX); 
pid=os.fork()
if not pid:
    tr(fcntl.lockf,g,fcntl.LOCK_EX|fcntl.LOCK_NB); os._exit(0)
os.waitpid(pid,0); tr(fcntl.lockf,f,fcntl.LOCK_UN); tr(fcntl.lockf,f,0)
rv=fcntl.fcntl(f,fcntl.F_GETLK,struct.pack('hhqqi4x',fcntl.F_WRLCK,0,0,0,0)); print(struct.unpack('hhqqi4x',rv))
m,s=pty.openpty(); a=termios.tcgetattr(s); print(a); 
termios.tcsetwinsize(s,(24,80)); print(termios.tcgetwinsize(m), os.get_terminal_size(s)); tr(termios.tcsetwinsize,s,(1,)); tr(termios.tcsetwinsize,s,"ab"); tr(termios.tcsetwinsize,s,(70000,1)); tr(termios.tcsetwinsize,s,5)
old=tty.setraw(s); print(old==a); b=termios.tcgetattr(s); print(b); tty.setcbreak(s); print(termios.tcgetattr(s)[:4]); termios.tcsetattr(s,termios.TCSADRAIN,old); print(termios.tcgetattr(s)==a)
tr(termios.tcgetattr,r); tr(termios.tcsetattr,s,0,[1]); tr(termios.tcsetattr,s,0,a[:6]+[[]]); tr(termios.tcsetattr,s,0,a[:6]+[[1.5]*32]); tr(termios.tcsetattr,s,"x",a); tr(termios.tcflush,s,termios.TCIFLUSH); tr(termios.tcflush,s,99); tr(termios.tcdrain,999); tr(termios.tcflow,s,9)
print(termios.error, termios.error.__mro__, os.ttyname(s)[:8], os.isatty(s), os.isatty(r))
try: termios.tcgetattr(r)
except termios.error as e: print(e.args)
os.write(m,b"hi\n"); print(os.read(s,10), os.read(m,10))
import sys; sys.stdout.flush()
pid,fd=pty.fork()
if pid==0:
    print(os.isatty(0), input("? ")); sys.stdout.flush(); os._exit(3)
out=b""
while b"? " not in out: out+=os.read(fd,100)
os.write(fd,b"yes\n")
while True:
    try: d=os.read(fd,100)
    except OSError: break
    if not d: break
    out+=d
print(out, os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))
print(os.waitstatus_to_exitcode(pty.spawn(["sh","-c","tty | cut -c1-8; echo hi; exit 4"])))
