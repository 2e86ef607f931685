# every 997th day of the calendar, and moments of a fixed row, through all forms and back
from datetime import date, datetime, timedelta, timezone, UTC

total = 0
for number in range(1, date.max.toordinal(), 997):
    d = date.fromordinal(number)
    assert d.toordinal() == number and date.fromisoformat(d.isoformat()) == d and date.fromisocalendar(*d.isocalendar()) == d
    assert d.timetuple().tm_yday == (d - d.replace(month=1, day=1)).days + 1 and d.weekday() == d.isoweekday() - 1
    total += d.year * d.month * d.day + d.isocalendar().week
print(total)
seed = 12345
for _ in range(150):
    seed = seed * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
    d = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=(seed >> 8) % (10 ** 17) - 5 * 10 ** 16)
    z = d.astimezone(timezone(timedelta(minutes=seed % 1439 - 719)))
    assert d == z and d - z == timedelta(0) and hash(d) == hash(z)
    assert datetime.fromisoformat(z.isoformat()) == z and datetime.fromisoformat(str(d)) == d
    assert z.year < 1000 or datetime.strptime(z.strftime("%m/%d/%Y, %H:%M:%S.%f %z"), "%m/%d/%Y, %H:%M:%S.%f %z") == z
    assert abs(datetime.fromtimestamp(d.timestamp(), UTC) - d) <= timedelta(microseconds=8)
    total += d.microsecond + z.hour
print(total, d, z)
