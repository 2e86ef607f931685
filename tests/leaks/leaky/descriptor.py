import os

os.dup(0)
