# smtplib against a small server on loopback: greeting, features, logging in, sending, refusals.
import base64
import email.message
import smtplib
import socket
import threading

listener = socket.create_server(('127.0.0.1', 0))
port = listener.getsockname()[1]
heard = []


def serve(script):
    conn, _ = listener.accept()
    with conn, conn.makefile('rb') as lines:
        conn.sendall(b'220 ready\r\n')
        body = False
        for line in lines:
            text = line.decode().rstrip('\r\n')
            heard.append(text)
            if body:
                if text != '.':
                    continue
                body = False
                conn.sendall(b'250 taken\r\n')
                continue
            word = text.split(':')[0].split()[0].upper() if text else ''
            answer = script.get(text, script.get(word, '502 what?'))
            body = answer.startswith('354')
            conn.sendall(answer.replace('\n', '\r\n').encode() + b'\r\n')
            if word == 'QUIT':
                return


def session(script, talk):
    heard.clear()
    thread = threading.Thread(target=serve, args=(script,))
    thread.start()
    try:
        talk()
    except smtplib.SMTPException as error:
        print(type(error).__name__, error.args)
    thread.join()
    print(heard)


usual = {'EHLO': '250-here\n250-SIZE 1000\n250-AUTH PLAIN LOGIN CRAM-MD5\n250 HELP', 'MAIL': '250 ok', 'RCPT': '250 ok', 'rcpt TO:<no@x>': '550 nobody', 'DATA': '354 go',
         'QUIT': '221 bye', 'RSET': '250 fresh', 'NOOP': '250 still here', 'VRFY': '252 maybe', 'HELP': '214 help yourself', 'AUTH': '334 ' + base64.b64encode(b'challenge').decode()}


def plain():
    with smtplib.SMTP('127.0.0.1', port, local_hostname='me') as client:
        print(client.ehlo(), sorted(client.esmtp_features.items()), client.has_extn('SIZE'))
        print(client.sendmail('a@x', ['b@x', 'no@x'], 'Subject: hi\n\n.point\nend'))
        print(client.noop(), client.verify('Name <v@x>'), client.help(), client.docmd('odd', 'thing'))


def message():
    client = smtplib.SMTP('127.0.0.1', port, local_hostname='me')
    letter = email.message.EmailMessage() if hasattr(email.message, 'EmailMessage') else email.message.Message()
    letter['From'] = 'Me <me@x>'
    letter['To'] = 'You <you@x>, other@x'
    letter['Bcc'] = 'secret@x'
    letter['Subject'] = 'test'
    letter.set_payload('body\n')
    print(client.send_message(letter))
    print(client.quit())


def refused():
    with smtplib.SMTP('127.0.0.1', port, local_hostname='me') as client:
        client.sendmail('a@x', 'no@x', 'x')


def login():
    with smtplib.SMTP('127.0.0.1', port, local_hostname='me') as client:
        print(client.login('user', 'word'))


def helo_only():
    with smtplib.SMTP('127.0.0.1', port, local_hostname='me') as client:
        print(client.sendmail('a@x', 'b@x', b'x'), client.does_esmtp)
        client.login('a', 'b')


session(usual, plain)
session(usual, message)
session(usual, refused)
answer = smtplib.SMTP.auth_cram_md5(type('Who', (), {'user': 'user', 'password': 'word'}), b'challenge')
session({**usual, base64.b64encode(answer.encode()).decode(): '235 in'}, login)
session({**usual, 'AUTH': '535 no'}, login)
session({**usual, 'EHLO': '500 no', 'HELO': '250 hello'}, helo_only)
listener.close()
try:
    smtplib.SMTP().noop()
except smtplib.SMTPServerDisconnected as error:
    print(error)
print(smtplib.quoteaddr('Me <a@b>'), smtplib.quoteaddr('<>'), smtplib.quoteaddr(''), repr(smtplib.quotedata('.a\n.b\rc\r\nd')))
try:
    smtplib.SMTP().putcmd('mail\r\nquit')
except ValueError as error:
    print(error)
print([c.__name__ for c in smtplib.SMTPSenderRefused.__mro__])
