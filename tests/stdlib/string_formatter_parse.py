# The pieces of format strings; the constants.
import string

print(list(string.Formatter().parse('a{{b}}{x!r:>{w}}{}{0[a].b:}c')))
print(repr(string.printable), string.punctuation)
