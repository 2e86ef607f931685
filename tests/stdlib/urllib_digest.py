# Digest authentication of urllib.request against a server of its own, and stringprep's tables.
import hashlib
import http.server
import re
import stringprep
import threading
import urllib.error
import urllib.request


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        answer = self.headers.get('Authorization', '')
        fields = dict(re.findall(r'(\w+)="?([^",]*)"?', answer))
        secret = md5('me:place:secret')
        good = False
        if fields:
            asked = md5('GET:' + self.path)
            middle = f"{fields['nc']}:{fields['cnonce']}:auth:" if 'qop' in fields else ''
            good = fields['response'] == md5(f"{secret}:{fields['nonce']}:{middle}{asked}")
            seen.append((sorted(fields), fields.get('nc'), fields['uri'], fields.get('opaque'), good))
        self.send_response(200 if good else 401)
        if not good:
            qop = ', qop="auth-int,auth"' if 'qop' in self.path else ', qop="auth-int"' if 'int' in self.path else ''
            scheme = 'Odd' if 'odd' in self.path else 'Digest'
            algorithm = 'SHA-512' if 'sha' in self.path else 'MD5'
            self.send_header('WWW-Authenticate', f'{scheme} realm="place", nonce="n1", opaque="o", algorithm={algorithm}{qop}')
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'ok')

    def log_message(self, *args):
        pass


seen = []
server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
thread = threading.Thread(target=server.serve_forever, daemon=True)
thread.start()
base = f'http://127.0.0.1:{server.server_port}'
for password in 'secret', 'wrong':
    handler = urllib.request.HTTPDigestAuthHandler()
    handler.add_password('place', base, 'me', password)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), handler)
    for path in '/plain', '/qop?x=1', '/qop', '/int', '/odd', '/sha':
        try:
            print(path, opener.open(base + path).read())
        except (urllib.error.URLError, ValueError) as error:
            print(path, type(error).__name__, error)
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPDigestAuthHandler())
try:
    opener.open(base + '/plain')
except urllib.error.HTTPError as error:
    print(error)
    error.close()
server.shutdown()
server.server_close()
print(*seen, sep='\n')
print(urllib.request.HTTPDigestAuthHandler.__module__, urllib.request.ProxyDigestAuthHandler.handler_order, urllib.request.ProxyDigestAuthHandler.auth_header)

for name in sorted(vars(stringprep)):
    function = getattr(stringprep, name)
    if name.startswith('in_table'):
        print(name, [code for code in (0, 9, 32, 0x7f, 0xa0, 0xad, 0x221, 0x5d0, 0x627, 0x200b, 0x202a, 0x2028, 0x2ff0, 0xd800, 0xe000, 0xfdd0, 0xfffd, 0xe0001, 0x1f600)
                     if function(chr(code))])
    elif name.startswith('map_table'):
        print(name, [function(char) for char in 'AaßİÄſΣςͅK㎑ŉǰΐﬃᴬ𝐀Ⴀ'])
