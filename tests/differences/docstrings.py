# Docstrings and help texts are worded afresh
#
# `help(len)` shows Moray's own description, in natives and in the library's modules alike: what they do is the same, the sentences about it
# are not. So are the help of the debugger's commands and of commands such as `-m json.tool -h`. Signatures, options and messages are CPython's.
import inspect

print(len.__doc__)
print(inspect.signature(len))
