# Addresses and dates.
import email, email.utils, email.message, email.policy
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.header import Header, decode_header, make_header
from email import encoders
from email.message import EmailMessage, Message
from email.utils import *
for x in ['a@b.c','A B <a@b.c>','"A, B" <a@b.c>','a@b.c (comment)','<a@b>','','A','Group: a@b, c@d;','A "Q" B <x@y>','"a b"@c.d', 'a@b@c', 'a b@c.d','x <a@b>, y <c@d>']: print(x, parseaddr(x), getaddresses([x]))
for x in [('','a@b'),('A B','a@b'),('A, B','a@b'),('A "B"','a@b'),('Ä','a@b')]: print(formataddr(x))
print(formatdate(0), formatdate(1e9,usegmt=True), parsedate('Mon, 20 Nov 1995 19:12:08 -0500'), parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500'), mktime_tz(parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500')), parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0000'), repr(parsedate_to_datetime('20 Nov 95 19:12 GMT')))
for x in ['','x','Mon','1 Jan','1 Jan 2020','1 Jan 2020 1:2','Thu, 1 Jan 2020 25:61:61 EST','2020-01-01 10:00:00']: print(x, parsedate_tz(x))
try: parsedate_to_datetime('x')
except ValueError as x: print(x)
from email.utils import quote
print(quote('a"b\\c'), unquote('"a\\"b"'), unquote('<x>'), encode_rfc2231('a b','utf-8','en'), decode_rfc2231("utf-8'en'a%20b"))
