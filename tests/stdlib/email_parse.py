# Messages parsed, and EmailMessage.
import email, email.utils, email.message, email.policy
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.header import Header, decode_header, make_header
from email import encoders
from email.message import EmailMessage, Message
from email.utils import *
mm=MIMEMultipart('alternative',boundary='BOUND'); mm['Subject']='Multi'; mm.attach(MIMEText('plain')); mm.attach(MIMEText('<b>h</b>','html'))
s=mm.as_string(); p=email.message_from_string(s); print(p.is_multipart(), [x.get_content_type() for x in p.walk()], p.as_string()==s, p['subject'], p.get_boundary(), p.keys())
raw='From me\nReceived: a\n\tb\nSubject: =?utf-8?q?caf=C3=A9?= x\nX: 1\nX: 2\n\nBody\nline2\n'
p=email.message_from_string(raw); print(p.get_unixfrom(), p['received'], p.get_all('x'), decode_header(p['subject']), str(make_header(decode_header(p['subject']))), repr(p.get_payload()))
p=email.message_from_bytes(raw.encode(), policy=email.policy.default); print(type(p).__name__, p['subject'], p.get_content())
e=EmailMessage(); e['Subject']='Hi'; e['From']='A <a@b.c>'; e['To']='x@y.z, p@q.r'; e.set_content('Hello\nthere\n'); print(e.as_string()); print(e.get_content(), e.get_content_type())
e.add_alternative('<p>Hi</p>',subtype='html'); e.add_attachment(b'bytes',maintype='application',subtype='octet-stream',filename='d.bin'); print([x.get_content_type() for x in e.walk()], [x.get_filename() for x in e.iter_attachments()], e.get_body(('plain',)).get_content())
try: e['Subject']='again'
except ValueError as x: print(x)
try: e['X']='a\nb'
except ValueError as x: print(x)
