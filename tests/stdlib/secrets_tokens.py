# secrets: sizes and alphabets of tokens, bounds of numbers, comparison, errors.
import secrets
import string

for n in (0, 1, 16, 33):
    token = secrets.token_bytes(n)
    print(n, type(token).__name__, len(token), len(secrets.token_hex(n)), len(secrets.token_urlsafe(n)))
print(len(secrets.token_bytes()), len(secrets.token_hex(None)), secrets.DEFAULT_ENTROPY)
print(set(secrets.token_hex(200)) <= set('0123456789abcdef'), set(secrets.token_urlsafe(200)) <= set(string.ascii_letters + string.digits + '-_'))
print(len({secrets.token_hex() for _ in range(50)}), all(0 <= secrets.randbelow(7) < 7 for _ in range(200)), {secrets.randbelow(2) for _ in range(100)}, secrets.randbelow(1))
print(all(secrets.randbits(5) < 32 for _ in range(100)), secrets.randbits(0), {secrets.choice('ab') for _ in range(100)} == {'a', 'b'}, secrets.choice([5]))
print(secrets.compare_digest('a', 'a'), secrets.compare_digest(b'a', b'b'), secrets.compare_digest(b'a', bytearray(b'a')), secrets.compare_digest('a', 'ab'), secrets.compare_digest('', ''))
print(sorted(secrets.__all__), type(secrets.SystemRandom()).__name__)
for action in (lambda: secrets.randbelow(0), lambda: secrets.randbelow(-1), lambda: secrets.choice([]), lambda: secrets.token_bytes(-1), lambda: secrets.token_hex('a'), lambda: secrets.compare_digest('a', b'a'),
               lambda: secrets.compare_digest('\u00e9', '\u00e9'), lambda: secrets.compare_digest(1, 1), lambda: secrets.randbits(-1), lambda: secrets.randbelow(1.5), lambda: secrets.choice(5), lambda: secrets.choice({1: 2})):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
