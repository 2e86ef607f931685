# cmd.Cmd: loops over given input, hooks, help, unknown commands, completion, queues.
import cmd
import io


class Shell(cmd.Cmd):
    """A shell of a test."""

    prompt = '> '
    intro = 'welcome'
    doc_header = 'known'
    misc_header = 'topics'
    undoc_header = 'unknown'

    def do_add(self, line):
        """add A B: the sum"""
        print(sum(map(int, line.split())), file=self.stdout)

    def do_quit(self, line):
        return True

    def do_shell(self, line):
        self.stdout.write(f'shell {line!r}\n')

    def help_topic(self):
        self.stdout.write('about the topic\n')

    def complete_add(self, text, line, begin, end):
        return [word for word in ('alpha', 'alert', 'beta') if word.startswith(text)]

    def precmd(self, line):
        self.stdout.write(f'[pre {line!r}]')
        return line

    def postcmd(self, stop, line):
        self.stdout.write(f'[post {stop} {line!r}]\n')
        return stop

    def preloop(self):
        self.stdout.write('begin\n')

    def postloop(self):
        self.stdout.write('end\n')


def run(text, cls=Shell, **options):
    out = io.StringIO()
    shell = cls(stdin=io.StringIO(text), stdout=out)
    shell.use_rawinput = False
    shell.cmdqueue = options.pop('queue', [])
    shell.cmdloop(**options)
    print(out.getvalue())
    print('----')


run('add 1 2\n\nnothing here\n? add\nhelp topic\nhelp\nhelp none\n!ls -l\nadd\nquit\n'.replace('\nadd\nquit', '\nquit'))
run('', queue=['add 5 6', 'quit'], intro='other')


class Other(cmd.Cmd):
    identchars = cmd.IDENTCHARS + '-'
    ruler = '-'

    def emptyline(self):
        self.stdout.write('empty\n')

    def default(self, line):
        self.stdout.write(f'default {line!r} {self.parseline(line)}\n')
        return line == 'EOF'


run('\n  \nwhat ever\n?x\n!y\na-b c\n9x\n', Other)
shell = Shell()
print(shell.parseline('add 1 2'), shell.parseline('?help'), shell.parseline('!x y'), shell.parseline(''), shell.parseline('  quit '), shell.parseline('123'), Other().parseline('!x'))
print(sorted(shell.completenames('')), shell.completenames('a'), shell.complete_help('t'), shell.get_names()[:2] == dir(Shell)[:2], shell.completedefault())
out = io.StringIO()
shell.stdout = out
shell.columnize(['one', 'two', 'three', 'four' * 5], displaywidth=30)
shell.columnize([])
shell.columnize(['single'])
shell.print_topics('Head', ['x', 'y'], 15, 20)
print(out.getvalue())
try:
    shell.columnize([1])
except TypeError as error:
    print(error)
print(shell.onecmd('add 3 4'), out.getvalue().splitlines()[-1], cmd.PROMPT)
