# The enumerations of the package http, and mimetypes.
import http
import mimetypes

for status in http.HTTPStatus:
    print(status.value, status.name, status.phrase, status.description, [status.is_informational, status.is_success, status.is_redirection,
                                                                         status.is_client_error, status.is_server_error].index(True))
print(repr(http.HTTPStatus.OK), http.HTTPStatus(404), http.HTTPStatus.OK == 200, f'{http.HTTPStatus.OK}')
print([repr(m) + m.description for m in http.HTTPMethod], http.HTTPMethod.GET == 'GET', http.HTTPMethod('POST'))
try:
    http.HTTPStatus(999)
except ValueError as e:
    print(e)
for name in ('a.txt', 'a.html', 'a.tar.gz', 'a.tgz', 'a.PNG', 'a', 'a.unknown', 'http://h/x.css?q=1', 'data:text/html,x', 'a.json', 'a.py', 'b.svgz', 'a.xz', '.gz'):
    print(name, mimetypes.guess_type(name))
print(mimetypes.guess_extension('text/html'), mimetypes.guess_extension('image/jpeg'), mimetypes.guess_extension('no/such'))
mimetypes.add_type('x/y', '.xyzzy')
print(mimetypes.guess_type('f.xyzzy'), mimetypes.guess_all_extensions('x/y'))
