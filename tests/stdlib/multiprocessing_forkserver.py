# Children of a fork server; descriptors that processes hand to each other through queues.
# test: heavy
import multiprocessing as mp, os, sys, socket, time
def work(q, n): q.put((n*n, mp.current_process().name, mp.get_start_method()))
def crash(): os._exit(7)
def boom(): sys.exit(3)
def sq(x): return x*x
def chg(v, arr, lock, ev):
    with lock: v.value += 1; arr[0] = 5
    ev.set()
def take(q, back):
    conn = q.get(); conn.send('hi from child'); conn.close()
    s = q.get(); s.sendall(b'through a socket'); s.close()
if __name__ == '__main__':
    ctx = mp.get_context('forkserver')
    mp.set_start_method('forkserver')
    mp.set_forkserver_preload(['json', 'nosuchmodule'])
    q = ctx.Queue()
    ps = [ctx.Process(target=work, args=(q, i), name=f'P{i}') for i in range(3)]
    for p in ps: p.start()
    print(sorted(q.get() for _ in ps))
    for p in ps: p.join()
    print([p.exitcode for p in ps])
    for f in (crash, boom):
        p = ctx.Process(target=f); p.start(); p.join(); print(p.exitcode)
    p = ctx.Process(target=time.sleep, args=(100,)); p.start(); print(p.is_alive(), p.pid != os.getpid()); p.terminate(); p.join(); print(p.exitcode, p.is_alive())
    with ctx.Pool(2) as pool: print(pool.map(sq, range(5)))
    v, arr, lock, ev = ctx.Value('i', 1), ctx.Array('d', 3), ctx.Lock(), ctx.Event()
    p = ctx.Process(target=chg, args=(v, arr, lock, ev)); p.start(); ev.wait(); p.join(); print(v.value, arr[:])
    a, b = ctx.Pipe()
    x, y = socket.socketpair()
    p = ctx.Process(target=take, args=(q, None)); p.start()
    q.put(b); print(a.recv())
    q.put(y); print(x.recv(100)); p.join(); print(p.exitcode)
    from multiprocessing import resource_sharer
    resource_sharer.stop()
    from concurrent.futures import ProcessPoolExecutor
    with ProcessPoolExecutor(2, mp_context=ctx) as ex: print(list(ex.map(sq, range(4))))
    for bad in ([1], 'ab'):
        try: mp.set_forkserver_preload(bad)
        except TypeError as e: print(e)
    for m in ('fork', 'spawn'):
        c = mp.get_context(m); q2 = c.Queue(); p = c.Process(target=take, args=(q2, None)); p.start()
        a, b = c.Pipe(); q2.put(b); print(a.recv()); x, y = socket.socketpair(); q2.put(y); print(x.recv(99)); p.join(); print(p.exitcode)
    resource_sharer.stop()  # its thread would still wait for somebody at the program's end
