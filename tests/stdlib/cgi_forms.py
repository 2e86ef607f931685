# The fields of forms, from queries and from bodies; parameters of headers.
import io
import warnings

warnings.simplefilter('ignore')
import cgi

for line in 'text/html', 'text/html; a="b;c"; D=e f', 'form-data; name="x"; filename="a\\"b.txt"', 'a;b;c=', 'x; y="q;\\"z;"; w=1':
    print(cgi.parse_header(line))
print(bool(cgi.valid_boundary('abc')), bool(cgi.valid_boundary(b'a b ')), bool(cgi.valid_boundary('é')))


def show(form):
    print(sorted(form.keys()), len(form), bool(form))
    for name in sorted(form.keys()):
        field = form[name]
        for one in field if isinstance(field, list) else [field]:
            print('  ', one.name, one.filename, repr(one.value), one.type, one.disposition, sorted((one.disposition_options or {}).items()), type(one).__name__, one.done if hasattr(one, 'done') else '')
        print('  ', form.getvalue(name), form.getfirst(name), form.getlist(name))


show(cgi.FieldStorage(environ={'REQUEST_METHOD': 'GET', 'QUERY_STRING': 'a=1&b=2&a=%C3%A9&c='}))
show(cgi.FieldStorage(environ={'QUERY_STRING': 'c='}, keep_blank_values=True))
body = b'x=1&y=two+words'
show(cgi.FieldStorage(io.BytesIO(body), environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': str(len(body)), 'QUERY_STRING': 'q=0'}))
body = (b'--XX\r\nContent-Disposition: form-data; name="t"\r\n\r\nline 1\r\nline 2\r\n--XX\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n'
        b'Content-Type: application/octet-stream\r\n\r\n\x00\xff\n--X\r\n\r\n--XX\r\nContent-Disposition: form-data; name="t"\r\n\r\n\xc3\xa9\r\n--XX\r\n'
        b'Content-Disposition: form-data; name="long"\r\n\r\n' + b'z' * 3000 + b'\r\n--XX--\r\n')
post = {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data; boundary=XX', 'CONTENT_LENGTH': str(len(body)), 'QUERY_STRING': ''}
show(cgi.FieldStorage(io.BytesIO(body), environ=post))
print(sorted((key, [len(value) for value in values]) for key, values in cgi.parse_multipart(io.BytesIO(body), {'boundary': b'XX', 'CONTENT-LENGTH': len(body).__str__()}).items()))
print(cgi.parse(io.BytesIO(b'a=1'), {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': '3', 'QUERY_STRING': 'a=2'}))
form = cgi.FieldStorage(environ={'QUERY_STRING': 'a=1'})
print(form, 'a' in form, 'z' in form, form.getvalue('z', 'no'), list(form))
for wrong in (lambda: form['z'], lambda: cgi.FieldStorage(headers=3), lambda: cgi.FieldStorage(io.BytesIO(), environ={**post, 'CONTENT_TYPE': 'multipart/form-data'}),
              lambda: cgi.FieldStorage(io.BytesIO(body), environ=post, max_num_fields=2), lambda: cgi.FieldStorage(io.StringIO('a'), environ={'REQUEST_METHOD': 'POST'})):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, str(error).partition(' at 0x')[0])
cgi.print_form(form)
cgi.print_environ({'A': '<b>'})
