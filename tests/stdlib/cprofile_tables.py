import cProfile, pstats, io, re
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
def work():
    a=[]
    for i in range(10):
        a.append(i)
    s = sorted(a, key=lambda v:-v)
    print(len(s), fib(5))
    try:
        int('x')
    except ValueError: pass
    return sum(x for x in a)
pr=cProfile.Profile()
pr.enable()
work()
pr.disable()
def clean(s): return re.sub(r'\d+\.\d\d\d','T',s)
def show(pr, **k):
    out=io.StringIO()
    st=pstats.Stats(pr,stream=out).strip_dirs().sort_stats('stdname')
    st.print_stats(); st.print_callers(); st.print_callees('fib')
    print(clean(out.getvalue()))
show(pr)
p=cProfile.Profile(); print(p.runcall(fib,3)); show(p)
import contextlib
o=io.StringIO()
with contextlib.redirect_stdout(o): cProfile.run('fib(4)', sort='stdname')
print(clean(o.getvalue()))
o=io.StringIO()
with contextlib.redirect_stdout(o): cProfile.runctx('fib(n)', globals(), {'n':3}, sort='name')
print(clean(o.getvalue()))
import tempfile,os
f=tempfile.mktemp(); cProfile.run('fib(4)', f); s=pstats.Stats(f,stream=(o:=io.StringIO())); s.sort_stats('ncalls').print_stats(1); print(clean(o.getvalue()).split('\n',1)[1])
from pstats import SortKey
print(list(SortKey), SortKey.TIME, SortKey('tottime'))
try: s.sort_stats('calls', SortKey.TIME)
except TypeError as e: print(e)
prof=s.get_stats_profile(); print(sorted(prof.func_profiles))

import profile
o=io.StringIO()
with contextlib.redirect_stdout(o): profile.run('fib(4)')
print(clean(o.getvalue()).count('(fib)'), 'function calls' in o.getvalue())
p=profile.Profile(); print(p.runcall(fib, 4)); p.create_stats(); print([(k[2], v[0], v[1]) for k, v in p.stats.items() if k[2]=='fib'])
