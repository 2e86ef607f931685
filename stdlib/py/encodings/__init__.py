"""The codecs that are written in Python. All others are native and known to the module codecs."""
