# Errors whose place or choice depends on how CPython reads the text a second time.
import warnings

SOURCES = [
    "x = (1, \\\n", "x = [1,\n (2, \\\n", "x = 1, \\\n", "x = (f'''{1, \\\n", "a = '''\n\n''' + b'''\\\n", "s = '''\n'''\nt += ['''\\\n",
    "f('é', 'ü', 0777)", "value f'{a!x}'1 1\n", "with A(4) f'{a!x}' as ex:\n    pass\n", "f'{a! r}' b c", "f'{a!x:{b!y}}'",
    "try:\n    pass\nexcept E as e: print[T]\ndef f():\nx = 1\n", "print -1\nx = = 2\n", "obj.print[0]\nx = = 2\n", "exec[a]\ny y\n",
    "    x\ny = 1or 2\n", "x = 1\n  y\nz = 0x1for x in y\n", r'"foo\ x\x" | 1', r'"foo\ x" "b\q" | | 1',
]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "x", "exec")
            print(repr(source), "is right")
        except SyntaxError as e:
            print(repr(source), type(e).__name__, e.args)
        for w in caught:
            print("   ", w.category.__name__, w.lineno, w.message)
