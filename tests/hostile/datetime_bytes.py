"""Dates and times made of bytes that are no pickle of one, and zones that collect, ask themselves and answer at random."""
# test: moray only
import datetime as d, random, pickle, gc
random.seed(3)
n=0
fs=[str, repr, hash, lambda x: x.isoformat(), lambda x: x.strftime('%c %j %U %a %b %s %G'), lambda x: x.ctime(), lambda x: x.weekday(), lambda x: x.isocalendar(), lambda x: x+d.timedelta(1), lambda x: x-x, lambda x: x.timetuple(), lambda x: x.timestamp(), lambda x: x.astimezone(d.UTC), lambda x: x.replace(day=3), lambda x: x.toordinal(), lambda x: x<x, lambda x: pickle.loads(pickle.dumps(x)), lambda x: x.utctimetuple(), lambda x: x.date(), lambda x: d.datetime.combine(x, d.time(1))]
for i in range(500):
    for c, k in ((d.date,4),(d.datetime,10),(d.time,6)):
        b = bytearray(random.randbytes(k))
        if k>4 and random.random()<.5: b[2] = b[2]%12+1
        if k==4: b[2]=b[2]%12+1
        try: x = c(bytes(b))
        except (TypeError, ValueError): continue
        for f in fs:
            try: f(x); n+=1
            except (TypeError, ValueError, OverflowError, AttributeError, OSError): pass
print('ok')
class Z(d.tzinfo):
    def utcoffset(self, dt):
        gc.collect(); return d.timedelta(seconds=random.randrange(-80000,80000))
    dst = utcoffset
    def tzname(self, dt): return dt and dt.isoformat()
for i in range(20):
    x = d.datetime(2020,1,1,tzinfo=Z())
    try: x.isoformat(), x==d.datetime(2020,1,1,tzinfo=d.UTC), hash(x), x.astimezone(d.UTC), d.UTC.fromutc(x.replace(tzinfo=d.UTC)), x.strftime('%Z')
    except (ValueError, OverflowError) as e: pass
class R(d.tzinfo):
    def utcoffset(self, dt): return dt.utcoffset()
try: d.datetime(2020,1,1,tzinfo=R()).utcoffset()
except RecursionError: print('recursion')
for i in range(500):
    s = ''.join(random.choice('0123456789-:TWZ+., é') for _ in range(random.randrange(30)))
    for c in (d.date,d.datetime,d.time):
        try: c.fromisoformat(s)
        except ValueError: pass
print('done')
