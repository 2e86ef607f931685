"""The readers of dates and addresses, under the name by which some packages know them; email.utils has them."""

from .utils import mktime_tz, parsedate, parsedate_tz, quote

__all__ = ['mktime_tz', 'parsedate', 'parsedate_tz', 'quote']

_daynames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
_monthnames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split()
_timezones = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600, 'CDT': -500, 'MST': -700, 'MDT': -600,
              'PST': -800, 'PDT': -700}
