# textwrap: each option alone and together, indentation, shortening, dedent with mixed blanks, errors.
import textwrap

text = 'The quick-brown fox   jumped over\tthe lazy dog.  It did so twice! "Really?" (Yes.) A verylongwordthatneverends and e-mail addresses like some.body@example-site.org --- or not.'
for width in (1, 2, 5, 12, 20, 40, 79, 500):
    print(width, textwrap.wrap(text, width)[:6])
options = [{'expand_tabs': False}, {'replace_whitespace': False}, {'drop_whitespace': False}, {'break_long_words': False}, {'break_on_hyphens': False}, {'fix_sentence_endings': True},
           {'initial_indent': '* ', 'subsequent_indent': '    '}, {'max_lines': 3}, {'max_lines': 2, 'placeholder': '~~'}, {'tabsize': 2}, {'max_lines': 1, 'placeholder': ''},
           {'break_long_words': False, 'break_on_hyphens': False}]
for option in options:
    print(option)
    print(textwrap.fill(text, 24, **option))
for words, width in (('Hello  world!', 13), ('Hello  world!', 12), ('Hello world!', 11), ('  a  b  ', 10), ('', 5), ('abcdefgh', 6)):
    for holder in (' [...]', '...', ''):
        try:
            print(repr(textwrap.shorten(words, width, placeholder=holder)))
        except ValueError as error:
            print(error)
for block in ('  a\n    b\n  c', '\ta\n\t b', '\ta\n  b', '   \n  x\n\n    y\n', 'a\n  b', '', '  \n\t\n', ' \n a', '  a\n  \n   b\n ', '\n  a\n\n  b'):
    print(repr(textwrap.dedent(block)))
print(repr(textwrap.indent('a\n\n b\n  \nc', '> ')), repr(textwrap.indent('a\n\nb', '- ', lambda line: True)), repr(textwrap.indent('', 'x')), repr(textwrap.indent('a\r\nb\n', '#', predicate=str.strip)))
for action in (lambda: textwrap.wrap('a b', 0), lambda: textwrap.wrap('a b', -3), lambda: textwrap.wrap(5), lambda: textwrap.dedent(5), lambda: textwrap.fill('x', 'y'),
               lambda: textwrap.wrap('aaa bbb', 4, max_lines=1, placeholder='.....'), lambda: textwrap.TextWrapper(nonsense=1), lambda: textwrap.indent(1, ' ')):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
wrapper = textwrap.TextWrapper(width=10)
print(wrapper.width, wrapper.wrap('one two three'), wrapper.fill('one two three'), wrapper.tabsize, wrapper.placeholder)
wrapper.width = 5
print(wrapper.wrap('one two three'), wrapper.wrap(''), wrapper.wrap('   '), wrapper.wrap('a\u00a0b\u2003c d'))
print(textwrap.wrap('well-known half--dash a-b-c -x --long-option 10-12 x-', 6), textwrap.wrap('\u00fcber-gro\u00df \u4e2d\u6587 text', 6))
