# timezone, tzinfo subclasses with daylight saving, fold, time of day
from datetime import datetime, time, timedelta, timezone, tzinfo, UTC

HOUR = timedelta(hours=1)


class Rule(tzinfo):
    """An hour of daylight saving from 31 March 02:00 to 27 October 03:00 (local clocks)."""

    def utcoffset(self, dt):
        return HOUR + self.dst(dt)

    def dst(self, dt):
        begin, end = datetime(2024, 3, 31, 2), datetime(2024, 10, 27, 2)
        naive = dt.replace(tzinfo=None, fold=0)
        if begin + HOUR <= naive < end:
            return HOUR
        if end <= naive < end + HOUR:
            return timedelta(0) if dt.fold else HOUR
        if begin <= naive < begin + HOUR:
            return HOUR if dt.fold else timedelta(0)
        return timedelta(0)

    def tzname(self, dt):
        return "SUMMER" if self.dst(dt) else "WINTER"

    def fromutc(self, dt):
        made = tzinfo.fromutc(self, dt)
        first = datetime(2024, 10, 27, 1, tzinfo=self)
        return made.replace(fold=1) if first <= dt < first + HOUR else made


zone = Rule()
for month, day, hour in ((1, 1, 0), (3, 31, 0), (3, 31, 1), (7, 1, 12), (10, 27, 0), (10, 27, 1), (10, 27, 2)):
    utc = datetime(2024, month, day, hour, 30, tzinfo=UTC)
    local = utc.astimezone(zone)
    print(utc, local, local.tzname(), local.fold, local.dst(), local.astimezone(UTC) == utc)
a = datetime(2024, 10, 27, 2, 30, tzinfo=zone)
b = a.replace(fold=1)
print(a.utcoffset(), b.utcoffset(), a == b, a == a.astimezone(UTC), b - a, b.astimezone(UTC) - a.astimezone(UTC), hash(a) == hash(b))
for t in (time(), time(1, 2), time(1, 2, 3), time(1, 2, 3, 4), time(5, tzinfo=UTC), time(5, fold=1), time.min, time.max,
          time(23, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))):
    print(t, repr(t), t.isoformat("milliseconds"), t.strftime("%H.%M.%S %f %z %Z"), t.tzname(), t.utcoffset(), t.dst(), bool(t))
print(time(1) < time(2), time(1) == time(1, tzinfo=UTC), time(1, tzinfo=UTC) == time(2, tzinfo=timezone(HOUR)), time(1) == 3)
print(time(12, tzinfo=UTC) > time(12, tzinfo=timezone(HOUR)), time(1).replace(minute=5, tzinfo=UTC), time(1, fold=1).__reduce_ex__(4))
for text in ("10", "10:11", "T101112", "10:11:12.5", "10:11Z", "10:11:12,25-03:30"):
    print(text, repr(time.fromisoformat(text)))
for z in (UTC, timezone(timedelta()), timezone(HOUR), timezone(-HOUR, "WEST"), timezone(timedelta(seconds=-3723, microseconds=5)), timezone.min,
          timezone.max, timezone(timedelta(0), "ZERO")):
    print(z, repr(z), z.utcoffset(None), z.tzname(None), z.dst(None), z == timezone.utc, z.__getinitargs__())
print(timezone(timedelta()) is UTC, hash(timezone(HOUR)) == hash(timezone(HOUR, "x")), UTC.__reduce__())
for f in (lambda: timezone(timedelta(1)), lambda: timezone(5), lambda: timezone(HOUR, 5), lambda: UTC.utcoffset(5), lambda: UTC.tzname("x"),
          lambda: tzinfo().utcoffset(None), lambda: tzinfo().tzname(None), lambda: tzinfo().dst(None), lambda: UTC.fromutc(datetime.min),
          lambda: UTC.fromutc(3), lambda: time(24), lambda: time(0, 60), lambda: time(0, 0, 60), lambda: time(tzinfo=3),
          lambda: time(1) < time(1, tzinfo=UTC), lambda: time.fromisoformat("1"), lambda: time.fromisoformat("10:11:"), lambda: time(1, fold=2)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Bad(tzinfo):
    def utcoffset(self, dt):
        return 5

    dst = tzname = utcoffset


for f in (datetime(2020, 1, 1, tzinfo=Bad()).utcoffset, datetime(2020, 1, 1, tzinfo=Bad()).dst, time(tzinfo=Bad()).tzname):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
