import mmap, os, tempfile
def tr(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
f=tempfile.TemporaryFile(); f.write(b"hello\nworld\nthird line\n"); f.flush()
m=mmap.mmap(f.fileno(),0)
print(m, len(m), m[0], m[-1], m[1:4], m[::2], m.readline(), m.tell(), m.read(3), m.read())
m.seek(0); print(m.find(b"o"), m.rfind(b"o"), m.find(b"zz"), m.find(b"o",5), m.find(b"o",5,6))
m[0]=72; m[1:3]=b"EL"; print(m[:5]); tr(m.__setitem__,slice(0,2),b"abc"); tr(m.__setitem__,0,300); tr(m.__setitem__,0,"x"); tr(lambda: m[100]); tr(lambda: m["a"])
tr(m.seek,100); tr(m.seek,-1); tr(m.seek,0,5); m.seek(-3,2); print(m.read()); tr(m.read_byte); tr(m.write,b"x"); tr(m.write_byte,65)
m.seek(0); print(m.write(b"abc"), m.read_byte(), m.size(), m.flush(), m.closed)
m.move(0,6,5); print(m[:]); tr(m.move,0,6,500); tr(m.flush,1,2); tr(m.flush,-1,2)
print(list(m)[:3], b"a" in m, 97 in m, bytes(m)[:5])
v=memoryview(m); print(v[:3].tobytes(), v.readonly, v.obj is m); tr(m.close); v.release(); 
m.resize(40); print(len(m), os.fstat(f.fileno()).st_size); tr(m.close); tr(m.close); print(m); tr(m.read); tr(len,m); tr(memoryview,m); print(m.closed)
with mmap.mmap(f.fileno(),10,access=mmap.ACCESS_READ) as m:
    print(m); tr(m.write,b"a"); tr(m.__setitem__,0,1); tr(m.resize,3); tr(m.__delitem__,0); print(memoryview(m).readonly)
    import re
    print(re.search(rb"l+",m))
a=mmap.mmap(-1,13); a.write(b"Hello world!"); a.seek(0); print(a.read(), a); 
pid=os.fork()
if pid==0:
    a[0:2]=b"XX"; os._exit(0)
os.waitpid(pid,0); print(a[:5])
tr(mmap.mmap,-1,-1); tr(mmap.mmap,f.fileno(),1000); tr(mmap.mmap,f.fileno(),0,offset=5000); tr(mmap.mmap,f.fileno(),10,offset=5); tr(mmap.mmap,999,10); tr(mmap.mmap,-1,10,access=9); tr(mmap.mmap,-1,10,mmap.MAP_PRIVATE,access=1); tr(mmap.mmap, "a",1); tr(mmap.mmap,-1,0)
e=tempfile.TemporaryFile(); tr(mmap.mmap,e.fileno(),0)
import io
a.seek(0); print(f.seek(0), f.readinto(a), a[:6])
print(mmap.PAGESIZE, mmap.error, mmap.mmap, mmap.mmap.__module__)
tr(a.madvise, mmap.MADV_NORMAL); tr(a.madvise,mmap.MADV_NORMAL,100); tr(a.read,"x"); tr(a.seek,"x"); tr(a.find,5); tr(a.find,"s")
