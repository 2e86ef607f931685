"""What datetime's classes stand on: the proleptic Gregorian calendar as numbers, ISO 8601 text, strftime's own directives.

Everything here works on plain integers, tuples and text; no class of datetime is known here. An ordinal counts days, 1 is
1 January of the year 1. A parser answers None for text of a wrong shape; out of range values are the caller's to refuse.
"""
# like native code

import time

MINYEAR = 1
MAXYEAR = 9999
MAX_ORDINAL = 3652059
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    """The length of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month]


def days_before_year(year):
    """The ordinal of the day before the year's first."""
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def days_before_month(year, month):
    """Days of the year before the month's first."""
    return _BEFORE_MONTH[month] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    """The ordinal of a date."""
    return days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(number):
    """The (year, month, day) of an ordinal."""
    # 400 years have 146097 days, so this guess is at most one year off
    year = (number - 1) * 400 // 146097 + 1
    while days_before_year(year) >= number:
        year -= 1
    while days_before_year(year + 1) < number:
        year += 1
    left = number - days_before_year(year)
    month = min(left // 29 + 1, 12)
    while days_before_month(year, month) >= left:
        month -= 1
    return year, month, left - days_before_month(year, month)


def first_iso_monday(year):
    """The ordinal of the Monday on which the ISO year begins."""
    fourth = to_ordinal(year, 1, 4)
    return fourth - (fourth - 1) % 7


def from_iso_week(year, week, day):
    """The (year, month, day) of a day of an ISO week; ValueError where there is none such."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        starts_on = (days_before_year(year) + 7) % 7
        long_year = starts_on == 3 or (starts_on == 2 and is_leap(year))
        if not (week == 53 and long_year):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return from_ordinal(first_iso_monday(year) + (week - 1) * 7 + day - 1)


# ---- offsets and times as text


def format_offset(days, seconds, microseconds, separator=":"):
    """+HH:MM[:SS[.ffffff]] for the parts of a timedelta."""
    total = (days * 86400 + seconds) * 1000000 + microseconds
    sign = "-" if total < 0 else "+"
    total, micros = divmod(abs(total), 1000000)
    minutes, secs = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if secs or micros:
        text += f"{separator}{secs:02d}"
        if micros:
            text += f".{micros:06d}"
    return text


def format_time(hour, minute, second, microsecond, timespec="auto"):
    """A time of day in ISO 8601 to the wanted precision."""
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    raise ValueError("Unknown timespec value")


def _offset_directive(value, separator):
    offset = value.utcoffset()
    if offset is None:
        return ""
    return format_offset(offset.days, offset.seconds, offset.microseconds, separator)


def wrap_strftime(value, format, fields):
    """strftime of a date, time or datetime: its own directives %f %z %:z %Z are put in, time.strftime does the others."""
    made = []
    at = 0
    while True:
        percent = format.find("%", at)
        if percent < 0 or percent + 1 == len(format):
            made.append(format[at:])
            break
        made.append(format[at:percent])
        letter = format[percent + 1]
        at = percent + 2
        if letter == "f":
            made.append("%06d" % getattr(value, "microsecond", 0))
        elif letter == "z":
            made.append(_offset_directive(value, "") if hasattr(value, "utcoffset") else "")
        elif letter == ":" and format[at:at + 1] == "z":
            at += 1
            made.append(_offset_directive(value, ":") if hasattr(value, "utcoffset") else "")
        elif letter == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            made.append(name.replace("%", "%%") if name is not None else "")
        else:
            made.append("%" + letter)
    return time.strftime("".join(made), fields)


# ---- ISO 8601 text read


def _digits(text):
    return int(text) if text.isascii() and text.isdigit() else None


def parse_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD or a week date, None for another shape or a week that is none."""
    year = _digits(text[:4])
    if year is None or len(text) not in (7, 8, 10):
        return None
    dashed = text[4] == "-"
    rest = text[5:] if dashed else text[4:]
    if rest[:1] == "W":
        week, tail, day = _digits(rest[1:3]), rest[3:], 1
        if week is None or len(rest) < 3:
            return None
        if tail:
            if dashed:
                if tail[0] != "-":
                    return None
                tail = tail[1:]
            day = _digits(tail[:1]) if tail else None
            if day is None or dashed and len(tail) > 1:
                return None
        try:
            return from_iso_week(year, week, day)
        except ValueError:
            return None
    if dashed:
        if len(rest) != 5 or rest[2] != "-":
            return None
        month, day = rest[:2], rest[3:]
    else:
        if len(rest) < 4:
            return None
        month, day = rest[:2], rest[2:4]  # what follows in a text of ten characters counts as little as in CPython
    month, day = _digits(month), _digits(day)
    return None if month is None or day is None else (year, month, day)


def _parse_clock(text, follows=""):
    """The [hour, minute, second, microsecond] of HH[[:]MM[[:]SS[[.]f...]]] and whether something was left over; None for another shape.

    `follows` is what stands behind the text. A lone character at the end is left over, even where another would be wrong: CPython
    reads so.
    """
    fields = [0, 0, 0, 0]
    at = 0
    colon = True
    for index in range(3):
        part = text[at:at + 2] if at + 2 <= len(text) else ""
        value = _digits(part)
        if value is None:
            return None
        fields[index] = value
        at += 2
        mark = text[at:at + 1] or follows
        if index == 0:
            colon = mark == ":"
        at += 1
        if at >= len(text):
            return fields, bool(mark)
        if colon and mark == ":":
            continue
        if mark in (".", ","):
            break
        if colon:
            return None
        at -= 1
    fraction = text[at:at + 6]
    value = _digits(fraction) if fraction else 0
    if value is None:
        return None
    fields[3] = value * 10 ** (6 - len(fraction)) if fraction else 0
    at += len(fraction)
    while at < len(text) and text[at] in "0123456789":
        at += 1
    return fields, at < len(text) or bool(follows)


def parse_time(text):
    """(clock fields, zone) of a time: zone is None, or its offset in microseconds; None for another shape."""
    place = min((at for at in map(text.find, "+-Z") if at >= 0), default=len(text))
    read = _parse_clock(text[:place], text[place:place + 1])
    if read is None:
        return None
    clock, more = read
    if place == len(text):
        return None if more else (clock, None)
    if text[place] == "Z":
        return (clock, 0) if place + 1 == len(text) else None
    read = _parse_clock(text[place + 1:])
    if read is None or read[1]:
        return None
    offset = read[0]
    micros = ((offset[0] * 60 + offset[1]) * 60 + offset[2]) * 1000000 + offset[3]
    if micros < 1000000:
        micros = 0  # as CPython has it: less than a second is UTC
    return clock, -micros if text[place] == "-" else micros


def find_separator(text):
    """Where the date ends in a date and time; 10 where the text is of no known shape."""
    if len(text) == 7:
        return 7
    if text[4:5] == "-":
        if text[5:6] != "W":
            return 10
        if text[8:9] != "-":
            return 8
        # behind a week, "-D" is a day unless the dash is the separator of an hour
        return 8 if text[10:11].isdigit() else 10
    if text[4:5] != "W":
        return 8
    at = 7
    while at < len(text) and text[at].isdigit():
        at += 1
    if at < 9:
        return at
    return 7 if at % 2 == 0 else 8
