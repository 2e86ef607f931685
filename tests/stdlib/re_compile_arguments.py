# Flags as arguments: those that exclude each other, and the repr of what comes out.
import re


for arguments in (
    ('a', re.L), (b'a', re.U), ('a', re.A | re.U), (b'a', re.L | re.A), (1, 0), ('a', 'x'), ([], 0), (re.compile('a'), 2), (None, 0),
    ('a' * 300, re.I | re.M), ('a', 0), ('a', re.U), ('a', re.A | re.S | re.X), ('(?im)a', 0), ('(?a)a', 0),
):
    try:
        pattern = re.compile(*arguments)
        print(pattern, pattern.flags)
    except Exception as e:
        print(type(e).__name__, e)
