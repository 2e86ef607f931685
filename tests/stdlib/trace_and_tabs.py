# trace: counts, lines, functions, callers; tabnanny.
import os
import sys
import tempfile
import tabnanny
import trace

SOURCE = '''"""A module."""


def add(n):
    """Sum."""
    total = 0
    for i in range(n):
        total += i
    if n > 100:
        print('never')
    return total


class Box:
    def fill(self):
        return add(2)


def all():
    print(add(3), Box().fill())
'''
with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    sys.path.insert(0, top)
    with open('counted.py', 'w') as file:
        file.write(SOURCE)
    import counted

    def short(key):
        return tuple(os.path.basename(str(part)) for part in key)

    tracer = trace.Trace(count=1, trace=0)
    tracer.runfunc(counted.all)
    results = tracer.results()
    print(sorted((*short(key), n) for key, n in results.counts.items()))
    results.write_results(show_missing=True, summary=False, coverdir=top)
    with open('counted.cover') as file:
        print(file.read())
    trace.Trace(count=0, trace=1).runfunc(counted.add, 1)
    tracer = trace.Trace(count=0, trace=0, countfuncs=1)
    tracer.runfunc(counted.all)
    print(sorted(short(key) for key in tracer.results().calledfuncs))
    tracer = trace.Trace(count=0, trace=0, countcallers=1)
    tracer.runctx('counted.all()', {'counted': counted})
    print(sorted((short(a)[1:], short(b)[1:]) for a, b in tracer.results().callers if 'counted' in a[1]))
    first = trace.Trace(count=1, trace=0)
    print(first.runfunc(counted.add, 2))
    merged = first.results()
    merged.update(results)
    print(sum(merged.counts.values()) == sum(results.counts.values()) + sum(first.counts.values()), trace.Trace(ignoremods=['counted']).runfunc(counted.add, 1))

    for name, text in {'clean.py': 'if 1:\n\tx = 1\n\ty = 2\n', 'mixed.py': 'if 1:\n        x = 1\n\ty = 2\n', 'wrong.py': 'if 1:\n  x\n y\n'}.items():
        with open(name, 'w') as file:
            file.write(text)
        tabnanny.verbose = 1
        try:
            tabnanny.check(name)
        except SystemExit as end:
            print('ends', end.code)
        tabnanny.verbose = 0
    with open('mixed.py') as file:
        import tokenize
        try:
            tabnanny.process_tokens(tokenize.generate_tokens(file.readline))
        except tabnanny.NannyNag as nag:
            print(nag.get_lineno(), nag.get_msg(), repr(nag.get_line()))
        except IndentationError as error:
            print(error)
    os.chdir('/')
