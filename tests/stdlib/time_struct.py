import time

time.tzset()
moment = time.gmtime(1_000_000_000)
print(moment)
print(moment.tm_year, moment.tm_zone, moment.tm_gmtoff, moment[0], len(moment), tuple(moment))
print(time.asctime(moment), "/", time.ctime(0), "/", time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", moment))
print(time.mktime(moment), time.localtime(0) == time.gmtime(0), time.tzname[0], time.timezone, time.daylight)
year, month, *rest = moment
print(year, month, rest)
print(isinstance(moment, tuple), time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.n_unnamed_fields)
print(time.struct_time(range(11)).tm_gmtoff, time.struct_time(range(9)).tm_zone)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(time.struct_time, (1, 2))
attempt(time.struct_time, range(12))
attempt(time.struct_time, 1)
attempt(time.strftime, "%Y", (2020, 13, 1, 0, 0, 0, 0, 0, 0))
attempt(time.strftime, "%Y", (2020,))
attempt(time.asctime, "x")
attempt(time.gmtime, "x")
attempt(time.gmtime, 10**30)
attempt(time.sleep, -1)
attempt(time.sleep, "x")
attempt(time.get_clock_info, "x")
attempt(setattr, moment, "tm_year", 1)
match moment:
    case time.struct_time(tm_year=y, tm_hour=h):
        print("matched", y, h)
match moment:
    case time.struct_time(y, m, d):
        print(y, m, d)
print(time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable)
a = time.monotonic_ns()
time.sleep(0.01)
b = time.monotonic_ns()
print(b - a >= 10_000_000, abs(time.time() - time.time_ns() / 1e9) < 1, time.perf_counter() <= time.perf_counter())
print(type(time.process_time()), type(time.thread_time_ns()), type(time.clock_gettime(time.CLOCK_REALTIME)))
