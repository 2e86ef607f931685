# Indentation off and on.
import textwrap

for text in ('  a\n    b\n\n  c', '\ta\n\t b\n', '  a\n\tb', 'x\n  y', '   \n  z\n \n', '', '    only'):
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, '> ')))
print(repr(textwrap.indent('a\n\nb', '+', lambda line: True)), repr(textwrap.indent('a\nb', '+', lambda line: 'b' in line)))
