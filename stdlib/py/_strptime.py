"""Text to time by a format: time.strptime and datetime.strptime.

A format becomes a regular expression with a group for each directive; the compiled ones of the last formats are kept. Names are
those of the C locale.
"""

import re
import time

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

_COMPOUND = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_LISTS = {"a": [day[:3] for day in _DAYS], "A": _DAYS, "b": [month[:3] for month in _MONTHS], "B": _MONTHS, "p": ("am", "pm")}
_NUMBERS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]", "f": r"[0-9]{1,6}", "H": r"2[0-3]|[0-1]\d|\d", "I": r"1[0-2]|0[1-9]|[1-9]",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]", "m": r"1[0-2]|0[1-9]|[1-9]", "M": r"[0-5]\d|\d",
    "S": r"6[0-1]|[0-5]\d|\d", "U": r"5[0-3]|[0-4]\d|\d", "W": r"5[0-3]|[0-4]\d|\d", "V": r"5[0-3]|0[1-9]|[1-4]\d|\d", "w": "[0-6]",
    "u": "[1-7]", "y": r"\d\d", "Y": r"\d\d\d\d", "G": r"\d\d\d\d", "z": r"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)"}
_compiled = {}


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    """Days since the day before 1 January of the year 1; ValueError as datetime.date raises it."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    length = (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if not 1 <= day <= length:
        raise ValueError("day is out of range for month")
    return _days_before_year(year) + _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(number):
    year = number * 400 // 146097 + 1
    while _days_before_year(year) >= number:
        year -= 1
    while _days_before_year(year + 1) < number:
        year += 1
    left = number - _days_before_year(year)
    month = 12
    while _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) >= left:
        month -= 1
    return year, month, left - _BEFORE_MONTH[month] - (month > 2 and _is_leap(year))


def _zone_names():
    names = ["utc", "gmt"]
    if (first := time.tzname[0].lower()) not in names:
        names.append(first)
    if time.daylight:
        names.append(time.tzname[1].lower())
    return names


def _expression(format):
    """The regular expression that a format is: white space stands for any, a directive for a group of its name."""
    pattern = re.sub(r"\s+", r"\\s+", re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format))
    made = []
    at = 0
    while (percent := pattern.find("%", at)) >= 0:
        if percent + 1 == len(pattern):
            raise ValueError("stray %% in format '%s'" % format) from None
        made.append(pattern[at:percent])
        at = percent + 2
        letter = pattern[percent + 1]
        if letter in _NUMBERS:
            made.append("(?P<%s>%s)" % (letter, _NUMBERS[letter]))
        elif letter in _COMPOUND:
            made.append(_expression(_COMPOUND[letter]))
        elif letter in _LISTS or letter == "Z":
            names = _zone_names() if letter == "Z" else _LISTS[letter]
            made.append("(?P<%s>%s)" % (letter, "|".join(map(re.escape, sorted(names, key=len, reverse=True)))))
        elif letter == "%":
            made.append("%")
        else:
            raise ValueError("'%s' is a bad directive in format '%s'" % ("%" if letter == "\\" else letter, format)) from None
    return "".join(made) + pattern[at:]


def _match(format, text):
    """The first match of the format: a dict of letter -> text in the format's order, and the end; None when there is none."""
    key = format, time.tzname
    pattern = _compiled.get(key)
    if pattern is None:
        if len(_compiled) > 50:
            _compiled.clear()
        pattern = _compiled[key] = re.compile(_expression(format), re.IGNORECASE)
    found = pattern.match(text)
    return (None, 0) if found is None else (found.groupdict(), found.end())


def _parse_offset(text):
    """Seconds east of UTC and the microseconds beyond them."""
    if text == "Z":
        return 0, 0
    digits = text[1:].replace(":", "")
    whole, _, fraction = digits.partition(".")
    if text[3] == ":" and len(whole) >= 6 and text[6:7] != ":":
        raise ValueError(f"Inconsistent use of : in {text}")
    if text[3] != ":" and ":" in text:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(whole[:2]) * 3600 + int(whole[2:4]) * 60 + int(whole[4:6] or 0)
    micros = int((fraction + "000000")[:6])
    return (-seconds, -micros) if text[0] == "-" else (seconds, micros)


def _last(fields, letters):
    """The field among `letters` that stands last in the format, or None: it is the one that counts."""
    found = None
    for letter in fields:
        if letter in letters:
            found = letter
    return found


def _hour(fields):
    letter = _last(fields, "HI")
    if letter is None:
        return 0
    hour = int(fields[letter])
    if letter == "H":
        return hour
    return hour % 12 + (12 if fields.get("p", "").lower() == "pm" else 0)


def _weekday(fields):
    letter = _last(fields, "aAwu")
    if letter is None:
        return None
    if letter == "u":
        return int(fields[letter]) - 1
    return (int(fields[letter]) + 6) % 7 if letter == "w" else list(_LISTS[letter]).index(fields[letter].lower())


def _month(fields):
    letter = _last(fields, "bBm")
    if letter is None:
        return 1
    return int(fields[letter]) if letter == "m" else list(_LISTS[letter]).index(fields[letter].lower()) + 1


def _year(fields):
    letter = _last(fields, "Yy")
    if letter is None:
        return None
    year = int(fields[letter])
    if letter == "y":
        year += 2000 if year <= 68 else 1900
    return year


def _zone(fields):
    """tm_isdst that the zone's name tells: -1 unknown."""
    name = fields.get("Z", "").lower()
    if not name:
        return -1
    if name in ("utc", "gmt"):
        return 0
    names = [zone.lower() for zone in time.tzname]
    if names[0] == names[1] and time.daylight:
        return -1
    return names.index(name)


_WITH_WEEKDAY = "and a weekday directive ('%A', '%a', '%w', or '%u')."


def _check_iso(fields, year, weekday):
    if year is None and "G" in fields:
        if "V" not in fields or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' " + _WITH_WEEKDAY)
        if "j" in fields:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif "V" in fields and _last(fields, "UW") is None:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' " + _WITH_WEEKDAY)
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _iso_ordinal(year, week, weekday):
    """The ordinal of a day of an ISO week; ValueError where the year has no such week."""
    fourth = _ordinal(year, 1, 4)
    if week == 0:
        raise ValueError("Invalid week: 0")
    if week == 53:
        first_weekday = _days_before_year(year) % 7  # 0 is Monday
        if first_weekday != 3 and not (first_weekday == 2 and _is_leap(year)):
            raise ValueError(f"Invalid week: {week}")
    return fourth - (fourth - 1) % 7 + (week - 1) * 7 + weekday


def _day_of_week_number(year, week, weekday, first):
    """Day of the year of a weekday in a week counted from the year's first Sunday (first 6) or Monday (first 0)."""
    january_first = (_days_before_year(year) + 7) % 7
    position = (weekday - first) % 7
    if week == 0:
        return 1 + position - (january_first - first) % 7
    offset = (first - january_first) % 7
    return offset + (week - 1) * 7 + position + 1


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The fields of struct_time, the microseconds, and the microseconds of the UTC offset."""
    for index, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(index, type(argument)))
    fields, end = _match(format, data_string)
    if fields is None:
        raise ValueError("time data %r does not match format %r" % (data_string, format))
    if end != len(data_string):
        raise ValueError("unconverted data remains: %s" % data_string[end:])
    year, month, day, weekday = _year(fields), _month(fields), int(fields.get("d", 1)), _weekday(fields)
    offset, offset_micros = _parse_offset(fields["z"]) if "z" in fields else (None, 0)
    _check_iso(fields, year, weekday)
    day_of_year = int(fields["j"]) if "j" in fields else None
    leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap_day else 1900
    week = _last(fields, "UW")
    if day_of_year is None and weekday is not None:
        if week is not None:
            day_of_year = _day_of_week_number(year, int(fields[week]), weekday, 6 if week == "U" else 0)
        elif "G" in fields and "V" in fields:
            number = _iso_ordinal(int(fields["G"]), int(fields["V"]), weekday)
            year = _from_ordinal(number)[0]
            day_of_year = number - _days_before_year(year)
        if day_of_year is not None and day_of_year <= 0:
            year -= 1
            day_of_year += 366 if _is_leap(year) else 365
    if day_of_year is None:
        day_of_year = _ordinal(year, month, day) - _days_before_year(year)
    else:
        year, month, day = _from_ordinal(_days_before_year(year) + day_of_year)
    if weekday is None:
        weekday = (_ordinal(year, month, day) + 6) % 7
    if leap_day:
        year = 1900
    fraction = int((fields["f"] + "000000")[:6]) if "f" in fields else 0
    return (year, month, day, _hour(fields), int(fields.get("M", 0)), int(fields.get("S", 0)), weekday, day_of_year, _zone(fields),
            fields.get("Z"), offset), fraction, offset_micros


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The struct_time that the text holds by the format."""
    return time.struct_time(_strptime(data_string, format)[0])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """The datetime of class cls that the text holds by the format."""
    from datetime import timedelta, timezone
    fields, fraction, offset_micros = _strptime(data_string, format)
    name, offset = fields[-2:]
    arguments = fields[:6] + (fraction,)
    if offset is not None:
        delta = timedelta(seconds=offset, microseconds=offset_micros)
        arguments += (timezone(delta, name) if name else timezone(delta),)
    return cls(*arguments)
