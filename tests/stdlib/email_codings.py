# The two codings of mail by themselves.
import email.base64mime as b64
import email.quoprimime as qp
import random

print(b64.body_encode(b'x' * 100), b64.body_encode(b'abc', eol='\r\n'), b64.header_encode('é ü', 'utf-8'), b64.header_encode(b''), b64.header_length(b'abcd'), b64.decode('YWJj'))
print(qp.header_encode(b'a b=\xe9_?'), qp.header_decode('a_b=E9=3d'), qp.header_length(b'a b='), qp.body_length(b'a\xe9='), qp.quote('='), qp.unquote('=41'))
random.seed(5)
for _ in range(60):
    text = ''.join(random.choices('abc =\té\n\r', k=random.randrange(60)))
    for width in 4, 10, 76:
        coded = qp.body_encode(text, maxlinelen=width)
        print(repr(coded), repr(qp.decode(coded)))
for text in 'a=\nb', 'a=3D=3d=zz', 'x \n', 'end', '=41=', '':
    print(repr(qp.decode(text)))
try:
    qp.body_encode('a', 3)
except ValueError as error:
    print(error)
