"""Settings of language and country. Only the C locale (and C.UTF-8 by the names that mean it) can be set; number formats are those of C."""

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str", "atof", "atoi", "format_string",
           "currency", "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_MESSAGES", "LC_ALL", "CHAR_MAX", "getencoding",
           "delocalize", "localize", "resetlocale"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

_SETTABLE = ("C", "POSIX", "", "C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8")
_current = ["C.UTF-8"] + ["C"] * 5


class Error(Exception):
    __module__ = "locale"


def setlocale(category, locale=None):
    """The locale of a category; with a second argument it is set first."""
    if not isinstance(category, int) or not 0 <= category <= LC_ALL:
        raise Error("unsupported locale setting" if locale is not None else "locale query failed")
    if locale is not None:
        if not isinstance(locale, (_str, type(None))):
            try:
                language, encoding = locale
            except (TypeError, ValueError):
                raise TypeError("Locale must be None, a string, or an iterable of two strings -- "
                                "language code, encoding.") from None
            locale = (language or "C") + ("." + encoding if encoding else "")
        if category == LC_ALL and ";" in locale:    # as a query of all categories gives it
            names = [item.partition("=")[2] for item in locale.split(";")]
            if len(names) < LC_ALL or any(name not in _SETTABLE for name in names[:LC_ALL]):
                raise Error("unsupported locale setting")
            _current[:] = [name or "C.UTF-8" for name in names[:LC_ALL]]
            return setlocale(LC_ALL)
        if locale not in _SETTABLE:
            raise Error("unsupported locale setting")
        name = locale or "C.UTF-8"
        for place in range(LC_ALL) if category == LC_ALL else [category]:
            _current[place] = name
    if category != LC_ALL:
        return _current[category]
    if len(set(_current)) == 1:
        return _current[0]
    names = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
    order = dict(zip(names, _current))
    return ";".join(f"{name}={order[name]}" for name in names) + ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C"


# What nl_langinfo() takes, by the C library's numbers, and what the C locale says of it. Days begin on Sunday.
_ITEMS = {14: "UTF-8", 65536: ".", 65537: "", 131110: "AM", 131111: "PM", 131112: "%a %b %e %H:%M:%S %Y", 131113: "%m/%d/%y", 131114: "%H:%M:%S",
          131115: "%I:%M:%S %p", 131116: "", 131118: "", 131119: "", 131120: "", 131121: "", 262159: "-", 327680: "^[yY]", 327681: "^[nN]"}
CODESET, RADIXCHAR, THOUSEP, CRNCYSTR, YESEXPR, NOEXPR = 14, 65536, 65537, 262159, 327680, 327681
AM_STR, PM_STR, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, ERA = range(131110, 131117)
ERA_D_FMT, ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT = range(131118, 131122)
for _number, _name in enumerate("Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(), 1):
    globals().update({f"ABDAY_{_number}": 131071 + _number, f"DAY_{_number}": 131078 + _number})
    _ITEMS.update({131071 + _number: _name[:3], 131078 + _number: _name})
for _number, _name in enumerate("January February March April May June July August September October November December".split(), 1):
    globals().update({f"ABMON_{_number}": 131085 + _number, f"MON_{_number}": 131097 + _number})
    _ITEMS.update({131085 + _number: _name[:3], 131097 + _number: _name})
del _number, _name


def nl_langinfo(key, /):
    """What the locale says of a thing, such as the format of dates D_FMT or the day ABDAY_1."""
    import operator
    key = operator.index(key)
    if key not in _ITEMS:
        raise ValueError("unsupported langinfo constant")
    if key == CODESET and not _current[LC_CTYPE].upper().replace("-", "").endswith("UTF8"):
        return "ANSI_X3.4-1968"
    return _ITEMS[key]


_str = str


def resetlocale(category=LC_ALL):
    """Sets the default locale."""
    setlocale(category, "")


def getlocale(category=LC_CTYPE):
    """(language code, encoding) of a category."""
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    if name in ("C", "POSIX"):
        return None, None
    language, _, encoding = name.partition(".")
    return ("en_US" if language == "C" else language), encoding.upper().replace("UTF8", "UTF-8") or None


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    """(language code, encoding) that the environment asks for."""
    import os
    for variable in envvars:
        value = os.environ.get(variable)
        if value:
            value = value.split(":")[0]
            language, _, encoding = value.partition(".")
            if language in ("C", "POSIX"):
                return (None, None) if not encoding else ("en_US", "UTF-8")
            return language, encoding.upper().replace("UTF8", "UTF-8") or "ISO8859-1"
    return None, None


def getpreferredencoding(do_setlocale=True):
    """The encoding of text."""
    return "utf-8" if __import__("sys").flags.utf8_mode else "UTF-8"


def getencoding():
    """The encoding of the locale."""
    return "UTF-8"


def normalize(localename):
    """A locale's full name."""
    name, _, encoding = localename.partition(".")
    short = name.lower()
    if short in ("c", "posix"):
        return "C" if not encoding else "en_US.UTF-8"
    if short == "en" or short == "english":
        name = "en_US"
    if not encoding:
        return name + ".ISO8859-1" if "_" in name else localename
    return f"{name}.{encoding.upper().replace('UTF8', 'UTF-8')}"


def localeconv():
    """The conventions for numbers and money."""
    unset = dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"),
                          CHAR_MAX)
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [], "positive_sign": "",
            "negative_sign": "", **unset, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(os1, os2, /):
    """Compares two texts: below, equal to or above 0."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A text whose plain order is the locale's."""
    return string


def format_string(f, val, grouping=False, monetary=False):
    """f % val with the locale's decimal point, and its grouping if asked for. Values to spare are left out."""
    import re
    from collections.abc import Mapping
    directive = re.compile(r"%(?:\(.*?\))?([-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")
    if isinstance(val, Mapping):
        return directive.sub("%s", f) % tuple("%" if m[0][-1] == "%" else m[0] % val for m in directive.finditer(f))
    if not isinstance(val, tuple):
        val = (val,)
    texts, at = [], 0
    for m in directive.finditer(f):
        if m[0][-1] == "%":
            texts.append("%")
            continue
        val[at]
        size = 1 + m[1].count("*")
        texts.append(m[0] % val[at:at + size])
        at += size
    return directive.sub("%s", f) % tuple(texts)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money; C has no currency."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text."""
    return format_string("%.12g", val)


def delocalize(string):
    """A number's text as float() takes it."""
    return string


def localize(string, grouping=False, monetary=False):
    """A number's text as the locale writes it."""
    return string


def atof(string, func=float):
    """The float of a text."""
    return func(delocalize(string))


def atoi(string):
    """The int of a text."""
    return int(delocalize(string))
