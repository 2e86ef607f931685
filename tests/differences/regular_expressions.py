# Regular expressions are PCRE2's
#
# Patterns have Python's syntax, but PCRE2 does the matching. A repetition has at most 65,535 rounds, the program that a pattern becomes at most 64 MiB
# (one of more than 64 KiB needs the 32-bit library of PCRE2), `\w` and `\d` know Unicode 14, and a search that backtracks for seconds ends in a RuntimeError. After a
# round that matched nothing CPython begins no further one of a repetition with a bound; PCRE2 does, up to the bound.
import re

try:
    print(re.fullmatch('a{70000}', 'a'))
except OverflowError as error:
    print(error)
try:
    print(re.fullmatch('(?:(?:ab|cd){3000}){3000}', 'ab'))
except re.error as error:
    print(error)
print(re.findall(r'(?:\D*|.){,2}', '1kk'))
