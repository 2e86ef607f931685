# date: construction, calendar arithmetic, ISO forms, comparison, formats, copies
import copy
from datetime import date, datetime, timedelta, MINYEAR, MAXYEAR

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.ctime())
print(d.timetuple())
print(d + timedelta(1), d - timedelta(days=60), timedelta(2) + d, d - date(2023, 2, 28), d + timedelta(hours=47))
print(d.replace(year=2020), d.replace(month=1, day=31), d.strftime("%d/%m/%y %A %j %%"), f"{d:%Y_%m}", f"{d}", "{:%B}".format(d))
print(date.min, date.max, date.resolution, MINYEAR, MAXYEAR, date.fromordinal(730000), date.fromordinal(1), date.fromordinal(3652059))
for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024W09", "2020-W53-7"):
    print(text, date.fromisoformat(text))
for year in range(2014, 2027):
    week = date(year, 1, 1).isocalendar()
    print(*week, week.year, week.week, week.weekday, *date(year, 12, 31).isocalendar(), date.fromisocalendar(year, 1, 1))
print(repr(d.isocalendar()), d.isocalendar() == (2024, 9, 4))
print(d < date(2024, 3, 1), d <= d, d > d, d >= d, d == date(2024, 2, 29), d != 3, d == datetime(2024, 2, 29), d in {date(2024, 2, 29)})
print(min(date(2020, 1, 1), date(2019, 5, 5)), sorted([date(3, 1, 1), date(1, 1, 1), date(2, 1, 1)]))
print(d.__reduce__(), copy.copy(d) == d, copy.deepcopy([d]) == [d], date(b"\x07\xe8\x02\x1d"))
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: date(1, 13, 1), lambda: date(1, 1, 0),
          lambda: date(), lambda: date(1), lambda: date(1, 1), lambda: date("a", 1, 1), lambda: date(1.0, 1, 1),
          lambda: date.min - timedelta(1), lambda: date.max + timedelta(1), lambda: date.fromordinal(0),
          lambda: date.fromisoformat("2024-2-9"), lambda: date.fromisoformat("2024-13-01"), lambda: date.fromisoformat(5),
          lambda: date.fromisoformat("2021-W53-1"), lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisocalendar(2021, 1, 8),
          lambda: date.fromisocalendar(0, 1, 1), lambda: d.replace(year=2023), lambda: d.strftime(3), lambda: d < datetime.min,
          lambda: date.fromtimestamp(1e20)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Day(date):
    pass


print(repr(Day(2020, 1, 1)), repr(Day(2020, 1, 1) + timedelta(1)), repr(Day.fromisoformat("2020-01-01").replace(day=3)))
