# Frames of a traceback keep their locals and their callers.
import sys, traceback
def f(a, *args, k=1, **kw):
    b = a + 1
    def g():
        c = b
        class A:
            zz = 5
            raise ValueError
    g()
def h():
    loc = 1
    try: f(3, 4, z=1)
    except Exception as e:
        t = e.__traceback__
        print(t.tb_frame is sys._getframe())
        print(t.tb_frame.f_back.f_code.co_name)
        while t:
            L = t.tb_frame.f_locals
            print(t.tb_frame.f_code.co_name, {k: v for k, v in L.items() if not k.startswith('_') and k not in 'et' and not callable(v)})
            x = t.tb_frame
            names = []
            while x: names.append(x.f_code.co_name); x = x.f_back
            print(names)
            t = t.tb_next
        te = traceback.TracebackException.from_exception(e, capture_locals=True)
        for f_ in te.stack: print(f_.name, {k: v for k, v in f_.locals.items() if '0x' not in v})
        return e
e = h()
t = e.__traceback__
while t:
    print(t.tb_frame.f_code.co_name, sorted(t.tb_frame.f_locals))
    t = t.tb_next
