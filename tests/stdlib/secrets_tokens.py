# Tokens, bounds and the comparison of digests.
import secrets

print(secrets.__all__, secrets.DEFAULT_ENTROPY)
print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex()), len(secrets.token_hex(3)), secrets.token_bytes(0))
print(secrets.token_bytes() != secrets.token_bytes(), set(secrets.token_hex(200)) <= set("0123456789abcdef"))
print({secrets.randbelow(3) for _ in range(200)}, secrets.randbelow(1), secrets.choice([7]), secrets.randbits(0), 0 <= secrets.randbits(9) < 512)
print(secrets.compare_digest("abc", "abc"), secrets.compare_digest(b"abc", b"abd"), secrets.compare_digest(b"a", bytearray(b"a")), secrets.compare_digest("a", "ab"))
for f, args in [(secrets.randbelow, (0,)), (secrets.randbelow, (-1,)), (secrets.choice, ([],)), (secrets.token_bytes, (-1,)), (secrets.randbits, (-1,)),
                (secrets.compare_digest, ("é", "é"))]:
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
