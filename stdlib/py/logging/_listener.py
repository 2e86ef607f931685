"""The thread of logging.config.listen(): a server at a port of this machine that takes configurations.

A configuration is a length of four bytes, then so many bytes: a dict as JSON, or else the text of a file. One that fails is told
on standard error and changes nothing else; the server goes on until stopListening().
"""

import io
import json
import logging.config
import select
import struct
import threading
import traceback
from socketserver import StreamRequestHandler, ThreadingTCPServer


def apply_configuration(data):
    """Carries out a configuration that was sent."""
    text = data.decode("utf-8")
    try:
        config = json.loads(text)
    except ValueError:
        config = None
    try:
        if config is None:
            logging.config.fileConfig(io.StringIO(text))
        else:
            assert isinstance(config, dict)
            logging.config.dictConfig(config)
    except Exception:
        traceback.print_exc()


class ConfigStreamHandler(StreamRequestHandler):
    """One connection, which brings one configuration."""

    def handle(self):
        try:
            head = self._exactly(4)
            data = head and self._exactly(struct.unpack(">L", head)[0])
            if data is None:
                return
            if self.server.verify is not None:
                data = self.server.verify(data)
            if data is not None:
                apply_configuration(data)
            if self.server.ready:
                self.server.ready.set()
        except OSError as error:
            if error.errno != logging.config.RESET_ERROR:
                raise

    def _exactly(self, count):
        """So many bytes, None where the connection ends before them."""
        parts = []
        while count:
            part = self.connection.recv(count)
            if not part:
                return None
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


class ConfigSocketReceiver(ThreadingTCPServer):
    """The server; it looks once a second whether it shall end."""

    allow_reuse_address = True

    def __init__(self, port, ready, verify):
        super().__init__(("localhost", port), ConfigStreamHandler)
        self.abort = False
        self.ready = ready
        self.verify = verify

    def serve_until_stopped(self):
        while not self.abort:
            if select.select([self.socket.fileno()], [], [], 1)[0]:
                self.handle_request()
        self.server_close()


class Listener(threading.Thread):
    """The thread. ready is set when the server takes connections, and port is then the one that it has."""

    def __init__(self, port, verify, listeners):
        super().__init__()
        self.port = port
        self.verify = verify
        self.ready = threading.Event()
        self._listeners = listeners
        self._server = None

    def run(self):
        self._server = ConfigSocketReceiver(self.port, self.ready, self.verify)
        if self.port == 0:
            self.port = self._server.server_address[1]
        self.ready.set()
        with logging._lock:
            self._listeners.append(self)
        self._server.serve_until_stopped()

    def stop(self):
        self._server.abort = True
