# What abstract streams and loaders have; the state of an IncrementalNewlineDecoder.
import codecs
import importlib.abc
import importlib.machinery
import importlib.metadata
import io


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: io.RawIOBase().readinto(bytearray(2)), lambda: io.RawIOBase().write(b'a'), lambda: io.RawIOBase().read(3), lambda: io.RawIOBase().readall()):
    show(f)
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode('a\r')), d.getstate(), d.setstate((b'', 0)), d.getstate(), repr(d.decode('\nb')), d.newlines)
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), True)
print(repr(d.decode(b'a\xc3')), d.getstate(), repr(d.decode(b'\xa9\r')), d.getstate())
saved = d.getstate()
print(repr(d.decode(b'\nx')), d.setstate(saved), repr(d.decode(b'y')), d.newlines)
for bad in (5, (), (b'',), (b'', 'x'), (5, 1)):
    show(lambda: d.setstate(bad))


class Loader(importlib.abc.SourceLoader):
    def get_data(self, path):
        return b'x = 1'

    def get_filename(self, name):
        return 'f.py'


loader = Loader()
for f in (lambda: loader.set_data('a', b''), lambda: loader.path_stats('a'), lambda: loader.get_source('m'), lambda: loader.is_package('m'),
          lambda: importlib.machinery.SourceFileLoader('a', 'b').path_mtime('b'), lambda: sorted(importlib.metadata.DistributionFinder.__abstractmethods__),
          lambda: issubclass(importlib.metadata.DistributionFinder, importlib.abc.MetaPathFinder)):
    show(f)
