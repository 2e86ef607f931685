# Headers, parameters, payloads, defects.
import email, email.utils, email.message, email.policy
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.header import Header, decode_header, make_header
from email import encoders
from email.message import EmailMessage, Message
from email.utils import *
h=Header('Grüße','utf-8'); print(h.encode(), str(h)); print(Header('x'*30+' '+'y'*60,header_name='Subject').encode()); print(Header('ascii').encode(), Header('ä').encode(), Header('é','iso-8859-1').encode()); print(Header('long words '*12,header_name='Subject').encode())
print(decode_header('plain'), decode_header('=?iso-8859-1?q?p=F6stal?='), decode_header('a =?utf-8?b?w6Q=?= =?utf-8?b?w7Y=?= b'))
m=Message(); m['Content-Type']='text/html; charset="utf-8"; name=x.html'; print(m.get_params(), m.get_param('charset'), m.get_content_maintype(), m.get_content_subtype(), m.get_filename()); m.set_param('charset','ascii'); print(m['content-type']); m.del_param('name'); print(m['content-type']); m.set_type('text/plain'); print(m.items()); m.replace_header('content-type','a/b'); print(m.items(), len(m), 'x' in m, m.get('x','d'))
try: m.replace_header('zz','1')
except KeyError as x: print(repr(x))
m=Message(); m['A']='1'; m['a']='2'; del m['A']; print(m.items(), m.get_content_type(), m.get_payload(), str(m)); m.set_payload('text'); print(repr(m.as_string()), bytes(m))
m['Content-Transfer-Encoding']='quoted-printable'; m.set_payload('a=3Db=\nc=C3=A4'); print(m.get_payload(decode=True)); m.replace_header('Content-Transfer-Encoding','base64'); m.set_payload('aGVs\nbG8='); print(m.get_payload(decode=True))
try: MIMEText('x').attach(m)
except Exception as x: print(type(x).__name__, x)
p=email.message_from_string('Content-Type: multipart/mixed; boundary=X\n\npre\n--X\n\none\n--X\nA: b\n\ntwo\n\n--X--\nepi\n'); print(repr(p.preamble), repr(p.epilogue), [x.get_payload() for x in p.get_payload()], p.defects, p.as_string())
p=email.message_from_string('no header line\nbody'); print(p.defects, repr(p.get_payload()), p.items())
