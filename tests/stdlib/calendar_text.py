# Months and years as text and HTML, the data of calendars, names, errors.
import calendar

print(calendar.month(2024, 2))
print(calendar.month(2023, 10, 5, 2))
print(calendar.calendar(2024))
print(calendar.calendar(2021, w=3, l=1, c=3, m=4))
calendar.prmonth(1999, 12)
calendar.prcal(2000, m=6)
print(calendar.TextCalendar(6).formatmonth(2024, 9), calendar.TextCalendar(3).formatmonth(2024, 9, 10))
print(calendar.HTMLCalendar(6).formatmonth(2024, 2))
print(calendar.HTMLCalendar().formatyear(2024, 4)[:800])
print(calendar.HTMLCalendar().formatyearpage(2024, css=None)[:500])
cal = calendar.Calendar(6)
print(list(cal.iterweekdays()), list(cal.itermonthdays(2024, 2)), list(cal.itermonthdays2(2024, 2))[:9], list(cal.itermonthdays3(2024, 2))[:6],
      list(cal.itermonthdays4(2024, 12))[-4:])
print([str(d) for d in cal.itermonthdates(2023, 12)][-8:], cal.monthdayscalendar(2024, 2), cal.monthdatescalendar(2024, 2)[0][0], cal.yeardayscalendar(2024, 5)[2][1])
print(calendar.monthrange(2024, 2), calendar.monthrange(1900, 2), calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1900, 2025),
      calendar.weekday(2024, 2, 29), calendar.monthcalendar(2024, 2), calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.weekday(12345, 1, 1))
print(list(calendar.month_name), list(calendar.month_abbr), list(calendar.day_name), list(calendar.day_abbr), calendar.month_name[-1], calendar.day_name[1:3],
      len(calendar.month_name))
print(calendar.JANUARY, repr(calendar.MONDAY), calendar.Month(3), calendar.Day.SUNDAY, calendar.firstweekday(), calendar.weekheader(3))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2024, 5))
for attempt in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.month(2024, 0), lambda: calendar.nothing,
                lambda: calendar.weekday(2024, 2, 30)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
