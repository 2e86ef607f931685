"""Other names of encodings: each, normalized, with the name of the codec's module."""
from _codecs import native_aliases

aliases = {alias: names.split()[0] for names in native_aliases() for alias in names.split()[1:]}
aliases.update({alias: name for name, others in (
    ('base64_codec', 'base64 base_64'), ('bz2_codec', 'bz2'), ('hex_codec', 'hex'), ('quopri_codec', 'quopri quoted_printable quotedprintable'),
    ('rot_13', 'rot13'), ('uu_codec', 'uu'), ('zlib_codec', 'zip zlib')) for alias in others.split()})
