"""Local times, and rules in the notation of POSIX's TZ variable: "CET-1CEST,M3.5.0,M10.5.0/3"."""

import re
from datetime import date, timedelta

_DAY = 86400
_EPOCH = date(1970, 1, 1).toordinal()


class Moment:
    """A kind of local time: seconds ahead of UTC and of standard time, abbreviation."""

    __slots__ = ("offset", "utcoffset", "dst", "name")

    def __init__(self, offset, saved, name):
        self.offset = offset
        self.utcoffset = timedelta(seconds=offset)
        self.dst = timedelta(seconds=saved)
        self.name = name


class Rule:
    """Standard and summer time with the days at which they begin."""

    def __init__(self, standard, summer, start, end):
        self.standard, self.summer, self.start, self.end = standard, summer, start, end

    def _bounds(self, year):
        """Local seconds since 1970 at which summer time begins (told in standard time) and ends (told in summer time)."""
        return self.start(year), self.end(year)

    def at_wall(self, seconds, year, fold):
        start, end = self._bounds(year)
        ahead = self.summer.offset - self.standard.offset
        # with fold 1 the later of the two readings of an hour counts
        if fold == (ahead >= 0):
            end -= ahead
        else:
            start += ahead
        inside = start <= seconds < end if start < end else not end <= seconds < start
        return self.summer if inside else self.standard

    def at_utc(self, seconds, year):
        start, end = self._bounds(year)
        start -= self.standard.offset
        end -= self.summer.offset
        inside = start <= seconds < end if start < end else not end <= seconds < start
        ahead = self.summer.offset - self.standard.offset
        turn = end if ahead > 0 else start      # where the clock goes back
        return (self.summer if inside else self.standard), int(turn <= seconds < turn + abs(ahead))


def _in_month(month, week, weekday, clock):
    """A day like the last Sunday in March."""
    def seconds(year):
        first = date(year, month, 1).toordinal()
        day = first + (weekday - first) % 7 + (week - 1) * 7
        following = date(year + month // 12, month % 12 + 1, 1).toordinal()
        while day >= following:
            day -= 7
        return (day - _EPOCH) * _DAY + clock
    return seconds


def _in_year(n, julian, clock):
    """The nth day of the year; Julian days leave February 29 out. As in CPython other days count from 1, too."""
    def seconds(year):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        offset = n - 1 + (julian and leap and n >= 60)
        return (date(year, 1, 1).toordinal() + offset - _EPOCH) * _DAY + clock
    return seconds


class _Text:
    """Reads a rule from left to right. What does not fit gives None."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def error(self, what):
        return ValueError(f"{what} {self.text.encode()!r}")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def name(self):
        found = re.compile("<[A-Za-z0-9+-]+>|[A-Za-z]+").match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        return found[0].strip("<>")

    def clock(self, most):
        """Seconds of [+-]hours[:minutes[:seconds]], with two digits of minutes and seconds and at most so many hours."""
        found = re.compile(r"([+-]?)(\d{1,3})(?::([0-5]\d)(?::([0-5]\d))?)?(?![\d:])").match(self.text, self.at)
        if not found or int(found[2]) > most:
            return None
        self.at = found.end()
        seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60 + int(found[4] or 0)
        return -seconds if found[1] == "-" else seconds

    def day(self):
        """The function of a rule's date; None if it names no day."""
        found = re.compile(r",(?:M(\d+)\.(\d)\.(\d)|(J?)(\d+))").match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        clock = 7200
        if self.peek() == "/":
            self.at += 1
            clock = self.clock(167)
            if clock is None:
                return None
        if found[1]:
            month, week, weekday = map(int, found.group(1, 2, 3))
            good = 1 <= month <= 12 and 1 <= week <= 5 and weekday <= 6
            return _in_month(month, week, weekday, clock) if good else None
        n, julian = int(found[5]), bool(found[4])
        return _in_year(n, julian, clock) if julian <= n <= 365 else None


def parse_rule(text):
    """A Moment, or a Rule if there is summer time."""
    reader = _Text(text)
    name = reader.name()
    if name is None:
        raise reader.error("Invalid STD format in")
    offset = reader.clock(24)
    if offset is None:
        raise reader.error("Invalid STD offset in")
    if not reader.peek():
        return Moment(-offset, 0, name)
    summer = reader.name()
    if summer is None:
        raise reader.error("Invalid STD offset in")
    ahead = offset - 3600
    if reader.peek() != ",":
        ahead = reader.clock(24)
        if ahead is None:
            raise reader.error("Invalid DST offset in")
    if text.count(",") != 2:
        raise reader.error("Missing transition rules in TZ string:")
    start = reader.day()
    end = reader.day() if start else None
    if end is None or reader.peek():
        raise reader.error("Malformed transition rule in TZ string:")
    return Rule(Moment(-offset, 0, name), Moment(-ahead, offset - ahead, summer), start, end)
