a + b * c - d ** -e ** f // g @ h % i / j
(a + b) * (c)
~a | b ^ c & d << e >> -f
not a and b or not c and (d or e)
a < b <= c != d == e > f >= g is h is not i in j not in k
a if b else c if d else e
lambda: 0
lambda a, b=1, /, c=2, *d, e, f=3, **g: (a, b)
lambda *, k: k
lambda *args: args
(x := 1)
f(y := 2, [z := 3])
a.b.c[d][e:f][::2, 1:, :, ...][*g, h](i)
a[b := 1]
f(a, *b, c, d=1, *e, **g, h=2)
f(x for x in y)
f(a, (x for x in y), b=(z for z in w))
[]
[a]
[a, *b, c,]
()
(a,)
(a, *b)
a, b
*a, b
{}
{a: b, **c, d: e,}
{a, *b}
[x for x in y if a if b for z in x]
{x async for x in y}
{k: v for k, v in x}
((yield))
[x async for x in y for *a, (b, c) in z]
await a ** 2
-await a
... is None is True is False
