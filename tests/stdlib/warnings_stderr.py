# Warnings go to stderr.
import warnings

warnings.warn('to stderr')
print('done')
