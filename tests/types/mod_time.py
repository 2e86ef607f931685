# time: struct_time, strftime, conversions, clocks.
import time
t = time.gmtime(0)
print(t, t[0], t.tm_year, t.tm_mon, t.tm_wday, t.tm_yday, t.tm_isdst, len(t), t.tm_zone, t.tm_gmtoff, tuple(t), t == time.gmtime(0.9),
    t < time.gmtime(1))
for s in (86399, 951782400, 1e9, 1700000000, -1, 4102444800): g = time.gmtime(s); print(s,
        time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %p %I %y %%", g), time.asctime(g))
print(time.strftime("%d/%m/%Y", (2024, 2, 29, 12, 30, 45, 3, 60, 0)), time.mktime((2024, 1, 1, 0, 0, 0, 0, 1, 0)), time.ctime(0),
    time.strftime("plain"), time.strftime("%H:%M é", time.gmtime(3600)), time.localtime(0)[:6],
    time.asctime((2000, 1, 2, 3, 4, 5, 6, 7, 0)), time.strftime("%c | %x | %X", time.gmtime(0)))
print(time.strptime("2024-03-05 06:07:08", "%Y-%m-%d %H:%M:%S"), time.strptime("5 Mar 24", "%d %b %y")[:3],
    time.strptime("Mon Jan  1 00:00:00 2024")[:6], time.strptime("11 PM", "%I %p").tm_hour)
for f in (lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024 extra", "%Y"), lambda: time.sleep(-1), lambda: time.sleep("a"),
        lambda: time.gmtime("a"), lambda: time.strftime("%Y", 5), lambda: time.strftime("%Y", (1, 2)), lambda: time.mktime((1,)),
        lambda: time.gmtime(1e30), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 0, 0)), lambda: time.sleep(),
        lambda: time.asctime(5), lambda: time.sleep(float("nan")), lambda: t.nope, lambda: time.strftime(5),
        lambda: time.struct_time((1, 2))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = time.perf_counter(); b = time.monotonic(); time.sleep(0.02); c = time.perf_counter() - a
print(0.02 <= c < 5, time.monotonic() > b, time.time() > 1.7e9, type(time.time_ns()).__name__, time.perf_counter_ns() > 0,
    time.process_time() > 0, time.monotonic_ns() > 0, time.process_time_ns() > 0, time.thread_time() >= 0,
    abs(time.time() - time.time_ns() / 1e9) < 1, time.tzname, time.timezone, time.altzone, time.daylight)
s = time.struct_time(range(9))
print(s, s.tm_hour, repr(s)[:16], s[3:5], isinstance(s, tuple), s.n_fields, s.n_sequence_fields,
    [time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable], time.sleep(0))
