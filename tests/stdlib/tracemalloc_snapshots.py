# test: heavy
import tracemalloc
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
try: tracemalloc.take_snapshot()
except RuntimeError as e: print(e)
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
s1=tracemalloc.take_snapshot()
def make(n): return [str(i)*10 for i in range(n)]
data=make(100000)
big=bytearray(5_000_000)
cur,peak=tracemalloc.get_traced_memory()
print(cur>10_000_000, peak>=cur, cur<40_000_000)
del data
cur2,peak2=tracemalloc.get_traced_memory()
print(cur2<8_000_000, peak2>=10_000_000)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1]<8_000_000)
s2=tracemalloc.take_snapshot()
top=s2.compare_to(s1,'lineno')[0]
print(top.size_diff>=5_000_000, top.traceback[0].lineno, top.count)
data=make(1000)
s3=tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
for st in s3.statistics('lineno')[:2]: print(st.traceback[0].lineno, st.count>0, str(st).split(':')[1])
for st in s3.statistics('traceback')[:2]: print(len(st.traceback), [l.strip().split('(')[0] for l in st.traceback.format()][1::2])
print(tracemalloc.get_object_traceback(big)[0].lineno if tracemalloc.get_object_traceback(big) else None)
print(tracemalloc._format_size(123456,False), tracemalloc._format_size(-5,True), tracemalloc._format_size(12345678,True))
tracemalloc.clear_traces(); print(tracemalloc.get_traced_memory()[0]<10000)
tracemalloc.stop(); print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
def lazy():
    tracemalloc.start()
    total=sum(len(str(i)) for i in range(200000))
    c,p=tracemalloc.get_traced_memory(); tracemalloc.stop(); return p<700_000
print(lazy())
for n in (0,70000):
    try: tracemalloc.start(n)
    except ValueError as e: print(e)
