# hmac: digests for keys of all lengths, names and constructors, copies, comparison, errors.
import hashlib
import hmac

for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512'):
    for key in (b'', b'key', b'k' * 64, b'k' * 200):
        print(name, len(key), hmac.new(key, b'message', name).hexdigest())
h = hmac.new(b'key', digestmod='sha256')
print(h.name, h.digest_size, h.block_size, h.hexdigest())
h.update(b'one')
other = h.copy()
h.update(bytearray(b'two'))
other.update(memoryview(b'two'))
print(h.digest() == other.digest(), h.hexdigest(), other.name)
for mod in (hashlib.sha256, 'SHA256', hashlib.new('sha256').name, hashlib.blake2b, lambda data=b'': hashlib.sha1(data)):
    made = hmac.new(b'key', b'x', mod)
    print(made.name, made.hexdigest()[:20])
print(hmac.digest(b'key', b'msg', 'sha512').hex() == hmac.new(b'key', b'msg', 'sha512').hexdigest(), hmac.digest(b'k', b'm', hashlib.md5).hex(), hmac.digest(bytearray(b'k'), b'', 'sha1').hex())
print(hmac.compare_digest('abc', 'abc'), hmac.compare_digest(b'abc', b'abd'), hmac.compare_digest(b'', b'a'), hmac.trans_5C[0], hmac.trans_36[1], hmac.HMAC.blocksize)
for action in (lambda: hmac.new(b'key'), lambda: hmac.new(b'key', b'x'), lambda: hmac.new('key', b'x', 'sha1'), lambda: hmac.new(b'k', 'x', 'sha1'), lambda: hmac.new(b'k', b'x', 'nothing'), lambda: hmac.new(None, b'x', 'md5'),
               lambda: hmac.new(b'k', b'x', 5), lambda: hmac.compare_digest('a', b'a'), lambda: hmac.compare_digest('\u00e4', 'a'), lambda: hmac.digest(b'k', 'm', 'md5'), lambda: hmac.digest(b'k', b'm', 'x'),
               lambda: h.update('text'), lambda: h.update(), lambda: hmac.new(), lambda: hmac.new(b'k', b'm', '')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
