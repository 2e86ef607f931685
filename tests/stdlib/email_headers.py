# The newer side of email: header objects of policy.default, their folding, content managers, strict policies, and what of it meets the older side.
import datetime
import email
import pickle
import re
from email import contentmanager, errors, headerregistry, policy
from email.header import Header, decode_header, make_header
from email.headerregistry import Address, Group, HeaderRegistry
from email.message import EmailMessage, Message
from email.mime.text import MIMEText


def hide(text):
    """The text with its random boundaries named alike."""
    return re.sub(r'=+\d{10,}=+', 'BOUNDARY', text)


make = HeaderRegistry()
for name, value in [
    ('From', '"Jé, D." <a@b.c>'), ('To', 'Joe Q Public <j@x.org>, Grp: a@b, "q r"@c.d;, (cmt) <x@[1.2.3.4]>'), ('To', 'Ja é B <a@b>'),
    ('To', 'bad address'), ('Cc', 'a@b,,c@d'), ('Cc', 'merwok . wok @ example.com'), ('Cc', '"" <>'), ('Sender', '=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_x?= <a@b>'),
    ('Subject', 'a  bé =?utf-8?q?x=C3=A9?= =?utf-8?q?y?= z'), ('Subject', '=?utf-8?b?w7w=?='), ('Subject', 'word ' * 30), ('Subject', 'ü' * 60),
    ('Subject', 'x' * 100), ('X-Odd', '=?unknown?q?a?= b'), ('Content-Type', 'text/plain; charset="utf-8"; name*=utf-8\'\'a%20b; x=y'),
    ('Content-Type', 'image/png/x'), ('Content-Type', 'TEXT/HTML; Charset=ascii (comment)'), ('Content-Type', ''),
    ('Content-Disposition', 'attachment; filename="foo é.txt"'), ('Content-Disposition', 'attachment; filename*0="long "; filename*1="name.txt"'),
    ('Content-Disposition', 'attachment; filename="' + 'n' * 90 + '.txt"'), ('Content-Transfer-Encoding', '7BIT (x)'), ('MIME-Version', '1.0 (produced)'),
    ('MIME-Version', ''), ('Message-ID', '<a.b@c.d>'), ('Date', 'Mon, 20 Nov 1995 19:12:08 -0500'), ('Date', 'never'), ('Resent-Date', ''),
]:
    header = make(name, value)
    print(name, repr(str(header)), [type(defect).__name__ for defect in header.defects], header.max_count, type(header).__name__)
    print('   ', repr(header.fold(policy=policy.default)))
    for attribute in 'addresses groups datetime content_type params content_disposition cte version'.split():
        if hasattr(header, attribute):
            print('   ', attribute, getattr(header, attribute))
print(make('Date', datetime.datetime(2020, 5, 6, 7, 8, 9)), make('To', [Address('A', 'b', 'c'), Group('G', [Address('', 'd', 'e')])]))
print(make('Sender', 'a@b').address, pickle.loads(pickle.dumps(make('To', 'a <b@c>'))).addresses)

print(repr(Address('a', 'b', 'c')), Address('x, y', 'b c', 'd'), Address(addr_spec='u@v'), Address('Jo'), Group('g, h'), Address('a', 'b', 'c') == Address('a', 'b', 'c'))
for wrong in [lambda: Address('a', 'b', 'c', 'd@e'), lambda: Address('a', addr_spec='bad'), lambda: Address('a', 'b\n', 'c'), lambda: Address('', addr_spec='x@y z'),
              lambda: make('Sender', 'a@b, c@d').address]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

msg = EmailMessage()
msg['Subject'] = 'Grüße aus München, where the sun shines on every second day of the week and more'
msg['From'] = Address('Jörg', 'joerg', 'example.com')
msg['To'] = [Address('A B', 'a', 'b.c'), Address('', 'x', 'y.z')]
msg['Message-ID'] = '<1@example.com>'
msg.set_content('hello\nwörld\n')
msg.add_alternative('<p>hi</p>', subtype='html')
msg.get_payload()[1].add_related(b'\x89PNG', 'image', 'png', cid='<cid1>')
msg.add_attachment(b'abc', maintype='application', subtype='octet-stream', filename='f.bin')
msg.add_attachment('späße', filename='nöte.txt')
print(hide(msg.as_string()))
print(hide(msg.as_bytes().decode('latin-1')) == hide(msg.as_string()))
back = email.message_from_bytes(msg.as_bytes(), policy=policy.default)
print(repr(back['subject']), back['from'].addresses, back.get_body(('plain',)).get_content(), back.get_body().get_content_type())
for part in back.iter_attachments():
    print(part.get_filename(), repr(part.get_content()), part.is_attachment(), part['content-disposition'].params)
print([part.get_content_type() for part in back.walk()])
for name, value in [('Subject', 'again'), ('X', 'a\nb')]:
    try:
        msg[name] = value
    except ValueError as error:
        print(error)

for args, kw in [(('x' * 200 + '\n',), {}), (('é' * 100,), {}), (('a = b\n',), {'cte': 'quoted-printable'}), (('t',), {'cte': 'base64', 'subtype': 'x-y', 'params': {'format': 'flowed'}}),
                 ((b'raw',), {'maintype': 'a', 'subtype': 'b', 'cte': '7bit', 'headers': ['X-A: 1']}), ((b'1',), {}), ((3,), {}), (('t',), {'cte': 'odd'})]:
    part = EmailMessage()
    try:
        part.set_content(*args, **kw)
        print(part.as_string())
    except Exception as error:
        print(type(error).__name__, error)
inner = EmailMessage()
inner.set_content(msg)
print(inner['content-type'], inner['content-transfer-encoding'], inner.get_content() is msg)
manager = contentmanager.ContentManager()
manager.add_set_handler(list, lambda m, obj: m.set_payload(','.join(obj)))
manager.add_get_handler('text/plain', lambda m: m.get_payload().split(','))
part = EmailMessage()
part.set_content(['a', 'b'], content_manager=manager)
print(part.get_content(content_manager=manager))

for text in ['Content-Type: multipart/mixed\n\nbody', ' first\nA: b\n\n', 'A: b\nno colon\n', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n']:
    print([type(defect).__name__ for defect in email.message_from_string(text, policy=policy.default).defects])
    try:
        email.message_from_string(text, policy=policy.strict)
    except errors.MessageDefect as error:
        print('raised', type(error).__name__)
print(policy.SMTP.fold('Subject', 'é' * 30), policy.SMTPUTF8.fold('Subject', 'é').encode(), policy.default.clone(max_line_length=20).fold('Subject', 'one two three four five'))
print((policy.default + policy.strict).raise_on_defect, policy.HTTP.max_line_length, policy.compat32.fold_binary('A', 'b'))
try:
    policy.Policy()
except TypeError:
    print('abstract')

# Header and compat32
for text, charset in [('Grüße ' * 20, 'utf-8'), ('Grüße', 'iso-8859-1'), ('plain words; with, splits ' * 8, None), ('x' * 90, None), ('本', 'shift_jis'), ('a\n\tb', None)]:
    header = Header(text, charset, header_name='Subject')
    print(repr(header.encode()), str(header) == text)
header = Header('Re:', 'us-ascii')
header.append('Übung', 'iso-8859-1')
header.append('now')
print(header.encode(), '|', header, '|', decode_header(header), make_header(decode_header(header.encode())))
old = MIMEText('text', 'plain', 'utf-8')
old['Subject'] = 'Long subject with an ümlaut that goes on and on until a line is not enough for it'
old['Received'] = 'from a.example.com (a.example.com [1.2.3.4]) by b.example.com with ESMTP id 12345; Mon, 20 Nov 1995 19:12:08 -0500'
print(old.as_string())
raw = email.message_from_bytes('Subject: é\n\nbody é\n'.encode())
print(type(raw['subject']).__name__, raw['subject'], raw.as_bytes(), repr(raw.as_string()))
for payload in [b'YWJj', b'YWJjZA', b'YW*Jj', b'abcde', b'begin 666 x\n#86)C\n \nend\n']:
    message = Message()
    message['Content-Transfer-Encoding'] = 'uuencode' if payload.startswith(b'begin') else 'base64'
    message.set_payload(payload)
    print(message.get_payload(decode=True), message.defects)
