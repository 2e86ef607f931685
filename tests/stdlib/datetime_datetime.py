# datetime: fields, text both ways, arithmetic, comparison, zones, timestamps
import copy
from datetime import date, datetime, time, timedelta, timezone, UTC

d = datetime(2024, 2, 29, 23, 59, 58, 123456)
z = datetime(2024, 2, 29, 12, 0, tzinfo=timezone(timedelta(hours=5, minutes=30), "IST"))
for x in (d, z, datetime(1, 1, 1), datetime(2020, 1, 1, 5), datetime(2020, 1, 1, 5, 6, 7), datetime(2020, 1, 1, fold=1, tzinfo=UTC)):
    print(x, repr(x), x.isoformat(), x.ctime(), x.date(), x.time(), repr(x.timetz()), x.tzinfo, x.tzname(), x.utcoffset(), x.dst(), x.fold)
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"):
    print(d.isoformat(timespec=spec), z.isoformat(" ", spec))
print(d + timedelta(seconds=2), d - timedelta(days=1, hours=1), d - datetime(2024, 1, 1), z - datetime(2024, 1, 1, tzinfo=UTC))
print(z.astimezone(UTC), z.astimezone(timezone(-timedelta(hours=8))), repr(z.astimezone(UTC)), z.utctimetuple(), d.timetuple())
print(z == z.astimezone(UTC), z < datetime(2024, 2, 29, 7, tzinfo=UTC), z == d, d == 5, d == date(2024, 2, 29), hash(z) == hash(z.astimezone(UTC)))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f|%z|%Z|%:z|%p %I"), z.strftime("%z %:z %Z"), f"{z:%H:%M %Z}", "%s" % d)
print(datetime.combine(date(2020, 1, 2), time(3, 4, tzinfo=UTC)), datetime.combine(date(2020, 1, 2), time(3, 4), UTC))
for text in ("2024-02-29", "2024-02-29T10", "20240229T101112", "2024-02-29 10:11:12.5", "2024-02-29T10:11:12,123456789", "2024-W09-4T10:11Z",
             "2024-02-29T10:11+05:30", "2024-02-29T10:11:12-0130", "2024-02-29T10:11:12+01:02:03.000004", "2024W094 05"):
    print(text, repr(datetime.fromisoformat(text)))
for text, form in (("2024-02-29 10:11:12.25", "%Y-%m-%d %H:%M:%S.%f"), ("29 Feb 24 3PM", "%d %b %y %I%p"), ("2024-060", "%Y-%j"),
                   ("10:00 +0530", "%H:%M %z"), ("2024-02-29T00:00:00Z", "%Y-%m-%dT%H:%M:%S%z"), ("Thursday 9 2024 4", "%A %V %G %u")):
    print(repr(datetime.strptime(text, form)))
for stamp in (0, 1.5, -1.25, 1709208000, 1e9 + 0.1234565, 253402300799):
    x = datetime.fromtimestamp(stamp, UTC)
    print(x, x.timestamp(), datetime.fromtimestamp(stamp) == x.replace(tzinfo=None), x.replace(tzinfo=None).timestamp())
print(d.replace(year=2020, tzinfo=UTC, fold=1), d.replace(microsecond=0), datetime.min, datetime.max, datetime.resolution)
print(d.__reduce_ex__(2), z.__reduce_ex__(4), copy.deepcopy(z) == z, copy.copy(d) == d)
for f in (lambda: datetime(2020, 1, 1, 24), lambda: datetime(2020, 1, 1, 0, 60), lambda: datetime(2020, 1, 1, 0, 0, 60),
          lambda: datetime(2020, 1, 1, 0, 0, 0, 10 ** 6), lambda: datetime(2020, 1, 1, fold=2), lambda: datetime(2020, 1, 1, tzinfo="x"),
          lambda: datetime(), lambda: datetime(2020, 1), lambda: d < z, lambda: d - z, lambda: d < date.min, lambda: datetime.max + timedelta(1),
          lambda: datetime.fromisoformat("2024-02-30"), lambda: datetime.fromisoformat("2024-02-29T"), lambda: datetime.fromisoformat(3),
          lambda: datetime.fromisoformat("2024-02-29T10:11:60"), lambda: datetime.strptime("x", "%Y"), lambda: datetime.now(3),
          lambda: d.isoformat(timespec="day"), lambda: datetime.fromtimestamp(1e12), lambda: datetime.combine(1, 2), lambda: d.astimezone("x")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Moment(datetime):
    pass


m = Moment(2020, 1, 1)
print(repr(m), repr(m + timedelta(1)), repr(m.replace(hour=3)), type(Moment.now()).__name__, type(m.date()).__name__, m == datetime(2020, 1, 1))
print(abs(datetime.now(UTC).timestamp() - datetime.now().timestamp()) < 5, datetime.today().date() == date.today())
