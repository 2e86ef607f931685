# Docstrings of natives are worded afresh
#
# `help(len)` shows Moray's own description: what natives do is the same, the sentences about it are not. Signatures are CPython's.
import inspect

print(len.__doc__)
print(inspect.signature(len))
