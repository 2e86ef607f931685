import cmd, code, codeop, io, sys
class C(cmd.Cmd):
    intro = 'Hello'
    use_rawinput = 0
    def do_add(self, arg):
        "Adds numbers.\n\nAll of them."
        print(sum(map(int, arg.split())), file=self.stdout)
    def do_undoc(self, arg): pass
    def help_topic(self): self.stdout.write('about topic\n')
    def do_EOF(self, arg): return True
out = io.StringIO()
C(stdin=io.StringIO('add 1 2\n\nhelp\n?add\nhelp topic\nhelp nope\nwhat is\n!x\nundoc\n'), stdout=out).cmdloop()
print(out.getvalue())
C(stdout=sys.stdout).columnize(['word%d' % i * (i % 3 + 1) for i in range(25)], 60)
print(C().parseline('add 1 2'), C().parseline('?x'), C().completenames('a'))
for s in ('x = 1', 'if x:', 'if x:\n  y', 'if x:\n  y\n', '(1,', '"""a', 'a b', '', '# c', 'x = \\', 'def f():', 'class', 'for i in x:\n  pass\n', 'try:\n  1', '@d', '1 +', 'x )', "'abc"):
    try:
        r = codeop.compile_command(s)
        print(repr(s), 'more' if r is None else 'code')
    except SyntaxError as e:
        print(repr(s), 'SyntaxError')
c = code.InteractiveConsole({'z': 3})
c.write = lambda d: print('W', d.rstrip().splitlines()[-1:])
print([c.push(l) for l in ('for i in range(2):', '    print(i, z)', '', '1/0', 'y = z +', 'y = 5', 'y')])
lines = iter(['q = 1', 'print(q)'])
def read(prompt):
    try:
        return next(lines)
    except StopIteration:
        raise EOFError
c.raw_input = read
c.interact('banner', 'bye')
print(c.locals['q'])
