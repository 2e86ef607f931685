# calendar: the classes' iterators, text and HTML, leap years, locale-independent names, errors.
import calendar
import datetime

c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:9], list(c.itermonthdays2(2024, 2))[:5], list(c.itermonthdays3(2023, 12))[:3], list(c.itermonthdays4(2023, 12))[-2:])
print([d.isoformat() for d in c.itermonthdates(2024, 9)][:3], c.monthdayscalendar(2023, 2), c.monthdays2calendar(2023, 2)[0], c.monthdatescalendar(2023, 2)[-1][-1])
print(len(c.yeardatescalendar(2023)), len(c.yeardays2calendar(2023, 4)), c.yeardayscalendar(2023, 2)[0][0][0], c.getfirstweekday(), c.firstweekday)
t = calendar.TextCalendar()
print(t.formatmonth(2024, 2))
print(t.formatmonth(2024, 2, w=4, l=2))
print(t.formatyear(2023, m=4, c=2))
print(t.formatweek([(0, 0), (1, 1), (2, 2)], 3), t.formatday(5, 1, 4), t.formatweekday(2, 9), t.formatweekheader(3), t.formatmonthname(2023, 5, 20), t.formatmonthname(2023, 5, 20, False))
h = calendar.HTMLCalendar(calendar.SUNDAY)
print(h.formatmonth(2023, 2))
print(h.formatday(3, 2), h.formatweekheader(), h.formatmonthname(2023, 7, withyear=False), len(h.formatyear(2023)), h.cssclasses, h.cssclass_month, h.cssclass_noday)
print(h.formatyearpage(2024, css='x.css', encoding='ascii')[:300])
print([y for y in range(1890, 1910) if calendar.isleap(y)], calendar.leapdays(1900, 2001), calendar.weekday(2024, 2, 29), calendar.monthrange(2024, 2), calendar.monthrange(1900, 2))
print(calendar.monthcalendar(2024, 2), calendar.weekheader(2), calendar.timegm((1970, 1, 2, 0, 0, 1, 0, 0, 0)), calendar.timegm(datetime.datetime(2024, 5, 6).timetuple()))
print(list(calendar.day_name), list(calendar.day_abbr), list(calendar.month_name), list(calendar.month_abbr)[1:3], calendar.day_name[-1], calendar.month_name[1:3], len(calendar.month_name))
print(calendar.MONDAY, calendar.JANUARY, calendar.Day.SUNDAY, calendar.Month(12), repr(calendar.Day(3)))
for action in (lambda: calendar.monthrange(2023, 13), lambda: calendar.monthrange(2023, 0), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2023, 2, 30), lambda: calendar.Calendar().itermonthdays(2023, 13).__next__(),
               lambda: calendar.month_name[13], lambda: calendar.weekday(0, 1, 1), lambda: calendar.weekday(10001, 1, 1), lambda: calendar.timegm((1970,)), lambda: calendar.Month(13), lambda: calendar.nothing):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2023, 1).splitlines()[1])
calendar.setfirstweekday(0)
print(calendar.calendar(2023, m=6)[:80], calendar.TextCalendar(6).formatmonth(2023, 10))
