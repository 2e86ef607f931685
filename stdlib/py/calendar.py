"""Calendars: weeks of a month, months of a year, as data, as text and as HTML. Weekdays count from Monday, 0."""

import datetime
import sys
from enum import IntEnum, global_enum

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday", "monthrange", "monthcalendar",
           "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar",
           "LocaleTextCalendar", "LocaleHTMLCalendar", "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
           "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

error = ValueError


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


def __getattr__(name):
    if name in ('January', 'February'):
        import warnings
        warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning, stacklevel=2)
        return 1 if name == 'January' else 2
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


@global_enum
class Month(IntEnum):
    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


@global_enum
class Day(IntEnum):
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class _Names:
    """A sequence of names, each made with strftime when it is asked for."""

    def __init__(self, dates, format):
        self._dates = dates
        self.format = format

    def _name(self, date):
        return "" if date is None else date.strftime(self.format)

    def __getitem__(self, i):
        found = self._dates[i]
        return [self._name(date) for date in found] if isinstance(i, slice) else self._name(found)

    def __len__(self):
        return len(self._dates)


_month_dates = [None] + [datetime.date(2001, n, 1) for n in range(1, 13)]
_day_dates = [datetime.date(2001, 1, n) for n in range(1, 8)]

day_name = _Names(_day_dates, '%A')
day_abbr = _Names(_day_dates, '%a')
month_name = _Names(_month_dates, '%B')
month_abbr = _Names(_month_dates, '%b')


def isleap(year):
    """Whether the year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """The number of leap years in the range [y1, y2)."""
    def before(year):
        year -= 1
        return year // 4 - year // 100 + year // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    """The weekday of a date."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def monthrange(year, month):
    """(weekday of the first day, number of days)"""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _monthlen(year, month)


def _monthlen(year, month):
    return mdays[month] + (month == FEBRUARY and isleap(year))


def _prevmonth(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _nextmonth(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """The data of calendars; weeks begin with firstweekday."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The numbers of the weekdays, once round."""
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def _days(self, year, month):
        """(year, month, day) of the whole weeks of a month."""
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - count) % 7
        y, m = _prevmonth(year, month)
        end = _monthlen(y, m)
        for day in range(end - before + 1, end + 1):
            yield y, m, day
        for day in range(1, count + 1):
            yield year, month, day
        y, m = _nextmonth(year, month)
        for day in range(1, after + 1):
            yield y, m, day

    def itermonthdates(self, year, month):
        """The dates of the whole weeks of a month."""
        for y, m, d in self._days(year, month):
            yield datetime.date(y, m, d)

    def itermonthdays(self, year, month):
        """The days of the whole weeks of a month, 0 outside of it."""
        first, count = monthrange(year, month)
        yield from [0] * ((first - self.firstweekday) % 7)
        yield from range(1, count + 1)
        yield from [0] * ((self.firstweekday - first - count) % 7)

    def itermonthdays2(self, year, month):
        """(day, weekday)"""
        for i, d in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield d, i % 7

    def itermonthdays3(self, year, month):
        """The days of itermonthdates() as tuples year, month, day, also beyond the years that date has."""
        yield from self._days(year, month)

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday)"""
        for i, (y, m, d) in enumerate(self._days(year, month)):
            yield y, m, d, (self.firstweekday + i) % 7

    @staticmethod
    def _in_rows(items, n):
        items = list(items)
        return [items[i:i + n] for i in range(0, len(items), n)]

    def monthdatescalendar(self, year, month):
        """The weeks of a month, each a list of seven dates."""
        return self._in_rows(self.itermonthdates(year, month), 7)

    def monthdays2calendar(self, year, month):
        """The weeks of a month, each a list of seven (day, weekday)."""
        return self._in_rows(self.itermonthdays2(year, month), 7)

    def monthdayscalendar(self, year, month):
        """The weeks of a month, each a list of seven days."""
        return self._in_rows(self.itermonthdays(year, month), 7)

    def yeardatescalendar(self, year, width=3):
        """The months of a year as rows of `width` of them."""
        return self._in_rows((self.monthdatescalendar(year, m) for m in Month), width)

    def yeardays2calendar(self, year, width=3):
        return self._in_rows((self.monthdays2calendar(year, m) for m in Month), width)

    def yeardayscalendar(self, year, width=3):
        return self._in_rows((self.monthdayscalendar(year, m) for m in Month), width)


class TextCalendar(Calendar):
    """Calendars as plain text."""

    def prweek(self, theweek, width):
        """Write formatweek() without a line end."""
        print(self.formatweek(theweek, width), end='')

    def formatday(self, day, weekday, width):
        """The number of a day, centred; spaces for 0, which is no day of the month."""
        return ('' if day == 0 else '%2i' % day).center(width)

    def formatweek(self, theweek, width):
        """The days of one week on a line."""
        return ' '.join(self.formatday(d, wd, width) for d, wd in theweek)

    def formatweekday(self, day, width):
        """As much of a day's name as the width allows."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        """The line with the names of the days."""
        return ' '.join(self.formatweekday(i, width) for i in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The line with the month's name, and the year if asked for, centred."""
        s = month_name[themonth]
        if withyear:
            s = "%s %r" % (s, theyear)
        return s.center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Write formatmonth() to standard output."""
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as text: its name, the days' names, a line for each week."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join(line.rstrip() + '\n' * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as text, with `m` months side by side."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        out = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), '\n' * l]
        header = self.formatweekheader(w)
        for i, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            names = (self.formatmonthname(theyear, k, width, False) for k in months)
            out += ['\n' * l, formatstring(names, width, c).rstrip(), '\n' * l, formatstring((header for k in months), width, c).rstrip(), '\n' * l]
            for j in range(max(len(month) for month in row)):
                weeks = [self.formatweek(month[j], w) if j < len(month) else '' for month in row]
                out += [formatstring(weeks, width, c).rstrip(), '\n' * l]
        return ''.join(out)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Write formatyear() to standard output."""
        print(self.formatyear(theyear, w, l, c, m), end='')


class HTMLCalendar(Calendar):
    """Calendars as HTML tables."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        """The <td> of a day, empty for 0."""
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """The <tr> of one week."""
        return '<tr>' + ''.join(self.formatday(d, wd) for d, wd in theweek) + '</tr>'

    def formatweekday(self, day):
        """The <th> of a day's name."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """The <tr> with the names of the days."""
        return '<tr>' + ''.join(self.formatweekday(i) for i in self.iterweekdays()) + '</tr>'

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The <tr> with the month's name, and the year if asked for."""
        year = f' {theyear}' if withyear else ''
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{month_name[themonth]}{year}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """The <table> of a month."""
        rows = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">', self.formatmonthname(theyear, themonth, withyear=withyear),
                self.formatweekheader()]
        rows += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return '\n'.join(rows + ['</table>']) + '\n'

    def formatyear(self, theyear, width=3):
        """A table of a year whose cells are the tables of months, `width` of them in a row."""
        width = max(width, 1)
        out = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n',
               f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>']
        for i in range(JANUARY, JANUARY + 12, width):
            out.append('<tr>')
            for m in range(i, min(i + width, 13)):
                out += ['<td>', self.formatmonth(theyear, m, withyear=False), '</td>']
            out.append('</tr>')
        return ''.join(out + ['</table>'])

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        """The year's table in an HTML document, as encoded bytes."""
        if encoding is None:
            encoding = sys.getdefaultencoding()
        out = [f'<?xml version="1.0" encoding="{encoding}"?>\n',
               '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n', '<html>\n', '<head>\n',
               f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n']
        if css is not None:
            out.append(f'<link rel="stylesheet" type="text/css" href="{css}" />\n')
        out += [f'<title>Calendar for {theyear}</title>\n', '</head>\n', '<body>\n', self.formatyear(theyear, width), '</body>\n', '</html>\n']
        return ''.join(out).encode(encoding, "xmlcharrefreplace")


class different_locale:
    """A with block in which times have the names of a locale; the one before comes back behind it."""

    def __init__(self, locale):
        self.locale = locale
        self.oldlocale = None

    def __enter__(self):
        import locale
        self.oldlocale = locale.setlocale(locale.LC_TIME, None)
        locale.setlocale(locale.LC_TIME, self.locale)

    def __exit__(self, *args):
        if self.oldlocale is not None:
            import locale
            locale.setlocale(locale.LC_TIME, self.oldlocale)


class LocaleTextCalendar(TextCalendar):
    """TextCalendar with the names of a locale; there is C only."""

    def __init__(self, firstweekday=0, locale=None):
        TextCalendar.__init__(self, firstweekday)
        self.locale = locale


class LocaleHTMLCalendar(HTMLCalendar):
    """HTMLCalendar with the names of a locale; there is C only."""

    def __init__(self, firstweekday=0, locale=None):
        HTMLCalendar.__init__(self, firstweekday)
        self.locale = locale


c = TextCalendar()

firstweekday = c.getfirstweekday


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear

_colwidth = 7 * 3 - 1
_spacing = 6


def format(cols, colwidth=_colwidth, spacing=_spacing):
    """Write formatstring() of the columns to standard output."""
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_colwidth, spacing=_spacing):
    """Texts side by side, each centred in a column of the same width."""
    return (' ' * spacing).join(col.center(colwidth) for col in cols)


EPOCH = 1970
_EPOCH_ORD = datetime.date(EPOCH, 1, 1).toordinal()


def timegm(tuple):
    """Seconds since 1970 of a time tuple in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _EPOCH_ORD + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args):
    """python -m calendar [year [month]]"""
    import argparse
    parser = argparse.ArgumentParser()
    textgroup = parser.add_argument_group('layout of text')
    htmlgroup = parser.add_argument_group('layout of HTML')
    for flag, name, default, text in (("-w", "--width", 2, "characters for a day (default 2)"), ("-l", "--lines", 1, "lines for a week (default 1)"),
                                      ("-s", "--spacing", 6, "spaces between the months of a row (default 6)"), ("-m", "--months", 3, "how many months stand side by side (default 3)")):
        textgroup.add_argument(flag, name, type=int, default=default, help=text)
    htmlgroup.add_argument("-c", "--css", default="calendar.css", help="the stylesheet that the page names")
    parser.add_argument("-L", "--locale", default=None, help="the language of the names")
    parser.add_argument("-e", "--encoding", default=None, help="how the output is encoded")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="what is written: text or html")
    parser.add_argument("-f", "--first-weekday", type=int, default=0, help="the day on the left, from 0 for Monday to 6 for Sunday (default 0)")
    parser.add_argument("year", nargs='?', type=int, help="the year; this one by default")
    parser.add_argument("month", nargs='?', type=int, help="one month, 1 to 12, instead of the whole year; not for html")
    options = parser.parse_args(args[1:])
    year = options.year or datetime.date.today().year
    if options.type == "html":
        if options.month:
            parser.error("incorrect number of arguments")
        cal = HTMLCalendar(options.first_weekday)
        sys.stdout.buffer.write(cal.formatyearpage(year, css=options.css, encoding=options.encoding or 'utf-8'))
        return
    cal = TextCalendar(options.first_weekday)
    if options.month:
        result = cal.formatmonth(year, options.month, options.width, options.lines)
    else:
        result = cal.formatyear(year, options.width, options.lines, options.spacing, options.months)
    sys.stdout.write(result)


if __name__ == "__main__":
    main(sys.argv)
