# More decorators, links of a comparison, names and blocks than a frame has registers.
# test: heavy
log = []


def run(text):
    space = {'log': log}
    exec(text, space)
    return space


def d(n):
    log.append(n)

    def inner(f):
        log.append(-n)
        return lambda: f() + 1
    return inner


for n in (255, 256, 257, 300):
    log.clear()
    s = run('from __main__ import d\n' + ''.join(f'@d({i})\n' for i in range(n)) + 'def f(): return 0\n')
    print(n, s['f'](), log[:3], log[n - 1:n + 2], log[-2:], len(log))
    log.clear()
    s = run('@(lambda c: (log.append(c), c)[1])\n' * n + 'class C[T]: pass\n' if n % 2 else '@(lambda c: (log.append(c), c)[1])\n' * n + 'class C: pass\n')
    print(len(log), set(log) == {s['C']})
try:
    run('def d(f): return f\n' + '@d\n' * 300 + '@(1/0)\n' + '@d\n' * 5 + 'def f(): pass')
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_next.tb_lineno)
for n in (63, 64, 65, 66, 200):
    up = ' < '.join(str(i) for i in range(n + 1))
    broken = up.replace(f'< {n - 2} <', f'< {n - 2} > (log.append(1) or 0) <')
    s = run(f'a = {up}\nb = {broken}\nc = 1 if {up} else 2\nd = 1 if not ({up}) else 2\ndef f(x, y):\n    r = x < y < {up[4:]}\n    if x < y <= {up[4:]}: return r, (x := 9) < x\n    return r\n')
    print(n, s['a'], s['b'], s['c'], s['d'], len(log), s['f'](0, 0.5), s['f'](0, 1))
    log.clear()
s = run('def d(f): return f\n' + '@d\n' * 50000 + 'def f(): return 7\n')
print(s['f']())
s = run('x = ' + ' < '.join(map(str, range(40000))))
print(s['x'])
