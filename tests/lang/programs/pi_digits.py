# test: heavy
# Digits of pi and e, primes, perfect numbers, Collatz: integer work.
def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else: q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
it = pi_digits(); print("".join(str(next(it)) for _ in range(150)))
def e_digits(n):
    a = [1] * (n + 10); out = []
    for _ in range(n):
        c = 0
        for i in range(len(a) - 1, -1, -1): v = a[i] * 10 + c; c, a[i] = divmod(v, i + 2)
        out.append(c)
    return "2." + "".join(map(str, out))
print(e_digits(60))
def sieve(n):
    f = bytearray([1]) * (n + 1); f[:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if f[i]: f[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, x in enumerate(f) if x]
p = sieve(10000); print(len(p), p[-3:], sum(p), [q for q in p if str(q) == str(q)[::-1]][:20])
def factor(n):
    out = {}; d = 2
    while d * d <= n:
        while n % d == 0: out[d] = out.get(d, 0) + 1; n //= d
        d += 1
    if n > 1: out[n] = 1
    return out
print(factor(600851475143), factor(2 ** 20 * 3 ** 5), factor(9973), [6, 28, 496])
def is_prime(n):
    if n < 4: return n > 1
    d, s = n - 1, 0
    while d % 2 == 0: d //= 2; s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if a % n == 0: continue
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(60) if is_prime(n)], is_prime(2 ** 89 - 1), is_prime(2 ** 89 + 1), is_prime(10 ** 18 + 9), is_prime(3215031751))
def collatz(n):
    k = 0
    while n != 1: n = 3 * n + 1 if n & 1 else n // 2; k += 1
    return k
print(max(range(1, 3000), key=collatz), collatz(27), [collatz(2 ** k) for k in range(8)])
a, b = 0, 1
for i in range(1, 500):
    a, b = b, a + b
    if len(str(a)) == 50: print(i, a); break
print(sum(int(c) for c in str(2 ** 1000)), str(3 ** 200)[-10:], sum(x for x in range(1000) if not x % 3 or not x % 5))
