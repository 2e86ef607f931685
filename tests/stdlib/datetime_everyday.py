from datetime import *
d = date(2024, 2, 29); t = time(13, 5, 9, 70); dt = datetime(2024, 2, 29, 13, 5, 9, 70); td = timedelta(days=1, hours=2, microseconds=5)
print(repr(d), d, repr(t), t, repr(dt), dt, repr(td), td, repr(-td), -td, str(timedelta(days=-1)), timedelta(0), timedelta(days=2), timedelta(seconds=1.5), timedelta(weeks=1, milliseconds=3))
print(d + td, d - td, dt + td, dt - datetime(2024, 1, 1), d - date(2023, 2, 28), td * 2.5, td / 2, td // 2, td / timedelta(hours=1), td // timedelta(hours=1), td % timedelta(hours=5), divmod(td, timedelta(hours=5)), abs(-td), td.total_seconds(), td > timedelta(1), bool(timedelta()), sum([td, td], timedelta()))
print(d.strftime("%A %d %B %Y %j %U %W %w %a %b %y %%"), dt.strftime("%H:%M:%S.%f %I %p %x %X %c"), f"{d:%d/%m/%y}", f"{dt:%H}", format(t, "%M"), d.isocalendar(), d.weekday(), d.isoweekday(), d.timetuple().tm_yday, d.toordinal(), d.ctime(), d.replace(year=2025, day=1), dt.replace(hour=0), dt.date(), dt.time(), datetime.combine(d, t), dt.isoformat(" ", "minutes"), t.isoformat("milliseconds"))
utc = timezone.utc; est = timezone(timedelta(hours=-5), "EST"); a = dt.replace(tzinfo=utc); print(a, repr(a), a.astimezone(est), a.astimezone(est).tzname(), a.utcoffset(), a.timestamp(), datetime.fromtimestamp(0, utc), datetime.fromtimestamp(1.5, est), a == a.astimezone(est), a - a.astimezone(est), timezone(timedelta(minutes=90)), repr(est), utc, repr(utc), a.strftime("%z %Z %:z"), a.utctimetuple().tm_hour, hash(a) == hash(a.astimezone(est)))
for s in ("2024-02-29", "20240229", "2024-W09-4", "2024-02-29T13:05", "2024-02-29 13:05:09.5", "2024-02-29T13:05:09Z", "2024-02-29T13:05:09+05:30", "2024-2-9", "", "2024-13-01", "2024-02-30", "x"):
    for c in (date, datetime):
        try: print(s, repr(c.fromisoformat(s)))
        except ValueError as e: print(s, e)
for s, f in (("29/02/24", "%d/%m/%y"), ("Feb 29 2024 1:05PM", "%b %d %Y %I:%M%p"), ("2024-060", "%Y-%j"), ("12:30:15.123", "%H:%M:%S.%f"), ("+0530", "%z"), ("Monday 05", "%A %d"), ("x", "%Y"), ("2024", "%Y %m"), ("2024 extra", "%Y"), ("2024", "%Q"), ("31 02", "%d %m"), ("24", "%H"), ("2024-W09-4", "%G-W%V-%u")):
    try: print(s, f, datetime.strptime(s, f))
    except ValueError as e: print(s, f, e)
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: time(24), lambda: datetime(2024, 1, 1, 0, 60), lambda: timedelta(days=10**10), lambda: date.max + timedelta(1), lambda: d + 5, lambda: d < dt, lambda: dt < a, lambda: dt == a, lambda: d == dt, lambda: dt - a, lambda: timezone(timedelta(hours=24)), lambda: timezone("x"), lambda: date("2024", 1, 1), lambda: date(2024, 1), lambda: time(1, tzinfo="x"), lambda: td * "x", lambda: td / 0, lambda: date.fromtimestamp(1e20), lambda: datetime.fromisoformat(5), lambda: dt.isoformat(timespec="x"), lambda: date.fromisocalendar(2024, 54, 1), lambda: d.replace(month=13), lambda: dt.astimezone("x"), lambda: datetime.combine(1, t), lambda: [date.min, date.max, date.resolution, datetime.min, datetime.max, time.min, time.max, timedelta.min, timedelta.max, MINYEAR, MAXYEAR, UTC]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
