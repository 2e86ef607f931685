"""Digest authentication (RFC 2617) for urllib.request: a server's challenge is answered by a hash of name, password and request."""

import os
import time

from urllib.error import HTTPError, URLError
from urllib.parse import urlparse
from urllib.request import BaseHandler, HTTPPasswordMgr, parse_http_list, parse_keqv_list


class AbstractDigestAuthHandler:
    """Answers demands for digest authentication; a request is tried again five times at most."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried = 0
        self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        challenge = headers.get(auth_header, None)
        if self.retried > 5:
            raise HTTPError(req.full_url, 401, 'digest auth failed', headers, None)
        self.retried += 1
        if challenge:
            scheme = challenge.split()[0]
            if scheme.lower() == 'digest':
                return self.retry_http_digest_auth(req, challenge)
            if scheme.lower() != 'basic':
                raise ValueError('AbstractDigestAuthHandler does not support the following scheme: %r' % scheme)

    def retry_http_digest_auth(self, req, auth):
        challenge = auth.split(' ', 1)[1]
        answer = self.get_authorization(req, parse_keqv_list(filter(None, parse_http_list(challenge))))
        if not answer:
            return None
        value = 'Digest ' + answer
        if req.headers.get(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        """A number of the client's own, against prepared answers."""
        import hashlib
        seed = '%s:%s:%s:' % (self.nonce_count, nonce, time.ctime())
        return hashlib.sha1(seed.encode('ascii') + os.urandom(8)).hexdigest()[:16]

    def get_authorization(self, req, chal):
        """The value of the header that answers a challenge; None where nothing fits."""
        if 'realm' not in chal or 'nonce' not in chal:
            return None
        realm, nonce = chal['realm'], chal['nonce']
        qop, algorithm, opaque = chal.get('qop'), chal.get('algorithm', 'MD5'), chal.get('opaque', None)
        digest, keyed = self.get_algorithm_impls(algorithm)
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if user is None:
            return None
        entity = self.get_entity_digest(req.data, chal) if req.data is not None else None
        secret = digest('%s:%s:%s' % (user, realm, password))
        asked = digest('%s:%s' % (req.get_method(), req.selector))
        if qop is None:
            response = keyed(secret, '%s:%s' % (nonce, asked))
        elif 'auth' in qop.split(','):
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            count, own = '%08x' % self.nonce_count, self.get_cnonce(nonce)
            response = keyed(secret, '%s:%s:%s:auth:%s' % (nonce, count, own, asked))
        else:
            raise URLError("qop '%s' is not supported." % qop)
        parts = ['username="%s"' % user, 'realm="%s"' % realm, 'nonce="%s"' % nonce, 'uri="%s"' % req.selector, 'response="%s"' % response]
        if opaque:
            parts.append('opaque="%s"' % opaque)
        if entity:
            parts.append('digest="%s"' % entity)
        parts.append('algorithm="%s"' % algorithm)
        if qop:
            parts.append('qop=auth, nc=%s, cnonce="%s"' % (count, own))
        return ', '.join(parts)

    def get_algorithm_impls(self, algorithm):
        """Two functions: a text's hash in hex digits, and that of a secret and a text."""
        import hashlib
        names = {'MD5': 'md5', 'SHA': 'sha1', 'SHA-256': 'sha256'}
        if algorithm not in names:
            raise ValueError('Unsupported digest authentication algorithm %r' % algorithm)
        make = getattr(hashlib, names[algorithm])

        def digest(text):
            return make(text.encode('ascii')).hexdigest()
        return digest, lambda secret, text: digest('%s:%s' % (secret, text))

    def get_entity_digest(self, data, chal):
        return None     # of the quality auth-int, which is not offered


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Logs in at servers."""

    auth_header = 'Authorization'
    handler_order = 490         # before basic authentication

    def http_error_401(self, req, fp, code, msg, headers):
        retry = self.http_error_auth_reqed('www-authenticate', urlparse(req.full_url)[1], req, headers)
        self.reset_retry_count()
        return retry


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Logs in at proxies."""

    auth_header = 'Proxy-Authorization'
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        retry = self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)
        self.reset_retry_count()
        return retry


for _class in AbstractDigestAuthHandler, HTTPDigestAuthHandler, ProxyDigestAuthHandler:
    _class.__module__ = 'urllib.request'
