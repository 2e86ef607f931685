# The reserved words.
from collections import *
import keyword

print(keyword.kwlist, keyword.softkwlist)
