"""Dates and times of the proleptic Gregorian calendar: date, time, datetime, timedelta, tzinfo, timezone.

Objects are immutable. The classes and what they share live here; calendar arithmetic and ISO 8601 text in _datetime_parts, the
reading of text by a format in _strptime. A time or datetime is aware when its tzinfo gives an offset, and naive otherwise.
"""
# like native code

import time as _time
import math as _math
from operator import index as _index
import _datetime_parts as _parts
from _datetime_parts import MINYEAR, MAXYEAR

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

_DAY_MICROS = 86400 * 1000000
_missing = object()


def _type_name(value):
    """The class as reprs write it: with the module for the classes of this file, bare for subclasses."""
    cls = type(value)
    return f"{cls.__module__}.{cls.__qualname__}" if cls.__module__ == __name__ else cls.__name__


def _require(name, position, value):
    if value is _missing:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _field(value)


def _field(value):
    """A field's value: an int that C's int holds."""
    value = _index(value)
    if -2147483648 <= value <= 2147483647:
        return value
    if not -2 ** 63 <= value < 2 ** 63:
        raise OverflowError("Python int too large to convert to C long")
    raise OverflowError("signed integer is " + ("greater than maximum" if value > 0 else "less than minimum"))


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _parts.days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_clock(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_tzinfo(value):
    if value is not None and not isinstance(value, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(value).__name__}'")


def _check_text(function, position, value):
    if not isinstance(value, str):
        raise TypeError(f"{function}() argument {position} must be str, not {type(value).__name__}")


def _ask_zone(zone, method, argument):
    """What a tzinfo answers to utcoffset or dst: None or a timedelta of less than a day."""
    if zone is None:
        return None
    offset = getattr(zone, method)(argument)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{type(offset).__name__}'")
    if not -_DAY_MICROS < offset._total() < _DAY_MICROS:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _ask_zone_name(zone, argument):
    if zone is None:
        return None
    name = zone.tzname(argument)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


def _offset_text(offset, separator=":"):
    return "" if offset is None else _parts.format_offset(offset.days, offset.seconds, offset.microseconds, separator)


def _divide_nearest(a, b):
    """a / b as an integer, halves to even."""
    quotient, rest = divmod(a, b)
    rest *= 2
    if (rest > b if b > 0 else rest < b) or (rest == b and quotient % 2 == 1):
        quotient += 1
    return quotient


class timedelta:
    """A length of time: days, seconds and microseconds, the last two never negative."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        rest = 0.0
        for name, value, factor in (("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
                                    ("seconds", seconds, 1000000), ("minutes", minutes, 60000000),
                                    ("hours", hours, 3600000000), ("days", days, _DAY_MICROS), ("weeks", weeks, 7 * _DAY_MICROS)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * factor
                fraction, whole = _math.modf(fraction * factor)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if rest:
            # the fractions are rounded once, halves to the even sum
            whole = _math.floor(rest)
            part = rest - whole
            total += whole
            if part > 0.5 or (part == 0.5 and total % 2):
                total += 1
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        days, rest = divmod(total, _DAY_MICROS)
        if not -999999999 <= days <= 999999999:
            if not -2 ** 31 <= days < 2 ** 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        return self

    @property
    def days(self):
        """Whole days, negative for a negative duration."""
        return self._days

    @property
    def seconds(self):
        """Whole seconds beyond the days, from 0 to 86399."""
        return self._seconds

    @property
    def microseconds(self):
        """Microseconds beyond the seconds, from 0 to 999999."""
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The whole length in seconds."""
        return self._total() / 1000000

    def __repr__(self):
        fields = [f"{name}={value}" for name, value in
                  (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        return f"{_type_name(self)}({', '.join(fields) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            divisor = other._total()
            if divisor == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._total() // divisor
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if a == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            divisor = other._total()
            if divisor == 0:
                raise ZeroDivisionError("integer modulo by zero")
            return timedelta._of(self._total() % divisor)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            divisor = other._total()
            if divisor == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            quotient, rest = divmod(self._total(), divisor)
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class IsoCalendarDate(tuple):
    """What date.isocalendar returns: a tuple of three with names."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return "%s(year=%s, week=%s, weekday=%s)" % (_type_name(self), *self)


class date:
    """A day of the Gregorian calendar, from year 1 to 9999."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_missing, month=_missing, day=_missing):
        if month is _missing and isinstance(year, bytes) and len(year) == 4 and 1 <= year[2] <= 12:
            year, month, day = year[0] * 256 + year[1], year[2], year[3]
        year, month, day = _require("year", 1, year), _require("month", 2, month), _require("day", 3, day)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local date of a POSIX timestamp."""
        return cls(*_time.localtime(_whole_second(timestamp))[:3])

    @classmethod
    def today(cls):
        """The current local date."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The date of an ordinal, 1 being 1 January of the year 1."""
        return cls(*_date_of_ordinal(_field(ordinal)))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The date that ISO 8601 text tells."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        fields = _parts.parse_date(date_string)
        if fields is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of a day of an ISO week."""
        return cls(*_parts.from_iso_week(_field(year), _field(week), _field(day)))

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return f"{_type_name(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """The date in the form of C's ctime, at midnight."""
        return "%s %s %2d 00:00:00 %04d" % (_parts.DAY_NAMES[self.weekday()], _parts.MONTH_NAMES[self._month - 1], self._day, self._year)

    def strftime(self, format):
        """The date by a format."""
        _check_text("strftime", 1, format)
        return _parts.wrap_strftime(self, format, self.timetuple())

    def __format__(self, format, /):
        _check_text("__format__", 1, format)
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        """YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def timetuple(self):
        """The date as a struct_time."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return _parts.days_before_month(self._year, self._month) + self._day

    def toordinal(self):
        """Days since the day before 1 January of the year 1."""
        return _parts.to_ordinal(self._year, self._month, self._day)

    def replace(self, year=_missing, month=_missing, day=_missing):
        """A copy with some fields changed."""
        return type(self)(self._year if year is _missing else year, self._month if month is _missing else month,
                          self._day if day is _missing else day)

    def weekday(self):
        """0 for Monday to 6 for Sunday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7 for Sunday."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """The ISO year, week and weekday."""
        year = self._year
        today = _parts.to_ordinal(year, self._month, self._day)
        week, day = divmod(today - _parts.first_iso_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _parts.first_iso_monday(year), 7)
        elif week == 52 and today >= _parts.first_iso_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __add__(self, other):
        return self._shifted(other._days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _shifted(self, days):
        ordinal = self.toordinal() + days
        if not 0 < ordinal <= _parts.MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*_parts.from_ordinal(ordinal))

    def _fields(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        return self._fields() == other._fields() if _both_dates(self, other) else NotImplemented

    def __lt__(self, other):
        return self._fields() < other._fields() if _both_dates(self, other) else NotImplemented

    def __le__(self, other):
        return self._fields() <= other._fields() if _both_dates(self, other) else NotImplemented

    def __gt__(self, other):
        return self._fields() > other._fields() if _both_dates(self, other) else NotImplemented

    def __ge__(self, other):
        return self._fields() >= other._fields() if _both_dates(self, other) else NotImplemented

    def __hash__(self):
        return hash(self._fields())

    def __reduce__(self):
        return type(self), (bytes((*divmod(self._year, 256), self._month, self._day)),)


def _both_dates(self, other):
    return isinstance(other, date) and not isinstance(other, datetime)


def _date_of_ordinal(ordinal):
    if ordinal < 1:
        raise ValueError("ordinal must be >= 1")
    if ordinal > _parts.MAX_ORDINAL:
        raise ValueError(f"year {MAXYEAR + 1} is out of range")
    return _parts.from_ordinal(ordinal)


def _whole_second(timestamp):
    """The timestamp rounded down to a second that time_t holds."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if not -2.0 ** 63 <= timestamp < 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        return _math.floor(timestamp)
    return _index(timestamp)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class tzinfo:
    """The interface of a time zone: a subclass says how far it is from UTC at a time."""

    __slots__ = ()

    def tzname(self, dt):
        """The zone's name at a time: a str, or None."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC at a time, west being negative: a timedelta, or None."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """The part of the offset that is daylight saving at a time: a timedelta, or None."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The zone's own time for a UTC time, which carries this zone as its tzinfo."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        # The zone's standard offset leads to a time whose saving is then looked up again.
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving

    def __reduce__(self):
        arguments = self.__getinitargs__() if hasattr(self, "__getinitargs__") else ()
        return type(self), arguments, self.__getstate__()


class timezone(tzinfo):
    """A zone that is always equally far from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_missing):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is _missing:
            if not offset and cls is timezone:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not -_DAY_MICROS < offset._total() < _DAY_MICROS:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                             f"not {offset!r}.")
        return cls._of(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _of(cls, offset, name):
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __getstate__(self):
        return None

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_type_name(self)}({self._offset!r})"
        return f"{_type_name(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, method, dt):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt, /):
        """The offset, whatever the time."""
        self._check("utcoffset", dt)
        return self._offset

    def tzname(self, dt, /):
        """The name given, or UTC with the offset."""
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        """Return None."""
        self._check("dst", dt)
        return None

    def fromutc(self, dt, /):
        """The zone's own time for a UTC time, which carries this zone as its tzinfo."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


UTC = timezone.utc = timezone._of(timedelta(0), None)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class time:
    """A time of day down to the microsecond, with a zone or without."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 0x7F < 24:
            packed, tzinfo = hour, (None if minute == 0 else minute)
            hour, minute, second, fold = packed[0] & 0x7F, packed[1], packed[2], packed[0] >> 7
            microsecond = int.from_bytes(packed[3:], "big")
        hour, minute, second, microsecond = _field(hour), _field(minute), _field(second), _field(microsecond)
        _check_clock(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time that ISO 8601 text tells."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parsed = _parts.parse_time(time_string.removeprefix("T"))
        if parsed is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        clock, offset = parsed
        return cls(*clock, _zone_of(offset))

    def _clock(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def __hash__(self):
        unfolded = self.replace(fold=0) if self._fold else self
        offset = unfolded.utcoffset()
        return hash(self._clock()) if not offset else hash(self._micros() - offset._total())

    def _compared(self, other, equality):
        """What to compare the two by; None for times that have no order."""
        mine, others = self.utcoffset(), other.utcoffset()
        if mine == others:
            return self._micros(), other._micros()
        if mine is None or others is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._micros() - mine._total(), other._micros() - others._total()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = self._compared(other, True)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, False)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, False)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, False)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, others = self._compared(other, False)
        return mine >= others

    def __repr__(self):
        fields = [self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 2 and not fields[-1]:
            fields.pop()
        return _repr_fields(self, fields)

    def isoformat(self, timespec="auto"):
        """HH:MM:SS[.ffffff][offset] to the wanted precision."""
        return _parts.format_time(*self._clock(), timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The time by a format; the date is 1 January 1900."""
        _check_text("strftime", 1, format)
        return _parts.wrap_strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format, /):
        _check_text("__format__", 1, format)
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        """The zone's offset, None for a naive time."""
        return _ask_zone(self._tzinfo, "utcoffset", None)

    def tzname(self):
        """The zone's name."""
        return _ask_zone_name(self._tzinfo, None)

    def dst(self):
        """The zone's daylight saving."""
        return _ask_zone(self._tzinfo, "dst", None)

    def replace(self, hour=_missing, minute=_missing, second=_missing, microsecond=_missing, tzinfo=True, *, fold=_missing):
        """A copy with some fields changed."""
        return type(self)(self._hour if hour is _missing else hour, self._minute if minute is _missing else minute,
                          self._second if second is _missing else second,
                          self._microsecond if microsecond is _missing else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is _missing else fold)

    def __reduce_ex__(self, protocol):
        first = self._hour + (128 if self._fold and protocol > 3 else 0)
        packed = bytes((first, self._minute, self._second)) + self._microsecond.to_bytes(3, "big")
        return type(self), (packed,) if self._tzinfo is None else (packed, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _repr_fields(self, fields):
    """The repr of a time or datetime: the fields, then fold and tzinfo where they are told, in the order of the class."""
    more = ["fold=1"] if self._fold else []
    if self._tzinfo is not None:
        more.insert(len(more) if isinstance(self, date) else 0, f"tzinfo={self._tzinfo!r}")
    return f"{_type_name(self)}({', '.join([*map(str, fields), *more])})"


def _zone_of(offset):
    return None if offset is None else timezone(timedelta(microseconds=offset))


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)

# The methods of datetime have parameters and properties of these names.
_date_class = date
_time_class = time


class datetime(date):
    """A day and a time of day, with a zone or without."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes) and len(year) == 10 and 1 <= year[2] & 0x7F <= 12:
            packed, tzinfo = year, (None if month is _missing else month)
            year, month, day, hour, minute, second = packed[0] * 256 + packed[1], packed[2] & 0x7F, *packed[3:7]
            fold = packed[2] >> 7
            microsecond = int.from_bytes(packed[7:], "big")
        year, month, day = _require("year", 1, year), _require("month", 2, month), _require("day", 3, day)
        hour, minute, second, microsecond = _field(hour), _field(minute), _field(second), _field(microsecond)
        _check_date(year, month, day)
        _check_clock(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The datetime of a POSIX timestamp, in a zone or local."""
        _check_tzinfo(tz)
        seconds, micros = _split_timestamp(timestamp)
        if tz is not None:
            return tz.fromutc(_from_seconds(cls, seconds, micros, tz))
        local = _local_seconds(seconds)
        made = _from_seconds(cls, local, micros, None)
        # A local time seen a day before, and again after the clock was turned back, is folded.
        turned = local - _local_seconds(seconds - 86400) - 86400
        if turned < 0 and _local_seconds(seconds + turned) == local:
            made = made.replace(fold=1)
        return made

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """What the clock in Greenwich showed at a POSIX timestamp, without a zone."""
        import warnings
        warnings.warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
                      "timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, "
                      "datetime.UTC).", DeprecationWarning, stacklevel=2)
        return _from_seconds(cls, *_split_timestamp(timestamp), None)

    @classmethod
    def now(cls, tz=None):
        """The current time, in a zone or local."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """The current time in UTC, naive."""
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware "
                      "objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).", DeprecationWarning, stacklevel=2)
        return _from_seconds(cls, *_split_timestamp(_time.time()), None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A date and a time of day as one."""
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The datetime that ISO 8601 text tells."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parsed = None
        if len(date_string) >= 7:
            place = _parts.find_separator(date_string)
            day = _parts.parse_date(date_string[:place])
            parsed = ((0, 0, 0, 0), None) if len(date_string) == place else _parts.parse_time(date_string[place + 1:])
        if parsed is None or day is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        clock, offset = parsed
        return cls(*day, *clock, _zone_of(offset))

    @classmethod
    def strptime(cls, date_string, format, /):
        """The datetime that text tells by a format."""
        _check_text("strptime", 1, date_string)
        _check_text("strptime", 2, format)
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)

    def timetuple(self):
        """The datetime as a local struct_time."""
        saving = self.dst()
        flag = -1 if saving is None else 1 if saving else 0
        return _time.struct_time((*self._fields()[:6], self.weekday(), self._yearday(), flag))

    def utctimetuple(self):
        """The datetime in UTC as a struct_time."""
        moved = self
        offset = self.utcoffset()
        if offset:
            moved = self - offset
        return _time.struct_time((*moved._fields()[:6], moved.weekday(), moved._yearday(), 0))

    def timestamp(self):
        """The POSIX timestamp; a naive datetime is a local time."""
        if self._tzinfo is None:
            return _local_to_utc(self._epoch_seconds(), self._fold) + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def date(self):
        """The date part."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time part, naive."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time part with its zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=_missing, month=_missing, day=_missing, hour=_missing, minute=_missing, second=_missing, microsecond=_missing, tzinfo=True, *,
                fold=_missing):
        """A copy with some fields changed."""
        return type(self)(self._year if year is _missing else year, self._month if month is _missing else month,
                          self._day if day is _missing else day, self._hour if hour is _missing else hour,
                          self._minute if minute is _missing else minute, self._second if second is _missing else second,
                          self._microsecond if microsecond is _missing else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is _missing else fold)

    def astimezone(self, tz=None):
        """The same moment in another zone, the local one by default."""
        _check_tzinfo(tz)
        mine = self._tzinfo
        if mine is not None and mine is tz:
            return self
        offset = None if mine is None else self.utcoffset()
        if offset is None:
            offset = self.replace(tzinfo=None)._local_zone()._offset
        utc = (self.replace(tzinfo=None, fold=0) - offset).replace(tzinfo=UTC)
        if tz is None:
            tz = utc._local_zone()
        return tz.fromutc(utc.replace(tzinfo=tz))

    def _local_zone(self):
        if self._tzinfo is None:
            seconds = _local_to_utc(self._epoch_seconds(), self._fold)
            other = _local_to_utc(self._epoch_seconds(), not self._fold)
            if other != seconds and (other > seconds) == self._fold:
                seconds = other  # in a gap
        else:
            seconds = (self - _EPOCH) // timedelta(seconds=1)
        fields = _time.localtime(seconds)
        return timezone(timedelta(seconds=fields.tm_gmtoff), fields.tm_zone)

    def ctime(self):
        """The datetime in the form of C's ctime."""
        return "%s %s %2d %02d:%02d:%02d %04d" % (_parts.DAY_NAMES[self.weekday()], _parts.MONTH_NAMES[self._month - 1], self._day,
                                                  self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        """YYYY-MM-DDTHH:MM:SS[.ffffff][offset] to the wanted precision."""
        if not isinstance(sep, str) or len(sep) != 1:
            what = "a unicode character, not " + ("str" if isinstance(sep, str) else type(sep).__name__)
            raise TypeError("isoformat() argument 1 must be " + what)
        clock = _parts.format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 5 and not fields[-1]:
            fields.pop()
        return _repr_fields(self, fields)

    def __str__(self):
        return self.isoformat(sep=" ")

    def utcoffset(self):
        """The zone's offset, None for a naive datetime."""
        return _ask_zone(self._tzinfo, "utcoffset", self)

    def tzname(self):
        """The zone's name."""
        return _ask_zone_name(self._tzinfo, self)

    def dst(self):
        """The zone's daylight saving."""
        return _ask_zone(self._tzinfo, "dst", self)

    def _fields(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _epoch_seconds(self):
        """Seconds from 1970 to the fields, zone left aside."""
        days = self.toordinal() - 719163
        return ((days * 24 + self._hour) * 60 + self._minute) * 60 + self._second

    def _micros(self):
        return self._epoch_seconds() * 1000000 + self._microsecond

    def _depends_on_fold(self, offset):
        return self.replace(fold=not self._fold).utcoffset() != offset

    def _compared(self, other, equality):
        """What to compare the two by, None for datetimes that cannot be equal."""
        if self._tzinfo is other._tzinfo:
            return self._fields(), other._fields()
        mine, others = self.utcoffset(), other.utcoffset()
        if equality and (self._depends_on_fold(mine) or other._depends_on_fold(others)):
            return None
        if mine == others:
            return self._fields(), other._fields()
        if mine is None or others is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros() - mine._total(), other._micros() - others._total()

    def _ordered(self, other):
        if not isinstance(other, datetime):
            raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
        return self._compared(other, False)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, _date_class) else NotImplemented
        pair = self._compared(other, True)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other):
        if not isinstance(other, _date_class):
            return NotImplemented
        mine, others = self._ordered(other)
        return mine < others

    def __le__(self, other):
        if not isinstance(other, _date_class):
            return NotImplemented
        mine, others = self._ordered(other)
        return mine <= others

    def __gt__(self, other):
        if not isinstance(other, _date_class):
            return NotImplemented
        mine, others = self._ordered(other)
        return mine > others

    def __ge__(self, other):
        if not isinstance(other, _date_class):
            return NotImplemented
        mine, others = self._ordered(other)
        return mine >= others

    def _moved(self, micros):
        seconds, micros = divmod(self._micros() + micros, 1000000)
        days, seconds = divmod(seconds, 86400)
        ordinal = days + 719163
        if not 0 < ordinal <= _parts.MAX_ORDINAL:
            raise OverflowError("date value out of range")
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return type(self)(*_parts.from_ordinal(ordinal), hours, minutes, seconds, micros, self._tzinfo)

    def __add__(self, other):
        return self._moved(other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        micros = self._micros() - other._micros()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                micros += others._total() - mine._total()
        return timedelta._of(micros)

    def __hash__(self):
        unfolded = self.replace(fold=0) if self._fold else self
        offset = unfolded.utcoffset()
        return hash(self._fields()) if offset is None else hash(self._micros() - offset._total())

    def __reduce_ex__(self, protocol):
        month = self._month + (128 if self._fold and protocol > 3 else 0)
        packed = bytes((*divmod(self._year, 256), month, self._day, self._hour, self._minute, self._second))
        packed += self._microsecond.to_bytes(3, "big")
        return type(self), (packed,) if self._tzinfo is None else (packed, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _split_timestamp(timestamp):
    """Whole seconds and microseconds of a timestamp, rounded half to even."""
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        fraction, whole = _math.modf(timestamp)
        micros = round(fraction * 1e6)
        if not -2.0 ** 63 <= whole < 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        carry, micros = divmod(micros, 1000000)
        return int(whole) + carry, micros
    seconds = _index(timestamp)
    if not -2 ** 63 <= seconds < 2 ** 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds, 0


def _from_seconds(cls, seconds, micros, zone):
    """A datetime of the fields that seconds since 1970 have."""
    days, rest = divmod(seconds, 86400)
    ordinal = days + 719163
    if not 0 < ordinal <= _parts.MAX_ORDINAL:
        year = _time.gmtime(seconds).tm_year
        raise ValueError(f"year {year} is out of range")
    return cls(*_parts.from_ordinal(ordinal), rest // 3600, rest // 60 % 60, rest % 60, micros, zone)


def _local_seconds(seconds):
    """The local clock at a UTC second, as seconds since 1970."""
    local = seconds + _time.localtime(seconds).tm_gmtoff
    if not _FIRST_SECOND <= local <= _LAST_SECOND:
        raise ValueError("year %d is out of range" % _time.localtime(seconds).tm_year)
    return local


def _local_to_utc(local, fold):
    """The UTC second at which the local clock reads `local`; fold chooses of two, and the side of a gap."""
    day = 86400
    first = local - _local_seconds(local)
    guess = local + first
    if _local_seconds(guess) == local:
        # perhaps the other of two: looked for with the offset of a day before or behind
        other = guess + (day if fold else -day)
        second = other - _local_seconds(other)
        if second == first:
            return guess
    else:
        second = guess - _local_seconds(guess)
    again = local + second
    if _local_seconds(again) == local:
        return again
    if _local_seconds(guess) == local:
        return guess
    # in a gap neither reading exists
    return min(guess, again) if fold else max(guess, again)


_FIRST_SECOND = -62135596800  # of the year 1, since 1970
_LAST_SECOND = 253402300799  # of the year 9999
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
