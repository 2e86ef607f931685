"""Local times, and rules in the notation of POSIX's TZ variable: "CET-1CEST,M3.5.0,M10.5.0/3"."""

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
    """The nth day of the year; Julian days leave February 29 out."""
    def seconds(year):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        offset = n - 1 + (leap and n >= 60) if julian else n
        return (date(year, 1, 1).toordinal() + offset - _EPOCH) * _DAY + clock
    return seconds


class _Text:
    """Reads a rule from left to right."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def error(self):
        return ValueError(f"Invalid TZ format: {self.text!r}")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def name(self):
        if self.peek() == "<":
            end = self.text.find(">", self.at)
            if end < 0:
                raise self.error()
            name, self.at = self.text[self.at + 1:end], end + 1
            return name
        start = self.at
        while self.peek().isalpha():
            self.at += 1
        if self.at - start < 3:
            raise self.error()
        return self.text[start:self.at]

    def number(self):
        start = self.at
        while self.peek().isdigit():
            self.at += 1
        if start == self.at:
            raise self.error()
        return int(self.text[start:self.at])

    def clock(self):
        """Seconds of [+-]hours[:minutes[:seconds]]."""
        sign = -1 if self.peek() == "-" else 1
        if self.peek() in ("+", "-") and self.peek():
            self.at += 1
        seconds, unit = self.number() * 3600, 60
        while self.peek() == ":" and unit:
            self.at += 1
            seconds += self.number() * unit
            unit = 1 if unit == 60 else 0
        return sign * seconds

    def skip(self, char):
        if self.peek() != char:
            raise self.error()
        self.at += 1

    def day(self):
        self.skip(",")
        kind = self.peek()
        parts = []
        if kind == "M":
            self.at += 1
            parts.append(self.number())
            self.skip(".")
            parts.append(self.number())
            self.skip(".")
            parts.append(self.number())
        else:
            if kind == "J":
                self.at += 1
            parts.append(self.number())
        clock = 7200
        if self.peek() == "/":
            self.at += 1
            clock = self.clock()
        return _in_month(*parts, clock) if kind == "M" else _in_year(parts[0], kind == "J", clock)


def parse_rule(text):
    """A Moment, or a Rule if there is summer time."""
    reader = _Text(text)
    name = reader.name()
    offset = -reader.clock()
    if not reader.peek():
        return Moment(offset, 0, name)
    summer = reader.name()
    ahead = -reader.clock() if reader.peek() not in (",", "") else offset + 3600
    start, end = reader.day(), reader.day()
    if reader.peek():
        raise reader.error()
    return Rule(Moment(offset, 0, name), Moment(ahead, ahead - offset, summer), start, end)
