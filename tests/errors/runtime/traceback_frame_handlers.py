# A frame that handles the exception goes on; its frame object shows what is in it now.
def f(n):
    if n == 0: raise ValueError
    try: f(n-1)
    except ValueError as e:
        n = 'changed'
        t = e.__traceback__
        out = []
        while t: out.append(t.tb_frame.f_locals['n']); t = t.tb_next
        print(out)
        raise
try: f(3)
except ValueError: pass
