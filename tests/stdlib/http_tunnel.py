# CONNECT through a proxy, and what Host says of addresses and foreign names.
import http.client
import io


class Socket:
    def __init__(self, answer):
        self.answer = answer
        self.sent = b''

    def sendall(self, data):
        self.sent += data

    def makefile(self, *args):
        return io.BytesIO(self.answer)

    def setsockopt(self, *args):
        pass

    def close(self):
        pass


def ask(host, tunnel=None, answer=b'HTTP/1.1 200 OK\r\nX-Proxy: yes\r\n\r\n', headers=None, debug=0):
    connection = http.client.HTTPConnection(host)
    connection.set_debuglevel(debug)
    sock = Socket(answer)
    connection._create_connection = lambda *args: sock
    try:
        if tunnel:
            connection.set_tunnel(tunnel, headers=headers)
        connection.request('GET', '/path')
        print(sock.sent)
        if tunnel:
            print(connection.get_proxy_response_headers().items())
    except Exception as e:
        print(type(e).__name__, e, sock.sent)
    connection.close()


for host in ('h', 'h:8080', '[::1]', '[::1]:81', '[fe80::1%2]', 'bücher.example'):
    ask(host)
ask('proxy:3128', 'destination.example')
ask('proxy:3128', 'destination.example:8080', headers={'X-A': '1'})
ask('proxy:3128', 'bücher.example')
ask('proxy:3128', 'destination.example', answer=b'HTTP/1.1 407 No way\r\n\r\n')
ask('proxy:3128', 'destination.example', answer=b'')
ask('proxy:3128', 'destination.example', debug=1)
