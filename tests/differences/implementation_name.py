# The implementation is called moray
#
# `sys.version_info` is that of the language; which program runs it is told by `sys.implementation`.
import sys

print(sys.implementation.name, sys.version_info[:2])
