# Lines filled to a width: words, hyphens, dashes, long words.
import textwrap

TEXT = ("The well-known co-operative 'all-or-nothing' e-mail--which nobody had read -- was 3-4 pages long. "
        "It said:\tnothing! Supercalifragilisticexpialidocious-and-more, x-y-z, --option -f a-b- end.")
for width in (1, 5, 11, 20, 33, 70):
    print(width, textwrap.wrap(TEXT, width))
print(textwrap.wrap(TEXT, 12, break_on_hyphens=False))
print(textwrap.wrap(TEXT, 12, break_long_words=False))
print(textwrap.wrap(TEXT, 30, initial_indent='* ', subsequent_indent='  ', max_lines=3))
print(textwrap.wrap('a  b   c', 4, drop_whitespace=False), textwrap.wrap('', 5), textwrap.wrap('  x', 5))
print(textwrap.wrap('End. Next one! "Yes." No', 40, fix_sentence_endings=True))
print(textwrap.fill('one two three four', 9))
for width in (5, 10, 14, 40):
    print(repr(textwrap.shorten('  Hello   wide\n world  ', width)))
for bad in (lambda: textwrap.wrap('x', 0), lambda: textwrap.shorten('hello world', 3)):
    try:
        bad()
    except ValueError as e:
        print(e)
