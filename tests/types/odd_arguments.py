"""Texts and results for arguments that are odd: huge indices, NULs, surrogates, methods that return the wrong thing."""
import codecs
import pickle


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__ + ':', error)


class Odd:
    def __repr__(self):
        return 5


huge = 2 ** 70
# what str() of a bad __repr__ blames
show(str, Odd())
show(lambda: '%s' % Odd())
show(repr, Odd())
# formats
show(lambda: b'%5\xc3' % 1)
show(lambda: b'%05\xc3' % 1)
show(lambda: b'%\xc3' % 1)
show(lambda: b'%.99999999999999999999d' % 1)
show(lambda: '%.99999999999999999999d' % 1)
# texts that are no numbers
for text in '1__0', '1_', 'x_1', '_', '1j_', '1_0+x', '1+', '1 0':
    show(complex, text)
show(float.fromhex, '\ud800')
# pow() of three
for args in ('5', 1.5, 5), (3, '5', 1.5), (3, 1j, 10), (3, 10, 1j), ('a', 1j, 2), (2, 10, 7), (True, 5, 3), (2, None, 3), (2.0, 2, 2), (2, 2, 'x'):
    show(pow, *args)
# an argument that is missing is told before one that is too much
show(pow, 5, base=1)
show(pow, x=1, base=2)
show(pow, 1, 2, exp=3)
show(pow, 1, 2, 3, mod=3)
show(pow, 1, exp=2, x=3)
# indices that no sequence has
for thing in 'ab', b'ab', (1, 2), range(3), [1, 2], memoryview(b'ab'), bytearray(b'ab'), 5, 1j, None, len:
    for key in 0, huge:
        try:
            thing[key] = b'x'
        except Exception as error:
            print(type(thing).__name__, type(error).__name__, error)
        try:
            del thing[key]
        except Exception as error:
            print(type(thing).__name__, type(error).__name__, error)
show(lambda: b'ab'[huge])
show(lambda: b'ab'[5])
show(lambda: memoryview(b'ab')[-huge])
data = bytearray(b'abc')
for key in slice(None, None, 0), slice('x'):
    try:
        data[key] = 5
    except Exception as error:
        print(type(error).__name__, error)
# memoryview.cast
view = memoryview(bytearray(16))
for args in ('é',), ('x',), ('B', [1] * 65), ('B', [0]), ('B', ['x']), ('h', [3]), ('P',), ('@P',), ('B', 5):
    show(lambda: (lambda made: (made.format, made.itemsize, made.shape))(view.cast(*args)))
show(memoryview(b'').cast, 'B', [1])
pointers = view.cast('P')
pointers[0] = -1
print(pointers[0], pointers.tolist())
# codecs
codecs.register_error('odd_accent', lambda error: ('é', error.end))
for encoding in 'utf-8', 'utf-16-le', 'ascii', 'latin-1', 'utf-32-be':
    show('a\ud800b'.encode, encoding, 'odd_accent')
for function in 'a'.encode, b'a'.decode, lambda *args: str(b'a', *args), lambda *args: bytes('a', *args), codecs.lookup:
    show(function, 'utf-8\0')
show('a'.encode, 'utf-8', 'stri\0ct')
show(b'+\xff'.decode, 'utf-7', 'surrogatepass')
show(b'\xff'.decode, 'utf-7', '')
show(b'\xff-ab'.decode, 'punycode', 'ignore')
show(codecs.utf_8_encode, b'a')
show(codecs.utf_7_decode, 5)
show(codecs.utf_16_ex_decode, 'ab')
decoder = codecs.getincrementaldecoder('utf-8-sig')()
print(repr(decoder.decode(b'\xef\xbb')), repr(decoder.decode(b'', True)), decoder.getstate())
past = UnicodeEncodeError('ascii', 'a', 5, 9, 'why')
for name in 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass':
    show(codecs.lookup_error(name), past)
    show(codecs.lookup_error(name), 5)
# exceptions
for kind in BaseException, Exception, ValueError, OSError, FileNotFoundError, KeyError, ImportError, ModuleNotFoundError, UnicodeDecodeError, ExceptionGroup, TabError:
    print(kind.__name__, sorted({'__new__', '__init__', '__str__', '__reduce__'} & set(vars(kind))))
print(ValueError.__init__, ValueError.__new__.__self__, Exception.__init__ is ValueError.__init__, KeyError.__str__)
show(NameError, 'm', name='n', obj=1)
show(UnboundLocalError, 'm', path=1)
show(ImportError, 'm', name='n', path='p', name_from='q', x=1)
blocked = BlockingIOError('x', 'y', 7, 1)
print(repr(blocked), blocked.characters_written, blocked.filename, repr(pickle.loads(pickle.dumps(blocked))))
show(UnicodeDecodeError, 'a', 'b', 'x', 2, 'r')
show(UnicodeDecodeError, 'a', b'b', 1, 2, 5)
show(UnicodeEncodeError, 'a', 'b', 1, 2, None)
fault = UnicodeEncodeError('a', 'xyz', 0, 1, 'r')
show(delattr, fault, 'start')
try:
    fault.end = 'x'
except TypeError as error:
    print(error)
# what is asked for its length, walked or compared in an odd way
import io
import types
import warnings


class Short:
    def __len__(self):
        return -1

    def __getitem__(self, i):
        return range(3)[i]


show(bytes, Short())
show(bytearray, Short())
show(sorted, Short(), x=1)
show(sorted, 5, x=1)
for function in max, min, zip:
    show(function, x=1, y=2, z=3)
    show(function, [1], x=1)
    show(function, [1], x=1, y=2, z=3)
show(type, 5, x=1)
show(type, None, (), {})
show(super, int, 5, 6)
alias = list[int]
print(type(iter(alias)).__name__, list(iter(alias)), alias.__bases__, issubclass(alias, Short))
show(issubclass, alias, 5)
show(reversed, alias)
show(reversed, int | str)
namespace = types.SimpleNamespace(a=1)
show(lambda: namespace < types.SimpleNamespace(a=2))
show(lambda: namespace < 5)
group = ExceptionGroup('g', [ValueError(1)])
show(group.derive)
show(group.derive, [], 5)
show(group.derive, excs=[])
show((lambda: 1).__code__.replace, unknown=1)
show((lambda: 1).__code__.replace, co_name=1)
print(classmethod(lambda cls: cls).__get__(1, 2)(), classmethod(lambda cls: cls).__get__(1)())


class Odder:
    def keys(self):
        return 5


class Missing:
    def keys(self):
        return ['a']

    def __getitem__(self, key):
        raise KeyError(key)


show(dict, Odder())
show(lambda: dict(**Odder()))
show(lambda: dict(a=1, **Missing()))
show('\t'.expandtabs, huge)
show(b'a'.hex, ':', huge)
show((1).to_bytes, 1, None)
# io
for line in io.StringIO('a\rb\r\n').readline, io.TextIOWrapper(io.BytesIO(b'ab')).readline:
    show(line, None)
    show(line, 'x')
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), True)
print(repr(decoder.decode(b'a\r')), decoder.getstate(), repr(decoder.decode(b'\xc3')), decoder.getstate())
decoder.setstate((b'', 1))
print(repr(decoder.decode(b'\nb', True)), decoder.newlines)
show(decoder.setstate, 5)
file = io.BufferedRandom(io.BytesIO(b'abcdef'))
print(file.read(1), file.truncate(2), file.read(), file.raw.getvalue())
text = io.TextIOWrapper(io.BytesIO(b'abc\ndef'))
print(text.readline(), text.truncate(), text.buffer.getvalue())
show(file.seek, huge)
show(text.seek, 'x', 3)
show(io.BytesIO().truncate, 'x')
print(io.BytesIO(b'a\nb\nc').readlines(2), io.StringIO('a\nb\nc').readlines(2))
for function in open, lambda name: open('/dev/null', name), lambda name: open('/dev/null', encoding=name):
    show(function, 'r\0')
# warnings
show(warnings.warn, 'w', UserWarning, 'x')
show(warnings.warn, 'w', skip_file_prefixes=(5,))
show(warnings.warn_explicit, 'w', UserWarning)
show(warnings.warn_explicit, 'w', UserWarning, 5, 5)
show(warnings.warn_explicit, 'w', UserWarning, 'f', 'x')
show(warnings.warn_explicit, 'w', UserWarning, 'f', 5, None)


# operators that scripts define, before what sequences do by themselves
class Number:
    def __radd__(self, other):
        return 'radd', other

    def __rmul__(self, other):
        return 'rmul', other

    def __rpow__(self, other):
        return 'rpow', other


class Numbers(list):
    def __mul__(self, other):
        return 'mul', other


for values in [1], bytearray(b'a'), Numbers([1]):
    for other in Number(), 2, Short():
        for operator in '+=', '*=':
            changed = values[:]
            try:
                exec('changed ' + operator + ' other')
                print(operator, changed if type(changed) is tuple or operator == '*=' else list(changed))
            except Exception as error:
                print(operator, type(error).__name__, error)
show(pow, Number(), 2, 3)
show(pow, 2, Number(), 3)
show(pow, 2, Number(), 2.5)
show((1).to_bytes, huge)
