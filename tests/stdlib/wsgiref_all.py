# WSGI: headers, util, handlers on streams, and a server that is asked.
import io
import sys
import threading
import urllib.request
from wsgiref import handlers, headers, simple_server, util
import wsgiref.types

h = headers.Headers([('Content-Type', 'text/plain')])
h.add_header('Content-Disposition', 'attachment', filename='bud "x".gif', inline_now=None)
h['X'] = '1'
h['x'] = '2'
print(h, bytes(h), len(h), h.get('X'), h.get_all('x'), 'none' in h, h.setdefault('Y', 'q'), h.keys(), repr(h))
for wrong in (lambda: headers.Headers(()), lambda: h.__setitem__('a', 1)):
    try:
        wrong()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)

env = {'PATH_INFO': '/a//b/c', 'SCRIPT_NAME': ''}
util.setup_testing_defaults(env)
print(util.request_uri(env), util.application_uri(env), util.guess_scheme({'HTTPS': 'on'}), util.is_hop_by_hop('TE'))
while (name := util.shift_path_info(env)) is not None:
    print(repr(name), env['SCRIPT_NAME'], env['PATH_INFO'])
env = {'HTTP_HOST': 'h:81', 'QUERY_STRING': 'q=1', 'PATH_INFO': '/é;x', 'SCRIPT_NAME': '/s'}
util.setup_testing_defaults(env)
print(util.request_uri(env), util.request_uri(env, False), list(util.FileWrapper(io.BytesIO(b'abcde'), 2)))


def app(environ, start_response):
    if environ['PATH_INFO'] == '/bad':
        raise ValueError('bad')
    write = start_response('200 OK', [('Content-Type', 'text/plain')])
    if environ['PATH_INFO'] == '/write':
        write(b'written ')
    body = environ['wsgi.input'].read(int(environ.get('CONTENT_LENGTH') or 0))
    return [b'%s %s ' % (environ['REQUEST_METHOD'].encode(), environ['PATH_INFO'].encode('latin1')), environ.get('QUERY_STRING', '').encode(), body]


def run(application, **environ):
    util.setup_testing_defaults(environ)
    out, err = io.BytesIO(), io.StringIO()
    handler = handlers.SimpleHandler(io.BytesIO(b'body'), out, err, environ)
    handler.os_environ = {}
    handler.http_version = '1.1'
    handlers.time = type('time', (), {'time': lambda: 0.0, 'gmtime': __import__('time').gmtime})
    handler.run(application)
    print(out.getvalue(), err.getvalue().splitlines()[-1:])


for path in '/', '/write', '/bad':
    run(app, PATH_INFO=path, CONTENT_LENGTH='4', REQUEST_METHOD='POST')
run(lambda environ, start: [start('200 OK', [('Connection', 'close')])])
run(lambda environ, start: [start('20 OK', [])])
run(lambda environ, start: [start('200 OK', []) and b'one'])
run(lambda environ, start: environ['wsgi.file_wrapper'](io.BytesIO(b'x' * 10)) if start('200 OK', []) else None)
out = io.BytesIO()
env = {}
util.setup_testing_defaults(env)
handlers.BaseCGIHandler(io.BytesIO(), out, sys.stderr, env).run(app)
print(out.getvalue())


class Quiet(simple_server.WSGIRequestHandler):
    def log_message(self, format, *args):
        print(format % args)


with simple_server.make_server('127.0.0.1', 0, app, handler_class=Quiet) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    base = 'http://127.0.0.1:%d' % server.server_port
    with urllib.request.urlopen(base + '/x%20y?a=1', b'data') as answer:
        print(answer.status, answer.headers['Content-Type'], answer.read())
    server.shutdown()
    thread.join()
