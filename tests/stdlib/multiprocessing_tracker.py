from multiprocessing import shared_memory, Process, resource_tracker, get_context
import sys, os
def child(name):
    s=shared_memory.SharedMemory(name=name); s.buf[0]+=1; s.close()
if __name__=="__main__":
    s=shared_memory.SharedMemory(create=True,size=10)
    for m in ("fork","spawn"):
        p=get_context(m).Process(target=child,args=(s.name,)); p.start(); p.join(); print(p.exitcode, s.buf[0])
    s.close(); s.unlink()
    u=shared_memory.SharedMemory(create=True,size=10,name="kept%d"%os.getpid()); resource_tracker.unregister(u._name,"shared_memory"); v=shared_memory.SharedMemory(name=u.name); v.unlink() if 0 else None
    resource_tracker.unregister(u._name,"shared_memory"); os.unlink("/dev/shm/kept%d"%os.getpid())
    try: s.unlink()
    except FileNotFoundError as e: print("FNF")
