"""A parser that takes a message in pieces. The work is done when it is closed."""

__all__ = ['FeedParser', 'BytesFeedParser']

import re

from email import errors

_header = re.compile(r'^(From |[\041-\071\073-\176]*:|[\t ])')
_line = re.compile(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+')


class FeedParser:
    """feed() text in pieces of any size, then close() gives the message."""

    def __init__(self, _factory=None, *, policy=None):
        if _factory is None:
            from email import message
            _factory = message.Message if policy is None else getattr(policy, 'message_factory', None) or message.Message
        self._factory = _factory
        self.policy = policy
        self._pieces = []
        self._headersonly = False

    def feed(self, data):
        """Take more text."""
        self._pieces.append(data)

    def close(self):
        """The message of all text."""
        lines = _line.findall(''.join(self._pieces))
        self._pieces = []
        message = self._parse(lines, 'text/plain')
        if not self._headersonly and message.get_content_maintype() == 'multipart' and not message.is_multipart():
            message.policy.handle_defect(message, errors.MultipartInvariantViolationDefect())
        return message

    def _new(self):
        if self.policy is not None:
            try:
                return self._factory(policy=self.policy)
            except TypeError:
                pass
        return self._factory()

    def _parse(self, lines, default_type):
        msg = self._new()
        if default_type != 'text/plain':
            msg.set_default_type(default_type)
        body = self._parse_headers(msg, lines)
        if self._headersonly:
            msg.set_payload(''.join(body))
            return msg
        kind = msg.get_content_type()
        if kind == 'message/delivery-status':
            self._parse_status(msg, body)
        elif msg.get_content_maintype() == 'message':
            msg.set_payload([self._parse(body, 'text/plain')])
        elif msg.get_content_maintype() == 'multipart':
            self._parse_multipart(msg, body)
        else:
            msg.set_payload(''.join(body))
        return msg

    def _parse_headers(self, msg, lines):
        """Fill in the headers; the lines of the body are the result."""
        name, parts = None, []

        def finish():
            if name is not None:
                msg.set_raw(*msg.policy.header_source_parse(parts))

        for i, line in enumerate(lines):
            if not _header.match(line):
                finish()
                if line.strip('\r\n'):
                    msg.policy.handle_defect(msg, errors.MissingHeaderBodySeparatorDefect())
                    return lines[i:]
                return lines[i + 1:]
            if line[0] in ' \t':
                if name is None:
                    msg.policy.handle_defect(msg, errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                parts.append(line)
                continue
            finish()
            name, parts = None, []
            if line.startswith('From '):
                if i == 0:
                    msg.set_unixfrom(line.rstrip('\r\n'))
                else:
                    msg.policy.handle_defect(msg, errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            colon = line.find(':')
            if colon == 0:
                msg.policy.handle_defect(msg, errors.InvalidHeaderDefect('Missing header name.'))
                continue
            name = line[:colon]
            parts = [line]
        finish()
        return []

    def _parse_status(self, msg, body):
        parts, block = [], []
        for line in body + ['\n']:
            if line.strip('\r\n'):
                block.append(line)
            elif block:
                parts.append(self._parse(block, 'text/plain'))
                block = []
        msg.set_payload(parts)

    def _parse_multipart(self, msg, body):
        boundary = msg.get_boundary()
        if boundary is None:
            msg.policy.handle_defect(msg, errors.NoBoundaryInMultipartDefect())
            msg.set_payload(''.join(body))
            return
        if str(msg.get('content-transfer-encoding', '8bit')).lower() not in ('7bit', '8bit', 'binary'):
            msg.policy.handle_defect(msg, errors.InvalidMultipartContentTransferEncodingDefect())
        separator = re.compile('(?P<sep>--' + re.escape(boundary) + r')(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$')
        preamble, parts, part, epilogue = [], [], None, None
        again = False       # does a line follow one that separates parts? Then it does not separate again
        for i, line in enumerate(body):
            found = separator.match(line) if line.startswith('--') else None
            if found and again:
                continue
            again = found is not None
            if not found:
                (preamble if part is None else part).append(line)
                continue
            if part is not None:
                parts.append(part)
            part = []
            if found['end']:
                epilogue = body[i + 1:]
                after = found['linesep']
                break
        if part is None:
            msg.policy.handle_defect(msg, errors.StartBoundaryNotFoundDefect())
            msg.set_payload(''.join(preamble))
            return
        if epilogue is None:
            msg.policy.handle_defect(msg, errors.CloseBoundaryNotFoundDefect())
            parts.append(part)
        elif after or epilogue:
            text = ''.join(epilogue)
            msg.epilogue = text
        if preamble:
            # the line end before the boundary belongs to it
            preamble[-1] = re.sub(r'(\r\n|\r|\n)$', '', preamble[-1])
            msg.preamble = ''.join(preamble)
        default = 'message/rfc822' if msg.get_content_type() == 'multipart/digest' else 'text/plain'
        children = []
        for lines in parts:
            if lines:
                lines[-1] = re.sub(r'(\r\n|\r|\n)$', '', lines[-1])
                if not lines[-1]:
                    del lines[-1]
            children.append(self._parse(lines, default))
        msg.set_payload(children)


class BytesFeedParser(FeedParser):
    """As FeedParser, for bytes."""

    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
