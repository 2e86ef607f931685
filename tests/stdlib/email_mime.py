# MIME messages made and written out.
import email, email.utils, email.message, email.policy
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.header import Header, decode_header, make_header
from email import encoders
from email.message import EmailMessage, Message
from email.utils import *
m=MIMEText('hello\nworld'); m['Subject']='Test'; m['From']='a@b.c'; m['To']='x@y.z'; print(m.as_string()); print(m.items())
m=MIMEText('grüße','plain','utf-8'); m['Subject']='Ünïcode subject'; print(m.as_string()); print(m.get_payload(decode=True), m.get_content_charset())
mm=MIMEMultipart('alternative',boundary='BOUND'); mm['Subject']='Multi'; mm.attach(MIMEText('plain')); mm.attach(MIMEText('<b>h</b>','html')); print(mm.as_string())
a=MIMEApplication(b'\0\1\2data',Name='f.bin'); a['Content-Disposition']='attachment; filename="f.bin"'; print(a.as_string()); print(a.get_filename(), a.get_content_disposition())
b=MIMEBase('application','octet-stream'); b.set_payload(b'abc'); encoders.encode_base64(b); b.add_header('Content-Disposition','attachment',filename='x y.txt'); print(b.as_string())
