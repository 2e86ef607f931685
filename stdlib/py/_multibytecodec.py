"""The classes by which a codec is known to have characters of several bytes; encodings._multibyte has the work."""
import codecs

__all__ = ['MultibyteIncrementalEncoder', 'MultibyteIncrementalDecoder', 'MultibyteStreamReader', 'MultibyteStreamWriter']


class MultibyteIncrementalEncoder(codecs.IncrementalEncoder):
    pass


class MultibyteIncrementalDecoder(codecs.BufferedIncrementalDecoder):
    pass


class MultibyteStreamReader(codecs.StreamReader):
    pass


class MultibyteStreamWriter(codecs.StreamWriter):
    pass
